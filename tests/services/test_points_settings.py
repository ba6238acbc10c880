"""What the settings of check-in points ask: proposals, audience, links, queues by surname."""

from __future__ import annotations

import pytest

import factories
from networking_app.domain.points import PointKind, Question
from networking_app.domain.problems import Trouble
from networking_app.domain.registration import Status
from networking_app.services.checkin import CheckIn
from networking_app.services.guests import Guests
from networking_app.services.points import (
    DOORS,
    Audience,
    PointRules,
    Points,
    Proposal,
    link_of,
    rules_of,
)


@pytest.fixture
def points(database):
    return Points(database)


def test_questions_of_imported_guests_are_proposed(database, event, points):
    factories.guest(database, event, "Aino Aho", answers=(("Bus?", "yes"), ("Shirt", "")))
    factories.guest(database, event, "Onni Aho", answers=(("Shirt", "L"),))
    factories.guest(database, event, "Eeva Aho")
    gone = factories.guest(database, event, "Ilmari Aho", answers=(("Bus?", "no"),))
    Guests(database).set_status([gone], Status.CANCELLED)

    assert points.proposals(event) == [Proposal("Bus?", 1, 2), Proposal("Shirt", 1, 2)]

    points.set_questions(event, [(Question("", "Bus?"), True)])
    assert [one.text for one in points.proposals(event)] == ["Shirt"]


def test_audience_is_what_guests_have(database, event, points):
    factories.guest(database, event, "Aino Aho", category="speaker", tags=("crew",))
    factories.guest(database, event, "Onni Aho", category="Sponsor")
    factories.guest(database, event, "Eeva Aho", category="Sponsor")

    assert points.audience(event) == Audience(("Sponsor", "speaker"), ("crew",))


def test_point_counts_together_with_the_one_named(event, points):
    door = points.all(event)[0]
    lunch = points.add(event, PointRules("Lunch", PointKind.MEAL))
    coffee = points.add(event, PointRules("Coffee", PointKind.MEAL))
    links = points.links(event)
    assert link_of(door, links[door.id]) == DOORS

    points.change(event, coffee.id, rules_of(coffee, link_of(lunch, links[lunch.id])))
    together = {point.name: point.together for point in points.all(event)}
    assert together["Coffee"] == together["Lunch"] == (lunch.id, coffee.id)
    assert together[door.name] == (door.id,)

    points.change(event, coffee.id, rules_of(coffee, link_of(door, links[door.id])))
    together = {point.name: point.together for point in points.all(event)}
    assert together["Coffee"] == (door.id, coffee.id)


def test_queues_are_of_those_who_are_still_to_come(database, event, points):
    rows = {}
    for family in ("Aho", "Kinnunen", "Laine", "Öhman"):
        for given in ("Aino", "Onni"):
            rows[given, family] = factories.guest(database, event, f"{given} {family}")
    assert [(q.name, q.guests) for q in points.queues(event, 2)] == [("A–K", 4), ("L–Ö", 4)]

    desk = CheckIn(database, "Desk 1")
    answer = desk.admit(rows["Aino", "Öhman"], desk.point(event))
    Guests(database).set_status([rows["Onni", "Öhman"]], Status.CANCELLED)
    assert sum(q.guests for q in points.queues(event, 2)) == 6

    desk.undo(answer.check_in_id)
    assert sum(q.guests for q in points.queues(event, 2)) == 7


def test_signs_are_written_for_the_queues(database, event, points, tmp_path):
    with pytest.raises(Trouble):
        points.make_signs(event, 2, tmp_path / "signs.pdf")
    factories.guest(database, event, "Aino Aho")
    factories.guest(database, event, "Aino Laine")
    assert points.make_signs(event, 2, tmp_path / "signs.pdf") == 2
    assert (tmp_path / "signs.pdf").read_bytes().startswith(b"%PDF")

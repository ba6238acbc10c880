"""Points, questions and the PIN as an organiser sets them."""

from __future__ import annotations

import pytest

import factories
from networking_app.domain.checkin import Verdict
from networking_app.domain.points import PointKind, Question, QuestionKind, Rule, Window
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.services.checkin import CheckIn
from networking_app.services.events import Events
from networking_app.services.points import PointRules, Points, rules_for, rules_of


@pytest.fixture
def desk(database):
    return CheckIn(database, "Desk 1", "Henna")


@pytest.fixture
def points(database):
    return Points(database)


@pytest.fixture
def row(database, event):
    return factories.guest(database, event)


def test_questions_are_changed_moved_and_taken_away(event, points):
    points.set_questions(event, [(Question("", "A"), True), (Question("", "B"), False)])
    (first, _), (second, at_door) = points.questions(event)
    assert at_door is False
    points.set_questions(event, [(second, True), (first, True)])
    assert [q.text for q, _at_door in points.questions(event)] == ["B", "A"]
    points.set_questions(event, [(first, True)])
    assert [q.text for q, _at_door in points.questions(event)] == ["A"]


def test_points_are_changed_and_removed_but_never_the_last(database, event, points, desk, row):
    door = points.all(event)[0]
    windows = (Window("08:00", "10:00", ("speaker",)),)
    lounge = points.add(event, PointRules(" Speakers  lounge ", PointKind.ROOM, windows=windows))
    assert (lounge.name, lounge.windows) == ("Speakers lounge", windows)
    assert points.change(event, lounge.id, PointRules("Lounge", PointKind.ROOM, tags=("crew",)))
    assert not points.change(event, lounge.id, rules_of(points.all(event)[1]))
    points.move([lounge.id, door.id])
    assert [p.name for p in points.all(event)] == ["Lounge", "Main door"]
    points.remove(event, lounge.id)
    with pytest.raises(Trouble) as last:
        points.remove(event, door.id)
    assert last.value.kind is TroubleKind.LAST_POINT
    for name, kind in (("", TroubleKind.NAME_MISSING), ("main DOOR", TroubleKind.POINT_EXISTS)):
        with pytest.raises(Trouble) as caught:
            points.add(event, rules_for(name))
        assert caught.value.kind is kind


def test_points_that_share_a_word_count_as_one(database, event, points, desk, row, clock):
    for name in ("Gift table A", "Gift table B"):
        points.add(event, PointRules(name, PointKind.GIFT, link="gifts"))
    first, second = points.all(event)[1:]
    desk.admit(row, first)
    clock.forward(minutes=1)
    assert desk.admit(row, second).verdict is Verdict.ALREADY_IN


def test_pin_is_asked_for_where_one_is_set(database, event, points):
    assert points.pin_opens(event, "")
    points.set_pin(event, "2580")
    assert Events(database).current().has_pin
    assert points.pin_opens(event, "2580")
    assert not points.pin_opens(event, "2581")
    with database.read() as connection:
        stored = connection.exec_driver_sql("SELECT pin FROM event").scalar()
    assert "2580" not in stored
    Events(database).change(event, pin="zz$1")
    assert not points.pin_opens(event, "2580")
    points.set_pin(event, "")
    assert points.pin_opens(event, "anything")


def test_rules_that_a_newer_version_wrote_are_read_as_the_strictest(database, event, points):
    with database.write() as writer:
        writer.add("point", event_id=event, name="New", rule="thrice", kind="moat", windows="soon")
        writer.add("question", event_id=event, wording="?", kind="drawing", at_door=1)
    found = next(point for point in points.all(event) if point.name == "New")
    assert (found.rule, found.kind, found.windows) == (Rule.ONCE, PointKind.OTHER, ())
    assert points.questions(event)[0][0].kind is QuestionKind.TEXT

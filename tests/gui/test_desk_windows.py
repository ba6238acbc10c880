"""Two programs on one workspace agree at the desk, and the desk opens where it was."""

from __future__ import annotations

import pytest

import factories
from gui import opened
from networking_app.domain.checkin import Verdict
from networking_app.gui.desk_latest import LatestKind
from networking_app.gui.opening import _LOOK_EVERY
from networking_app.gui.pages.desk import DeskPage
from networking_app.services.office import new_office, open_office
from networking_app.services.points import PointRules
from networking_app.support.settings import Settings


@pytest.fixture
def clock():
    return factories.Clock()


@pytest.fixture
def file(tmp_path, clock):
    path = tmp_path / "evening.nwapp"
    office = new_office(path, "Desk A", clock)
    event = office.events.create("Evening", door="Main door", start="2026-11-26")
    for name in ("Aino Pöyhönen", "Onni Aho"):
        office.guests.add(event, factories.details(name))
    office.points.add(event, PointRules("Back door"))
    office.close()
    return path


@pytest.fixture
def start(qapp, tmp_path, clock):
    made = []

    def begin(path=None, **settings):
        values = {"language": "en", "reduce_motion": True, "muted": True} | settings
        one = opened.opening(tmp_path, Settings(**values), clock.now, clock)
        made.append(one)
        one.start(path)
        opened.settle(one, 0)
        return one

    yield begin
    for one in made:
        opened.settle(one, 0)
        one.close()
        one.window.close()
        one.window.deleteLater()


def test_a_check_in_by_another_program_is_seen(start, file, clock, qtbot):
    one = start(file)
    one.window.navigate("desk")
    opened.settle(one, 0.05)
    page = one.window.current()
    assert page.view.side.words() == "0 of 2 arrived"
    assert _LOOK_EVERY <= 1_000  # so that it stands there within two seconds

    other = open_office(file, "Desk B", clock)
    event = other.events.current().id
    point = other.points.all(event)[0]
    first = other.guests.all(event)[0]
    clock.forward(minutes=1)
    check_in = other.checkin.admit(first.id, point).check_in_id
    qtbot.waitUntil(lambda: page.view.side.words() == "1 of 2 arrived")

    clock.forward(minutes=1)
    page.door.admit(first.id)
    opened.settle(one, 0.05)
    assert page.talk.now.answer.verdict is Verdict.ALREADY_IN
    assert page.talk.now.answer.desk == "Desk B"

    assert other.checkin.undo(check_in)
    qtbot.waitUntil(lambda: page.view.side.words() == "0 of 2 arrived")
    other.close()


def test_what_this_desk_did_and_another_program_undid_is_marked(start, file, clock, qtbot):
    one = start(file)
    one.window.navigate("desk")
    opened.settle(one, 0.05)
    page = one.window.current()
    page.door.admit(one.room.services.guests.all(page.door.state.event.id)[0].id)
    opened.settle(one, 0.05)
    other = open_office(file, "Desk B", clock)
    assert other.checkin.undo(page.latest.rows[0].check_in_id)
    qtbot.waitUntil(lambda: page.latest.rows[0].kind is LatestKind.UNDONE)
    other.close()


def test_after_a_power_cut_the_desk_opens_where_it_was(start, file, clock):
    one = start(file)
    one.window.navigate("desk")
    opened.settle(one, 0.05)
    page = one.window.current()
    back = page.door.state.points[1]
    page.top.point_chosen.emit(back.id)
    page.door.admit(one.room.services.guests.all(page.door.state.event.id)[0].id)
    opened.settle(one, 0.05)
    kept = one.room.preferences.now
    assert (kept.at_desk, kept.desk_point) == (True, back.id)

    again = start(None, at_desk=True, desk_point=back.id, recent_workspaces=(str(file),))
    opened.settle(again, 0.05)
    page = again.window.current()
    assert isinstance(page, DeskPage)
    assert page.door.point.name == "Back door"
    assert [row.kind for row in page.latest.rows] == [LatestKind.IN]


def test_leaving_the_desk_is_remembered_too(start, file):
    one = start(file)
    one.window.navigate("desk")
    one.window.navigate("participants")
    assert not one.room.preferences.now.at_desk

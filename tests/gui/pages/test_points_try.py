"""The rule simulator, by keyboard and scanner: the desk's answer, every rule, nothing written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

import factories
from gui.points_room import NOW, Place
from networking_app.domain.points import PointKind, Window
from networking_app.gui.pages import points as module
from networking_app.services.points import PointRules

Key = Qt.Key


@pytest.fixture
def place(tmp_path, qtbot):
    made = Place(tmp_path, qtbot)
    yield made
    made.close()


def everything(office):
    """How many rows each table has."""
    with office.database.read() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar()
            for (name,) in tables.fetchall()
        }


def test_simulator_shows_the_answer_and_why_and_writes_nothing(place):
    aino = place.office.guests.add(place.event, factories.details("Aino Aho"))
    place.office.guests.add(place.event, factories.details("Onni Lehto"))
    place.office.points.add(
        place.event,
        PointRules(
            "Lunch", PointKind.MEAL, allowed=("speaker",), windows=(Window("11:00", "13:00"),)
        ),
    )
    door = place.office.checkin.point(place.event)
    place.office.checkin.admit(aino, door)
    before = everything(place.office)
    page = place.open()
    page.show_tab(module.TRY)
    card = page.try_
    assert place.window.focusWidget() is card.search
    assert (card.day.text(), card.time.text()) == ("26.11.2026", "8.54")
    place.type("aino a")
    place.bot.waitUntil(lambda: bool(card.hits))
    place.press(Key.Key_Return)
    assert card.panel.shown.word == "Already checked in"
    assert "came in at 8.54" in card.sentence.text()
    assert [check.passed for check in card.tried.checks][:2] == [True, False]

    place.press(Key.Key_Down, widget=card.points)
    card.points.activated.emit(card.points.currentIndex())
    place.settle()
    assert card.panel.shown.word == "Do not admit now: outside the opening time"
    place.write(card.time_line, "12")
    assert card.panel.shown.word == "Do not admit here"
    lines = [
        widget.accessibleName()
        for widget in card.findChildren(QWidget)
        if ": not passed. " in widget.accessibleName()
    ]
    assert lines == ["Category: not passed. Participant is not let in; only Speaker."]
    assert everything(place.office) == before
    assert place.room.messages.notices == {}


def test_simulator_asks_about_another_day_and_says_what_is_wrong(place):
    aino = place.office.guests.add(place.event, factories.details("Aino Aho"))
    page = place.open()
    page.show_tab(module.TRY)
    card = page.try_
    card.choose(place.office.guests.some(place.event, [aino])[0])
    place.settle()
    assert card.panel.shown.word == "Welcome"
    place.write(card.day_line, "tomorrow")
    assert card.day.error()
    place.write(card.day_line, "27.11.")
    assert card.tried.at.date().isoformat() == "2026-11-27"
    place.press(Key.Key_Space, widget=card.now)
    assert card.tried.at == NOW.replace(second=0)
    card.search.clear()
    place.settle()
    assert card.tried is None


def test_scan_asks_the_simulator_about_its_holder(place):
    aino = place.office.guests.add(place.event, factories.details("Aino Aho"))
    guest = place.office.guests.some(place.event, [aino])[0]
    door = place.point("Main door")
    place.office.points.change(place.event, door.id, PointRules("Main door", admits_badges=False))
    before = everything(place.office)
    page = place.open()
    assert not page.take_scan(guest.badge_code)
    page.show_tab(module.TRY)
    for code, word in (
        (guest.badge_code, "Do not admit here"),
        (guest.code, "Welcome"),
        ("6401234567890", "Code not known"),
    ):
        assert page.take_scan(code)
        place.settle()
        assert page.try_.panel.shown.word == word
    assert page.try_.tried.checks == ()
    assert everything(place.office) == before

"""The Event page: first steps, numbers, curve, cards, what its buttons do, and the event form."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

import factories
import workspaces
from gui import opened
from networking_app.domain.event import DeskCount, Event, EventCounts, NextItem
from networking_app.domain.history import Deed
from networking_app.domain.todo import Phase, Todo, TodoKind
from networking_app.gui.dialogs.event import EventDialog, file_name
from networking_app.gui.home.arrivals import ArrivalsCard, arrivals_face
from networking_app.gui.home.cards import ChangesCard, DesksCard, NextCard, TodoCard
from networking_app.gui.home.first_start import FirstStart
from networking_app.gui.widgets.marks import Pill
from networking_app.gui.widgets.text import Label
from networking_app.services.overview import Overview
from networking_app.support.settings import Settings

NOW = datetime(2026, 11, 26, 6, 54, tzinfo=UTC)
TODAY = date(2026, 11, 26)
EVENT = Event(
    "e", "Evening", start="2026-11-26T07:00:00Z", end="2026-11-26T14:00:00Z", place="Mikkeli"
)
EMPTY = Overview(EVENT, EventCounts(), Phase.TODAY, (), (), (), (), (), 0, NOW)


def texts(card):
    card.show()
    QApplication.processEvents()
    found = (label.text() for label in card.findChildren(Label) if label.isVisible())
    return [text for text in found if text.strip()]


def pills(card):
    return [(pill.face.kind, pill.face.text) for pill in card.findChildren(Pill)]


@pytest.fixture
def one(qapp, tmp_path):
    clock = workspaces.Wall(int(NOW.timestamp() * 1000))  # no two deeds at the same moment
    made = opened.opening(tmp_path, Settings(language="en", reduce_motion=True), NOW, clock)
    made.start(None)
    opened.settle(made, 0)
    yield made
    opened.settle(made, 0)
    made.close()
    made.window.close()
    made.window.deleteLater()


def shown_dialog(one, kind=QDialog):
    return next(d for d in one.window.findChildren(kind) if d.isVisible())


def fill(dialog, **values):
    for name, text in values.items():
        getattr(dialog, name).set_text(text)


def make_event(one, **values):
    one.window.current().making.new_event()
    dialog = shown_dialog(one, EventDialog)
    fill(dialog, **({"title": "Evening"} | values))
    dialog.save.click()
    opened.settle(one, 0.05)


def test_event_is_made_with_name_day_and_place(one, tmp_path):
    make_event(one, day="27.11.", begins="9", ends="16.00", place="Mikkeli", capacity="180")
    event = one.room.services.events.current()

    assert (event.title, event.start, event.end, event.place, event.capacity) == (
        "Evening", "2026-11-27T07:00:00Z", "2026-11-27T14:00:00Z", "Mikkeli", 180,
    )  # fmt: skip
    assert one.room.services.workspace.path == tmp_path / "Evening.nwapp"
    page = one.window.current()
    assert page.frame.title.text() == "Evening"
    assert page.frame.sub.text() == "Friday 27 November 2026, 9.00–16.00 · Mikkeli"
    assert page.empty.isVisible()


def test_second_event_may_live_in_the_same_file(one):
    make_event(one)
    one.window.navigate("home", new_event=True)
    dialog = shown_dialog(one, EventDialog)
    fill(dialog, title="Morning")
    dialog.where.choose("same")
    dialog.save.click()
    opened.settle(one, 0.05)

    assert {event.title for event in one.room.services.events.all()} == {"Evening", "Morning"}
    assert one.window.current().frame.title.text() == "Morning"


def test_spreadsheet_as_first_step_names_the_event_and_leads_to_the_import(one):
    one.window.current().sheet.click()
    dialog = shown_dialog(one, EventDialog)
    fill(dialog, title="Evening")
    dialog.save.click()
    opened.settle(one, 0.05)

    assert one.window.current_name() == "import_guests"


def test_practice_makes_the_example_once(one, tmp_path):
    one.window.current().example.click()
    assert one.window.current().new.is_busy()
    opened.settle(one, 0.1)
    counts = one.window.current()._seen.counts
    assert counts.arrived > 100

    one.window.current().making.example()
    opened.settle(one, 0.1)
    assert [file.name for file in tmp_path.glob("*.nwapp")] == ["Example event.nwapp"]


def test_wrong_fields_are_said_and_nothing_is_made(one):
    one.window.current().making.new_event()
    dialog = shown_dialog(one, EventDialog)
    fill(dialog, day="31.2.2026", begins="25", capacity="many")
    dialog.save.click()

    assert dialog.isVisible()
    assert dialog.title.error() == "Title is needed"
    assert dialog.day.error() == "Write the day as 26.11.2026"
    assert dialog._said.text() == "4 fields need a look"
    assert dialog.focusWidget() is dialog.title.editor
    dialog.reject()
    assert isinstance(one.window.current(), FirstStart)


def test_event_is_changed_and_taken_back(one):
    make_event(one, day="26.11.2026")
    page = one.window.current()
    page.edit.click()
    dialog = shown_dialog(one, EventDialog)
    assert (dialog.title.text(), dialog.day.text()) == ("Evening", "26.11.2026")
    fill(dialog, title="Night", last_day="27.11.2026")
    dialog.save.click()
    opened.settle(one, 0.05)
    event = one.room.services.events.current()
    assert (event.title, event.start, event.end) == ("Night", "2026-11-26", "2026-11-27")
    assert page.frame.title.text() == "Night"

    one.messages.undo_last()
    opened.settle(one, 0.05)
    assert one.room.services.events.current().title == "Evening"


def test_last_day_before_the_first_is_refused(qtbot):
    dialog = EventDialog(TODAY, event=EVENT)
    fill(dialog, last_day="25.11.2026")

    assert not dialog.last_day.is_right()
    assert dialog.last_day.error() == "The last day is before the first"
    dialog.deleteLater()


def test_form_shows_and_keeps_what_an_event_is(qtbot):
    dialog = EventDialog(TODAY, event=EVENT)
    values = dialog.form().values
    kept = {name: getattr(EVENT, name) for name in values}

    assert values == kept
    dialog.deleteLater()


def test_file_that_is_there_is_not_taken(qtbot, tmp_path):
    (tmp_path / "Evening.nwapp").touch()
    dialog = EventDialog(TODAY, folder=tmp_path)
    fill(dialog, title="Evening")

    assert not dialog.file.is_right()
    fill(dialog, title="Night")
    assert dialog.file.is_right()
    dialog.deleteLater()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Team play", "Team play.nwapp"),
        ('A/B: "c" <d>?', "A B c d.nwapp"),
        ("  ...  ", "Event.nwapp"),
        ("CON", "Event.nwapp"),
        ("", "Event.nwapp"),
        ("ö" * 200, "ö" * 80 + ".nwapp"),
    ],
)
def test_title_becomes_a_file_name_every_system_takes(title, name):
    assert file_name(title) == name


def test_numbers_and_cards_follow_the_desk(one):
    make_event(one, day="26.11.2026", begins="9")
    office = one.room.services
    event = office.events.current()
    ids = [office.guests.add(event.id, factories.details(n)) for n in ("Aino Aho", "Onni Aho")]
    office.checkin.admit(ids[0], office.checkin.point(event.id))
    opened.settle(one, 0.05)
    page = one.window.current()

    assert page.tiles["arrived"].accessibleName() == "Arrived, 1, of 2 registered · 50 %"
    assert page.tiles["coming"].accessibleName() == "Still coming, 1, 1 in the last 10 min"
    assert not page.empty.isVisible()
    assert page.arrivals.chart.isVisibleTo(page.arrivals)
    assert "Aino Aho checked in" in texts(page.changes)

    next(u for u in page.changes.undos if "Aino Aho checked in" in u.accessibleName()).click()
    opened.settle(one, 0.05)
    assert page.tiles["arrived"].accessibleName() == "Arrived, 0, of 2 registered · 0 %"
    assert one.messages.toast_text() == "Undone: Aino Aho checked in"


@pytest.mark.parametrize(
    ("kind", "page"),
    [
        (TodoKind.BADGES, "badges"),
        (TodoKind.SAME_NAMES, "participants"),
        (TodoKind.WAITING, "participants"),
        (TodoKind.NO_ORGANISATION, "participants"),
        (TodoKind.SPEAKER_MISSING, "participants"),
    ],
)
def test_things_to_do_lead_to_their_page(one, kind, page):
    make_event(one)
    one.window.current().todo.wanted.emit(Todo(kind, 1, "Aino"))
    opened.settle(one, 0.05)

    assert one.window.current_name() == page
    assert not one.messages.notices


def test_backup_is_made_from_the_things_to_do(one):
    make_event(one)
    home = one.window.current()
    todo = next(b for b in home.todo.buttons if b.words() == "Back up now")
    todo.click()
    opened.settle(one, 0.05)

    assert len(one.room.services.workspace.backups()) == 1
    assert "Back up now" not in [button.words() for button in home.todo.buttons]


def test_missing_date_is_added_in_the_form(one):
    make_event(one)
    home = one.window.current()
    next(b for b in home.todo.buttons if b.words() == "Add date").click()

    dialog = shown_dialog(one, EventDialog)
    assert dialog.windowTitle() == "Edit event"
    dialog.reject()


def arrived(*clock):
    moments = [datetime(2026, 11, 26, hour - 2, minute, tzinfo=UTC) for hour, minute in clock]
    counts = EventCounts(registered=10, arrived=len(moments))
    return replace(EMPTY, arrivals=tuple(moments), counts=counts)


def test_curve_counts_arrivals_in_the_zone_of_the_event():
    face = arrivals_face(arrived((8, 30), (8, 30), (8, 54)))

    assert face.lines[0].points == ((509, 0), (510, 2), (534, 3))
    assert face.now == "3 at 8.54"
    assert face.sentence == "3 of 10 registered have arrived, the last at 8.54."
    assert face.mark == (540, "Opening 9.00")
    assert (face.ticks[0][1], face.ticks[-1][1]) == ("8.30", "9.05")


def test_curve_of_the_second_day_begins_with_those_who_came_before():
    first = arrived((9, 0), (9, 5)).arrivals
    seen = replace(arrived((9, 0)), arrivals=(*first, first[0] + timedelta(days=1)))
    face = arrivals_face(seen)

    assert face.lines[0].points == ((539, 2), (540, 3))
    assert face.mark is None


def test_curve_of_very_many_stays_drawable_and_whole():
    many = replace(
        EMPTY, arrivals=tuple(NOW - timedelta(seconds=n * 8) for n in range(5000, 0, -1))
    )
    points = arrivals_face(many).lines[0].points

    assert len(points) <= 250
    assert points[-1][1] == 5000
    assert list(points) == sorted(points)


def test_curve_waits_for_the_first_arrival(qtbot):
    card = ArrivalsCard()
    qtbot.addWidget(card)
    card.show_overview(EMPTY)

    assert arrivals_face(EMPTY) is None
    assert not card.nobody.isHidden()
    assert card.chart.isHidden()


def test_next_sessions_say_whether_speakers_are_here(qtbot):
    card = NextCard()
    qtbot.addWidget(card)
    items = (
        NextItem(EVENT.start, "2026-11-26T07:15:00Z", "Opening", "Main hall"),
        NextItem("2026-11-26T07:15:00Z", "", "Keynote", "", (("Ilkka", True),)),
        NextItem("", "", "Late", "", tuple((name, False) for name in "ABCDE")),
    )
    card.show_overview(replace(EMPTY, next_items=items))

    assert texts(card)[:4] == ["Next", "in 6 min", "Opening", "9.00–9.15 · Main hall"]
    assert pills(card)[:2] == [("arrived", "Speaker has arrived"), ("waiting", "Not here yet: A")]
    assert "and 2 more" in texts(card)
    card.show_overview(EMPTY)
    assert card.isHidden()


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("2026-11-26T06:00:00Z", ["Now"]),
        ("2026-11-26T12:00:00Z", ["Next", "14.00"]),
        ("2026-11-27T12:00:00Z", ["Next", "Fri 27 Nov 2026"]),
        ("", ["Programme"]),
    ],
)
def test_next_session_says_how_far_away_it_is(qtbot, start, words):
    card = NextCard()
    qtbot.addWidget(card)
    card.show_overview(replace(EMPTY, next_items=(NextItem(start, "", "Talk"),)))

    assert texts(card)[: len(words)] == words


def test_long_list_of_things_to_do_is_opened(qtbot):
    card = TodoCard()
    qtbot.addWidget(card)
    card.set_wide(330)
    todos = tuple(Todo(kind, 2, "Aino", start=EVENT.start) for kind in TodoKind)
    card.show_overview(replace(EMPTY, todos=todos))
    assert len(card.buttons) == 4

    card._show_all()
    assert len(card.buttons) == len(todos)
    card.show_overview(EMPTY)
    assert texts(card) == ["Things to do", "All is done for now."]


def test_changes_say_when_and_who_and_what_was_undone(qtbot):
    card = ChangesCard()
    qtbot.addWidget(card)
    deeds = (
        Deed("1", "walk_in", {"name": "Aino"}, "2026-11-26T06:51:00Z", "Desk C", "Henna"),
        Deed("2", "edit_guest", {"name": "Onni"}, "2026-11-20T12:00:00Z", "Desk C", undone=True),
        Deed("3", "add_guest", {"name": "Eva"}, "2025-11-20T12:00:00Z"),
    )
    card.show_overview(replace(EMPTY, deeds=deeds))

    assert texts(card) == [
        "Recent changes",
        "8.51", "Aino added at the door", "Henna · Desk C",
        "20.11.", "Onni changed", "Undone · Desk C",
        "20.11.2025", "Eva added",
    ]  # fmt: skip
    assert len(card.undos) == 2


def test_desks_show_their_share(qtbot):
    card = DesksCard()
    qtbot.addWidget(card)
    desks = (DeskCount("Desk A", 30, 2), DeskCount("", 10))
    card.show_overview(replace(EMPTY, desks=desks, counts=EventCounts(arrived=40)))

    assert "last 10 minutes: 2 arrivals" in texts(card)
    assert "Other programs" in texts(card)
    assert not card.isHidden()


def test_open_asks_for_a_file(one, monkeypatch, tmp_path):
    asked = []

    def ask(*values):
        asked.append(values)
        return "", ""

    monkeypatch.setattr("networking_app.gui.home.making.QFileDialog.getOpenFileName", ask)
    one.window.navigate("home", open_file=True)

    assert len(asked) == 1
    assert Path(asked[0][2]) == tmp_path

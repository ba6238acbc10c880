"""The window over real files: start, other files and events, what others write, undo, language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

import factories
from gui import opened
from networking_app.domain.problems import Trouble
from networking_app.gui.home.first_start import FirstStart
from networking_app.gui.opening import choice
from networking_app.gui.pages.home import HomePage
from networking_app.gui.theme import look
from networking_app.services.office import new_office, open_office
from networking_app.support import i18n
from networking_app.support.settings import Settings


@pytest.fixture
def clock():
    return factories.Clock()


@pytest.fixture
def file(tmp_path, clock):
    path = tmp_path / "evening.nwapp"
    office = new_office(path, "Desk A", clock)
    event = office.events.create("Evening", door="Main door", start="2026-11-26", place="Mikkeli")
    clock.forward(minutes=1)
    office.guests.add(event, factories.details("Aino Pöyhönen", organisation="Järvi"))
    office.close()
    clock.forward(minutes=1)
    return path


@pytest.fixture
def start(qapp, tmp_path, clock):
    made = []

    def begin(path=None, **settings):
        values = {"language": "en", "reduce_motion": True, "theme": "light"} | settings
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


def titles(one):
    shown, others = one.window._event
    return (shown.title if shown else None), [other.title for other in others]


def test_first_start_offers_to_make_an_event(start):
    one = start()

    assert isinstance(one.window.current(), FirstStart)
    assert one.window.isVisible()
    assert not one.messages.notices


def test_named_file_is_opened_and_remembered(start, file):
    one = start(file)

    assert isinstance(one.window.current(), HomePage)
    assert titles(one) == ("Evening", [])
    assert one.room.preferences.now.recent_workspaces == (str(file.resolve()),)


def test_file_used_last_is_opened_again(start, file):
    one = start(recent_workspaces=(str(file),))

    assert titles(one)[0] == "Evening"


def test_file_used_last_stays_closed_when_not_wanted(start, file):
    one = start(recent_workspaces=(str(file),), reopen_last=False)

    assert isinstance(one.window.current(), FirstStart)


def test_missing_file_leads_to_the_first_steps_with_a_banner(start, tmp_path):
    one = start(tmp_path / "gone.nwapp")

    assert isinstance(one.window.current(), FirstStart)
    assert "gone.nwapp" in next(iter(one.messages.notices.values())).fact


def test_file_that_is_no_event_is_said_in_a_banner(start, tmp_path):
    (tmp_path / "photo.nwapp").write_bytes(b"\x89PNG and more" * 100)
    one = start(tmp_path / "photo.nwapp")

    assert isinstance(one.window.current(), FirstStart)
    assert len(one.messages.notices) == 1


def test_other_file_is_opened_and_the_banner_goes(start, file, tmp_path):
    one = start(tmp_path / "gone.nwapp")
    one.reopen(path=file)
    opened.settle(one, 0.05)

    assert isinstance(one.window.current(), HomePage)
    assert titles(one)[0] == "Evening"
    assert not one.messages.notices


def test_file_that_cannot_be_opened_leaves_the_open_one(start, file, tmp_path):
    one, told = start(file), []
    one.reopen(path=tmp_path / "gone.nwapp", failed=told.append)
    opened.settle(one, 0.05)

    assert isinstance(told[0], Trouble)
    assert titles(one)[0] == "Evening"


def test_new_file_is_filled_and_opened(start, tmp_path):
    one = start()
    one.reopen(
        path=tmp_path / "new.nwapp", make=lambda office: office.events.create("New", door="Door")
    )
    opened.settle(one, 0.05)

    assert titles(one)[0] == "New"


def test_new_file_that_could_not_be_filled_is_taken_away(start, tmp_path):
    one, told = start(), []

    def fill(_office):
        raise ValueError

    one.reopen(path=tmp_path / "new.nwapp", make=fill, failed=told.append)
    opened.settle(one, 0.05)

    assert isinstance(told[0], ValueError)
    assert not (tmp_path / "new.nwapp").exists()


def test_new_file_never_replaces_one_that_is_there(start, file):
    one, told = start(), []
    before = file.read_bytes()
    one.reopen(path=file, make=lambda _office: None, failed=told.append)
    opened.settle(one, 0.05)

    assert isinstance(told[0], Trouble)
    assert file.read_bytes() == before


def test_events_of_one_file_are_switched(start, file, clock):
    one = start(file)
    clock.forward(minutes=1)
    second = one.room.services.events.create("Morning", door="Door")
    opened.settle(one, 0.05)
    assert titles(one) == ("Morning", ["Evening"])

    first = next(e.id for e in one.room.services.events.all() if e.id != second)
    one.reopen(event=first)
    opened.settle(one, 0.05)
    assert titles(one) == ("Evening", ["Morning"])
    assert one.window.current().frame.title.text() == "Evening"


def test_what_another_program_wrote_is_noticed(start, file, clock):
    one, told = start(file), []
    one.signals.changed.connect(told.append)
    other = open_office(file, "Desk B", clock)
    other.guests.add(other.events.current().id, factories.details("Onni Aho"))
    other.close()
    one._look()
    opened.settle(one, 0.05)
    one._look()
    opened.settle(one, 0.05)

    assert len(told) == 1
    assert {"registration", "check_in"} <= told[0]
    assert one.window.current()._seen.counts.registered == 2


def test_own_writes_reach_the_pages_from_another_thread(start, file, qtbot):
    one = start(file)
    office = one.room.services
    details = factories.details("Onni Aho")
    with qtbot.waitSignal(one.signals.changed):
        one.tasks.run(one, lambda: office.guests.add(office.events.current().id, details))
    opened.settle(one, 0.05)

    assert one.window.current()._seen.counts.registered == 2


def test_undo_and_redo_go_through_the_history(start, file):
    one = start(file)
    one.messages.undo_last()
    opened.settle(one, 0.05)
    assert one.messages.toast_text() == "Undone: Aino Pöyhönen added"
    assert one.window.current()._seen.is_empty

    one.messages.redo_last()
    opened.settle(one, 0.05)
    assert one.window.current()._seen.counts.registered == 1


def test_event_taken_back_leads_to_the_first_steps(start, file):
    one = start(file)
    one.messages.undo_last()
    opened.settle(one, 0.05)
    history = one.room.services.history
    made = next(deed for deed in history.recent() if deed.deed == "new_event")
    history.undo(made.id)
    opened.settle(one, 0.05)

    assert titles(one) == (None, [])
    assert isinstance(one.window.current(), FirstStart)
    assert not one.messages.notices


def test_backup_is_made_once_a_day(start, file):
    one = start(file)
    for _ in range(2):
        one._back_up()
        opened.settle(one, 0.05)

    assert len(one.room.services.workspace.backups()) == 1
    assert all(todo.kind != "no_backup" for todo in one.window.current()._seen.todos)


def test_copy_is_put_back(start, file):
    one = start(file)
    copy = one.room.services.workspace.daily_backup(one.room.now())
    event = one.room.services.events.current().id
    one.room.services.guests.add(event, factories.details("Onni Aho"))
    one.reopen(path=file, backup=copy, page="settings")
    opened.settle(one, 0.05)

    assert one.room.services.events.counts(event).registered == 1
    assert one.window.current_name() == "settings"
    assert list(file.parent.glob("evening-replaced-*.nwapp"))


def test_damaged_copy_is_refused_and_work_goes_on(start, file):
    one, told = start(file), []
    copy = one.room.services.workspace.daily_backup(one.room.now())
    copy.write_bytes(copy.read_bytes()[:-100])
    one.reopen(path=file, backup=copy, failed=told.append)
    opened.settle(one, 0.05)

    assert isinstance(told[0], Trouble)
    event = one.room.services.events.current().id
    one.room.services.guests.add(event, factories.details("Onni Aho"))
    opened.settle(one, 0.05)
    assert one.room.services.events.counts(event).registered == 2


def test_language_and_theme_change_at_once(start, file):
    one = start(file)
    one.room.preferences.change(language="fi", theme="dark")
    opened.settle(one, 0.05)

    assert i18n.current() == "fi"
    assert look().is_dark()
    assert isinstance(one.window.current(), HomePage)


def test_person_found_in_the_palette_is_opened(start, file):
    one = start(file)
    one.window.open_palette()
    one.window.palette_.field.setText("poyho")
    one.window.palette_._ask_people()
    opened.settle(one, 0.05)
    entry = one.window.palette_.entries()[0]
    assert (entry.text, entry.tail) == ("Aino Pöyhönen", "Järvi · Registered")

    entry.run()
    opened.settle(one, 0.05)
    assert one.window.current_name() == "participants"


def test_scan_outside_the_desk_opens_the_desk(start, file):
    one = start(file)
    one.window.take_scan("ABCDEFGHJK")
    opened.settle(one, 0.05)

    assert one.window.current_name() == "desk"


def test_event_is_offered_with_its_day_and_town(start, file):
    one = start(file)
    event = one.room.services.events.current()

    assert choice(event).line == "Thu 26 Nov 2026 · Mikkeli"


@pytest.mark.parametrize("name", ["home", "settings"])
def test_page_is_walked_by_tab(start, file, name, qtbot):
    one = start(file)
    one.window.navigate(name)
    opened.settle(one, 0.05)
    seen = []
    for _ in range(60):
        widget = one.window.focusWidget()
        if widget in seen:
            break
        seen.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)

    assert len(seen) > 3
    assert [w for w in seen if not w.accessibleName() and not getattr(w, "text", str)()] == []

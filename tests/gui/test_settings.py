"""The Settings page: what is chosen counts at once, the scanner test, copies and the file check."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import factories
from gui import opened
from networking_app.gui.dialogs.ask import Ask
from networking_app.gui.settings.files import LicencesDialog
from networking_app.gui.theme import look
from networking_app.services.office import new_office
from networking_app.services.workspace import CheckResult
from networking_app.support import settings
from networking_app.support.settings import Settings

NOW = datetime(2026, 11, 26, 6, 54, tzinfo=UTC)


@pytest.fixture
def one(qapp, tmp_path):
    clock = factories.Clock(NOW)
    path = tmp_path / "evening.nwapp"
    office = new_office(path, "Desk A", clock)
    event = office.events.create("Evening", door="Main door")
    office.guests.add(event, factories.details("Aino Pöyhönen"))
    office.close()
    made = opened.opening(tmp_path, Settings(language="en", theme="light"), NOW, clock)
    made.start(path)
    made.window.navigate("settings")
    opened.settle(made, 0)
    yield made
    opened.settle(made, 0)
    made.close()
    made.window.close()
    made.window.deleteLater()


def page(one):
    return one.window.current()


def test_theme_text_size_and_motion_count_at_once(one):
    page(one).look_.theme._group.button(1).click()
    page(one).look_.text_size._group.button(3).click()
    page(one).look_.motion.setChecked(True)

    assert look().is_dark()
    assert look().percent == 150
    assert look().reduce_motion
    assert one.room.preferences.now.text_size == 150


def test_language_is_changed_and_the_page_stays(one):
    page(one).look_.language._group.button(1).click()
    opened.settle(one, 0.05)

    assert one.room.preferences.now.language == "sv"
    assert one.window.current_name() == "settings"
    assert page(one).look_.language.value() == "sv"


def test_desk_is_called_by_its_new_name(one):
    page(one).desk.name.set_text("Main door")
    page(one).desk.name.editor.editingFinished.emit()
    opened.settle(one, 0.05)

    assert one.room.preferences.now.desk_name == "Main door"
    assert one.window.current_name() == "settings"


def test_volume_and_mute_are_kept(one):
    page(one).sounds.volume.setValue(35)
    page(one).sounds.mute.setChecked(True)
    opened.settle(one, 0.3)

    now = one.room.preferences.now
    assert (now.sound_volume, now.muted) == (35, True)
    assert page(one).sounds.share.text() == "35 %"


def test_each_cue_can_be_listened_to_unless_muted(one):
    card = page(one).sounds
    card.volume.setValue(20)
    card.listen["refused"].click()
    card.listen["unknown"].click()
    assert card.sounds.played == ["refused", "unknown"]
    assert one.room.preferences.now.sound_volume == 20
    assert card.said.isHidden() == card.sounds.can_sound()

    card.mute.setChecked(True)
    assert not card.listen["welcome"].isEnabled()
    assert card.listen["welcome"].accessibleDescription() == "Sounds are muted"
    card.mute.setChecked(False)
    assert card.listen["welcome"].isEnabled()


def test_muted_at_the_desk_it_is_muted_here(one):
    one.room.preferences.change(muted=True)
    assert page(one).sounds.mute.isChecked()


def test_scanner_test_says_whose_code_it_is_and_checks_nobody_in(one):
    office = one.room.services
    event = office.events.current().id
    code = office.guests.all(event)[0].code
    one.window.take_scan(code)
    opened.settle(one, 0.05)
    card = page(one).scanner

    assert card.read.text() == code
    assert card.pill.face.kind == "done"
    assert card.meant.text() == "It belongs to Aino Pöyhönen."
    assert office.events.counts(event).arrived == 0


@pytest.mark.parametrize(("code", "kind"), [("6401234567890", "info"), ("AAAAAAAAAA", "warning")])
def test_scanner_test_tells_other_codes(one, code, kind):
    one.window.take_scan(code)
    opened.settle(one, 0.05)

    assert page(one).scanner.pill.face.kind == kind
    assert page(one).scanner.meant.isHidden()


def test_code_of_nobody_is_said(one):
    one.window.take_scan("2222222222")
    opened.settle(one, 0.05)
    card = page(one).scanner

    expected = {"done": "Nobody at this event has this code.", "warning": ""}
    assert card.meant.text() == expected[card.pill.face.kind]


def test_copy_is_made_listed_and_put_back(one):
    backup = page(one).backup
    assert backup.restores == []
    backup.now.click()
    opened.settle(one, 0.05)
    assert [b.accessibleName() for b in backup.restores] == ["Go back to it: 26.11.2026 at 6.54"]

    office = one.room.services
    event = office.events.current().id
    office.guests.add(event, factories.details("Onni Aho"))
    backup.restores[0].click()
    ask = one.window.findChild(Ask)
    assert ask.windowTitle() == "Go back to the copy of 26.11.2026 at 6.54?"
    assert ask.focusWidget() is ask.keep
    ask.do.click()
    opened.settle(one, 0.05)

    assert one.room.services.events.counts(event).registered == 1
    assert one.window.current_name() == "settings"


def test_kept_file_is_not_touched(one):
    page(one).backup.now.click()
    opened.settle(one, 0.05)
    before = one.room.services
    page(one).backup.restores[0].click()
    one.window.findChild(Ask).keep.click()
    opened.settle(one, 0.05)

    assert one.room.services is before


def test_many_copies_are_shown_on_request(one):
    card = page(one).backup
    path = one.room.services.workspace.path
    card.show_copies([(path, NOW, 2_500_000)] * 8)
    assert len(card.restores) == 5

    card._show_all()
    assert len(card.restores) == 8


def test_file_is_checked(one):
    card = page(one).file
    card.check.click()
    opened.settle(one, 0.05)
    assert card.result.face.text == "The file is sound"

    card.show_result(CheckResult("evening.nwapp", ("row 3 missing",)))
    assert card.result.face.kind == "error"
    assert "row 3 missing" in card.said.text()


def test_licences_are_shown(one):
    page(one).about.licences.click()
    dialog = one.window.findChild(LicencesDialog)

    assert dialog.isVisible()
    dialog.accept()


def test_settings_that_cannot_be_written_count_and_are_said(one, tmp_path):
    (tmp_path / "blocked").write_text("a file, no folder", "utf-8")
    one.room.preferences._folder = tmp_path / "blocked"
    page(one).sounds.mute.setChecked(True)

    assert one.room.preferences.now.muted
    assert not (tmp_path / "blocked" / "settings.json").exists()
    assert one.messages.notices
    assert settings.Settings().muted is False

"""Toasts with undo, banners, trouble and bugs."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.gui.dialogs.bug import BugDialog
from networking_app.gui.messages import BannerArea
from networking_app.gui.widgets.banner import Banner, Notice


@pytest.fixture
def window(qtbot, messages):
    made = QWidget()
    made.resize(800, 600)
    qtbot.addWidget(made)
    made.show()
    messages.attach(made)
    return made


def test_toast_is_undone_once_also_after_it_is_gone(window, messages):
    undone = []
    messages.toast("3 people set to Student", undo=lambda: undone.append("students"))
    assert messages.toast_text() == "3 people set to Student"
    messages._toast.hide_now()
    messages.undo_without_toast = lambda: undone.append("before")

    messages.undo_last()
    messages.undo_last()

    assert undone == ["students", "before"]
    assert messages.toast_text() == ""


def test_newest_toast_replaces(window, messages):
    undone = []
    messages.toast("One", undo=lambda: undone.append(1))
    messages.toast("Two", undo=lambda: undone.append(2))

    messages._toast.undo.click()

    assert undone == [2]


def test_toast_stays_while_its_button_has_the_focus(qtbot, window, messages):
    messages.toast("One", undo=lambda: None)
    window.activateWindow()
    messages._toast.undo.setFocus()
    qtbot.waitUntil(messages._toast.undo.hasFocus)

    assert not messages._toast._timer.isActive()


def test_banner_shows_until_cleared_and_then_turns_green(window, messages):
    area = BannerArea(messages, window)
    messages.banner("net", Notice("warn", "No connection", "Keep going"))
    assert [b.notice.fact for b in area.findChildren(Banner)] == ["No connection"]

    messages.clear("net", done="All were sent")

    assert messages.notices["net"] == Notice("ok", "All were sent")
    messages._fade("net", messages.notices["net"])
    assert messages.notices == {}
    assert area.isHidden()


def test_clearing_what_never_was_says_nothing(window, messages):
    messages.clear("net", done="All were sent")

    assert messages.notices == {}


def test_trouble_is_a_sentence_with_a_second_try(window, messages):
    tried = []
    messages.trouble(Trouble(TroubleKind.FILE_LOCKED, "guests.xlsx"), retry=lambda: tried.append(1))

    notice = messages.notices["trouble:file_locked"]
    assert "guests.xlsx" in notice.fact
    notice.act()
    assert (tried, messages.notices) == ([1], {})


def test_a_bug_opens_one_dialog_and_can_be_saved(qtbot, window, messages, tmp_path):
    with qtbot.waitSignal(messages.bug_found) as found:
        messages.trouble(ValueError("Aino Virta"))
    messages.trouble(ValueError("again"))

    dialogs = window.findChildren(BugDialog)
    assert len(dialogs) == 1
    dialogs[0].save_to(tmp_path / "report.txt")
    saved = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert saved == found.args[0]
    assert "ValueError" in saved
    dialogs[0].accept()

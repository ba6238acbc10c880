"""The note for the desk and blocking: in the form, in the panel, and taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from networking_app.domain.registration import GuestDetails
from networking_app.gui.dialogs.block import BlockDialog
from networking_app.gui.dialogs.guest_form import GuestForm
from networking_app.gui.widgets.marks import Pill
from networking_app.gui.widgets.text import Label

Key = Qt.Key


def button(owner, words):
    found = owner.findChildren(QPushButton)
    return next(b for b in found if b.accessibleName() == words and b.isVisibleTo(owner))


def texts(owner):
    return {label.text() for label in owner.findChildren(Label) if label.isVisibleTo(owner)}


def test_form_keeps_the_note_for_the_desk_and_whether_it_holds(qtbot):
    form = GuestForm(GuestDetails(given="Aino", family="Aho"))
    qtbot.addWidget(form)
    form.show()
    assert not form.holds.isEnabled()
    qtbot.keyClicks(form.attention.editor, "Wants to see the head")
    qtbot.keyClick(form.holds, Key.Key_Space)
    assert (form.details().attention, form.details().holds) == ("Wants to see the head", True)

    form.attention.set_text("")
    assert not form.details().holds


def test_form_shows_what_is_stored(qtbot):
    before = GuestDetails(
        given="Aino", category="speaker", attention="VIP", holds=True, blocked="Unpaid"
    )
    form = GuestForm(before)
    qtbot.addWidget(form)
    assert form.holds.isChecked()
    assert form.details() == before


def test_panel_shows_the_note_and_that_it_holds(stage):
    (key,) = stage.add("Aino Aho", attention="Wants to see the head", holds=True)
    page = stage.show(person=key)
    assert "Wants to see the head" in texts(page.panel)
    pills = [p.face.text for p in page.panel.findChildren(Pill) if p.isVisibleTo(page.panel)]
    assert "Held until confirmed" in pills


def test_guest_is_blocked_with_a_reason_and_let_in_again(stage):
    (key,) = stage.add("Aino Aho")
    page = stage.show(person=key)
    stage.press(Key.Key_Return, widget=button(page.panel, "Block"))
    dialog = stage.window.findChild(BlockDialog)
    assert dialog.focusWidget() is dialog.line
    stage.press(Key.Key_Return, widget=dialog.line)
    assert dialog.isVisible()
    assert dialog.reason.error()
    stage.type(dialog.line, "Fee not paid")
    stage.press(Key.Key_Return, widget=dialog.line)

    assert stage.guests.details(key).blocked == "Fee not paid"
    assert "Fee not paid" in texts(page.panel)
    stage.press(Key.Key_Return, widget=button(page.panel, "Let in again"))
    assert stage.guests.details(key).blocked == ""

    stage.room.messages.undo_last()
    stage.settle()
    assert stage.guests.details(key).blocked == "Fee not paid"

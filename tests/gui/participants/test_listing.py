"""The participants page over a real workspace, mostly from the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from networking_app.domain.registration import Status
from networking_app.gui.widgets.states import EmptyState

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def button(owner, words):
    return next(
        b
        for b in owner.findChildren(QPushButton)
        if b.accessibleName() == words and b.isVisibleTo(owner)
    )


def test_guests_stand_in_finnish_order_with_counts_and_sorting_in_words(stage):
    stage.add("Siiri Åkerblom", "Aino Pöyhönen", "Tapani Lehto", "Ä Äyräs")
    page = stage.show()

    assert stage.names == ["Lehto, Tapani", "Pöyhönen, Aino", "Åkerblom, Siiri", "Äyräs, Ä"]
    assert page.listing.card._left.text() == "4 participants"
    assert page.listing.card._right.text() == "Sorted by name, Finnish order"
    page.listing.model.sort_by("status", descending=True)
    assert page.listing.card._right.text() == "Sorted by Status, downwards"


def test_nobody_yet_offers_the_import_and_the_form(stage):
    page = stage.show()

    state = page.findChild(EmptyState)
    assert state.accessibleName() == "No participants yet"
    button(state, "Import a spreadsheet").click()
    assert stage.went == [("import_guests", {})]


def test_search_is_live_and_best_match_comes_first(stage):
    stage.add("Matti Pöyhönen", "Pöyry Matilainen", "Aino Aho")
    page = stage.show()

    stage.type(page.bar.search, "poyhonen")

    assert stage.names == ["Pöyhönen, Matti"]
    assert page.listing.card._left.text() == "3 participants · 1 with these filters"
    assert page.listing.card._right.text() == "Best match first"
    stage.press(Key.Key_Escape, widget=page.bar.search)
    assert len(stage.names) == 3
    assert page.listing.card._right.text() == "Sorted by name, Finnish order"


def test_of_quick_letters_only_the_last_answer_is_shown(stage):
    stage.add("Matti Pöyhönen", "Aino Aho")
    page = stage.show()

    page.bar.search.setText("matti")
    page.bar.changed.emit()
    page.bar.search.setText("aino")
    page.bar.changed.emit()
    stage.settle()

    assert stage.names == ["Aho, Aino"]


def test_chips_filter_and_nobody_matching_clears_them(stage):
    here, gone, _other = stage.add("Aino Aho", "Ii Lehto", "Outi Aalto", category="speaker")
    stage.add("Ii Lehto", email="another@x.fi")
    stage.guests.set_status([gone], Status.CANCELLED)
    door = stage.room.services.checkin
    door.admit(here, door.point(stage.event))
    page = stage.show()

    page.bar.status.choose("cancelled")
    stage.settle()
    assert stage.names == ["Lehto, Ii"]
    page.bar.status.choose("")
    page.bar.arrival.choose("here")
    stage.settle()
    assert stage.names == ["Aho, Aino"]
    page.bar.arrival.choose("expected")
    page.bar.category.choose("speaker")
    stage.settle()
    assert stage.names == ["Aalto, Outi"]
    page.bar.arrival.choose("")
    page.bar.category.choose("")
    assert page.bar.doubles.words() == "Same names 2"
    page.bar.doubles.click()
    stage.settle()
    assert stage.names == ["Lehto, Ii", "Lehto, Ii"]
    page.bar.arrival.choose("here")
    stage.settle()
    state = page.findChild(EmptyState)
    assert state.accessibleName() == "Nobody matches"
    button(state, "Clear filters").click()
    stage.settle()
    assert len(stage.names) == 4


def test_keys_choose_many_and_the_bar_cancels_them_with_one_undo(stage):
    keys = stage.add("Aino Aho", "Ii Lehto", "Outi Salo")
    page = stage.show()
    page.listing.table.setFocus()
    stage.press(Key.Key_Home, widget=page.listing.table)
    stage.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, page.listing.table)
    assert page.listing.chosen() == (keys[0], keys[1])
    assert page.listing.card.bulk.isVisible()

    page.listing.wanted.emit("cancel")
    stage.settle()

    assert [stage.status(key) for key in keys] == ["cancelled", "cancelled", "registered"]
    assert stage.toast == "2 guests cancelled"
    stage.press(Key.Key_Z, CTRL, stage.window)
    assert {stage.status(key) for key in keys} == {Status.REGISTERED}
    assert "Undone" in stage.toast
    stage.press(Key.Key_Escape, widget=page.listing.table)
    assert not page.listing.card.bulk.isVisible()


def test_ctrl_enter_checks_in_and_undo_takes_it_back(stage):
    (key,) = stage.add("Aino Aho")
    page = stage.show()

    stage.press(Key.Key_Return, CTRL, page.listing.table)
    assert stage.toast == "Aino Aho checked in"
    assert page.listing.model.row_at(0).arrived
    stage.press(Key.Key_Z, CTRL, stage.window)

    assert not stage.guests.some(stage.event, [key])[0].arrived


def test_a_cancelled_guest_is_not_let_in_and_the_page_says_why(stage):
    (key,) = stage.add("Aino Aho")
    stage.guests.set_status([key], Status.CANCELLED)
    page = stage.show()

    stage.press(Key.Key_Return, CTRL, page.listing.table)

    notice = stage.room.messages.notices["participants"]
    assert notice.fact == "Aino Aho has cancelled. Ask the organiser."


def test_of_many_those_who_may_come_in_do(stage):
    keys = stage.add(*(f"Aino Aho{n}" for n in range(25)))
    stage.guests.set_status(keys[:2], Status.WAITING)
    page = stage.show()
    page.listing.model.tick_all()

    page.listing.wanted.emit("check_in")
    stage.settle()

    assert stage.toast == "23 guests checked in"
    assert stage.room.messages.notices["participants"].fact.startswith("2 guests were not")
    stage.room.messages.undo_last()
    stage.settle()
    assert stage.toast == "23 check-ins undone"
    assert not any(guest.arrived for guest in stage.guests.all(stage.event))


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("category:speaker", "Category changed to Speaker"),
        ("wait", "Aino Aho put on the waiting list"),
        ("remove", "Aino Aho removed"),
    ],
)
def test_each_deed_is_told_and_undone(stage, what, said):
    (key,) = stage.add("Aino Aho")
    before = stage.guests.all(stage.event)
    page = stage.show()
    page.listing.go_to(key)

    page.listing.wanted.emit(what)
    stage.settle()
    assert stage.toast == said
    assert stage.guests.all(stage.event) != before
    stage.room.messages.undo_last()
    stage.settle()

    assert stage.guests.all(stage.event) == before


def test_a_deed_that_changes_nothing_says_so(stage):
    (key,) = stage.add("Aino Aho")
    page = stage.show()
    page.listing.go_to(key)

    page.listing.wanted.emit("reinstate")
    stage.settle()

    assert stage.toast == "Nothing to change"


def test_badges_of_the_chosen_are_handed_on(stage):
    keys = stage.add("Aino Aho", "Ii Lehto")
    page = stage.show()
    page.listing.model.tick_all()

    stage.press(Key.Key_P, CTRL, page.listing.table)

    assert stage.went == [("badges", {"ids": tuple(keys)})]

"""The participants page over a real workspace, mostly from the keyboard."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

import factories
from gui import guests_room
from networking_app.domain.registration import Permission, Purpose, Status
from networking_app.gui.models.paged import PagedModel
from networking_app.gui.pages import participants
from networking_app.gui.participants_export import with_ending
from networking_app.gui.people_search import people_search
from networking_app.gui.widgets.button import Button, IconButton
from networking_app.gui.widgets.states import EmptyState

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clock():
    return factories.Clock()


@pytest.fixture
def stage(tmp_path, clock, qtbot):
    """Room, event, and a window that shows the page once asked to."""
    made = guests_room.Stage(tmp_path, clock, qtbot)
    yield made
    made.close()


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


def test_enter_opens_the_panel_and_esc_gives_the_focus_back(stage):
    (key,) = stage.add(
        "Aino Aho",
        email="a@x.fi",
        diet="keliakia",
        note="late",
        answers=(("Wish", "window"),),
        consents=((Purpose.PHOTO, Permission.ASK), (Purpose.MARKETING, Permission.NO)),
    )
    page = stage.show()

    stage.press(Key.Key_Return, widget=page.listing.table)

    assert page.panel.isVisible()
    assert page.panel.file.guest.id == key
    said = shown(page.panel)
    assert {"a@x.fi", "Ask before publishing", "Not to be sent", "window", "late"} <= said
    assert "keliakia" not in said
    button(page.panel, "Show diet and needs").click()
    assert "keliakia" in shown(page.panel)
    button(page.panel, "Hide diet and needs").click()
    assert "keliakia" not in shown(page.panel)
    stage.press(Key.Key_Escape, widget=page.panel)
    assert not page.panel.isVisible()
    assert stage.window.focusWidget() is page.listing.table


def shown(panel):
    from networking_app.gui.widgets.text import Label

    return {label.text() for label in panel.findChildren(Label) if label.isVisibleTo(panel)}


def test_the_panel_follows_the_table_and_what_changes(stage):
    first, second = stage.add("Aino Aho", "Ii Lehto")
    page = stage.show(person=first)
    assert page.panel.file.guest.id == first

    stage.press(Key.Key_Down, widget=page.listing.table)
    assert page.panel.file.guest.id == second
    button(page.panel, "Cancel registration").click()
    stage.settle()
    assert page.panel.file.guest.status is Status.CANCELLED
    button(page.panel, "Register again").click()
    stage.settle()
    assert page.panel.file.guest.status is Status.REGISTERED
    button(page.panel, "Check in").click()
    stage.settle()
    assert page.panel.file.guest.arrived
    button(page.panel, "Print badge").click()
    assert stage.went == [("badges", {"ids": (second,)})]
    button(page.panel, "Remove").click()
    stage.settle()
    assert not page.panel.isVisible()


def test_one_entry_of_the_history_is_undone(stage):
    (key,) = stage.add("Aino Aho")
    stage.clock.forward(minutes=1)
    stage.guests.set_category([key], "speaker")
    stage.clock.forward(minutes=1)
    stage.guests.set_status([key], Status.CANCELLED)
    page = stage.show(person=key)
    undo = [
        b
        for b in page.panel.findChildren(Button)
        if b.words() == "Undo" and "Category" in b.accessibleDescription()
    ]

    undo[0].click()
    stage.settle()

    guest = stage.guests.some(stage.event, [key])[0]
    assert (guest.category, guest.status) == ("participant", Status.CANCELLED)
    assert "Status: Registered → Cancelled" in shown(page.panel)


def test_a_long_history_is_shown_in_part_first(stage):
    (key,) = stage.add("Aino Aho")
    for number in range(15):
        stage.clock.forward(minutes=1)
        stage.guests.set_category([key], ("speaker", "vip")[number % 2])
    page = stage.show(person=key)

    button(page.panel, "Show 4 more").click()
    stage.settle()

    assert "Aino Aho added" in shown(page.panel)


def test_namesakes_are_compared(stage):
    first, _second = stage.add("Aino Aho", "Aino Aho")
    stage.add("Ii Lehto")
    page = stage.show(person=first)

    button(page.panel, "Compare").click()
    stage.settle()

    assert stage.names == ["Aho, Aino", "Aho, Aino"]


def test_someone_hidden_by_a_filter_is_shown_all_the_same(stage):
    first, second = stage.add("Aino Aho", "Ii Lehto")
    page = stage.show()
    stage.type(page.bar.search, "aino")
    assert stage.names == ["Aho, Aino"]

    page.came(person=second, check_in=True)
    stage.settle()

    assert page.panel.file.guest.id == second
    assert stage.guests.some(stage.event, [second])[0].arrived
    page.came(person="nobody")
    stage.settle()
    assert page.listing.current_id() == second
    page.came(person=first, edit=True)
    stage.settle()
    assert page.forms.form.details().name == "Aino Aho"
    page.forms.form.reject()


def test_a_guest_is_added_by_the_form_and_taken_back(stage):
    page = stage.show()
    page.add()
    form = page.forms.form
    form.given.set_text("Aino")
    form.family.set_text("Pöyhönen")
    form.save()
    stage.settle()

    assert stage.names == ["Pöyhönen, Aino"]
    assert page.panel.file.guest.name == "Aino Pöyhönen"
    assert stage.toast == "Aino Pöyhönen added"
    stage.room.messages.undo_last()
    stage.settle()
    assert stage.guests.all(stage.event) == []


def test_a_guest_is_changed_by_the_form(stage):
    (key,) = stage.add("Aino Aho", organisation="Savon Oy", diet="keliakia")
    page = stage.show(person=key)
    stage.press(Key.Key_F2, widget=page.listing.table)
    page.forms.form.organisation.set_text("Järvivesi Oy")
    page.forms.form.photo.choose("no")

    page.forms.form.save()
    stage.settle()

    details = stage.guests.details(key)
    assert (details.organisation, details.diet) == ("Järvivesi Oy", "keliakia")
    assert details.consents == ((Purpose.PHOTO, Permission.NO),)
    assert page.forms.form is None


def test_the_form_warns_of_someone_known_and_shows_them(stage):
    (key,) = stage.add("Aino Pöyhönen", organisation="Savon Oy", email="a@x.fi")
    page = stage.show()
    page.add()
    form = page.forms.form
    form.given.set_text("Aino")
    form.family.set_text("Poyhonen")
    stage.settle()

    stage.bot.waitUntil(lambda: form._warning.count() > 0)
    banner = form._warning.itemAt(0).widget()
    button(banner, "Show").click()
    stage.settle()

    assert page.forms.form is None
    assert page.panel.file.guest.id == key


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".pdf"])
def test_a_list_is_written_into_a_file(stage, tmp_path, ending):
    stage.add("Aino Aho", "Ii Lehto")
    page = stage.show()
    out = tmp_path / f"list{ending}"

    page.export.write("attendees", out)
    stage.settle()

    assert out.stat().st_size > 100
    assert stage.toast == f"list{ending} saved"
    if ending == ".csv":
        with out.open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.reader(file))) == 3


def test_a_list_that_cannot_be_written_is_trouble(stage, tmp_path):
    stage.add("Aino Aho")
    page = stage.show()

    page.export.write("attendees", tmp_path / "nowhere" / "list.csv")
    stage.settle()

    assert any(key.startswith("trouble:") for key in stage.room.messages.notices)


def test_a_file_without_ending_gets_that_of_its_kind(tmp_path):
    assert with_ending(tmp_path / "list", "PDF document (*.pdf)").name == "list.pdf"
    assert with_ending(tmp_path / "list.csv", "PDF document (*.pdf)").name == "list.csv"
    assert with_ending(tmp_path / "26.11", "").name == "26.11.xlsx"


def test_the_palette_finds_people(stage):
    stage.add("Aino Pöyhönen", organisation="Savon Oy")
    stage.show()

    hits = people_search(stage.room)("poyho")

    assert [hit.name for hit in hits] == ["Aino Pöyhönen"]
    hits[0].open()
    assert stage.went[0][0] == "participants" or stage.page.panel.isVisible()


def test_twenty_thousand_rows_and_one_come_in_pages(stage, monkeypatch):
    from networking_app.gui import participants_listing

    stage.add("Aino Aho", "Ii Lehto", "Outi Salo")
    page = stage.show()
    monkeypatch.setattr(participants_listing, "MOST_ROWS", 2)
    page.reload()
    stage.settle()
    model = page.listing.model
    assert isinstance(model, PagedModel)
    model.row_at(0)
    stage.settle()

    assert stage.names == ["Aho, Aino", "Lehto, Ii", "Salo, Outi"]
    model.sort_by("name", descending=True)
    model.row_at(0)
    stage.settle()
    assert stage.names == ["Salo, Outi", "Lehto, Ii", "Aho, Aino"]
    stage.type(page.bar.search, "aino")
    assert not isinstance(page.listing.model, PagedModel)
    assert stage.names == ["Aho, Aino"]


def test_everything_that_takes_the_focus_has_a_name(stage):
    (key,) = stage.add("Aino Aho", diet="x")
    page = stage.show(person=key)
    page.add()
    widgets = [
        widget
        for owner in (page, page.forms.form)
        for kind in (QPushButton, QLineEdit, IconButton)
        for widget in owner.findChildren(kind)
    ]

    nameless = [widget for widget in widgets if not widget.accessibleName()]

    assert nameless == [] or all(isinstance(w.parent(), type(page.forms.form.category.editor))
                                 for w in nameless)  # fmt: skip
    page.forms.form.reject()


def test_the_page_knows_its_place():
    assert participants.ORDER == 2
    assert participants.TITLE() == "Participants"

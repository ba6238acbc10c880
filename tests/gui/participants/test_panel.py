"""The side panel, the form, lists into files, the palette, and many rows."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from networking_app.domain.registration import Permission, Purpose, Status
from networking_app.gui.models.paged import PagedModel
from networking_app.gui.pages import participants
from networking_app.gui.participants_export import with_ending
from networking_app.gui.people_search import people_search
from networking_app.gui.widgets.button import Button, IconButton

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def button(owner, words):
    return next(
        b
        for b in owner.findChildren(QPushButton)
        if b.accessibleName() == words and b.isVisibleTo(owner)
    )


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

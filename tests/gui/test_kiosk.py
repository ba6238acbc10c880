"""The kiosk by keyboard and scanner: from code or full name to thanks, or kindly to the desk."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui import kiosk_room as rooms
from gui.kiosk_room import press, type_, words
from networking_app.domain.kiosk import NAMES, Tries
from networking_app.domain.points import Question, QuestionKind
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.registration import Status
from networking_app.services.points import rules_of
from networking_app.support import i18n
from networking_app.support.settings import Settings

KEY = Qt.Key


def test_typing_the_full_name_checks_in_and_prints_by_keyboard_alone(qtbot, stand):
    type_(qtbot, stand, "pöyhönen aino")
    assert stand.step == "you"
    assert words(stand) == "Aino P., Järvivesi Oy? Is this you?"
    press(qtbot, stand, KEY.Key_Return)
    assert stand.step == "badge"
    press(qtbot, stand, KEY.Key_Return)
    assert stand.step == "thanks"
    assert "Welcome, Aino!" in words(stand)
    assert stand.arrived() == 1
    assert stand.printed == [("Badge of Aino Pöyhönen", rooms.PRINTER, b"%PDF")]
    assert stand.office.badges.at(stand.guest("Aino Pöyhönen").id).handed_out != ""
    press(qtbot, stand, KEY.Key_Return)
    assert stand.step == "start"
    assert stand.flow.visit.typed == ""


def test_a_code_leads_to_the_badge_at_once(qtbot, stand):
    stand.scan(stand.guest("Aino Pöyhönen").code)
    assert stand.step == "badge"
    assert stand.arrived() == 0
    press(qtbot, stand, KEY.Key_Return)
    assert (stand.step, stand.arrived()) == ("thanks", 1)


@pytest.mark.parametrize(
    "typed", ["Aino", "Pöyhönen", "Aino P", "Aino Järvivesi", "Aino Pöyhöne", "Ai Pö"]
)
def test_a_part_of_a_name_tells_nothing(qtbot, stand, typed):
    type_(qtbot, stand, typed)
    assert stand.step == "start"
    for secret in ("Pöyhönen?", "Järvivesi Oy", "Engineer", "Aino P."):
        assert secret not in words(stand)


def test_a_wrong_name_says_the_same_whoever_is_registered(qtbot, stand):
    type_(qtbot, stand, "Aino Virtanen")
    first = stand.window.view.name.error()
    stand.flow.tries = Tries(NAMES)
    stand.flow.start_over()
    type_(qtbot, stand, "Nobody Atall")
    assert stand.window.view.name.error() == first
    assert "come to the desk" in first


def test_wrong_names_make_the_next_one_wait_but_no_scan(qtbot, stand):
    now = [100.0]
    stand.flow._clock = lambda: now[0]
    type_(qtbot, stand, "Wrong Name")
    assert "try again in 1 s" in stand.window.view.name.error()
    assert not stand.window.view.go.isEnabled()
    stand.window.view.name.line.setText("")
    type_(qtbot, stand, "Aino Pöyhönen")
    assert stand.step == "start"
    now[0] += 1.5
    stand.flow._count_wait()
    press(qtbot, stand, KEY.Key_Return)
    assert stand.step == "you"
    stand.flow.start_over()
    for _ in range(8):
        now[0] += 31
        stand.flow.type_name("Wrong Name")
        stand.settle()
    assert stand.flow.visit.wait == 30
    stand.scan(stand.guest("Aino Pöyhönen").code)
    assert stand.step == "badge"


def test_guests_of_one_name_are_told_apart_by_their_organisation(qtbot, stand):
    type_(qtbot, stand, "Aho Matti")
    assert stand.step == "organisation"
    assert "Järvivesi" not in words(stand)
    type_(qtbot, stand, "lut yliopisto")
    assert "LUT-yliopisto?" in words(stand)


def test_a_wrong_organisation_goes_to_the_desk(qtbot, stand):
    type_(qtbot, stand, "Aho Matti")
    type_(qtbot, stand, "Nokia")
    assert stand.step == "desk"
    assert stand.flow.tries.wrong == 1


def test_who_says_no_starts_over(qtbot, stand):
    type_(qtbot, stand, "Aino Pöyhönen")
    press(qtbot, stand, KEY.Key_Tab)
    press(qtbot, stand, KEY.Key_Space)
    assert (stand.step, stand.arrived()) == ("start", 0)


@pytest.mark.parametrize("why", ["cancelled", "waiting", "blocked", "already", "hold", "point"])
def test_what_the_staff_must_settle_says_no_reason(stand, why):
    guests, guest = stand.office.guests, stand.guest("Kaarlo Miettinen")
    if why in {"cancelled", "waiting"}:
        guests.set_status([guest.id], Status(why))
    elif why == "blocked":
        guests.block(guest.id, "SECRET")
    elif why == "already":
        stand.office.checkin.scan(guest.code, stand.flow.place.point)
    elif why == "hold":
        guests.set_attention(guest.id, "SECRET", holds=True)
    else:
        point = stand.flow.place.point
        rules = stand.office.points.all(stand.event)[0]
        stand.office.points.change(
            stand.event, point.id, replace(rules_of(rules), allowed=("speaker",))
        )
        stand.flow.place = rooms.load(stand)
    before = stand.arrived()
    stand.scan(guest.code)
    assert stand.step == "desk"
    assert words(stand) == "Please come to the desk We are glad to help you there."
    assert stand.arrived() == before


def test_an_unknown_code_may_be_tried_again(stand):
    stand.scan("4006381333931")
    assert stand.step == "start"
    assert "not known here" in stand.window.view.name.error()
    assert stand.flow.visit.wait == 0


def test_a_typed_code_is_as_good_as_a_scanned_one(qtbot, stand):
    type_(qtbot, stand, stand.guest("Aino Pöyhönen").code)
    assert stand.step == "badge"


def test_a_wrong_typed_code_waits_like_a_name(qtbot, stand):
    type_(qtbot, stand, "8KQ2M7XD4J")
    assert "not known here" in stand.window.view.name.error()
    assert stand.flow.visit.wait == 1


def test_the_own_badge_is_corrected_and_the_staff_can_undo_it(qtbot, stand):
    guest = stand.guest("Aino Pöyhönen")
    stand.scan(guest.code)
    fields = stand.window.view.fields
    fields["name"].line.setFocus()
    fields["name"].line.selectAll()
    qtbot.keyClicks(fields["name"].line, "Ada")
    assert "Ada" in stand.window.view.preview.accessibleName()
    press(qtbot, stand, KEY.Key_Return)
    assert stand.step == "thanks"
    assert stand.office.kiosk.own(guest.id).text.name == "Ada"
    (deed,) = [d for d, _c in stand.office.history.of_guest(guest.id) if d.deed == "kiosk_edit"]
    stand.office.history.undo(deed.id)
    assert stand.office.kiosk.own(guest.id).text.name == "Aino Pöyhönen"
    assert stand.arrived() == 1


def test_an_empty_name_is_pointed_at(qtbot, stand):
    stand.scan(stand.guest("Aino Pöyhönen").code)
    name = stand.window.view.fields["name"]
    name.line.setFocus()
    name.line.selectAll()
    press(qtbot, stand, KEY.Key_Delete)
    press(qtbot, stand, KEY.Key_Return)
    assert stand.step == "badge"
    assert name.error() == "A badge needs a name."
    assert name.line.accessibleDescription() == name.error()
    assert stand.arrived() == 0


def test_a_text_longer_than_a_badge_cannot_be_typed(qtbot, stand):
    stand.scan(stand.guest("Aino Pöyhönen").code)
    line = stand.window.view.fields["name"].line
    line.selectAll()
    qtbot.keyClicks(line, "x" * 100)
    assert len(line.text()) == 60


def test_a_badge_printed_before_is_fetched_not_printed_again(qtbot, stand):
    guest = stand.guest("Aino Pöyhönen")
    stand.office.badges.note_printed([guest.id], "classic", "Desk")
    stand.scan(guest.code)
    press(qtbot, stand, KEY.Key_Return)
    assert stand.printed == []
    assert "Your badge is ready" in words(stand)


def test_where_the_printer_fails_the_desk_has_the_badge(qtbot, stand):
    def refuse(*_what):
        raise Trouble(TroubleKind.NOT_KNOWN, "Label", "printer")

    stand.flow._send = refuse
    stand.scan(stand.guest("Aino Pöyhönen").code)
    press(qtbot, stand, KEY.Key_Return)
    assert stand.step == "thanks"
    assert "You get it at the desk" in words(stand)
    assert stand.arrived() == 1


@pytest.mark.parametrize(
    "settings", [Settings(printer=rooms.PRINTER, kiosk_prints=False), Settings()]
)
def test_a_kiosk_that_does_not_print_says_so(qtbot, tmp_path, settings):
    stand = rooms.make(tmp_path, settings=settings)
    rooms.open_kiosk(stand)
    if stand.service.dialog is not None:
        stand.service.dialog.start.click()
        stand.settle()
        rooms.with_printer(stand)
    stand.scan(stand.guest("Aino Pöyhönen").code)
    assert stand.window.view.go.text() == "Check in"
    press(qtbot, stand, KEY.Key_Return)
    assert stand.printed == []
    assert "You get it at the desk" in words(stand)
    stand.close()


def test_what_is_missing_is_asked_and_kept(qtbot, tmp_path):
    stand = rooms.open_kiosk(rooms.make(tmp_path, questions=rooms.QUESTIONS))
    guest = stand.guest("Aino Pöyhönen")
    stand.scan(guest.code)
    press(qtbot, stand, KEY.Key_Return)
    assert stand.step == "questions"
    press(qtbot, stand, KEY.Key_Return)
    assert "Please answer this." in words(stand)
    assert stand.arrived() == 0
    type_(qtbot, stand, "Bus 14")
    assert (stand.step, stand.arrived()) == ("thanks", 1)
    assert dict(stand.office.guests.details(guest.id).answers)["Which bus do you take?"] == "Bus 14"
    stand.close()


def test_choices_are_made_by_keyboard_and_kept_in_the_language_of_the_desks(qtbot, tmp_path):
    asked = ((Question("", "Do you stay?", QuestionKind.YES_NO), True),)
    stand = rooms.open_kiosk(rooms.make(tmp_path, questions=asked))
    guest = stand.guest("Aino Pöyhönen")
    stand.window._choose("fi")
    stand.scan(guest.code)
    press(qtbot, stand, KEY.Key_Return)
    with i18n.using("fi"):
        assert QApplication.focusWidget().text() == i18n.gettext("Yes")
    press(qtbot, stand, KEY.Key_Space)
    stand.window.view.go.setFocus()
    press(qtbot, stand, KEY.Key_Return)
    assert stand.step == "thanks"
    assert dict(stand.office.guests.details(guest.id).answers) == {"Do you stay?": "Yes"}
    stand.close()


def test_food_is_never_asked_where_others_look_on(qtbot, tmp_path):
    asked = ((Question("", "What can you not eat?", QuestionKind.DIET), True),)
    stand = rooms.open_kiosk(rooms.make(tmp_path, questions=asked))
    stand.scan(stand.guest("Aino Pöyhönen").code)
    assert stand.step == "desk"
    stand.close()


def test_a_guest_refused_meanwhile_goes_to_the_desk(qtbot, stand):
    guest = stand.guest("Aino Pöyhönen")
    stand.scan(guest.code)
    stand.office.guests.block(guest.id, "SECRET")
    press(qtbot, stand, KEY.Key_Return)
    assert stand.step == "desk"
    assert stand.printed == []


def test_a_guest_deleted_meanwhile_goes_to_the_desk(qtbot, stand):
    guest = stand.guest("Aino Pöyhönen")
    stand.scan(guest.code)
    stand.window.view.fields["title"].line.setText("CEO")
    stand.window.view._typed()
    stand.office.guests.delete([guest.id])
    press(qtbot, stand, KEY.Key_Return)
    assert stand.step == "desk"

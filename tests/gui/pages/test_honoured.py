"""The window tells calmly that a guest of honour has come, but not the desk that let him in."""

from __future__ import annotations

import pytest

from networking_app.gui.honoured import HonouredWatch
from networking_app.services.checkin import CheckIn


@pytest.fixture
def watch(desk):
    made = HonouredWatch(desk.room, desk.window)
    made._soon.setInterval(1)
    made._later.setInterval(1)
    made.look()
    desk.settle()
    return made


def honour_words(desk):
    return desk.window.pages["desk"].honour.words()


def admit(desk, name, at="Desk C"):
    key = desk.guest(name).id
    other = CheckIn(desk.office.database, at)
    other.admit(key, other.point(desk.event))


def test_arrival_at_another_desk_stands_in_a_line_that_scans_leave_alone(qtbot, desk, watch):
    with qtbot.waitSignal(watch.arrived):
        admit(desk, "Siiri Åkerblom")
    assert desk.page.honour.words() == "Speaker Siiri Åkerblom has arrived, Main door"
    assert desk.room.messages.toast_text() == ""
    desk.settle()
    desk.scan(desk.code("Onni Karppinen"))
    assert desk.page.honour.words() == "Speaker Siiri Åkerblom has arrived, Main door"
    desk.page.honour._timer.timeout.emit()
    assert desk.page.honour.words() == ""


def test_arrival_at_another_desk_is_told_on_other_pages(qtbot, desk, watch):
    desk.window.navigate("home")
    with qtbot.waitSignal(watch.arrived):
        admit(desk, "Siiri Åkerblom")
    assert desk.room.messages.toast_text() == "Speaker Siiri Åkerblom has arrived, Main door"
    desk.settle()


def test_own_desk_shows_it_in_the_answer_only(qtbot, desk, watch):
    desk.scan(desk.code("Siiri Åkerblom"))
    qtbot.wait(50)
    desk.settle()
    assert (desk.room.messages.toast_text(), honour_words(desk)) == ("", "")


def test_event_page_tells_what_this_desk_let_in(qtbot, desk, watch):
    desk.window.navigate("home")
    with qtbot.waitSignal(watch.arrived):
        desk.office.checkin.admit(
            desk.guest("Siiri Åkerblom").id, desk.office.checkin.point(desk.event)
        )
    desk.settle()


def test_participant_is_not_told(qtbot, desk, watch):
    admit(desk, "Onni Karppinen")
    qtbot.wait(50)
    desk.settle()
    assert (desk.room.messages.toast_text(), honour_words(desk)) == ("", "")


def test_switched_off_it_tells_nothing_and_nothing_old_later(qtbot, desk, watch):
    desk.room.preferences.change(honour_alerts=False)
    admit(desk, "Siiri Åkerblom")
    qtbot.wait(50)
    desk.settle()
    desk.room.preferences.change(honour_alerts=True)
    admit(desk, "Onni Karppinen")
    qtbot.wait(50)
    desk.settle()
    assert (desk.room.messages.toast_text(), honour_words(desk)) == ("", "")


def test_undo_that_is_offered_is_not_covered(qtbot, desk, watch):
    desk.window.navigate("home")
    desk.room.messages.toast("Badge handed out", undo=lambda: None)
    admit(desk, "Siiri Åkerblom")
    qtbot.wait(80)
    assert desk.room.messages.toast_text() == "Badge handed out"
    with qtbot.waitSignal(watch.arrived):
        desk.room.messages.undo_last()
    assert desk.room.messages.toast_text() == "Speaker Siiri Åkerblom has arrived, Main door"
    desk.settle()


def test_several_at_once_are_one_line(qtbot, desk, watch):
    names = ("Siiri Åkerblom", "Eeva-Liisa Pöyhönen-Kainulainen", "Onni Karppinen")
    desk.office.guests.set_category([desk.guest("Onni Karppinen").id], "vip")
    watch._soon.setInterval(150)
    desk.settle()
    came = []
    watch.arrived.connect(lambda one: came.append(one.name))
    for name in names:
        admit(desk, name)
    qtbot.waitUntil(lambda: len(came) == 3)
    assert desk.page.honour.words() == (
        "3 guests of honour have arrived: Siiri Åkerblom, Eeva-Liisa Pöyhönen-Kainulainen,"
        " Onni Karppinen"
    )
    desk.settle()

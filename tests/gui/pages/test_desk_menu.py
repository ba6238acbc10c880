"""The desk's menu: the screen for guests and the kiosk are opened from it and from the palette."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from gui.screens_room import LAPTOP, LOBBY, Shelf
from networking_app.domain.checkin import Verdict
from networking_app.gui.commands import Command
from networking_app.gui.screens.guest_screens import GuestScreens
from networking_app.wording.guest_screen import Greeting


def entries(desk):
    desk.page.top.more.click()
    (menu,) = desk.page.findChildren(QMenu)
    return menu, {action.text(): action for action in menu.actions()}


def test_the_menu_runs_what_works_on_every_page(desk):
    run = []
    desk.room.everywhere = lambda: (Command("Start the kiosk", lambda: run.append(1)),)
    menu, actions = entries(desk)
    actions["Start the kiosk"].trigger()
    menu.close()
    assert run == [1]


def test_without_anything_to_offer_there_is_no_menu(desk):
    desk.page.top.more.click()
    assert desk.page.findChildren(QMenu)[0].isVisible() is False


def test_the_palette_offers_it_on_the_desk_too(desk):
    desk.room.everywhere = lambda: (Command("Start the kiosk", lambda: None, words=("kioski",)),)
    desk.window.open_palette()
    desk.window.palette_.field.setText("kioski")
    assert "Start the kiosk" in [entry.text for entry in desk.window.palette_.entries()]


def test_answers_of_the_desk_reach_the_display_for_guests(desk):
    screens = GuestScreens(desk.room, None, Shelf(LAPTOP, LOBBY))
    screens.open()
    desk.settle()
    desk.scan(desk.code("Siiri Åkerblom"))
    assert isinstance(screens.window.shown, Greeting)
    assert screens.window.shown.headline == "Welcome, Siiri!"
    desk.clock.forward(minutes=1)
    desk.scan(desk.code("Siiri Åkerblom"))
    assert desk.page.talk.now.answer.verdict is Verdict.ALREADY_IN
    assert screens.window.shown.headline == "One moment, please"
    screens.end()


def test_a_scan_goes_to_the_kiosk_instead_while_it_is_open(desk):
    taken = []
    desk.room.takes_scan = lambda code: bool(taken.append(code) or True)
    desk.scan(desk.code("Siiri Åkerblom"))
    assert taken == [desk.code("Siiri Åkerblom")]
    assert desk.office.events.counts(desk.event).arrived == 0

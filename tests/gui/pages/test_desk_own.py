"""The list, undo, printing, and the desk that is not set up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from gui import desk_room
from gui.desk_room import arrived, listed, press, type_
from networking_app.domain.registration import Status
from networking_app.gui.desk_latest import LatestKind
from networking_app.gui.widgets.result_panel import Result
from networking_app.support.settings import Settings

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_undo_takes_back_the_newest_and_says_so(qtbot, desk):
    for name in ("Siiri Åkerblom", "Aino Pöyhönen"):
        desk.scan(desk.code(name))
    press(qtbot, desk, Key.Key_Z, CTRL)
    assert desk.room.messages.toast_text() == "Aino Pöyhönen is not checked in any more"
    assert desk.page.view.side.words() == "1 of 10 arrived"
    assert [one.kind for one in desk.page.latest.rows] == [LatestKind.UNDONE, LatestKind.IN]
    press(qtbot, desk, Key.Key_Z, CTRL)
    press(qtbot, desk, Key.Key_Z, CTRL)
    assert arrived(desk) == 0
    desk.scan(desk.code("Aino Pöyhönen"))
    assert desk.panel.result is Result.WELCOME


def test_any_line_of_the_list_can_be_taken_back(qtbot, desk):
    for name in ("Siiri Åkerblom", "Aino Pöyhönen"):
        desk.scan(desk.code(name))
    desk.page.view.side.list.setFocus()
    press(qtbot, desk, Key.Key_Down)
    press(qtbot, desk, Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu.actions()[0].text() == "Undo check-in of Siiri Åkerblom"
    menu.actions()[0].trigger()
    menu.close()
    desk.settle()
    assert desk.guest("Siiri Åkerblom").arrived == ""
    assert desk.guest("Aino Pöyhönen").arrived != ""


def test_latest_answers_are_there_after_opening_again(desk):
    desk.scan(desk.code("Siiri Åkerblom"))
    desk.window.rebuild()
    desk.settle()
    assert listed(desk) == [(LatestKind.IN, "Siiri Åkerblom")]
    assert desk.page.view.last.words() == "Last: Siiri Åkerblom arrived 8.54"


def test_no_guests_yet_leads_to_them_or_to_a_walk_in(qtbot, opened):
    desk = opened(people=())
    assert desk.page.stage.shows_nothing()
    buttons = {b.accessibleName(): b for b in desk.page.stage.findChildren(QPushButton)}
    assert {"Go to participants", "Walk-in"} <= set(buttons)
    desk.page.setFocus()
    press(qtbot, desk, Key.Key_F2)
    type_(qtbot, desk, "Marja")
    press(qtbot, desk, Key.Key_Return)
    assert desk.panel.name == "Marja"


def test_scan_while_there_are_no_guests_is_answered(opened):
    desk = opened(people=())
    desk.scan("4006381333931")
    assert desk.panel.result is Result.UNKNOWN


def test_without_an_event_it_says_what_to_do(opened):
    desk = opened(event=False)
    assert desk.page.stage.shows_nothing()
    desk.scan("4006381333931")
    assert desk.page.stage.shows_nothing()
    assert any(
        b.accessibleName() == "Go to the event page"
        for b in desk.page.stage.findChildren(QPushButton)
    )


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2026-11-26", "2026-11-26", ""),
        ("2026-11-25", "2026-11-27", ""),
        ("", "", ""),
        ("summer 2027", "", ""),
        (
            "2026-12-01",
            "",
            "This event is not today but 1.12.2026. Guests can be checked in all the same.",
        ),
    ],
)  # fmt: skip
def test_another_day_is_a_quiet_line(opened, start, end, said):
    desk = opened(start=start, end=end)
    assert desk.page.view.quiet.text() == said
    assert desk.page.view.quiet.isVisible() is bool(said)


def test_several_points_can_be_chosen_between(desk):
    with desk.office.database.write("edit_event", {}) as writer:
        writer.add(
            "point", event_id=desk.event, name="Dinner", kind="session", rule="once", position=1
        )
    desk.page.reload()
    desk.settle()
    points = desk.page.top.points
    assert [points.itemText(n) for n in range(points.count())] == ["Main door", "Dinner"]
    points.setCurrentIndex(1)
    points.activated.emit(1)
    code = desk.code("Siiri Åkerblom")
    desk.scan(code)
    assert desk.page.view.last.words() == "Checked in Dinner, 8.54"
    assert points.currentText() == "Dinner"


def test_desk_name_is_changed_remembered_and_used(qtbot, desk):
    desk.page.top.desk.click()
    dialog = QApplication.activeModalWidget()
    dialog.desk.set_text("Main hall")
    dialog.actor.set_text("Henna")
    qtbot.keyClick(dialog.actor.editor, Key.Key_Return)
    assert desk.page.top.desk.words() == "Main hall"
    assert desk.room.preferences.now.desk_name == "Main hall"
    code = desk.code("Siiri Åkerblom")
    desk.scan(code)
    desk.clock.forward(minutes=5)
    desk.scan(code)
    assert desk.panel.line == "Arrived 8.54 at Main hall (5 minutes ago), checked in by Henna"


def test_mute_and_full_screen_by_keys(qtbot, opened):
    desk = opened(settings=Settings(sound_volume=0))
    press(qtbot, desk, Key.Key_M, CTRL)
    assert desk.room.preferences.now.muted
    assert desk.page.top.mute.icon_name == "volume-x"
    press(qtbot, desk, Key.Key_F11)
    assert desk.window.isFullScreen()
    press(qtbot, desk, Key.Key_F11)
    assert not desk.window.isFullScreen()


def test_every_answer_has_its_sound(desk):
    desk.scan(desk.code("Siiri Åkerblom"))
    desk.clock.forward(minutes=1)
    desk.scan(desk.code("Siiri Åkerblom"))
    desk.scan("4006381333931")
    guest = desk.guest("Kaarlo Miettinen")
    desk.office.guests.set_status([guest.id], Status.CANCELLED)
    desk.scan(guest.code)
    assert desk.page.talk.sounds.played == ["welcome", "already", "unknown", "refused"]


def test_scan_before_the_page_has_loaded_is_not_lost(qtbot, tmp_path):
    desk = desk_room.make(tmp_path)
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.window.navigate("home")
    desk.window.take_scan(desk.code("Siiri Åkerblom"))
    desk.settle()
    assert (desk.window.current_name(), desk.panel.name) == ("desk", "Siiri Åkerblom")
    desk.room.tasks.close()
    desk.office.close()

"""Badges printed on the badges page lie in boxes of the size that was chosen there."""

from __future__ import annotations

import pytest

from gui.paper_room import Opened, save_as
from networking_app.gui import pdf, printing
from networking_app.gui.pages import badges


@pytest.fixture
def opened(tmp_path):
    one = Opened(tmp_path, badges)
    yield one
    one.close()


@pytest.fixture
def page(qtbot, opened, monkeypatch):
    monkeypatch.setattr(printing, "printers", lambda: ("Office",))
    monkeypatch.setattr(printing, "print_pdf", lambda *_what, **_how: "Office")
    shown = opened.show(qtbot)
    wait_for_print(qtbot, shown)
    return shown


def wait_for_print(qtbot, page):
    qtbot.waitUntil(lambda: page._sheets is not None and page.paper.print.isEnabled())


def print_all(qtbot, page, opened):
    page.paper.print.click()
    page.paper.came_out.emit(True)
    qtbot.waitUntil(opened.room.tasks.is_idle)
    qtbot.waitUntil(lambda: page.paper.print.isEnabled() and opened.room.tasks.is_idle())


def test_size_of_boxes_is_kept_with_the_event_and_numbers_follow(qtbot, page, opened):
    assert page.paper.boxes.size_.text() == "No boxes"
    page.paper.boxes.size_.setValue(3)
    qtbot.waitUntil(lambda: opened.office.events.current().box_size == 3)
    qtbot.waitUntil(lambda: opened.room.tasks.is_idle() and page._event.box_size == 3)
    wait_for_print(qtbot, page)
    print_all(qtbot, page, opened)
    at = sorted((opened.office.badges.at(key).number, opened.office.badges.at(key).box)
                for key in opened.ids)  # fmt: skip
    assert at == [(1, "1"), (2, "1"), (3, "1"), (4, "2")]


def test_labels_are_offered_once_badges_lie_in_boxes(qtbot, page, opened, tmp_path):
    assert page.paper.boxes.labels.isHidden()
    opened.office.badges.note_run(opened.event, opened.ids, "classic", "Desk A", 2)
    qtbot.waitUntil(lambda: not page.paper.boxes.labels.isHidden())
    out = tmp_path / "labels.pdf"
    page.paper.boxes.labels.click()
    save_as(page, out)
    qtbot.waitUntil(lambda: out.exists() and opened.room.tasks.is_idle())
    assert len(pdf.sizes(out)) == 1


def test_one_badge_alone_needs_no_box(qtbot, page, opened):
    page.came(ids=opened.ids[:1])
    qtbot.waitUntil(page.paper.boxes.isHidden)
    wait_for_print(qtbot, page)
    assert page.paper.boxes.isHidden()

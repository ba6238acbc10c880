"""What the tests of pages share."""

from __future__ import annotations

import pytest

from gui import desk_room
from networking_app.gui import paced
from networking_app.gui.announce import announcer


@pytest.fixture
def opened(qtbot, tmp_path, monkeypatch):
    """Opens desks, whose numbers follow without a rest, and closes them at the end."""
    monkeypatch.setattr(paced, "LONGEST", 0)
    made = []

    def open_one(**values):
        one = desk_room.make(tmp_path, **values)
        qtbot.addWidget(one.window)
        made.append(one)
        desk_room.open_desk(one)
        one.window.activateWindow()
        qtbot.waitUntil(one.window.isActiveWindow)
        one.page.first_focus() and one.page.first_focus().setFocus()
        return one

    yield open_one
    for one in made:
        one.window.hide()
        one.room.tasks.close()
        one.office.close()


@pytest.fixture
def desk(opened):
    return opened(capacity=12)


@pytest.fixture
def spoken(qapp):
    said = []
    announcer().said.connect(said.append)
    yield said
    announcer().said.disconnect(said.append)

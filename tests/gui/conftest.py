"""What the window's tests share."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from gui import kiosk_room as rooms
from networking_app.gui.messages import Messages
from networking_app.gui.scanner import Scanner
from networking_app.gui.tasks import Tasks
from networking_app.gui.theme import look


@pytest.fixture(autouse=True)
def plain_look(qapp):
    look().use("light", percent=100, reduce_motion=True)
    return look()


@pytest.fixture
def tasks(qapp):
    lanes = Tasks()
    yield lanes
    lanes.close()


@pytest.fixture
def messages(qapp):
    return Messages()


@pytest.fixture
def stand(qapp, tmp_path):
    made = rooms.open_kiosk(rooms.make(tmp_path))
    yield made
    made.close()


@pytest.fixture
def scanner(qapp):
    made = Scanner(qapp)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def field(qtbot):
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def codes(scanner):
    heard = []
    scanner.scanned.connect(heard.append)
    return heard

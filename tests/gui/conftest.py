"""What the window's tests share."""

from __future__ import annotations

import pytest

from networking_app.gui.messages import Messages
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

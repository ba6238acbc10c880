"""The participants page over a real workspace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

import factories
from gui import guests_room

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

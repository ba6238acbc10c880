"""Waiting in tests until the lanes of a window have ended."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def settle(tasks):
    """Let the lanes end and their results arrive; fails after about a minute."""
    for _ in range(30_000):
        QApplication.processEvents()
        if tasks.is_idle():
            QApplication.processEvents()
            if tasks.is_idle():
                return
        QTest.qWait(2)
    raise AssertionError("the lanes never ended")

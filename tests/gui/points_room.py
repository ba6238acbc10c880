"""The page of check-in points alone in a window over a real workspace, driven by keys."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

import factories
from gui import guests_room
from networking_app.gui.pages import points as module

Key = Qt.Key
NOW = datetime(2026, 11, 26, 6, 54, tzinfo=UTC)  # 8.54 at the event


class Place:
    """The page alone in a window, over a real workspace."""

    def __init__(self, folder, bot):
        self.room, self.event = guests_room.make_room(folder, factories.Clock(NOW))
        self.room.now = lambda: NOW
        self.office, self.bot = self.room.services, bot
        self.window = QWidget()
        self.window.resize(1366, 768)
        bot.addWidget(self.window)
        self.went = []
        self.room.navigate = lambda name, **_what: self.went.append(name)

    def open(self):
        self.page = module.PAGE(self.room, self.window)
        self.page.resize(self.window.size())
        self.room.signals.changed.connect(self.reload)
        with self.bot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.page.reload()
        self.settle()
        return self.page

    def reload(self, topics):
        if topics & module.TOPICS:
            self.page.reload()

    def settle(self):
        calm = 0
        while calm < 4:
            QTest.qWait(5)
            calm = calm + 1 if self.room.tasks.is_idle() else 0

    def press(self, key, held=Qt.KeyboardModifier.NoModifier, widget=None):
        self.bot.keyClick(widget or self.window.focusWidget() or self.window, key, held)
        self.settle()

    def type(self, text, widget=None):
        self.bot.keyClicks(widget or self.window.focusWidget(), text)
        self.settle()

    def write(self, widget, text):
        """Put the focus there, replace what is in it, and leave it with Tab."""
        if not self.window.isActiveWindow():  # without it nothing has or loses the focus
            with self.bot.waitActive(self.window):
                self.window.activateWindow()
        widget.setFocus()
        widget.selectAll()
        self.bot.keyClicks(widget, text)
        self.bot.keyClick(widget, Key.Key_Tab)
        self.settle()

    def point(self, name):
        return next(p for p in self.office.points.all(self.event) if p.name == name)

    def names(self):
        return [p.name for p in self.office.points.all(self.event)]

    def close(self):
        self.room.tasks.close()
        self.office.close()

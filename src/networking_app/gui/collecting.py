"""Looks for garbage on the GUI thread only, and at length only while no guest waits.

Left to itself Python looks for cycles in whatever thread makes objects: there a widget that is
part of one would be destroyed by a thread that must not touch it, and a look through the index of
100,000 guests stops the desk for a fifth of a second.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

LOOK_EVERY = 100
"""Milliseconds between two looks at how many objects were made."""
QUIET = 50
"""Looks in a row in which nobody worked, before it is looked through everything."""
_OLD = 10
"""Looks at middle-aged objects before all are looked through, when it is quiet."""
_AT_LAST = 600
"""The same when it never is."""


class Collector(QObject):
    """Takes over from Python's own collector between `start` and `end`."""

    def __init__(self, parent: QObject, is_idle: Callable[[], bool]) -> None:
        """`is_idle` tells whether nothing runs that somebody may wait for."""
        super().__init__(parent)
        self._is_idle = is_idle
        self._quiet = self._middle = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Collect here from now on, and nowhere else."""
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        """Let Python collect again."""
        if self._timer.isActive():
            self._timer.stop()
            gc.unfreeze()
            gc.enable()

    def look(self) -> None:
        """Collect young objects when there are many, all of them in a quiet moment."""
        self._quiet = self._quiet + 1 if self._is_idle() else 0
        young, middle, _old = gc.get_count()
        most_young, most_middle, _most_old = gc.get_threshold()
        if self._middle >= _AT_LAST or (self._middle >= _OLD and self._quiet >= QUIET):
            self._middle = 0
            gc.collect()
        elif middle > most_middle:
            self._middle += 1
            gc.collect(1)
        elif young > most_young:
            gc.collect(0)


def settled() -> None:
    """What is there now stays for the day, such as the search index: not looked through again."""
    gc.freeze()


def unsettled() -> None:
    """Another file is opened: what stayed so far may be garbage now."""
    gc.unfreeze()

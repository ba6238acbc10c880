"""Takes away what a test left of Qt, and looks for garbage between tests only, on the main thread.

Left to itself Python looks for cycles in whatever thread makes objects. A timer that a background
thread destroys so stays in Qt's list of timers, and a later test dies of it in its event loop.
"""

from __future__ import annotations

import gc
import sys

_FULL_EVERY = 25  # tests; looking through everything takes a fifth of a second

_tests = 0


def garbage_waits() -> None:
    """Collect nothing while a test runs."""
    gc.disable()


def take_garbage_out() -> None:
    """Collect what the test left, everything from time to time."""
    global _tests  # noqa: PLW0603 - the tests of a process are counted where they end
    _tests += 1
    gc.unfreeze()
    gc.collect(2 if _tests % _FULL_EVERY == 0 else 1)


def of_qt() -> None:
    """Delete windows that stayed, and scanners, each of which filters all events."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    app = widgets.QApplication.instance() if widgets else None
    if app is None:
        return
    import shiboken6
    from PySide6.QtCore import QEvent

    for left in [*_windows(app), *_children(app)]:
        if shiboken6.isValid(left):
            left.deleteLater()
            app.sendPostedEvents(left, QEvent.Type.DeferredDelete)
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _windows(app):
    return [window for window in app.topLevelWidgets() if window.parent() is None]


def _children(app):
    """Scanners, which the program gives to the application for good: each filters its events."""
    from PySide6.QtCore import QObject, Qt

    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return [
        child
        for child in app.findChildren(QObject, options=direct)
        if type(child).__name__ in {"Scanner", "Scanning", "SerialScanner"}
    ]

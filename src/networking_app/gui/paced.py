"""Asks the same question over and over, as often as its answer is worth: never in the way."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from networking_app.gui.tasks import Tasks

REST = 10
"""How much longer it rests than the answer took: numbers cost a tenth of the time at most."""
LONGEST = 1_000
"""Milliseconds after which it is asked again in any case."""


class Paced(QObject):
    """A question that `ask` puts at once, but after each answer only when it has rested.

    Asked while it rests or is being answered, it is put once more afterwards: the last answer is
    never older than the last asking.
    """

    def __init__(
        self,
        tasks: Tasks,
        parent: QObject,
        question: Callable[[], Callable[[], Any] | None],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """`question`, called on the GUI thread, returns what is called on the lane for numbers.

        It returns None when there is nothing to ask any more.
        """
        super().__init__(parent)
        self._tasks = tasks
        self._question, self._done, self._failed = question, done, failed
        self._is_asking = False
        self._asks_again = False
        self._begun = 0.0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._rested)

    def ask(self) -> None:
        """Ask, or ask once more as soon as it may be."""
        if self._is_asking or self._rest.isActive():
            self._set_again(True)
            return
        self._put()

    def ask_now(self) -> None:
        """Ask without a rest, because a person wants to see it."""
        if self._is_asking:
            self._set_again(True)
            return
        self._rest.stop()
        self._put()

    def _put(self) -> None:
        self._set_again(False)
        call = self._question()
        if call is None:
            return
        self._is_asking = True
        self._begun = time.perf_counter()
        self._tasks.run(self, call, done=self._answered, failed=self._went_wrong, lane="numbers")

    def _answered(self, answer: Any) -> None:
        self._is_asking = False
        took = (time.perf_counter() - self._begun) * 1000
        self._rest.start(min(LONGEST, int(took * REST)))
        self._done(answer)

    def _went_wrong(self, error: BaseException) -> None:
        self._is_asking = False
        self._set_again(False)
        self._failed(error)

    def _rested(self) -> None:
        if self._asks_again:
            self._put()

    def _set_again(self, on: bool) -> None:
        self._asks_again = on
        self._tasks.expect(self, on)

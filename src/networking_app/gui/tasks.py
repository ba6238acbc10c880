"""Runs service calls off the GUI thread and brings their results back: the only thread code here.

    tasks.run(self, lambda: guests.page(0), done=self._show)
    work = tasks.run_long(self, lambda progress: imports.bring(file, progress=progress),
                          done=self._show, progressed=self.strip.show_progress)
    work.stop()
    tasks.run_apart(self, make_badges, faces, layout, done=self._show)

Results and failures arrive on the GUI thread and never at an owner that is gone.
"""

from __future__ import annotations

import sys
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.gui.apart import Child, ChildStopped

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
Lane = Literal["desk", "numbers", "long", "camera", "print"]
_TURN = 0.0005
"""Seconds after which a busy thread lets the next one go on.

A scan changes between SQLite, Python and Qt some fifty times; with Python's own 5 ms beside an
import and a PDF the slowest of them waited longer (tests/bench/bench_queue.py).
"""
_TELL_EVERY = 0.05  # seconds between two progress reports


class Stopped(Exception):
    """Raised inside work that was told to stop; the transaction around it is rolled back."""


class Progress:
    """Handed to long work, which calls it with (done, total) and so learns when to stop."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()
        self._told = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Report, and raise Stopped if the work was told to stop."""
        self.report(done, total)
        if self.cancelled():
            raise Stopped

    def report(self, done: int, total: int) -> None:
        """Report `done` of `total`; a total of 0 means nobody knows how much there is."""
        now = time.monotonic()
        if now - self._told >= _TELL_EVERY or done >= total:
            self._told = now
            self._tell(done, total)

    def cancelled(self) -> bool:
        """Whether the work should stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._stop.set()


class Work:
    """A call that was asked for; stop it, or ask whether it still runs."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.future: Future[Any] | None = None

    def stop(self) -> None:
        """Drop it if it has not begun, else ask it to stop; `stopped` is called, not `failed`."""
        self._progress.cancel()
        if self.future is not None:
            self.future.cancel()

    def is_running(self) -> bool:
        """Whether it is waiting or running."""
        return self.future is not None and not self.future.done()


class _Parcel:
    """What is on its way back to the GUI thread."""

    def __init__(
        self,
        owner: QObject,
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None,
        stopped: Callable[[], None] | None,
        progress: Progress | None = None,
    ) -> None:
        self.owner = owner
        self.done = done
        self.failed = failed
        self.stopped = stopped
        self.progress = progress


class Tasks(QObject):
    """Lanes: "desk" for short transactions in order, "long" for imports, PDFs and plans.

    "numbers" reads what is shown beside the answers, so that no scan stands behind it.
    "camera" reads one frame at a time: on the long lane it would stand still behind two imports.
    "print" sends one badge after another to the printer, for the same reason.
    """

    _finished = Signal(object, object)
    _progressed = Signal(object, object, int, int)

    def __init__(
        self,
        failed: Callable[[BaseException], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Make the lanes; `failed` gets the errors nobody else takes (messages.trouble)."""
        super().__init__(parent)
        self.failed = failed
        sys.setswitchinterval(_TURN)
        self._lanes = {
            "desk": ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk"),
            "numbers": ThreadPoolExecutor(max_workers=1, thread_name_prefix="numbers"),
            "long": ThreadPoolExecutor(max_workers=2, thread_name_prefix="long"),
            "camera": ThreadPoolExecutor(max_workers=1, thread_name_prefix="camera"),
            "print": ThreadPoolExecutor(max_workers=1, thread_name_prefix="print"),
        }
        self._child = Child()
        self._open: set[Work] = set()
        self._expected: set[QObject] = set()
        self._is_closed = False
        # Queued also where the call ends before anybody listens: never in the middle of the asking.
        queued = Qt.ConnectionType.QueuedConnection
        self._finished.connect(self._deliver, queued)
        self._progressed.connect(self._tell, queued)

    def run(
        self,
        owner: QObject,
        call: Callable[[], T],
        *,
        done: Callable[[T], None] = lambda _: None,
        failed: Callable[[BaseException], None] | None = None,
        lane: Lane = "desk",
    ) -> Work:
        """Do the call in the background, then `done` or `failed` on the GUI thread.

        Without `failed` trouble goes to the message bar and bugs to the bug dialog.
        """
        parcel = _Parcel(owner, done, failed, None)
        return self._submit(lane, parcel, Progress(lambda *_: None), lambda _: call())

    def run_long(
        self,
        owner: QObject,
        call: Callable[[Progress], T],
        *,
        done: Callable[[T], None] = lambda _: None,
        failed: Callable[[BaseException], None] | None = None,
        stopped: Callable[[], None] | None = None,
        progressed: Callable[[int, int], None] | None = None,
    ) -> Work:
        """Do long work on the long lane; it is given a Progress, which also tells it to stop."""
        parcel = _Parcel(owner, done, failed, stopped)
        return self._submit("long", parcel, self._progress(owner, progressed), call)

    def run_apart(
        self,
        owner: QObject,
        function: Callable[..., T],
        *arguments: Any,
        done: Callable[[T], None] = lambda _: None,
        failed: Callable[[BaseException], None] | None = None,
        stopped: Callable[[], None] | None = None,
        progressed: Callable[[int, int], None] | None = None,
    ) -> Work:
        """Call a module-level function in a child process; everything handed over is pickled.

        With `progressed` the function is given `progress=callable(done, total)`.
        """
        progress = self._progress(owner, progressed)

        def call(handed: Progress) -> T:
            return self._child.do(
                function,
                *arguments,
                progressed=handed.report if progressed else None,
                stopped=handed.cancelled,
            )

        return self._submit("long", _Parcel(owner, done, failed, stopped), progress, call)

    def close(self) -> None:
        """Drop what has not begun, stop what can stop and wait for the rest."""
        self._is_closed = True
        self._expected.clear()
        for work in tuple(self._open):
            work.stop()
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)
        self._child.close()

    def is_idle(self) -> bool:
        """Whether nothing waits or runs."""
        return not self._open and not any(map(shiboken6.isValid, self._expected))

    def expect(self, who: QObject, on: bool) -> None:
        """Whether somebody will ask for a call in a moment; work that rests counts as waiting."""
        if on and not self._is_closed:
            self._expected.add(who)
        else:
            self._expected.discard(who)

    def _progress(self, owner: QObject, progressed: Callable[[int, int], None] | None) -> Progress:
        if progressed is None:
            return Progress(lambda *_: None)
        return Progress(lambda done, total: self._progressed.emit(owner, progressed, done, total))

    def _submit(
        self, lane: Lane, parcel: _Parcel, progress: Progress, call: Callable[[Progress], Any]
    ) -> Work:
        work = Work(progress)
        if self._is_closed:
            return work  # a page that is closing may still ask; nobody waits for the answer
        self._open.add(work)
        parcel.progress = progress
        work.future = self._lanes[lane].submit(call, progress)
        work.future.add_done_callback(lambda _: self._finished.emit(work, parcel))
        return work

    @Slot(object, object)
    def _deliver(self, work: Work, parcel: _Parcel) -> None:
        self._open.discard(work)
        future = work.future
        if future is None or not shiboken6.isValid(parcel.owner):
            return
        error = None if future.cancelled() else future.exception()
        if future.cancelled() or _is_stop(error):
            if parcel.stopped is not None:
                parcel.stopped()
        elif error is None:
            parcel.done(future.result())
        elif parcel.failed is not None:
            parcel.failed(error)
        elif self.failed is not None:
            self.failed(error)
        else:
            raise error

    @Slot(object, object, int, int)
    def _tell(
        self, owner: QObject, progressed: Callable[[int, int], None], done: int, total: int
    ) -> None:
        if shiboken6.isValid(owner):
            progressed(done, total)


def _is_stop(error: BaseException | None) -> bool:
    if isinstance(error, Trouble):
        return error.kind is TroubleKind.READING_CANCELLED
    return isinstance(error, Stopped | ChildStopped)

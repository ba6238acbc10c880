"""A warm child process for heavy pure-Python work, so that the desk stays quick beside it."""

from __future__ import annotations

import multiprocessing
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

P = ParamSpec("P")
T = TypeVar("T")
_LOOK_EVERY = 0.1  # seconds between looks at the stop flag


class ChildDied(RuntimeError):
    """The child process ended in the middle of the work, for example for lack of memory."""


class ChildStopped(RuntimeError):
    """The work was stopped because somebody asked for it."""


@dataclass(frozen=True, slots=True)
class _Work:
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    wants_progress: bool


class Child:
    """One child process, started when first needed and used again; one piece of work at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None

    def do(
        self,
        function: Callable[..., T],
        *arguments: Any,
        progressed: Callable[[int, int], None] | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> T:
        """Call a module-level function in the child and return what it returns.

        Args:
            function: importable and picklable, as are arguments and result; it is given
                `progress=callable(done, total)` when `progressed` is given.
            arguments: handed on.
            progressed: called here with (done, total).
            stopped: looked at ten times a second; True ends the child at once.

        Raises:
            ChildStopped: `stopped` said so.
            ChildDied: the process ended.
            BaseException: what the function raised.
        """
        with self._lock:
            line = self._ready()
            try:
                line.send(_Work(function, arguments, progressed is not None))
                result: T = self._wait(line, progressed, stopped)
            except (EOFError, OSError) as error:
                self._end()
                raise ChildDied(str(error)) from error
            except ChildStopped:
                self._end()
                raise
            return result

    def close(self) -> None:
        """End the child; waits until it is gone."""
        with self._lock:
            self._end()

    def _ready(self) -> Connection:
        if self._process is None or not self._process.is_alive() or self._line is None:
            self._end()
            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
            self._line = ours
        return self._line

    def _wait(
        self,
        line: Connection,
        progressed: Callable[[int, int], None] | None,
        stopped: Callable[[], bool],
    ) -> Any:
        while True:
            if stopped():
                raise ChildStopped
            if not line.poll(_LOOK_EVERY):
                continue
            word, value = line.recv()
            if word == "progress":
                if progressed is not None:
                    progressed(*value)
            elif word == "failed":
                raise value
            else:
                return value

    def _end(self) -> None:
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            self._process.terminate()
            self._process.join()
            self._process.close()
        self._process = self._line = None


def _serve(line: Connection) -> None:
    """Do work until the other side hangs up."""
    while True:
        try:
            work: _Work = line.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        line.send(_answer(work, line))


def _answer(work: _Work, line: Connection) -> tuple[str, Any]:
    keywords: dict[str, Any] = {}
    if work.wants_progress:
        keywords["progress"] = lambda done, total: line.send(("progress", (done, total)))
    try:
        return "done", work.function(*work.arguments, **keywords)
    except Exception as error:  # noqa: BLE001 (whatever it is belongs to the one who asked)
        return "failed", error

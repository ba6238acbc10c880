"""The log on this computer and the text of a crash report: what went wrong, never about whom."""

from __future__ import annotations

import logging
import platform
import re
import time
import traceback
from importlib import metadata
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE = "networking-app.log"
_BYTES = 1_000_000
_KEPT = 3
_LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "alembic", "reportlab", "python-calamine")
# Order matters: parameters hold quoted text, quoted text holds addresses.
_PERSONAL = (
    (re.compile(r"\[parameters: .*?\](?=\n|$)|\[SQL: .*?\](?=\n|$)", re.DOTALL), "[…]"),
    (re.compile(r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\""), "'…'"),
    (re.compile(r"[^\s<>,;:]+@[^\s<>,;:]+"), "<e-mail>"),
    (re.compile(r"\+?\d(?:[ ().-]?\d){6,}"), "<number>"),
    (re.compile(r"(?:[A-Za-z]:)?[\\/](?:Users|home)[\\/][^\\/\s]+"), "~"),
)


def without_personal_data(text: str) -> str:
    """Return the text with quoted values, addresses, long numbers and home folders taken out."""
    for pattern, instead in _PERSONAL:
        text = pattern.sub(instead, text)
    return text


class _Formatter(logging.Formatter):
    """Writes UTC times and no personal data, also not from an error's message."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def formatTime(  # noqa: N802 (logging's own name)
        self, record: logging.LogRecord, datefmt: str | None = None
    ) -> str:
        return time.strftime(datefmt or "%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (logging's own name)
        record.message = without_personal_data(record.message)
        return super().formatMessage(record)

    def formatException(self, ei: object) -> str:  # noqa: N802 (logging's own name)
        error = ei[1] if isinstance(ei, tuple) else None
        return _trace(error) if isinstance(error, BaseException) else ""


def start(folder: Path, *, level: int = logging.INFO) -> logging.Handler:
    """Write the app's log records to a rotating file in this folder; hand the handler to `stop`.

    Four files of 1 MB at most. Raises OSError where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / FILE, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", errors="replace"
    )
    handler.setFormatter(_Formatter())
    log = logging.getLogger("networking_app")
    log.setLevel(level)
    log.addHandler(handler)
    return handler


def stop(handler: logging.Handler) -> None:
    """End what `start` began and close its file."""
    logging.getLogger("networking_app").removeHandler(handler)
    handler.close()


def tail(folder: Path, lines: int = 60) -> tuple[str, ...]:
    """Return the last lines of the log; none where there is no log or it cannot be read."""
    try:
        text = (folder / FILE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    return tuple(text.splitlines()[-lines:])


def crash_report(error: BaseException, *, version: str, recent: Iterable[str] = ()) -> str:
    """Return what a developer needs to find a bug, without names, addresses or values.

    `recent` are the last lines of the log, as from `tail`.
    """
    head = [
        f"Networking App {version}",
        f"Python {platform.python_version()}, {platform.platform()}",
        *(f"{name} {_version(name)}" for name in _LIBRARIES),
    ]
    log = [without_personal_data(line) for line in recent]
    return "\n".join([*head, "", _trace(error), "", *log]).rstrip() + "\n"


def _trace(error: BaseException) -> str:
    """Return the trace as places in the source and harmless messages, the causes first."""
    lines: list[str] = []
    part: traceback.TracebackException | None = traceback.TracebackException.from_exception(error)
    while part is not None:
        message = without_personal_data("".join(part.format_exception_only()).rstrip())
        lines[:0] = [*(f"  {_place(frame)}" for frame in part.stack), message]
        part = part.__cause__ or (None if part.__suppress_context__ else part.__context__)
    return "\n".join(lines)


def _place(frame: traceback.FrameSummary) -> str:
    """Return where a frame stood, without the folders above the app or the library."""
    parts = Path(frame.filename.replace("\\", "/")).parts[-3:]
    return f"{'/'.join(parts)}:{frame.lineno} in {frame.name}"


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "not installed"

"""Starts the reading process, waits for it within its limits, and says how it ended."""

from __future__ import annotations

import json
import marshal
import os
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from networking_app.exchange.limits import Limits, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

MODULE = "networking_app.exchange.workbook"
_SOURCE = Path(__file__).resolve().parents[2]
_POLL = 0.05
_NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW, which only Windows knows


def _python() -> str:
    """Return the interpreter: a launcher of our own is not one, but lies beside it."""
    own = Path(sys.executable)
    if own.stem.lower().startswith(("python", "pypy")):
        return sys.executable
    names = ("pythonw.exe", "python.exe", "bin/python3")
    for folder in (own.parent, Path(sys.prefix), Path(sys.base_prefix)):
        for name in names:
            if (folder / name).is_file():
                return str(folder / name)
    return sys.executable


def command() -> list[str]:
    """Return the command line of the reading process.

    -P keeps the current folder off the path, so that a zipfile.py lying beside the
    spreadsheet is never run.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, "-m", MODULE]  # __main__ hands this to workbook.main
    return [_python(), "-P", "-X", "utf8", "-m", MODULE]


def _environment() -> dict[str, str]:
    path = os.pathsep.join([str(_SOURCE), *filter(None, [os.environ.get("PYTHONPATH")])])
    return os.environ | {"PYTHONPATH": path}


def read(
    path: Path, kind: str, limits: Limits, cancelled: Callable[[], bool] | None = None
) -> list[Any]:
    """Return the sheets that networking_app.exchange.workbook read.

    Raises:
        RefusedError: the file is refused, or reading it took too long, too much memory
            or was cancelled (kind "reading_cancelled").
    """
    request = {"path": str(path), "kind": kind, "limits": asdict(limits)}
    child = subprocess.Popen(  # noqa: S603 (our own interpreter and module)
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
    )
    with child:
        try:
            out = _wait(child, json.dumps(request).encode(), limits, cancelled)
        finally:
            child.kill()
    return _understood(child.returncode, out)


def _wait(
    child: subprocess.Popen[bytes],
    request: bytes,
    limits: Limits,
    cancelled: Callable[[], bool] | None,
) -> bytes:
    end = time.monotonic() + limits.seconds
    words: bytes | None = request
    while True:
        try:
            return child.communicate(words, timeout=_POLL)[0]
        except subprocess.TimeoutExpired:
            words = None
        if cancelled is not None and cancelled():
            raise RefusedError("reading_cancelled")
        if time.monotonic() > end:
            raise RefusedError("reading_took_too_long")


def _understood(code: int, out: bytes) -> list[Any]:
    if code != 0 or not out:
        raise RefusedError("reading_failed", code=str(code))
    reply = marshal.loads(out)  # noqa: S302 (written by our own process a moment ago)
    if reply[0] == "refused":
        raise RefusedError(reply[1], **reply[2])
    sheets: list[Any] = reply[1]
    return sheets

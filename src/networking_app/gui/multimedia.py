"""Brings QtMultimedia in when the camera or a sound is first used; None where it does not load."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from PySide6.QtCore import QMessageLogContext

_log = logging.getLogger(__name__)


@cache
def multimedia() -> ModuleType | None:
    """The module PySide6.QtMultimedia, ready to use; needs an application.

    None where the package is not installed or a library of the system (libpulse) is missing.
    """
    with _logged():
        try:
            # optional dependency: it needs libraries of the system, and is a slow import
            from PySide6 import QtMultimedia  # noqa: PLC0415
        except ImportError as error:
            _log.warning("QtMultimedia does not load: %s", error)
            return None
        # The first use loads its plugin, which tells of every library it can do without.
        QtMultimedia.QMediaDevices.videoInputs()
        QtMultimedia.QMediaDevices.audioOutputs()
    return QtMultimedia


@contextmanager
def _logged() -> Iterator[None]:
    """Bring what Qt says meanwhile into the log instead of on the terminal."""

    def note(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        _log.info("QtMultimedia: %s", text)

    before = qInstallMessageHandler(note)
    try:
        yield
    finally:
        qInstallMessageHandler(before)

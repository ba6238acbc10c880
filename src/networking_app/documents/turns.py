"""Lets one document be drawn at a time, as ReportLab's fonts are shared by all documents."""

from __future__ import annotations

import threading
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")
# Two threads that load a font at once leave two fonts of one name, and every later document fails.
_TURN = threading.RLock()


def one_at_a_time(draw: Callable[P, T]) -> Callable[P, T]:
    """Make calls of all functions marked so wait for each other, whatever thread they come from."""

    @wraps(draw)
    def waiting(*arguments: P.args, **keywords: P.kwargs) -> T:
        with _TURN:
            return draw(*arguments, **keywords)

    return waiting

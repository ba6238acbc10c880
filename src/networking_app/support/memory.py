"""Work that makes many objects at once, without the collector looking at all of them again."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def collected_later() -> Iterator[None]:
    """Put off the search for cycles until this work is done.

    An import of 10,000 rows makes a million objects that all stay; looking through them time and
    again took a fifth of the whole (measured with tests/bench/bench_import.py).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

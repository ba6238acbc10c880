"""What a benchmark hands back: a row for each thing measured, beside its baseline of the same run.

A benchmark is a module `tests/bench/bench_NAME.py` with

    TITLE = "Badge PDF"                    # the heading in docs/benchmarks.md

    def measure() -> list[Row]: ...

`python3 dev.py bench [NAME ...]` runs them one after another, each in its own process, and rewrites
docs/benchmarks.md. Take both figures of a row in the same run: the machine does not matter then.
"""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured."""

    what: str
    """What was done, with its size: "badge PDF, 1,000 badges"."""
    value: float
    """What the product took or reached, in `unit`."""
    unit: str
    """Such as "ms", "rows/s", "MB", "bytes", "%"…"""
    baseline: float | None = None
    """The same figure of the baseline, in the same unit and run; None where there is none."""
    ratio: float | None = None
    """How many times better than the baseline."""
    aim: str = ""
    """The aim in words: "≥ 25 times", "≤ 350 bytes"."""
    note: str = ""
    """What the baseline is, and anything a reader must know."""
    met: bool | None = None
    """Whether the aim is met; None where a person has to judge."""


def times_better(value: float, baseline: float, *, lower_is_better: bool) -> float:
    """Return how many times better the product's figure is; below 1 it is worse."""
    over, under = (baseline, value) if lower_is_better else (value, baseline)
    return over / under if under else float("inf")


def seconds(call: Callable[[], object], repeat: int = 3) -> float:
    """Return the median wall-clock seconds of calling this `repeat` times."""
    taken = []
    for _ in range(repeat):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)

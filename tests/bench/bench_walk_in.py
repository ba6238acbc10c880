"""Walk-ins at 20,000 guests: registering and letting in, completing organisations, look-alikes."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))  # when run by its path
sys.path.insert(0, str(Path(__file__).parents[1]))
from report import Row, times_better

from networking_app.domain.names import fold
from networking_app.domain.registration import GuestDetails
from networking_app.domain.walk_in import Bodies, Body
from networking_app.services.enrolment import Enrolment
from networking_app.services.office import new_office
from networking_app.services.walk_in import similar, walk_in
from workspaces import made_up, make_event

if TYPE_CHECKING:
    from collections.abc import Callable

    from networking_app.services.office import Office

TITLE = "Walk-ins"
_GUESTS, _BODIES, _TIMES = 20_000, 30_000, 60


def p50_p99(call: Callable[[int], object]) -> tuple[float, float]:
    """Median and 99th percentile of a call in ms."""
    taken = []
    for number in range(_TIMES):
        start = time.perf_counter()
        call(number)
        taken.append((time.perf_counter() - start) * 1000)
    cuts = statistics.quantiles(taken, n=100)
    return statistics.median(taken), cuts[98]


def measure() -> list[Row]:
    """Measure in a workspace in a temporary folder."""
    with tempfile.TemporaryDirectory() as name:
        tick = count(1_795_600_000_000)
        office = new_office(Path(name) / "work.nwapp", "Desk A", lambda: next(tick))
        try:
            return [*_registering(office), *_completing()]
        finally:
            office.close()


def _registering(office: Office) -> list[Row]:
    event = make_event(office.database)
    with office.database.write("import") as writer:
        enrolment = Enrolment(writer, event)
        for number in range(_GUESTS):
            enrolment.add(made_up(number))
    door = office.points.all(event)[0]
    office.guests.find(event, "a", 1)

    def apart(number: int) -> None:
        key = office.guests.add(event, made_up(_GUESTS + number), walk_in=True)
        office.checkin.admit(key, door)
        office.guests.some(event, [key])

    def together(number: int) -> None:
        walk_in(office, event, door, made_up(2 * _GUESTS + number), looked=True)

    def alike(number: int) -> None:
        similar(office, event, GuestDetails(given="Aino", family=f"Pöyhönen-{number * 64}"))

    before, ours, looked = p50_p99(apart), p50_p99(together), p50_p99(alike)
    size = f"{_GUESTS:,} guests"
    return [
        Row(f"registered and let in, p50, {size}", ours[0], "ms", before[0],
            times_better(ours[0], before[0], lower_is_better=True),
            note="Baseline: a transaction for each of the two, as before"),
        Row(f"registered and let in, p99, {size}", ours[1], "ms", before[1],
            times_better(ours[1], before[1], lower_is_better=True), "≤ 100 ms", met=ours[1] <= 100),
        Row(f"look-alikes of a name, p99, {size}", looked[1], "ms", aim="≤ 50 ms",
            met=looked[1] <= 50),
    ]  # fmt: skip


def _completing() -> list[Row]:
    names = [f"Yritys {number % 97} {'aeiouyäö'[number % 8]}{number} Oy" for number in
             range(_BODIES)]  # fmt: skip
    known = Bodies(tuple(Body(name) for name in names))
    typed = ["Y", "Yri", "Yritys 9", "e17", "ö2999", "zz"]

    def plain(number: int) -> list[str]:
        wanted = fold(typed[number % len(typed)])
        return [name for name in names if f" {wanted}" in f" {fold(name)}"][:5]

    ours = p50_p99(lambda number: known.complete(typed[number % len(typed)]))
    before = p50_p99(plain)
    return [
        Row(f"keystroke that completes, p99, {_BODIES:,} organisations", ours[1], "ms", before[1],
            times_better(ours[1], before[1], lower_is_better=True), "≤ 16 ms",
            "Baseline: every name folded at every keystroke", ours[1] <= 16),
    ]  # fmt: skip


if __name__ == "__main__":
    for row in measure():
        sys.stdout.write(f"{row.what}: {row.value:.2f} {row.unit} (baseline {row.baseline})\n")

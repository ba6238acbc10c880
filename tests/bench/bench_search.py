"""Search as someone types: the index alone, and what a desk waits for while others write.

The baseline is LIKE '%x%' on the same folded texts in SQLite.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import crowds
from bench.report import Row, times_better
from networking_app.domain.names import fold
from networking_app.services.enrolment import Enrolment
from networking_app.services.guests import Guests
from networking_app.storage.database import Database
from networking_app.storage.search import GuestIndex, find_once
from workspaces import author, desk, make_database, make_event, tickets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from crowds import Person

TITLE = "Search per keystroke"
LIKE = "LIKE '%x%' on the folded column; it knows no typos and no other order of words"
ASKED = 500
_KINDS = {
    "typo": "one key wrong anywhere in the name, in either order",
    "family typo": "the family name alone with one key wrong, even one as short as Li",
    "beginnings": "five letters of the family name and three of the given one",
}


def recall(index: GuestIndex, crowd: Sequence[Person], kind: str, at: int) -> float:
    """Share of queries, in per cent, with a guest of the name meant among the first hits."""
    by_key = {person.key: person for person in crowd}
    asked = crowds.queries(crowd, kind, ASKED)
    good = sum(
        any(crowds.meant(person, by_key[hit.id], kind) for hit in index.find(query, 20)[:at])
        for query, person in asked
    )
    return 100 * good / len(asked)


def timed(
    call: Callable[[str], object],
    asked: Sequence[str],
    between: Callable[[int], object] | None = None,
) -> list[float]:
    """Milliseconds of each call, sorted; what happens between two is not counted."""
    taken = []
    for number, query in enumerate(asked):
        if between is not None:
            between(number)
        start = time.perf_counter()
        call(query)
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)


def baseline(lines: Sequence[tuple[str, str, str]]) -> Callable[[str], object]:
    """The plain way: LIKE on the folded column, ordered by the sort key."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE guest (id TEXT PRIMARY KEY, search TEXT, sort_key TEXT)")
    connection.executemany("INSERT INTO guest VALUES (?, ?, ?)", lines)
    sql = "SELECT id FROM guest WHERE search LIKE ? ORDER BY sort_key LIMIT 20"
    return lambda query: connection.execute(sql, (f"%{fold(query)}%",)).fetchall()


def _keys(what: str, ours: list[float], plain: list[float], most_ms: int) -> list[Row]:
    rows = []
    for name, share in (("p50", 0.5), ("p99", 0.99)):
        value, other = ours[int(len(ours) * share)], plain[int(len(plain) * share)]
        ratio = times_better(value, other, lower_is_better=True)
        aim, met = (f"\u2264 {most_ms} ms", value <= most_ms)
        rows.append(Row(f"{what} {name}", value, "ms", other, ratio, aim, LIKE, met))
    return rows


def _at_the_desk(crowd: Sequence[Person], asked: Sequence[str], folder: Path) -> list[list[float]]:
    """The same keys through the service: quiet, during check-ins, and during walk-ins."""
    opened = make_database(folder / f"{len(crowd)}.nwapp")
    event = make_event(opened)
    with opened.write("import", {"count": len(crowd)}) as writer:
        enrolment = Enrolment(writer, event, "guests.xlsx")
        for person in crowd:
            enrolment.add(person.details)
    guests = Guests(opened)
    guests.find(event, "a", 1)
    other = Database(opened.path, author("Desk 2"))
    second, door = desk(other, event, "Desk 2")
    with opened.read() as connection:
        codes = sorted(tickets(connection).values())
    newcomers, there = crowds.people(len(asked), seed=8), Guests(other)

    def come(number: int) -> None:
        there.add(event, newcomers[number].details, walk_in=True)

    found = [
        timed(lambda query: guests.find(event, query), asked),
        timed(
            lambda query: guests.find(event, query), asked, lambda n: second.scan(codes[n], door)
        ),
        timed(lambda query: guests.find(event, query), asked, come),
    ]
    assert guests.find(event, newcomers[-1].email or newcomers[-1].phone)
    other.close()
    opened.close()
    return found


def measured(count: int, most_ms: int, build_s: float, folder: Path) -> list[Row]:
    """All rows for one number of guests."""
    crowd = crowds.people(count)
    lines, size = [person.line for person in crowd], f"{count:,} guests"
    start = time.perf_counter()
    index = GuestIndex.build(lines)
    built = time.perf_counter() - start
    asked = crowds.keystrokes(crowd)
    plain = timed(baseline(lines), asked[::16])
    aim = f"\u2264 {build_s} s"
    out = [Row(f"index built, {size}", built, "s", aim=aim, met=built <= build_s)]
    out += _keys(f"keystroke, {size}, the index alone,", timed(index.find, asked), plain, most_ms)
    for kind in crowds.KINDS_OF_QUERY:
        for at in (1, 5):
            share = recall(index, crowd, kind, at)
            counts = at == 5 and kind == "typo" and count == 20_000
            aim, met = ("\u2265 98 %", share >= 98) if counts else ("", None)
            what, note = f"recall@{at}, {kind}, {size}", _KINDS.get(kind, "")
            out.append(Row(what, share, "%", aim=aim, note=note, met=met))
    start = time.perf_counter()
    find_once(lines, "aino aho")
    out.append(Row(f"one question, no index, {size}", time.perf_counter() - start, "s"))
    if count == 20_000:  # tracing every allocation takes minutes
        out.append(_memory(lines, size))
    del index
    waits = _at_the_desk(crowd, asked, folder)
    for what, ours in zip(
        ("to the guests found", "after a check-in elsewhere", "after a walk-in elsewhere"),
        waits,
        strict=True,
    ):
        out += _keys(f"keystroke, {size}, {what},", ours, plain, most_ms)
    return out


def _memory(lines: Sequence[tuple[str, str, str]], size: str) -> Row:
    tracemalloc.start()
    held = GuestIndex.build(lines)
    bytes_ = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(held) == len(lines)
    return Row(f"memory of the index, {size}", bytes_ / 1e6, "MB")


def measure() -> list[Row]:
    """Measure at 20,000 and at 100,000 guests."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return [*measured(20_000, 16, 0.5, folder), *measured(100_000, 50, 2.5, folder)]

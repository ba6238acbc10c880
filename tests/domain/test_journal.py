"""Folding entries: the order in which they came does not matter, the order of the clock does."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.journal import Clock, Entry, Kind, fold, order

EMPTY = {"a": "", "b": "", "deleted": 0}
entries = st.lists(
    st.builds(
        lambda key, clock, kind, after: Entry(
            key, clock, "d", "", "act", 1, kind, "person", "p", None,
            after if kind is Kind.SET else None,
        ),
        st.uuids().map(lambda u: u.hex),
        st.integers(0, 5),
        st.sampled_from([Kind.SET] * 9 + [Kind.ERASE]),
        st.none() | st.dictionaries(st.sampled_from(["a", "b", "new"]), st.text(max_size=2)),
    ),
    max_size=8,
)  # fmt: skip


@given(entries, st.randoms())
def test_fold_does_not_ask_in_which_order_entries_came(some, draw):
    shuffled = some[:]
    draw.shuffle(shuffled)
    assert fold(shuffled, EMPTY) == fold(some, EMPTY)


@given(entries)
def test_fold_takes_the_last_value_of_each_known_field(some):
    state = fold(some, EMPTY)
    if any(e.erases for e in some):
        assert state == {**EMPTY, "deleted": 1}
        return
    for field, empty in EMPTY.items():
        said = [e.after[field] for e in sorted(some, key=order) if field in (e.after or {})]
        assert state[field] == (said[-1] if said else empty)
    assert state.keys() == EMPTY.keys()


@given(entries)
def test_scrubbed_entry_erases_and_says_nothing(some):
    for entry in some:
        assert entry.scrubbed().erases
        assert entry.scrubbed().after is None


def test_fact_is_never_scrubbed():
    fact = Entry("i", 1, "d", "", "a", 1, Kind.FACT, "check_in", "f", None, {"kind": "in"})
    assert fact.scrubbed() == fact
    assert not replace(fact, after=None).erases


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 1 << 40)), max_size=20))
def test_clock_is_above_all_it_has_seen(steps):
    now = [0]
    clock = Clock(lambda: now[0])
    for wall, foreign in steps:
        now[0] = wall
        clock.seen(foreign)
        last = clock.last
        assert clock.tick() > last
        assert clock.last >= wall << 16
        assert clock.milliseconds() == wall

"""Does a test notice when a rule of the journal is broken? Each rule is broken once, in memory."""

from __future__ import annotations

import inspect
import sys
import types
from contextlib import contextmanager

import pytest

from networking_app.domain import journal as rules
from networking_app.storage import database, derived, entries, journal, undo, writer
from storage import test_journal as directed

# name: (module, what stands there, what the mutation writes, the directed test)
MUTATIONS = {
    "tie is not decided by id": (
        journal,
        " OR (clock = :clock AND journal.id > :id)",
        "",
        directed.test_equal_clocks_are_decided_by_the_id,
    ),
    "equal clock is not late": (
        journal,
        "late.get(entry.row, -1) >= entry.clock",
        "late.get(entry.row, -1) > entry.clock",
        directed.test_equal_clocks_are_decided_by_the_id,
    ),
    "late entry overwrites": (
        journal,
        "if late.get(entry.row, -1) >= entry.clock:",
        "if False:",
        directed.test_late_entry_leaves_newer_fields,
    ),
    "doubled entry is new": (
        journal,
        "{e.id: e for e in entries if e.id not in have}.values()",
        "[e for e in entries if e.id not in have]",
        directed.test_entries_may_come_twice_and_doubled,
    ),
    "erasure forgets late entries": (
        journal,
        "e.scrubbed() if e.row in gone else e",
        "e",
        directed.test_erasure_scrubs_what_was_there_and_what_comes_late,
    ),
    "erasure leaves the journal": (
        journal,
        "SET before = NULL, after = NULL WHERE",
        "SET before = before WHERE",
        directed.test_erasure_scrubs_what_was_there_and_what_comes_late,
    ),
    "scrubbed entry is no erasure": (
        rules,
        "self.kind is Kind.ERASE or (self.kind is Kind.SET and self.after is None)",
        "self.kind is Kind.ERASE",
        directed.test_scrubbed_entry_is_the_erasure,
    ),
    "known scrubbed entry is no news": (
        journal,
        "_erasures(connection, entries)\n",
        "_erasures(connection, fresh)\n",
        directed.test_known_entry_that_comes_back_scrubbed_erases,
    ),
    "erased row is forgotten": (
        journal,
        "return known | news.keys(), news",
        "return set(news), news",
        directed.test_erasure_scrubs_what_was_there_and_what_comes_late,
    ),
    "deeds keep the name": (
        journal,
        "    _scrub_deeds(connection, fresh, erased)\n",
        "",
        directed.test_erased_guest_is_not_named_in_what_was_done,
    ),
    "facts are scrubbed": (
        rules,
        "if self.kind is Kind.SET else self",
        "",
        directed.test_erasure_of_a_fact_or_of_an_unknown_table_changes_no_row,
    ),
    "nobody waits for parents": (
        journal,
        "if missing or not _has_place(entry):",
        "if not _has_place(entry):",
        directed.test_child_waits_for_its_parent,
    ),
    "waiting entries are not tried again": (
        journal,
        "        _retry_waiting(connection)\n    return len(fresh)",
        "        pass\n    return len(fresh)",
        directed.test_child_that_is_older_than_its_parent_is_applied_at_once,
    ),
    "folds what still waits": (
        entries,
        '"row" = :value AND applied = 1',
        '"row" = :value',
        directed.test_row_is_folded_without_what_still_waits,
    ),
    "parents are asked at once": (
        database,
        'raw.execute("PRAGMA defer_foreign_keys=ON")',
        'raw.execute("PRAGMA defer_foreign_keys=OFF")',
        directed.test_bodies_that_become_parts_of_later_ones_come_in_one_batch,
    ),
    "facts are replaced": (
        journal,
        "again = set() if own else _existing(connection, table, entries)",
        "again = set()",
        directed.test_fact_that_is_told_twice_under_one_key_stays_the_first,
    ),
    "second check-in is dropped": (
        journal,
        "setdefault(fact.row, fact)",
        "setdefault((fact.after or {}).get('registration_id', fact.row), fact)",
        directed.test_both_check_ins_of_two_desks_stay,
    ),
    "unknown field is dropped": (
        journal,
        '"UPDATE journal SET applied = 0 WHERE schema > :older"',
        '"UPDATE journal SET applied = 0 WHERE schema < :older"',
        directed.test_field_of_a_newer_version_is_kept_and_applied_at_the_upgrade,
    ),
    "unknown table is taken for applied": (
        journal,
        "if missing or not _has_place(entry):",
        "if missing:",
        directed.test_table_of_a_newer_version_is_kept_and_applied_at_the_upgrade,
    ),
    "undo takes later changes": (
        undo,
        "if field not in known or field in later.get(entry.row, ()):",
        "if field not in known:",
        directed.test_undo_puts_back_only_what_nobody_changed_since,
    ),
    "what was undone still counts": (
        undo,
        "if by not in neutral:",
        "if True:",
        directed.test_undo_of_two_actions_one_after_the_other_goes_back_to_the_start,
    ),
    "before is not kept": (
        writer,
        "{f: now[f] for f in after}, after)",
        "{}, after)",
        directed.test_change_writes_only_what_differs_and_what_was_there,
    ),
    "unchanged fields are written": (
        writer,
        "for f, v in values.items() if now[f] != v",
        "for f, v in values.items()",
        directed.test_change_writes_only_what_differs_and_what_was_there,
    ),
    "clock ignores what it saw": (
        writer,
        "Clock(author.wall, journal.last_clock(connection))",
        "Clock(author.wall)",
        directed.test_slow_clock_still_wins_over_what_it_has_seen,
    ),
    "clock stands within a millisecond": (
        rules,
        "max(self.last + 1, self._wall() << 16)",
        "max(self.last, self._wall() << 16)",
        directed.test_many_changes_within_a_millisecond_stay_in_order,
    ),
    "derived fields stay": (
        journal,
        "touched.append(row)",
        "pass",
        directed.test_halves_of_a_name_from_two_laptops_give_one_sort_key,
    ),
    "derived from half a row": (
        derived,
        "rule.compute(*line[1:])",
        "rule.compute(line[1], *[''] * (len(line) - 2))",
        directed.test_halves_of_a_name_from_two_laptops_give_one_sort_key,
    ),
    "an edit revives": (
        rules,
        "state |= {f: v",
        "state |= {'deleted': 0} | {f: v",
        directed.test_refold_keeps_a_deleted_row_deleted,
    ),
    "an erased row is folded from its entries": (
        rules,
        'return {**empty, "deleted": 1} if erased else state',
        "return state",
        directed.test_refold_keeps_an_erased_row_erased,
    ),
    "kinds are not asked": (
        journal,
        "shape is not None and (shape.kind is Kind.FACT) == (entry.kind is Kind.FACT)",
        "shape is not None",
        lambda folder: directed.test_entry_of_the_wrong_kind_is_stored_and_not_applied(
            folder, rules.Kind.FACT
        ),
    ),
}


@contextmanager
def broken(module, old: str, new: str):
    """The module with one place of its source changed, for everybody who uses it."""
    source = inspect.getsource(module)
    assert source.count(old) == 1, f"{old!r} stands {source.count(old)} times in {module.__name__}"
    other = types.ModuleType(module.__name__)
    sys.modules[module.__name__] = other
    try:
        exec(compile(source.replace(old, new), module.__file__, "exec"), vars(other))
    finally:
        sys.modules[module.__name__] = module
    saved = []
    for name, thing in list(vars(other).items()):
        real = getattr(module, name)
        if getattr(thing, "__module__", "") != module.__name__:
            continue
        if isinstance(thing, type):
            vars(other)[name] = real
            pairs = [(real, key, value) for key, value in vars(thing).items() if key in vars(real)]
            changed = [p for p in pairs if isinstance(p[2], (types.FunctionType, property))]
        else:
            changed = [(holder, name, thing) for holder in _holders(name, real)]
        for holder, key, value in changed:
            saved.append((holder, key, vars(holder)[key]))
            setattr(holder, key, value)
    try:
        yield
    finally:
        for holder, key, value in reversed(saved):
            setattr(holder, key, value)


def _holders(name: str, thing):
    """The modules that took this function over by name."""
    ours = [m for key, m in sys.modules.items() if key.startswith("networking_app.")]
    return [m for m in ours if vars(m).get(name) is thing]


@pytest.mark.parametrize("name", MUTATIONS)
def test_broken_rule_is_noticed(name, tmp_path):
    module, old, new, test = MUTATIONS[name]
    whole = tmp_path / "whole"
    whole.mkdir()
    test(whole)
    half = tmp_path / "broken"
    half.mkdir()
    with broken(module, old, new):
        try:
            test(half)
        except Exception:  # noqa: BLE001 (a broken rule may break anything)
            return
    pytest.fail(f"nobody notices: {name}")

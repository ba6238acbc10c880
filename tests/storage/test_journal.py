"""Each rule of the journal by itself; test_journal_mutations breaks each to see these notice."""

from __future__ import annotations

import itertools
import json

import pytest

from networking_app.domain.ids import uuid7
from networking_app.domain.journal import Entry, Kind
from networking_app.storage import journal
from storage import oracle
from storage.replicas import NEWER, Laptop, agree, exchange, laptops, newer_entry, newer_version
from workspaces import NOW

CLOCK = NOW << 16


def told(row: str, clock: int, after, **values) -> Entry:
    """An entry of another laptop, `clock` ticks after the tests began."""
    said = {"id": uuid7(NOW), "action": uuid7(NOW), "kind": Kind.SET, "table": "person"} | values
    schema, before = said.pop("schema", 1), said.pop("before", None)
    key, action, kind, table = (said.pop(name) for name in ("id", "action", "kind", "table"))
    assert said == {}
    return Entry(
        key, CLOCK + clock, "Far", "", action, schema, kind, table, row, before, after
    )  # fmt: skip


def one(folder) -> Laptop:
    return laptops(folder, 1)[0]


def test_equal_clocks_are_decided_by_the_id(tmp_path):
    low, high = (told("p", 1, {"given": g}, id=g * 32) for g in ("1", "2"))
    for number, order in enumerate(itertools.permutations([[low], [high]])):
        here = Laptop(tmp_path / f"{number}.nwapp", "here", [NOW])
        for entries in order:
            here.take(entries)
        assert here.row("person", "p")["given"] == "2"


def test_late_entry_leaves_newer_fields(tmp_path):
    here = one(tmp_path)
    here.take([told("p", 5, {"given": "new"})])
    here.take([told("p", 1, {"given": "old", "city": "Kotka"})])
    person = here.row("person", "p")
    assert (person["given"], person["city"]) == ("new", "Kotka")


def test_entries_may_come_twice_and_doubled(tmp_path):
    here = one(tmp_path)
    entry = told("p", 1, {"given": "Aino"})
    assert here.take([entry, entry]) == 1
    assert here.take([entry]) == 0
    assert here.entries() == [entry]


def test_erasure_scrubs_what_was_there_and_what_comes_late(tmp_path):
    here = one(tmp_path)
    here.take([told("p", 1, {"given": "Aino"}, before={})])
    here.take([told("p", 2, None, kind=Kind.ERASE)])
    here.take([told("p", 3, {"given": "Aino"}, before={"given": ""})])
    person = here.row("person", "p")
    assert (person["given"], person["search"], person["deleted"]) == ("", "", 1)
    assert [(e.before, e.after) for e in here.entries()] == [(None, None)] * 3


def test_scrubbed_entry_is_the_erasure(tmp_path):
    here = one(tmp_path)
    here.take([told("p", 1, {"given": "Aino"})])
    here.take([told("p", 2, None)])
    assert here.row("person", "p")["given"] == ""
    assert [e.after for e in here.entries()] == [None, None]


def test_known_entry_that_comes_back_scrubbed_erases(tmp_path):
    here = one(tmp_path)
    entry = told("p", 1, {"given": "Aino"})
    here.take([entry])
    assert here.take([entry.scrubbed()]) == 0
    assert here.row("person", "p")["given"] == ""
    assert [e.after for e in here.entries()] == [None]


def test_erasure_holds_against_a_later_change_of_this_laptop(tmp_path):
    here, there = laptops(tmp_path, 2)
    person = here.make("person", given="Aino")
    exchange(here, there)
    here.erase("person", person)
    there.time[0] += 60_000
    there.change("person", person, given="Aino again")
    exchange(here, there)
    agree(here, there)
    assert there.row("person", person)["given"] == ""


def test_erased_guest_is_not_named_in_what_was_done(tmp_path):
    here, there = laptops(tmp_path, 2)
    person = here.make("person", family="Zyxxelquist")
    exchange(here, there)
    there.erase("person", person)
    exchange(here, there)
    agree(here, there)
    assert [json.loads(a["facts"]) for a in here.rows("action").values()] == [{}]
    assert "Zyxxelquist" not in str(here.entries())


def test_erasure_leaves_facts(tmp_path):
    here = one(tmp_path)
    event, person = here.make("event", title="Day"), here.make("person", given="Aino")
    row = here.make("registration", event_id=event, person_id=person)
    code = here.tell("code", registration_id=row, code="23456", kind="ticket")
    here.erase("registration", row)
    here.take([told(row, 1 << 40, None, kind=Kind.ERASE, table="registration")])
    assert here.row("code", code)["code"] == "23456"
    here.agrees_with_oracle()


def test_child_waits_for_its_parent(tmp_path):
    here = one(tmp_path)
    children = [
        told("r", 4, {"event_id": "e", "person_id": "p"}, table="registration"),
        told("c", 5, {"registration_id": "r", "code": "1"}, table="code", kind=Kind.FACT),
    ]
    here.take(children)
    assert here.waiting() == {e.id for e in children}
    assert here.rows("registration") == {}
    here.take([told("p", 1, {"given": "Aino"})])
    assert here.rows("registration") == {}
    here.take([told("e", 2, {"title": "Day"}, table="event")])
    assert here.waiting() == set()
    assert here.row("registration", "r")["person_id"] == "p"
    assert here.row("code", "c")["code"] == "1"


def test_child_that_is_older_than_its_parent_is_applied_at_once(tmp_path):
    here = one(tmp_path)
    child = told("a", 1, {"person_id": "p", "title": "Advisor"}, table="affiliation")
    here.take([child, told("p", 2, {"given": "Aino"})])
    assert here.row("affiliation", "a")["title"] == "Advisor"
    here.agrees_with_oracle()


def test_row_is_folded_without_what_still_waits(tmp_path):
    here = one(tmp_path)
    here.take([
        told("a", 1, {"person_id": "p1"}, table="affiliation"),
        told("a", 2, {"person_id": "p2", "title": "Advisor"}, table="affiliation"),
    ])  # fmt: skip
    here.take([told("p1", 3, {})])
    assert (here.row("affiliation", "a")["person_id"], len(here.waiting())) == ("p1", 1)
    here.take([told("p2", 3, {})])
    assert here.row("affiliation", "a")["person_id"] == "p2"


def test_bodies_that_become_parts_of_later_ones_come_in_one_batch(tmp_path):
    here = one(tmp_path)
    entries = [
        told("unit", 1, {"name": "Unit"}, table="organisation"),
        told("house", 2, {"name": "House"}, table="organisation"),
        told("unit", 3, {"parent_id": "house"}, table="organisation"),
    ]
    here.take(entries)
    assert here.row("organisation", "unit")["parent_id"] == "house"
    here.agrees_with_oracle()


def test_fact_that_is_told_twice_under_one_key_stays_the_first(tmp_path):
    first, second = (
        told("a", clock, {"deed": deed, "facts": "{}"}, table="action", kind=Kind.FACT)
        for clock, deed in ((1, "import"), (2, "forged"))
    )
    for number, order in enumerate(itertools.permutations([[first], [second]])):
        here = Laptop(tmp_path / f"{number}.nwapp", "here", [NOW])
        for entries in order:
            here.take(entries)
        assert here.row("action", "a")["deed"] == "import"
        here.agrees_with_oracle()


def test_both_check_ins_of_two_desks_stay(tmp_path):
    here, there = laptops(tmp_path, 2)
    event = here.make("event", title="Day")
    door, person = here.make("point", event_id=event), here.make("person", given="Aino")
    row = here.make("registration", event_id=event, person_id=person)
    exchange(here, there)
    facts = {
        desk.tell("check_in", registration_id=row, point_id=door, kind="in", desk=desk.name)
        for desk in (here, there)
    }
    exchange(here, there)
    agree(here, there)
    assert here.rows("check_in").keys() == facts


@pytest.mark.parametrize("kind", [Kind.SET, Kind.FACT])
def test_entry_of_the_wrong_kind_is_stored_and_not_applied(tmp_path, kind):
    here = one(tmp_path)
    table = "person" if kind is Kind.FACT else "action"
    entry = told("x", 1, {"given": "Aino", "deed": "import"}, kind=kind, table=table)
    here.take([entry])
    assert here.rows(table) == {}
    assert here.entries() == [entry]


def test_erasure_of_a_fact_or_of_an_unknown_table_changes_no_row(tmp_path):
    here = one(tmp_path)
    here.take([told("a", 1, {"deed": "import"}, table="action", kind=Kind.FACT)])
    here.take([told("r2", 2, None, table="robot", kind=Kind.ERASE)])
    late = told("a", 3, {"deed": "late"}, table="action", kind=Kind.FACT)
    here.take([told("a", 2, None, table="action", kind=Kind.ERASE), late])
    assert here.row("action", "a")["deed"] == "import"
    assert [e.after for e in here.entries()][-1] == {"deed": "late"}
    here.agrees_with_oracle()


def test_field_of_a_newer_version_is_kept_and_applied_at_the_upgrade(tmp_path):
    here = one(tmp_path)
    person = here.make("person", given="Aino")
    new = newer_entry(here, "person", person, nickname="Ansku", city="Kotka")
    here.take([new])
    assert here.row("person", person)["city"] == "Kotka"
    with newer_version():
        here.upgrade()
        assert here.row("person", person)["nickname"] == "Ansku"
        here.agrees_with_oracle()


def test_table_of_a_newer_version_is_kept_and_applied_at_the_upgrade(tmp_path):
    here = one(tmp_path)
    person = here.make("person", given="Aino")
    robot = newer_entry(here, "robot", "r2", name="R2", person_id=person)
    orphan = newer_entry(here, "robot", "r3", name="R3", person_id="nobody")
    here.take([robot, orphan])
    assert here.waiting() == {robot.id, orphan.id}
    with newer_version():
        here.upgrade()
        assert here.rows("robot").keys() == {"r2"}
        assert here.waiting() == {orphan.id}
        here.agrees_with_oracle()


def test_undo_of_a_newer_versions_action_leaves_what_is_not_known(tmp_path):
    here = one(tmp_path)
    person = here.make("person", given="Aino")
    new = newer_entry(here, "person", person, nickname="Ansku", city="Kotka")
    before = {"nickname": "", "city": ""}
    here.take([told(person, 9 << 40, new.after, before=before, action="far", schema=NEWER)])
    here.take([newer_entry(here, "robot", "r2", name="R2")])
    assert here.undo("far") == (1, 1)
    assert here.row("person", person)["city"] == ""


def test_undo_puts_back_only_what_nobody_changed_since(tmp_path):
    here, there = laptops(tmp_path, 2)
    person = here.make("person", given="Aino", city="Kotka")
    action = here.change("person", person, given="Anna", city="Oulu")
    exchange(here, there)
    there.change("person", person, city="Turku")
    exchange(here, there)
    assert here.undo(action) == (1, 1)
    row = here.row("person", person)
    assert (row["given"], row["city"]) == ("Aino", "Turku")


def test_undo_of_two_actions_one_after_the_other_goes_back_to_the_start(tmp_path):
    here = one(tmp_path)
    person = here.make("person", city="Kotka")
    first, second = (here.change("person", person, city=c) for c in ("Oulu", "Turku"))
    assert here.undo(second) == (1, 0)
    assert here.undo(first) == (1, 0)
    assert here.row("person", person)["city"] == "Kotka"


def test_change_writes_only_what_differs_and_what_was_there(tmp_path):
    here = one(tmp_path)
    person = here.make("person", given="Aino", city="Kotka")
    here.change("person", person, given="Aino", city="Oulu")
    last = [e for e in here.entries() if e.row == person][-1]
    assert (last.before, last.after) == ({"city": "Kotka"}, {"city": "Oulu"})


def test_same_row_twice_in_one_change_follows_on(tmp_path):
    here = one(tmp_path)
    person = here.make("person", city="Kotka")
    with here.db.write() as writer:
        changes = [(person, {"city": "Oulu"}), (person, {"city": "Turku"})]
        assert writer.change_many("person", changes) == 2
    assert [e.before for e in here.entries() if e.row == person][1:] == [
        {"city": "Kotka"},
        {"city": "Oulu"},
    ]


def test_slow_clock_still_wins_over_what_it_has_seen(tmp_path):
    here, there = laptops(tmp_path, 2)
    here.skew = 72 * 3_600_000
    person = here.make("person", city="first")
    exchange(here, there)
    there.change("person", person, city="second")
    exchange(here, there)
    assert here.row("person", person)["city"] == "second"
    agree(here, there)


def test_many_changes_within_a_millisecond_stay_in_order(tmp_path):
    here = one(tmp_path)
    person = here.make("person", city="start")
    for number in range(40):
        here.change("person", person, city=f"{number}")
    assert here.row("person", person)["city"] == "39"
    with here.db.write() as writer:
        journal.refold(writer.connection, "person", person)
    assert here.row("person", person)["city"] == "39"


def test_halves_of_a_name_from_two_laptops_give_one_sort_key(tmp_path):
    here, there = laptops(tmp_path, 2)
    person = here.make("person", given="Aino", family="Aho")
    exchange(here, there)
    here.change("person", person, family="Öst")
    there.change("person", person, given="Åke")
    exchange(here, there)
    agree(here, there)
    assert "ake" in here.row("person", person)["search"]
    assert "ost" in here.row("person", person)["search"]


def test_edit_does_not_revive_a_deleted_row(tmp_path):
    here, there = laptops(tmp_path, 2)
    person = here.make("person", city="Kotka")
    exchange(here, there)
    here.change("person", person, deleted=1)
    there.time[0] += 1_000
    there.change("person", person, city="Oulu")
    exchange(here, there)
    assert here.row("person", person)["deleted"] == 1
    agree(here, there)


def test_refold_repairs_a_row_and_leaves_facts_and_unknown_tables(tmp_path):
    here = one(tmp_path)
    person = here.make("person", given="Aino", family="Aho")
    with here.db.write() as writer:
        writer.connection.exec_driver_sql("UPDATE person SET family = 'X', search = ''")
    with here.db.write() as writer:
        for table in ("person", "action", "robot"):
            journal.refold(writer.connection, table, person)
    here.agrees_with_oracle()
    assert "action" in oracle.expected(here.entries(), set())


def test_refold_keeps_a_deleted_row_deleted(tmp_path):
    here = one(tmp_path)
    person = here.make("person", city="Kotka")
    here.change("person", person, deleted=1)
    here.change("person", person, city="Oulu")
    with here.db.write() as writer:
        journal.refold(writer.connection, "person", person)
    assert here.row("person", person)["deleted"] == 1


def test_refold_keeps_an_erased_row_erased(tmp_path):
    here = one(tmp_path)
    person = here.make("person", city="Kotka")
    here.erase("person", person)
    with here.db.write() as writer:
        journal.refold(writer.connection, "person", person)
    row = here.row("person", person)
    assert (row["city"], row["deleted"]) == ("", 1)

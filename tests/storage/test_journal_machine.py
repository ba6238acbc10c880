"""Laptops that work, fail and exchange in any order come to the same, and nothing is lost.

The first history that fails is kept in the folder for temporary files, journals and all.
"""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from networking_app.domain.ids import uuid7
from networking_app.storage import database, journal
from storage.replicas import agree, as_text, exchange, laptops, newer_entry, newer_version

if TYPE_CHECKING:
    from storage.replicas import Laptop

FAILED = Path(tempfile.gettempdir()) / "networking-app-first-failing-history.txt"
HOUR = 3_600_000
who = st.integers(0, 2)
pick = st.integers(0, 10_000)
FIELDS = ("given", "family", "phone", "badge_name", "city")


class Exchange(RuleBasedStateMachine):
    """Three desks of one event."""

    told = False

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.desks = laptops(self.folder)
        self.time = self.desks[0].time
        self.facts: set[str] = set()
        self.actions: list[str] = []
        self.story: list[str] = []
        first = self.desks[0]
        self.event = first.make("event", title="Day")
        self.door = first.make("point", event_id=self.event, name="Door", kind="door")
        exchange(*self.desks)
        for number in range(3):
            self.walk_in(number, 1)

    def say(self, *what):
        self.story.append(" ".join(map(str, what)))

    def some(self, desk: Laptop, table: str, number: int) -> str | None:
        keys = sorted(desk.rows(table))
        return keys[number % len(keys)] if keys else None

    @rule(a=who, ms=st.integers(0, HOUR))
    def walk_in(self, a, ms):
        self.say("walk_in", a, ms)
        self.time[0] += ms
        with self.desks[a].db.write("walk_in", {"name": f"F{ms % 7}"}) as writer:
            body = writer.add("organisation", name=f"Body {ms % 3}")
            person = writer.add("person", given="Aino", family=f"F{ms % 7}")
            work = writer.add("affiliation", person_id=person, organisation_id=body)
            row = writer.add(
                "registration", event_id=self.event, person_id=person, affiliation_id=work
            )
            writer.tell("code", registration_id=row, kind="ticket", code=uuid7(1)[-10:])
            self.actions.append(writer.action)

    @rule(a=who, k=pick, field=st.sampled_from(FIELDS), value=st.integers(0, 3))
    def edit(self, a, k, field, value):
        self.say("edit", a, k, field, value)
        self.time[0] += k % 3
        row = self.some(self.desks[a], "person", k)
        if row is not None:
            with self.desks[a].db.write("edit_guest", {"name": "N"}) as writer:
                writer.change("person", row, **{field: f"{field}{value}"})
                self.actions.append(writer.action)

    @rule(a=who, k=pick, m=pick)
    def move(self, a, k, m):
        """Bodies become parts of others: rows that point into their own table."""
        self.say("move", a, k, m)
        desk = self.desks[a]
        child, parent = self.some(desk, "organisation", k), self.some(desk, "organisation", m)
        if child is not None:
            self.actions.append(desk.change("organisation", child, parent_id=parent))

    @rule(a=who, k=pick, gone=st.sampled_from([0, 1]))
    def delete_or_restore(self, a, k, gone):
        self.say("delete_or_restore", a, k, gone)
        row = self.some(self.desks[a], "registration", k)
        if row is not None:
            self.actions.append(self.desks[a].change("registration", row, deleted=gone))

    @rule(a=who, k=pick)
    def scan(self, a, k):
        self.say("scan", a, k)
        row = self.some(self.desks[a], "registration", k)
        if row is not None and self.door in self.desks[a].rows("point"):
            fact = {"registration_id": row, "point_id": self.door, "kind": "in", "at": str(k)}
            self.facts.add(self.desks[a].tell("check_in", **fact))

    @rule(a=who, k=pick)
    def take_back(self, a, k):
        self.say("take_back", a, k)
        if self.actions:
            self.desks[a].undo(self.actions[-1 - k % min(8, len(self.actions))])

    @rule(a=who, k=pick, table=st.sampled_from(["person", "registration", "affiliation"]))
    def erase(self, a, k, table):
        self.say("erase", a, k, table)
        row = self.some(self.desks[a], table, k)
        if row is not None and k % 3 == 0:
            self.desks[a].erase(table, row)

    @rule(a=who, k=pick, robot=st.booleans())
    def newer(self, a, k, robot):
        """A laptop with a newer version sends what this one does not know."""
        self.say("newer", a, k, robot)
        row = self.some(self.desks[a], "person", k)
        if row is None:
            return
        if robot:
            new = newer_entry(self.desks[a], "robot", uuid7(k + 1), name="R2", person_id=row)
        else:
            new = newer_entry(self.desks[a], "person", row, nickname=f"N{k}", city=f"C{k}")
        self.desks[a].take([new])

    @rule(a=who, b=who, seed=pick)
    def carry(self, a, b, seed):
        """A random part of one journal, shuffled and partly doubled."""
        self.say("carry", a, b, seed)
        entries, draw = self.desks[a].entries(), random.Random(seed)
        some = draw.sample(entries, draw.randint(0, len(entries)))
        some += draw.sample(some, min(2, len(some)))
        draw.shuffle(some)
        self.desks[b].take(some)

    @rule(a=who, b=who)
    def tell_all(self, a, b):
        self.say("tell_all", a, b)
        self.desks[b].take(self.desks[a].entries())

    @rule(a=who, hours=st.integers(-72, 72))
    def wrong_clock(self, a, hours):
        self.say("wrong_clock", a, hours)
        self.desks[a].skew = hours * HOUR

    @rule(a=who, b=who)
    def cloned_file(self, a, b):
        """What the other laptop had not told anybody is gone with its file."""
        self.say("cloned_file", a, b)
        if a != b:
            self.desks[a].clone_to(self.desks[b])
            left = {e.row for desk in self.desks for e in desk.entries()}
            self.facts &= left

    def teardown(self):
        if not hasattr(self, "story"):
            return
        try:
            self.judge()
        except BaseException:
            if not Exchange.told:
                Exchange.told = True
                text = "\n".join(self.story) + "\n\n" + as_text(self.desks)
                FAILED.write_text(text, "utf-8")
                print(f"The first history that failed is kept in {FAILED}")
            raise
        finally:
            for desk in self.desks:
                desk.db.close()
            shutil.rmtree(self.folder)

    def judge(self):
        for desk in self.desks:
            desk.agrees_with_oracle()
        made = {e.id for desk in self.desks for e in desk.entries()}
        exchange(*self.desks)
        agree(*self.desks)
        assert {e.id for e in self.desks[0].entries()} == made, "an entry is lost"
        absent = self.facts - self.desks[0].rows("check_in").keys()
        held = [e for e in self.desks[0].entries() if e.row in absent]
        assert {e.row for e in held} == absent, "a fact is lost"
        assert all(self.lacks_a_parent(self.desks[0], e) for e in held), "a fact is lost"
        assert all(desk.take(self.desks[0].entries()) == 0 for desk in self.desks)
        with newer_version():
            for desk in self.desks:
                desk.upgrade()
                desk.agrees_with_oracle()
                held = [e for e in desk.entries() if e.id in desk.waiting()]
                assert all(self.lacks_a_parent(desk, e) for e in held)

    def lacks_a_parent(self, desk: Laptop, entry) -> bool:
        """Some rows are gone for good, with a file that was cloned over."""
        parents = journal.shapes()[entry.table].parents
        said = [(table, (entry.after or {}).get(field)) for field, table in parents.items()]
        return any(key and key not in desk.rows(table) for table, key in said)


# As many steps as fit into the time of the suite; HYPOTHESIS_PROFILE=nightly makes thousands.
Exchange.TestCase.settings = settings(
    stateful_step_count=30,
    max_examples=int(os.environ.get("MACHINE_EXAMPLES", "40")),
    # The story and the journals are kept instead; shrinking takes minutes.
    phases=[Phase.generate],
)


class TestExchange(Exchange.TestCase):
    """The machine, on files that are not synced: power loss has a test of its own."""

    @pytest.fixture(autouse=True)
    def _quick(self, monkeypatch):
        pragmas = [p for p in database.PRAGMAS if not p.startswith("synchronous")]
        monkeypatch.setattr(database, "PRAGMAS", (*pragmas, "synchronous=OFF"))

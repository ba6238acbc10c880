"""Any history of scans at several desks against a plain model of the rules, on a real workspace."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import factories
from networking_app.domain.checkin import REPEAT, Direction, Verdict
from networking_app.domain.points import PointKind, Rule
from networking_app.domain.registration import Status
from networking_app.services.checkin import CheckIn, Override
from networking_app.services.events import Events
from networking_app.services.guests import Guests
from networking_app.services.points import PointRules, Points

GUESTS = 4
who = st.integers(0, GUESTS - 1)
where = st.integers(0, 4)
desks = st.integers(0, 1)


@dataclass
class Fact:
    """What the model remembers of one passing."""

    key: str
    guest: int
    group: str
    kind: str
    at: object
    desk: int
    door: bool
    undone: bool = False


@dataclass
class Model:
    """Facts in order, and the state of each registration."""

    facts: list[Fact] = field(default_factory=list)
    status: list[Status] = field(default_factory=lambda: [Status.REGISTERED] * GUESTS)

    def passed(self, guest, group):
        return [f for f in self.facts if (f.guest, f.group) == (guest, group) and not f.undone]

    def inside(self, group):
        last = {f.guest: f.kind for f in self.facts if f.group == group and not f.undone}
        return sum(kind != "out" for kind in last.values())

    def arrived(self):
        return {f.guest for f in self.facts if f.door and f.kind != "out" and not f.undone}

    def in_the_house(self):
        last = {f.guest: f.kind for f in self.facts if f.door and not f.undone}
        return {g for g in self.arrived() if last[g] != "out"}


class Desks(RuleBasedStateMachine):
    """Two desks, two doors that count as one, a room, lunch and an office of a category."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = factories.Clock()
        self.database = factories.workspace(self.folder, self.clock)
        self.event = factories.event(self.database)
        self.points = Points(self.database)
        self.desks = [CheckIn(self.database, name) for name in ("A", "B")]
        self.model = Model()

    @initialize()
    def build(self):
        for rules in (
            PointRules("Side door"),
            PointRules("Room", PointKind.ROOM, Rule.IN_AND_OUT, capacity=2),
            PointRules("Lunch", PointKind.MEAL, Rule.MANY),
            PointRules("Office", PointKind.ROOM, allowed=("vip",)),
        ):
            self.points.add(self.event, rules)
            self.clock.forward(seconds=1)
        self.places = self.points.all(self.event)
        self.rows = [
            factories.guest(
                self.database, self.event, f"Guest {n}", category="vip" if n == 0 else ""
            )
            for n in range(GUESTS)
        ]

    def group(self, place):
        return "doors" if self.places[place].kind is PointKind.DOOR else self.places[place].name

    def expect(self, guest, place, desk, forced):
        """(verdict, whether a fact is written) by the plain reading of the rules."""
        point, group = self.places[place], self.group(place)
        status = self.model.status[guest]
        if status is not Status.REGISTERED:
            return (Verdict.WELCOME, True) if forced else (Verdict(status.value), False)
        passed = self.model.passed(guest, group)
        last = passed[-1] if passed else None
        is_in = last is not None and last.kind != "out"
        if is_in and last.desk == desk and self.clock.now - last.at <= REPEAT:
            return Verdict.WELCOME, False
        entered = any(f.kind != "out" for f in passed)
        again = point.rule is Rule.MANY or not entered
        again |= point.rule is Rule.IN_AND_OUT and not is_in
        verdict = Verdict.WELCOME
        if not again:
            verdict = Verdict.ALREADY_IN
        elif point.capacity and not is_in and self.model.inside(group) >= point.capacity:
            verdict = Verdict.FULL
        elif point.allowed and guest != 0:
            verdict = Verdict.NOT_ALLOWED
        if verdict is not Verdict.WELCOME and forced:
            return Verdict.WELCOME, True
        return verdict, verdict is Verdict.WELCOME

    def remember(self, key, guest, place, kind, desk):
        door = self.places[place].kind is PointKind.DOOR
        self.model.facts.append(
            Fact(key, guest, self.group(place), kind, self.clock.now, desk, door)
        )

    @rule(guest=who, place=where, desk=desks, forced=st.booleans())
    def comes(self, guest, place, desk, forced):
        verdict, writes = self.expect(guest, place, desk, forced)
        override = Override("said so") if forced else None
        point = self.places[place]
        answer = self.desks[desk].admit(self.rows[guest], point, override=override)
        assert answer.verdict is verdict
        assert (bool(answer.check_in_id) and not answer.repeated) == writes
        if writes:
            self.remember(answer.check_in_id, guest, place, "in", desk)

    @rule(guest=who, place=where, desk=desks)
    def leaves(self, guest, place, desk):
        passed = self.model.passed(guest, self.group(place))
        last = passed[-1] if passed else None
        repeats = (
            last is not None
            and (last.kind, last.desk) == ("out", desk)
            and self.clock.now - last.at <= REPEAT
        )
        answer = self.desks[desk].admit(self.rows[guest], self.places[place], Direction.OUT)
        assert (answer.verdict, answer.repeated) == (Verdict.WELCOME, repeats)
        if not repeats:
            self.remember(answer.check_in_id, guest, place, "out", desk)

    @rule(guest=who, place=where, desk=desks)
    def comes_back(self, guest, place, desk):
        key = self.desks[desk].back(self.rows[guest], self.places[place])
        self.remember(key, guest, place, "back", desk)

    @rule(number=st.integers(0, 100), desk=desks)
    def is_undone(self, number, desk):
        if self.model.facts:
            fact = self.model.facts[number % len(self.model.facts)]
            assert self.desks[desk].undo(fact.key, "slip") is not fact.undone
            fact.undone = True

    @rule(guest=who, status=st.sampled_from(Status))
    def changes(self, guest, status):
        Guests(self.database).set_status([self.rows[guest]], status)
        self.model.status[guest] = status

    @rule(seconds=st.sampled_from([1, 4, 6, 600]))
    def time_passes(self, seconds):
        self.clock.forward(seconds=seconds)

    @invariant()
    def numbers_are_right(self):
        self.clock.now += timedelta(milliseconds=1)  # facts stand in the order they were made
        counts = Events(self.database).counts(self.event)
        assert counts.arrived == len(self.model.arrived())
        assert counts.inside == len(self.model.in_the_house())
        for place in range(len(getattr(self, "places", ()))):
            found = self.desks[0].inside(self.places[place])
            assert found == self.model.inside(self.group(place))

    def teardown(self):
        self.database.close()
        shutil.rmtree(self.folder)


Desks.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


class TestDesks(Desks.TestCase):
    """Run by pytest."""

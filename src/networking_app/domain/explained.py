"""Why the judge answers as it does: every rule of a point in order, each passed or not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from networking_app.domain.checkin import (
    FactKind,
    Holder,
    Point,
    Rule,
    Verdict,
    counted_entry,
    failed_rules,
    is_inside,
)
from networking_app.domain.registration import Status
from networking_app.domain.tickets import CodeKind

if TYPE_CHECKING:
    from datetime import datetime


class Step(StrEnum):
    """What is looked at, in the order of the judge."""

    REGISTRATION = "registration"
    ENTRIES = "entries"
    ROOM = "room"
    TIME = "time"
    CODE = "code"
    CATEGORY = "category"
    QUESTIONS = "questions"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class RuleCheck:
    """One rule of a point, looked at for one guest at one moment.

    Attributes:
        applies: whether the point has such a rule, or the guest something that it is about; one
            that does not apply is passed.
        verdict: the answer that it would give by itself; None when it is passed.
        opens: next opening on the wall clock, outside the time window.
        kind, at, desk, actor: of the entry that counts, of the going out that allows another
            entry, or of an entry on an earlier day.
        inside: guests inside now, where the room has a limit.
    """

    step: Step
    verdict: Verdict | None = None
    applies: bool = True
    opens: datetime | None = None
    kind: FactKind | None = None
    at: datetime | None = None
    desk: str = ""
    actor: str = ""
    inside: int | None = None

    @property
    def passed(self) -> bool:
        """Whether this rule lets the guest in."""
        return self.verdict is None


def explain(
    holder: Holder, point: Point, now: datetime, inside: int | None = None
) -> tuple[RuleCheck, ...]:
    """Look at every rule for a guest going in, also at those after the first that fails.

    The verdict of the first check that is not passed is what `checkin.judge` answers, but for a
    second scan at the same desk within seconds; when all are passed the guest is welcome.

    Args:
        holder: who comes.
        point: where.
        now: in UTC.
        inside: guests inside now; counts only where the point has a capacity.
    """
    failed = failed_rules(holder, point, now, inside or 0)
    return (
        RuleCheck(Step.REGISTRATION, _registration(holder, point)),
        _entries(holder, point, now, failed),
        _room(holder, point, inside or 0),
        _time(holder, point, now, failed),
        _code(holder, point),
        _category(holder, point),
        _questions(holder, point),
        _note(holder, point, now),
    )


def decisive(checks: tuple[RuleCheck, ...]) -> RuleCheck | None:
    """The check that is the answer; None when the guest is welcome."""
    return next((check for check in checks if not check.passed), None)


def _registration(holder: Holder, point: Point) -> Verdict | None:
    if holder.event_id != point.event_id:
        return Verdict.WRONG_EVENT
    if holder.blocked:
        return Verdict.BLOCKED
    return {Status.CANCELLED: Verdict.CANCELLED, Status.WAITING: Verdict.WAITING}.get(holder.status)


def _entries(holder: Holder, point: Point, now: datetime, failed: tuple[Verdict, ...]) -> RuleCheck:
    verdict = Verdict.ALREADY_IN if Verdict.ALREADY_IN in failed else None
    counted = counted_entry(holder, point, now)
    applies = point.rule is not Rule.MANY
    before = holder.last if counted and not verdict else holder.entered
    if before is None:
        return RuleCheck(Step.ENTRIES, verdict, applies=applies)
    return RuleCheck(
        Step.ENTRIES, verdict, applies=applies,
        kind=before.kind, at=before.at, desk=before.desk, actor=before.actor,
    )  # fmt: skip


def _room(holder: Holder, point: Point, inside: int) -> RuleCheck:
    if point.capacity is None:
        return RuleCheck(Step.ROOM, applies=False)
    full = inside >= point.capacity and not is_inside(holder)
    return RuleCheck(Step.ROOM, Verdict.FULL if full else None, inside=inside)


def _time(holder: Holder, point: Point, now: datetime, failed: tuple[Verdict, ...]) -> RuleCheck:
    if Verdict.OUTSIDE_TIME not in failed:
        return RuleCheck(Step.TIME, applies=bool(point.windows))
    opens = point.next_opening(now, holder.category)
    return RuleCheck(Step.TIME, Verdict.OUTSIDE_TIME, opens=opens)


def _code(holder: Holder, point: Point) -> RuleCheck:
    if holder.code_kind is not CodeKind.BADGE:
        return RuleCheck(Step.CODE, applies=False)
    return RuleCheck(Step.CODE, None if point.admits_badges else Verdict.NOT_ALLOWED)


def _category(holder: Holder, point: Point) -> RuleCheck:
    lets_in = point.lets_in(holder.category, holder.tags)
    return RuleCheck(
        Step.CATEGORY,
        None if lets_in else Verdict.NOT_ALLOWED,
        applies=bool(point.allowed or point.tags),
    )


def _questions(holder: Holder, point: Point) -> RuleCheck:
    asks = any(not question.optional for question in holder.missing)
    return RuleCheck(
        Step.QUESTIONS, Verdict.DATA_MISSING if asks else None, applies=bool(point.questions)
    )


def _note(holder: Holder, point: Point, now: datetime) -> RuleCheck:
    is_first = counted_entry(holder, point, now) is None
    stops = is_first and holder.holds and bool(holder.attention)
    return RuleCheck(
        Step.NOTE, Verdict.HOLD if stops else None, applies=bool(holder.attention.strip())
    )

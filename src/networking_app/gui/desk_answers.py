"""Turns answers of the judge into what the desk shows: the panel, the notes, a line of the list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from networking_app.domain.checkin import Direction, FactKind, PointKind, Verdict
from networking_app.gui.desk_latest import Latest, LatestKind
from networking_app.gui.sounds import cue_of
from networking_app.gui.widgets.desk import Note
from networking_app.gui.widgets.result_panel import Result, Shown
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import checkin as words
from networking_app.wording import dates
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from networking_app.domain.checkin import BadgeAt, Holder, Point, ScanAnswer
    from networking_app.gui.desk_door import Admitted

_RESULTS = {
    Verdict.WELCOME: Result.WELCOME,
    Verdict.ALREADY_IN: Result.ALREADY,
    Verdict.CANCELLED: Result.REFUSED,
    Verdict.WAITING: Result.REFUSED,
    Verdict.WRONG_EVENT: Result.REFUSED,
    Verdict.NOT_ALLOWED: Result.REFUSED,
    Verdict.MISTYPED: Result.UNKNOWN,
    Verdict.UNKNOWN: Result.UNKNOWN,
    Verdict.HOLD: Result.STOP,
    Verdict.DATA_MISSING: Result.ASK,
    Verdict.OUTSIDE_TIME: Result.REFUSED,
    Verdict.BLOCKED: Result.REFUSED,
    Verdict.FULL: Result.REFUSED,
}
_LEFT_OPEN = frozenset({Verdict.HOLD, Verdict.DATA_MISSING})
_WITHOUT_BADGE = frozenset({PointKind.MEAL, PointKind.GIFT})


@dataclass(frozen=True, slots=True)
class Stand:
    """Where and when an answer is shown, and what this desk may do.

    Attributes:
        zone: IANA name of the event's zone.
        places: left at the event, 0 or less when full; None without a limit.
        may_override: whether guests may be let in here against a rule.
        hides: what the answer leaves out: of "title", "organisation", "category", "note".
    """

    point: Point
    zone: str
    now: datetime
    places: int | None = None
    may_override: bool = True
    hides: tuple[str, ...] = ()


def ready(direction: Direction = Direction.IN) -> Shown:
    """The panel while nobody stands at the desk."""
    if direction is Direction.OUT:
        return Shown(
            Result.OUT,
            _("Guests go out here"),
            line=_("Scan the code of everybody who leaves"),
        )
    return Shown(
        Result.READY,
        _("Ready for the next guest"),
        line="\n".join(
            (
                _("Scan the code on the e-mail, phone or badge"),
                _("No code? Just start typing the name"),
            )
        ),
    )


def shown(answer: ScanAnswer, stand: Stand) -> Shown:
    """The panel for an answer."""
    result, at = result_of(answer), dates.clock(stand.now.isoformat(), stand.zone)
    word = _("Goodbye") if result is Result.GOODBYE else words.word(answer.verdict)
    holder = answer.holder
    if holder is None:
        return _nobody(answer, result, word, at)
    spoken = tuple(part for note in notes(answer, stand) for part in (note.title, note.detail))
    said = Shown(
        result, word, holder.name, _line(answer, holder, stand), frames(answer, stand), at, spoken
    )
    if answer.verdict is Verdict.HOLD:
        return replace(said, note=holder.attention.strip().partition("\n")[0].strip())
    return said


def result_of(answer: ScanAnswer) -> Result:
    """The look of an answer."""
    if answer.verdict is Verdict.WELCOME and answer.direction is Direction.OUT:
        return Result.GOODBYE
    return _RESULTS[answer.verdict]


def cue(answer: ScanAnswer) -> str:
    """The sound of an answer."""
    return cue_of(result_of(answer))


def frames(answer: ScanAnswer, stand: Stand) -> tuple[str, ...]:
    """Short facts in frames: category, why it was let in after all, where the badge is."""
    holder = answer.holder
    if holder is None:
        return ()
    found = [] if "category" in stand.hides else [category(holder.category)]
    if answer.over is Verdict.HOLD:
        found.append(_("Note confirmed"))
    elif answer.over is not None and answer.verdict is Verdict.WELCOME:
        found.append(_("Let in although: {reason}").format(reason=words.reason(answer.over)))
    enters = answer.verdict in {Verdict.WELCOME, Verdict.ALREADY_IN}
    if enters and answer.direction is Direction.IN and stand.point.kind not in _WITHOUT_BADGE:
        found.append(badge_words(holder.badge, stand.zone))
    return tuple(text for text in found if text)


def badge_words(badge: BadgeAt, zone: str) -> str:
    """Where a badge is that was printed, "" if none was."""
    if badge.handed_out:
        return _("Badge handed out {time}").format(time=dates.clock(badge.handed_out, zone))
    if not badge.printed:
        return ""
    if badge.box and badge.number:
        return _("Box {box}, no. {number}").format(box=badge.box, number=badge.number)
    if badge.number:
        return _("Badge no. {number}").format(number=badge.number)
    return _("Badge printed {time}").format(time=dates.clock(badge.printed, zone))


def notes(answer: ScanAnswer, stand: Stand) -> tuple[Note, ...]:
    """What is to be handed over or known; only for guests who may come in."""
    holder = answer.holder
    if holder is None or not holder.attention.strip() or answer.direction is Direction.OUT:
        return ()
    first, _line_end, rest = holder.attention.strip().partition("\n")
    rest = " ".join(rest.split())
    if answer.verdict is Verdict.HOLD:  # its first line is in the panel, huge
        return (Note("info", rest),) if rest else ()
    may_enter = answer.verdict in {Verdict.WELCOME, Verdict.ALREADY_IN}
    if not may_enter or "note" in stand.hides:
        return ()
    return (Note("info", first.strip(), rest),)


def besides(answer: ScanAnswer) -> str:
    """Further rules that do not let the guest in, in one line; "" if there are none."""
    if not answer.also:
        return ""
    return _("Besides: {reasons}.").format(reasons=", ".join(map(words.reason, answer.also)))


def latest(admitted: Admitted, zone: str, now: datetime) -> Latest:
    """The line of the list for an answer."""
    answer, at = admitted.answer, dates.clock(now.isoformat(), zone)
    holder = answer.holder
    if holder is None:
        slip = answer.verdict is Verdict.MISTYPED
        name = _("Code not read right") if slip else _("Unknown code")
        return Latest(LatestKind.UNKNOWN, name, words.short(answer.code), at)
    kind, second = _kind_of(admitted), words.word(answer.verdict)
    if kind is LatestKind.IN:
        second = holder.organisation
    elif kind is LatestKind.WALK_IN:
        second = holder.organisation or _("Walk-in")
    elif kind is LatestKind.OUT:
        second = _("Went out")
    check_in = answer.check_in_id if answer.verdict is Verdict.WELCOME else ""
    return Latest(
        kind, holder.name, second, at, holder.registration_id, check_in, admitted.deed,
        holder.category,
    )  # fmt: skip


def _kind_of(admitted: Admitted) -> LatestKind:
    answer = admitted.answer
    if answer.verdict is Verdict.ALREADY_IN:
        return LatestKind.AGAIN
    if answer.verdict in _LEFT_OPEN:
        return LatestKind.OPEN
    if answer.verdict is not Verdict.WELCOME:
        return LatestKind.REFUSED
    if answer.direction is Direction.OUT:
        return LatestKind.OUT
    return LatestKind.WALK_IN if admitted.walk_in else LatestKind.IN


def _nobody(answer: ScanAnswer, result: Result, word: str, at: str) -> Shown:
    if answer.verdict is Verdict.MISTYPED:
        return Shown(result, word, _("Scan again"), words.misread(answer.code), (), at)
    line = words.signed(answer.foreign) or words.read(answer.code)
    return Shown(result, word, _("Ask for the surname"), line, (), at)


def _line(answer: ScanAnswer, holder: Holder, stand: Stand) -> str:
    work = words.work_of(
        replace(
            holder,
            title="" if "title" in stand.hides else holder.title,
            organisation="" if "organisation" in stand.hides else holder.organisation,
        )
    )
    said = _why(answer, holder, stand)
    if said and work and answer.verdict in {Verdict.CANCELLED, Verdict.WAITING}:
        return _("{fact} · {work}").format(fact=said, work=work)
    return said or work


def _why(answer: ScanAnswer, holder: Holder, stand: Stand) -> str:
    """The line under the name that explains the answer, "" where the name says enough."""
    say = _WHY.get(answer.verdict)
    return say(answer, holder, stand) if say is not None else ""


def _passing(answer: ScanAnswer, holder: Holder, _stand: Stand) -> str:
    """What is unusual about a guest who may pass."""
    if answer.repeated:
        return _("Read twice: one guest is let in")
    last = holder.last
    if answer.direction is Direction.OUT and (last is None or last.kind is FactKind.OUT):
        return _("Was not inside by the list")
    return ""


def _cancelled(_answer: ScanAnswer, holder: Holder, stand: Stand) -> str:
    if not holder.status_at:
        return ""
    return _("Cancelled {date}").format(date=dates.day(holder.status_at, stand.zone))


def _waiting(_answer: ScanAnswer, holder: Holder, _stand: Stand) -> str:
    if not holder.queue:
        return ""
    return _("Number {place} on the waiting list").format(place=holder.queue)


def _opens(answer: ScanAnswer, _holder: Holder, stand: Stand) -> str:
    at = answer.opens
    if at is None:
        return _("The opening time of {point} is over").format(point=stand.point.name)
    today = at.date() == stand.point.local(stand.now).date()
    when = f"{at.hour}.{at.minute:02d}" if today else dates.wall_clock(at)
    return _("{point} opens {when}").format(point=stand.point.name, when=when)


def _taken(answer: ScanAnswer, _holder: Holder, stand: Stand) -> str:
    point = stand.point
    return ngettext(
        "{inside} of {n} place taken at {point}", "{inside} of {n} places taken at {point}",
        point.capacity or 0,
    ).format(inside=answer.inside or 0, n=point.capacity or 0, point=point.name)  # fmt: skip


_WHY: dict[Verdict, Callable[[ScanAnswer, Holder, Stand], str]] = {
    Verdict.WELCOME: _passing,
    Verdict.ALREADY_IN: lambda answer, _holder, stand: words.arrival(answer, stand.zone, stand.now),
    Verdict.WRONG_EVENT: lambda _answer, holder, _stand: _("Registered for {event}").format(
        event=holder.event_title
    ),
    Verdict.NOT_ALLOWED: lambda _answer, _holder, stand: _("Not let in at {point}").format(
        point=stand.point.name
    ),
    Verdict.CANCELLED: _cancelled,
    Verdict.WAITING: _waiting,
    Verdict.BLOCKED: lambda _answer, holder, _stand: holder.blocked,
    Verdict.OUTSIDE_TIME: _opens,
    Verdict.FULL: _taken,
}

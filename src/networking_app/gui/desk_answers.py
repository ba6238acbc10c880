"""Turns answers of the judge into what the desk shows: the panel, notes, questions, the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.domain.checkin import Verdict
from networking_app.gui.desk_latest import Latest, LatestKind
from networking_app.gui.widgets.desk import Choice, Note
from networking_app.gui.widgets.result_panel import Result, Shown
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import checkin as words
from networking_app.wording import dates
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from datetime import datetime

    from networking_app.domain.checkin import Holder, Point, ScanAnswer
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
    Verdict.HOLD: Result.ALREADY,
    Verdict.DATA_MISSING: Result.ALREADY,
    Verdict.OUTSIDE_TIME: Result.REFUSED,
    Verdict.BLOCKED: Result.REFUSED,
    Verdict.FULL: Result.REFUSED,
}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked or told under an answer, and what can be chosen."""

    text: str
    choices: tuple[Choice, ...]
    small: str = ""
    closes: bool = True


def ready() -> Shown:
    """The panel while nobody stands at the desk."""
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


def shown(answer: ScanAnswer, point: Point, zone: str, now: datetime) -> Shown:
    """The panel for an answer."""
    result = _RESULTS[answer.verdict]
    word, at = words.word(answer.verdict), dates.clock(now.isoformat(), zone)
    holder = answer.holder
    if holder is None:
        slip = answer.verdict is Verdict.MISTYPED
        ask = _("Scan again") if slip else _("Ask for the surname")
        read = words.misread(answer.code) if slip else words.read(answer.code)
        return Shown(result, word, ask, read, (), at)
    spoken = tuple(part for note in notes(answer) for part in (note.title, note.detail))
    line = _line(answer, holder, point, zone, now)
    return Shown(result, word, holder.name, line, frames(holder), at, spoken)


def frames(holder: Holder) -> tuple[str, ...]:
    """Short facts in frames."""
    word = category(holder.category)
    return (word,) if word else ()


def notes(answer: ScanAnswer) -> tuple[Note, ...]:
    """What is to be handed over or known; only for guests who may come in."""
    holder = answer.holder
    may_enter = answer.verdict in {Verdict.WELCOME, Verdict.ALREADY_IN}
    if holder is None or not may_enter or not holder.attention.strip():
        return ()
    first, _line_end, rest = holder.attention.strip().partition("\n")
    return (Note("info", first.strip(), " ".join(rest.split())),)


def question(answer: ScanAnswer, point: Point, places: int | None) -> Question | None:
    """What is asked under an answer, None after a welcome."""
    if answer.verdict is Verdict.WELCOME:
        return None
    return {
        Verdict.ALREADY_IN: _already(),
        Verdict.CANCELLED: _cancelled(places),
        Verdict.WAITING: _waiting(places),
        Verdict.WRONG_EVENT: Question(
            _("Look for the guest in this event by name, or add a walk-in."),
            (_find(), _walk_in()),
        ),
        Verdict.NOT_ALLOWED: Question(_not_here(point), (_find(), _turn_away())),
        Verdict.MISTYPED: Question(
            _("Scan once more, a little further away. Or type the surname."),
            (_again(), _find(), _walk_in()),
            closes=False,
        ),
        Verdict.UNKNOWN: Question(
            _("Type the surname: the search starts by itself."),
            (_find(), _walk_in(), _again()),
            closes=False,
        ),
    }[answer.verdict]


def latest(admitted: Admitted, zone: str, now: datetime) -> Latest:
    """The line of the list for an answer."""
    answer, at = admitted.answer, dates.clock(now.isoformat(), zone)
    holder = answer.holder
    if holder is None:
        slip = answer.verdict is Verdict.MISTYPED
        name = _("Code not read right") if slip else _("Unknown code")
        return Latest(LatestKind.UNKNOWN, name, words.short(answer.code), at)
    kind = {Verdict.WELCOME: LatestKind.IN, Verdict.ALREADY_IN: LatestKind.AGAIN}.get(
        answer.verdict, LatestKind.REFUSED
    )
    second = words.word(answer.verdict) if kind is LatestKind.REFUSED else holder.organisation
    if kind is LatestKind.AGAIN:
        second = words.word(answer.verdict)
    if admitted.walk_in and kind is LatestKind.IN:
        kind = LatestKind.WALK_IN
        second = holder.organisation or _("Walk-in")
    check_in = answer.check_in_id if answer.verdict is Verdict.WELCOME else ""
    return Latest(kind, holder.name, second, at, holder.registration_id, check_in, admitted.deed)


def cue(answer: ScanAnswer) -> str:
    """The sound of an answer."""
    return _RESULTS[answer.verdict].value


def _line(answer: ScanAnswer, holder: Holder, point: Point, zone: str, now: datetime) -> str:
    work = words.work_of(holder)
    if answer.verdict is Verdict.ALREADY_IN:
        return words.arrival(answer, zone, now)
    if answer.verdict is Verdict.WRONG_EVENT:
        return _("Registered for {event}").format(event=holder.event_title)
    if answer.verdict is Verdict.NOT_ALLOWED:
        return _("Not let in at {point}").format(point=point.name)
    return work


def _already() -> Question:
    return Question(
        _("What is it?"),
        (
            Choice("back", _("Back after a break"), "check"),
            Choice("badge", _("Print badge again"), "printer"),
            Choice("other", _("A different person"), "user-search"),
        ),
        _(
            "Nothing is counted twice. “A different person” looks for others with a similar name"
            " or the same organisation."
        ),
    )


def _cancelled(places: int | None) -> Question:
    text = _("If the guest wants to come in anyway, register the place again.")
    return Question(
        text,
        (
            Choice("again", _("Register again and check in"), "user-check"),
            Choice("organiser", _("Ask the organiser"), "phone"),
            _turn_away(),
        ),
        seats(places),
    )


def _waiting(places: int | None) -> Question:
    text = _("Ask the organiser whether there is room. Until then the guest waits.")
    return Question(
        text,
        (Choice("organiser", _("Ask the organiser"), "phone"), _turn_away()),
        seats(places),
    )


def seats(places: int | None) -> str:
    """How many places are left, "" where there is no limit."""
    if places is None:
        return ""
    if places <= 0:
        return _("No places left.")
    return ngettext("{n} place left.", "{n} places left.", places).format(n=places)


def _not_here(point: Point) -> str:
    if not point.allowed:
        return _("Badges are not read at {point}: ask for the ticket.").format(point=point.name)
    return _("{point} is only for: {categories}.").format(
        point=point.name, categories=", ".join(category(word) for word in point.allowed)
    )


def _find() -> Choice:
    return Choice("find", _("Find by name"), "user-search", "F3")


def _walk_in() -> Choice:
    return Choice("walk_in", _("Walk-in"), "user-plus", "F2")


def _again() -> Choice:
    return Choice("", _("Scan again"), "scan-line", "Esc")


def _turn_away() -> Choice:
    return Choice("away", _("Turn away"), "ban")

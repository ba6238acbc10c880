"""What is asked under an answer at the desk, and what can be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.domain.checkin import PointKind, Verdict
from networking_app.gui import desk_answers
from networking_app.gui.widgets.desk import Choice
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from collections.abc import Callable

    from networking_app.domain.checkin import Point, ScanAnswer
    from networking_app.gui.desk_answers import Stand
    from networking_app.services.organisers import Contact

_SERVED = frozenset({PointKind.MEAL, PointKind.GIFT})


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked or told under an answer, and what can be chosen.

    Attributes:
        closes: whether Esc is offered as "Close".
        enter: the choice that Enter makes while the scan field is empty.
    """

    text: str
    choices: tuple[Choice, ...]
    small: str = ""
    closes: bool = True
    enter: str = ""


def question(answer: ScanAnswer, stand: Stand) -> Question | None:
    """What is asked under an answer; None after a welcome and where a form asks instead."""
    asked = _ASKED.get(answer.verdict)
    return asked(answer, stand) if asked is not None else None


def organiser(name: str, contacts: tuple[Contact, ...], stand: Stand) -> Question:
    """After "Ask the organiser": whom to call, and what was said."""
    text = _("Call the organiser. Until there is an answer the guest stays in the list.")
    if contacts:
        text = _("Call {people}. Until there is an answer the guest stays in the list.").format(
            people=" · ".join(
                _("{name}, {phone}").format(name=one.name, phone=one.phone) for one in contacts
            )
        )
    small = "" if contacts else _(
        "Guests of the category organiser who have a phone number are named here."
    )  # fmt: skip
    yes = (Choice("yes", _("Yes: let in"), "user-check"),) if stand.may_override else ()
    wait = Choice("", _("Next guest, {name} waits").format(name=name), "hourglass", "Esc")
    return Question(
        text, (*yes, Choice("away", _("No: turn away"), "ban"), wait), small, closes=False
    )


def seats(places: int | None) -> str:
    """How many places are left, "" where there is no limit."""
    if places is None:
        return ""
    if places <= 0:
        return _("No places left.")
    return ngettext("{n} place left.", "{n} places left.", places).format(n=places)


def _already(answer: ScanAnswer, stand: Stand) -> Question:
    other = Choice("other", _("A different person"), "user-search")
    before = answer.holder.entered if answer.holder else None
    undo = Choice("undo", _("Undo that check-in"), "undo-2")
    last = (undo,) if before is not None else ()
    if stand.point.kind in _SERVED:
        return Question(
            _("This guest was here before."),
            (*_let_in(stand), other, _turn_away(), *last),
            desk_answers.besides(answer),
        )
    return Question(
        _("What is it?"),
        (
            Choice("back", _("Back after a break"), "check"),
            Choice("badge", _("New badge"), "printer"),
            other,
            *last,
        ),
        desk_answers.besides(answer)
        or _(
            "Nothing is counted twice. “A different person” looks for others with a similar name"
            " or the same organisation."
        ),
    )


def _cancelled(answer: ScanAnswer, stand: Stand) -> Question:
    again = (Choice("admit", _("Register again and check in"), "user-check"),)
    text = _("If the guest wants to come in anyway, register the place again.")
    return _with_room(answer, stand, text, again)


def _waiting(answer: ScanAnswer, stand: Stand) -> Question:
    admit = (Choice("admit", _("Admit from the waiting list"), "user-check"),)
    text = _("There is room: the guest can be admitted from the waiting list.")
    return _with_room(answer, stand, text, admit)


def _with_room(answer: ScanAnswer, stand: Stand, text: str, admit: tuple[Choice, ...]) -> Question:
    """Register at once where there is room, else only with a reason."""
    if stand.places is not None and stand.places <= 0:
        text = _("The event is full. Ask the organiser whether there is room.")
        admit = _let_in(stand)
    small = " ".join(part for part in (seats(stand.places), desk_answers.besides(answer)) if part)
    anyway = () if admit == _let_in(stand) else _let_in(stand, "F8")
    return Question(text, (*admit, _organiser(), _turn_away(), *anyway), small)


def _refused(text: Callable[[ScanAnswer, Stand], str]) -> Callable[[ScanAnswer, Stand], Question]:
    def asked(answer: ScanAnswer, stand: Stand) -> Question:
        choices = (_organiser(), *_let_in(stand), _turn_away())
        return Question(text(answer, stand), choices, desk_answers.besides(answer))

    return asked


def _hold(_answer: ScanAnswer, _stand: Stand) -> Question:
    return Question(
        _("Do what the note says, then confirm."),
        (
            Choice("confirm", _("Confirmed: let in"), "user-check", "Enter"),
            _organiser(),
            Choice("", _("Leave outside"), "hourglass", "Esc"),
        ),
        _("Left outside, the guest stays in the list until the note is confirmed."),
        closes=False,
        enter="confirm",
    )


def _not_here(_answer: ScanAnswer, stand: Stand) -> str:
    point: Point = stand.point
    if not point.allowed:
        return _("Badges are not read at {point}: ask for the ticket.").format(point=point.name)
    return _("{point} is only for: {categories}.").format(
        point=point.name, categories=", ".join(category(word) for word in point.allowed)
    )


_ASKED: dict[Verdict, Callable[[ScanAnswer, Stand], Question]] = {
    Verdict.ALREADY_IN: _already,
    Verdict.CANCELLED: _cancelled,
    Verdict.WAITING: _waiting,
    Verdict.HOLD: _hold,
    Verdict.BLOCKED: _refused(
        lambda _answer, _stand: _("The organiser blocked this guest: ask before you do anything.")
    ),
    Verdict.OUTSIDE_TIME: _refused(
        lambda _answer, stand: _("{point} is closed now for this guest.").format(
            point=stand.point.name
        )
    ),
    Verdict.FULL: _refused(
        lambda _answer, _stand: _("Wait until somebody goes out, or let the guest in anyway.")
    ),
    Verdict.NOT_ALLOWED: _refused(_not_here),
    Verdict.WRONG_EVENT: lambda _answer, _stand: Question(
        _("Look for the guest in this event by name, or add a walk-in."), (_find(), _walk_in())
    ),
    Verdict.MISTYPED: lambda _answer, _stand: Question(
        _("Scan once more, a little further away. Or type the surname."),
        (_again(), _find(), _walk_in()),
        closes=False,
    ),
    Verdict.UNKNOWN: lambda _answer, _stand: Question(
        _("Type the surname: the search starts by itself."),
        (_find(), _walk_in(), _again()),
        closes=False,
    ),
}


def _let_in(stand: Stand, key: str = "") -> tuple[Choice, ...]:
    return (Choice("let_in", _("Let in anyway"), "log-in", key),) if stand.may_override else ()


def _organiser() -> Choice:
    return Choice("organiser", _("Ask the organiser"), "phone")


def _find() -> Choice:
    return Choice("find", _("Find by name"), "user-search", "F3")


def _walk_in() -> Choice:
    return Choice("walk_in", _("Walk-in"), "user-plus", "F2")


def _again() -> Choice:
    return Choice("", _("Scan again"), "scan-line", "Esc")


def _turn_away() -> Choice:
    return Choice("away", _("Turn away"), "ban")

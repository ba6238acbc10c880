"""Printing one badge from start to end, called on the lane of the printer: draw, send, note."""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from networking_app.domain.checkin import BadgeAt
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.services.badges import DEFAULT_LAYOUT
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from networking_app.services.office import Office


_NONE = BadgeAt()


class End(StrEnum):
    """How a job ended."""

    PRINTED = "printed"
    PRINTED_BEFORE = "printed_before"  # nothing was printed: a second badge needs a reason
    NO_PRINTER = "no_printer"  # this computer has none
    NOT_CHOSEN = "not_chosen"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Job:
    """One badge to print.

    Attributes:
        reason: why a second one is printed; empty prints only where there is none yet.
        asked: by a person, who is told that there is one already; else nothing is said.
        hands_out: whether the badge is in the guest's hand once it is printed.
    """

    registration_id: str
    name: str
    reason: str = ""
    asked: bool = True
    hands_out: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """A job and how it ended; `before` is the badge there was, `why` what a printer said."""

    job: Job
    end: End
    printer: str = ""
    before: BadgeAt = _NONE
    why: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """With what badges are printed.

    Attributes:
        printers: names of those this computer knows.
        send: takes (pdf, title, printer) and raises Trouble where the printer refuses.
        chosen: the printer of this desk, "" for none.
        sheet: the paper.
    """

    printers: Callable[[], tuple[str, ...]]
    send: Callable[[bytes, str, str], None]
    chosen: str
    sheet: str


def print_badge(office: Office, event_id: str, job: Job, press: Press) -> Ended:
    """Print one badge and note it; never a second one without a reason.

    Raises:
        Trouble: the workspace cannot be read or written, or the guest has no place any more.
    """
    before = office.badges.at(job.registration_id)
    if before.printed and not job.reason:
        return Ended(job, End.PRINTED_BEFORE, press.chosen, before)
    known = press.printers()
    if not known:
        return Ended(job, End.NO_PRINTER, "", before)
    if press.chosen not in known:
        end = End.AWAY if press.chosen else End.NOT_CHOSEN
        return Ended(job, end, press.chosen, before)
    pdf = badge_pdf(office, event_id, job.registration_id, press.sheet)
    try:
        press.send(pdf, _("Badge of {name}").format(name=job.name), press.chosen)
    except Trouble as trouble:
        return Ended(job, End.AWAY, press.chosen, before, trouble.detail)
    note(office, job)
    return Ended(job, End.PRINTED, press.chosen, before)


def badge_pdf(office: Office, event_id: str, registration_id: str, sheet: str) -> bytes:
    """One badge as a PDF.

    Raises:
        Trouble: the guest has no place any more, or there is no such paper.
    """
    out = io.BytesIO()
    made = office.badges.make(
        event_id, out, layout=DEFAULT_LAYOUT, sheet=sheet, ids=[registration_id]
    )
    if not made.badges:
        raise Trouble(TroubleKind.NOBODY_TO_PRINT)
    return out.getvalue()


def note(office: Office, job: Job) -> None:
    """Remember that a badge was printed, and handed out where both are one."""
    desk = office.checkin.desk
    office.badges.note_printed([job.registration_id], DEFAULT_LAYOUT, desk, job.reason)
    if job.hands_out and not office.badges.at(job.registration_id).handed_out:
        office.checkin.hand_out(job.registration_id)

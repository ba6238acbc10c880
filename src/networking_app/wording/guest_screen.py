"""What the display turned to the guests says: nothing that others may not read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from networking_app.domain.checkin import Direction, ScanAnswer, Verdict
from networking_app.domain.screens import Phase, Timetable
from networking_app.support import i18n
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import pgettext
from networking_app.wording import dates

if TYPE_CHECKING:
    from datetime import datetime

    from networking_app.domain.checkin import BadgeAt, Holder
    from networking_app.domain.event import Event
    from networking_app.domain.programme import Session


class Mood(StrEnum):
    """What kind of answer a guest sees; there are no others."""

    WELCOME = "welcome"
    GOODBYE = "goodbye"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know, with an icon; the second line is smaller."""

    icon: str
    text: str
    small: str = ""


@dataclass(frozen=True, slots=True)
class Greeting:
    """What one guest sees after a scan."""

    mood: Mood
    headline: str
    line: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A session as a screen shows it."""

    time: str
    title: str
    room: str = ""
    speakers: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """What all see while nobody is being answered.

    Attributes:
        where: date and place.
        headline, also: the welcome in the language in use, and in the others.
        hint: how to be let in quickly.
        now, next: sessions under their headings.
        surnames: whom this desk serves ("A–K").
        note: such as the Wi-Fi.
        clock: the time of day.
    """

    phase: Phase
    where: str
    headline: str
    also: str
    title: str
    hint: str
    now_heading: str
    next_heading: str
    now: tuple[Slot, ...] = ()
    next: tuple[Slot, ...] = ()
    surnames: str = ""
    surnames_hint: str = ""
    note: str = ""
    clock: str = ""


def language_of(answer: ScanAnswer) -> str:
    """The guest's own language if we speak it, else that of the window."""
    known = answer.holder.language if answer.holder else ""
    return known if known in i18n.languages() else i18n.current()


def greeting(
    answer: ScanAnswer, *, hides: tuple[str, ...] = (), prints: bool = False, note: str = ""
) -> Greeting:
    """What the guest sees of an answer, in the language in use.

    Only who is let in is named. Whatever else the answer is, nobody learns why.

    Args:
        answer: of the desk.
        hides: what this desk leaves out; "organisation" counts here.
        prints: whether the badge of a guest who has none is printed at once.
        note: a line for all, such as the Wi-Fi.
    """
    holder = answer.holder
    if holder is None or answer.verdict is not Verdict.WELCOME:
        return Greeting(Mood.MOMENT, _("One moment, please"), _("We are looking into it."))
    name = given_name(holder)
    if answer.direction is Direction.OUT:
        return Greeting(Mood.GOODBYE, _("Goodbye, {name}!").format(name=name), _("See you soon."))
    organisation = "" if "organisation" in hides else holder.organisation
    badge = badge_fact(holder.badge, prints=prints and not holder.badge.printed)
    facts = [*([badge] if badge else []), *note_facts(note)]
    return Greeting(
        Mood.WELCOME, _("Welcome, {name}!").format(name=name), organisation, tuple(facts)
    )


def given_name(holder: Holder) -> str:
    """The given name, or the only name there is."""
    return holder.listed.partition(", ")[2] or holder.listed


def badge_fact(badge: BadgeAt, *, prints: bool = False) -> Fact | None:
    """Where the badge is; None if the guest has it."""
    if badge.handed_out:
        return None
    if prints:
        return Fact("printer", _("Your badge is printing"), _("Take it here in a moment"))
    ask = _("Ask for it at the desk")
    if badge.printed and badge.box:
        said = _("Number {number}. Ask for it at the desk.").format(number=badge.number)
        return Fact("id-card", _("Your badge: box {box}").format(box=badge.box), said)
    if badge.printed:
        return Fact("id-card", _("Your badge is ready"), ask)
    return Fact("id-card", _("Your badge"), _("You get it at the desk"))


def note_facts(note: str) -> tuple[Fact, ...]:
    """The line for all, with the sign of a Wi-Fi where it is about one."""
    if not note.strip():
        return ()
    about_wifi = any(word in note.casefold() for word in ("wi-fi", "wifi", "wlan"))
    return (Fact("wifi" if about_wifi else "info", " ".join(note.split())),)


def board(
    event: Event,
    table: Timetable,
    now: datetime,
    *,
    surnames: str = "",
    note: str = "",
    desk_is_open: bool = True,
) -> Board:
    """What all see, in the language in use with the welcome in the others too."""
    welcomes = {language: _in(language) for language in i18n.languages()}
    mine = welcomes.pop(i18n.current(), _in(i18n.current()))
    over = table.phase is Phase.AFTER
    return Board(
        phase=table.phase,
        where=_date_and_place(event),
        headline=_("Thank you for coming") if over else mine,
        also="" if over else " · ".join(welcomes.values()),
        title=event.title,
        hint=_hint(table.phase) if desk_is_open else "",
        now_heading=pgettext("programme", "Break")
        if table.phase is Phase.BREAK
        else pgettext("programme", "Now"),
        next_heading=pgettext("programme", "Programme")
        if table.phase is Phase.BEFORE
        else pgettext("programme", "Next"),
        now=tuple(_slot(s, event.zone, ends=True) for s in table.now),
        next=tuple(_slot(s, event.zone) for s in table.next),
        surnames=surnames.strip(),
        surnames_hint=_("Surnames at this desk"),
        note=" ".join(note.split()),
        clock=dates.clock(now.isoformat(), event.zone),
    )


def _hint(phase: Phase) -> str:
    if phase is Phase.AFTER:
        return _("Safe travels home.")
    return _("Have your code ready. No code? We find your name.")


def _in(language: str) -> str:
    with i18n.using(language):
        return _("Welcome")


def _date_and_place(event: Event) -> str:
    when = dates.days(event.start, event.end, event.zone) if event.start else ""
    if when and event.place:
        return _("{date} · {place}").format(date=when, place=event.place)
    return when or event.place


def _slot(session: Session, zone: str, *, ends: bool = False) -> Slot:
    """A session; one that is on shows when it ends, one to come when it begins."""
    begins, end = dates.clock(session.start, zone), dates.clock(session.end, zone)
    until = pgettext("time", "until {time}").format(time=end) if end else ""
    speakers = ", ".join(speaker.name for speaker in session.speakers)
    return Slot(until if ends else begins, session.title, session.room, speakers)

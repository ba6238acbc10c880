"""What the desk shows of guests who came together and were checked in by one stroke."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from networking_app.domain.checkin import Direction, Verdict
from networking_app.gui import desk_answers
from networking_app.gui.desk_latest import LatestKind
from networking_app.gui.widgets.desk import Note
from networking_app.gui.widgets.result_panel import Result, Shown
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import checkin as words
from networking_app.wording import dates

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from networking_app.gui.desk_answers import Stand
    from networking_app.gui.desk_door import Admitted
    from networking_app.gui.desk_latest import Latest

_NOTES = 3
"""Guests who were not let in are told beside each other up to this many."""


def all_in(several: Sequence[Admitted]) -> bool:
    """Whether everybody was let in."""
    return all(admitted.answer.verdict is Verdict.WELCOME for admitted in several)


def shown(several: Sequence[Admitted], stand: Stand) -> Shown:
    """The panel: how many came in and who they are."""
    at = dates.clock(stand.now.isoformat(), stand.zone)
    entered = [_name(one) for one in several if one.answer.verdict is Verdict.WELCOME]
    spoken = tuple(part for note in notes(several) for part in (note.title, note.detail))
    if all_in(several):
        out = any(one.answer.direction is Direction.OUT for one in several)
        count = ngettext("{n} guest", "{n} guests", len(several)).format(n=len(several))
        result, word = (Result.GOODBYE, _("Goodbye")) if out else (Result.WELCOME, _("Welcome"))
        return Shown(result, word, count, ", ".join(entered), (), at, spoken)
    left = [_name(one) for one in several if one.answer.verdict is not Verdict.WELCOME]
    word = _("{n} of {all} checked in").format(n=len(entered), all=len(several))
    line = _("In: {names}").format(names=", ".join(entered)) if entered else ""
    name = _("Not yet: {names}").format(names=", ".join(left))
    return Shown(Result.ASK, word, name, line, (), at, spoken)


def notes(several: Sequence[Admitted]) -> tuple[Note, ...]:
    """What is to be known of each: why not let in, else what to hand over."""
    left = [one for one in several if one.answer.verdict is not Verdict.WELCOME]
    said = [
        Note("octagon-x", _name(one), words.word(one.answer.verdict), "bad")
        if one.answer.verdict is not Verdict.ALREADY_IN
        else Note("history", _name(one), words.word(one.answer.verdict))
        for one in left[:_NOTES]
    ]
    for one in several:
        holder = one.answer.holder
        if one not in left and holder is not None and holder.attention.strip():
            said.append(Note("info", _name(one), " ".join(holder.attention.split())))
    return tuple(said[:_NOTES])


def line(admitted: Admitted, zone: str, now: datetime) -> Latest:
    """The line of the list; who was not let in waits there for an answer."""
    made = desk_answers.latest(admitted, zone, now)
    return replace(made, kind=LatestKind.OPEN) if made.kind is LatestKind.REFUSED else made


def _name(admitted: Admitted) -> str:
    holder = admitted.answer.holder
    return holder.name if holder is not None else ""

"""Sentences for the things to do: the fact, what it means, and the word on the button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.todo import TodoKind
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext, pgettext
from networking_app.wording import dates

if TYPE_CHECKING:
    from networking_app.domain.todo import Todo


def fact(todo: Todo) -> str:
    """What is missing or wrong, short."""
    n = todo.count
    texts = {
        TodoKind.SPEAKER_MISSING: _("{name} is not here yet"),
        TodoKind.OVER_CAPACITY: ngettext(
            "{n} guest more than places", "{n} guests more than places", n
        ),
        TodoKind.BADGES: ngettext("{n} badge not printed yet", "{n} badges not printed yet", n),
        TodoKind.WAITING: ngettext(
            "{n} guest waits while there is room", "{n} guests wait while there is room", n
        ),
        TodoKind.NO_BACKUP: _("No backup today"),
        TodoKind.SAME_NAMES: ngettext(
            "{n} guest shares a name with another", "{n} guests share a name with another", n
        ),
        TodoKind.NO_DATE: _("The event has no date"),
        TodoKind.NO_PLACE: _("The event has no place"),
        TodoKind.NO_ORGANISATION: ngettext(
            "{n} guest without organisation", "{n} guests without organisation", n
        ),
    }
    return texts[todo.kind].format(n=n, name=todo.subject)


def meaning(todo: Todo, zone: str) -> str:
    """What it means, in a few words."""
    if todo.kind is TodoKind.WAITING and todo.room:
        return ngettext("{n} place is free", "{n} places are free", todo.room).format(n=todo.room)
    texts = {
        TodoKind.SPEAKER_MISSING: _("Speaks at {time}"),
        TodoKind.OVER_CAPACITY: _("Make room, or change the number of places"),
        TodoKind.BADGES: _("Printed before the doors open, no guest waits"),
        TodoKind.WAITING: _("The number of places is not limited"),
        TodoKind.NO_BACKUP: _("A copy protects against a broken disk"),
        TodoKind.SAME_NAMES: _("The same person twice, or two people"),
        TodoKind.NO_DATE: _("Badges and lists show it"),
        TodoKind.NO_PLACE: _("Badges and lists show it"),
        TodoKind.NO_ORGANISATION: _("Their badges show the name only"),
    }
    return texts[todo.kind].format(time=dates.clock(todo.start, zone))


def button(todo: Todo) -> str:
    """What the button does."""
    return {
        TodoKind.SPEAKER_MISSING: pgettext("button", "Show"),
        TodoKind.OVER_CAPACITY: pgettext("button", "Resolve"),
        TodoKind.BADGES: _("Print badges"),
        TodoKind.WAITING: pgettext("button", "Show"),
        TodoKind.NO_BACKUP: _("Back up now"),
        TodoKind.SAME_NAMES: pgettext("button", "Compare"),
        TodoKind.NO_DATE: _("Add date"),
        TodoKind.NO_PLACE: _("Add place"),
        TodoKind.NO_ORGANISATION: pgettext("button", "Show"),
    }[todo.kind]

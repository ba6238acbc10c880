"""The keys that work at the desk in each state, and what stands there when it is not set up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.gui.desk_bars import keyed
from networking_app.gui.widgets.button import Button
from networking_app.support.i18n import gettext as _
from networking_app.wording import dates

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from networking_app.domain.event import Event
    from networking_app.gui.desk_questions import Question

Keys = tuple[tuple[str, str], ...]
Nothing = tuple[str, str, str, Button, Button | None]
_LONGEST = 30


def ready(*, can_undo: bool) -> Keys:
    """While waiting, and after a welcome."""
    more = (("F4", _("Print badge again")), ("Ctrl+Z", _("Undo last"))) if can_undo else ()
    return (
        ("F2", _("Walk-in")),
        ("F3", _("Find by name")),
        *more,
        ("F11", _("Full screen")),
    )


def search(text: str, *, has_hits: bool, can_undo: bool = False) -> Keys:
    """While hits are shown."""
    name = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    hits = (
        ("↑ ↓", _("Choose")),
        ("Enter", _("Check in")),
        ("Ctrl+Space", _("Several")),
    )
    undo = (("Ctrl+U", _("Undo check-in")),) if can_undo else ()
    return (
        *(hits if has_hits else ()),
        *(undo if has_hits else ()),
        ("F2", _("New walk-in “{name}”").format(name=name)),
        ("Esc", _("Clear")),
    )


def question(asked: Question) -> Keys:
    """While a question is open."""
    keys = [
        (choice.key or str(number), choice.text)
        for number, choice in enumerate(asked.choices, start=1)
    ]
    if asked.closes:
        keys.append(("Esc", _("Close")))
    if all(key != "F2" for key, _words in keys):
        keys.append(("F2", _("Walk-in")))
    return tuple(keys)


def walk_in(*, prints: bool) -> Keys:
    """In the form."""
    save = (
        (("Enter", _("Save and print")), ("Shift+Enter", _("Save without badge")))
        if prints
        else (("Enter", _("Save and check in")),)
    )
    return (("Tab", _("Next field")), *save, ("Esc", _("Cancel")))


def nothing() -> Keys:
    """While there is nobody to check in."""
    return (("F2", _("Walk-in")), ("F11", _("Full screen")))


def other_day(event: Event, now: datetime) -> str:
    """A quiet line when the event is not today, "" when it is or nobody knows."""
    first = dates.calendar_day(event.start, event.zone) if event.start else None
    if first is None:
        return ""
    last = dates.calendar_day(event.end, event.zone) if event.end else None
    today = dates.calendar_day(now.isoformat(), event.zone)
    if today is None or first <= today <= (last or first):
        return ""
    return _("This event is not today but {date}. Guests can be checked in all the same.").format(
        date=dates.days(event.start, event.end, event.zone)
    )


def no_event(make: Callable[[], None]) -> Nothing:
    """There is no event, or it has no door."""
    button = Button(_("Go to the event page"), "main", icon="house")
    button.clicked.connect(make)
    return (
        "scan-line",
        _("The desk is not set up yet"),
        _("Make an event or open one; then guests can be checked in here."),
        button,
        None,
    )


def no_guests(bring: Callable[[], None], add: Callable[[], None]) -> Nothing:
    """The event has no guests yet."""
    main = Button(_("Go to participants"), "main", icon="users")
    main.clicked.connect(bring)
    other = keyed(Button(_("Walk-in"), icon="user-plus", key="F2"))
    other.clicked.connect(add)
    return (
        "users",
        _("No guests yet"),
        _("Import the list of participants, or add guests one by one as they come."),
        main,
        other,
    )

"""Says what was done to make a badge fit, and what layouts and sheets are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.numbers import format_decimal

from networking_app.domain.badges import BadgeNote, BadgeNoteKind
from networking_app.support.i18n import current, ngettext
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.domain.badges import BoxLabel
    from networking_app.domain.checkin import BadgeAt
    from networking_app.domain.problems import Trouble


def note(note: BadgeNote) -> str:
    """One sentence about one badge; whose badge it is stands beside it."""
    match note.kind:
        case BadgeNoteKind.SHRUNK:
            return _shrunk(note.field).format(size=_mm(note.detail))
        case BadgeNoteKind.WRAPPED:
            return _wrapped(note.field).format(size=_mm(note.detail))
        case BadgeNoteKind.CUT:
            return _cut(note.field).format(text=note.detail)
        case _:
            return _missing(note.field).format(letters=note.detail)


def _mm(detail: str) -> str:
    try:
        return format_decimal(float(detail), "0.0", locale=current())
    except ValueError:
        return detail


def _shrunk(field: str) -> str:
    return {
        "name": _("The name was made smaller: {size} mm."),
        "organisation": _("The organisation was made smaller: {size} mm."),
        "title": _("The title was made smaller: {size} mm."),
    }.get(field, _("A text was made smaller: {size} mm."))


def _wrapped(field: str) -> str:
    return {
        "name": _("The name was set in several lines: {size} mm."),
        "organisation": _("The organisation was set in several lines: {size} mm."),
        "title": _("The title was set in several lines: {size} mm."),
    }.get(field, _("A text was set in several lines: {size} mm."))


def _cut(field: str) -> str:
    return {
        "name": _("The name does not fit and was cut: {text}"),
        "organisation": _("The organisation does not fit and was cut: {text}"),
        "title": _("The title does not fit and was cut: {text}"),
        "category": _("The category does not fit and was cut: {text}"),
        "code": _("The code does not fit and was cut: {text}"),
        "event_title": _("The title of the event does not fit and was cut: {text}"),
    }.get(field, _("A text does not fit and was cut: {text}"))


def _missing(field: str) -> str:
    return {
        "name": _("No font has these letters of the name: {letters}"),
        "organisation": _("No font has these letters of the organisation: {letters}"),
        "title": _("No font has these letters of the title: {letters}"),
        "category": _("No font has these letters of the category: {letters}"),
    }.get(field, _("No font has these letters: {letters}"))


def layout_title(name: str) -> str:
    """What a built-in layout is called; its own name for any other."""
    return {
        "classic": _("Classic, 90 × 54 mm"),
        "first-name": _("Big first name, 90 × 54 mm"),
        "plain": _("Plain, black and white, 90 × 54 mm"),
        "lanyard-a6": _("Lanyard, A6 upright"),
    }.get(name, name)


def sheet_title(name: str) -> str:
    """What a sheet is called; its own name for one that is not built in."""
    return {
        "a4-10": _("A4, 10 badges 90 × 54 mm"),
        "a4-8": _("A4, 8 badges 90 × 60 mm"),
        "a4-4": _("A4, 4 badges A6"),
        "letter-8": _("US Letter, 8 badges 90 × 54 mm"),
        "label-90x54": _("Label printer, 90 × 54 mm"),
        "label-62x100": _("Label printer, 62 × 100 mm"),
        "label-102x76": _("Label printer, 102 × 76 mm"),
        "a6": _("A6, one badge"),
    }.get(name, name)


def too_large(trouble: Trouble) -> str:
    """Say that a layout does not fit the places of a sheet (TroubleKind.BADGE_TOO_LARGE)."""
    size = {
        key: format_decimal(trouble.facts[key], "0.#", locale=current())
        for key in ("badge_width", "badge_height", "width", "height")
    }
    return _(
        "The badge is {badge_width} × {badge_height} mm, but a place on this sheet is only"
        " {width} × {height} mm. Choose another layout or another sheet."
    ).format(**size)


def box(name: str) -> str:
    """The large words on a box of badges."""
    return _("Box {box}").format(box=name)


def box_names(first: str, last: str) -> str:
    """Whose badges lie in a box: the first and the last name as listed."""
    return first if first == last else _("{first} – {last}").format(first=first, last=last)


def box_numbers(label: BoxLabel) -> str:
    """Which numbers lie in a box, and how many badges."""
    return ngettext(
        "{n} badge, no. {lowest}", "{n} badges, no. {lowest}–{highest}", label.badges
    ).format(n=label.badges, lowest=label.lowest, highest=label.highest)


def lies(at: BadgeAt) -> str:
    """Where a printed badge lies: "box 4, no. 117"; "" when it lies nowhere."""
    if at.box and at.number:
        return _("box {box}, no. {number}").format(box=at.box, number=at.number)
    return _("no. {number}").format(number=at.number) if at.number else ""

"""Short words for what was done to make a badge fit, for pills and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.badges import BadgeNote, BadgeNoteKind
from networking_app.gui.widgets.marks import PillFace
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

LOOK_AT = frozenset({BadgeNoteKind.CUT, BadgeNoteKind.MISSING_GLYPH})
"""What a person should look at; the other kinds are fine."""
_ORDER = (
    BadgeNoteKind.MISSING_GLYPH,
    BadgeNoteKind.CUT,
    BadgeNoteKind.WRAPPED,
    BadgeNoteKind.SHRUNK,
)


def worst_first(notes: Sequence[BadgeNote]) -> list[BadgeNote]:
    """Notes with those to look at first, in the order given otherwise."""
    return sorted(notes, key=lambda note: _ORDER.index(note.kind))


def pill_of(notes: Sequence[BadgeNote]) -> PillFace:
    """How one badge came out, in two or three words: its worst note, or that it fits."""
    if not notes:
        return PillFace("done", _("Fits"))
    worst = worst_first(notes)[0]
    match worst.kind:
        case BadgeNoteKind.MISSING_GLYPH:
            return PillFace("warning", _("Letters missing"))
        case BadgeNoteKind.CUT:
            return PillFace("warning", _cut(worst.field))
        case BadgeNoteKind.WRAPPED:
            return PillFace("done", _("Several lines"))
        case BadgeNoteKind.SHRUNK:
            return PillFace("done", _("Smaller letters"))


def _cut(field: str) -> str:
    return {
        "name": _("Name cut"),
        "organisation": _("Organisation cut"),
        "title": _("Title cut"),
        "category": _("Category cut"),
    }.get(field, _("Text cut"))


def summary(badges: int, notes: Sequence[BadgeNote]) -> tuple[PillFace, ...]:
    """How all badges came out: how many fit as they are, were fitted, and need a look."""
    look = {note.face_id for note in notes if note.kind in LOOK_AT}
    fitted = {note.face_id for note in notes} - look
    faces = []
    fit = badges - len(look) - len(fitted)
    if fit:
        faces.append(PillFace("done", ngettext("{n} fits", "{n} fit", fit).format(n=fit)))
    if fitted:
        count = len(fitted)
        text = ngettext("{n} made to fit", "{n} made to fit", count).format(n=count)
        faces.append(PillFace("info", text))
    if look:
        count = len(look)
        text = ngettext("{n} needs a look", "{n} need a look", count).format(n=count)
        faces.append(PillFace("warning", text))
    return tuple(faces)

"""Badges: what is printed on one, and what there is to tell after drawing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class BadgeFace:
    """Everything one badge shows.

    Attributes:
        id: key of the registration.
        given, family: the two parts of the name as typed; badge_name replaces both when filled.
        category: as shown to readers, already worded ("Speaker").
        category_key: the stored word, for the colour of the band ("speaker").
        code: what the QR says: ten characters of the code alphabet.
    """

    id: str
    given: str
    family: str
    badge_name: str = ""
    organisation: str = ""
    title: str = ""
    category: str = ""
    category_key: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class BadgeEvent:
    """What stands on every badge of one event: its title, and its date as worded."""

    title: str
    date: str = ""
    place: str = ""


class BadgeNoteKind(StrEnum):
    """What was done to make a badge fit."""

    SHRUNK = "shrunk"
    WRAPPED = "wrapped"
    CUT = "cut"
    MISSING_GLYPH = "missing_glyph"


@dataclass(frozen=True, slots=True)
class BadgeNote:
    """One thing to know about one badge.

    Attributes:
        face_id: key of the registration.
        name: whose badge.
        kind: what was done.
        field: which text ("name", "organisation", "title", "category").
        detail: size in mm for shrunk ("4.2"), what is left for cut, the letters for missing glyphs.
    """

    face_id: str
    name: str
    kind: BadgeNoteKind
    field: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class BadgeResult:
    """A finished badge document."""

    badges: int
    pages: int
    notes: tuple[BadgeNote, ...]

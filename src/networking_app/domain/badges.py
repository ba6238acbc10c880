"""Badges: what is printed on one, and what there is to tell after drawing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a printed badge lies: its box, empty without boxes, and its number in print order."""

    box: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class BoxLabel:
    """What stands on a box of badges.

    Attributes:
        first, last: the first and the last name in it as listed ("Aalto, Aino").
        lowest, highest: the numbers in it.
        badges: how many.
    """

    box: str
    first: str
    last: str
    lowest: int
    highest: int
    badges: int


def sorted_into_boxes(
    badges: int, box_size: int, *, last_number: int = 0, last_box: int = 0
) -> list[Place]:
    """Places of badges that are printed in one run.

    Numbers go on from the run before; a run begins a new box, so that each box stays in order.

    Args:
        badges: how many are printed.
        box_size: how many one box holds; 0 without boxes.
        last_number: the highest given out before.
        last_box: the same for boxes.
    """
    return [
        Place(
            str(last_box + 1 + place // box_size) if box_size > 0 else "", last_number + 1 + place
        )
        for place in range(badges)
    ]


def box_labels(lying: Sequence[tuple[Place, str]]) -> list[BoxLabel]:
    """Labels of the boxes that badges lie in, given with the names as listed, lowest box first."""
    boxed = sorted(
        ((place, name) for place, name in lying if place.box),
        key=lambda one: (_box_order(one[0].box), one[0].number),
    )
    labels = []
    for box, found in groupby(boxed, key=lambda one: one[0].box):
        inside = list(found)
        (lowest, first), (highest, last) = inside[0], inside[-1]
        labels.append(BoxLabel(box, first, last, lowest.number, highest.number, len(inside)))
    return labels


def _box_order(box: str) -> tuple[int, str]:
    """Boxes by number; what somebody called otherwise comes last."""
    return (int(box), "") if box.isdecimal() else (1 << 31, box)

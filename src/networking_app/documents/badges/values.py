"""What the {fields} of a layout stand for on one badge, and what is told about drawing them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from networking_app.documents.badges.text import clean
from networking_app.domain.badges import BadgeNoteKind

if TYPE_CHECKING:
    from networking_app.documents.badges.text import Fitted
    from networking_app.domain.badges import BadgeEvent, BadgeFace

Values = dict[str, str]

FIELDS = (
    "given",
    "family",
    "name",
    "organisation",
    "title",
    "category",
    "code",
    "code_text",
    "event_title",
    "event_date",
    "event_place",
)
SHARED = frozenset(("category", "category_key", "event_title", "event_date", "event_place"))
"""Fields that are the same on every badge of a category: what needs no other is drawn once."""

_BY_PERSON = frozenset(("name", "given", "family", "organisation", "title", "text"))
"""Fields whose size is told; of codes and of what badges share only whether they are whole."""

_FIELD = re.compile(r"\{([a-z_]+)\}")


class Told(NamedTuple):
    """One thing to tell about a text: becomes a BadgeNote of the face."""

    kind: BadgeNoteKind
    field: str
    detail: str


def of_event(event: BadgeEvent) -> Values:
    """The fields every badge of an event shares."""
    return {
        "event_title": clean(event.title),
        "event_date": clean(event.date),
        "event_place": clean(event.place),
    }


def of_category(face: BadgeFace, shared: Values) -> Values:
    """The fields every badge of the face's category shares."""
    return {**shared, "category": clean(face.category), "category_key": face.category_key}


def of_face(face: BadgeFace, shared: Values) -> Values:
    """All fields of one badge; a badge name replaces both parts of the name."""
    badge_name = clean(face.badge_name)
    given, family = ("", "") if badge_name else (clean(face.given), clean(face.family))
    code = clean(face.code)
    return {
        **shared,
        "given": given,
        "family": family,
        "name": badge_name or f"{given} {family}".strip(),
        "organisation": clean(face.organisation),
        "title": clean(face.title),
        "code": code,
        "code_text": f"{code[:3]} {code[3:6]} {code[6:]}" if len(code) == 10 else code,
    }


def fields_in(template: str) -> tuple[str, ...]:
    """Names of the fields a template asks for."""
    return tuple(_FIELD.findall(template))


def filled(template: str, values: Values) -> str:
    """The template with the values in the place of its {fields}; braces in values mean nothing."""
    if template[:1] == "{" and template[-1:] == "}" and template[1:-1] in values:
        return values[template[1:-1]]
    return _FIELD.sub(lambda match: values.get(match[1], ""), template).strip()


def told_of(fitted: Fitted, largest: float, field: str, missing: str) -> list[Told]:
    """What there is to tell about a text that was laid out.

    Args:
        fitted: how it was laid out.
        largest: the size it would have had with room enough, mm.
        field: which text.
        missing: letters no font has.
    """
    told: list[Told] = []
    if fitted.cut:
        told.append(Told(BadgeNoteKind.CUT, field, " ".join(fitted.lines)))
    elif field in _BY_PERSON:
        if len(fitted.lines) > 1:
            told.append(Told(BadgeNoteKind.WRAPPED, field, f"{fitted.size:.1f}"))
        elif fitted.size < largest:
            told.append(Told(BadgeNoteKind.SHRUNK, field, f"{fitted.size:.1f}"))
    if missing:
        told.append(Told(BadgeNoteKind.MISSING_GLYPH, field, missing))
    return told


def merged(told: list[Told]) -> list[Told]:
    """What was told of the two parts of a name, as of one text: the smaller size, all letters."""
    together: dict[BadgeNoteKind, Told] = {}
    for one in told:
        before = together.get(one.kind)
        if before is None:
            together[one.kind] = one
        elif one.kind is BadgeNoteKind.MISSING_GLYPH:
            letters = "".join(dict.fromkeys(before.detail + one.detail))
            together[one.kind] = before._replace(detail=letters)
        elif one.kind is BadgeNoteKind.CUT:
            together[one.kind] = before._replace(detail=f"{before.detail} {one.detail}")
        elif float(one.detail) < float(before.detail):
            together[one.kind] = one
    return list(together.values())

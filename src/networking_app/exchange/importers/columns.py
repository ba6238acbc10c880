"""Decides what each column of a table means: by memory, by heading, by content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from networking_app.domain.imports import ColumnMatch, Field, Found
from networking_app.exchange.cells import letter
from networking_app.exchange.importers import IMPORTERS, content, words
from networking_app.exchange.importers.guess import by_content
from networking_app.exchange.importers.vocabulary import (
    HEADINGS,
    NOT_THE_GUEST,
    PROTECTED,
    RULES,
    fold,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from networking_app.domain.imports import SheetTable
    from networking_app.exchange.importers.layout import Importer, Layout

_SAMPLE = 400
_HONORIFIC = frozenset({"title", "titel", "titteli"})
# Several columns may go here: a second column of needs must not end among the open answers.
_MANY = frozenset({Field.ANSWER, Field.DIET, Field.ACCESS, Field.TAGS, Field.CODE})
_NUMBERING = frozenset(
    {"", "no", "nro", "nr", "id", "jnro", "rivi", "row", "n o", "number", "jarjestysnumero"}
)
_COUNTED = re.compile(r"\s*\(?\d{1,2}\)?$")
_OF_THE_GUEST = re.compile(r"^(?:attendee|participant|osallistujan|deltagaren?s)\b")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A column that may be this field; the highest rank wins, then the leftmost."""

    index: int
    field: Field
    rank: float


def layout(table: SheetTable) -> Layout:
    """Return the layout of the program that most probably wrote the table."""
    best: Importer = max(IMPORTERS, key=lambda importer: importer.sniff(table))
    return best.LAYOUT


def signature(table: SheetTable) -> str:
    """Return a short word that is the same for every file with these headings in this order."""
    headings = "\x1f".join(map(fold, table.headings))
    return blake2b(headings.encode(), digest_size=12).hexdigest()


def column_name(table: SheetTable, index: int) -> str:
    """Return the heading of the column as typed, or its letter where there is none."""
    return table.headings[index] or letter(index)


def recognise(
    table: SheetTable, remembered: Mapping[str, str] | None = None
) -> tuple[ColumnMatch, ...]:
    """Return what each column was taken for, one match for each column in order.

    Args:
        table: as read.
        remembered: column_name -> field word of an earlier choice for this layout.
    """
    samples = _samples(table)
    fields: dict[int, tuple[Field, Found]] = _recalled(table, remembered or {})
    known = layout(table)
    candidates = [
        candidate
        for index in range(len(table.headings))
        if index not in fields and (candidate := _candidate(table, index, samples, known))
    ]
    taken = {field for field, _ in fields.values()}
    for candidate in sorted(candidates, key=lambda one: (-one.rank, one.index)):
        if candidate.field in _MANY or candidate.field not in taken:
            fields[candidate.index] = (candidate.field, Found.HEADING)
            taken.add(candidate.field)
    _mend_names(fields, samples)
    rejected = {candidate.index for candidate in candidates}
    open_columns = [index for index in samples if index not in fields and index not in rejected]
    for index, field in by_content(table, samples, fields, open_columns).items():
        fields[index] = (field, Found.CONTENT)
    return tuple(_match(table, index, samples[index], fields) for index in samples)


def people_found(matches: Sequence[ColumnMatch]) -> bool:
    """Tell whether the columns name people, by name or by e-mail."""
    needed = {Field.NAME, Field.GIVEN, Field.FAMILY, Field.EMAIL}
    return any(match.field in needed for match in matches)


def meaning(heading: str) -> Field | None:
    """Return the field a heading means by itself; None if it means none of ours."""
    found = _by_heading(fold(heading))
    return found[0] if found else None


def _samples(table: SheetTable) -> dict[int, list[str]]:
    """Return the filled cells of each column, from the first rows and some later ones."""
    rows = table.rows[:_SAMPLE]
    step = max((len(table.rows) - _SAMPLE) // 100, 1)
    rows += table.rows[_SAMPLE::step]
    return {
        index: [cells[index] for _, cells in rows if index < len(cells) and cells[index]]
        for index in range(len(table.headings))
    }


def _recalled(table: SheetTable, remembered: Mapping[str, str]) -> dict[int, tuple[Field, Found]]:
    fields = {}
    for index in range(len(table.headings)):
        word = remembered.get(column_name(table, index), "")
        if word in Field._value2member_map_:
            fields[index] = (Field(word), Found.REMEMBERED)
    return fields


def _candidate(
    table: SheetTable, index: int, samples: Mapping[int, Sequence[str]], known: Layout
) -> _Candidate | None:
    folded = fold(table.headings[index])
    values = samples[index]
    if folded in known.headings:
        field = known.headings[folded]
        return _Candidate(index, field, 5.0 + bool(values))
    found = _by_heading(folded)
    if found is None:
        return None
    field, rank = found
    if folded in known.account:
        rank = 0.5
    is_state = field is Field.STATUS and words.status(folded) is not None
    if not is_state and (not _fits(field, values) or _answers_otherwise(field, folded, values)):
        return None
    if not values:
        rank -= 2
    if field is Field.TITLE and folded in _HONORIFIC:
        rank -= 0.2  # beside "Position" it holds "Dr"
    if field is Field.EMAIL and values and content.share(values, content.is_email) < 0.3:
        rank -= 1
    return _Candidate(index, field, rank)


@lru_cache(maxsize=5_000)
def _by_heading(folded: str) -> tuple[Field, float] | None:
    """Return the field and how sure it is (3 exact, 2 by a question's words, 1 by a slip)."""
    if not folded:
        return None
    if folded in HEADINGS:
        return HEADINGS[folded], 3.5 if _OF_THE_GUEST.match(folded) else 3.0
    bare = _COUNTED.sub("", folded)
    if bare in HEADINGS:
        return HEADINGS[bare], 2.5
    other = bool(NOT_THE_GUEST.search(folded))
    for pattern, field in RULES:
        if (not other or field in PROTECTED) and pattern.search(folded):
            return field, 2.0
    if other:
        return None
    slip = _slip(folded)
    return (slip, 1.0) if slip else None


def _slip(folded: str) -> Field | None:
    """Return the field of the heading this one is a typing slip of."""
    allowed = 1 if len(folded) < 10 else 2
    if len(folded) < 6:
        return None
    near = [
        (distance, field)
        for heading, field in HEADINGS.items()
        if abs(len(heading) - len(folded)) <= allowed and heading[0] == folded[0]
        if (distance := OSA.distance(folded, heading, score_cutoff=allowed)) <= allowed
    ]
    fields = {field for _, field in near}
    return near[0][1] if len(fields) == 1 else None


def _fits(field: Field, values: Sequence[str]) -> bool:
    """Tell whether the cells can be what the heading says; a few cells are no proof."""
    if not values:
        return True
    if field is Field.PHONE:
        digits = content.share(values, lambda text: sum(map(str.isdigit, text)) >= 5)
        return digits >= 0.3 or (len(values) < 3 and not content.counts_up(values))
    if field in {Field.NAME, Field.GIVEN, Field.FAMILY, Field.ORGANISATION}:
        return content.share(values, _has_letters) >= 0.3 and (
            content.share(values, content.is_email) < 0.6
        )
    if field is Field.CODE:
        return len(set(values)) >= 0.8 * len(values) and not content.counts_up(values)
    test = _LOOKS.get(field)
    return test is None or len(values) < 3 or content.share(values, test) > 0.1


def _answers_otherwise(field: Field, folded: str, values: Sequence[str]) -> bool:
    """Tell whether a question such as "Osallistun" was answered by how, not by whether."""
    if field is not Field.STATUS or not values:
        return False
    asks = folded.rsplit(maxsplit=1)[-1] not in _STATE_WORDS
    return asks and content.share(values, _LOOKS[Field.STATUS]) < 0.5


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _has_digits(text: str) -> bool:
    return any(map(str.isdigit, text))


def _permits(text: str) -> bool:
    return words.permission(text) is not None


_STATE_WORDS = frozenset({"status", "state", "tila", "tilanne", "lage"})
_LOOKS: dict[Field, Callable[[str], bool]] = {
    Field.EMAIL: lambda text: "@" in text or "." in text,
    Field.STATUS: lambda text: words.status(text) is not None,
    Field.PHOTO: _permits,
    Field.MARKETING: _permits,
    Field.CONTACT_SHARING: _permits,
    Field.REGISTERED_AT: _has_digits,
}


def _mend_names(
    fields: dict[int, tuple[Field, Found]], samples: Mapping[int, Sequence[str]]
) -> None:
    """Tell "Nimi, Sukunimi" (a first name) and a lone "First name" with whole names in it."""
    where = {field: index for index, (field, found) in fields.items() if found is Found.HEADING}
    given, family, name = where.get(Field.GIVEN), where.get(Field.FAMILY), where.get(Field.NAME)
    lone = given if family is None else family if given is None else None
    if lone is not None and name is None:
        several = content.share(samples[lone], lambda text: len(text.split()) > 1)
        if several > 0.5:
            fields[lone] = (Field.NAME, Found.HEADING)
    elif name is not None and (given is None) != (family is None):
        single = content.share(samples[name], lambda text: len(text.split()) == 1)
        if samples[name] and single > 0.5:
            fields[name] = (Field.GIVEN if given is None else Field.FAMILY, Found.HEADING)


def _match(
    table: SheetTable,
    index: int,
    values: Sequence[str],
    fields: Mapping[int, tuple[Field, Found]],
) -> ColumnMatch:
    heading = table.headings[index]
    field, found = fields.get(index, (Field.ANSWER, Found.KEPT))
    if index not in fields and not values and not heading:
        field = Field.IGNORE
    elif index not in fields and fold(heading) in _NUMBERING and content.counts_up(values):
        field, found = Field.IGNORE, Found.CONTENT
    if field is Field.ANSWER and found is not Found.REMEMBERED:
        found = Found.KEPT
    return ColumnMatch(index, heading, field, found, values[0] if values else "")

"""Finds e-mails, phones, names and more by what stands in the columns nobody could name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from networking_app.domain.imports import Field, Found
from networking_app.exchange.importers import content
from networking_app.exchange.importers.vocabulary import NOT_THE_GUEST, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from networking_app.domain.imports import SheetTable

_SIMPLE: tuple[tuple[Field, Callable[[str], bool], float], ...] = (
    (Field.EMAIL, content.is_email, 0.5),
    (Field.PHONE, content.is_phone, 0.6),
    (Field.STATUS, content.is_status, 0.8),
    (Field.CATEGORY, content.is_category, 0.7),
    (Field.DIET, content.is_diet, 0.6),
    (Field.ORGANISATION, content.is_organisation, 0.25),
)
_NAMES = frozenset({Field.NAME, Field.GIVEN, Field.FAMILY})
# With a heading we do not know, only what cannot be anything else is believed.
_SURE = frozenset({Field.EMAIL, Field.PHONE, Field.DIET})


def by_content(
    table: SheetTable,
    samples: Mapping[int, Sequence[str]],
    fields: Mapping[int, tuple[Field, Found]],
    open_columns: Sequence[int],
) -> dict[int, Field]:
    """Return the fields found by content among the open columns (indexes)."""
    taken = {field for field, _ in fields.values()}
    guessed: dict[int, Field] = {}
    free = [
        index
        for index in open_columns
        if samples[index] and not NOT_THE_GUEST.search(fold(table.headings[index]))
    ]
    if not taken & _NAMES:
        guessed |= _names(table, samples, free, fields)
    for field, test, least in _SIMPLE:
        if field in taken:
            continue
        shares = {
            index: content.share(samples[index], test)
            for index in free
            if index not in guessed and (field in _SURE or not table.headings[index])
        }
        if shares and max(shares.values()) >= least:
            guessed[max(shares, key=lambda index: shares[index])] = field
    return guessed


def _names(
    table: SheetTable,
    samples: Mapping[int, Sequence[str]],
    free: Sequence[int],
    fields: Mapping[int, tuple[Field, Found]],
) -> dict[int, Field]:
    texts = [
        index
        for index in free
        if content.share(samples[index], content.is_email) < 0.3
        and content.share(samples[index], content.is_one_name) > 0.3
    ]
    if whole := _best(samples, texts, content.is_whole_name, 0.3):
        return {whole[0]: Field.NAME}
    email = _emails(samples, fields, free)
    if pair := _pair_by_email(table, texts, email):
        return pair
    given = _best(samples, texts, content.is_first_name, 0.3)
    if given is None:
        # A sheet of instructions is short and has no addresses.
        few = email is None and len(table.rows) < 3
        return {} if few else _foreign_names(table, samples, texts)
    rest = [index for index in texts if index != given[0]]
    beside = [index for index in rest if abs(index - given[0]) == 1] or rest
    if not beside:
        return {given[0]: Field.NAME}
    family = max(beside, key=lambda index: (content.family_share(samples[index]), -index))
    return {given[0]: Field.GIVEN, family: Field.FAMILY}


def _foreign_names(
    table: SheetTable, samples: Mapping[int, Sequence[str]], texts: Sequence[int]
) -> dict[int, Field]:
    """Take names our list of first names does not know, where nothing speaks against it."""
    if several := _best(samples, texts, _several_words, 0.7):
        return {several[0]: Field.NAME}
    single = [index for index in texts if content.share(samples[index], content.is_one_name) >= 0.7]
    if table.heading_row or not single:
        return {}
    if len(single) > 1 and single[1] == single[0] + 1:
        return {single[0]: Field.GIVEN, single[1]: Field.FAMILY}
    return {single[0]: Field.NAME}


def _several_words(text: str) -> bool:
    return content.is_one_name(text) and 2 <= len(text.split()) <= 4


def _best(
    samples: Mapping[int, Sequence[str]],
    columns: Sequence[int],
    test: Callable[[str], bool],
    least: float,
) -> tuple[int, float] | None:
    shares = [(index, content.share(samples[index], test)) for index in columns]
    best = max(shares, key=lambda one: (one[1], -one[0]), default=None)
    return best if best is not None and best[1] >= least else None


def _emails(
    samples: Mapping[int, Sequence[str]],
    fields: Mapping[int, tuple[Field, Found]],
    free: Sequence[int],
) -> int | None:
    for index, (field, _) in fields.items():
        if field is Field.EMAIL:
            return index
    best = _best(samples, free, content.is_email, 0.5)
    return best[0] if best else None


def _pair_by_email(table: SheetTable, texts: Sequence[int], email: int | None) -> dict[int, Field]:
    """Find given and family name by addresses such as aino.korhonen@x.fi."""
    if email is None or len(texts) < 2:
        return {}
    first: dict[int, int] = dict.fromkeys(texts, 0)
    last: dict[int, int] = dict.fromkeys(texts, 0)
    told = 0
    for _, cells in table.rows[:200]:
        local = [fold(part) for part in re.split(r"[._]", cells[email].partition("@")[0])]
        if len(local) < 2 or local[0] == local[-1]:
            continue
        told += 1
        for index in texts:
            bare = fold(cells[index])
            first[index] += bare == local[0]
            last[index] += bare == local[-1]
    if not told:
        return {}
    given, family = max(texts, key=first.__getitem__), max(texts, key=last.__getitem__)
    if given == family or min(first[given], last[family]) < told * 0.3:
        return {}
    return {given: Field.GIVEN, family: Field.FAMILY}

"""Finds the heading row of a sheet and makes a table of what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.imports import Field, Kind, SheetTable
from networking_app.domain.problems import Problem, Severity
from networking_app.exchange.importers import content, words
from networking_app.exchange.importers.columns import meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOOK = 40  # rows in which a heading is looked for
Numbered = tuple[int, tuple[str, ...]]
_PERSONAL = frozenset({Field.NAME, Field.GIVEN, Field.FAMILY, Field.EMAIL})


def make(
    file: str, sheet: str, rows: Sequence[Sequence[str]]
) -> tuple[SheetTable | None, tuple[Problem, ...]]:
    """Return the table of a sheet and notes about what stood above it; None if it is empty."""
    filled = [(number, tuple(row)) for number, row in enumerate(rows, 1) if any(row)]
    if not filled:
        return None, ()
    at = _heading_index(filled)
    above = filled[:at] if at is not None else _titles(filled)
    below = filled[at + 1 :] if at is not None else filled[len(above) :]
    width = max(
        (_used(cells) for _, cells in (*below, *filled[at or 0 : (at or 0) + 1])), default=0
    )
    headings = _headings(filled[at][1] if at is not None else (), width)
    table = SheetTable(
        file,
        sheet,
        headings,
        filled[at][0] if at is not None else 0,
        tuple((number, (*cells[:width], *("",) * (width - len(cells)))) for number, cells in below),
    )
    return table, tuple(_told(file, sheet, number, cells) for number, cells in above)


def _told(file: str, sheet: str, number: int, cells: Sequence[str]) -> Problem:
    text = " ".join(filter(None, cells))
    return Problem(Kind.ROW_ABOVE_HEADING, Severity.NOTE, file, sheet, number, value=text)


def _used(cells: Sequence[str]) -> int:
    width = len(cells)
    while width and not cells[width - 1]:
        width -= 1
    return width


def _headings(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """Return one heading for each column; a repeated one gets a number: "Comment (2)"."""
    seen: dict[str, int] = {}
    result: list[str] = []
    for cell in (*cells[:width], *("",) * (width - len(cells))):
        heading = " ".join(cell.split())
        count = seen.get(heading, 0) + 1
        while heading and count > 1 and f"{heading} ({count})" in seen:
            count += 1
        seen[heading] = count
        shown = heading if not heading or count == 1 else f"{heading} ({count})"
        seen.setdefault(shown, 1)
        result.append(shown)
    return tuple(result)


def _heading_index(filled: Sequence[Numbered]) -> int | None:
    """Return the position of the heading row: the one with the most known headings.

    A row with an e-mail address or a phone number in it is never a heading.
    """
    best, best_score = None, 0.0
    usual = _usual_width(filled)
    for position, (_, cells) in enumerate(filled[:_LOOK]):
        score = _score(cells, usual)
        if score > best_score:
            best, best_score = position, score
    if best is not None:
        return best
    return _unknown_heading(filled)


def _usual_width(filled: Sequence[Numbered]) -> int:
    """Return the median number of filled cells in a row."""
    return sorted(sum(map(bool, cells)) for _, cells in filled)[len(filled) // 2]


def _score(cells: Sequence[str], usual: int) -> float:
    """Say how much a row looks like headings; 0 for not at all."""
    texts = [cell for cell in cells if cell]
    if any(content.is_email(text) or content.is_phone(text) for text in texts):
        return 0.0
    found = {text: field for text in texts if len(text) <= 200 and (field := meaning(text))}
    # "Guest" and "Osallistuja" stand above names, but more often in a column of categories.
    sure = {field for text, field in found.items() if not words.category(text)}
    if len(texts) == 1:
        personal = set(found.values()) & _PERSONAL
        return 3.0 if personal and (usual == 1) else 0.0
    if not sure & _PERSONAL and len(sure) < 2:
        return 0.0
    fields = set(found.values())
    values = sum(1 for text in texts if text.isdigit() or words.category(text))
    return len(fields) + (2 if fields & _PERSONAL else 0) + len(texts) / 100 - values / 2


def _unknown_heading(filled: Sequence[Numbered]) -> int | None:
    """Return the first row where a column has a word above nothing but e-mail addresses."""
    for position, (_, cells) in enumerate(filled[:10]):
        below = [row for _, row in filled[position + 1 : position + 60]]
        if any(content.is_email(cell) for cell in cells) or not below:
            continue
        for index, cell in enumerate(cells):
            values = [row[index] for row in below if index < len(row) and row[index]]
            if cell and values and content.share(values, content.is_email) >= 0.6:
                return position
    return None


def _titles(filled: Sequence[Numbered]) -> Sequence[Numbered]:
    """Return the lines above a table without headings: one cell where the others have several."""
    usual = _usual_width(filled)
    count = 0
    for _, cells in filled[:10]:
        texts = [cell for cell in cells if cell]
        if usual < 2 or len(texts) != 1 or content.is_email(texts[0]):
            break
        count += 1
    return filled[:count]

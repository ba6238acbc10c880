"""Writes a table as CSV that the reader's own spreadsheet opens with columns and letters right."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from babel.core import Locale, UnknownLocaleError
from babel.numbers import get_decimal_symbol

from networking_app.exchange.exporters.neutral import neutral, original
from networking_app.exchange.exporters.whole import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

__all__ = ["delimiter_for", "neutral", "original", "write_csv"]

# Windows separates lists by a semicolon here although the decimal sign is a point.
_SEMICOLON_WITH_POINT = ("CH", "LI")


@cache
def delimiter_for(language: str) -> str:
    """Return what Excel expects between columns: ";" where decimals have a comma, else ",".

    Args:
        language: "fi", "en", or with a country, "en-FI", "de_CH"; an unknown one gives ";".
    """
    try:
        locale = Locale.parse(language.replace("-", "_"))
        decimal = get_decimal_symbol(locale)
    except (UnknownLocaleError, ValueError, TypeError):
        return ";"
    return "," if decimal == "." and locale.territory not in _SEMICOLON_WITH_POINT else ";"


def write_csv(
    path: Path,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    language: str,
    delimiter: str | None = None,
) -> int:
    """Write a table as UTF-8 with BOM and CRLF; cells that look like formulas are made harmless.

    Args:
        path: replaced only when all went well.
        headings: the first row.
        rows: texts; all of them are kept, line breaks within cells too.
        language: of the reader's spreadsheet; decides the delimiter unless one is given.
        delimiter: one character.

    Returns:
        The number of rows without the headings.

    Raises:
        Trouble: the file could not be written.
    """
    count = 0
    with (
        whole(path) as part,
        # An unpaired surrogate, from a broken import, becomes a visible question mark.
        part.open("w", encoding="utf-8-sig", errors="replace", newline="") as file,
    ):
        writer = csv.writer(file, delimiter=delimiter or delimiter_for(language))
        writer.writerow([neutral(heading) for heading in headings])
        for row in rows:
            writer.writerow([neutral(cell) for cell in row])
            count += 1
    return count

"""Organisations that are probably another spelling of one that is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from networking_app.domain.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

# Below this, names of different organisations look alike ("LUT University" and "Lund University").
_LIKE = 90
_DIGITS = re.compile(r"\d+")
_FORMS = frozenset(
    [
        "oy",
        "oyj",
        "ab",
        "ry",
        "rf",
        "tmi",
        "ky",
        "ay",
        "osk",
        "ltd",
        "inc",
        "llc",
        "plc",
        "gmbh",
        "ag",
        "bv",
        "as",
        "aps",
        "sa",
        "srl",
    ]
)


class Similar:
    """Looks each new name up once.

    Args:
        names: known spellings.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[str, str] = {}
        self._bare: dict[str, str] = {}
        for name in names:
            self._learn(name)

    def look(self, name: str) -> str:
        """The known spelling that a new name probably means; empty if none, or if it is known."""
        key = fold(name)
        if not key or key in self._names:
            return ""
        found = self._bare.get(_without_form(key), "") or self._nearest(key)
        self._learn(name)
        return found

    def _nearest(self, key: str) -> str:
        best = process.extractOne(key, self._names.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE)
        if best is None or _DIGITS.findall(best[0]) != _DIGITS.findall(key):
            return ""
        return self._names[best[0]]

    def _learn(self, name: str) -> None:
        key = fold(name)
        if key:
            self._names.setdefault(key, name)
            self._bare.setdefault(_without_form(key), name)


def _without_form(key: str) -> str:
    """The folded name without its legal form."""
    words = [word for word in key.split() if word not in _FORMS]
    return " ".join(words) or key

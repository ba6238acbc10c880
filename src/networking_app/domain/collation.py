"""Sort keys in the Finnish and Swedish order: plain texts that sort as ICU's collator `fi` sorts.

The Unicode Collation Algorithm (UTS #10) over the weights in collation_data: a key is the primary
weights (letters), a blank, the secondary (accents), a blank, the tertiary (capitals), each weight
one character. So SQLite's BINARY order, Python's `<` and ICU agree on every system.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from networking_app.domain.collation_data import WEIGHTS

_FIRST = 0x20  # weight 1 becomes "!", above the blank between the levels
_COMMON = "!"  # the secondary of a bare letter
_COMMON_CASE = '"'  # the tertiary of a small letter
_HAN_CORE = ((0x4E00, 0x9FFF), (0xFA0E, 0xFA29))
_HAN_MORE = ((0x3400, 0x4DBF), (0x20000, 0x323AF))
_THAI = re.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])")


class _Table(NamedTuple):
    """What the weights say, ready for str.translate."""

    primary: dict[int, str]
    secondary: dict[int, str]
    tertiary: dict[int, str]
    contractions: dict[str, tuple[str, str, str]]
    plain: re.Pattern[str]  # texts in which every character stands for itself
    uneven: re.Pattern[str]  # a primary some of whose letters come before their common form


@lru_cache(maxsize=4096)
def sort_key_of(text: str) -> str:
    """Return the stored sort key of a text; texts ICU calls equal have equal keys.

    Letters outside the table sort after all others by code point, Chinese ones before those.
    """
    table = _table()
    if not table.plain.fullmatch(text):
        primary, accents, case = _slow(text, table)
    else:
        primary = text.translate(table.primary)
        accents = text.translate(table.secondary)
        case = text.translate(table.tertiary)
    if not table.uneven.search(primary):
        case = case.rstrip(_COMMON_CASE)
    return f"{primary} {accents.rstrip(_COMMON)} {case}".rstrip(" ")


def _slow(text: str, table: _Table) -> tuple[str, str, str]:
    """Weights of a text with combining marks, letters that join, or letters not in the table."""
    rest = unicodedata.normalize("NFD", text.translate(_SURROGATES))
    rest = _THAI.sub(r"\2\1", rest)
    levels: tuple[list[str], list[str], list[str]] = ([], [], [])
    at = 0
    while at < len(rest):
        found, taken = _joined(rest, at, table)
        if not found:
            found = _single(rest[at], table)
            taken = rest[at]
        elif not rest.startswith(taken, at):  # a mark was taken from behind other marks
            skipped = rest.index(taken[-1], at)
            rest = rest[:at] + taken + rest[at + 1 : skipped] + rest[skipped + 1 :]
        for level, weights in zip(levels, found, strict=True):
            level.append(weights)
        at += len(taken)
    return "".join(levels[0]), "".join(levels[1]), "".join(levels[2])


def _joined(text: str, at: int, table: _Table) -> tuple[tuple[str, str, str] | None, str]:
    """The letter made of this character and what follows, also past marks of another class."""
    for size in (3, 2):
        taken = text[at : at + size]
        if len(taken) == size and taken in table.contractions:
            return table.contractions[taken], taken
    seen: set[int] = set()
    for mark in text[at + 1 : at + 20]:
        place = unicodedata.combining(mark)
        if place == 0:
            break
        if place not in seen and text[at] + mark in table.contractions:
            return table.contractions[text[at] + mark], text[at] + mark
        seen.add(place)
    return None, ""


def _single(char: str, table: _Table) -> tuple[str, str, str]:
    code = ord(char)
    if code in table.primary:
        return table.primary[code], table.secondary[code], table.tertiary[code]
    if any(first <= code <= last for first, last in _HAN_CORE):
        return char, _COMMON, _COMMON_CASE
    if any(first <= code <= last for first, last in _HAN_MORE):
        return chr(code + 0x20000), _COMMON, _COMMON_CASE
    other = chr(0xF0000 + (code >> 12)) + chr(0x21 + (code & 0xFFF))
    return other, _COMMON, _COMMON_CASE


_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


@cache
def _table() -> _Table:
    """Read the weights; once, as it takes a few milliseconds."""
    primary: dict[int, str] = {}
    secondary: dict[int, str] = {}
    tertiary: dict[int, str] = {}
    contractions: dict[str, tuple[str, str, str]] = {}
    for entry in WEIGHTS.split():
        left, _, right = entry.partition("=")
        elements = [[int(part, 16) for part in one.split(".")] for one in right.split(",") if one]
        code, _, run = left.partition("*")
        if "_" in code:
            letters = "".join(chr(int(part, 16)) for part in code.split("_"))
            contractions[letters] = _levels(elements)
            continue
        length, _, step = (run or "1+0").partition("+")
        for number in range(int(length, 16)):
            shifted = [[p + number * int(step, 16), s, t] for p, s, t in elements]
            char = int(code, 16) + number
            primary[char], secondary[char], tertiary[char] = _levels(shifted)
    table = _Table(primary, secondary, tertiary, contractions, re.compile(""), re.compile(""))
    small = "".join(
        {primary[code] for code in primary if tertiary[code] < _COMMON_CASE and primary[code]}
    )
    return table._replace(plain=_with_composed(table), uneven=re.compile(f"[{re.escape(small)}]"))


def _levels(elements: list[list[int]]) -> tuple[str, str, str]:
    """The three levels of some elements; a weight of 0 says nothing at its level."""
    texts = [
        "".join(chr(_FIRST + one[level]) for one in elements if one[level]) for level in (0, 1, 2)
    ]
    return texts[0], texts[1], texts[2]


def _with_composed(table: _Table) -> re.Pattern[str]:
    """Add letters with accents to the table; return what matches texts of lone letters only."""
    composed: dict[int, tuple[str, str, str]] = {}
    for code in (*range(0xC0, 0x250), *range(0x386, 0x460), *range(0x1E00, 0x1F00)):
        char = chr(code)
        if code not in table.primary and unicodedata.normalize("NFD", char) != char:
            composed[code] = _slow(char, table)
    joining = {ord(char) for text in table.contractions for char in text[1:]}
    for code, (first, second, third) in composed.items():
        table.primary[code] = first
        table.secondary[code] = second
        table.tertiary[code] = third
    lone = [
        re.escape(chr(code))
        for code in table.primary
        if code not in joining
        and not unicodedata.combining(chr(code))
        and not 0xE00 <= code < 0xE80
    ]
    return re.compile(f"[{''.join(lone)}]*")

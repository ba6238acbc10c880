"""Make domain/collation_data.py: the weights of ICU's Finnish order, read from ICU through PyICU.

Run `python3 packaging/tools/collation_table.py allkeys.txt > collation_data.py` with PyICU;
allkeys.txt is Unicode's own table (it is only asked which sequences count as one letter). The list
of names in tests/domain is ordered by another ICU version.
"""

from __future__ import annotations

import sys
import textwrap
import unicodedata
from pathlib import Path
from typing import TypeAlias

import icu

Weight: TypeAlias = tuple[int, int, int]

BLOCKS = (
    (0x0000, 0x06FF),  # Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic
    (0x0750, 0x077F),
    (0x0900, 0x0DFF),  # India
    (0x0E00, 0x0E7F),  # Thai
    (0x10A0, 0x11FF),  # Georgian, the letters of Hangul
    (0x1C80, 0x1CBF),
    (0x1D00, 0x23FF),
    (0x25A0, 0x27BF),
    (0x2C60, 0x2C7F),
    (0x2D00, 0x2D2F),
    (0x3000, 0x312F),  # kana, bopomofo
    (0xA640, 0xA69F),
    (0xA720, 0xA7FF),
    (0xAB30, 0xAB6F),
    (0xFB00, 0xFB4F),
    (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
    (0xFF01, 0xFF9F),
    (0xFFFE, 0xFFFE),
    (0x1F300, 0x1F64F),
)
# Since CLDR 45 these marks differ from the typewriter's only as an accent does, in this order;
# ICU 72 (CLDR 42) has them as signs of their own.
QUOTES = ("'\u2018\u2019\u201a\u201b\u05f3", '"\u201c\u201d\u201e\u201f\u301d\u301e\u301f\u05f4')
MOVED = {0x20A7, 0x20A8, 0x312C, *range(0x09F4, 0x09FA)}  # in another place since: left out
COLLATOR = icu.Collator.createInstance(icu.Locale("fi"))


def weights(text: str) -> tuple[Weight, ...]:
    """The collation elements of a text as (primary, secondary, tertiary), without ignored ones."""
    out: list[Weight] = []
    for word in COLLATOR.createCollationElementIterator(text):
        primary, second, third = (word >> 16) & 0xFFFF, (word >> 8) & 0xFF, word & 0xFF
        if third & 0xC0 == 0xC0:  # the second half of the element before
            before = out.pop()
            out.append((before[0] | primary, before[1] | second, before[2] | third & 0x3F))
        else:
            out.append((primary << 16, second << 8, (third & 0x3F) << 8))
    return tuple(weight for weight in out if weight != (0, 0, 0))


def characters() -> list[str]:
    """The characters of the table that do not decompose."""
    every = (chr(code) for first, last in BLOCKS for code in range(first, last + 1))
    return [
        char
        for char in every
        if (unicodedata.category(char) != "Cn" or char == "\ufffe")
        and ord(char) not in MOVED
        and unicodedata.normalize("NFD", char) == char
    ]


def candidates(chars: list[str], allkeys: Path) -> set[str]:
    """Sequences that may count as one letter."""
    found = {letter + "\u0335" for letter in "DdGgNnTtZz"}
    for line in allkeys.read_text(encoding="utf-8").splitlines():
        codes = line.split(";")[0].split()
        if len(codes) > 1 and codes[0][0] in "0123456789ABCDEF" and not line.startswith("@"):
            found.add("".join(chr(int(code, 16)) for code in codes))
    for first, last in BLOCKS:
        for code in range(first, last + 1):
            parts = unicodedata.normalize("NFD", chr(code))
            found.update(parts[:size] for size in range(2, len(parts) + 1))
    kana = [chr(code) for code in range(0x3041, 0x30FB)]
    found.update(unicodedata.normalize("NFD", char) + "\u30fc" for char in kana)
    known = set(chars)
    thai = range(0x0E40, 0x0E45)  # vowels written before their consonant: domain/collation swaps
    return {text for text in found if set(text) <= known and ord(text[0]) not in thai}


def contractions(chars: list[str], allkeys: Path) -> list[str]:
    """Those sequences whose weights are not the weights of their parts."""
    kept: list[str] = []
    for text in sorted(candidates(chars, allkeys), key=len):
        shorter = next((one for one in kept if text.startswith(one)), text[0])
        rest = text[len(shorter) :]
        parts = weights(shorter) + tuple(w for char in rest for w in weights(char))
        if weights(text) != parts:
            kept.append(text)
    return sorted(kept)


def ranks(table: dict[str, tuple[Weight, ...]], level: int) -> dict[int, int]:
    """Weights of a level numbered from 1; 0 stays "none"."""
    seen = sorted({w[level] for found in table.values() for w in found} - {0})
    return {0: 0, **{weight: number for number, weight in enumerate(seen, 1)}}


def runs(table: dict[str, tuple[Weight, ...]]) -> list[str]:
    """The table as text: neighbours with steady primaries share an entry."""
    levels = [ranks(table, level) for level in range(3)]
    out: list[str] = []
    run: list[int] = []  # first code, length, primary, step, secondary, tertiary

    def close() -> None:
        if run:
            code, length, primary, step, second, third = run
            size = f"*{length:x}+{step:x}" if length > 1 else ""
            out.append(f"{code:x}{size}={primary:x}.{second:x}.{third:x}")
            run.clear()

    for text, found in sorted(table.items(), key=lambda item: (len(item[0]), item[0])):
        ranked = [tuple(levels[level][w[level]] for level in range(3)) for w in found]
        if len(text) == 1 and len(ranked) == 1:
            code, (primary, second, third) = ord(text), ranked[0]
            step = primary - (run[2] + (run[1] - 1) * run[3]) if run else -1
            follows = bool(run) and code == run[0] + run[1] and (second, third) == tuple(run[4:])
            if follows and step >= 0 and (run[1] == 1 or step == run[3]):
                run[1], run[3] = run[1] + 1, step
                continue
            close()
            run[:] = [code, 1, primary, 0, second, third]
            continue
        close()
        left = "_".join(f"{ord(char):x}" for char in text)
        out.append(left + "=" + ",".join(".".join(f"{part:x}" for part in w) for w in ranked))
    close()
    return out


def main() -> None:
    """Print the module."""
    chars = characters()
    table = {char: weights(char) for char in chars}
    table.update({text: weights(text) for text in contractions(chars, Path(sys.argv[1]))})
    for marks in QUOTES:
        primary, second, third = table[marks[0]][0]
        for number, mark in enumerate(marks):
            table[mark] = ((primary, second + number, third),)
    lines = textwrap.wrap(" ".join(runs(table)), 98, break_on_hyphens=False)
    body = "\n".join(lines)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(
        '"""Weights of the Finnish order, made by packaging/tools/collation_table.py from ICU '
        f'{icu.ICU_VERSION}."""\n\n'
        "# code[_code...] or code*length+step, then =primary.secondary.tertiary of each element,\n"
        "# in hexadecimal; weights are numbered from 1 in their order, 0 means none at a level.\n"
        f'WEIGHTS = """\\\n{body}\n"""\n'
    )


main()

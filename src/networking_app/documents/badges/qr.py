"""QR codes as paths: one rectangle for each run of dark modules, quick for our own codes.

A code of ten letters or digits is version 1 at error level H. QR is linear over GF(2): the picture
of such a code is the exclusive or of one part for each of its five pairs of characters, once the
mask is fixed. The parts are taken from the qrcode package, so there is one source of the standard.
Modules are counted from the top left; a path is in module units, with y growing downwards.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = 21
"""Modules along a side of version 1."""
MASK = 3
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_SHORT = re.compile(r"[0-9A-Z]{10}", re.ASCII)
_PAIRS = 5
_BITS = 11  # of a pair of characters
# Rows of modules that a code changes, as (row, first column, one past the last column). The rest
# (finders, timing, format) is the same on every code. Parts of at most 12 modules can be kept.
_CHANGING = (
    *((row, 9, 13) for row in range(9) if row != 6),
    *((row, *part) for row in range(9, 13) for part in ((0, 6), (7, 14), (14, 21))),
    *((row, 9, 21) for row in range(13, 21)),
)


def _matrix(code: str) -> int:
    """The modules of a code as one number; bit `row * SIZE + column` is set where it is dark."""
    import qrcode  # noqa: PLC0415 (slow import)
    from qrcode.util import MODE_ALPHA_NUM, QRData  # noqa: PLC0415 (slow import)

    drawing = qrcode.QRCode(
        version=1,
        error_correction=qrcode.constants.ERROR_CORRECT_H,
        mask_pattern=MASK,
        border=0,
    )
    drawing.add_data(QRData(code.encode("ascii"), mode=MODE_ALPHA_NUM), optimize=0)
    drawing.make(fit=False)
    return sum(
        1 << (row * SIZE + column)
        for row, line in enumerate(drawing.modules)
        for column, dark in enumerate(line)
        if dark
    )


@cache
def _zero() -> int:
    return _matrix("0" * (2 * _PAIRS))


@cache
def _bit(pair: int, bit: int) -> int:
    """What one bit of one pair changes."""
    first, second = divmod(1 << bit, len(_LETTERS))
    letters = _LETTERS[first] + _LETTERS[second]
    return _matrix("00" * pair + letters + "00" * (_PAIRS - pair - 1)) ^ _zero()


@lru_cache(maxsize=8192)  # 5 pairs of 31 x 31 letters are 4,805
def _part(pair: int, letters: str) -> int:
    value = _LETTERS.index(letters[0]) * len(_LETTERS) + _LETTERS.index(letters[1])
    modules = 0
    for bit in range(_BITS):
        if value >> bit & 1:
            modules ^= _bit(pair, bit)
    return modules


def modules_of(code: str) -> int:
    """The modules of a code of ten digits or upper-case letters, as `_matrix` gives them."""
    a, b, c, d, e = (code[i : i + 2] for i in range(0, 2 * _PAIRS, 2))
    return _zero() ^ _part(0, a) ^ _part(1, b) ^ _part(2, c) ^ _part(3, d) ^ _part(4, e)


def _runs(bits: int, width: int) -> Iterator[tuple[int, int]]:
    """(start, length) of each run of set bits."""
    column = 0
    while column < width:
        length = 0
        while column + length < width and bits >> (column + length) & 1:
            length += 1
        if length:
            yield column, length
        column += length + 1


def _row_path(row: int, first: int, bits: int, width: int) -> str:
    return "".join(f"{first + x} {row} {length} 1 re " for x, length in _runs(bits, width))


class _Paths(dict[int, str]):
    """Paths of the possible fillings of one changing part, made when first met."""

    def __init__(self, row: int, first: int, end: int) -> None:
        super().__init__()
        self._place = row, first, end - first

    def __missing__(self, bits: int) -> str:
        row, first, width = self._place
        self[bits] = path = _row_path(row, first, bits, width)
        return path


@cache
def _changing() -> tuple[tuple[int, int, _Paths], ...]:
    """(shift, mask, paths) of each changing part."""
    return tuple(
        (row * SIZE + first, (1 << (end - first)) - 1, _Paths(row, first, end))
        for row, first, end in _CHANGING
    )


@cache
def _fixed() -> str:
    """The path of the modules that are the same on every code."""
    still = _zero()
    for shift, mask, _ in _changing():
        still &= ~(mask << shift)
    line = (1 << SIZE) - 1
    return _area_path([still >> (row * SIZE) & line for row in range(SIZE)], SIZE)


def _area_path(rows: list[int], width: int) -> str:
    """The path of whole rows, equal runs under each other drawn as one rectangle."""
    done: list[str] = []
    growing: dict[tuple[int, int], int] = {}  # (start, length) of a run -> row it began in
    for row, bits in enumerate([*rows, 0]):
        runs = dict.fromkeys(_runs(bits, width))
        for run in [run for run in growing if run not in runs]:
            start, length = run
            top = growing.pop(run)
            done.append(f"{start} {top} {length} {row - top} re ")
        for run in runs:
            growing.setdefault(run, row)
    return "".join(done)


def is_short(code: str) -> bool:
    """Whether a code is drawn the quick way, in version 1 at level H."""
    return _SHORT.fullmatch(code) is not None


def path(code: str) -> tuple[str, int]:
    """The dark modules as PDF `re` operators in module units, and the modules along a side.

    Other texts than our own codes (tickets of other programs) take the smallest version at the
    error level pretix uses: H up to 32 characters, M up to 128, L above.

    Raises:
        ValueError: the text is longer than any QR code can hold.
    """
    if not is_short(code):
        return _any_path(code)
    modules = modules_of(code)
    parts = [paths[modules >> shift & mask] for shift, mask, paths in _changing()]
    return _fixed() + "".join(parts), SIZE


@lru_cache(maxsize=256)
def _any_path(text: str) -> tuple[str, int]:
    import qrcode  # noqa: PLC0415 (slow import)
    from qrcode.exceptions import DataOverflowError  # noqa: PLC0415 (slow import)

    level = (
        qrcode.constants.ERROR_CORRECT_H
        if len(text) <= 32
        else qrcode.constants.ERROR_CORRECT_M
        if len(text) <= 128
        else qrcode.constants.ERROR_CORRECT_L
    )
    drawing = qrcode.QRCode(error_correction=level, border=0)
    drawing.add_data(text.encode("utf-8", "replace"))
    try:
        drawing.make(fit=True)
    except (DataOverflowError, ValueError) as error:
        raise ValueError("longer than a QR code can hold") from error
    size = len(drawing.modules)
    rows = [sum(1 << x for x, dark in enumerate(line) if dark) for line in drawing.modules]
    return _area_path(rows, size), size

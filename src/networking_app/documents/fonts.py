"""The bundled fonts: what each letter measures, and which font has it if the first has not."""

from __future__ import annotations

import struct
from functools import cache, partial
from typing import TYPE_CHECKING, cast

from networking_app.support import resources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Style -> file of the main font, then of the one asked for letters the main font lacks.
STYLES = {
    "regular": ("SourceSans3-Regular", "DejaVuSans"),
    "semibold": ("SourceSans3-Semibold", "DejaVuSans-Bold"),
    "bold": ("SourceSans3-Bold", "DejaVuSans-Bold"),
    "italic": ("SourceSans3-It", "DejaVuSans"),
}
MISSING = "\u25a1"
"""Drawn in the place of a letter no font has."""

# Scripts that are written from right to left or whose letters change their shape and place:
# a glyph for each code point, left to right, would be wrong, so they count as lacking.
_SHAPED = (
    (0x0590, 0x08FF),
    (0x0900, 0x0DFF),
    (0x0E00, 0x0FFF),
    (0x1000, 0x109F),
    (0x1700, 0x18AF),
    (0x1900, 0x1CCF),
    (0xA800, 0xABFF),
    (0xFB1D, 0xFDFF),
    (0xFE70, 0xFEFF),
)


_NO_NAMES = bytes((0, 0, 0, 0, 0, 6))
"""A `name` table of format 0 without entries; the fonts' names stand in the PDF's own objects."""


def _without_names(get_table: Callable[[str], bytes], tag: str) -> bytes:
    return _NO_NAMES if tag == "name" else get_table(tag)


class FontFile:
    """One TrueType file of resources/fonts, with sizes as parts of the font size (em)."""

    def __init__(self, name: str) -> None:
        from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 (slow import)

        path = resources.folder() / "fonts" / f"{name}.ttf"
        self.name = name
        self.ttf = TTFont(name, str(path), asciiReadable=False)
        face = self.ttf.face
        self._glyph: dict[int, int] = face.charToGlyph
        self._width: dict[int, float] = face.charWidths
        self._units: int = face.unitsPerEm
        self._outlines = bytes(face.get_table("glyf"))
        self._places: list[int] = face.glyphPos
        # ReportLab copies this table, licence text and all, into every document.
        face.get_table = partial(_without_names, face.get_table)

    def has(self, letter: str) -> bool:
        """Whether the font can draw this letter by itself, from left to right."""
        code = ord(letter)
        # Above U+FFFF ReportLab cannot tell readers which letter it was.
        if code > 0xFFFF or any(first <= code <= last for first, last in _SHAPED):
            return False
        return code in self._glyph

    def advance(self, letter: str) -> float:
        """How far the pen moves, in em."""
        return self._width[ord(letter)] / 1000

    def reach(self, letter: str) -> tuple[float, float]:
        """How far the ink goes above the baseline and below it, in em; (0, 0) for a blank."""
        _, low, high = self._ink(letter)
        return max(high, 0) / self._units, max(-low, 0) / self._units

    def bearing(self, letter: str) -> float:
        """How far right of the pen the ink begins, in em."""
        return self._ink(letter)[0] / self._units

    def _ink(self, letter: str) -> tuple[int, int, int]:
        """Left, lowest and highest of the outline in font units."""
        glyph = self._glyph[ord(letter)]
        start, end = self._places[glyph], self._places[glyph + 1]
        if start == end:
            return 0, 0, 0
        left, low, high = struct.unpack_from(">2xhh2xh", self._outlines, start)
        return left, low, high


@cache
def font_file(name: str) -> FontFile:
    """Read a font once."""
    return FontFile(name)


class _Measures(dict[str, float]):
    """Letter -> measure, filled by the face when a new letter comes."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, letter: str) -> float:
        self._face.learn(letter)
        return self[letter]


class Face:
    """A style of writing: a main font, and others for the letters it lacks.

    Attributes:
        lacking: letters met so far that no font has; MISSING stands in their place.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)
        self.lacking: set[str] = set()
        self._font: dict[str, FontFile] = {}
        self._advance = _Measures(self)
        self._up = _Measures(self)
        self._down = _Measures(self)
        self._bearing = _Measures(self)

    def learn(self, letter: str) -> None:
        """Find the font for a letter and keep its measures."""
        drawn = letter
        font = self._first_with(letter)
        if font is None:
            self.lacking.add(letter)
            drawn, font = MISSING, font_file(self._names[0])
        self._font[letter] = font
        self._advance[letter] = font.advance(drawn)
        self._bearing[letter] = font.bearing(drawn)
        self._up[letter], self._down[letter] = font.reach(drawn)

    def _first_with(self, letter: str) -> FontFile | None:
        return next((f for f in map(font_file, self._names) if f.has(letter)), None)

    def width(self, text: str) -> float:
        """Width of a line in em."""
        return sum(map(self._advance.__getitem__, text))

    def advances(self, text: str) -> list[float]:
        """Width of each letter in em."""
        return [self._advance[letter] for letter in text]

    def reach(self, text: str) -> tuple[float, float]:
        """How far the ink of a line goes above its baseline and below it, in em."""
        up = max(map(self._up.__getitem__, text), default=0.0)
        return up, max(map(self._down.__getitem__, text), default=0.0)

    def bearing(self, text: str) -> float:
        """How far right of the pen the ink of a line begins, in em; less than 0 if left of it."""
        return self._bearing[text[0]] if text else 0.0

    def missing(self, text: str) -> str:
        """The letters of a text measured before that no font has, each once, as they come."""
        if not self.lacking or self.lacking.isdisjoint(text):
            return ""
        return "".join(dict.fromkeys(letter for letter in text if letter in self.lacking))

    def font_of(self, letter: str) -> FontFile:
        """The font a letter, or MISSING in its place, is drawn with."""
        if letter not in self._font:
            self.learn(letter)
        return self._font[letter]


@cache
def face(style: str) -> Face:
    """A style by its name in STYLES.

    Raises:
        KeyError: there is no such style.
    """
    return Face(cast("tuple[str, ...]", STYLES[style]))

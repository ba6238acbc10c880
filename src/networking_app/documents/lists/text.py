"""Texts of a list: cleaned, folded to two lines, and turned into PDF operators once per letter."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from networking_app.documents import fonts

if TYPE_CHECKING:
    from networking_app.documents.fonts import Face

ELLIPSIS = "…"
_PLAIN = re.compile(r"[!-~¡-¬®-ɏ]*(?: [!-~¡-¬®-ɏ]+)*")  # already clean, as nearly all texts are
_BREAK_AFTER = "-–/.,;_&"
_REMEMBERED = 50_000
_ROUNDING = 1e-6  # points: sums in another order must not break a line that just fits
_LEAST_PART = 0.4  # a line broken at a blank is at least this full, else the break comes later


def clean(text: str) -> str:
    """Return the text as one line that can be drawn: NFC, single blanks, nothing invisible.

    Line breaks and tabs become blanks; control characters and marks that only steer the direction
    of writing are left out, as they would show another name than the one stored.
    """
    if _PLAIN.fullmatch(text):
        return text
    visible = [
        " " if letter.isspace() else letter
        for letter in unicodedata.normalize("NFC", text)
        if letter.isspace() or unicodedata.category(letter) not in ("Cc", "Cf")
    ]
    return " ".join("".join(visible).split())


class Writing:
    """One style at one size, measured: widths in points and lines folded to fit.

    Attributes:
        style: a name of fonts.STYLES.
        size: of the font in points.
    """

    def __init__(self, style: str, size: float) -> None:
        self.style = style
        self.size = size
        self._face: Face = fonts.face(style)
        self._widths: dict[str, float] = {}

    def width(self, text: str) -> float:
        """Width of one line in points."""
        known = self._widths.get(text)
        if known is None:
            if len(self._widths) >= _REMEMBERED:
                self._widths.clear()
            known = self._widths[text] = self._face.width(text) * self.size
        return known

    def fold(self, text: str, width: float, most: int = 2) -> tuple[str, ...]:
        """Break a clean text into lines of this width in points.

        Breaks at blanks, else after hyphens and the like, else within a word. The last line ends
        with an ellipsis only when one more line would have been needed.
        """
        lines: list[str] = []
        rest = text
        while rest and self.width(rest) > width + _ROUNDING:
            if len(lines) == most - 1:
                rest = self._cut(rest, width)
                break
            at = self._break(rest, width)
            lines.append(rest[:at].rstrip())
            rest = rest[at:].lstrip()
        lines.append(rest)
        return tuple(lines)

    def _fitting(self, text: str, width: float) -> int:
        """How many letters from the start fit."""
        ends = list(accumulate(self._face.advances(text)))
        return bisect_right(ends, (width + _ROUNDING) / self.size)

    def _break(self, text: str, width: float) -> int:
        """Where the next line begins; at least one letter is taken."""
        fitting = max(self._fitting(text, width), 1)
        blank = text.rfind(" ", 1, fitting + 1)
        if blank > 0 and blank >= fitting * _LEAST_PART:
            return blank
        at = text.rfind("@", 1, fitting)
        if at >= fitting * _LEAST_PART and at > blank:
            return at + 1
        mark = max(text.rfind(sign, 1, fitting) for sign in _BREAK_AFTER)
        if mark > blank:
            return mark + 1
        return blank if blank > 0 else _not_within_letter(text, fitting)

    def _cut(self, text: str, width: float) -> str:
        room = width - self.width(ELLIPSIS)
        kept = self._fitting(text, room)
        return text[: _not_within_letter(text, kept)].rstrip(" ,;-–/") + ELLIPSIS


def _not_within_letter(text: str, at: int) -> int:
    """Move a break back before marks that belong to the letter ahead of them."""
    while 1 < at < len(text) and unicodedata.combining(text[at]):
        at -= 1
    return at


class Ink(dict[int, str]):
    """Writes texts of one style and size in one document as operators; each letter is made once.

    It is a table for str.translate: most letters become one byte of the font's first subset, the
    others leave the string, switch the font and come back.

    Attributes:
        select: the operator that chooses the font.
    """

    def __init__(self, writing: Writing, document: Any) -> None:
        super().__init__()
        self._face = fonts.face(writing.style)
        self._document = document
        self._size = f"{writing.size:g}"
        main = self._face.font_of("a").ttf
        main.splitString("a", document)
        self._home = main.getSubsetInternalName(0, document)
        self.select = f"{self._home} {self._size} Tf"

    def show(self, text: str) -> str:
        """Return the operator that shows the text at the current place."""
        return f"({text.translate(self)}) Tj"

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        font = self._face.font_of(letter).ttf
        lacking = letter in self._face.lacking
        ((subset, drawn),) = font.splitString(fonts.MISSING if lacking else letter, self._document)
        name = font.getSubsetInternalName(subset, self._document)
        shown = _escaped(drawn[0])
        if name != self._home:
            shown = f") Tj {name} {self._size} Tf ({shown}) Tj {self.select} ("
        if lacking:  # a box on paper, yet the letter itself when the text is searched or copied
            real = f"\ufeff{letter}".encode("utf-16-be", "replace").hex()
            shown = f") Tj /Span <</ActualText <{real}>>> BDC ({shown}) Tj EMC ("
        self[code] = shown
        return shown


def _escaped(byte: int) -> str:
    if byte in b"()\\":
        return "\\" + chr(byte)
    return chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}"

"""Writes PDF operators straight into a ReportLab page, and files whole or not at all."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from networking_app.documents import fonts
from networking_app.domain.file_trouble import trouble_of_file
from networking_app.support.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator

rl_config.useA85 = 0  # binary streams: a fifth smaller, and every reader has taken them since 1996

POINTS = 72 / 25.4
"""Points in a millimetre."""


def number(value: float) -> str:
    """A number as PDF writes it: two places at most, nothing superfluous."""
    return f"{round(value, 2) + 0:g}"


def colour(value: str) -> str:
    """`#rrggbb` as the three numbers of PDF; grey as one number.

    Returns:
        The operands with the fill operator, such as "0.06 0.23 0.4 rg".
    """
    red, green, blue = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
    if red == green == blue:
        return f"{number(red)} g"
    return f"{number(red)} {number(green)} {number(blue)} rg"


def new_canvas(
    out: BinaryIO, size: tuple[float, float], *, title: str, language: str = ""
) -> Canvas:
    """A PDF document whose bytes depend on nothing but what is drawn.

    Args:
        out: where `save` writes.
        size: of a page in mm.
        title: shown by readers in their window's title.
        language: two-letter word, for screen readers.
    """
    main = fonts.STYLES["regular"][0]
    if main not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(fonts.font_file(main).ttf)
    canvas = Canvas(
        out,
        pagesize=(size[0] * POINTS, size[1] * POINTS),
        pageCompression=1,
        invariant=1,
        initialFontName=main,  # the preamble would name Helvetica, which is not embedded
        lang=language or None,
    )
    canvas.setTitle(title)
    canvas.setCreator("Networking App")
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setViewerPreference("PrintScaling", "None")
    return canvas


class _Elsewhere(KeyError):
    """A letter is not in the first subset of the main font."""


class _Codes(dict[str, str]):
    """Letter -> escaped byte in the first font subset met, in one document.

    Attributes:
        name: what the page calls that subset; empty before the first letter.
        others: letter -> (subset, byte) of the letters in other subsets and fonts.
    """

    def __init__(self, face: fonts.Face, document: Any) -> None:
        super().__init__()
        self.name = ""
        self.others: dict[str, tuple[str, str]] = {}
        self._face = face
        self._document = document

    def __missing__(self, letter: str) -> str:
        if letter not in self.others:
            font = self._face.font_of(letter).ttf
            drawn = fonts.MISSING if letter in self._face.lacking else letter
            ((subset, code),) = font.splitString(drawn, self._document)
            name = font.getSubsetInternalName(subset, self._document)
            self.name = self.name or name
            if name == self.name:
                self[letter] = escaped = _escaped(code)
                return escaped
            self.others[letter] = name, _escaped(code)
        raise _Elsewhere(letter)

    def pair(self, letter: str) -> tuple[str, str]:
        """(subset, escaped byte) of any letter."""
        try:
            return self.name, self[letter]
        except _Elsewhere:
            return self.others[letter]


def _escaped(code: bytes) -> str:
    byte = code[0]
    if byte in b"()\\":
        return "\\" + chr(byte)
    return chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}"


class Pen:
    """Draws on the current page of a canvas, in millimetres from the top left of a box.

    Attributes:
        write: takes PDF operators as they are.
        height: of the box in mm.
    """

    def __init__(self, canvas: Canvas, height: float) -> None:
        self.height = height
        self._document = canvas._doc  # noqa: SLF001 (fonts keep their letters by document)
        self._codes: dict[str, _Codes] = {}
        self.parts: list[str] = []
        self.write = self.parts.append

    def take(self) -> str:
        """Hand over what was drawn since the last time."""
        drawn = "\n".join(self.parts)
        self.parts.clear()
        return drawn

    def text(self, x: float, baseline: float, text: str, style: str, size: float) -> None:
        """One line of text in the current colour, black at first.

        Args:
            x: left end, mm.
            baseline: mm from the top.
            text: drawn letter by letter; nothing in it is markup.
            style: a name of fonts.STYLES.
            size: of the font in mm.
        """
        codes = self._codes.get(style)
        if codes is None:
            codes = self._codes[style] = _Codes(fonts.face(style), self._document)
        at = f"{round(x, 2):g} {round(self.height - baseline, 2):g}"
        tall = f"{round(size, 2):g}"
        try:
            run = "".join(map(codes.__getitem__, text))
        except _Elsewhere:
            runs = _runs(list(map(codes.pair, text)))
            shown = " ".join(f"{name} {tall} Tf ({run}) Tj" for name, run in runs)
            self.write(f"BT {at} Td {shown} ET")
        else:
            self.write(f"BT {at} Td {codes.name} {tall} Tf ({run}) Tj ET")

    def paint(self, fill: str) -> None:
        """Draw in this colour (#rrggbb) from now on; whoever changes it goes back to black."""
        self.write(colour(fill))

    def rectangle(
        self, x: float, y: float, width: float, height: float, fill: str, radius: float = 0
    ) -> None:
        """A filled rectangle; the colour afterwards is black again."""
        outline = self.outline(x, y, width, height, radius)
        self.write(f"{colour(fill)} {outline} f 0 g")

    def frame(
        self, x: float, y: float, width: float, height: float, line: float, radius: float = 0
    ) -> None:
        """The black outline of a rectangle, its line drawn inside."""
        half = line / 2
        path = self.outline(x + half, y + half, width - line, height - line, radius)
        self.write(f"{number(line)} w {path} S")

    def outline(self, x: float, y: float, width: float, height: float, radius: float) -> str:
        """The path of a rectangle, with round corners when a radius is given."""
        low = self.height - y - height
        if radius <= 0:
            return f"{number(x)} {number(low)} {number(width)} {number(height)} re"
        right, high = x + width, low + height
        k = radius * 0.4477  # 1 - 4/3 (sqrt 2 - 1): a quarter circle as a Bézier curve
        steps = (
            (x + radius, low, "m"),
            (right - radius, low, "l"),
            (right - k, low, right, low + k, right, low + radius, "c"),
            (right, high - radius, "l"),
            (right, high - k, right - k, high, right - radius, high, "c"),
            (x + radius, high, "l"),
            (x + k, high, x, high - k, x, high - radius, "c"),
            (x, low + radius, "l"),
            (x, low + k, x + k, low, x + radius, low, "c"),
        )
        return (
            " ".join(
                " ".join(part if isinstance(part, str) else number(part) for part in step)
                for step in steps
            )
            + " h"
        )


def _runs(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Join neighbours of one font subset."""
    runs: list[tuple[str, str]] = []
    for name, code in pairs:
        if runs and runs[-1][0] == name:
            runs[-1] = (name, runs[-1][1] + code)
        else:
            runs.append((name, code))
    return runs


@contextmanager
def writing(out: Path | BinaryIO) -> Iterator[BinaryIO]:
    """A file to write a document to, which takes the place of the old one only when all went well.

    Raises:
        Trouble: the folder is missing, the disk is full, the file is open elsewhere or protected;
            an old file is then as it was.
    """
    if not isinstance(out, Path):
        yield out
        return
    try:
        with replacing(out) as part, part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise trouble_of_file(error, out) from error

"""Lays a list out before anything is drawn: columns, folded cells, and the rows of each page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.documents.lists import widths
from networking_app.documents.lists.text import Writing, clean
from networking_app.wording import lists as wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from networking_app.domain.lists import AttendeeLine, ListColumn, ListHead

TITLE = Writing("bold", 17)
EVENT = Writing("semibold", 11)
FACTS = Writing("regular", 9.5)
COUNTS = Writing("semibold", 9.5)
HEADING = Writing("semibold", 8.5)
NAME = Writing("semibold", 9.5)
BODY = Writing("regular", 9.5)
SMALL = Writing("regular", 8)

LEADING = 1.22
"""Line distance in font sizes."""

PAD = 3.2
"""Least blank above and below the text of a row, points."""

TOP = 40.0
"""From the paper's upper edge to the head, points."""

FOOT = 50.0
"""From the paper's lower edge to where rows end, points."""

RUNNING = 20.0
"""Height of the running head from the second page on, points."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it is drawn; places and widths in points."""

    x: float
    width: float
    align_right: bool
    writing: Writing
    heading: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of the head that belong together."""

    writing: Writing
    lines: tuple[str, ...]
    before: float
    grey: bool = False

    @property
    def height(self) -> float:
        """With the blank before it, points."""
        return self.before + len(self.lines) * self.writing.size * LEADING


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything there is to know before drawing.

    Attributes:
        size: of the paper in points.
        rows: the folded cells of each row.
        tall: height of each row, points.
        pages: index of the first row of each page.
    """

    size: tuple[float, float]
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    rows: list[tuple[tuple[str, ...], ...]]
    tall: list[float]
    pages: list[int]
    heading_height: float

    @property
    def width(self) -> float:
        """Of the rows, points."""
        return self.size[0] - 2 * widths.MARGIN


def plan(
    lines: Sequence[AttendeeLine],
    head: ListHead,
    columns: Sequence[ListColumn],
    *,
    numbered: bool,
    row_height: float,
    step: Callable[[int], None],
) -> Plan:
    """Lay out a list.

    Args:
        lines: in the order shown.
        head: what stands above them.
        columns: what is shown of each line.
        numbered: whether running numbers come first.
        row_height: least height of a row, points.
        step: told now and then how many rows are laid out.
    """
    texts = [_texts(lines, column) for column in columns]
    placed, size = _placed(texts, columns, str(len(lines)) if numbered else "")
    shown = [[str(n) for n in range(1, len(lines) + 1)], *texts] if numbered else texts
    rows, tall = _rows(shown, placed, len(lines), row_height, step)
    blocks = _blocks(head, size[0] - 2 * widths.MARGIN)
    heading_height = _heading_height(placed)
    room = size[1] - TOP - FOOT - heading_height
    pages = _pages(tall, room - sum(block.height for block in blocks), room - RUNNING)
    return Plan(size, placed, blocks, rows, tall, pages, heading_height)


def _texts(lines: Sequence[AttendeeLine], column: ListColumn) -> list[str]:
    field = column.field
    if not field:
        return [""] * len(lines)
    cleaned: dict[str, str] = {}
    texts = []
    for line in lines:
        text = getattr(line, field)
        known = cleaned.get(text)
        if known is None:
            known = cleaned[text] = clean(text)
        texts.append(known)
    return texts


def _placed(
    texts: Sequence[Sequence[str]], columns: Sequence[ListColumn], number: str
) -> tuple[tuple[Column, ...], tuple[float, float]]:
    """Find widths and places; the highest number, if any, puts numbers first."""
    wishes, seen = [], []
    if number:
        heading = clean(wording.number_heading())
        wishes.append(widths.wish([number], heading, BODY, HEADING, weight=0, fixed=True))
        seen.append((heading, True, BODY))
    for column, own in zip(columns, texts, strict=True):
        heading, writing = clean(column.heading), NAME if column.field == "listed" else BODY
        if column.field:
            wishes.append(
                widths.wish(own, heading, writing, HEADING,
                            weight=column.weight, fixed=column.align_right)
            )  # fmt: skip
        else:
            wishes.append(widths.write_in(heading, HEADING, column.weight))
        seen.append((heading, column.align_right, writing))
    size = widths.A4[::-1] if widths.lies_across(wishes) else widths.A4
    x, placed = widths.MARGIN, []
    shares = widths.share(wishes, size[0] - 2 * widths.MARGIN)
    for (heading, right, writing), width in zip(seen, shares, strict=True):
        placed.append(Column(x, width, right, writing, HEADING.fold(heading, width)))
        x += width + widths.GAP
    return tuple(placed), (size[0], size[1])


def _rows(
    shown: Sequence[Sequence[str]],
    columns: Sequence[Column],
    count: int,
    row_height: float,
    step: Callable[[int], None],
) -> tuple[list[tuple[tuple[str, ...], ...]], list[float]]:
    """Fold every cell once per different text, and find each row's height."""
    folded: list[list[tuple[str, ...]]] = []
    for done, (texts, column) in enumerate(zip(shown, columns, strict=True)):
        known: dict[str, tuple[str, ...]] = {}
        cells = []
        for text in texts:
            lines = known.get(text)
            if lines is None:
                lines = known[text] = column.writing.fold(text, column.width)
            cells.append(lines)
        folded.append(cells)
        step(count * (done + 1) // len(columns))
    rows = list(zip(*folded, strict=True)) or [()] * count
    line = BODY.size * LEADING
    high = max(row_height, 2 * line + 2 * PAD)
    low = max(row_height, line + 2 * PAD)
    return rows, [high if any(len(cell) > 1 for cell in row) else low for row in rows]


def _blocks(head: ListHead, width: float) -> tuple[Block, ...]:
    """Fold the head; what is empty takes no room."""
    parts = (
        (TITLE, head.title, 0.0, False),
        (EVENT, head.event, 3.0, False),
        (FACTS, head.facts, 1.0, True),
        (COUNTS, head.counts, 5.0, False),
    )
    return tuple(
        Block(writing, writing.fold(text, width), before, grey)
        for writing, text, before, grey in ((w, clean(t), b, g) for w, t, b, g in parts)
        if text
    )


def _heading_height(columns: Sequence[Column]) -> float:
    lines = max((len(column.heading) for column in columns), default=1)
    return 14.0 + lines * HEADING.size * LEADING + 5.0


def _pages(tall: Sequence[float], first: float, later: float) -> list[int]:
    """Fill pages; each holds at least one row, so that nothing can go on for ever."""
    starts, left = [0], first
    for row, height in enumerate(tall):
        if height > left and row > starts[-1]:
            starts.append(row)
            left = later
        left -= height
    return starts

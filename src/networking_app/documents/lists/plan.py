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
SMALL = Writing("regular", 8)


@dataclass(frozen=True, slots=True)
class RowType:
    """How the rows and their headings are written."""

    heading: Writing
    name: Writing
    body: Writing


USUAL = RowType(Writing("semibold", 8.5), Writing("semibold", 9.5), Writing("regular", 9.5))
TIGHT = RowType(Writing("semibold", 7.5), Writing("semibold", 8), Writing("regular", 8))
"""For so many columns that words would break within on A4 across."""

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
        type: how the rows are written.
        rows: the folded cells of each row.
        tall: height of each row, points.
        pages: index of the first row of each page.
    """

    size: tuple[float, float]
    type: RowType
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
    number = str(len(lines)) if numbered else ""
    row_type, wishes = USUAL, _wishes(texts, columns, number, USUAL)
    if widths.is_tight(wishes):
        row_type, wishes = TIGHT, _wishes(texts, columns, number, TIGHT)
    size = widths.A4[::-1] if widths.lies_across(wishes) else widths.A4
    placed = _placed(wishes, columns, row_type, size[0] - 2 * widths.MARGIN)
    shown = [[str(n) for n in range(1, len(lines) + 1)], *texts] if numbered else texts
    rows, tall = _rows(shown, placed, len(lines), _heights(row_type, row_height), step)
    blocks = _blocks(head, size[0] - 2 * widths.MARGIN)
    heading_height = _heading_height(placed, row_type)
    room = size[1] - TOP - FOOT - heading_height
    pages = _pages(tall, room - sum(block.height for block in blocks), room - RUNNING)
    return Plan((size[0], size[1]), row_type, placed, blocks, rows, tall, pages, heading_height)


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


def _wishes(
    texts: Sequence[Sequence[str]], columns: Sequence[ListColumn], number: str, row_type: RowType
) -> list[widths.Wish]:
    """Ask for widths; the highest number, if any, asks for a first column."""
    body, head, wishes = row_type.body, row_type.heading, []
    if number:
        heading = clean(wording.number_heading())
        wishes.append(widths.wish([number], heading, body, head, weight=0, fixed=True))
    for column, own in zip(columns, texts, strict=True):
        heading, weight = clean(column.heading), column.weight
        if column.field:
            writing, fixed = _writing(column, row_type), column.align_right
            wishes.append(widths.wish(own, heading, writing, head, weight=weight, fixed=fixed))
        else:
            wishes.append(widths.write_in(heading, head, weight))
    return wishes


def _writing(column: ListColumn, row_type: RowType) -> Writing:
    return row_type.name if column.field == "listed" else row_type.body


def _placed(
    wishes: Sequence[widths.Wish], columns: Sequence[ListColumn], row_type: RowType, room: float
) -> tuple[Column, ...]:
    """Give each column its place, the numbers first if they asked for one."""
    seen = [(clean(c.heading), c.align_right, _writing(c, row_type)) for c in columns]
    if len(wishes) > len(columns):
        seen.insert(0, (clean(wording.number_heading()), True, row_type.body))
    x, placed = widths.MARGIN, []
    for (heading, right, writing), width in zip(seen, widths.share(wishes, room), strict=True):
        folded = row_type.heading.fold(heading, width)
        placed.append(Column(x, width, right, writing, folded))
        x += width + widths.GAP
    return tuple(placed)


def _rows(
    shown: Sequence[Sequence[str]],
    columns: Sequence[Column],
    count: int,
    heights: tuple[float, float],
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
    low, high = heights
    return rows, [high if any(len(cell) > 1 for cell in row) else low for row in rows]


def _heights(row_type: RowType, least: float) -> tuple[float, float]:
    """Heights of rows of one line and of two, points."""
    line = row_type.body.size * LEADING
    return max(least, line + 2 * PAD), max(least, 2 * line + 2 * PAD)


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


def _heading_height(columns: Sequence[Column], row_type: RowType) -> float:
    lines = max((len(column.heading) for column in columns), default=1)
    return 14.0 + lines * row_type.heading.size * LEADING + 5.0


def _pages(tall: Sequence[float], first: float, later: float) -> list[int]:
    """Fill pages; each holds at least one row, so that nothing can go on for ever."""
    starts, left = [0], first
    for row, height in enumerate(tall):
        if height > left and row > starts[-1]:
            starts.append(row)
            left = later
        left -= height
    return starts

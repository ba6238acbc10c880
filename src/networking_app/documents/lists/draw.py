"""Draws a list as PDF: head, repeated heading, rows with thin rules, page x of y."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.documents.drawing import POINTS, new_canvas, writing
from networking_app.documents.lists import plan as layout
from networking_app.documents.lists.definition import ROW_MM
from networking_app.documents.lists.text import Ink, Writing, clean
from networking_app.documents.lists.widths import GAP, MARGIN
from networking_app.documents.turns import one_at_a_time
from networking_app.support import i18n
from networking_app.wording import lists as wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from reportlab.pdfgen.canvas import Canvas

    from networking_app.documents.lists.plan import Column, Plan
    from networking_app.domain.lists import AttendeeLine, ListColumn, ListHead

_DARK = "0.07 0.09 0.13"
_GREY = "0.31 0.35 0.42"
_RULE = "0.78 0.81 0.85"
_FOOT_BASELINE = 28.0


@one_at_a_time
def draw_list(  # noqa: PLR0913 (what a list is made of)
    lines: Sequence[AttendeeLine],
    head: ListHead,
    columns: Sequence[ListColumn],
    out: Path | BinaryIO,
    *,
    numbered: bool = True,
    row_height: float = ROW_MM,
    language: str,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Draw a list as PDF on A4, upright or, when the columns need it, across.

    Args:
        lines: in the order shown.
        head: what stands above the first page; empty parts take no room.
        columns: what is shown of each line, from left to right.
        out: a path, replaced only when all went well, or an open binary file.
        numbered: whether a column of running numbers comes first.
        row_height: least height of a row, mm; rows with folded texts are taller.
        language: of the page numbers and of the document, two letters.
        progress: told rows done and rows in all; what it raises ends the work and leaves no file.

    Returns:
        The number of pages, at least 1.

    Raises:
        Trouble: the file could not be written.
    """
    total = len(lines)
    tell = progress or (lambda _done, _total: None)
    with i18n.using(language):
        plan = layout.plan(
            lines, head, columns,
            numbered=numbered, row_height=row_height * POINTS,
            step=lambda done: tell(done // 2, total),
        )  # fmt: skip
        with writing(out) as file:
            width, height = (side / POINTS for side in plan.size)
            canvas = new_canvas(file, (width, height), title=clean(head.title), language=language)
            canvas.setAuthor(clean(head.event))
            canvas.setSubject(clean(head.facts))
            canvas.setViewerPreference("DisplayDocTitle", "true")
            sheet = _Sheet(canvas, plan, head)
            for page in range(len(plan.pages)):
                sheet.draw(page)
                tell(total // 2 + sheet.drawn // 2, total)
            canvas.save()
    tell(total, total)
    return len(plan.pages)


class _Sheet:
    """Draws the pages of one list, one after another.

    Attributes:
        drawn: rows drawn so far.
    """

    def __init__(self, canvas: Canvas, plan: Plan, head: ListHead) -> None:
        self.drawn = 0
        self._canvas = canvas
        self._plan = plan
        self._title = clean(head.title)
        self._event = clean(head.event)
        self._made = clean(head.made)
        self._inks: dict[tuple[str, float], Ink] = {}
        self._parts: list[str] = []

    def _ink(self, writing: Writing) -> Ink:
        key = (writing.style, writing.size)
        ink = self._inks.get(key)
        if ink is None:
            # Letters are kept by document, so that each page's operators fit its fonts.
            ink = self._inks[key] = Ink(writing, self._canvas._doc)  # noqa: SLF001
        return ink

    def draw(self, page: int) -> None:
        """Draw one page and end it."""
        plan = self._plan
        ends = [*plan.pages[1:], len(plan.rows)]
        y = plan.size[1] - layout.TOP
        y = self._running_head(y) if page else self._head(y)
        y = self._headings(y)
        if plan.rows:
            self._rows(plan.pages[page], ends[page], y)
        else:
            self._text(plan.type.body, MARGIN, y - 16, clean(wording.nobody()), _GREY)
        self._foot(page)
        # The canvas has no public way to take finished operators.
        self._canvas._code.append("\n".join(self._parts))  # noqa: SLF001
        self._parts.clear()
        self._canvas.showPage()
        self.drawn = ends[page]

    def _text(self, writing: Writing, x: float, y: float, text: str, colour: str) -> None:
        ink = self._ink(writing)
        self._parts.append(
            f"{colour} rg BT {ink.select} 1 0 0 1 {x:.2f} {y:.2f} Tm {ink.show(text)} ET"
        )

    def _head(self, y: float) -> float:
        for block in self._plan.blocks:
            y -= block.before
            for line in block.lines:
                y -= block.writing.size * layout.LEADING
                baseline = y + block.writing.size * (layout.LEADING - 1)
                self._text(block.writing, MARGIN, baseline, line, _GREY if block.grey else _DARK)
        return y

    def _running_head(self, y: float) -> float:
        """Say on later pages which list this is, in case sheets get mixed."""
        text = " · ".join(filter(None, (self._title, self._event)))
        (line,) = layout.SMALL.fold(text, self._plan.width, most=1)
        self._text(layout.SMALL, MARGIN, y - layout.SMALL.size, line, _GREY)
        return y - layout.RUNNING

    def _headings(self, y: float) -> float:
        writing = self._plan.type.heading
        bottom = y - self._plan.heading_height
        leading = writing.size * layout.LEADING
        for column in self._plan.columns:
            baseline = bottom + 6.0 + leading * (len(column.heading) - 1)
            for number, line in enumerate(column.heading):
                x = _x(column, writing, line)
                self._text(writing, x, baseline - leading * number, line, _DARK)
        right = MARGIN + self._plan.width
        self._parts.append(
            f"{_DARK} RG 1 w {MARGIN:.2f} {bottom:.2f} m {right:.2f} {bottom:.2f} l S"
        )
        return bottom

    def _rows(self, start: int, end: int, top: float) -> None:
        """Draw rows in one text object and their rules in one path."""
        plan, rules = self._plan, []
        columns = [(column, self._ink(column.writing)) for column in plan.columns]
        leading = plan.type.body.size * layout.LEADING
        left, right = f"{MARGIN:.2f}", f"{MARGIN + plan.width:.2f}"
        parts = [f"{_DARK} rg BT"]
        for row in range(start, end):
            cells, height = plan.rows[row], plan.tall[row]
            most = max(map(len, cells), default=1)
            # Capitals are .66 of the size: so the block of lines looks centred in its row.
            first = top - (height - leading * (most - 1) + plan.type.body.size * 0.66) / 2
            for (column, ink), lines in zip(columns, cells, strict=True):
                for number, line in enumerate(lines):
                    if line:
                        x, y = _x(column, column.writing, line), first - leading * number
                        parts.append(f"{ink.select} 1 0 0 1 {x:.2f} {y:.2f} Tm {ink.show(line)}")
            top -= height
            rules.append(f"{left} {top:.2f} m {right} {top:.2f} l")
        parts.append(f"ET {_RULE} RG 0.5 w")
        self._parts += [*parts, *rules, "S"]

    def _foot(self, page: int) -> None:
        writing, plan = layout.SMALL, self._plan
        number = clean(wording.page_of(page + 1, len(plan.pages)))
        x = MARGIN + plan.width - writing.width(number)
        self._text(writing, x, _FOOT_BASELINE, number, _GREY)
        if self._made:
            (made,) = writing.fold(self._made, x - MARGIN - GAP, most=1)
            self._text(writing, MARGIN, _FOOT_BASELINE, made, _GREY)


def _x(column: Column, writing: Writing, line: str) -> float:
    """Where a line begins in its column."""
    return column.x + column.width - writing.width(line) if column.align_right else column.x

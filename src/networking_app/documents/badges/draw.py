"""Draws badges on sheets or labels as a PDF, and reports what was done to make them fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from networking_app.documents.badges import values
from networking_app.documents.badges.sheet import Way
from networking_app.documents.badges.text import clean
from networking_app.documents.drawing import POINTS, Pen, new_canvas, number, writing
from networking_app.documents.turns import one_at_a_time
from networking_app.domain.badges import BadgeNote, BadgeResult
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.support import i18n

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from networking_app.documents.badges.layout import Layout
    from networking_app.documents.badges.sheet import Cell, Sheet
    from networking_app.documents.badges.values import Told, Values
    from networking_app.domain.badges import BadgeEvent, BadgeFace

_MARK = 3.0  # mm, length of a cut mark in the margin
_PROGRESS = 20  # badges between two calls of progress


@one_at_a_time
def draw_badges(  # noqa: PLR0913 (a document has this many things to choose)
    faces: Iterable[BadgeFace],
    event: BadgeEvent,
    out: Path | BinaryIO,
    *,
    layout: Layout,
    sheet: Sheet,
    start_cell: int = 0,
    progress: Callable[[int], bool] | None = None,
) -> BadgeResult:
    """Draw a badge for each face, in true size, in the order they come.

    Badges keep their millimetres: a layout smaller than the sheet's cell stands in its middle,
    turned by 90° if it fits only so. The same input gives the same bytes.

    Args:
        faces: what the badges show.
        event: what all of them show.
        out: the PDF; a file there is replaced only when the new one is whole.
        layout: how a badge looks.
        sheet: the paper.
        start_cell: how many places of the first page are used up already.
        progress: called with the number drawn every few badges; returns False to stop.

    Raises:
        Trouble: the layout is larger than the place on the sheet; the sheet has no such start;
            progress stopped it; the file cannot be written.
    """
    if not 0 <= start_cell < sheet.places:
        known = tuple(str(place + 1) for place in range(sheet.places))
        raise Trouble(TroubleKind.NOT_KNOWN, str(start_cell + 1), known=known)
    placements = [_placement(cell, layout, sheet) for cell in sheet.cells()]
    with writing(out) as file:
        canvas = new_canvas(
            file, (sheet.width, sheet.height), title=clean(event.title), language=i18n.current()
        )
        press = _Press(canvas, event, layout, sheet, placements)
        press.start(start_cell)
        for face in faces:
            press.print(face)
            if progress and press.badges % _PROGRESS == 0 and not progress(press.badges):
                raise Trouble(TroubleKind.READING_CANCELLED)
        press.finish()
        if progress and not progress(press.badges):
            raise Trouble(TroubleKind.READING_CANCELLED)
        canvas.save()
    return BadgeResult(press.badges, press.pages, tuple(press.notes))


def _placement(cell: Cell, layout: Layout, sheet: Sheet) -> str:
    """The operator that makes millimetres from the badge's bottom left of those of the page.

    Raises:
        Trouble: the badge does not fit the cell either way.
    """
    k = f"{POINTS:.5f}"
    middle_x, middle_y = cell.x + cell.width / 2, cell.y + cell.height / 2
    way = sheet.way(layout.width, layout.height)
    if way is Way.UPRIGHT:
        left, low = middle_x - layout.width / 2, middle_y + layout.height / 2
        turn = f"{k} 0 0 {k}"
    elif way is Way.TURNED:
        left, low = middle_x + layout.height / 2, middle_y + layout.width / 2
        turn = f"0 {k} -{k} 0"
    else:
        raise Trouble(
            TroubleKind.BADGE_TOO_LARGE,
            sheet.name,
            layout=layout.name,
            badge_width=layout.width,
            badge_height=layout.height,
            width=cell.width,
            height=cell.height,
        )
    return f"q {turn} {number(left * POINTS)} {number((sheet.height - low) * POINTS)} cm"


class _Category(NamedTuple):
    """What all badges of one category share: fields, the drawn form, and what it told."""

    fields: Values
    form: str
    told: list[Told]


class _Press:
    """Fills pages with badges.

    Attributes:
        badges: drawn so far.
        pages: begun so far.
        notes: what to know about the badges drawn so far.
    """

    def __init__(
        self,
        canvas: Canvas,
        event: BadgeEvent,
        layout: Layout,
        sheet: Sheet,
        placements: list[str],
    ) -> None:
        self.badges = 0
        self.pages = 0
        self.notes: list[BadgeNote] = []
        self._canvas = canvas
        self._shared = values.of_event(event)
        self._layout = layout
        self._sheet = sheet
        self._placements = placements
        self._pen = Pen(canvas, layout.height)
        still = [e for e in layout.elements if e.needs() <= values.SHARED]
        self._still = still
        self._moving = [e for e in layout.elements if e not in still]
        self._categories: dict[tuple[str, str], _Category] = {}
        self._cell = 0
        self._forms: dict[str, str] = {}
        self._on_page: dict[str, None] = {}
        if sheet.cut_marks:
            self._form("cut", sheet.width, sheet.height, _cut_marks(sheet))

    def start(self, cell: int) -> None:
        """Begin the first page at this place."""
        self._cell = cell
        self._begin_page()

    def print(self, face: BadgeFace) -> None:
        """Draw one badge in the next free place."""
        if self._cell == len(self._placements):
            self._end_page()
            self._begin_page()
            self._cell = 0
        key = (face.category, face.category_key)
        category = self._categories.get(key)
        if category is None:
            category = self._categories[key] = self._new_category(face)
        shown = values.of_face(face, category.fields)
        pen = self._pen
        pen.write(self._placements[self._cell])
        pen.write(f"/{category.form} Do")
        self._on_page[category.form] = None
        told = list(category.told)
        for element in self._moving:
            told += element.draw(pen, shown)
        pen.write("Q")
        self._canvas._code.append(pen.take())  # noqa: SLF001 (ReportLab's page; see drawing.Pen)
        if told:
            self._note(face, shown["name"], told)
        self._cell += 1
        self.badges += 1

    def finish(self) -> None:
        """End the last page."""
        self._end_page()

    def _note(self, face: BadgeFace, name: str, told: list[Told]) -> None:
        for kind, field, detail in dict.fromkeys(told):
            if field.startswith("event") and self.badges:
                continue  # the same on every badge: told once
            self.notes.append(BadgeNote(face.id, name, kind, field, detail))

    def _begin_page(self) -> None:
        self.pages += 1
        self._on_page = {}
        if self._sheet.cut_marks:
            name = self._canvas._doc.getXObjectName("cut")  # noqa: SLF001
            self._on_page[name] = None
            k = f"{POINTS:.5f}"
            self._canvas._code.append(f"q {k} 0 0 {k} 0 0 cm /{name} Do Q")  # noqa: SLF001

    def _end_page(self) -> None:
        self._canvas._formsinuse.extend(self._forms[name] for name in self._on_page)  # noqa: SLF001
        self._canvas.showPage()

    def _new_category(self, face: BadgeFace) -> _Category:
        shared = values.of_category(face, self._shared)
        shared["colour"] = self._layout.colour(face.category_key)
        told: list[Told] = []
        pen = self._pen
        for element in self._still:
            told += element.draw(pen, shared)
        name = f"c{len(self._categories)}"
        form = self._form(name, self._layout.width, self._layout.height, pen.take())
        return _Category(shared, form, told)

    def _form(self, name: str, width: float, height: float, code: str) -> str:
        """Keep operators as a form XObject; returns what pages call it."""
        canvas = self._canvas
        canvas.beginForm(name, 0, 0, width, height)
        canvas._code.append(code)  # noqa: SLF001
        canvas.endForm()
        inner: str = canvas._doc.getXObjectName(name)  # noqa: SLF001
        self._forms[inner] = name
        return inner


def _cut_marks(sheet: Sheet) -> str:
    """Faint lines in the margins where to cut, and small crosses between badges."""
    xs = sorted({round(x, 3) for c in sheet.cells() for x in (c.x, c.x + c.width)})
    ys = sorted({round(y, 3) for c in sheet.cells() for y in (c.y, c.y + c.height)})
    right, low = sheet.left + xs[-1] - xs[0], ys[-1]
    lines: list[tuple[float, float, float, float]] = []
    for x in xs:
        lines += [(x, ys[0] - 1 - _MARK, x, ys[0] - 1), (x, low + 1, x, low + 1 + _MARK)]
    for y in ys:
        lines += [(xs[0] - 1 - _MARK, y, xs[0] - 1, y), (right + 1, y, right + 1 + _MARK, y)]
    for x in xs:
        lines += [(x, y - 0.8, x, y + 0.8) for y in ys]
    for y in ys:
        lines += [(x - 0.8, y, x + 0.8, y) for x in xs]
    drawn = " ".join(
        f"{number(a)} {number(sheet.height - b)} m {number(c)} {number(sheet.height - d)} l"
        for a, b, c, d in lines
    )
    return f"0.6 G 0.1 w {drawn} S"

"""Draws the labels of boxes of badges, two to an A4 page: the box, its names and its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from networking_app.documents import fonts
from networking_app.documents.badges.text import Room, clean, fit
from networking_app.documents.drawing import POINTS, Pen, new_canvas, number, writing
from networking_app.documents.turns import one_at_a_time
from networking_app.support import i18n
from networking_app.wording import badges as wording

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from networking_app.domain.badges import BadgeEvent, BoxLabel

_WIDE, _PAGE = 210.0, 297.0  # mm, A4
_HIGH = _PAGE / 2
_MARGIN = 14.0


@one_at_a_time
def draw_box_labels(labels: Sequence[BoxLabel], event: BadgeEvent, out: Path | BinaryIO) -> int:
    """Draw a label for each box, half an A4 page each; returns how many.

    Args:
        labels: at least one.
        event: its title stands on every label.
        out: the PDF; a file there is replaced only when the new one is whole.

    Raises:
        Trouble: the file cannot be written.
    """
    with writing(out) as file:
        canvas = new_canvas(file, (_WIDE, _PAGE), title=clean(event.title), language=i18n.current())
        pen = Pen(canvas, _HIGH)
        k = f"{POINTS:.5f}"
        for place, label in enumerate(labels):
            low = _HIGH if place % 2 == 0 else 0.0
            _draw(pen, label, clean(event.title))
            drawn = pen.take()
            canvas._code.append(  # noqa: SLF001 (ReportLab's page; see drawing.Pen)
                f"q {k} 0 0 {k} 0 {number(low * POINTS)} cm {drawn} Q"
            )
            if place % 2 == 1 or place == len(labels) - 1:
                canvas.showPage()
        canvas.save()
    return len(labels)


def _draw(pen: Pen, label: BoxLabel, title: str) -> None:
    wide = _WIDE - 2 * _MARGIN
    pen.frame(_MARGIN / 2, _MARGIN / 2, _WIDE - _MARGIN, _HIGH - _MARGIN, 0.3, 3)
    _line(pen, title, "regular", Room(wide, 6, 5, 3, 1, 1), _MARGIN + 1)
    _line(pen, wording.box(label.box), "bold", Room(wide, 34, 30, 8, 1, 1), _MARGIN + 12)
    names = clean(wording.box_names(label.first, label.last))
    _line(pen, names, "semibold", Room(wide, 46, 17, 5, 3, 1), _MARGIN + 54)
    _line(
        pen, wording.box_numbers(label), "regular", Room(wide, 9, 8, 4, 1, 1), _HIGH - _MARGIN - 12
    )


def _line(pen: Pen, text: str, style: str, room: Room, top: float) -> None:
    fitted = fit(text, fonts.face(style), room)
    for line, baseline in zip(fitted.lines, fitted.baselines, strict=True):
        pen.text(_MARGIN, top + baseline, line, style, fitted.size)

"""Draws signs for queues by surname: one A4 page lying for each desk, readable across a lobby."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from networking_app.documents import fonts
from networking_app.documents.badges.text import Room, clean, fit
from networking_app.documents.drawing import POINTS, Pen, new_canvas, writing
from networking_app.documents.turns import one_at_a_time
from networking_app.support import i18n
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from networking_app.domain.queues import Queue

_WIDE, _HIGH = 297.0, 210.0  # mm, A4 lying
_MARGIN = 16.0
_LETTERS = Room(_WIDE - 2 * _MARGIN, 130, 120, 30, 1)
_TITLE = Room(_WIDE - 2 * _MARGIN, 12, 9, 4, 1)
_BELOW = Room(_WIDE - 2 * _MARGIN, 16, 13, 6, 1)


@one_at_a_time
def draw_signs(queues: Sequence[Queue], title: str, out: Path | BinaryIO) -> int:
    """Draw a sign for each queue; returns how many.

    Args:
        queues: at least one.
        title: of the event.
        out: the PDF; a file there is replaced only when the new one is whole.

    Raises:
        Trouble: the file cannot be written.
    """
    with writing(out) as file:
        canvas = new_canvas(file, (_WIDE, _HIGH), title=clean(title), language=i18n.current())
        pen = Pen(canvas, _HIGH)
        k = f"{POINTS:.5f}"
        for queue in queues:
            _draw(pen, queue, clean(title))
            canvas._code.append(  # noqa: SLF001 (ReportLab's page; see drawing.Pen)
                f"q {k} 0 0 {k} 0 0 cm {pen.take()} Q"
            )
            canvas.showPage()
        canvas.save()
    return len(queues)


def _draw(pen: Pen, queue: Queue, title: str) -> None:
    _line(pen, title, "regular", _TITLE, _MARGIN)
    _line(pen, clean(_("Surnames")), "semibold", _BELOW, _MARGIN + 16)
    if queue.first:
        _line(pen, clean(queue.name), "bold", _LETTERS, _MARGIN + 34)
    others = _("and other scripts") if queue.first else _("Other scripts")
    if queue.others:
        room, top = (_BELOW, _HIGH - _MARGIN - 16) if queue.first else (_LETTERS, _MARGIN + 34)
        _line(pen, clean(others), "bold", room, top)


def _line(pen: Pen, text: str, style: str, room: Room, top: float) -> None:
    """One line in the middle of the page."""
    face = fonts.face(style)
    fitted = fit(text, face, room)
    for line, baseline in zip(fitted.lines, fitted.baselines, strict=True):
        wide = face.width(line) * fitted.size
        pen.text((_WIDE - wide) / 2, top + baseline, line, style, fitted.size)

"""Draws lists for the preview, off the GUI thread; they are kept until the data change."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from networking_app.gui import pdf
from networking_app.support import i18n

if TYPE_CHECKING:
    from pathlib import Path

    from networking_app.gui.room import Room
    from networking_app.gui.tasks import Work

_KEPT = 24  # documents
_SOON = 60  # ms


@dataclass(frozen=True, slots=True)
class Wanted:
    """One document: which list, its columns, its language."""

    event_id: str
    name: str
    fields: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A list drawn as PDF; `shape` is a page's height by its width."""

    wanted: Wanted
    pdf: bytes
    rows: int
    pages: int
    shape: float


class ReportMaker(QObject):
    """`made(Paper)` when the document wished for is there; `progressed(done, total)` meanwhile."""

    made = Signal(object)
    progressed = Signal(int, int)
    stopped = Signal()

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._kept: dict[Wanted, Paper] = {}
        self._wanted: Wanted | None = None
        self._work: Work | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._begin)

    def forget(self) -> None:
        """Draw everything anew: the data changed."""
        self._kept.clear()

    def want(self, wanted: Wanted) -> None:
        """Show this one next; what was wished for before is dropped."""
        self._drop()
        self._wanted = wanted
        kept = self._kept.get(wanted)
        if kept is not None:
            self.made.emit(kept)
        else:
            self._soon.start(_SOON)

    def stop(self) -> None:
        """Draw no further."""
        self._drop()
        self.stopped.emit()

    def write(self, wanted: Wanted, path: Path) -> None:
        """Write a document in the kind its ending tells.

        Raises:
            Trouble: the file cannot be written.
        """
        with i18n.using(wanted.language):
            self._room.services.lists.make(wanted.event_id, wanted.name, path, fields=wanted.fields)

    def _drop(self) -> None:
        self._soon.stop()
        if self._work is not None:
            self._work.stop()
        self._work = self._wanted = None

    def _begin(self) -> None:
        wanted = self._wanted
        if wanted is None or self._room.office is None:
            return
        lists = self._room.services.lists

        def draw(progress: object) -> Paper:
            out = io.BytesIO()
            with i18n.using(wanted.language):
                made = lists.draw(
                    wanted.event_id, wanted.name, out, fields=wanted.fields,
                    progress=progress,  # type: ignore[arg-type]  # Progress is called so
                )  # fmt: skip
            page = pdf.sizes(out.getvalue())[0]
            shape = page.height / page.width
            return Paper(wanted, out.getvalue(), made["rows"], made["pages"], shape)

        self._work = self._room.tasks.run_long(
            self, draw, done=self._made, stopped=lambda: None,
            progressed=lambda done, total: self._tell(wanted, done, total),
        )  # fmt: skip

    def _tell(self, wanted: Wanted, done: int, total: int) -> None:
        if wanted is self._wanted:
            self.progressed.emit(done, total)

    def _made(self, paper: Paper) -> None:
        if paper.wanted is not self._wanted:
            return
        while len(self._kept) >= _KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[paper.wanted] = paper
        self.made.emit(paper)

"""Makes the PDFs the badges page shows and prints, off the GUI thread; the latest wish wins."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from networking_app.services.badges import difficult

if TYPE_CHECKING:
    from networking_app.domain.badges import BadgeFace, BadgeResult
    from networking_app.gui.room import Room
    from networking_app.gui.tasks import Progress, Work

SAMPLES = 4
"""How many difficult names are shown."""
_SOON = 120  # ms of quiet before a wish is taken up, so that typing does not start a job a letter


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be printed.

    Attributes:
        layout, sheet: names.
        start: places of the first page that are used up.
        ids: these registrations; None for everybody with a place.
        only: text that name, organisation, category or code must contain.
    """

    event_id: str
    layout: str
    sheet: str
    start: int = 0
    ids: tuple[str, ...] | None = None
    only: str = ""


@dataclass(frozen=True, slots=True)
class Samples:
    """The most difficult names of a wish, one badge to a page.

    Attributes:
        ids: all registrations of the wish, in the order printed.
    """

    wish: Wish
    pdf: bytes
    faces: tuple[BadgeFace, ...]
    result: BadgeResult | None
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheets:
    """Everything that is printed: the PDF, what was told while drawing it, and for whom it is."""

    wish: Wish
    pdf: bytes
    result: BadgeResult
    ids: tuple[str, ...]


class BadgeMaker(QObject):
    """Makes what is wished for, samples first.

    `sampled(Samples)` soon, `made(Sheets)` when all badges are drawn, `progressed(done, total)`
    meanwhile and `stopped()` when it was told to stop.
    """

    sampled = Signal(object)
    made = Signal(object)
    progressed = Signal(int, int)
    stopped = Signal()

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._wish: Wish | None = None
        self._work: Work | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._begin)

    def wish(self, wish: Wish) -> None:
        """Make this instead of what was wished for before."""
        self._drop()
        self._wish = wish
        self._soon.start(_SOON)

    def stop(self) -> None:
        """Make nothing more."""
        self._drop()
        self.stopped.emit()

    def is_working(self) -> bool:
        """Whether something is still being made."""
        return self._soon.isActive() or (self._work is not None and self._work.is_running())

    def _drop(self) -> None:
        self._soon.stop()
        if self._work is not None:
            self._work.stop()
        self._wish = None

    def _begin(self) -> None:
        wish = self._wish
        if wish is None or self._room.office is None:  # the program ends
            return
        badges = self._room.services.badges

        def sample() -> Samples:
            faces = badges.faces(wish.event_id, wish.only, wish.ids)
            ids = tuple(face.id for face in faces)
            picked = tuple(difficult(faces, SAMPLES))
            if not picked:
                return Samples(wish, b"", (), None, ())
            out = io.BytesIO()
            result = badges.samples(wish.event_id, picked, out, layout=wish.layout)
            return Samples(wish, out.getvalue(), picked, result, ids)

        self._work = self._room.tasks.run(self, sample, done=self._sampled, lane="long")

    def _sampled(self, samples: Samples) -> None:
        if samples.wish is not self._wish:
            return
        self.sampled.emit(samples)
        if samples.ids:
            self._work = self._room.tasks.run_long(
                self,
                lambda progress: self._draw(samples, progress),
                done=self._made,
                progressed=lambda done, total: self._tell(samples.wish, done, total),
                stopped=lambda: None,
            )

    def _draw(self, samples: Samples, progress: Progress) -> Sheets:
        wish, total = samples.wish, len(samples.ids)

        def told(done: int) -> bool:
            progress.report(done, total)
            return not progress.cancelled()

        out = io.BytesIO()
        result = self._room.services.badges.make(
            wish.event_id, out, layout=wish.layout, sheet=wish.sheet, ids=samples.ids,
            start_cell=wish.start, progress=told,
        )  # fmt: skip
        return Sheets(wish, out.getvalue(), result, samples.ids)

    def _tell(self, wish: Wish, done: int, total: int) -> None:
        if wish is self._wish:
            self.progressed.emit(done, total)

    def _made(self, sheets: Sheets) -> None:
        if sheets.wish is self._wish:
            self.made.emit(sheets)

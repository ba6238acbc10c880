"""The middle of the badges page: the real pages, the difficult names, and guests to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from networking_app.gui import pdf
from networking_app.gui.badges.choosing import Picture
from networking_app.gui.badges.words import pill_of, summary, worst_first
from networking_app.gui.models.rows import RowsModel
from networking_app.gui.models.table import Column
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space, WindowHeight
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.card import ButtonCard
from networking_app.gui.widgets.form import Segmented
from networking_app.gui.widgets.layout import box, column, empty, plain, row
from networking_app.gui.widgets.marks import Pill
from networking_app.gui.widgets.pdf_preview import PdfPreview
from networking_app.gui.widgets.table import Table
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import badges as wording

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QResizeEvent

    from networking_app.domain.badges import BadgeFace, BadgeNote
    from networking_app.gui.badges.making import Samples, Sheets
    from networking_app.gui.room import Room
    from networking_app.gui.widgets.marks import PillFace

NAMES, LOOK = "names", "look"
SAMPLE_PAGES, ALL_PAGES = "samples", "all"
_DPI = 130
_TALLEST = 104
_FOOT = (176, 124)  # height of names and list at 100 %, in usual and in low windows
_CARD = 176  # least width of a difficult name at 100 %
_WIDE = 620  # of the middle at 100 %, where all pills fit


@dataclass(frozen=True, slots=True)
class LookAt:
    """One line of the list of guests to look at."""

    number: int
    note: BadgeNote
    sentence: str
    pill: PillFace

    @property
    def key(self) -> str:
        """What identifies the line: a guest may have several notes."""
        return f"{self.number} {self.note.face_id}"


class SampleCard(ButtonCard):
    """One difficult name: its badge in small, and how it came out."""

    def __init__(self, face: BadgeFace, pill: PillFace, parent: QWidget | None = None) -> None:
        name = face.badge_name or f"{face.given} {face.family}".strip()
        super().__init__(_("{name}: {state}").format(name=name, state=pill.text), parent)
        self.picture = Picture(_TALLEST)
        self.pill = Pill(pill.kind, pill.text)
        self.setLayout(
            column(self.picture, row(None, self.pill, None), gap=Space.SNUG, margins=Space.SMALL)
        )


class Stage(QWidget):
    """Shows what was made; `open_wanted(registration)` leads to a guest."""

    open_wanted = Signal(str)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._samples: Samples | None = None
        self._sheets: Sheets | None = None
        self.preview = PdfPreview(room.tasks)
        self.which = Segmented(
            _("Preview"),
            ((SAMPLE_PAGES, _("Difficult names")), (ALL_PAGES, _("All pages"))),
            SAMPLE_PAGES,
        )
        self.below = Segmented(
            _("Check"), ((NAMES, _("From your list")), (LOOK, _("To look at"))), NAMES
        )
        self._pills = row(gap=Space.SMALL)
        self._state = plain(self._pills)
        self.strip = row(gap=Space.NORMAL)
        self.cards: list[SampleCard] = []
        self.model: RowsModel[LookAt] = RowsModel(_columns(), lambda line: line.key)
        self.table = Table(self.model, _("Guests to look at"))
        self.open_guest = Button(_("Open guest"), icon="user", key="Ctrl+O")
        self._stack = QStackedWidget()
        self._stack.addWidget(plain(self.strip))
        self._stack.addWidget(self.table)
        foot = box(
            "foot",
            column(
                row(self.below, None, self._state, self.open_guest),
                self._stack,
                gap=Space.SMALL,
                margins=(Space.ROOMY, Space.NORMAL),
            ),
        )
        stage = plain(column((self.preview, 1), margins=(Space.ROOMY, Space.SMALL)))
        self.setLayout(column((stage, 1), foot, gap=0))
        self.which.chosen.connect(lambda _value: self._show_pages())
        self.below.chosen.connect(lambda _value: self._show_below())
        self.open_guest.clicked.connect(lambda: self._open(self.table.current_id()))
        self.table.opened.connect(self._open)
        self.show_notes(0, ())
        self._show_below()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the pages the most room."""
        super().resizeEvent(event)
        tight = self.window().height() < WindowHeight.TIGHT
        self._stack.setFixedHeight(look().px(_FOOT[int(tight)]))
        self._show_below()

    def show_samples(self, samples: Samples) -> None:
        """Show the difficult names first."""
        self._samples, self._sheets = samples, None
        empty(self.strip)
        self.cards = []
        notes = samples.result.notes if samples.result else ()
        for face in samples.faces:
            card = SampleCard(face, pill_of([n for n in notes if n.face_id == face.id]))
            number = len(self.cards)
            card.clicked.connect(lambda number=number: self.show_sample(number))
            self.cards.append(card)
            self.strip.addWidget(card, 1)
        self._show_below()
        self._mark(0)
        self._draw(samples)
        self._show_pages()

    def show_sheets(self, sheets: Sheets) -> None:
        """All badges are drawn: show what to look at, and the pages when they are wanted."""
        self._sheets = sheets
        self.show_notes(sheets.result.badges, sheets.result.notes)
        if self.which.value() == ALL_PAGES:
            self._show_pages()

    def show_notes(self, badges: int, notes: tuple[BadgeNote, ...]) -> None:
        """Show how the badges came out, the worst first."""
        empty(self._pills)
        for face in summary(badges, notes):
            self._pills.addWidget(Pill(face.kind, face.text))
        self._show_below()
        lines = [
            LookAt(number, note, wording.note(note), pill_of([note]))
            for number, note in enumerate(worst_first(notes))
        ]
        self.model.show_rows(lines)
        if lines:
            self.open_guest.set_on()
            self.table.go_to(lines[0].key)
        else:
            self.open_guest.set_off(_("Every name fits as it is"))

    def show_sample(self, number: int) -> None:
        """Show one difficult name in large."""
        self.which.choose(SAMPLE_PAGES)
        self._show_pages()
        self.preview.turn(number - self.preview.page)
        self._mark(number)

    def _mark(self, chosen: int) -> None:
        for number, card in enumerate(self.cards):
            card.set_chosen(number == chosen)

    def _show_below(self) -> None:
        """Show the list with its button, or names with how they came out, as far as they fit."""
        listed = self.below.value() == LOOK
        self._stack.setCurrentIndex(int(listed))
        self.open_guest.setVisible(listed)
        wide = self.width() >= look().px(_WIDE)
        for number in range(self._pills.count()):
            item = self._pills.itemAt(number)
            pill = item.widget() if item is not None else None
            if isinstance(pill, Pill):
                pill.setVisible(pill.face.kind == "warning" or (wide and not listed))
        self._state.setVisible(wide or not listed)
        fit = max(self.width() // look().px(_CARD), 1)
        for number, card in enumerate(self.cards):
            card.setVisible(number < fit)

    def _show_pages(self) -> None:
        samples, sheets = self._samples, self._sheets
        if samples is None:
            return
        if self.which.value() == SAMPLE_PAGES:
            name = ngettext("{n} difficult name", "{n} difficult names", len(samples.faces))
            name = name.format(n=len(samples.faces))
            self._show(samples.pdf, name)
        elif sheets is not None:
            self._show(sheets.pdf, _("Badges as printed"))

    def _show(self, document: bytes, name: str) -> None:
        if document:
            self.preview.show_pdf(document, name)
        else:
            self.preview.clear()

    def _draw(self, samples: Samples) -> None:
        def draw() -> list[QImage]:
            return [pdf.picture(samples.pdf, n, _DPI) for n in range(len(samples.faces))]

        def show(images: list[QImage]) -> None:
            if samples is self._samples:
                for card, image in zip(self.cards, images, strict=True):
                    card.picture.show_image(image)

        self._room.tasks.run(self, draw, done=show, lane="long")

    def _open(self, line: str) -> None:
        number = self.model.number_of(line)
        if number >= 0:
            self.open_wanted.emit(self.model.row_at(number).note.face_id)


def _columns() -> tuple[Column[LookAt], ...]:
    return (
        Column("name", _("Name"), lambda line: line.note.name, width=170, strong=True,
               can_sort=False),
        Column("state", _("State"), lambda line: line.pill.text, pill=lambda line: line.pill,
               width=170, can_sort=False),
        Column("note", _("What was done"), lambda line: line.sentence, width=260, stretch=True,
               can_sort=False),
    )  # fmt: skip

"""What stands where content is missing or on its way: empty state, progress, wizard steps, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy, QWidget

from networking_app.gui import icons
from networking_app.gui.icons import IconView
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.layout import column, plain, row
from networking_app.gui.widgets.text import KeyFrame, Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent


class EmptyState(QFrame):
    """Icon, title, one sentence that teaches, one main button and at most one other."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        main: Button | None = None,
        other: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("cls", "sunken")
        heading = Label(title, "h3", wrap=True)
        text = Label(sentence, "body", "text2", wrap=True)
        for label in (heading, text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMaximumWidth(look().px(440))
        buttons = row(None, *(b for b in (main, other) if b is not None), None)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.setLayout(
            column(
                None,
                (IconView(icon, "text3", "icon_empty"), 0, middle),
                row(None, (heading, 8), None, gap=0),
                row(None, (text, 8), None, gap=0),
                buttons,
                None,
                gap=Space.NORMAL,
                margins=Space.WIDE,
            )
        )
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)


class ProgressStrip(QFrame):
    """Long work: what is done, how far it is, and Stop (`stopped`)."""

    stopped = Signal()

    def __init__(self, text: str, *, can_stop: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("cls", "card")
        self._text = Label(text, "strong", elide=True)
        self._count = Label("", "caption", "text2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(Space.PAGE)  # in a narrow panel the words keep their room
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(text)
        self.stop = Button(_("Stop"), icon="x")
        self.stop.clicked.connect(self.stopped)
        self.setLayout(
            row(
                IconView("loader-circle", "accent", "icon_m"),
                (column(row((self._text, 1), self._count), self.bar, gap=Space.SNUG), 1),
                self.stop,
                gap=Space.ROOMY,
                margins=(Space.ROOMY, Space.TIGHT),
            )
        )
        self.stop.setVisible(can_stop)  # only now: shown without a parent it would be a window

    def show_text(self, text: str) -> None:
        """Say what is being done now."""
        self._text.setText(text)
        self.bar.setAccessibleName(text)

    def show_progress(self, done: int, total: int) -> None:
        """Show `done` of `total`; a total of 0 moves without an end."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._count.setText(_("{done} of {total}").format(done=done, total=total) if total else "")


class Steps(QWidget):
    """The steps of a wizard with numbers and words; done ones carry a tick."""

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.go(0)

    def go(self, step: int) -> None:
        """Show a step, from 0, as the one being done."""
        self._now = step
        self.setAccessibleName(
            _("Step {number} of {count}: {name}").format(
                number=step + 1, count=len(self._names), name=self._names[step]
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as all names."""
        wide = sum(look().width(name, "strong") for name in self._names)
        return QSize(round(wide) + len(self._names) * look().px(70), look().px(32))

    def minimumSizeHint(self) -> QSize:
        """Names are cut before the page grows."""
        return QSize(len(self._names) * look().px(60), look().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw circles, names and arrows."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        x = 0.0
        for number, name in enumerate(self._names):
            x = self._paint_step(painter, x, number, name)

    def _paint_step(self, painter: QPainter, x: float, number: int, name: str) -> float:
        side = look().px(28)
        middle = self.height() / 2
        circle = QRectF(x, middle - side / 2, side, side)
        reached = number <= self._now
        fill, tone = ("accent", "on_accent") if reached else ("sunken", "text2")
        painting.rounded(painter, circle, side / 2, fill=fill, edge="" if reached else "pill_edge")
        if number < self._now:
            inset = side * 0.22
            icons.paint(painter, "check", circle.adjusted(inset, inset, -inset, -inset), tone, 2.6)
        else:
            centre = Qt.AlignmentFlag.AlignCenter
            painting.words(
                painter, circle, str(number + 1), type_="strong", tone=tone, align=centre
            )
        x += side + Space.SMALL
        now = number == self._now
        area = QRectF(x, 0, max(0.0, self.width() - x), self.height())
        x += painting.words(
            painter,
            area,
            name,
            type_="strong" if now else "body",
            tone="text" if reached else "text2",
        )
        if number < len(self._names) - 1:
            arrow = look().sizes.icon_s
            place = QRectF(x + Space.NORMAL, middle - arrow / 2, arrow, arrow)
            icons.paint(painter, "chevron-right", place, "text2")
            x += arrow + 2 * Space.NORMAL
        return x


class KeyBar(QFrame):
    """The bar at the bottom that shows the keys working right now, most used first.

    Where it is too narrow for all, the last ones are left out; F1 always stays.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("cls", "foot")
        self._row = row(gap=Space.CARD + Space.HAIR, margins=(Space.WIDE, Space.SNUG))
        self.setLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.keys: tuple[tuple[str, str], ...] = ()
        self._shown: list[QWidget] = []
        self._all = _key("F1", _("All keys"))
        self._row.addStretch(1)
        self._row.addWidget(self._all)

    def show_keys(self, *keys: tuple[str, str]) -> None:
        """Show (key, what it does) pairs; F1 comes last at the right by itself."""
        if keys == self.keys:
            return
        self.keys = keys
        for widget in self._shown:
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = [_key(key, words) for key, words in keys]
        for place, widget in enumerate(self._shown):
            self._row.insertWidget(place, widget)
        self._fit()

    def seen(self) -> tuple[str, ...]:
        """The keys that there is room for, without F1."""
        pairs = zip(self.keys, self._shown, strict=True)
        return tuple(key for (key, _words), widget in pairs if not widget.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        gap, margins = self._row.spacing(), self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._all.sizeHint().width()
        fits = True
        for widget in self._shown:
            room -= widget.sizeHint().width() + gap
            fits = fits and room >= 0
            widget.setVisible(fits)


def _key(key: str, words: str) -> QWidget:
    label = Label(words, "caption", "text2")
    whole = plain(row(KeyFrame(key), label, gap=Space.SNUG))
    label.ensurePolished()
    return whole


class Meter(QWidget):
    """A flat bar that shows a share from 0 to 1, spoken with its words."""

    def __init__(self, name: str, share: float = 0, tone: str = "accent") -> None:
        super().__init__()
        self._name, self._share, self._tone = name, share, tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_share(self, share: float, name: str) -> None:
        """Change how far it is filled and what it says."""
        self._share = min(max(share, 0.0), 1.0)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """A thin bar."""
        return QSize(look().px(120), look().sizes.progress)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        area = QRectF(self.rect())
        radius = area.height() / 2
        edge = "control" if look().is_high_contrast else ""
        painting.rounded(painter, area, radius, fill="sunken", edge=edge)
        if self._share > 0:
            area.setWidth(max(area.height(), area.width() * self._share))
            painting.rounded(painter, area, radius, fill=self._tone)

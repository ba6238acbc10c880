"""The answer at the desk, readable from two metres: colour, shape, word, pattern and the name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from networking_app.gui import icons
from networking_app.gui.announce import announce
from networking_app.gui.fitting import Fit, fit_line, fit_name, fit_text
from networking_app.gui.theme import look
from networking_app.gui.tokens import ANSWER, Radius, Space
from networking_app.gui.widgets import painting

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Result(StrEnum):
    """Which of the panel's looks."""

    READY = "ready"
    OUT = "out"
    WELCOME = "welcome"
    ALREADY = "already"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    STOP = "stop"
    ASK = "ask"
    GOODBYE = "goodbye"


@dataclass(frozen=True, slots=True)
class _Style:
    icon: str
    fill: str
    ink: str


_STYLES = {
    Result.READY: _Style("scan-line", "surface", "text"),
    Result.OUT: _Style("log-out", "off_fill", "on_off"),
    Result.WELCOME: _Style("circle-check", "ok_fill", "on_ok"),
    Result.ALREADY: _Style("history", "warn_fill", "on_warn"),
    Result.REFUSED: _Style("octagon-x", "bad_fill", "on_bad"),
    Result.UNKNOWN: _Style("circle-question-mark", "surface", "text"),
    Result.STOP: _Style("octagon-alert", "warn_fill", "on_warn"),
    Result.ASK: _Style("message-square-text", "surface", "text"),
    Result.GOODBYE: _Style("log-out", "off_fill", "on_off"),
}
_NOTE_PX = 17
_WAITING = frozenset({Result.READY, Result.OUT})
_STRIPED = frozenset({Result.REFUSED, Result.STOP})
_FRAMED = frozenset({Result.UNKNOWN, Result.ASK})


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the panel shows; all texts are worded.

    Attributes:
        result: which look.
        word: "Welcome"; when ready the invitation, "Ready for the next guest".
        name: the guest, or what to do ("Ask for the surname"); the largest text.
        line: title and organisation, or when, where and by whom; when ready lines, broken by
            line feeds, that say how.
        frames: short facts in frames: category, cluster, table.
        at: time at the right, "8.54".
        spoken: notes that are read out too ("Give the speaker envelope").
        note: must be read before anything else; larger than the name.
    """

    result: Result
    word: str
    name: str = ""
    line: str = ""
    frames: tuple[str, ...] = ()
    at: str = ""
    spoken: tuple[str, ...] = ()
    note: str = ""

    def sentence(self) -> str:
        """What a screen reader says: "Welcome. Siiri Åkerblom. Savon Biotuote."."""
        line = self.line.replace("\n", ". ")
        parts = (self.word, self.note, self.name, line, *self.frames, *self.spoken)
        return " ".join(f"{part.rstrip('.')}." for part in parts if part)


class ResultPanel(QWidget):
    """Paints one answer: `panel.show_answer(Shown(Result.WELCOME, _("Welcome"), name))`."""

    def __init__(self, ready: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = ready
        self.setMinimumHeight(look().px(150))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(ready.sentence())

    def show_answer(self, shown: Shown) -> None:
        """Show an answer at once and have it read out; waiting is not read out."""
        self.shown = shown
        self.setAccessibleName(shown.sentence())
        self.repaint()
        if shown.result not in _WAITING:
            announce(self, shown.sentence(), urgent=True)

    def height_of_note(self, shown: Shown) -> int:
        """Pixels it needs at its width to show the note whole, in words as large as a title's."""
        area = QRectF(0, 0, self.width(), ANSWER.low_panel - 1)
        drawing = _Drawing(QPainter(), area, shown)
        px = look().px(_NOTE_PX)
        most = area.height() * len(shown.note)
        lines = len(fit_text(shown.note, drawing.width, most, _measure(700), px, px).lines)
        note = (lines + 1) * px * ANSWER.line
        below = max(note / 0.62, note + ANSWER.smallest * 2.4)
        return round((below + 2 * drawing.margin) / 0.8)

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(800, 500)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, pattern, word and name."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        if self.shown.result in _WAITING:
            _paint_ready(painter, QRectF(self.rect()), self.shown)
        else:
            _Drawing(painter, QRectF(self.rect()), self.shown).paint()


class _Drawing:
    """One painting of an answer; holds the measures that its parts share."""

    def __init__(self, painter: QPainter, area: QRectF, shown: Shown) -> None:
        self.painter = painter
        self.area = area
        self.shown = shown
        self.style = _STYLES[shown.result]
        self.low = area.height() < ANSWER.low_panel
        stripes = look().sizes.stripes if shown.result in _STRIPED else 0
        self.margin = max(float(Space.WIDE), min(ANSWER.margin, area.width() * 0.036))
        both = stripes if shown.result is Result.STOP else 0
        self.left = self.margin + both
        self.width = area.width() - 2 * self.margin - stripes - both
        self.icon = min(look().sizes.icon_answer, area.height() * 0.19)
        self.top = self.margin * (0.6 if self.low else 0.85)

    def paint(self) -> None:
        """Draw everything."""
        self._ground()
        below = self._head()
        if self.shown.note:
            below = self._note(below)
        self._name(below)

    def _ground(self) -> None:
        painter, area = self.painter, self.area
        if self.shown.result in _FRAMED:
            self._frame()
            return
        edge = self.style.ink if look().is_high_contrast else ""
        painting.rounded(painter, area, Radius.PANEL, fill=self.style.fill, edge=edge, width=3)
        if self.shown.result in _STRIPED:
            self._stripes(area.right() - look().sizes.stripes)
        if self.shown.result is Result.STOP:
            self._stripes(area.x())

    def _frame(self) -> None:
        """A hollow panel: dashed where the code is not known, amber and whole for a question."""
        painter, area = self.painter, self.area
        painting.rounded(painter, area, Radius.PANEL, fill=self.style.fill)
        asks = self.shown.result is Result.ASK
        plain = look().is_high_contrast or not asks
        wide = look().sizes.dash * (2 if asks else 1)
        pen = QPen(look().colour(self.style.ink if plain else "warn_fill"), wide)
        if not asks:
            pen.setDashPattern([4, 1.6])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = wide / 2
        inner = area.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inner, Radius.PANEL - half, Radius.PANEL - half)

    def _stripes(self, x: float) -> None:
        painter, area = self.painter, self.area
        wide = look().sizes.stripes
        shape, strip = QPainterPath(), QPainterPath()
        shape.addRoundedRect(area, Radius.PANEL, Radius.PANEL)
        strip.addRect(QRectF(x, area.y(), wide, area.height()))
        painter.save()
        painter.setClipPath(shape.intersected(strip))
        painter.fillRect(area, QColor(0, 0, 0, 40))
        painter.setPen(QPen(look().colour(self.style.ink), 9))
        left, right = x - 10, x + wide + 10
        rise = right - left
        y = area.y()
        while y < area.bottom() + rise:
            painter.drawLine(QPointF(left, y), QPointF(right, y - rise))
            y += 30
        painter.restore()

    def _head(self) -> float:
        """Icon, word, time, and in low panels the frames; returns where the name may begin."""
        side, ink = self.icon, self.style.ink
        icons.paint(
            self.painter, self.style.icon, QRectF(self.left, self.top, side, side), ink, 2.2
        )
        left = self.left + side + Space.ROOMY
        right = self.left + self.width
        if self.low or self.shown.note:
            right -= self._frames_beside(right, left)
        elif self.shown.at:
            at = look().font_of(look().px(20), 600)
            room = QFontMetricsF(at).horizontalAdvance(self.shown.at) + Space.WIDE
            self._write(QRectF(left, self.top, right - left, side), self.shown.at, at, _RIGHT)
            right -= room
        self._word(left, right)
        return self.top + side + (Space.SMALL if not self.low else Space.HAIR)

    def _word(self, left: float, right: float) -> None:
        most = look().px(40) if not self.low else min(look().px(30), round(self.icon * 1.1))
        px = fit_line(self.shown.word, right - left, _measure(600), most, 16)
        area = QRectF(left, self.top, right - left, self.icon)
        font = look().font_of(px, 600)
        word = QFontMetricsF(font).elidedText(
            self.shown.word, Qt.TextElideMode.ElideRight, area.width() + 2
        )
        self._write(area, word, font, _LEFT)

    def _frames_beside(self, right: float, left: float) -> float:
        """Put the frames at the right of the word as far as the word stays readable."""
        width, px = 0.0, min(look().px(17), round(self.icon * 0.55))
        word = _measure(600)(self.shown.word) * look().px(22) / 100 + Space.ROOMY
        for text in self.shown.frames:
            wide = _frame_width(text, px) + Space.TIGHT
            if width + wide > right - left - word:
                break
            width += wide
        if width:
            self._frames(right - width + Space.TIGHT, self.top + self.icon / 2, px, width)
        return width

    def _frames(self, x: float, middle: float, px: int, room: float) -> None:
        end = x + room
        for text in self.shown.frames:
            wide = min(_frame_width(text, px), end - x)
            if wide < px * 2:
                return
            high = px * 2
            area = QRectF(x, middle - high / 2, wide, high)
            painting.rounded(
                self.painter, area, Radius.CONTROL, edge=self.style.ink, width=look().sizes.focus
            )
            font = look().font_of(px, 600)
            cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, wide - px + 2)
            self._write(area, cut, font, _CENTRE)
            x += wide + Space.TIGHT

    def _note(self, top: float) -> float:
        """The note that must be read first, huge; the name keeps the last third below it."""
        left = self.area.height() - top - self.margin * 0.6
        room = min(left * 0.62, left - ANSWER.smallest * 2.4)
        most = min(ANSWER.two_lines_below, max(int(room), 20))
        fit = fit_text(self.shown.note, self.width, room, _measure(700), most, 20)
        count = max(1, int(room / (fit.px * ANSWER.line)))
        if len(fit.lines) > count:  # the whole note stands in a card below
            fit = Fit(fit.px, (*fit.lines[: count - 1], f"{fit.lines[count - 1]} …"))
        return self._lines(fit, top + Space.TINY) + Space.TINY

    def _name(self, top: float) -> None:
        shown = self.shown
        has_frames = bool(shown.frames) and not self.low and not shown.note
        frame_px = look().px(22)
        frames_high = frame_px * 2 + Space.ROOMY if has_frames else 0
        room = self.area.height() - top - self.margin * 0.6 - frames_high
        line_px = self._line_px(room)
        line_high = line_px * 1.7 if shown.line else 0
        most = ANSWER.smallest * 2 if shown.note else None
        fit = fit_name(shown.name, self.width, max(room - line_high, 1), _measure(700), most)
        high = len(fit.lines) * fit.px * ANSWER.line + line_high + frames_high
        spare = self.area.height() - self.margin * 0.8 - top - high
        y = top + max(0.0, spare / 2)
        y = self._lines(fit, y)
        if shown.line:
            font = look().font_of(line_px)
            cut = QFontMetricsF(font).elidedText(
                shown.line, Qt.TextElideMode.ElideRight, self.width + 2
            )
            area = QRectF(self.left, y + line_px * 0.2, self.width, line_px * 1.4)
            self._write(area, cut, font, _LEFT)
            y += line_px * 1.7
        if has_frames:
            self._frames(self.left, y + Space.ROOMY + frame_px, frame_px, self.width)

    def _line_px(self, room: float) -> int:
        most = min(ANSWER.under_line if not self.low else 26, int(room * 0.2))
        return fit_line(self.shown.line, self.width, _measure(400), most, 16)

    def _lines(self, fit: Fit, y: float) -> float:
        font = look().font_of(fit.px, 700)
        for line in fit.lines:
            # Large letters stand a little to the right of their origin.
            area = QRectF(self.left - fit.px * 0.05, y, self.width + fit.px * 0.1, fit.px * 1.2)
            self._write(area, line, font, _LEFT)
            y += fit.px * ANSWER.line
        return y

    def _write(self, area: QRectF, text: str, font: QFont, align: Qt.AlignmentFlag) -> None:
        self.painter.setFont(font)
        self.painter.setPen(look().colour(self.style.ink))
        self.painter.drawText(
            area, int(align | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip), text
        )


def _measure(weight: int) -> Callable[[str], float]:
    """Widths at 100 px."""
    metrics = QFontMetricsF(look().font_of(100, weight))
    return lambda text: float(metrics.horizontalAdvance(text))


def _frame_width(text: str, px: int) -> float:
    return QFontMetricsF(look().font_of(px, 600)).horizontalAdvance(text) + px * 1.5


def _paint_ready(painter: QPainter, area: QRectF, shown: Shown) -> None:
    """The invitation to scan; dark while guests go out."""
    style = _STYLES[shown.result]
    out = shown.result is Result.OUT
    edge = style.ink if look().is_high_contrast and out else "" if out else "border"
    wide = 3 if out else 1
    painting.rounded(painter, area, Radius.PANEL, fill=style.fill, edge=edge, width=wide)
    lines = shown.line.split("\n") if shown.line else []
    width = area.width() - 2 * Space.WIDE
    small = area.height() < ANSWER.low_panel
    side = look().px(64 if small else 112)
    word_px = fit_line(shown.word, width, _measure(600), look().px(32 if small else 48), 20)
    line_px = look().px(17 if small else 22)
    high = side + word_px * 1.6 + len(lines) * line_px * 1.5
    if high > area.height():  # the words matter more than the icon
        high -= side
        side = 0
    y = area.center().y() - high / 2
    place = QRectF(area.center().x() - side / 2, y, side, side)
    if side:
        icons.paint(painter, style.icon, place, style.ink if out else "accent", 1.4)
    y += side + word_px * 0.1
    below = style.ink if out else "text2"
    rows = [(shown.word, word_px, 600, style.ink), *((text, line_px, 400, below) for text in lines)]
    for text, px, weight, tone in rows:
        fitted = fit_line(text, width, _measure(weight), px, 13)
        painter.setFont(look().font_of(fitted, weight))
        painter.setPen(look().colour(tone))
        painter.drawText(QRectF(Space.WIDE, y, width, px * 1.5), int(_CENTRE), text)
        y += px * 1.5

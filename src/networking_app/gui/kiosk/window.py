"""The kiosk's window: full screen, one step at a time, left by PIN only."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from networking_app.gui.announce import announce
from networking_app.gui.kiosk.countdown import DONE, IDLE, Countdown
from networking_app.gui.kiosk.guard import Guard
from networking_app.gui.kiosk.head import Head
from networking_app.gui.kiosk.pin import PinPanel
from networking_app.gui.kiosk.questions import QuestionsStep
from networking_app.gui.kiosk.steps import (
    BadgeStep,
    DeskStep,
    OrganisationStep,
    StartStep,
    StepView,
    ThanksStep,
    YouStep,
)
from networking_app.gui.kiosk.style import ZOOMS, Scale, style_sheet
from networking_app.gui.kiosk.visit import Step
from networking_app.gui.widgets.layout import empty, scrolled
from networking_app.support import i18n

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QScrollArea

    from networking_app.gui.kiosk.flow import Flow

VIEWS: dict[Step, type[StepView]] = {
    Step.START: StartStep,
    Step.ORGANISATION: OrganisationStep,
    Step.YOU: YouStep,
    Step.BADGE: BadgeStep,
    Step.QUESTIONS: QuestionsStep,
    Step.THANKS: ThanksStep,
    Step.DESK: DeskStep,
}
_CORNER = 64
_HOLD = 2_000  # ms that the corner is pressed
_BACK = 1_000  # ms after which the kiosk comes to the front again


class KioskWindow(QWidget):
    """Shows the flow's step in the guest's language and size; `left(pin)` asks to be let out."""

    pin_tried = Signal(str)

    def __init__(self, flow: Flow, *, has_pin: bool, language: str) -> None:
        super().__init__()
        self.setObjectName("kiosk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle(flow.place.event.title)
        self.flow, self.home, self.language, self.zoom = flow, language, language, 1.0
        self.may_close = False
        self.view: StepView | None = None
        self.countdown = Countdown()
        self.countdown.over.connect(self._over)
        self.guard = Guard(self)
        self.guard.escape.connect(self.ask_to_leave)
        self.guard.alive.connect(self._alive)
        self.pin = PinPanel(self, has_pin=has_pin)
        self.pin.tried.connect(self.pin_tried)
        self.pin.stays.connect(self.stay)
        self._corner = QTimer(self)
        self._corner.setSingleShot(True)
        self._corner.setInterval(_HOLD)
        self._corner.timeout.connect(self.ask_to_leave)
        self.head = Head(flow.place.event.title)
        self.head.spoken.connect(self._choose)
        self.head.larger_wanted.connect(self._zoom)
        self._middle = QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(self.head)
        whole.addLayout(self._middle, 1)
        whole.addWidget(self.countdown)
        self._area: QScrollArea | None = None
        flow.changed.connect(self.render_step)
        flow.noticed.connect(self._notice)
        flow.language_wanted.connect(self._speak)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.installEventFilter(self.guard)
            app.applicationStateChanged.connect(self._program_changed)

    def scale(self) -> Scale:
        """The measures of the window now."""
        return Scale(self.width(), self.height(), self.zoom)

    def enter(self, area: QRect | None = None) -> None:
        """Fill the screen (or, in tests, an area) and begin."""
        if area is None:
            self.showFullScreen()
        else:
            self.setGeometry(area)
            self.show()
        self.raise_()
        self.activateWindow()
        self.render_step()

    def leave(self) -> None:
        """Go away for good."""
        self.may_close = True
        self.pin.right()
        self.countdown.begin(0)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.removeEventFilter(self.guard)
            app.applicationStateChanged.disconnect(self._program_changed)
        self.close()

    def take_scan(self, code: str) -> None:
        """A code was read, whatever is open."""
        self.pin.hide()
        self._alive()
        self.flow.take_scan(code)

    def ask_to_leave(self) -> None:
        """Ask for the PIN, in the language of the staff."""
        if self.pin.isVisible():
            self.stay()
            return
        with i18n.using(self.home):
            plain = replace(self.scale(), zoom=1.0)
            self.pin.setStyleSheet(style_sheet(plain))
            self.pin.build(plain)
            self.pin.ask()
        self.countdown.begin(IDLE)

    def stay(self) -> None:
        """Go on with the kiosk."""
        self.pin.hide()
        self._focus()
        self._count()

    def wrong_pin(self) -> None:
        """It was not the PIN."""
        with i18n.using(self.home):
            self.pin.wrong()

    def render_step(self) -> None:
        """Build what is shown anew, in the language and size chosen."""
        with i18n.using(self.language):
            scale = self.scale()
            self.setStyleSheet(style_sheet(scale))
            margin = scale.around.px(1.6)
            layout = self.layout()
            if layout is not None:
                layout.setContentsMargins(margin, scale.around.px(1), margin, scale.around.px(0.6))
            self.head.build(scale, self.language)
            self.countdown.retranslate(scale)
            empty(self._middle)
            self.view = VIEWS[self.flow.visit.step](self.flow.visit, self.flow, scale)
            self.view.show_busy(self.flow.visit.is_busy)
            self.view.setMaximumWidth(scale.px(46 if self.flow.visit.step is Step.BADGE else 34))
            self._area = scrolled(_centred(self.view, scale))
            self._middle.addWidget(self._area, 1)
            parts: list[QWidget] = [self._area]
            if self.view.sticky is not None:
                self.view.sticky.setMaximumWidth(self.view.maximumWidth())
                parts.append(_centred(self.view.sticky, scale, stretch=False))
                self._middle.addWidget(parts[-1])
            for part in parts:
                part.show()  # at once: what is not shown yet takes no focus
            announce(self, self.view.title)
        self._focus()
        self._count()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything follows the size of the screen."""
        super().resizeEvent(event)
        self.pin.setGeometry(self.rect())
        if self.view is not None and self.view.scale != self.scale():
            QTimer.singleShot(0, self, self.render_step)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Alt+F4 and the like only ask for the PIN; the end of the session is not held up."""
        if self.may_close or _session_ends():
            super().closeEvent(event)
            return
        event.ignore()
        if not self.pin.isVisible():
            self.ask_to_leave()

    def changeEvent(self, event: QEvent) -> None:
        """A minimised kiosk comes back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            QTimer.singleShot(0, self, self.showFullScreen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The upper left corner held down asks for the PIN."""
        place = event.position()
        if place.x() <= _CORNER and place.y() <= _CORNER:
            self._corner.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go too early."""
        del event
        self._corner.stop()

    def _notice(self) -> None:
        """Say what changed within the step; what was typed stays."""
        view = self.view
        if view is None:
            return
        with i18n.using(self.language):
            view.show_busy(self.flow.visit.is_busy)
            if isinstance(view, StartStep):
                view.show_notice()
                announce(self, view.name.error())
            elif isinstance(view, BadgeStep):
                view.show_slips()
            elif isinstance(view, QuestionsStep):
                view.show_missing()

    def _choose(self, language: str) -> None:
        self.language = language
        self.render_step()
        self.head.tongues[language].setFocus()

    def _speak(self, language: str) -> None:
        """Speak the guest's own language, unless the guest chose another here."""
        if self.language == self.home and language in i18n.languages():
            self.language = language

    def _zoom(self) -> None:
        self.zoom = ZOOMS[(ZOOMS.index(self.zoom) + 1) % len(ZOOMS)]
        self.render_step()
        self.head.larger.setFocus()

    def _focus(self) -> None:
        goal = self.view.first_focus() if self.view is not None else None
        if goal is not None and not self.pin.isVisible():
            goal.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, goal, partial(_into_sight, self._area, goal, self.scale().px(3)))

    def _count(self) -> None:
        """Count down where somebody may have gone away."""
        visit = self.flow.visit
        usual = self.zoom == ZOOMS[0] and self.language == self.home
        if visit.step in {Step.THANKS, Step.DESK}:
            self.countdown.begin(DONE)
        elif visit.step is Step.START and not visit.typed and usual:
            self.countdown.begin(0)
        else:
            self.countdown.begin(IDLE)

    def _alive(self) -> None:
        """Somebody is there: the half minute begins anew."""
        if self.flow.visit.step not in {Step.THANKS, Step.DESK} or self.countdown.left() > DONE:
            self.countdown.begin(IDLE)

    def _over(self) -> None:
        """Nobody is there: back to the start, in the usual language and size."""
        self.pin.hide()
        self.language, self.zoom = self.home, ZOOMS[0]
        self.flow.start_over()

    def _program_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationInactive:
            QTimer.singleShot(_BACK, self, self._come_back)

    def _come_back(self) -> None:
        if not self.may_close and self.isVisible() and not self.isActiveWindow():
            self.raise_()
            self.activateWindow()


def _centred(inside: QWidget, scale: Scale, *, stretch: bool = True) -> QWidget:
    """A column in the middle of the window, a little above the middle of the height."""
    holder = QWidget()
    holder.setProperty("k", "plain")
    beside = QVBoxLayout()
    if stretch:
        beside.addStretch(2)
    beside.addWidget(inside)
    if stretch:
        beside.addStretch(3)
    across = QHBoxLayout(holder)
    across.setContentsMargins(0, scale.px(0.4), scale.px(0.2), scale.px(0.4))
    across.addStretch(1)
    across.addLayout(beside, 100)
    across.addStretch(1)
    return holder


def _into_sight(area: QScrollArea | None, goal: QWidget, around: int) -> None:
    """Scroll to what has the focus."""
    if area is not None and shiboken6.isValid(area) and area.isAncestorOf(goal):
        area.ensureWidgetVisible(goal, 0, around)


def _session_ends() -> bool:
    """Whether the computer is being shut down, which a kiosk must not hold up."""
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()

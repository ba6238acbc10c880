"""Top bar of the desk, the line about the last guest, the column with the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDialog,
    QFrame,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from networking_app.gui.desk_latest import LatestList, LatestModel
from networking_app.gui.icons import IconView
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.button import Button, IconButton
from networking_app.gui.widgets.form import Field
from networking_app.gui.widgets.layout import column, row
from networking_app.gui.widgets.marks import Pill
from networking_app.gui.widgets.states import Meter
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from networking_app.domain.checkin import Point
    from networking_app.domain.event import EventCounts


def keyed(button: Button) -> Button:
    """A button that only shows its key; the page listens to it."""
    button.setShortcut(QKeySequence())
    return button


class DeskTop(QFrame):
    """Title, the desk's name, the point, sound and full screen."""

    desk_wanted = Signal()
    point_chosen = Signal(str)
    mute_wanted = Signal()
    screen_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("cls", "bar")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.desk = Button("", tip=_("Change the name of this desk"))
        self.desk.clicked.connect(self.desk_wanted)
        self.points = QComboBox()
        self.points.setAccessibleName(_("Check-in point"))
        self.points.setToolTip(_("Where guests are checked in"))
        self.points.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.points.activated.connect(
            lambda place: self.point_chosen.emit(str(self.points.itemData(place)))
        )
        self.points.hide()
        self.practice = Pill("warning", _("Practice"))
        self.practice.hide()
        self.mute = IconButton("volume-2", _("Mute"))
        self.mute.clicked.connect(self.mute_wanted)
        self.fill = IconButton("maximize", _("Full screen"))
        self.fill.clicked.connect(self.screen_wanted)
        self.setLayout(
            row(
                Label(_("Check-in desk"), "h2"),
                self.desk,
                self.points,
                self.practice,
                None,
                self.mute,
                self.fill,
                gap=Space.NORMAL,
                margins=(Space.WIDE, Space.SNUG),
            )
        )

    def show_desk(self, name: str) -> None:
        """Show what this desk is called."""
        self.desk.show_text(name)
        self.desk.setAccessibleName(_("{desk}, change the name of this desk").format(desk=name))

    def show_points(self, points: tuple[Point, ...], chosen: str) -> None:
        """Offer the points when there is more than one."""
        self.points.clear()
        for point in points:
            self.points.addItem(point.name, point.id)
        self.points.setCurrentIndex(max(0, self.points.findData(chosen)))
        self.points.setVisible(len(points) > 1)

    def show_sound(self, *, muted: bool) -> None:
        """Show whether answers are heard."""
        self.mute.icon_name = "volume-x" if muted else "volume-2"
        words = _("Sound off: switch it on") if muted else _("Sound on: mute it")
        self.mute.setToolTip(_("{what} (Ctrl+M)").format(what=words))
        self.mute.setAccessibleName(words)
        self.mute.update()

    def show_screen(self, *, full: bool) -> None:
        """Show whether the window fills the screen."""
        self.fill.icon_name = "minimize" if full else "maximize"
        words = _("Leave full screen") if full else _("Full screen")
        self.fill.setToolTip(_("{what} (F11)").format(what=words))
        self.fill.setAccessibleName(words)
        self.fill.update()


class LastBar(QFrame):
    """The last guest, with what can still be done: `undo_wanted`, `print_wanted`."""

    undo_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("cls", "card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = _Parts()
        self.undo = keyed(Button(_("Undo"), icon="undo-2", key="Ctrl+Z"))
        self.undo.clicked.connect(self.undo_wanted)
        self.print = keyed(Button(_("Print again"), icon="printer", key="F4"))
        self.print.clicked.connect(self.print_wanted)
        self._both = row(
            (row(IconView("circle-check", "ok_text", "icon_m"), (self._words, 1)), 1),
            row(self.undo, self.print, None),
            gap=Space.SMALL,
            margins=(Space.ROOMY + Space.HAIR, Space.TIGHT),
        )
        self.setLayout(self._both)
        self.hide()

    def show_last(self, name: str, at: str) -> None:
        """Say who came last."""
        self._words.show_parts(_("Last:"), name, _("arrived {time}").format(time=at) if at else "")
        self._name_buttons(_("Undo"), _("Print again"))
        self.show()

    def show_welcome(self, at: str, desk: str) -> None:
        """Say what was just done, under the welcome."""
        said = _("{desk}, {time}").format(desk=desk, time=at)
        self._words.show_parts("", _("Checked in"), said)
        self._name_buttons(_("Not this guest"), _("Print badge"))
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where both do not fit beside each other."""
        super().resizeEvent(event)
        buttons = self.undo.sizeHint().width() + self.print.sizeHint().width()
        narrow = self.width() < buttons + look().px(190)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._both.direction() is not way:
            self._both.setDirection(way)

    def words(self) -> str:
        """What it says."""
        return self._words.accessibleName()

    def _name_buttons(self, undo: str, print_: str) -> None:
        self.undo.show_text(undo)
        self.print.show_text(print_)


class _Parts(QWidget):
    """Small words, a name, small words, cut at the end where narrow."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_parts(self, before: str, name: str, after: str) -> None:
        self._parts = (before, name, after)
        self.setAccessibleName(" ".join(part for part in self._parts if part))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, look().sizes.control)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painting.begin(painter)
        x = 0.0
        styles = (("body", "text2"), ("strong", "text"), ("body", "text2"))
        for text, (type_, tone) in zip(self._parts, styles, strict=True):
            room = self.width() - x
            if text and room > look().px(20):
                area = QRectF(x, 0, room, self.height())
                x += painting.words(painter, area, text, type_=type_, tone=tone) + Space.SMALL


class DeskSide(QFrame):
    """How many have arrived, and the latest answers of this desk; `undo_wanted`."""

    undo_wanted = Signal()

    def __init__(self, model: LatestModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("cls", "panel")
        self._number = Label("", "display")
        self._of = Label("", "lead", "text2", elide=True)
        self.meter = Meter("", 0, "text" if look().is_high_contrast else "ok_fill")
        self.list = LatestList(model)
        self._none = Label(
            _("Guests checked in here are listed here."), "caption", "text2", wrap=True
        )
        self.undo = Button(_("Undo last"), "quiet", icon="undo-2")
        self.undo.clicked.connect(self.undo_wanted)
        model.modelReset.connect(self._fit)
        model.rowsInserted.connect(self._fit)
        model.dataChanged.connect(self._fit)
        self._model = model
        bottom = Qt.AlignmentFlag.AlignBottom
        self.setLayout(
            column(
                row((self._number, 0, bottom), (self._of, 1, bottom), gap=Space.TIGHT),
                self.meter,
                Space.TIGHT,
                row((Label(_("This desk"), "caption_strong", "text2", elide=True), 1), self.undo),
                self._none,
                (self.list, 1),
                gap=Space.SMALL,
                margins=(Space.CARD, Space.ROOMY, Space.CARD, Space.SMALL),
            )
        )
        self._fit()

    def show_counts(self, counts: EventCounts) -> None:
        """Show arrivals against registrations."""
        self._number.setText(str(counts.arrived))
        self._of.setText(_("of {n} arrived").format(n=counts.registered))
        said = _("{arrived} of {registered} arrived").format(
            arrived=counts.arrived, registered=counts.registered
        )
        share = counts.arrived / counts.registered if counts.registered else 0.0
        self.meter.show_share(share, said)

    def words(self) -> str:
        """The counts in words."""
        return self.meter.accessibleName()

    def _fit(self) -> None:
        self._none.setVisible(not self._model.rows)
        if self._model.newest() is None:
            self.undo.set_off(_("Nothing to undo"))
        else:
            self.undo.set_on()


class DeskDialog(QDialog):
    """Asks for the name of the desk and who stands there."""

    def __init__(self, desk: str, actor: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("This desk"))
        self.setMinimumWidth(look().px(look().sizes.dialog))
        self.desk = Field(
            _("Name of this desk"),
            QLineEdit(desk),
            required=True,
            hint=_("Shown when a guest is already checked in, such as “Main door”."),
        )
        self.actor = Field(
            _("Who is here"), QLineEdit(actor), hint=_("First name, optional; until the app ends.")
        )
        save = Button(_("Save"), "main", key="Enter")
        save.clicked.connect(self._save)
        cancel = Button(_("Cancel"), key="Esc")
        cancel.clicked.connect(self.reject)
        self.setLayout(
            column(
                self.desk,
                self.actor,
                row(None, cancel, save),
                gap=Space.FIELDS,
                margins=Space.WIDE,
            )
        )
        for field in (self.desk, self.actor):
            editor = field.editor
            if isinstance(editor, QLineEdit):
                editor.returnPressed.connect(self._save)
        self.desk.focus()

    def _save(self) -> None:
        if self.desk.is_right():
            self.accept()
        else:
            self.desk.focus()

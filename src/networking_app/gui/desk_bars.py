"""Top bar of the desk, the line about the last guest, and the dialog for the desk's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
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

from networking_app.domain.checkin import Direction, Rule
from networking_app.gui.announce import announce
from networking_app.gui.desk_latest import LatestKind
from networking_app.gui.desk_printer_state import PrinterState
from networking_app.gui.icons import IconView
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.button import Button, IconButton
from networking_app.gui.widgets.form import Field, Segmented
from networking_app.gui.widgets.layout import column, plain, row
from networking_app.gui.widgets.marks import Pill
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from networking_app.domain.checkin import Point
    from networking_app.gui.desk_latest import Latest


_BESIDE = frozenset({QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.RightToLeft})


def keyed(button: Button) -> Button:
    """A button that only shows its key; the page listens to it."""
    button.setShortcut(QKeySequence())
    return button


class DeskTop(QFrame):
    """Title, the desk's name, the point, the way guests go, camera, sound and full screen."""

    desk_wanted = Signal()
    point_chosen = Signal(str)
    direction_chosen = Signal(str)
    camera_wanted = Signal()
    mute_wanted = Signal()
    more_wanted = Signal()
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
        self.way = Segmented(
            _("Which way guests go"),
            ((Direction.IN.value, _("In")), (Direction.OUT.value, _("Out"))),
            Direction.IN.value,
        )
        self.way.setToolTip(_("In or out (F7)"))
        self.way.chosen.connect(self.direction_chosen)
        self.way.hide()
        self.camera = IconButton("camera", _("Read codes with the camera"), key="F5")
        self.camera.setShortcut(QKeySequence())  # the page listens to it
        self.camera.setCheckable(True)
        self.camera.clicked.connect(self.camera_wanted)
        self.practice = Pill("warning", _("Practice"))
        self.practice.hide()
        self.printer = PrinterState()
        self._make_tools()
        self._title = Label(_("Check-in desk"), "h2")
        self.setLayout(
            row(
                self._title,
                self.desk,
                self.points,
                self.way,
                self.practice,
                None,
                self.printer,
                self.camera,
                self.mute,
                self.fill,
                self.more,
                gap=Space.NORMAL,
                margins=(Space.WIDE, Space.SNUG),
            )
        )

    def _make_tools(self) -> None:
        self.mute = IconButton("volume-2", _("Mute"))
        self.mute.clicked.connect(self.mute_wanted)
        self.fill = IconButton("maximize", _("Full screen"))
        self.fill.clicked.connect(self.screen_wanted)
        self.more = IconButton("ellipsis", _("More"))
        self.more.clicked.connect(self.more_wanted)

    def show_desk(self, name: str, surnames: str = "") -> None:
        """Show what this desk is called and whom it serves ("A–K")."""
        whole = _("{desk} · {surnames}").format(desk=name, surnames=surnames) if surnames else name
        self.desk.show_text(whole)
        self.desk.setAccessibleName(_("{desk}, change the name of this desk").format(desk=whole))

    def show_way(self, point: Point, direction: Direction, *, always: bool) -> None:
        """Offer in and out where guests go both ways, and everywhere once somebody asked."""
        self.way.choose(direction.value)
        both = point.rule is Rule.IN_AND_OUT or direction is Direction.OUT
        self.way.setVisible(both or always)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the title out where the rest needs its room; the rail says it too."""
        super().resizeEvent(event)
        self._title.setVisible(self.width() >= look().px(1000))

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
    hand_out_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("cls", "card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = _Parts()
        self._said = plain(row(IconView("circle-check", "ok_text", "icon_m"), (self._words, 1)))
        self._badge_icon = IconView("printer", "text2", "icon_m")
        self._badge = Label("", "strong", "text2", elide=True)
        self._badge_said = plain(row(self._badge_icon, (self._badge, 1), gap=Space.SMALL))
        self._badge_said.hide()
        self.undo = keyed(Button(_("Undo"), icon="undo-2", key="Ctrl+Z"))
        self.undo.clicked.connect(self.undo_wanted)
        self.print = keyed(Button(_("Print again"), icon="printer", key="F4"))
        self.print.clicked.connect(self.print_wanted)
        self.hand_out = keyed(Button(_("Hand out badge"), icon="id-card", key="F9"))
        self.hand_out.clicked.connect(self.hand_out_wanted)
        self.hand_out.hide()
        self._buttons = row(self.undo, self.print, self.hand_out, None)
        self._both = row(
            (self._said, 1),
            (self._badge_said, 1),
            self._buttons,
            gap=Space.SMALL,
            margins=(Space.ROOMY + Space.HAIR, Space.TIGHT),
        )
        self.setLayout(self._both)
        self.hide()

    def show_last(self, last: Latest) -> None:
        """Say who came or went last."""
        said = ""
        if last.at:
            out = last.kind is LatestKind.OUT
            said = _("went out {time}") if out else _("arrived {time}")
        self._words.show_parts(_("Last:"), last.name, said.format(time=last.at))
        self._name_buttons(_("Undo"), _("Print again"))
        self.print.setVisible(bool(last.registration_id))
        self.show()

    def show_welcome(self, at: str, desk: str, *, went_out: bool = False) -> None:
        """Say what was just done, under the welcome or goodbye."""
        said = _("{desk}, {time}").format(desk=desk, time=at)
        self._words.show_parts("", _("Checked out") if went_out else _("Checked in"), said)
        self._name_buttons(_("Not this guest"), _("Print badge"))
        self.print.setVisible(not went_out)
        self.show()

    def show_group(self, count: int, at: str) -> None:
        """Say how many came in together."""
        said = ngettext("{n} guest checked in", "{n} guests checked in", count).format(n=count)
        self._words.show_parts("", said, at)
        self._name_buttons(_("Undo all"), _("Print badge"))
        self.print.hide()
        self.show()

    def offer_hand_out(self, on: bool) -> None:
        """Offer to hand out the badge that lies ready, in the place of printing one."""
        self.print.setVisible(not on)
        self.hand_out.setVisible(on)

    def show_badge(self, words: str, icon: str = "printer", tone: str = "text2") -> None:
        """Say how the badge of this guest goes, until the next one; "" for nothing to say."""
        self._badge.setText(words)
        self._badge.show_tone(tone)
        self._badge_icon.show_icon(icon, tone)
        self._badge_said.setVisible(bool(words))
        self._share_room()
        if words and self.isVisible():
            announce(self, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where both do not fit beside each other."""
        super().resizeEvent(event)
        buttons = self.undo.sizeHint().width() + self.print.sizeHint().width()
        narrow = self.width() < buttons + look().px(190)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._both.direction() is not way:
            self._both.setDirection(way)
        least = buttons + Space.SMALL + 2 * (Space.ROOMY + Space.HAIR)
        below = self.width() < least
        self._buttons.setDirection(
            QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        )
        self._share_room()

    def _share_room(self) -> None:
        """Where there is no room for both, the badge is what matters."""
        buttons = self.undo.sizeHint().width() + self.print.sizeHint().width()
        room = self.width() - (buttons if self._both.direction() in _BESIDE else 0)
        both = room >= look().px(420)
        self._said.setVisible(both or self._badge_said.isHidden())

    def words(self) -> str:
        """What it says."""
        return self._words.accessibleName()

    def badge_words(self) -> str:
        """What it says of the badge."""
        return self._badge.text()

    def _name_buttons(self, undo: str, print_: str) -> None:
        self.show_badge("")
        self.hand_out.hide()
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

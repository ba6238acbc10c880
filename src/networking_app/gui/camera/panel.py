"""The camera at the desk: its picture, what is wrong with it, and the codes it reads.

The desk opens it with F5, a key that gui.md leaves free, and closes it with F5 again:

    self.camera = CameraPanel(room)            # hidden and without cost until it is opened
    self.camera.scanned.connect(self.take_scan)
    Command(_("Camera on or off"), self.camera.toggle, "F5", "camera", bind=True)
    ...
    self.camera.show_result(shown.result)      # beside panel.show_answer(shown)

It needs no more: while it is hidden, with its page or by itself, the camera is off; when the page
comes back it goes on. Give it a width of 280 to 440; its height follows.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy, QStackedWidget, QWidget

from networking_app.gui.announce import announce
from networking_app.gui.camera import words
from networking_app.gui.camera.devices import CameraTrouble, TroubleKind
from networking_app.gui.camera.reader import CameraReader
from networking_app.gui.icons import IconView
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button, IconButton
from networking_app.gui.widgets.camera_view import ANSWERS, CameraView
from networking_app.gui.widgets.layout import column, plain, row
from networking_app.gui.widgets.result_panel import Result
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from networking_app.gui.camera.devices import Cameras, Device
    from networking_app.gui.camera.reader import Glance
    from networking_app.gui.room import Room

# Ends by itself, or only when the app is started again.
_NO_BUTTON = {
    TroubleKind.NO_CAMERA,
    TroubleKind.UNPLUGGED,
    TroubleKind.IN_USE,
    TroubleKind.NO_MULTIMEDIA,
    TroubleKind.NO_READER,
}


class CameraPanel(QFrame):
    """Picture, list of cameras and trouble: `scanned(code)`, `toggled(bool)` when opened or closed.

    `framed=False` leaves out surface, title, cross and list, for use inside a card.
    """

    scanned = Signal(str)
    toggled = Signal(bool)

    def __init__(
        self,
        room: Room,
        parent: QWidget | None = None,
        *,
        cameras: Cameras | None = None,
        framed: bool = True,
    ) -> None:
        super().__init__(parent)
        self._preferences = room.preferences
        self.reader = CameraReader(room.tasks, cameras, self)
        self.view = CameraView()
        self.trouble = TroubleBox()
        self.list = QComboBox()
        self.list.setAccessibleName(_("Camera"))
        self.list.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.list.setMinimumContentsLength(12)
        self.line = Label(_("Hold the code still in front of the camera."), "caption", "text2")
        self.line.setWordWrap(True)
        self._framed = framed
        self._is_open = False
        self._code = ""
        self._place()
        self._listen()
        self.hide()

    def is_open(self) -> bool:
        """Whether it was opened; the camera runs while it is also seen."""
        return self._is_open

    def open(self) -> None:
        """Show it and start the camera."""
        if not self._is_open:
            self._is_open = True
            self.show()
            self._run()
            self.toggled.emit(True)

    def close_camera(self) -> None:
        """Stop the camera and hide it."""
        if self._is_open:
            self._is_open = False
            self.reader.stop()
            self.hide()
            self.toggled.emit(False)

    def toggle(self) -> None:
        """Open it, or close it."""
        if self._is_open:
            self.close_camera()
        else:
            self.open()

    def show_result(self, kind: Result | str) -> None:
        """Colour the frame by the desk's answer; a look that is no answer takes it away."""
        result = Result(kind)
        self.view.show_answer(result if result in ANSWERS else None)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on when the page is shown again."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Switch the camera off while nobody sees it."""
        super().hideEvent(event)
        self.reader.stop()
        self.view.show_picture(None)

    def _place(self) -> None:
        self._stack = _Either()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.trouble)
        inside = column(gap=Space.SMALL)
        if self._framed:
            self.setProperty("cls", "card")
            close = IconButton("x", _("Close the camera"))
            close.clicked.connect(self.close_camera)
            inside.addLayout(row((Label(_("Camera"), "h3", elide=True), 1), close, gap=0))
            inside.setContentsMargins(Space.ROOMY, Space.SMALL, Space.SMALL, Space.ROOMY)
        right = (0, 0, Space.SMALL if self._framed else 0, 0)
        inside.addWidget(
            plain(column(self._stack, self.line, self.list, gap=Space.SMALL, margins=right))
        )
        self.setLayout(inside)
        self.setAccessibleName(_("Camera"))

    def _listen(self) -> None:
        reader = self.reader
        reader.scanned.connect(self._scanned)
        reader.seen.connect(self._seen)
        reader.trouble.connect(self._troubled)
        reader.using.connect(self._using)
        reader.cameras.changed.connect(self._list_cameras)
        self.list.activated.connect(self._chosen)
        self.trouble.again.clicked.connect(self._again)
        self._preferences.changed.connect(self._use_preferences)
        self._use_preferences(frozenset({"camera", "camera_mirrored"}))

    def _use_preferences(self, names: frozenset[str]) -> None:
        now = self._preferences.now
        if "camera_mirrored" in names:
            self.view.set_mirrored(now.camera_mirrored)
        if "camera" in names:
            self.reader.choose(now.camera)

    def _run(self) -> None:
        if not self._is_open or not self.isVisible() or self.reader.is_running():
            return
        self._stack.setCurrentWidget(self.view)
        self._say("")
        self.reader.start()
        self._list_cameras()

    def _list_cameras(self) -> None:
        every = self.reader.cameras.all() if self.reader.is_running() else ()
        now = self.reader.now
        self.list.clear()
        for device in every:
            self.list.addItem(device.name, device.id)
        self.list.setCurrentIndex(self.list.findData(now.id) if now else -1)
        self.list.setVisible(self._framed and len(every) > 1)

    def _chosen(self, _index: int) -> None:
        self._preferences.change(camera=str(self.list.currentData()))

    def _using(self, device: Device) -> None:
        self.view.setAccessibleDescription(device.name)
        self.list.setCurrentIndex(self.list.findData(device.id))

    def _scanned(self, code: str) -> None:
        self._code = code
        self.view.show_answer(None)
        self.scanned.emit(code)

    def _seen(self, glance: Glance) -> None:
        if glance.image is not None:
            self.view.show_picture(glance.image)
        for one in glance.found:
            if one.text == self._code:
                self.view.mark(one.corners)

    def _troubled(self, trouble: CameraTrouble | None) -> None:
        has_picture = trouble is None or bool(trouble.instead)
        self._stack.setCurrentWidget(self.view if has_picture else self.trouble)
        self.line.setVisible(has_picture)
        if trouble is None:
            self._say("")
            return
        sentence = f"{words.fact(trouble)}. {words.advice(trouble)}"
        announce(self, sentence, urgent=True)
        if has_picture:
            self._say(sentence)
        else:
            self.view.show_picture(None)
            self.trouble.show_trouble(trouble)

    def _say(self, sentence: str) -> None:
        self.line.setText(sentence or _("Hold the code still in front of the camera."))
        self.line.show_tone("warn_text" if sentence else "text2")

    def _again(self) -> None:
        if self.trouble.opens_settings:
            QDesktopServices.openUrl(QUrl(words.WINDOWS_PRIVACY))
        self.reader.stop()
        self._run()


class _Either(QStackedWidget):
    """The picture or what is wrong, at least as high as the picture would be."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        heights = [
            page.heightForWidth(width)
            for number in range(self.currentIndex() + 1)
            if (page := self.widget(number)) is not None
        ]
        return max(heights, default=0)


class TroubleBox(QFrame):
    """What is wrong with the camera, what to do, and the button that helps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("cls", "sunken")
        self.fact = Label("", "strong", wrap=True)
        self.advice = Label("", "body", "text2", wrap=True)
        for label in (self.fact, self.advice):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.again = Button("")
        self.opens_settings = False
        middle = Qt.AlignmentFlag.AlignHCenter
        self.setLayout(
            column(
                None,
                (IconView("camera", "text3", "icon_m"), 0, middle),
                self.fact,
                self.advice,
                (self.again, 0, middle),
                None,
                gap=Space.SMALL,
                margins=Space.ROOMY,
            )
        )

    def show_trouble(self, trouble: CameraTrouble, platform: str = sys.platform) -> None:
        """Show it, with a button where one helps."""
        self.fact.setText(words.fact(trouble))
        self.advice.setText(words.advice(trouble, platform))
        forbidden = {TroubleKind.REFUSED, TroubleKind.FAILED}
        self.opens_settings = platform == "win32" and trouble.kind in forbidden
        self.again.show_text(_("Open Windows settings") if self.opens_settings else _("Try again"))
        self.again.setVisible(trouble.kind not in _NO_BUTTON)
        self.setAccessibleName(self.fact.text())
        self.setAccessibleDescription(self.advice.text())

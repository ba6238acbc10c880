"""Settings of the camera that reads codes: which one, how its picture is shown, and a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox

from networking_app.gui.announce import announce
from networking_app.gui.camera import words
from networking_app.gui.camera.devices import Cameras, CameraTrouble
from networking_app.gui.camera.panel import CameraPanel
from networking_app.gui.home.first_start import change
from networking_app.gui.settings.cards import line_of
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.layout import column, plain, row
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from networking_app.gui.room import Room

_WIDE = 440


class CameraCard(Card):
    """The cameras are asked for when the card is seen first, not when the app starts."""

    def __init__(self, room: Room, cameras: Cameras | None = None) -> None:
        super().__init__(_("Camera"), gap=Space.ROOMY)
        self._room = room
        self.cameras = cameras or Cameras(self)
        self.panel = CameraPanel(room, cameras=self.cameras, framed=False)
        self.panel.setMaximumWidth(look().px(_WIDE))
        self.list = QComboBox()
        self.list.setMinimumContentsLength(32)
        self.list.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.mirrored = QCheckBox(_("Show the picture like a mirror"))
        self.mirrored.setChecked(room.preferences.now.camera_mirrored)
        self.test = Button(_("Test the camera"), icon="camera")
        self.read = Label("", "lead", "text", wrap=True)
        self.read.hide()
        self._asked = False
        self._place()
        self._listen()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the cameras once the card has been drawn."""
        super().showEvent(event)
        if not self._asked:
            self._asked = True
            QTimer.singleShot(0, self, self.show_cameras)

    def show_cameras(self) -> None:
        """Fill the list with what is plugged in now, and with the one chosen though it is away."""
        chosen, every = self._room.preferences.now.camera, self.cameras.all()
        self.list.clear()
        self.list.addItem(_("The system's own choice"), "")
        for device in every:
            self.list.addItem(device.name, device.id)
        if chosen and chosen not in {device.id for device in every}:
            self.list.addItem(_("The camera chosen, not plugged in now"), chosen)
        self.list.setCurrentIndex(max(0, self.list.findData(chosen)))
        missing = self.cameras.missing()
        if missing is None:
            self.test.set_on()
        else:
            trouble = CameraTrouble(missing)
            self.test.set_off(f"{words.fact(trouble)}. {words.advice(trouble)}")
            self._say(self.test.toolTip())

    def _place(self) -> None:
        self.body.addLayout(
            line_of(
                _("Camera in use"),
                self.list,
                _("Reads codes at the desk after F5, when the scanner is forgotten"),
            )
        )
        self.body.addLayout(line_of(_("Picture"), self.mirrored))
        tested = plain(column(row(self.test, None), self.panel, self.read, gap=Space.SMALL))
        self.body.addLayout(line_of(_("Test"), tested))

    def _listen(self) -> None:
        self.list.activated.connect(self._chosen)
        self.mirrored.toggled.connect(lambda on: change(self._room, camera_mirrored=on))
        self.test.clicked.connect(self.panel.toggle)
        self.panel.toggled.connect(self._tested)
        self.panel.scanned.connect(self._scanned)
        self.cameras.changed.connect(self.show_cameras)
        self._room.preferences.changed.connect(self._use_preferences)

    def _use_preferences(self, names: frozenset[str]) -> None:
        if "camera" in names and self._asked:
            self.show_cameras()

    def _chosen(self, _index: int) -> None:
        change(self._room, camera=str(self.list.currentData()))

    def _tested(self, on: bool) -> None:
        self.test.show_text(_("Stop the test") if on else _("Test the camera"))
        self._say("")

    def _scanned(self, code: str) -> None:
        self._say(_("Read: {code}").format(code=code))

    def _say(self, sentence: str) -> None:
        self.read.setText(sentence)
        self.read.setVisible(bool(sentence))
        announce(self, sentence, urgent=True)

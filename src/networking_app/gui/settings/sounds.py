"""Settings of the sounds at the desk: how loud, silent, and each cue to listen to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QSlider

from networking_app.gui.announce import announce
from networking_app.gui.home.first_start import change
from networking_app.gui.settings.cards import LABEL, line_of
from networking_app.gui.sounds import CUES, Sounds
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.flow import Flow
from networking_app.gui.widgets.layout import column, plain, row
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.gui.room import Room

_WAIT = 200  # ms after the last move, so that the file is written once
_ICONS = {
    "welcome": "circle-check",
    "already": "history",
    "refused": "octagon-x",
    "unknown": "circle-question-mark",
}


class SoundsCard(Card):
    """Volume, mute and a button for each cue; never the only signal, so silence is fine too."""

    def __init__(self, room: Room) -> None:
        super().__init__(_("Sounds"), gap=Space.ROOMY)
        self._room = room
        self.sounds = Sounds(room.preferences, self)
        now = room.preferences.now
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setPageStep(10)
        self.volume.setFixedWidth(look().px(200))
        self.volume.setValue(now.sound_volume)
        self.volume.setAccessibleName(_("Loudness"))
        self.share = Label("", "body", "text2")
        self.share.setFixedWidth(round(look().width("100 %", "body")) + Space.TINY)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_WAIT)
        self._later.timeout.connect(lambda: change(room, sound_volume=self.volume.value()))
        self.volume.valueChanged.connect(self._moved)
        self.mute = QCheckBox(_("Mute"))
        self.mute.setChecked(now.muted)
        self.mute.toggled.connect(lambda on: change(room, muted=on))
        self.listen = {cue: Button(words, icon=_ICONS[cue]) for cue, words in _cues()}
        for cue, button in self.listen.items():
            button.clicked.connect(partial(self._play, cue))
        self.said = Label("", "caption", "warn_text", wrap=True)
        self.said.hide()
        self._place()
        room.preferences.changed.connect(self._use_preferences)
        self._use_preferences()

    def _place(self) -> None:
        loud = plain(row(self.volume, self.share, self.mute, gap=Space.NORMAL))
        self.body.addLayout(
            line_of(_("Loudness"), loud, _("Ctrl+M mutes and unmutes at the desk too"))
        )
        cues = plain(Flow(*self.listen.values()))
        hint = _("Each answer also has its own colour, sign and word")
        name = Label(_("Listen"), "strong", wrap=True)
        name.setFixedWidth(look().px(LABEL))
        name.setMinimumHeight(look().sizes.control)
        right = column(cues, Label(hint, "caption", "text2", wrap=True), self.said, gap=Space.TINY)
        top = Qt.AlignmentFlag.AlignTop
        self.body.addLayout(row((name, 0, top), (right, 1), gap=Space.ROOMY))

    def _moved(self, value: int) -> None:
        self.share.setText(f"{value} %")
        self._later.start()

    def _use_preferences(self, _names: object = None) -> None:
        now = self._room.preferences.now
        self.mute.setChecked(now.muted)
        self.share.setText(f"{self.volume.value()} %")
        for button in self.listen.values():
            if now.muted:
                button.set_off(_("Sounds are muted"))
            else:
                button.set_on()

    def _play(self, cue: str) -> None:
        if self._later.isActive():  # as loud as the slider stands now
            self._later.stop()
            change(self._room, sound_volume=self.volume.value())
        self.sounds.play(cue)
        silent = "" if self.sounds.can_sound() else _no_sound()
        self.said.setText(silent)
        self.said.setVisible(bool(silent))
        announce(self, silent)


def _no_sound() -> str:
    return _("No loudspeaker was found. Answers are shown and read out all the same.")


def _cues() -> tuple[tuple[str, str], ...]:
    words = (
        _("Welcome"),
        _("Look at the screen"),
        _("Do not admit"),
        _("Code not known"),
    )
    return tuple(zip(CUES, words, strict=True))

"""Short cues for the answers at the desk; a missing sound device or library is silence, no error.

QtMultimedia plays them where it loads, Windows itself where that does not.
"""

from __future__ import annotations

import array
import io
import logging
import sys
import wave
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QDir, QObject, QTemporaryDir, QTimer, QUrl

from networking_app.gui.multimedia import multimedia
from networking_app.support import resources

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from networking_app.gui.preferences import Preferences

_log = logging.getLogger(__name__)
CUES = ("welcome", "already", "refused", "unknown")
_OF = {
    "welcome": "welcome",
    "goodbye": "welcome",
    # Amber: look at the screen before the guest goes on, something is asked or to be confirmed.
    "already": "already",
    "ask": "already",
    "stop": "already",
    "refused": "refused",
    "unknown": "unknown",
}


def cue_of(result: str) -> str:
    """The sound of an answer's look (a Result), one of CUES; a look not named here asks to look."""
    return _OF.get(result, "already")


class Player(Protocol):
    """Plays a WAV file; `volume` is 0 to 100."""

    def __call__(self, name: str, volume: int) -> None:
        """Start playing and return at once; what still plays is cut off."""

    def prepare(self) -> None:
        """Load all cues, so that each starts at once."""

    def can_sound(self) -> bool:
        """Whether there is a device that would be heard."""


class Sounds(QObject):
    """Plays the cue of an answer as loud as the settings say, unless muted."""

    def __init__(
        self,
        preferences: Preferences,
        parent: QObject | None = None,
        make: Callable[[], Player | None] | None = None,
    ) -> None:
        """Use these settings; `make` makes the player on first use."""
        super().__init__(parent)
        self._preferences = preferences
        self._make = make or player
        self._player: Player | None = None
        self._asked = False
        self.played: list[str] = []

    def play(self, cue: str) -> None:
        """Play one of CUES; nothing when muted or where there is no sound."""
        now = self._preferences.now
        self.played = [*self.played[-9:], cue]
        if now.muted or not now.sound_volume:
            return
        found = self._found()
        if found is None:
            return
        try:
            found(cue, now.sound_volume)
        except (OSError, RuntimeError) as error:  # the device went away
            _log.info("no sound: %s", error)

    def prepare_soon(self) -> None:
        """Load the cues as soon as the window has nothing else to do, also when unmuted later."""
        self._preferences.changed.connect(self._prepare)
        QTimer.singleShot(0, self, self._prepare)

    def can_sound(self) -> bool:
        """Whether a cue would be heard with the sound on."""
        found = self._found()
        return found is not None and found.can_sound()

    def _prepare(self, names: frozenset[str] = frozenset({"muted"})) -> None:
        if "muted" in names and not self._preferences.now.muted:
            found = self._found()
            if found is not None:
                found.prepare()

    def _found(self) -> Player | None:
        if not self._asked:
            self._asked = True
            self._player = self._make()
        return self._player


def file_of(cue: str) -> Path:
    """The WAV file of a cue."""
    return resources.folder() / "sounds" / f"{cue}.wav"


def player() -> Player | None:
    """What plays sounds on this computer, None where nothing does."""
    windows = WindowsPlayer() if sys.platform == "win32" else None
    found = multimedia()
    return windows if found is None else EffectPlayer(found, windows)


class EffectPlayer:
    """Plays through QtMultimedia, each cue loaded once; another player where it cannot."""

    def __init__(self, found: Any, otherwise: Player | None = None) -> None:
        self._multimedia = found
        self._otherwise = otherwise
        self._effects: dict[str, Any] = {}
        self._playing: Any = None
        self._devices = found.QMediaDevices()
        self._devices.audioOutputsChanged.connect(self._follow)

    def __call__(self, name: str, volume: int) -> None:
        """Start the cue from its beginning."""
        self.prepare()
        if self._playing is not None:
            self._playing.stop()
        effect = self._playing = self._effects.get(name)
        broken = self._multimedia.QSoundEffect.Status.Error
        if effect is not None and effect.status() != broken:
            effect.setVolume(volume / 100)
            effect.play()
        elif self._otherwise is not None:
            self._otherwise(name, volume)

    def prepare(self) -> None:
        """Load the cues for the device in use; nothing while there is none."""
        if self._effects or not self._multimedia.QMediaDevices.audioOutputs():
            return
        for name in CUES:
            effect = self._effects[name] = self._multimedia.QSoundEffect()
            effect.setSource(QUrl.fromLocalFile(str(file_of(name))))

    def can_sound(self) -> bool:
        """Whether any output is plugged in."""
        return bool(self._multimedia.QMediaDevices.audioOutputs()) or (
            self._otherwise is not None and self._otherwise.can_sound()
        )

    def _follow(self) -> None:
        """Play where the system plays now: headphones were plugged in or out."""
        self._playing = None
        self._effects.clear()
        self.prepare()


class WindowsPlayer:
    """Plays through Windows, which knows no volume: files of that loudness are made when needed."""

    def __init__(self, play: Callable[[str, int], None] | None = None) -> None:
        """Play through winsound, or through `play(path, flags)`."""
        self._play = play
        self._folder = QTemporaryDir()

    def __call__(self, name: str, volume: int) -> None:
        """Start it in the background; an older one is cut off."""
        file = QDir(self._folder.path()).filePath(f"{name}-{volume}.wav")
        if not QDir().exists(file):
            with open(file, "wb") as out:  # noqa: PTH123 (the path is Qt's)
                out.write(louder(file_of(name).read_bytes(), volume))
        asynchronous, file_name, no_default = 0x1, 0x20000, 0x2  # SND_ASYNC, _FILENAME, _NODEFAULT
        flags = asynchronous | file_name | no_default
        if self._play is None:
            # slow import: exists on Windows only
            import winsound  # noqa: PLC0415

            self._play = winsound.PlaySound  # type: ignore[attr-defined,unused-ignore]  # Windows
        self._play(QDir.toNativeSeparators(file), flags)

    def prepare(self) -> None:
        """Nothing to load: files are made when the volume is known."""

    def can_sound(self) -> bool:
        """Windows does not tell."""
        return True


def louder(wav: bytes, volume: int) -> bytes:
    """A 16-bit WAV file at a volume of 0 to 100."""
    with wave.open(io.BytesIO(wav)) as source:
        shape = source.getparams()
        values = array.array("h", source.readframes(shape.nframes))
    if sys.byteorder == "big":
        values.byteswap()
    quiet = array.array("h", [value * volume // 100 for value in values])
    if sys.byteorder == "big":
        quiet.byteswap()
    out = io.BytesIO()
    with wave.open(out, "wb") as target:
        target.setparams(shape)
        target.writeframes(quiet.tobytes())
    return out.getvalue()

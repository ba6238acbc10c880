"""Short cues for the answers at the desk; a missing sound device or library is silence, no error.

Windows plays them itself; elsewhere QtMultimedia does where it is installed.
"""

from __future__ import annotations

import array
import io
import logging
import sys
import wave
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QDir, QObject, QTemporaryDir, QUrl

from networking_app.support import resources

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from networking_app.gui.preferences import Preferences

_log = logging.getLogger(__name__)
CUES = ("welcome", "already", "refused", "unknown")


class Player(Protocol):
    """Plays a WAV file; `volume` is 0 to 100."""

    def __call__(self, name: str, volume: int) -> None:
        """Start playing and return at once."""


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
        if not self._asked:
            self._asked = True
            self._player = self._make()
        if self._player is None:
            return
        try:
            self._player(cue, now.sound_volume)
        except (OSError, RuntimeError) as error:  # the device went away
            _log.info("no sound: %s", error)


def file_of(cue: str) -> Path:
    """The WAV file of a cue."""
    return resources.folder() / "sounds" / f"{cue}.wav"


def player() -> Player | None:
    """What plays sounds on this computer, None where nothing does."""
    if sys.platform == "win32":
        return WindowsPlayer()
    try:
        # optional dependency: the essentials of PySide6 come without it, and it needs libpulse
        from PySide6 import QtMultimedia  # noqa: PLC0415
    except ImportError:
        return None
    return EffectPlayer(QtMultimedia)


class EffectPlayer:
    """Plays through QtMultimedia, each cue loaded once."""

    def __init__(self, multimedia: Any) -> None:
        self._multimedia = multimedia
        self._effects: dict[str, Any] = {}

    def __call__(self, name: str, volume: int) -> None:
        """Start the cue again from its beginning."""
        effect = self._effects.get(name)
        if effect is None:
            effect = self._effects[name] = self._multimedia.QSoundEffect()
            effect.setSource(QUrl.fromLocalFile(str(file_of(name))))
        effect.setVolume(volume / 100)
        effect.play()


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

"""The cues of the desk: distinct, as loud as wished, and silent without a device."""

from __future__ import annotations

import io
import wave

import pytest

from networking_app.gui import sounds
from networking_app.gui.preferences import Preferences
from networking_app.gui.sounds import CUES, EffectPlayer, Sounds, WindowsPlayer, file_of, louder
from networking_app.support.settings import Settings


def read(data):
    with wave.open(io.BytesIO(data)) as file:
        return file.getparams(), file.readframes(file.getnframes())


def loudest(frames):
    return max(abs(value) for value in memoryview(frames).cast("h"))


@pytest.mark.parametrize(
    ("cue", "seconds"), [("welcome", 0.18), ("already", 0.3), ("refused", 0.5), ("unknown", 0.2)]
)
def test_each_cue_is_a_short_file(cue, seconds):
    shape, frames = read(file_of(cue).read_bytes())
    assert (shape.nchannels, shape.sampwidth) == (1, 2)
    assert shape.nframes / shape.framerate == pytest.approx(seconds, abs=0.001)
    assert loudest(frames) > 10_000


def test_cues_differ():
    assert len({file_of(cue).read_bytes() for cue in CUES}) == len(CUES)


def test_louder_scales_and_keeps_the_shape():
    original = file_of("welcome").read_bytes()
    shape, frames = read(original)
    quiet_shape, quiet = read(louder(original, 50))
    assert quiet_shape == shape
    assert loudest(quiet) == pytest.approx(loudest(frames) / 2, abs=2)
    assert loudest(read(louder(original, 0))[1]) == 0


def test_muted_or_without_volume_nothing_is_played(qapp):
    heard = []
    for settings in (Settings(muted=True), Settings(sound_volume=0)):
        made = Sounds(Preferences(settings), make=lambda: lambda *said: heard.append(said))
        made.play("welcome")
    assert heard == []


def test_plays_as_loud_as_the_settings_say_and_forgives_a_lost_device(qapp):
    heard = []

    def play(name, volume):
        heard.append((name, volume))
        raise RuntimeError("no device")

    made = Sounds(Preferences(Settings(sound_volume=40)), make=lambda: play)
    made.play("refused")
    assert heard == [("refused", 40)]


def test_without_a_player_it_is_silent_and_asks_once(qapp):
    asked = []
    made = Sounds(Preferences(Settings()), make=lambda: asked.append(1))
    made.play("welcome")
    made.play("welcome")
    assert asked == [1]


def test_windows_player_hands_over_a_file_of_that_loudness(qapp):
    played = []
    player = WindowsPlayer(lambda path, flags: played.append((path, flags)))
    player("welcome", 50)
    player("welcome", 50)
    (path, flags), again = played
    assert again == (path, flags)
    assert flags == 0x20003
    with open(path, "rb") as file:  # noqa: PTH123 (the player's own path)
        assert file.read() == louder(file_of("welcome").read_bytes(), 50)


def test_effect_player_loads_each_cue_once(qapp):
    made = []

    class Effect:
        def __init__(self):
            made.append(self)
            self.did = []

        def setSource(self, url):  # noqa: N802 (Qt's name)
            self.did.append(url.fileName())

        def setVolume(self, volume):  # noqa: N802 (Qt's name)
            self.did.append(volume)

        def play(self):
            self.did.append("play")

    class Multimedia:
        QSoundEffect = Effect

    player = EffectPlayer(Multimedia)
    player("welcome", 70)
    player("welcome", 10)
    assert [one.did for one in made] == [["welcome.wav", 0.7, "play", 0.1, "play"]]


def test_player_exists_or_there_is_none(qapp):
    found = sounds.player()
    assert found is None or callable(found)

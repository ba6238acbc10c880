"""The cues of the desk: distinct, as loud as wished, and silent without a device."""

from __future__ import annotations

import io
import wave
from types import SimpleNamespace
from typing import ClassVar

import pytest
import sounds as recipe
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui import camera_room
from networking_app.gui import sounds
from networking_app.gui.preferences import Preferences
from networking_app.gui.settings.sounds import SoundsCard
from networking_app.gui.sounds import (
    CUES,
    EffectPlayer,
    Sounds,
    WindowsPlayer,
    cue_of,
    file_of,
    louder,
)
from networking_app.gui.widgets.result_panel import Result
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


class Effect:
    """What QSoundEffect would do."""

    Status = SimpleNamespace(Error="error", Ready="ready")
    made: ClassVar[list[Effect]] = []

    def __init__(self):
        Effect.made.append(self)
        self.now, self.did = Effect.Status.Ready, []

    def setSource(self, url):  # noqa: N802 (Qt's name)
        self.did.append(url.fileName())

    def setVolume(self, volume):  # noqa: N802 (Qt's name)
        self.did.append(volume)

    def status(self):
        return self.now

    def play(self):
        self.did.append("play")

    def stop(self):
        self.did.append("stop")


class Devices(QObject):
    """The outputs of a computer."""

    audioOutputsChanged = Signal()  # noqa: N815 (Qt's name)
    outputs: ClassVar[list[str]] = ["loudspeaker"]
    last: ClassVar[Devices | None] = None

    def __init__(self):
        super().__init__()
        Devices.last = self

    @staticmethod
    def audioOutputs():  # noqa: N802 (Qt's name)
        return Devices.outputs


@pytest.fixture
def multimedia(qapp):
    Effect.made, Devices.outputs = [], ["loudspeaker"]
    return SimpleNamespace(QSoundEffect=Effect, QMediaDevices=Devices)


def test_effect_player_loads_all_cues_once_and_a_new_one_cuts_the_old_one(multimedia):
    player = EffectPlayer(multimedia)
    player("welcome", 70)
    player("refused", 10)
    player("refused", 10)
    assert [one.did for one in Effect.made] == [
        ["welcome.wav", 0.7, "play", "stop"],
        ["already.wav"],
        ["refused.wav", 0.1, "play", "stop", 0.1, "play"],
        ["unknown.wav"],
    ]


def test_without_an_output_nothing_is_loaded_until_one_is_plugged_in(multimedia):
    Devices.outputs = []
    player = EffectPlayer(multimedia)
    player("welcome", 70)
    assert (Effect.made, player.can_sound()) == ([], False)
    Devices.outputs = ["headphones"]
    Devices.last.audioOutputsChanged.emit()
    player("welcome", 70)
    assert player.can_sound()
    assert Effect.made[0].did == ["welcome.wav", 0.7, "play"]


def test_cues_are_loaded_anew_for_another_output(multimedia):
    player = EffectPlayer(multimedia)
    player.prepare()
    Devices.last.audioOutputsChanged.emit()
    player("unknown", 50)
    assert len(Effect.made) == 2 * len(CUES)
    assert Effect.made[-1].did == ["unknown.wav", 0.5, "play"]


def test_another_player_steps_in_where_a_cue_cannot_be_played(multimedia):
    heard = []
    other = WindowsPlayer(lambda path, _flags: heard.append(path.rpartition("/")[2]))
    player = EffectPlayer(multimedia, other)
    player.prepare()
    Effect.made[0].now = Effect.Status.Error
    player("welcome", 60)
    Devices.outputs = []
    assert [one.rpartition("\\")[2] for one in heard] == ["welcome-60.wav"]
    assert player.can_sound()


def test_cues_are_prepared_soon_unless_muted_and_when_unmuted(qapp):
    for muted in (False, True):
        asked = []
        preferences = Preferences(Settings(muted=muted))
        player = SimpleNamespace(prepare=lambda asked=asked: asked.append("prepared"))
        made = Sounds(preferences, make=lambda player=player: player)
        made.prepare_soon()
        assert asked == []
        qapp.processEvents()
        assert asked == ([] if muted else ["prepared"])
        preferences.change(sound_volume=30)
        preferences.change(muted=not muted)
        preferences.change(muted=False)
        assert len(asked) == (1 if muted else 2)


def test_player_of_this_computer_plays_or_is_silent(qapp):
    made = Sounds(Preferences(Settings()))
    made.play("welcome")
    assert made.can_sound() in {True, False}
    assert made.played == ["welcome"]


def test_without_the_library_only_windows_plays(qapp, monkeypatch):
    monkeypatch.setattr(sounds, "multimedia", lambda: None)
    monkeypatch.setattr(sounds.sys, "platform", "linux")
    assert sounds.player() is None
    assert not Sounds(Preferences(Settings())).can_sound()
    monkeypatch.setattr(sounds.sys, "platform", "win32")
    assert isinstance(sounds.player(), WindowsPlayer)


def test_every_look_of_an_answer_has_its_cue():
    assert {cue_of(result) for result in Result if result is not Result.READY} == set(CUES)
    for result in (Result.WELCOME, Result.ALREADY, Result.REFUSED, Result.UNKNOWN):
        assert cue_of(result) == result.value
    assert cue_of("stop") == cue_of("ask") == cue_of("not known yet") == "already"


def strokes(cue):
    """When each stroke of a cue begins and how long it lasts, in ms, as it is heard."""
    shape, frames = read(file_of(cue).read_bytes())
    step = shape.framerate // 200
    values = memoryview(frames).cast("h")
    heard = [max(map(abs, values[n : n + step])) > 3000 for n in range(0, len(values) - step, step)]
    starts = [n for n, now in enumerate(heard) if now and not (n and heard[n - 1])]
    return [(n * 5, heard[n:].index(False) * 5 if False in heard[n:] else None) for n in starts]


def test_cues_are_told_apart_by_rhythm_alone():
    rhythms = {cue: strokes(cue) for cue in CUES}
    assert {cue: len(found) for cue, found in rhythms.items()} == {
        "welcome": 2, "already": 2, "refused": 3, "unknown": 2,
    }  # fmt: skip
    gaps = {cue: found[1][0] - found[0][0] for cue, found in rhythms.items() if cue != "refused"}
    assert sorted(gaps.values()) == pytest.approx([100, 130, 180], abs=10)


def test_sounds_are_what_their_recipe_makes(tmp_path):
    recipe.write(tmp_path)
    for cue in CUES:
        shape, frames = read((tmp_path / f"{cue}.wav").read_bytes())
        bundled_shape, bundled = read(file_of(cue).read_bytes())
        pairs = zip(memoryview(frames).cast("h"), memoryview(bundled).cast("h"), strict=True)
        assert shape == bundled_shape
        assert max(abs(one - other) for one, other in pairs) <= 1  # sines differ between systems


def test_keyboard_walks_through_the_settings_of_sounds(qapp):
    room = camera_room.room()
    card = SoundsCard(room)
    card.show()
    card.activateWindow()
    assert QTest.qWaitForWindowActive(card)
    card.volume.setFocus()
    names = []
    for _ in range(6):
        widget = QApplication.focusWidget()
        names.append(widget.accessibleName() or widget.text())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert names == [
        "Loudness", "Mute", "Welcome", "Look at the screen", "Do not admit", "Code not known",
    ]  # fmt: skip
    QTest.keyClick(card.listen["already"], Qt.Key.Key_Space)
    assert card.sounds.played == ["already"]
    room.tasks.close()
    card.close()
    card.deleteLater()

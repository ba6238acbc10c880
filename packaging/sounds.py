"""Makes the sounds of the check-in desk: python packaging/sounds.py.

Four cues that differ in rhythm first and in pitch second, so that they are told apart without
looking, through noise, and by people who do not hear high tones well.
"""

from __future__ import annotations

import math
import struct
import sys
import wave
from pathlib import Path
from typing import NamedTuple

RATE = 48_000  # samples a second, as sound devices work: nothing has to be converted
_EDGE = 0.006  # seconds of fading in and out, so that nothing clicks
_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "sounds"


class Tone(NamedTuple):
    """Part of a cue: start and length in seconds, pitch in Hz at its start and end."""

    start: float
    lasts: float
    pitch: float
    to: float
    knock: bool = False


CUES: dict[str, tuple[Tone, ...]] = {
    # two short rising tones, 180 ms
    "welcome": (Tone(0, 0.08, 620, 740), Tone(0.1, 0.08, 930, 1110)),
    # two equal middle tones, 300 ms
    "already": (Tone(0, 0.12, 523, 523), Tone(0.18, 0.12, 523, 523)),
    # three low falling tones, 500 ms
    "refused": (
        Tone(0, 0.13, 330, 262),
        Tone(0.185, 0.13, 294, 233),
        Tone(0.37, 0.13, 262, 208),
    ),
    # one low double knock, 200 ms
    "unknown": (Tone(0, 0.07, 180, 150, knock=True), Tone(0.13, 0.07, 180, 150, knock=True)),
}


def samples(tones: tuple[Tone, ...]) -> list[float]:
    """A cue as numbers from -1 to 1."""
    count = round(max(tone.start + tone.lasts for tone in tones) * RATE)
    out = [0.0] * count
    for tone in tones:
        first, length = round(tone.start * RATE), round(tone.lasts * RATE)
        phase = 0.0
        for number in range(min(length, count - first)):
            share = number / length
            phase += 2 * math.pi * (tone.pitch + (tone.to - tone.pitch) * share) / RATE
            out[first + number] += _loudness(tone, number / RATE) * _voice(phase)
    return out


def _voice(phase: float) -> float:
    """A soft tone: some overtones let small loudspeakers carry the low pitches."""
    return 0.7 * math.sin(phase) + 0.2 * math.sin(2 * phase) + 0.1 * math.sin(3 * phase)


def _loudness(tone: Tone, at: float) -> float:
    if tone.knock:
        return min(1.0, at / 0.002) * math.exp(-at * 38)
    return min(1.0, at / _EDGE, max(0.0, tone.lasts - at) / _EDGE)


def write(folder: Path) -> None:
    """Write all cues as 16-bit mono WAV files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, tones in CUES.items():
        values = [max(-32767, min(32767, round(29_000 * v))) for v in samples(tones)]
        with wave.open(str(folder / f"{name}.wav"), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(struct.pack(f"<{len(values)}h", *values))


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else _FOLDER)

"""Plays recordings of keys into the recogniser, with the timers a window would have."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from networking_app.gui.burst import Burst
from networking_app.gui.pace import Stroke

HERE = Path(__file__).parent / "recordings"
_OVERLAP = 8.0


@dataclass
class Played:
    """What came of a recording: codes, what stayed typed, and how long typed keys waited (ms)."""

    codes: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    code_at: list[float] = field(default_factory=list)
    enters: int = 0


def recordings():
    made = [json.loads((HERE / name).read_text("utf-8")) for name in
            ("scanners.json", "people.json", "measured.json")]  # fmt: skip
    return [*made[0], *made[1], *made[2], *_passwords()]


def _passwords():
    found = json.loads((HERE / "typed_password.json").read_text("utf-8"))
    for row in found["rows"]:
        at, keys = 0.0, []
        for key, held, gap in zip(found["keys"], row["held"], [0.0, *row["down"]], strict=True):
            at += gap * 1000
            keys += [[at, key, "down"], [at + held * 1000, key, "up"]]
        keys.sort(key=lambda key: key[0])
        yield {"name": row["who"], "by": "person", "source": found["source"], "expect": [],
               "keys": keys}  # fmt: skip


class Player:
    """A clock, a burst and the bookkeeping of the window's event filter."""

    def __init__(self, burst=None):
        self.burst = burst or Burst()
        self.played = Played()
        self.now = 0.0
        self.last = 0.0
        self.tail = 0.0  # until then an Enter is still the scanner's
        self.down = {}

    def until(self, at):
        """Let time pass, with the pauses the timer would tell."""
        while not self.burst.is_empty():
            due = self.now + max(self.burst.wait(self.now - self.last), 0.0) + 0.001
            if due > at:
                break
            self.now = due
            self.note(self.burst.pause(self.now - self.last))
        self.now = max(at, self.now)

    def press(self, text, at):
        self.until(at)
        key = (text, at)
        if text in {"Enter", "Tab"}:
            if self.burst.is_empty() and at < self.tail:
                return
            outcome = self.burst.end(("\n", at), at)
            self.note(outcome)
            self.played.enters += not outcome.hold
            self.last = at
            return
        others = [other for other in list(self.down)[:-1] if at - self.down[other][0] < 1000]
        self.down.pop(text, None)
        self.down[text] = [at, None]
        for other, times in self.down.items():
            if other != text and times[1] is None:
                times[1] = at
        self.last = at
        self.note(self.burst.character(key, Stroke(text, at, rolled=bool(others))))

    def release(self, text, at):
        self.until(at)
        began = self.down.pop(text, None)
        if began and began[1] is not None and at - began[1] > _OVERLAP:
            self.note(self.burst.rolled())

    def note(self, outcome):
        played = self.played
        for text, at in outcome.replay:
            played.typed.append(text)
            played.waits.append(self.now - at)
        if outcome.code:
            if outcome.taken_back:
                del played.typed[-outcome.taken_back :]
            played.codes.append("".join(text for text, _at in outcome.code))
            self.tail = outcome.code[-1][1] + 250
            played.code_at.append(self.now - outcome.code[-1][1])


def play(recording, burst=None):
    player = Player(burst)
    for at, text, way in recording["keys"]:
        (player.press if way == "down" else player.release)(text, at)
    player.until(player.now + 1000)
    return player.played

"""Draws the pages of the window over a real workspace, to be looked at.

python tests/gui/opened.py FOLDER PAGE [light|dark] [WIDTH HEIGHT] [100|150] [long] [none|new]

`long` shows a made-up language whose texts are 40 % longer; `none` opens no file, `new` an event
without guests, otherwise the example is made.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from networking_app import app as program
from networking_app.gui.opening import Doors, Opening
from networking_app.gui.preferences import Preferences
from networking_app.services.example import build_example
from networking_app.services.office import new_office, open_office
from networking_app.support import i18n
from networking_app.support.settings import Settings


class LongWords:
    """A catalogue whose texts are 40 % longer, with letters that lie high and low."""

    def gettext(self, text):
        return longer(text)

    def pgettext(self, _context, text):
        return longer(text)

    def ngettext(self, one, many, count):
        return longer(one if count == 1 else many)


def longer(text):
    words = text.split(" ")
    rest = max(round(len(text) * 0.4), 1)
    return " ".join(words) + "Ålåjpgq"[: rest % 7 + 1] if rest < 8 else text + " " + fill(rest)


def fill(length):
    return ("öljyttämättä " * (length // 12 + 1))[:length].strip()


def speak_long():
    i18n._catalogue.cache_clear()
    i18n._catalogue = lambda _language: LongWords()


def opening(folder, settings=None, now=None, wall=program.wall):
    """The window over files in a folder; `now` stands still where it is given."""
    return Opening(
        Preferences(settings or Settings(language="en", reduce_motion=True)),
        Doors(
            open=lambda file, told: open_office(file, "Desk A", wall, told),
            make=lambda file, told: new_office(file, "Desk A", wall, told),
            now=lambda: now or datetime.now().astimezone(),
            documents=Path(folder),
        ),
    )


def settle(made, seconds=0.4):
    """Let all work come back to the window."""
    end = time.monotonic() + seconds
    while time.monotonic() < end or not made.tasks.is_idle():
        QApplication.processEvents()
        time.sleep(0.005)


def main() -> None:
    folder, name, *more = sys.argv[1:]
    numbers = [int(word) for word in more if word.isdigit()]
    theme = "dark" if "dark" in more else "light"
    size = numbers[:2] if len(numbers) > 1 else [1440, 900]
    percent = next((n for n in numbers if n in {100, 115, 130, 150}), 100)
    if "long" in more:
        speak_long()
    QApplication([])
    with tempfile.TemporaryDirectory() as place:
        file = None
        if "none" not in more:
            file = Path(place) / "event.nwapp"
            office = new_office(file, "Desk A", program.wall)
            if "new" in more:
                office.events.create("Team play makes masterpieces", door="Main door")
            else:
                build_example(office.database, "en", datetime.now(UTC))
            office.close()
        settings = Settings(
            language="en", theme=theme, text_size=percent, reduce_motion=True, reopen_last=False
        )
        made = opening(place, settings)
        made.window.resize(*size)
        made.start(file)
        settle(made)
        made.window.navigate(name)
        settle(made)
        Path(folder).mkdir(parents=True, exist_ok=True)
        made.window.grab().save(f"{folder}/{name}-{'-'.join(more) or 'light'}.png")
        made.close()


if __name__ == "__main__":
    main()

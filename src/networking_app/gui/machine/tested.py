"""Remembers what was tried out on this computer, and when."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from networking_app.support.settings import RECENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.gui.preferences import Preferences


def note(preferences: Preferences, what: str, now: datetime) -> None:
    """Remember that something was tried out now and worked."""
    kept = [one for one in preferences.now.tested if one.partition(" ")[2] != what]
    entry = f"{now.isoformat(timespec='seconds')} {what}"
    with suppress(OSError):  # a full disk: it is known until the app ends
        preferences.change(tested=(entry, *kept)[:RECENT])


def tested(entries: Sequence[str]) -> dict[str, datetime]:
    """When each thing was tried out, as it is remembered; what cannot be read is left out."""
    found = {}
    for entry in entries:
        at, _blank, what = entry.partition(" ")
        try:
            moment = datetime.fromisoformat(at)
        except ValueError:
            continue
        if moment.tzinfo is not None and what:
            found[what] = moment
    return found


def forget(preferences: Preferences, what: str) -> None:
    """Forget that it worked: it does not any more."""
    kept = tuple(one for one in preferences.now.tested if one.partition(" ")[2] != what)
    with suppress(OSError):
        preferences.change(tested=kept)

"""The one signal that tells every page what was written, by us or by another laptop."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Signals(QObject):
    """Signals of the whole program; app.py makes one and connects the services to it.

    `changed` carries a frozenset of topics: the names of the tables that were written. `answered`
    carries what the desk just answered (gui/desk_deeds.Admitted), for the screen of the guests;
    `honoured` carries the sentence about a guest of honour who arrived, for the desk.
    """

    changed = Signal(object)
    answered = Signal(object)
    honoured = Signal(str)
    language_changed = Signal(str)

    def tell(self, topics: frozenset[str]) -> None:
        """Report topics that changed; may be called from any thread."""
        self.changed.emit(frozenset(topics))

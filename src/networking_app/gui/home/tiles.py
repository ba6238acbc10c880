"""The numbers on top of the Event page: others before, on and after the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from networking_app.domain.todo import Phase
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.card import StatTile
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext, pgettext
from networking_app.wording import dates

if TYPE_CHECKING:
    from networking_app.services.overview import Overview

_SHOWN = {
    Phase.BEFORE: ("registered", "waiting", "cancelled", "badges"),
    Phase.TODAY: ("arrived", "inside", "coming", "walk_ins"),
    Phase.AFTER: ("arrived", "no_show", "walk_ins", "busiest"),
}


class Tiles(QWidget):
    """Four numbers, chosen by where the event stands; all are kept in `by_name`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        arrived = pgettext("how many", "Arrived")
        cancelled = pgettext("how many", "Cancelled")
        self.by_name = {
            "registered": StatTile(pgettext("how many", "Registered"), "–", " ", icon="users"),
            "waiting": StatTile(_("Waiting list"), "–", " ", icon="hourglass"),
            "cancelled": StatTile(cancelled, "–", " ", icon="ban"),
            "badges": StatTile(_("Badges printed"), "–", " ", icon="id-card"),
            "arrived": StatTile(arrived, "–", " ", icon="circle-check", tone="ok_text"),
            "inside": StatTile(pgettext("how many", "Inside now"), "–", " ", icon="log-in"),
            "coming": StatTile(_("Still coming"), "–", " ", icon="clock"),
            "walk_ins": StatTile(_("Walk-ins"), "–", " ", icon="user-plus"),
            "no_show": StatTile(_("Did not come"), "–", " ", icon="circle-minus"),
            "busiest": StatTile(_("Busiest 10 minutes"), "–", " ", icon="target"),
        }
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.NORMAL)
        self._placed: tuple[tuple[str, ...], int] = ((), 0)
        self._count = 4
        for tile in self.by_name.values():
            tile.setParent(self)
            tile.hide()
        self._view = Phase.TODAY
        self._place()

    def shown(self) -> tuple[str, ...]:
        """Names of the numbers that are shown."""
        return _SHOWN[self._view]

    def set_columns(self, count: int) -> None:
        """Put so many beside each other."""
        self._count = count
        self._place()

    def show_overview(self, seen: Overview) -> None:
        """Show this moment."""
        self._view = seen.view
        counts, whole = seen.counts, seen.counts.registered
        here = whole - counts.coming if seen.live is not None else counts.arrived
        share = round(100 * min(here, whole) / whole) if whole else 0
        of = ngettext("of {n} registered · {share} %", "of {n} registered · {share} %", whole)
        self._say("arrived", counts.arrived, of.format(n=whole, share=share))
        self._say("registered", whole, _places(seen))
        lately = sum(desk.lately for desk in seen.desks)
        came = ngettext("{n} in the last 10 min", "{n} in the last 10 min", lately).format(n=lately)
        self._say("coming", counts.coming, came)
        gone = max(counts.arrived - counts.inside, 0)
        self._say("inside", counts.inside, ngettext("{n} went out", "{n} went out", gone), n=gone)
        self._say("walk_ins", counts.walk_ins, _("registered at the door"))
        self._say("no_show", counts.coming, _("with a place, not let in"))
        asked = whole + counts.cancelled + counts.waiting
        of_all = ngettext("of {n} who registered", "of {n} who registered", asked)
        self._say("cancelled", counts.cancelled, of_all, n=asked)
        self._say("waiting", counts.waiting, _("come in when a place is free"))
        left = seen.without_badge
        more = ngettext("{n} still to print", "{n} still to print", left) if left else _("all done")
        self._say("badges", max(whole - left, 0), more, n=left)
        self._show_busiest(seen)
        self._place()

    def _say(self, name: str, number: int, line: str, *, n: int = 0) -> None:
        self.by_name[name].show_number(str(number), line.format(n=n))

    def _show_busiest(self, seen: Overview) -> None:
        slot = seen.busiest
        if slot is None:
            self.by_name["busiest"].show_number("–", _("nobody came"))
            return
        at = dates.day_and_time(slot.start.isoformat(), seen.event.zone)
        same_day = dates.calendar_day(slot.start.isoformat(), seen.event.zone)
        if same_day == dates.calendar_day(seen.event.start, seen.event.zone):
            at = _("from {time}").format(time=dates.clock(slot.start.isoformat(), seen.event.zone))
        self.by_name["busiest"].show_number(str(slot.arrived), at)

    def _place(self) -> None:
        names, count = _SHOWN[self._view], self._count
        if self._placed == (names, count):
            return
        self._placed = (names, count)
        for tile in self.by_name.values():
            self._grid.removeWidget(tile)
            tile.hide()
        for number, name in enumerate(names):
            self._grid.addWidget(self.by_name[name], number // count, number % count)
            self.by_name[name].show()
        for place in range(4):
            self._grid.setColumnStretch(place, int(place < count))


def _places(seen: Overview) -> str:
    """How many places are left."""
    capacity, whole = seen.event.capacity, seen.counts.registered
    if capacity is None:
        return _("places are not limited")
    left = max(capacity - whole, 0)
    return ngettext("{n} place left", "{n} places left", left).format(n=left)

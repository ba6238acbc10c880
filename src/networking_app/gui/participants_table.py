"""What the participants table shows: its columns, the filters, and the counts in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.domain.registration import Guest, Status
from networking_app.gui.models.table import Column
from networking_app.gui.widgets.marks import PillFace
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import dates, lists
from networking_app.wording import registration as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HERE, EXPECTED = "here", "expected"
_ORDER = {Status.REGISTERED: 1, Status.WAITING: 2, Status.CANCELLED: 3}


@dataclass(frozen=True, slots=True)
class Filters:
    """What is wanted: a text, a status, arrived or not (HERE, EXPECTED), a category, same names."""

    text: str = ""
    status: str = ""
    arrival: str = ""
    category: str = ""
    doubles: bool = False

    @property
    def any(self) -> bool:
        """Whether something is filtered."""
        return self != Filters()


@dataclass(frozen=True, slots=True)
class Selection:
    """The guests that match, and how many there are without filters."""

    guests: list[Guest]
    total: int
    doubles: frozenset[str]
    categories: tuple[str, ...]


def select(lines: Sequence[Guest], filters: Filters, hits: Sequence[str] | None) -> Selection:
    """Choose the guests to show.

    Args:
        lines: all guests in Finnish order.
        filters: what is wanted.
        hits: keys that the text means, best first; None when no text is asked for.
    """
    same = same_names(lines)
    found: Iterable[Guest] = lines
    if hits is not None:
        by_id = {guest.id: guest for guest in lines}
        found = (by_id[key] for key in hits if key in by_id)
    chosen = [guest for guest in found if _matches(guest, filters, same)]
    categories = tuple(sorted({guest.category for guest in lines}, key=words.category))
    return Selection(chosen, len(lines), same, categories)


def same_names(lines: Sequence[Guest]) -> frozenset[str]:
    """Keys of guests who share their name with another one."""
    seen: dict[str, str] = {}
    found: set[str] = set()
    for guest in lines:
        other = seen.setdefault(guest.sort_key, guest.id)
        if other != guest.id:
            found |= {other, guest.id}
    return frozenset(found)


def _matches(guest: Guest, filters: Filters, same: frozenset[str]) -> bool:
    if filters.status and guest.status != filters.status:
        return False
    if filters.arrival == HERE and not guest.arrived:
        return False
    if filters.arrival == EXPECTED and (guest.arrived or guest.status is not Status.REGISTERED):
        return False
    if filters.category and guest.category != filters.category:
        return False
    return not filters.doubles or guest.id in same


def columns(zone: str) -> tuple[Column[Guest], ...]:
    """The columns of the table; times are those of the event's zone."""
    return (
        Column(
            "name",
            _("Name"),
            lambda guest: guest.listed,
            sort=lambda guest: guest.sort_key,
            width=200,
            stretch=True,
            strong=True,
        ),
        Column(
            "organisation",
            _("Organisation"),
            lambda guest: guest.organisation or "–",
            sort=lambda guest: (not guest.organisation, guest.organisation.casefold()),
            width=190,
            stretch=True,
        ),
        Column(
            "category",
            _("Category"),
            lambda guest: words.category(guest.category),
            sort=lambda guest: (words.category(guest.category).casefold(), guest.sort_key),
            width=140,
        ),
        Column(
            "status",
            _("Status"),
            words.status,
            pill=lambda guest: face(guest, zone),
            sort=status_order,
            width=170,
        ),
    )


def status_order(guest: Guest) -> tuple[int, str, str]:
    """Arrived first, by time; then registered, waiting and cancelled, by name."""
    rank = 0 if guest.arrived else _ORDER[guest.status]
    return rank, guest.arrived, guest.sort_key


def face(guest: Guest, zone: str) -> PillFace:
    """The pill of a guest's state."""
    if guest.status is Status.REGISTERED and guest.arrived:
        at = dates.clock(guest.arrived, zone)
        return PillFace("arrived", _("Arrived {time}").format(time=at))
    return PillFace(guest.status.value, words.status(guest))


def footer(selection: Selection, filters: Filters) -> str:
    """Say how many there are, and how many of them are shown."""
    everybody = lists.people(selection.total)
    if not filters.any:
        return everybody
    shown = len(selection.guests)
    text = ngettext(
        "{everybody} · {n} with these filters", "{everybody} · {n} with these filters", shown
    )
    return text.format(everybody=everybody, n=shown)


def sorting(key: str, title: str, *, descending: bool) -> str:
    """Say in words how the table is sorted."""
    if not key:
        return _("Best match first")
    if key == "name":
        if descending:
            return _("Sorted by name backwards, Finnish order")
        return _("Sorted by name, Finnish order")
    said = _("Sorted by {column}, downwards") if descending else _("Sorted by {column}")
    return said.format(column=title)

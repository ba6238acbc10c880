"""What the settings of check-in points show, fetched at once, and what changes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from networking_app.domain.points import PointKind, Rule
from networking_app.services.points import Audience, link_of
from networking_app.wording import history
from networking_app.wording import points as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QObject

    from networking_app.domain.event import Event
    from networking_app.domain.history import Deed
    from networking_app.domain.points import Point, Question
    from networking_app.gui.room import Room
    from networking_app.services.office import Office
    from networking_app.services.points import Proposal, TicketKey

ICONS = {
    PointKind.DOOR: "log-in",
    PointKind.ROOM: "users",
    PointKind.MEAL: "utensils",
    PointKind.GIFT: "package",
    PointKind.OTHER: "map-pin",
}
_LATEST = 5


@dataclass(frozen=True, slots=True)
class PointsFile:
    """Everything about the points of an event.

    Attributes:
        inside: guests inside now, of points where that counts.
        links: the stored word by which a point counts together with others.
        questions: each with whether it is asked at the door.
    """

    event: Event
    points: tuple[Point, ...] = ()
    inside: Mapping[str, int] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    audience: Audience = field(default_factory=Audience)
    questions: tuple[tuple[Question, bool], ...] = ()
    proposals: tuple[Proposal, ...] = ()
    keys: tuple[TicketKey, ...] = ()

    def point(self, key: str) -> Point | None:
        """The point with this key, None if it is gone."""
        return next((point for point in self.points if point.id == key), None)

    def together(self, point: Point) -> list[str]:
        """Names of the other points that count as this one."""
        return [p.name for p in self.points if p.id in point.linked and p.id != point.id]

    def link(self, point: Point) -> str:
        """The word by which others count together with a point."""
        return link_of(point, self.links.get(point.id, ""))

    def sentence(self, point: Point) -> str:
        """What the rules of a point mean."""
        return words.sentence(point, self.together(point))


def fetch(office: Office) -> PointsFile:
    """Fetch everything; to be called off the GUI thread."""
    event = office.events.current()
    points = office.points.all(event.id)
    counted = (p for p in points if p.capacity is not None or p.rule is Rule.IN_AND_OUT)
    return PointsFile(
        event,
        tuple(points),
        {point.id: office.checkin.inside(point) for point in counted},
        office.points.links(event.id),
        office.points.audience(event.id),
        tuple(office.points.questions(event.id)),
        tuple(office.points.proposals(event.id)),
        tuple(office.points.ticket_keys(event.id)),
    )


def do(
    room: Room,
    owner: QObject,
    deed: str,
    call: Callable[[], object],
    *,
    done: Callable[[], None] = lambda: None,
    failed: Callable[[BaseException], None] | None = None,
) -> None:
    """Do something, then say so in a toast that takes it back.

    Args:
        room: of the page.
        owner: nothing arrives after it is gone.
        deed: stable word of the action, as the service writes it.
        call: does it, off the GUI thread.
        done: called afterwards.
        failed: takes trouble; without it the message bar does.
    """
    office = room.services

    def work() -> Deed | None:
        call()
        recent = office.history.recent(_LATEST)
        return next((one for one in recent if one.deed == deed and not one.undone), None)

    def say(found: Deed | None) -> None:
        done()
        if found is not None:
            room.messages.toast(history.sentence(found), undo=lambda: _undo(room, owner, found))

    room.tasks.run(owner, work, done=say, failed=failed)


def _undo(room: Room, owner: QObject, deed: Deed) -> None:
    office = room.services

    def say(_result: object) -> None:
        room.messages.toast(history.taken_back(deed), icon="undo-2")

    room.tasks.run(owner, lambda: office.history.undo(deed.id), done=say)

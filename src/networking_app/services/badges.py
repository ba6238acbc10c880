"""Badges of an event as a PDF, and which were printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.documents.badges import layout as layouts
from networking_app.documents.badges import sheet as sheets
from networking_app.documents.badges.sheet import Sheet
from networking_app.domain.badges import (
    BadgeEvent,
    BadgeFace,
    Place,
    box_labels,
    sorted_into_boxes,
)
from networking_app.domain.names import fold
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.storage import badges, events
from networking_app.wording import dates
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from networking_app.domain.badges import BadgeResult, BoxLabel
    from networking_app.domain.checkin import BadgeAt
    from networking_app.storage.database import Database
    from networking_app.storage.writer import Writer

DEFAULT_LAYOUT = "classic"
DEFAULT_SHEET = "a4-10"


class Badges:
    """Badges of an open workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def layouts(self) -> tuple[str, ...]:
        """Names of the layouts."""
        return layouts.names()

    def sheets(self) -> tuple[str, ...]:
        """Names of the papers."""
        return sheets.names()

    def places(self, sheet: str) -> int:
        """How many badges one page of this paper holds.

        Raises:
            Trouble: there is no such paper.
        """
        return sheets.load(sheet).places

    def grid(self, sheet: str) -> tuple[int, int]:
        """Columns and rows of the badges on one page of this paper.

        Raises:
            Trouble: there is no such paper.
        """
        paper = sheets.load(sheet)
        return paper.columns, paper.rows

    def fitting(self, layout: str) -> tuple[str, ...]:
        """Names of the papers that this layout fits, the usual one first.

        Raises:
            Trouble: there is no such layout.
        """
        look = layouts.load(layout)
        return tuple(n for n in sheets.names() if sheets.load(n).way(look.width, look.height))

    def faces(
        self, event_id: str, only: str = "", ids: Sequence[str] | None = None
    ) -> list[BadgeFace]:
        """What the badges show, in Finnish order, in the language in use.

        Args:
            event_id: which event.
            only: text that the name, organisation, category or code must contain.
            ids: these registrations.
        """
        with self._database.read() as connection:
            found = badges.faces(connection, event_id, ids)
        faces = [
            BadgeFace(
                row.id, row.given, row.family, row.badge_name, row.organisation, row.title,
                category(row.category), row.category, row.code,
            )
            for row in found
        ]  # fmt: skip
        return [face for face in faces if _matches(face, only)] if only.strip() else faces

    def make(  # noqa: PLR0913 (what is printed, on what, and for whom)
        self,
        event_id: str,
        out: Path | BinaryIO,
        *,
        layout: str = DEFAULT_LAYOUT,
        sheet: str = DEFAULT_SHEET,
        only: str = "",
        ids: Sequence[str] | None = None,
        start_cell: int = 0,
        progress: Callable[[int], bool] | None = None,
    ) -> BadgeResult:
        """Draw badges into a PDF; nothing is noted as printed yet.

        Raises:
            Trouble: an unknown layout or paper, a layout too large for the paper, a file that
                cannot be written, or it was stopped; no half file is left.
        """
        # slow import: ReportLab is needed only when something is drawn
        from networking_app.documents.badges.draw import draw_badges  # noqa: PLC0415

        return draw_badges(
            self.faces(event_id, only, ids),
            self._event(event_id),
            out,
            layout=layouts.load(layout),
            sheet=sheets.load(sheet),
            start_cell=start_cell,
            progress=progress,
        )

    def samples(
        self, event_id: str, faces: Sequence[BadgeFace], out: Path | BinaryIO, *, layout: str
    ) -> BadgeResult:
        """Draw these badges one to a page, each page as large as the badge.

        Raises:
            Trouble: an unknown layout, or a file that cannot be written.
        """
        # slow import: ReportLab is needed only when something is drawn
        from networking_app.documents.badges.draw import draw_badges  # noqa: PLC0415

        look = layouts.load(layout)
        paper = Sheet(layout, look.width, look.height, 1, 1, look.width, look.height)
        return draw_badges(faces, self._event(event_id), out, layout=look, sheet=paper)

    def note_printed(self, ids: Sequence[str], layout: str, desk: str, reason: str = "") -> None:
        """Remember that these badges were put on paper or into a file, each for itself."""
        with self._database.write("print_badges", {"count": len(ids)}) as writer:
            for key in ids:
                _tell(writer, key, layout, desk, reason, Place())

    def note_run(
        self, event_id: str, ids: Sequence[str], layout: str, desk: str, box_size: int = 0
    ) -> list[Place]:
        """Remember badges that were printed in this order in one run, and where each of them lies.

        They are numbered, going on from the run before, and sorted into boxes; a badge printed
        alone lies nowhere.

        Args:
            event_id: of all of them.
            ids: registrations in print order.
            layout: its name.
            desk: where they were printed.
            box_size: badges in one box; 0 without boxes.
        """
        with self._database.write("print_badges", {"count": len(ids)}) as writer:
            places = [Place()] * len(ids)
            if len(ids) > 1:
                number, box = badges.last_place(writer.connection, event_id)
                places = sorted_into_boxes(len(ids), box_size, last_number=number, last_box=box)
            for key, place in zip(ids, places, strict=True):
                _tell(writer, key, layout, desk, "", place)
        return places

    def at(self, registration_id: str) -> BadgeAt:
        """Where the badge of a guest is: when it was printed, its box, when it was handed out."""
        with self._database.read() as connection:
            return badges.badge_at(connection, registration_id)

    def box_labels(self, event_id: str) -> list[BoxLabel]:
        """What stands on the boxes of badges, lowest first; empty if none was sorted into boxes."""
        with self._database.read() as connection:
            return box_labels(badges.lying(connection, event_id))

    def make_box_labels(self, event_id: str, out: Path | BinaryIO) -> int:
        """Draw the labels of the boxes into a PDF; returns how many there are.

        Raises:
            Trouble: no badge lies in a box, or the file cannot be written.
        """
        # slow import: ReportLab is needed only when something is drawn
        from networking_app.documents.badges.boxes import draw_box_labels  # noqa: PLC0415

        labels = self.box_labels(event_id)
        if not labels:
            raise Trouble(TroubleKind.NOBODY_TO_PRINT)
        return draw_box_labels(labels, self._event(event_id), out)

    def printed(self, event_id: str) -> dict[str, str]:
        """When each badge was printed last, ISO 8601 in UTC, by registration."""
        with self._database.read() as connection:
            return badges.printed(connection, event_id)

    def _event(self, event_id: str) -> BadgeEvent:
        with self._database.read() as connection:
            event = next(e for e in events.all_events(connection) if e.id == event_id)
        day = dates.days(event.start, event.end, event.zone) if event.start else ""
        return BadgeEvent(event.title, day, event.place)


def _tell(writer: Writer, key: str, layout: str, desk: str, reason: str, place: Place) -> None:
    writer.tell(
        "badge_print",
        registration_id=key,
        layout=layout,
        at=writer.now,
        desk=desk,
        reason=reason,
        box=place.box,
        number=place.number,
    )


def difficult(faces: Sequence[BadgeFace], limit: int = 4) -> list[BadgeFace]:
    """The badges most likely to go wrong, in the order of what is difficult about them.

    The longest name, the longest organisation, the letters farthest from western ones, the
    longest single word, nothing but a name, the shortest name; then the next longest names.
    """
    whole = [face for face in faces if _name(face)]
    if not whole:
        return list(faces[:limit])
    longest = sorted(whole, key=lambda face: -len(_name(face)))
    picked = [
        longest[0],
        max(whole, key=lambda face: len(face.organisation)),
        max(whole, key=_foreign),
        max(whole, key=lambda face: max(map(len, _name(face).split()))),
        min(whole, key=lambda face: (bool(face.organisation), bool(face.title))),
        longest[-1],
        *longest[1:limit],
    ]
    return list({face.id: face for face in picked}.values())[:limit]


def _name(face: BadgeFace) -> str:
    return face.badge_name.strip() or f"{face.given} {face.family}".strip()


def _foreign(face: BadgeFace) -> int:
    """How far its letters lie from western ones, by the farthest of them."""
    text = _name(face) + face.organisation
    return max((ord(letter) for letter in text if letter.isalpha()), default=0)


def _matches(face: BadgeFace, only: str) -> bool:
    said = (face.given, face.family, face.badge_name, face.organisation, face.category)
    text = fold(" ".join((*said, face.category_key)))
    return all(word in text for word in fold(only).split()) or only.strip().upper() == face.code

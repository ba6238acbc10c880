"""Badges of an event as a PDF, and which were printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.documents.badges import layout as layouts
from networking_app.documents.badges import sheet as sheets
from networking_app.domain.badges import BadgeEvent, BadgeFace
from networking_app.domain.names import fold
from networking_app.storage import badges, events
from networking_app.wording import dates
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from networking_app.domain.badges import BadgeResult
    from networking_app.storage.database import Database

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
            found = badges.faces(connection, event_id)
        wanted = None if ids is None else set(ids)
        faces = [
            BadgeFace(
                row.id, row.given, row.family, row.badge_name, row.organisation, row.title,
                category(row.category), row.category, row.code,
            )
            for row in found
            if wanted is None or row.id in wanted
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

    def note_printed(self, ids: Sequence[str], layout: str, desk: str, reason: str = "") -> None:
        """Remember that these badges were put on paper or into a file."""
        with self._database.write("print_badges", {"count": len(ids)}) as writer:
            for key in ids:
                writer.tell(
                    "badge_print",
                    registration_id=key,
                    layout=layout,
                    at=writer.now,
                    desk=desk,
                    reason=reason,
                )

    def printed(self, event_id: str) -> dict[str, str]:
        """When each badge was printed last, ISO 8601 in UTC, by registration."""
        with self._database.read() as connection:
            return badges.printed(connection, event_id)

    def _event(self, event_id: str) -> BadgeEvent:
        with self._database.read() as connection:
            event = next(e for e in events.all_events(connection) if e.id == event_id)
        day = dates.days(event.start, event.end, event.zone) if event.start else ""
        return BadgeEvent(event.title, day, event.place)


def _matches(face: BadgeFace, only: str) -> bool:
    said = (face.given, face.family, face.badge_name, face.organisation, face.category)
    text = fold(" ".join((*said, face.category_key)))
    return all(word in text for word in fold(only).split()) or only.strip().upper() == face.code

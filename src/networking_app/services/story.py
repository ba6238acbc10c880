"""What remains of an event: photos and the published report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.storage import story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.domain.story import Photo, Report
    from networking_app.storage.database import Database


class Story:
    """Photos and reports of the events of an open workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def photos(self, event_id: str) -> list[Photo]:
        """Photos of an event in the order they were entered."""
        with self._database.read() as connection:
            return story.photos(connection, event_id)

    def report(self, event_id: str) -> Report | None:
        """The report of an event; None if there is none."""
        with self._database.read() as connection:
            return story.report(connection, event_id)

    def add_photos(self, event_id: str, photos: Sequence[Photo]) -> list[str]:
        """Add photos with who is on them; returns their keys."""
        with self._database.write("edit_story", {"count": len(photos)}) as writer:
            return [
                writer.add(
                    "photo",
                    event_id=event_id,
                    file=photo.file,
                    caption=photo.caption,
                    people="\n".join(photo.people),
                    photographer_id=photo.photographer_id,
                    permission=photo.permission,
                )
                for photo in photos
            ]

    def publish(self, event_id: str, report: Report) -> str:
        """Add the report of an event; it replaces an earlier one. Returns its key."""
        values = {
            "title": report.title,
            "lead": report.lead,
            "body": report.body,
            "author_id": report.author_id,
            "project_id": report.project_id,
            "published": report.published,
        }
        with self._database.write("edit_story", {"title": report.title}) as writer:
            earlier = story.report(writer.connection, event_id)
            if earlier is None:
                return writer.add("report", event_id=event_id, **values)
            writer.change("report", earlier.id, **values)
            return earlier.id

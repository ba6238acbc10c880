"""What remains of an event: photos and the published report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of an event.

    Attributes:
        file: name of the picture file, empty when only its description is known.
        people: keys of the persons, in the order of the picture.
        photographer_id: None when unknown.
        permission: what may be done with it; empty when nobody said.
        names, photographer: as shown; empty before it is stored.
    """

    caption: str
    people: tuple[str, ...] = ()
    photographer_id: str | None = None
    file: str = ""
    permission: str = ""
    names: tuple[str, ...] = ()
    photographer: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The published story of an event.

    Attributes:
        author_id, project_id: who wrote it, and for which project; None when unknown.
        published: a partial date.
        author, project: names as shown; empty before it is stored.
    """

    title: str
    lead: str = ""
    body: str = ""
    author_id: str | None = None
    project_id: str | None = None
    published: str = ""
    author: str = ""
    project: str = ""
    id: str = ""

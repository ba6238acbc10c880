"""People beyond one registration: their own titles, what is told of them, whom they belong to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A human as the workspace knows them.

    Attributes:
        titles: their own, apart from any post ("dosentti, mikrobiologi").
        affiliation_id: the one shown on the badge, None if there is none.
    """

    id: str
    name: str
    titles: str = ""
    biography: str = ""
    affiliation_id: str | None = None

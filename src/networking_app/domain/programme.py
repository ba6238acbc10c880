"""The programme of an event: rooms, sessions and who speaks in them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speaking:
    """A person's part in a session as it is entered.

    Attributes:
        role: keynote, speaker, host, panellist or chair.
        affiliation_id: the body the person speaks for, None if for nobody.
    """

    person_id: str
    role: str = "speaker"
    affiliation_id: str | None = None


@dataclass(frozen=True, slots=True)
class SessionDetails:
    """A programme item as it is entered.

    Attributes:
        kind: a word such as talk, keynote, panel, break.
        start, end: ISO 8601 in UTC, or empty when unknown.
        capacity: None when there is no limit.
    """

    title: str
    kind: str = "talk"
    abstract: str = ""
    start: str = ""
    end: str = ""
    room_id: str | None = None
    capacity: int | None = None
    speakers: tuple[Speaking, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """A speaker as shown: the title and the body of the affiliation they speak for."""

    person_id: str
    name: str
    role: str
    title: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A programme item as shown, with the name of its room and its speakers in order."""

    id: str
    title: str
    kind: str
    abstract: str
    start: str
    end: str
    room: str
    capacity: int | None
    speakers: tuple[SpeakerLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """A room; capacity None when unknown."""

    id: str
    name: str
    capacity: int | None = None

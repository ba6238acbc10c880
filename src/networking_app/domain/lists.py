"""Lists: the lines and the head of a list, whatever it is written to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AttendeeLine:
    """One line of an attendee list; texts are worded and dates local ("8.54").

    Attributes:
        listed: the name as listed ("Pöyhönen, Aino").
        arrived: local time of arrival, empty if not arrived.
        phone: as shown.
        status_key: the stored word of the status ("registered", "waiting", "cancelled").
        arrived_at: first arrival in ISO 8601 and UTC, by which arrivals are ordered.
    """

    listed: str
    organisation: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    category: str = ""
    status: str = ""
    code: str = ""
    arrived: str = ""
    status_key: str = ""
    arrived_at: str = ""


@dataclass(frozen=True, slots=True)
class ListHead:
    """What stands above a list.

    Attributes:
        title: name of the list in the reader's language ("List of participants").
        event: title of the event.
        facts: date and place in one line, as worded.
        counts: one line ("174 registered · 128 arrived · 11 cancelled").
        made: when the list was made, as worded.
    """

    title: str
    event: str
    facts: str = ""
    counts: str = ""
    made: str = ""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column: the field of the line it shows and its worded heading.

    Attributes:
        field: name of an attribute of the line; "" gives an empty column to write in.
        heading: worded.
        weight: share of the width against the other columns.
        align_right: numbers and times.
    """

    field: str
    heading: str
    weight: float = 1.0
    align_right: bool = False

"""Reads the attendee lists of Meetup."""

from __future__ import annotations

from networking_app.domain.imports import Field
from networking_app.exchange.importers.layout import Layout

LAYOUT = Layout(
    "Meetup",
    required=frozenset({"name", "user id", "rsvp"}),
    usual=frozenset({"guests", "rsvped on", "event host", "title"}),
    headings={"rsvp": Field.STATUS, "rsvped on": Field.REGISTERED_AT, "guests": Field.ANSWER},
)
sniff = LAYOUT.sniff

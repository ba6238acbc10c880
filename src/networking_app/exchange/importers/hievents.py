"""Reads the attendee lists of Hi.Events."""

from __future__ import annotations

from networking_app.domain.imports import Field
from networking_app.exchange.importers.layout import Layout

LAYOUT = Layout(
    "Hi.Events",
    required=frozenset({"first name", "last name", "public id"}),
    usual=frozenset({"is checked in", "checked in at", "short id", "created date", "ticket id"}),
    headings={
        "public id": Field.CODE,
        "ticket id": Field.ANSWER,
        "id": Field.ANSWER,
        "created date": Field.REGISTERED_AT,
    },
)
sniff = LAYOUT.sniff

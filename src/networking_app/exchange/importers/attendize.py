"""Reads the attendee lists of Attendize."""

from __future__ import annotations

from networking_app.domain.imports import Field
from networking_app.exchange.importers.layout import Layout

LAYOUT = Layout(
    "Attendize",
    required=frozenset({"first name", "last name", "order ref"}),
    usual=frozenset({"ticket id", "ticket type", "order date", "has arrived", "arrival time"}),
    headings={"ticket id": Field.CODE, "ticket type": Field.CATEGORY},
)
sniff = LAYOUT.sniff

"""Reads the attendee reports of Eventbrite."""

from __future__ import annotations

from networking_app.domain.imports import Field
from networking_app.exchange.importers.layout import Layout

LAYOUT = Layout(
    "Eventbrite",
    required=frozenset({"order no", "ticket type"}),
    usual=frozenset({"order date", "first name", "email", "quantity", "attendee status"}),
    headings={
        "attendee status": Field.STATUS,
        "barcode": Field.CODE,
        "barcode no": Field.CODE,
        "ticket type": Field.CATEGORY,
        "order type": Field.ANSWER,
        "attendee": Field.ANSWER,
        "order date": Field.REGISTERED_AT,
        "home city": Field.CITY,
        "cell phone": Field.PHONE,
    },
)
sniff = LAYOUT.sniff

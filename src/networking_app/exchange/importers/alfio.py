"""Reads the attendee lists of alf.io."""

from __future__ import annotations

from networking_app.domain.imports import Field
from networking_app.exchange.importers.layout import Layout

LAYOUT = Layout(
    "alf.io",
    required=frozenset({"id", "reservationid", "full name", "category"}),
    usual=frozenset({"event", "status", "originalprice", "paidprice", "promo code"}),
    headings={
        "id": Field.CODE,
        "full name": Field.NAME,
        "status": Field.STATUS,
        "confirmation": Field.ANSWER,
        "language": Field.LANGUAGES,
        "billing address": Field.ANSWER,
    },
)
sniff = LAYOUT.sniff

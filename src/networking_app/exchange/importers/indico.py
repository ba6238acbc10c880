"""Reads the registrant lists of Indico."""

from __future__ import annotations

from networking_app.domain.imports import Field
from networking_app.exchange.importers.layout import Layout

LAYOUT = Layout(
    "Indico",
    required=frozenset({"id", "name", "registration state"}),
    usual=frozenset({"registration date", "email address", "checked in", "tags"}),
    headings={
        "name": Field.NAME,
        "registration state": Field.STATUS,
        "registration date": Field.REGISTERED_AT,
        "affiliation": Field.ORGANISATION,
        "position": Field.TITLE,
        "check in date": Field.ANSWER,
        "created by": Field.ANSWER,
    },
)
sniff = LAYOUT.sniff

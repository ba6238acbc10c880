"""Reads the order and check-in lists of pretix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.imports import Field
from networking_app.exchange.importers.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Mapping


def _is_add_on(cells: Mapping[str, str]) -> bool:
    """A dinner or T-shirt bought with a ticket has a line of its own and no attendee."""
    return bool(cells.get("add on to position id")) and not cells.get("attendee name")


LAYOUT = Layout(
    "pretix",
    required=frozenset({"order code", "product"}),
    usual=frozenset({"attendee name", "order date", "voucher code", "email"}),
    headings={
        "attendee name": Field.NAME,
        "attendee name given name": Field.GIVEN,
        "attendee name family name": Field.FAMILY,
        "attendee name title": Field.TITLE,
        "attendee email": Field.EMAIL,
        "attendee company": Field.ORGANISATION,
        "ticket secret": Field.CODE,
        "secret": Field.CODE,
        "order code": Field.ANSWER,
        "order comment": Field.NOTE,
        "check in text": Field.ATTENTION,
        "requires special attention": Field.ATTENTION,
        "seat name": Field.ANSWER,
        "blocked": Field.BLOCKED,
        "state": Field.ANSWER,
        "variation": Field.ANSWER,
        "invoice address company": Field.ANSWER,
        "invoice address name": Field.ANSWER,
        "invoice address city": Field.ANSWER,
        "invoice address state": Field.ANSWER,
    },
    extra_row=_is_add_on,
)
sniff = LAYOUT.sniff

"""Reads the answers of Microsoft Forms, whose first columns are about who was signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.imports import Field
from networking_app.exchange.importers.layout import Layout
from networking_app.exchange.importers.vocabulary import fold

if TYPE_CHECKING:
    from networking_app.domain.imports import SheetTable

_ACCOUNT = frozenset(map(fold, ("Email", "Name", "Sähköposti", "Nimi", "E-post", "Namn")))
_TIMES = {
    fold(heading): Field.REGISTERED_AT
    for heading in ("Completion time", "Valmistumisaika", "Suoritusaika", "Slutförandetid")
}
_OTHER = {
    fold(heading): Field.ANSWER
    for heading in ("Start time", "Aloitusaika", "Starttid", "Last modified time", "ID", "Tunnus")
}
_LANGUAGES = (
    ("start time", "completion time"),
    (fold("Aloitusaika"), fold("Valmistumisaika")),
    (fold("Aloitusaika"), fold("Suoritusaika")),
    (fold("Starttid"), fold("Slutförandetid")),
)
_LAYOUTS = tuple(Layout("Microsoft Forms", required=frozenset(pair)) for pair in _LANGUAGES)
LAYOUT = Layout(
    "Microsoft Forms",
    required=frozenset(),
    headings={**_TIMES, **_OTHER},
    account=_ACCOUNT,
)


def sniff(table: SheetTable) -> float:
    """Return how sure it is that this program wrote the table, 0 to 1."""
    return max(layout.sniff(table) for layout in _LAYOUTS)

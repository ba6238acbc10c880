"""What an importer knows of one program's files: its headings and what they mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from networking_app.exchange.importers.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from networking_app.domain.imports import Field, SheetTable


@dataclass(frozen=True, slots=True)
class Layout:
    """One program's export.

    Attributes:
        name: the program, as its users know it.
        required: folded headings that must all be there.
        usual: folded headings that make it surer.
        headings: folded heading -> field, where the general vocabulary would be wrong.
        account: folded headings about who was signed in; a question in the form counts for more.
        extra_row: tells by folded heading -> cell whether a row is no person (an add-on product).
    """

    name: str
    required: frozenset[str]
    usual: frozenset[str] = frozenset()
    headings: Mapping[str, Field] = field(default_factory=dict)
    account: frozenset[str] = frozenset()
    extra_row: Callable[[Mapping[str, str]], bool] | None = None

    def sniff(self, table: SheetTable) -> float:
        """Return how sure it is that this program wrote the table, 0 to 1."""
        present = {fold(heading) for heading in table.headings}
        if not self.required <= present:
            return 0.0
        share = len(self.usual & present) / max(len(self.usual), 1)
        return 0.5 + share / 2


class Importer(Protocol):
    """A module of this folder that reads one program's files."""

    @property
    def LAYOUT(self) -> Layout:  # noqa: N802 (a constant of the module)
        """What it knows of the program's files."""

    @property
    def sniff(self) -> Callable[[SheetTable], float]:
        """Says how sure it is that this program wrote the table, 0 to 1."""

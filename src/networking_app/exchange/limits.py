"""How much of a foreign file is read, and the word for each reason to refuse one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one file; what lies above is refused with a sentence.

    Attributes:
        file_bytes: size on disk.
        members: files inside a zip.
        inflated_bytes: sum of the sizes of all members, counted while inflating.
        ratio: inflated to packed size of one member, above 10 MB inflated.
        columns, cells: the used rectangle of one sheet.
        memory_bytes: address space of the reading process.
        seconds: time the reading process gets.
    """

    file_bytes: int = 100_000_000
    members: int = 2_000
    inflated_bytes: int = 200_000_000
    ratio: int = 200
    columns: int = 1_000
    cells: int = 2_000_000
    memory_bytes: int = 2_000_000_000
    seconds: float = 60.0


class RefusedError(Exception):
    """The file is not read; kind is one of the words of domain/imports.Kind."""

    def __init__(self, kind: str, **facts: str) -> None:
        super().__init__(kind)
        self.kind = kind
        self.facts = facts

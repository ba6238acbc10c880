"""Paper: how many badges stand where on a page of a sheet or on a label."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.support import resources

if TYPE_CHECKING:
    from collections.abc import Iterator

DEFAULT = "a4-10"


_SLACK = 0.05  # mm


class Way(StrEnum):
    """How a badge lies in its cell."""

    UPRIGHT = "upright"
    TURNED = "turned"  # by 90° against the clock


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of one badge on a page: mm from the top left of the page."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with cells in columns and rows.

    Attributes:
        name: the word it is chosen by.
        width, height: of the page, mm.
        columns, rows: of cells; filled row by row from the top left.
        cell_width, cell_height: mm.
        left, top: of the first cell, mm.
        gap_x, gap_y: between cells, mm.
        cut_marks: whether faint marks show where to cut.
    """

    name: str
    width: float
    height: float
    columns: int
    rows: int
    cell_width: float
    cell_height: float
    left: float = 0
    top: float = 0
    gap_x: float = 0
    gap_y: float = 0
    cut_marks: bool = False

    @property
    def places(self) -> int:
        """How many badges a page holds."""
        return self.columns * self.rows

    def way(self, width: float, height: float) -> Way | None:
        """How a badge of this size (mm) lies in a cell; None if it is too large."""
        wide, high = self.cell_width + _SLACK, self.cell_height + _SLACK
        if width <= wide and height <= high:
            return Way.UPRIGHT
        return Way.TURNED if height <= wide and width <= high else None

    def cells(self) -> Iterator[Cell]:
        """The places in the order they are filled."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield Cell(
                    self.left + column * (self.cell_width + self.gap_x),
                    self.top + row * (self.cell_height + self.gap_y),
                    self.cell_width,
                    self.cell_height,
                )


@cache
def _all() -> dict[str, Sheet]:
    path = resources.folder() / "sheets.json"
    listed = json.loads(path.read_text(encoding="utf-8"))["sheets"]
    return {entry["name"]: Sheet(**entry) for entry in listed}


def names() -> tuple[str, ...]:
    """Names of the sheets there are, the usual one first."""
    return tuple(_all())


def load(name: str) -> Sheet:
    """Return a sheet by its name.

    Raises:
        Trouble: there is no such sheet; `known` names those there are.
    """
    try:
        return _all()[name]
    except KeyError:
        raise Trouble(TroubleKind.NOT_KNOWN, name, known=names()) from None

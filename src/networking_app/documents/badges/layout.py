"""A badge layout: a document in millimetres, read from JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any

from networking_app.documents.badges.elements import ELEMENTS, Element
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.support import resources

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT = "classic"
VERSION = 1
"""Of the layout document; a newer one is not read."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a badge looks.

    Attributes:
        name: the word it is chosen by.
        width, height: of the badge, mm.
        colours: category word -> #rrggbb, with "default" for all others; white text on them is
            legible in print (contrast 7 : 1 or more in the built-in layouts).
        elements: drawn in this order, those that are the same on every badge of a category first.
    """

    name: str
    width: float
    height: float
    colours: dict[str, str]
    elements: tuple[Element, ...]

    def colour(self, category_key: str) -> str:
        """The colour of a category."""
        return self.colours.get(category_key) or self.colours["default"]


def _folder() -> Path:
    return resources.folder() / "badge_templates"


@cache
def names() -> tuple[str, ...]:
    """Names of the built-in layouts, the usual one first."""
    found = sorted(path.stem for path in _folder().glob("*.json"))
    return (DEFAULT, *(name for name in found if name != DEFAULT))


@cache
def load(name: str) -> Layout:
    """Return a built-in layout by its name.

    Raises:
        Trouble: there is no such layout; `known` names those there are.
    """
    if name not in names():
        raise Trouble(TroubleKind.NOT_KNOWN, name, known=names())
    text = (_folder() / f"{name}.json").read_text(encoding="utf-8")
    return read(name, text)


def read(name: str, text: str) -> Layout:
    """Build a layout from the JSON of its document.

    Raises:
        Trouble: the document is of a newer version, or it is not a layout.
    """
    try:
        document = json.loads(text)
        if document["version"] > VERSION:
            raise Trouble(TroubleKind.FILE_NEWER, name)
        return Layout(
            name,
            float(document["width"]),
            float(document["height"]),
            {"default": "#123a66", **document.get("colours", {})},
            tuple(_element(entry) for entry in document["elements"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Trouble(TroubleKind.FILE_DAMAGED, name, str(error)) from error


def _element(entry: dict[str, Any]) -> Element:
    kinds = {kind.KIND: kind for kind in ELEMENTS}
    kind = kinds[entry["kind"]]
    properties = {key: value for key, value in entry.items() if key != "kind"}
    types = {field.name: field.type for field in fields(kind)}  # type: ignore[arg-type] # all are dataclasses
    for key, value in properties.items():
        if not isinstance(value, str if types[key] == "str" else (int, float)):
            raise TypeError(f"{entry['kind']}.{key}: {value!r}")
    return kind(**properties)

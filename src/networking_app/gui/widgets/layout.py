"""Rows and columns of widgets, written as they look.

    column(label("Arrivals", "h3"), row(button, None, link), table, gap=Space.NORMAL)

None is a stretch, a whole number a distance, (widget, 1) a widget that takes the room left.
"""

from __future__ import annotations

from typing import TypeAlias, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from networking_app.gui.tokens import Space

Thing: TypeAlias = QWidget | QLayout
Item: TypeAlias = Thing | int | tuple[Thing, int] | tuple[Thing, int, Qt.AlignmentFlag] | None
L = TypeVar("L", bound=QBoxLayout)
Margins: TypeAlias = int | tuple[int, int] | tuple[int, int, int, int]


def row(*items: Item, gap: int = Space.SMALL, margins: Margins = 0) -> QHBoxLayout:
    """Put things beside each other; margins: one number, (x, y) or (left, top, right, bottom)."""
    return _fill(QHBoxLayout(), items, gap, margins)


def column(*items: Item, gap: int = Space.SMALL, margins: Margins = 0) -> QVBoxLayout:
    """Put things below each other; margins as for a row."""
    return _fill(QVBoxLayout(), items, gap, margins)


def box(
    cls: str,
    inside: QLayout,
    *,
    parent: QWidget | None = None,
    width: int = 0,
) -> QFrame:
    """A frame of a style class ("card", "sunken", "bar", "foot", "panel"…) around a layout."""
    frame = QFrame(parent)
    frame.setProperty("cls", cls)
    frame.setLayout(inside)
    if width:
        frame.setFixedWidth(width)
    return frame


def plain(inside: QLayout, parent: QWidget | None = None) -> QWidget:
    """A widget that only holds a layout."""
    widget = QWidget(parent)
    widget.setLayout(inside)
    return widget


def line(parent: QWidget | None = None) -> QFrame:
    """A thin line across."""
    frame = QFrame(parent)
    frame.setProperty("cls", "line")
    frame.setFixedHeight(1)
    frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return frame


def scrolled(content: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """Content that scrolls up and down, never sideways; focus moves are followed."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    area.setWidget(content)
    return area


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet looks at."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _fill(layout: L, items: tuple[Item, ...], gap: int, margins: Margins) -> L:
    layout.setSpacing(gap)
    layout.setContentsMargins(*_four(margins))
    for item in items:
        _add(layout, item)
    return layout


def _four(margins: Margins) -> tuple[int, int, int, int]:
    if isinstance(margins, int):
        return (margins, margins, margins, margins)
    if len(margins) == 2:
        return (margins[0], margins[1], margins[0], margins[1])
    return margins


def _add(layout: QBoxLayout, item: Item) -> None:
    if item is None:
        layout.addStretch(1)
    elif isinstance(item, int):
        layout.addSpacing(item)
    elif isinstance(item, tuple):
        thing, stretch = item[0], item[1]
        _add_thing(layout, thing, stretch)
        if len(item) == 3:
            _align(layout, thing, item[2])
    else:
        _add_thing(layout, item, 0)


def _add_thing(layout: QBoxLayout, thing: Thing, stretch: int) -> None:
    if isinstance(thing, QLayout):
        layout.addLayout(thing, stretch)
    else:
        layout.addWidget(thing, stretch)


def _align(layout: QBoxLayout, thing: Thing, where: Qt.AlignmentFlag) -> None:
    if isinstance(thing, QLayout):
        layout.setAlignment(thing, where)
    else:
        layout.setAlignment(thing, where)

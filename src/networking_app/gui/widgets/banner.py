"""Banners: warnings, errors and their good ends, under the title row of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from networking_app.gui.icons import IconView
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button, IconButton
from networking_app.gui.widgets.layout import row
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

BannerKind = Literal["warn", "bad", "ok", "off"]
_ICONS = {"warn": "triangle-alert", "bad": "circle-x", "ok": "circle-check", "off": "info"}


@dataclass(frozen=True, slots=True)
class Notice:
    """What a banner says.

    Attributes:
        kind: warn, bad, ok or off (plain information).
        fact: what happened, bold.
        meaning: what it means or what to do.
        action: words of the one button, empty for none.
        act: called by the button.
        small: a small fact at the right, such as "since 8.41".
        can_close: whether a cross takes it away (the cause may still be there).
    """

    kind: BannerKind
    fact: str
    meaning: str = ""
    action: str = ""
    act: Callable[[], None] | None = None
    small: str = ""
    can_close: bool = False


class Banner(QFrame):
    """One notice; `closed` when the cross was pressed."""

    closed = Signal()

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        group = notice.kind
        self.setProperty("cls", f"banner_{group}")
        self.setMinimumHeight(look().sizes.banner)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        fact = Label(notice.fact, "strong", f"{group}_text", wrap=not notice.meaning)
        inside = row(
            IconView(_ICONS[group], f"{group}_text", "icon_m"),
            (fact, 0 if notice.meaning else 1),
            gap=Space.TIGHT,
            margins=(Space.ROOMY, Space.TINY, Space.TIGHT, Space.TINY),
        )
        if notice.meaning:
            inside.addWidget(Label(notice.meaning, "body", wrap=True), 1)
        if notice.small:
            inside.addWidget(Label(notice.small, "caption_strong", f"{group}_text"))
        if notice.action and notice.act is not None:
            self.button = Button(notice.action)
            self.button.clicked.connect(notice.act)
            inside.addWidget(self.button)
        if notice.can_close:
            close = IconButton("x", _("Close message"), tone=f"{group}_text")
            close.clicked.connect(self.closed)
            inside.addWidget(close)
        self.setLayout(inside)
        self.setAccessibleName(notice.fact)
        self.setAccessibleDescription(notice.meaning)

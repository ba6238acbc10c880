"""Says that guests of honour have arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from collections.abc import Sequence


def arrived(name: str, word: str, point: str) -> str:
    """One guest: "Keynote speaker Maija Esimerkki has arrived, Main door"."""
    return _("{category} {name} has arrived, {point}").format(
        category=category(word), name=name, point=point
    )


def arrived_together(names: Sequence[str]) -> str:
    """Several guests in one line."""
    return ngettext(
        "{n} guest of honour has arrived: {names}",
        "{n} guests of honour have arrived: {names}",
        len(names),
    ).format(n=len(names), names=", ".join(names))

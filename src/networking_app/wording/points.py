"""Words for check-in points: what they are, and their rules in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.points import PointKind, Rule
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext, pgettext
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from networking_app.domain.points import Point, Window


def kind(word: PointKind) -> str:
    """What is behind a point, in a word."""
    return {
        PointKind.DOOR: pgettext("check-in point", "Door"),
        PointKind.ROOM: pgettext("check-in point", "Room"),
        PointKind.MEAL: pgettext("check-in point", "Meal"),
        PointKind.GIFT: pgettext("check-in point", "Gift"),
        PointKind.OTHER: pgettext("check-in point", "Other"),
    }[word]


def rule(word: Rule, *, per_day: bool = False) -> str:
    """How often a guest may pass."""
    if word is Rule.MANY:
        return _("any number of times")
    if word is Rule.IN_AND_OUT:
        return _("in again only after going out")
    return _("once a day") if per_day else _("once")


def window(one: Window) -> str:
    """When a point is open: "8.00–10.00", "from 26.11.2026 at 8.00", with whom it is for."""
    opens, closes = _side(one.opens), _side(one.closes)
    if opens and closes:
        said = _("{opens}–{closes}").format(opens=opens, closes=closes)
    elif opens:
        said = _("from {opens}").format(opens=opens)
    else:
        said = _("until {closes}").format(closes=closes)
    if not one.categories:
        return said
    return _("{times} ({categories})").format(
        times=said, categories=", ".join(map(category, one.categories))
    )


def rules(point: Point) -> str:
    """All rules of a point in one line, separated by middle dots."""
    parts = [rule(point.rule, per_day=point.per_day)]
    let_in = (*map(category, point.allowed), *point.tags)
    if let_in:
        parts.append(_("only {categories}").format(categories=", ".join(let_in)))
    parts += [window(one) for one in point.windows]
    if point.capacity is not None:
        parts.append(
            ngettext("at most {n} inside", "at most {n} inside", point.capacity).format(
                n=point.capacity
            )
        )
    if not point.admits_badges:
        parts.append(_("tickets only, no badges"))
    return " · ".join(parts)


def line(point: Point) -> str:
    """A point with its kind and rules, as the command line lists it."""
    return _("{name} ({kind}): {rules}").format(
        name=point.name, kind=kind(point.kind), rules=rules(point)
    )


def _side(stored: str) -> str:
    """A stored side of a window as people read it: "8.00", "26.11.2026 8.00"."""
    day, _t, clock = stored.rpartition("T")
    if not clock:
        return ""
    hour, minute = clock.split(":")
    time = f"{int(hour)}.{minute}"
    if not day:
        return time
    year, month, number = day.split("-")
    return f"{int(number)}.{int(month)}.{year} {time}"

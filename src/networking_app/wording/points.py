"""Words for check-in points: what they are, their rules in one line or sentence, queues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from networking_app.domain.points import PointKind, QuestionKind, Rule
from networking_app.domain.typed_windows import Slip
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext, pgettext
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.domain.points import Point, Window
    from networking_app.domain.queues import Queue


class Rules(Protocol):
    """What a sentence is made of; points and what can be set of them have it."""

    @property
    def rule(self) -> Rule:
        """How often."""

    @property
    def allowed(self) -> tuple[str, ...]:
        """Categories."""

    @property
    def tags(self) -> tuple[str, ...]:
        """Tags."""

    @property
    def windows(self) -> tuple[Window, ...]:
        """When."""

    @property
    def per_day(self) -> bool:
        """Whether each day counts anew."""

    @property
    def capacity(self) -> int | None:
        """How many may be inside."""

    @property
    def admits_badges(self) -> bool:
        """Whether badges let in."""


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
    if "T" in one.opens and one.opens[:10] == one.closes[:10]:
        closes = closes.rpartition(" ")[2]
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


def rule_name(word: Rule) -> str:
    """How often a guest may pass, as a choice."""
    return {
        Rule.ONCE: _("Once"),
        Rule.MANY: _("Any number of times"),
        Rule.IN_AND_OUT: _("In and out"),
    }[word]


def rule_hint(word: Rule, *, per_day: bool) -> str:
    """What a rule means at the door, in one sentence."""
    if word is Rule.MANY:
        return _("Every scan is a welcome; each is counted.")
    if word is Rule.IN_AND_OUT:
        return _("In again only after going out was scanned.")
    if per_day:
        return _("The second scan on the same day is “already checked in”.")
    return _("The second scan is “already checked in”.")


def question_kind(word: QuestionKind) -> str:
    """What kind of answer a question wants."""
    return {
        QuestionKind.TEXT: _("Free text"),
        QuestionKind.YES_NO: _("Yes or no"),
        QuestionKind.CHOICE: _("One of several answers"),
        QuestionKind.PHOTO: _("Permission for photos"),
        QuestionKind.DIET: _("Diet"),
    }[word]


def slip(found: Slip) -> str:
    """Why a typed opening time is not understood, and how to write it."""
    return {
        Slip.UNREADABLE: _("Write it as {first} or {second}").format(
            first="8–12", second="26.11. 8.00–12.00"
        ),
        Slip.ENDS_FIRST: _("It closes before it opens"),
        Slip.MIXED: _("Write the date before the time it opens, as in {example}").format(
            example="26.11. 8.00–27.11. 16.00"
        ),
    }[found]


def sentence(rules: Rules, together: Sequence[str] = ()) -> str:
    """What all rules of a point mean, such as "Only Speaker, Press; 7.00–9.00; once a day".

    Args:
        rules: of the point.
        together: names of the other points that count as this one.
    """
    parts = [_who(rules), *map(window, rules.windows), rule(rules.rule, per_day=rules.per_day)]
    if rules.capacity is not None:
        count = rules.capacity
        parts.append(ngettext("at most {n} inside", "at most {n} inside", count).format(n=count))
    if not rules.admits_badges:
        parts.append(_("tickets only, no badges"))
    if together:
        parts.append(_("counts together with {points}").format(points=", ".join(together)))
    said = "; ".join(parts)
    return _("{rules}.").format(rules=said)


def queue(found: Queue) -> str:
    """The sign of a queue: "A–K", "L–Ö and other scripts"."""
    if not found.first:
        return _("Other scripts")
    if found.others:
        return _("{letters} and other scripts").format(letters=found.name)
    return found.name


def queue_with_count(found: Queue) -> str:
    """The same with how many guests come there: "A–K (74 guests)"."""
    return ngettext("{letters} ({n} guest)", "{letters} ({n} guests)", found.guests).format(
        letters=queue(found), n=found.guests
    )


def _who(rules: Rules) -> str:
    tags = ", ".join(rules.tags)
    if rules.allowed and tags:
        return _("Only {categories} and whoever has the keyword {tags}").format(
            categories=_names(rules.allowed), tags=tags
        )
    if rules.allowed:
        return _("Only {categories}").format(categories=_names(rules.allowed))
    if tags:
        return _("Only with the keyword {tags}").format(tags=tags)
    return _("All guests")


def _names(categories: tuple[str, ...]) -> str:
    return ", ".join(map(category, categories))


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

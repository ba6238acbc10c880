"""Check-in points: where codes are read, and the rules of who may pass when and how often."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from networking_app.domain.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

# Evenings go on past midnight: a new day of a point begins when the last guests have left.
DAY_STARTS = time(4, 0)
_DAILY = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


class PointKind(StrEnum):
    """What is behind a point; entering by any door counts as arrived."""

    DOOR = "door"
    ROOM = "room"
    MEAL = "meal"
    GIFT = "gift"
    OTHER = "other"


class Rule(StrEnum):
    """How often one may pass a point."""

    ONCE = "once"
    MANY = "many"
    IN_AND_OUT = "inout"


class QuestionKind(StrEnum):
    """What kind of answer a question asked at the door wants, and where the answer is kept."""

    TEXT = "text"
    YES_NO = "yes_no"
    CHOICE = "choice"
    PHOTO = "photo"  # a consent
    DIET = "diet"  # a protected answer


@dataclass(frozen=True, slots=True)
class Question:
    """Something that must be asked at the door when it was not answered before.

    Attributes:
        text: as asked, and as answers are filed under.
        options: of a choice.
        optional: the desk shows it, but lets the guest in without an answer.
    """

    id: str
    text: str
    kind: QuestionKind = QuestionKind.TEXT
    options: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """When a point is open.

    Attributes:
        opens, closes: wall-clock time of the event, "2026-11-26T08:00" once or "08:00" every day;
            empty leaves that side open. A daily window may pass midnight.
        categories: for whom; empty is for all.
    """

    opens: str = ""
    closes: str = ""
    categories: tuple[str, ...] = ()

    def is_open(self, local: datetime) -> bool:
        """Whether it is open at this wall-clock time."""
        if self.is_daily():
            now = local.time().replace(tzinfo=None)
            first = time.fromisoformat(self.opens) if self.opens else time.min
            last = time.fromisoformat(self.closes) if self.closes else time.max
            return first <= now < last if first <= last else now >= first or now < last
        wall = local.replace(tzinfo=None)
        after = not self.opens or datetime.fromisoformat(self.opens) <= wall
        return after and (not self.closes or wall < datetime.fromisoformat(self.closes))

    def is_daily(self) -> bool:
        """Whether it names times of day only."""
        return all(_DAILY.fullmatch(side) for side in (self.opens, self.closes) if side)

    def next_opening(self, local: datetime) -> datetime | None:
        """When it opens next after this wall-clock time; None if it never does."""
        wall = local.replace(tzinfo=None)
        if not self.opens:
            return None
        if not self.is_daily():
            at = datetime.fromisoformat(self.opens)
            return at if at > wall else None
        today = datetime.combine(wall.date(), time.fromisoformat(self.opens))
        return today if today > wall else today + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Point:
    """A place where codes are read, with its rules.

    Attributes:
        kind: what is behind it.
        allowed: categories that are let in; empty lets all in.
        tags: guests with one of these are let in whatever their category; with tags and no
            categories only they are.
        admits_badges: whether the code on a badge opens this door.
        windows: when it is open; none is always.
        per_day: what happened on an earlier day does not count.
        capacity: guests who may be inside at once; None without a limit.
        linked: keys of the points that count as this one, itself among them: who entered by one
            door is in by all.
        zone: IANA name of the event's zone, for windows and days.
        questions: asked here.
        hands_out: whether letting a guest in by this door hands out the badge too.
    """

    id: str
    event_id: str
    name: str
    rule: Rule = Rule.ONCE
    allowed: tuple[str, ...] = ()
    admits_badges: bool = True
    kind: PointKind = PointKind.DOOR
    tags: tuple[str, ...] = ()
    windows: tuple[Window, ...] = ()
    per_day: bool = False
    capacity: int | None = None
    linked: tuple[str, ...] = ()
    zone: str = "UTC"
    questions: tuple[Question, ...] = ()
    hands_out: bool = False

    @property
    def together(self) -> tuple[str, ...]:
        """Keys of all points that count as this one."""
        return self.linked or (self.id,)

    def lets_in(self, category: str, tags: tuple[str, ...]) -> bool:
        """Whether the rule for categories and tags lets a guest in."""
        if any(tag in self.tags for tag in tags):
            return True
        return not (self.allowed or self.tags) or category in self.allowed

    def is_open(self, now: datetime, category: str) -> bool:
        """Whether a guest of this category may come now (UTC)."""
        if not self.windows:
            return True
        local = self.local(now)
        return any(w.is_open(local) for w in self.windows_of(category))

    def windows_of(self, category: str) -> tuple[Window, ...]:
        """The windows that apply to a category."""
        return tuple(w for w in self.windows if not w.categories or category in w.categories)

    def next_opening(self, now: datetime, category: str) -> datetime | None:
        """When it opens next for this category, wall-clock time; None if it never does."""
        local = self.local(now)
        found = (window.next_opening(local) for window in self.windows_of(category))
        return min((at for at in found if at is not None), default=None)

    def day_start(self, now: datetime) -> datetime:
        """When the day of this point began, in UTC."""
        local = self.local(now)
        day: date = local.date() - timedelta(days=int(local.time() < DAY_STARTS))
        start = datetime.combine(day, DAY_STARTS, _zone(self.zone))
        return start.astimezone(UTC)

    def local(self, now: datetime) -> datetime:
        """A moment as the clock on the wall of the event shows it."""
        return now.astimezone(_zone(self.zone))


@cache
def _zone(name: str) -> tzinfo:
    """The zone; UTC where this computer does not know it, as no door may stay shut for that."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # KeyError is "no such zone"
        return UTC


def own_point(found: Sequence[Point], remembered: str) -> Point | None:
    """The point a computer stands at: the one it remembers, else the main door.

    Keys belong to one event, so a computer that stood at another event begins at the main door.

    Args:
        found: points of the event, the main door first.
        remembered: key of a point of any event, or "".
    """
    own = (point for point in found if point.id == remembered)
    return next(own, found[0] if found else None)


def parse_windows(text: str) -> tuple[Window, ...]:
    """Read windows as stored, one on each line: "08:00/12:00" or "…/… speaker,host".

    Raises:
        ValueError: with the line that cannot be read.
    """
    return tuple(_window(line.strip()) for line in text.splitlines() if line.strip())


def format_windows(windows: tuple[Window, ...]) -> str:
    """Windows as stored."""
    return "\n".join(f"{w.opens}/{w.closes} {','.join(w.categories)}".rstrip() for w in windows)


def read_side(text: str) -> str:
    """One side of a window as typed ("8.00", "08:00", "2026-11-26 8:00"), in its stored form.

    Raises:
        ValueError: it is neither a time of day nor a date with a time.
    """
    text = " ".join(text.split())
    if not text:
        return ""
    day, _blank, clock = text.replace("T", " ").rpartition(" ")
    found = _DAILY.fullmatch(clock)
    if found is None:
        raise ValueError(text)
    daily = f"{int(found[1]):02}:{found[2]}"
    return f"{date.fromisoformat(day).isoformat()}T{daily}" if day else daily


def _window(line: str) -> Window:
    times, _blank, names = line.partition(" ")
    opens, slash, closes = times.partition("/")
    if not slash or not (opens or closes):
        raise ValueError(line)
    sides = read_side(opens), read_side(closes)
    if sides[0] and sides[1] and ("T" in sides[0]) != ("T" in sides[1]):
        raise ValueError(line)
    return Window(*sides, tuple(name for name in names.split(",") if name))


# What the name of a point says of its kind, in the languages of the app: beginnings of words, and
# endings, as Finnish and Swedish put words together ("sivuovi", "huvudingång").
_BEGINNINGS: tuple[tuple[PointKind, tuple[str, ...]], ...] = (
    (
        PointKind.MEAL,
        ("lunch", "dinner", "breakfast", "coffee", "buffet", "lounas", "illallinen", "kahvi",
         "aamiainen", "ruoka", "middag", "kaffe", "frukost"),
    ),
    (PointKind.GIFT, ("gift", "goodie", "merch", "lahja", "gava", "present")),
    (
        PointKind.DOOR,
        ("door", "entrance", "gate", "lobby", "reception", "ovi", "sisaankaynti", "portti", "aula",
         "vastaanotto", "dorr", "entre", "ingang"),
    ),
)  # fmt: skip
_ENDINGS = (
    (PointKind.MEAL, ("lounas", "lunch", "kahvit", "middag")),
    (PointKind.DOOR, ("ovi", "portti", "dorr", "dorren", "ingang", "ingangen", "sisaankaynti")),
)


def kind_of_name(name: str) -> PointKind:
    """What a point seems to be by its name; a room when the name does not say."""
    words = fold(name).split()
    for kind, known in _BEGINNINGS:
        if any(word.startswith(known) for word in words):
            return kind
    for kind, known in _ENDINGS:
        if any(word.endswith(known) for word in words):
            return kind
    return PointKind.ROOM

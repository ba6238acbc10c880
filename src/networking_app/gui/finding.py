"""What the palette lists for a query: people, what can be done for the first, pages, commands."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from networking_app.support import i18n
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from networking_app.gui.commands import Command
    from networking_app.gui.page import PageInfo

MOST_PEOPLE = 5
MOST_OTHERS = 8
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "\u0131": "i"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette; `tail` is the quiet text after the words."""

    text: str
    run: Callable[[], None]
    tail: str = ""
    icon: str = "chevron-right"
    key: str = ""


@dataclass(frozen=True, slots=True)
class PersonHit:
    """A person found: name, "Järvivesi Oy · registered", what Enter does, and other actions."""

    name: str
    line: str
    open: Callable[[], None]
    actions: tuple[Entry, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines under it."""

    heading: str
    entries: tuple[Entry, ...]


def fold(text: str) -> str:
    """Lower case without accents, so that poyho finds Pöyhönen."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in split if not unicodedata.combining(c)).translate(_LETTERS)


def matches(query: str, texts: Iterable[str]) -> bool:
    """Whether every word of a query begins a word of one of the texts."""
    words = [word for text in texts for word in fold(text).replace("-", " ").split()]
    return all(any(word.startswith(part) for word in words) for part in fold(query).split())


def in_all_languages(title: Callable[[], str]) -> tuple[str, ...]:
    """A title in every language there is."""
    found = []
    for language in i18n.languages():
        with i18n.using(language):
            found.append(title())
    return tuple(found)


def wants_people(typed: str) -> str:
    """The text to look people up by; "" when people are not wanted."""
    return "" if typed.startswith((">", "#")) else typed.removeprefix("@").strip()


def sections(
    typed: str,
    people: Sequence[PersonHit],
    pages: Iterable[PageInfo],
    commands: Iterable[Command],
    navigate: Callable[[str], None],
) -> tuple[Section, ...]:
    """What to list, in order; sections without lines are left out."""
    query = typed.lstrip(">@#").strip()
    found: list[Section] = []
    if not typed.startswith(">"):
        found += _people(people)
    if not typed.startswith("@"):
        runs = [*_commands(query, commands), *_pages(query, pages, navigate)]
        found.append(Section(_("Go to and run"), tuple(runs[:MOST_OTHERS])))
    return tuple(section for section in found if section.entries)


def _people(people: Sequence[PersonHit]) -> list[Section]:
    shown = people[:MOST_PEOPLE]
    if not shown:
        return []
    lines = tuple(Entry(hit.name, hit.open, hit.line, icon="user") for hit in shown)
    first = shown[0]
    heading = _("For {name}").format(name=first.name)
    return [Section(_("People"), lines), Section(heading, first.actions)]


def _pages(
    query: str, pages: Iterable[PageInfo], navigate: Callable[[str], None]
) -> Iterable[Entry]:
    for page in pages:
        titles = in_all_languages(page.title)
        if not matches(query, titles):
            continue
        shown = page.title()
        other = next((title for title in titles if matches(query, [title])), shown)
        tail = "" if matches(query, [shown]) else other
        key = f"Ctrl+{page.order}" if 0 < page.order < 9 else ""
        yield Entry(shown, partial(navigate, page.name), tail, page.icon, key)


def _commands(query: str, commands: Iterable[Command]) -> Iterable[Entry]:
    for command in commands:
        if matches(query, (command.text, *command.words)):
            yield Entry(command.text, command.run, icon=command.icon, key=command.key)

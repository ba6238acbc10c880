"""Translation of the app's own texts by gettext, without Qt; the language changes at any time."""

from __future__ import annotations

import gettext as _gettext
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING

from networking_app.support import resources

if TYPE_CHECKING:
    from collections.abc import Iterator

DOMAIN = "networking_app"
SOURCE_LANGUAGE = "en"
_language = "en"
# A document can be written in another language than the window shows, also in another thread.
_for_this_work: ContextVar[str | None] = ContextVar("language", default=None)


@cache
def languages() -> tuple[str, ...]:
    """Languages there is a catalogue for, the source language first."""
    folder = resources.folder() / "translations"
    found = sorted(
        p.name for p in folder.iterdir() if (p / "LC_MESSAGES" / f"{DOMAIN}.mo").is_file()
    )
    return (SOURCE_LANGUAGE, *(name for name in found if name != SOURCE_LANGUAGE))


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    folder = resources.folder() / "translations"
    return _gettext.translation(DOMAIN, folder, [language], fallback=True)


def use(language: str) -> None:
    """Show the texts in this language from now on; an unknown one falls back to English."""
    global _language  # noqa: PLW0603 (one language for the whole program)
    _language = language if language in languages() else SOURCE_LANGUAGE


def current() -> str:
    """The language in use here, as a two-letter word."""
    return _for_this_work.get() or _language


@contextmanager
def using(language: str) -> Iterator[None]:
    """Use another language for one piece of work, such as a document."""
    token = _for_this_work.set(language if language in languages() else SOURCE_LANGUAGE)
    try:
        yield
    finally:
        _for_this_work.reset(token)


def gettext(text: str) -> str:
    """Return the text in the language in use."""
    return _catalogue(current()).gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the text for this count in the language in use."""
    return _catalogue(current()).ngettext(one, many, count)


def pgettext(context: str, text: str) -> str:
    """Return the text where one English word has several translations."""
    return _catalogue(current()).pgettext(context, text)

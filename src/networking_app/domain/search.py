"""Searching for guests, the part without an index: what was asked, and how well a guest answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.domain.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME_WORDS = 3  # the first words of a folded text are the name
_COUNTRY = "358"
_PHONE_DIGITS = 5  # from here on separate groups of digits are taken for one number
_MOST_WORDS = 8

EXACT, EXACT_ELSEWHERE = 100.0, 75.0
PREFIX, PREFIX_ELSEWHERE = 60.0, 50.0
TYPO, TYPO_PREFIX = 40.0, 25.0
INFIX = 15.0
IN_ORDER = 5.0  # the words asked for are the whole beginning of the name


@dataclass(frozen=True, slots=True)
class Hit:
    """A guest found.

    Attributes:
        id: key of the row.
        score: 0 to 105, the higher the better; the mean over the words asked for.
        typo: whether a word was only nearly right, so that the desk shows it with care.
    """

    id: str
    score: float
    typo: bool


def searchable(folded: str) -> str:
    """Return a folded text with a blank on either side and the other ways to write its numbers."""
    numbers = [
        "0" + word.removeprefix(_COUNTRY)
        for word in folded.split()
        if len(word) > 8 and word.isdecimal() and word.startswith(_COUNTRY)
    ]
    return f" {' '.join([folded, *numbers])} " if numbers else f" {folded} "


def asked(query: str) -> list[tuple[str, ...]]:
    """Return the ways to understand a query, likeliest first, each as words that all must match."""
    words = tuple(fold(query).split()[:_MOST_WORDS])
    if not words:
        return []
    together = "".join(words)
    number = together.isdecimal() and (len(words) == 1 or len(together) >= _PHONE_DIGITS)
    if number:
        number_words = together.removeprefix("00")
        if number_words.startswith(_COUNTRY + "0"):
            number_words = _COUNTRY + number_words[len(_COUNTRY) + 1 :]
        return list(dict.fromkeys([(number_words or together,), (together,), words]))
    return [words] if len(words) == 1 else [words, (together,)]


def halves(word: str) -> list[tuple[str, str]]:
    """Return the ways in which a word may be two words whose blank was forgotten."""
    return [(word[:at], word[at:]) for at in range(2, len(word) - 1)]


def one_error(word: str, letters: Iterable[str]) -> set[str]:
    """Return what may have been meant had one key gone wrong: left out, added, other, swapped."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {left + right[1:] for left, right in cuts if right}
    found.update(left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1)
    for letter in letters:
        found.update([left + letter + right for left, right in cuts])
        found.update([left + letter + right[1:] for left, right in cuts if right])
    found.discard(word)
    return found


def plain_score(word: str, text: str) -> float:
    """Return how well a word stands in a searchable text as it is: 0 when it does not."""
    start = text.find(f" {word} ")
    if start >= 0:
        return EXACT if text.count(" ", 0, start) < NAME_WORDS else EXACT_ELSEWHERE
    start = text.find(f" {word}")
    if start < 0:
        return 0.0
    length = text.find(" ", start + 1) - start - 1
    best = PREFIX if text.count(" ", 0, start) < NAME_WORDS else PREFIX_ELSEWHERE
    return best + 9.0 * len(word) / length


def order_bonus(words: tuple[str, ...], text: str) -> float:
    """Return what a guest gains whose name begins with just these words, in any order."""
    return IN_ORDER if sorted(text.split(None, len(words))[: len(words)]) == sorted(words) else 0.0


def typo_score(word: str, found: str, distance: int, whole: bool) -> float:
    """Return the worth of a nearly right word; people seldom err in the first letter."""
    score = TYPO if whole else TYPO_PREFIX
    same_first = 4.0 if word[0] == found[0] else 0.0
    return score + same_first + (1.0 if len(word) == len(found) else 0.0) - 6.0 * (distance - 1)

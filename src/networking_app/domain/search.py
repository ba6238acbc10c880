"""Searching for guests, the part without an index: what was asked, and how well a guest answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.domain.names import fold
from networking_app.domain.scripts import latin

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME_END = "\n"  # stands between the name and the rest of a searchable text
_NAME_WORDS = 3  # taken for the name where a text does not say
_COUNTRY = "358"
_PHONE_DIGITS = 5  # from here on separate groups of digits are taken for one number
_NATIONAL_DIGITS = range(7, 13)
_NUMBERS = re.compile(
    rf"(?<!\S)(?:{_COUNTRY}([0-9]{{6,}})|([0-9]{{1,7}}(?: [0-9]{{1,7}})+))(?!\S)", re.ASCII
)
_MOST_WORDS = 8
_SPELLED = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_SPELLED_OUT = str.maketrans(
    {"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00e5": "aa", "\u00f8": "oe"}
)

EXACT, EXACT_ELSEWHERE = 100.0, 75.0
PREFIX, PREFIX_ELSEWHERE = 60.0, 50.0
TYPO, TYPO_PREFIX = 40.0, 25.0
NICKNAME = 38.0
ENDING = 48.0  # the last digits of a phone number
INFIX = 15.0
INITIALS = 10.0
OTHER_SPELLING = 30.0  # less than for the words as typed
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
    """Return a folded text ready to be searched.

    It has a blank on either side, the end of the name marked, and what is also typed for what
    stands there: numbers without their country or their blanks, names in Latin letters.

    Args:
        folded: folded words, the name first; NAME_END after it, or else three words are the name.
    """
    name, end, rest = folded.partition(NAME_END)
    if not end:
        words = folded.split(" ", _NAME_WORDS)
        name, rest = " ".join(words[:_NAME_WORDS]), " ".join(words[_NAME_WORDS:])
    if not name.isascii():
        name = " ".join([name.strip(), *(form for word in name.split() for form in latin(word))])
    more = [_other_number(*found) for found in _NUMBERS.findall(folded)]
    return " ".join(
        ["", name.strip(), NAME_END, rest.strip(), *dict.fromkeys(filter(None, more)), ""]
    )


def _other_number(national: str, groups: str) -> str:
    """The number without its country, or without its blanks; empty for what is none."""
    together = groups.replace(" ", "")
    return f"0{national}" if national else together if len(together) in _NATIONAL_DIGITS else ""


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


def spelled(query: str) -> list[tuple[str, ...]]:
    """Return the same query as other keyboards and papers write it; worth OTHER_SPELLING less.

    "Haeroe" is meant for "Härö" where the keyboard has no ä, and "Müller" may be registered as
    "Mueller"; a name in Cyrillic or Greek letters is looked for in Latin ones too.
    """
    words = tuple(fold(query).split()[:_MOST_WORDS])
    short = words
    for pair, letter in _SPELLED:
        short = tuple(word.replace(pair, letter) if len(word) > 3 else word for word in short)
    if short != words:
        short = tuple("a" + word[2:] if word.startswith("aa") else word for word in short)
    ways = [short]
    if not query.isascii():
        ways.append(tuple(fold(query.lower().translate(_SPELLED_OUT)).split()[:_MOST_WORDS]))
        forms = [latin(word) or (word,) for word in words]
        most = max(map(len, forms), default=0)
        ways += [tuple(one[min(at, len(one) - 1)] for one in forms) for at in range(most)]
    return [way for way in dict.fromkeys(ways) if way != words]


def parts(word: str) -> list[tuple[str, ...]]:
    """Return the ways in which a word may be two or three words whose blanks were forgotten."""
    least = 2 if word.isascii() else 1  # a Chinese family name is one sign
    cuts = range(least, len(word) - least + 1)
    pairs: list[tuple[str, ...]] = [(word[:at], word[at:]) for at in cuts]
    if least == 1:
        return pairs
    triples = [
        (word[:one], word[one:two], word[two:]) for one in cuts for two in cuts if two >= one + 2
    ]
    return pairs + triples


def initials(name_words: list[str]) -> set[str]:
    """Return the initials by which a name may be asked for: of two, of three, of first and last."""
    if len(name_words) == 2:
        return {name_words[0][0] + name_words[1][0]}
    firsts = [word[0] for word in name_words]
    return {"".join(firsts[:2]), "".join(firsts[:3]), firsts[0] + firsts[-1]} if firsts else set()


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
        return EXACT if start < text.find(NAME_END) else EXACT_ELSEWHERE
    start = text.find(f" {word}")
    if start < 0:
        return 0.0
    length = text.find(" ", start + 1) - start - 1
    best = PREFIX if start < text.find(NAME_END) else PREFIX_ELSEWHERE
    return best + 9.0 * len(word) / length


def name_words(text: str) -> list[str]:
    """Return the words of a searchable text that are the name."""
    return text[: text.find(NAME_END)].split()


def order_bonus(words: tuple[str, ...], text: str) -> float:
    """Return what a guest gains whose name begins with just these words, in any order."""
    return IN_ORDER if sorted(text.split(None, len(words))[: len(words)]) == sorted(words) else 0.0


def typo_score(word: str, found: str, distance: int, whole: bool) -> float:
    """Return the worth of a nearly right word; people seldom err in the first letter."""
    score = TYPO if whole else TYPO_PREFIX
    same_first = 4.0 if word[0] == found[0] else 0.0
    same = 1 - distance / max(len(word), len(found))
    return score + same_first + 4.0 * same - 6.0 * (distance - 1)

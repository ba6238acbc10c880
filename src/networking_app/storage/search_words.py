"""The distinct words of all guests: which rows have them, which begin so, and which are close."""

from __future__ import annotations

from bisect import bisect_left, insort
from itertools import chain
from string import ascii_lowercase
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from networking_app.domain.search import INFIX, one_error, typo_score

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LAST = "\U0010ffff"
_REMEMBERED = 512  # words whose close ones are kept while someone types
_TWO_ERRORS_FROM = 8  # letters
_MOST_INFIX = 400  # words


class Words:
    """Words with their rows; a row is a small number."""

    def __init__(self) -> None:
        # A word of one row, as most are, holds the bare number: half the memory.
        self._rows: dict[str, int | list[int]] = {}
        self._sorted: list[str] | None = None
        self._beginnings: dict[int, dict[str, None]] = {}
        self._close: dict[str, dict[str, float]] = {}
        self._joined = ""

    def add(self, row: int, words: Iterable[str]) -> None:
        """Note that a row has these words."""
        rows = self._rows
        fresh: list[str] = []
        for word in words:
            held = rows.get(word)
            if held is None:
                rows[word] = row
                fresh.append(word)
            elif isinstance(held, list):
                if held[-1] != row:
                    held.append(row)
            elif held != row:
                rows[word] = [held, row]
        if self._sorted is not None and fresh:
            self._note(fresh)

    def _note(self, fresh: list[str]) -> None:
        """Keep what was made of all words right after one came."""
        ordered = self._ordered()
        for word in fresh:
            insort(ordered, word)
            for length, found in self._beginnings.items():
                if len(word) >= length and word.isalpha():
                    found[word[:length]] = None
        self._close.clear()
        self._joined = ""

    def remove(self, row: int, words: Iterable[str]) -> None:
        """Note that a row has these words no more."""
        ordered = self._ordered()
        for word in set(words):
            held = self._rows[word]
            if isinstance(held, list) and len(held) > 1:
                held.remove(row)
                continue
            del self._rows[word]
            del ordered[bisect_left(ordered, word)]
        self._close.clear()
        self._joined = ""

    def rows(self, word: str) -> Iterable[int]:
        """Return the rows that have a word."""
        held = self._rows.get(word, [])
        return held if isinstance(held, list) else (held,)

    def count_up_to(self, words: Iterable[str], most: int) -> int:
        """Return about how many rows have one of these words, counting no further than needed."""
        size = 0
        for word in words:
            held = self._rows[word]
            size += len(held) if isinstance(held, list) else 1
            if size > most:
                break
        return size

    def __contains__(self, word: object) -> bool:
        return word in self._rows

    def beginning(self, word: str) -> list[str]:
        """Return the words that begin so, the word itself first."""
        ordered = self._ordered()
        return ordered[bisect_left(ordered, word) : bisect_left(ordered, word + _LAST)]

    def any_beginning(self, word: str) -> bool:
        """Say whether a word begins so."""
        ordered = self._ordered()
        at = bisect_left(ordered, word)
        return at < len(ordered) and ordered[at].startswith(word)

    def close(self, word: str) -> dict[str, float]:
        """Return words with a typing error against this one, or against its beginning: their worth.

        One error (a letter more, less, another, or two swapped), two from eight letters on.
        """
        found = self._close.get(word)
        if found is None:
            if len(self._close) >= _REMEMBERED:
                self._close.clear()
            found = self._close[word] = self._look_close(word)
        return found

    def _look_close(self, word: str) -> dict[str, float]:
        if len(word) < 2 or word.isdecimal():
            return {}
        found: dict[str, float] = {}
        known = {
            length: self._all_beginnings(length) for length in range(len(word) - 1, len(word) + 2)
        }
        for begins in one_error(word, self._letters(word)):
            if begins in known[len(begins)]:
                self._take(found, word, begins, 1)
        if not found and len(word) >= _TWO_ERRORS_FROM:
            for every in known.values():
                for begins, distance, _ in process.extract(
                    word, list(every), scorer=OSA.distance, score_cutoff=2, limit=None
                ):
                    self._take(found, word, begins, int(distance))
        return found

    def _letters(self, word: str) -> Iterable[str]:
        """The letters that may have been meant: for a word of a to z those, else any we know."""
        return ascii_lowercase if word.isascii() else self._all_beginnings(1)

    def _take(self, found: dict[str, float], word: str, begins: str, distance: int) -> None:
        if distance:
            for whole in self._whole(begins, len(word)):
                worth = typo_score(word, begins, distance, whole=whole == begins)
                found[whole] = max(worth, found.get(whole, 0.0))

    def _whole(self, begins: str, asked_length: int) -> list[str]:
        """The words a nearly right beginning stands for; only itself when little was typed."""
        if asked_length < 4:
            return [begins] if begins in self._rows else []
        return self.beginning(begins)

    def _all_beginnings(self, length: int) -> dict[str, None]:
        """Every beginning of that many letters, of words without digits."""
        found = self._beginnings.get(length)
        if found is None:
            letters = (w[:length] for w in self._ordered() if len(w) >= length and w.isalpha())
            found = dict.fromkeys(letters)
            self._beginnings[length] = found
        return found

    def within(self, part: str) -> dict[str, float]:
        """Return words with this part in their middle: their worth."""
        if not self._joined:
            self._joined = "\n".join(["", *self._ordered(), ""])
        text, at, found = self._joined, 0, dict[str, float]()
        while len(found) < _MOST_INFIX and (at := text.find(part, at)) >= 0:
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            found[text[start:end]] = INFIX
            at = end
        return found

    def prepare(self) -> None:
        """Make what the first search would wait for."""
        for length in range(1, 13):
            self._all_beginnings(length)

    def _ordered(self) -> list[str]:
        if self._sorted is None:
            self._sorted = sorted(self._rows)
        return self._sorted

    def rows_of(self, words: Iterable[str]) -> Iterator[int]:
        """Return the rows of these words, in the order of the words; a row may come again."""
        return chain.from_iterable(self.rows(word) for word in words)

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
_LONGEST_KEPT = 12  # letters of a beginning
_MOST_APART = 5_000  # words
_MANY = 16  # words that come or go at once are sorted in as a whole


class Words:
    """Words with their rows; a row is a small number."""

    def __init__(self) -> None:
        # A word of one row, as most are, holds the bare number: half the memory.
        self._rows: dict[str, int | list[int]] = {}
        self._sorted: list[str] | None = None
        self._beginnings: dict[int, dict[str, None]] = {}
        self._close: dict[tuple[str, bool], dict[str, float]] = {}
        self._joined = ""
        self._late: list[str] = []  # words that do not stand in it yet
        self._gone = 0  # words that still stand in it

    def add(self, lines: Iterable[tuple[int, Iterable[str]]]) -> None:
        """Note which words rows have; a new row has a higher number than all before."""
        rows = self._rows
        fresh: list[str] = []
        for row, words in lines:
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
            self._note(self._sorted, fresh)

    def _note(self, ordered: list[str], fresh: list[str]) -> None:
        """Keep what was made of all words right after some came."""
        if len(fresh) > _MANY:
            ordered.extend(fresh)
            ordered.sort()
        else:
            for word in fresh:
                insort(ordered, word)
        for length, found in self._beginnings.items():
            found.update((w[:length], None) for w in fresh if len(w) >= length and w.isalpha())
        self._close.clear()
        self._late += fresh
        self._join_again()

    def remove(self, lines: Iterable[tuple[int, Iterable[str]]]) -> None:
        """Note that rows have these words no more."""
        gone: list[str] = []
        for row, words in lines:
            for word in set(words):
                held = self._rows[word]
                if isinstance(held, list) and len(held) > 1:
                    del held[bisect_left(held, row)]
                    continue
                del self._rows[word]
                gone.append(word)
        if self._sorted is not None and len(gone) > _MANY:
            self._sorted = [word for word in self._sorted if word in self._rows]
        elif self._sorted is not None:
            for word in gone:
                del self._sorted[bisect_left(self._sorted, word)]
        if gone:
            self._close.clear()
        self._gone += len(gone)
        self._join_again()

    def _join_again(self) -> None:
        """Have the joined text made anew, once it differs by much from the words."""
        if len(self._late) + self._gone > _MOST_APART:
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

    def close(self, word: str, *, far: bool = True) -> dict[str, float]:
        """Return words with a typing error against this one, or against its beginning: their worth.

        One error (a letter more, less, another, or two swapped); `far` allows two from eight
        letters on.
        """
        found = self._close.get((word, far))
        if found is None:
            if len(self._close) >= _REMEMBERED:
                self._close.clear()
            found = self._close[word, far] = self._look_close(word, far=far)
        return found

    def _look_close(self, word: str, *, far: bool) -> dict[str, float]:
        if len(word) < 2 or word.isdecimal():
            return {}
        found: dict[str, float] = {}
        for begins in one_error(word, self._letters(word)):
            if self._begins(begins):
                self._take(found, word, begins, 1)
        if far and not found and len(word) >= _TWO_ERRORS_FROM:
            self._look_far(found, word)
        return found

    def _look_far(self, found: dict[str, float], word: str) -> None:
        """Two errors, at most one swapped, missing or added letter among the first two.

        To look at all words would take too long.
        """
        starts = {word[:2], word[1] + word[0], word[0] + word[2], word[1:3]}
        likely = [w for start in starts for w in self.beginning(start)]
        for length in range(len(word) - 1, len(word) + 2):
            every = {w[:length] for w in likely if len(w) >= length and w.isalpha()}
            for begins, distance, _ in process.extract(
                word, sorted(every), scorer=OSA.distance, score_cutoff=2, limit=None
            ):
                self._take(found, word, begins, int(distance))

    def _begins(self, begins: str) -> bool:
        """Say whether a word begins so; long beginnings are asked too seldom to be kept."""
        if len(begins) > _LONGEST_KEPT:
            return self.any_beginning(begins)
        return begins in self._all_beginnings(len(begins))

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
        return dict.fromkeys(self._with(part), INFIX)

    def ending(self, part: str) -> list[str]:
        """Return the words that end so."""
        return self._with(part + "\n")

    def _with(self, part: str) -> list[str]:
        if not self._joined:
            self._join()
        late = (word for word in self._late if part in word + "\n")
        found = dict.fromkeys(word for word in late if word in self._rows)
        text, at = self._joined, 0
        while len(found) < _MOST_INFIX and (at := text.find(part, at)) >= 0:
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            if text[start:end] in self._rows:
                found[text[start:end]] = None
            at = end
        return list(found)

    def _join(self) -> None:
        self._joined = "\n".join(["", *self._ordered(), ""])
        self._late, self._gone = [], 0

    def prepare(self) -> None:
        """Make what the first search would wait for."""
        self._join()
        left = [word for word in self._ordered() if word.isalpha()]
        for length in range(1, _LONGEST_KEPT + 1):
            left = [word for word in left if len(word) >= length]
            self._beginnings[length] = dict.fromkeys([word[:length] for word in left])

    def _ordered(self) -> list[str]:
        if self._sorted is None:
            self._sorted = sorted(self._rows)
        return self._sorted

    def rows_of(self, words: Iterable[str]) -> Iterator[int]:
        """Return the rows of these words, in the order of the words; a row may come again."""
        return chain.from_iterable(self.rows(word) for word in words)

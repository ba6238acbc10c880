"""Find guests as someone types: any order of words, no accents, errors of typing, best hit first.

The index lives in memory beside the workspace, whose file may hold no virtual tables; it is built
from the stored folded texts and told of each change.
"""

from __future__ import annotations

from heapq import nsmallest
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from networking_app.domain.search import (
    NAME_WORDS,
    Hit,
    asked,
    halves,
    order_bonus,
    plain_score,
    searchable,
)
from networking_app.storage.search_words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_ROWS = 6_000  # rows of the rarest word that are compared with the other words
_MOST_SET = 20_000  # rows of a more frequent word that are compared with those
_MOST_SCORED = 400  # rows scored for one way to understand a query
_MOST_WORDS = 3_000  # words with one beginning that are looked at
_ENOUGH = 5  # good hits that make weaker ones needless
_INFIX_FROM = 3  # letters


class _Row(NamedTuple):
    id: str
    text: str
    sort_key: str


class _Found(NamedTuple):
    score: float
    typo: bool
    row: int


class GuestIndex:
    """The guests of one event, ready to be searched."""

    def __init__(self) -> None:
        self._rows: dict[int, _Row] = {}
        self._places: dict[str, int] = {}
        self._words = Words()
        self._names = Words()  # those of the name alone: few, and looked at first
        self._next = 0

    @classmethod
    def build(cls, rows: Iterable[tuple[str, str, str]]) -> GuestIndex:
        """Return an index over (id, folded text, sort key); see domain.names for both texts.

        The folded text begins with the name; then badge name, e-mail, phone, company, title and
        code in any order. An id that comes twice counts with its last row.
        """
        index = cls()
        for key, folded, sort_key in rows:
            if key in index._places:
                index.remove(key)
            index._add(key, folded, sort_key)
        index._names.prepare()
        return index

    def __len__(self) -> int:
        return len(self._rows)

    def _add(self, key: str, folded: str, sort_key: str) -> None:
        text = searchable(folded)
        row = self._next
        self._next += 1
        self._rows[row] = _Row(key, text, sort_key)
        self._places[key] = row
        words = text.split()
        self._words.add(row, words)
        self._names.add(row, words[:NAME_WORDS])

    def update(self, key: str, folded: str, sort_key: str) -> None:
        """Put a guest in, or in place of what was known under this id."""
        self.remove(key)
        self._add(key, folded, sort_key)

    def remove(self, key: str) -> None:
        """Forget a guest; an unknown id is none to forget."""
        row = self._places.pop(key, None)
        if row is not None:
            words = self._rows.pop(row).text.split()
            self._words.remove(row, words)
            self._names.remove(row, words[:NAME_WORDS])

    def find(self, query: str, limit: int = 20) -> list[Hit]:
        """Return the guests a query means, best first; equally good ones in the order of names.

        All words must match: as they are, as a beginning, with a typing error, or in the middle of
        a word. The weaker ways are tried only while there are few better hits.
        """
        best: dict[int, _Found] = {}
        ways = asked(query)
        for words in ways:
            if len(words) == 1:
                self._keep(best, self._plain(words, self._names))
            if len(words) > 1 or len(best) < limit:
                self._keep(best, self._plain(words, self._words))
        for source, enough in ((self._names, min(limit, _ENOUGH)), (self._words, 1)):
            if len(best) < enough:
                for words in ways:
                    self._keep(best, self._near(words, source))
        if len(best) < min(limit, _ENOUGH) and [len(words) for words in ways] == [1]:
            for pair in halves(ways[0][0]):
                if pair[0] in self._names and self._names.any_beginning(pair[1]):
                    self._keep(best, self._plain(pair, self._words))
        chosen = nsmallest(limit, best.values(), key=self._rank)
        return [Hit(self._rows[one.row].id, round(one.score, 2), one.typo) for one in chosen]

    def _rank(self, found: _Found) -> tuple[float, str, str]:
        row = self._rows[found.row]
        return -found.score, row.sort_key, row.id

    @staticmethod
    def _keep(best: dict[int, _Found], more: Iterable[_Found]) -> None:
        for found in more:
            held = best.get(found.row)
            if held is None or found.score > held.score:
                best[found.row] = found

    def _plain(self, words: tuple[str, ...], source: Words) -> list[_Found]:
        """Rows in which every word stands, or begins a word."""
        rows = self._rarest([source.beginning(w)[:_MOST_WORDS] for w in words], source)
        held = self._rows
        if len(words) > 1:
            for begins in [f" {word}" for word in words]:
                rows = [row for row in rows if begins in held[row].text]
        out = []
        for row in islice(rows, _MOST_SCORED):
            text = held[row].text
            total = 0.0
            for word in words:
                score = plain_score(word, text)
                if not score:
                    break
                total += score
            else:
                total = total / len(words) + order_bonus(words, text)
                out.append(_Found(total, typo=False, row=row))
        return out

    def _near(self, words: tuple[str, ...], source: Words) -> list[_Found]:
        """Rows in which every word stands, begins a word, or nearly does."""
        near = [self._nearly(word, source, alone=len(words) == 1) for word in words]
        choices = [
            [
                *self._words.beginning(word)[:_MOST_WORDS],
                *sorted(close, key=lambda one: -close[one]),
            ]
            for word, close in zip(words, near, strict=True)
        ]
        rows = self._rarest(choices, self._words)
        for choice in choices if len(choices) > 1 else ():
            if self._words.count_up_to(choice, _MOST_SET) <= _MOST_SET:
                having = set(self._words.rows_of(choice))
                rows = [row for row in rows if row in having]
        scored = (self._score(row, words, near) for row in islice(rows, _MOST_SCORED))
        return [found for found in scored if found is not None]

    def _nearly(self, word: str, source: Words, *, alone: bool) -> dict[str, float]:
        """Words close to this one, or with it in the middle; very short ones need company."""
        if len(word) < _INFIX_FROM and alone:
            return {}
        if source is self._names or len(word) < _INFIX_FROM:
            return source.close(word)
        return {**source.within(word), **source.close(word)}

    @staticmethod
    def _rarest(choices: list[list[str]], source: Words) -> list[int]:
        """Rows of the choice of words that fewest have; none if one choice is empty."""
        if not all(choices):
            return []
        words = choices[0]
        if len(choices) > 1:
            words = min(choices, key=lambda one: source.count_up_to(one, _MOST_ROWS))
        return list(dict.fromkeys(islice(source.rows_of(words), _MOST_ROWS)))

    def _score(
        self, row: int, words: tuple[str, ...], near: list[dict[str, float]]
    ) -> _Found | None:
        text = self._rows[row].text
        total, typo = 0.0, False
        own: list[str] = []
        for word, close in zip(words, near, strict=True):
            score = plain_score(word, text)
            if not score:
                own = own or text.split()
                score = max((close.get(one, 0.0) for one in own), default=0.0)
                if not score:
                    return None
                typo = typo or not any(word in one for one in own)
            total += score
        return _Found(total / len(words), typo, row)


def find_once(rows: Iterable[tuple[str, str, str]], query: str, limit: int = 20) -> list[Hit]:
    """Find guests for a single question: rows are read through, an index is made only if need be.

    The rows are those of `GuestIndex.build`. Hits are the same as the index gives, unless some
    guest has every word plainly: then only such guests are told.
    """
    kept = list(rows)
    best: dict[str, tuple[float, str]] = {}
    for words in asked(query):
        for key, folded, sort_key in kept:
            if not all(word in folded for word in words) and not words[0].isdecimal():
                continue
            text = searchable(folded)
            scores = [plain_score(word, text) for word in words]
            if all(scores):
                score = sum(scores) / len(words) + order_bonus(words, text)
                best[key] = max(best.get(key, (0.0, sort_key)), (score, sort_key))
    if best:
        chosen = nsmallest(limit, best.items(), key=lambda one: (-one[1][0], one[1][1], one[0]))
        return [Hit(key, round(score, 2), typo=False) for key, (score, _) in chosen]
    return GuestIndex.build(kept).find(query, limit) if asked(query) else []

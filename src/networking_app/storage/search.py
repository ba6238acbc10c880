"""Find guests as someone types: any order of words, no accents, errors of typing, best hit first.

The index lives in memory beside the workspace, whose file may hold no virtual tables; it is built
from the stored folded texts and told of each change.
"""

from __future__ import annotations

from bisect import bisect_left
from heapq import nsmallest
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from networking_app.domain.nicknames import also_called
from networking_app.domain.search import (
    ENDING,
    IN_ORDER,
    INITIALS,
    NICKNAME,
    OTHER_SPELLING,
    Hit,
    asked,
    initials,
    name_words,
    order_bonus,
    parts,
    plain_score,
    searchable,
    spelled,
)
from networking_app.storage.search_words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Id, folded text, sort key; see domain.names for both texts. The folded text begins with the name,
# then domain.search.NAME_END; the rest in any order: e-mail, phone, company, title, codes.
Line = tuple[str, str, str]

_MOST_ROWS = 6_000  # rows of the rarest word that are compared with the other words
_MOST_SET = 20_000  # rows of a more frequent word that are compared with those
_MOST_SCORED = 400  # rows scored for one way to understand a query
_MOST_WORDS = 3_000  # words with one beginning that are looked at
_ENOUGH = 5  # good hits that make weaker ones needless
_INFIX_FROM = 3  # letters
_ENDING_FROM = 4  # digits


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
        self._initials: dict[str, list[int]] = {}
        self._next = 0

    @classmethod
    def build(cls, rows: Iterable[Line]) -> GuestIndex:
        """Return an index over these lines; an id that comes twice counts with its last one."""
        index = cls()
        index.update(rows)
        index._words.prepare()
        index._names.prepare()
        return index

    def __len__(self) -> int:
        return len(self._rows)

    def update(self, lines: Iterable[Line], gone: Iterable[str] = ()) -> None:
        """Put guests in, or in place of what was known under their ids, and forget others."""
        fresh = {key: _Row(key, searchable(folded), order) for key, folded, order in lines}
        same = [
            key
            for key, row in fresh.items()
            if (place := self._places.get(key)) is not None and self._rows[place] == row
        ]
        for key in same:
            del fresh[key]
        self._remove([key for key in (*fresh, *gone) if key in self._places])
        for row, line in enumerate(fresh.values(), self._next):
            self._rows[row] = line
            self._places[line.id] = row
        new = range(self._next, self._next + len(fresh))
        self._next = new.stop
        self._words.add((row, self._rows[row].text.split()) for row in new)
        self._names.add((row, name_words(self._rows[row].text)) for row in new)
        for row in new:
            for one in initials(name_words(self._rows[row].text)):
                self._initials.setdefault(one, []).append(row)

    def _remove(self, keys: Iterable[str]) -> None:
        gone = [(row := self._places.pop(key), self._rows.pop(row).text) for key in keys]
        self._words.remove((row, text.split()) for row, text in gone)
        self._names.remove((row, name_words(text)) for row, text in gone)
        for row, text in gone:
            for one in initials(name_words(text)):
                rows = self._initials[one]
                del rows[bisect_left(rows, row)]

    def find(self, query: str, limit: int = 20) -> list[Hit]:
        """Return the guests a query means, best first; equally good ones in the order of names.

        All words must match: as they are, as a beginning, with a typing error, as a nickname, or
        in the middle of a word. The weaker ways are tried only while there are few better hits.
        """
        best: dict[int, _Found] = {}
        ways = asked(query)
        most = max(_MOST_SCORED, min(limit, _MOST_ROWS))
        for words in ways:
            if len(words) == 1:
                self._keep(best, self._plain(words, self._names, most))
            if len(words) > 1 or len(best) < limit:
                self._keep(best, self._plain(words, self._words, most))
        for words in spelled(query):
            found = self._plain(words, self._words, most)
            self._keep(best, [one._replace(score=one.score - OTHER_SPELLING) for one in found])
        for source, enough in ((self._names, min(limit, _ENOUGH)), (self._words, 1)):
            if len(best) < enough:
                for words in ways:
                    self._keep(best, self._near(words, source, far=words == ways[0]))
        if ways and len(best) < limit and len(ways[0]) == 1:
            self._keep(best, self._of_one_word(ways[0][0], few=len(best) < _ENOUGH))
        chosen = nsmallest(limit, best.values(), key=self._rank)
        return [Hit(self._rows[one.row].id, round(one.score, 2), one.typo) for one in chosen]

    def _of_one_word(self, word: str, *, few: bool) -> Iterator[_Found]:
        """What a single word may be beside one: end of a number, initials, words run together."""
        if word.isdecimal():
            if len(word) >= _ENDING_FROM:
                # A foreign number is stored with its country in the place of the first nought.
                ends = self._words.ending(word.lstrip("0") or word)
                yield from (_Found(ENDING, False, row) for row in self._words.rows_of(ends))
        elif few:
            for one in dict.fromkeys((word, word[::-1])):
                rows = islice(self._initials.get(one, ()), _MOST_SCORED)
                yield from (_Found(INITIALS, True, row) for row in rows)
            for apart in parts(word):
                whole = all(part in self._names for part in apart[:-1])
                if whole and self._names.any_beginning(apart[-1]):
                    for found in self._plain(apart, self._words, _MOST_SCORED):
                        yield found._replace(score=found.score - IN_ORDER)

    def _rank(self, found: _Found) -> tuple[float, str, str]:
        row = self._rows[found.row]
        return -found.score, row.sort_key, row.id

    @staticmethod
    def _keep(best: dict[int, _Found], more: Iterable[_Found]) -> None:
        for found in more:
            held = best.get(found.row)
            if held is None or found.score > held.score:
                best[found.row] = found

    def _plain(self, words: tuple[str, ...], source: Words, most: int) -> list[_Found]:
        """Rows in which every word stands, or begins a word."""
        rows = self._rarest([source.beginning(w)[:_MOST_WORDS] for w in words], source)
        held = self._rows
        if len(words) > 1:
            for begins in [f" {word}" for word in words]:
                rows = [row for row in rows if begins in held[row].text]
        out = []
        for row in islice(rows, most):
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

    def _near(self, words: tuple[str, ...], source: Words, *, far: bool) -> list[_Found]:
        """Rows in which every word stands, begins a word, or nearly does."""
        near = [self._nearly(word, source, alone=len(words) == 1, far=far) for word in words]
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

    def _nearly(self, word: str, source: Words, *, alone: bool, far: bool) -> dict[str, float]:
        """Words close to this one, or with it in the middle; very short ones need company."""
        called = {name: NICKNAME for name in also_called(word) if name in self._names}
        if len(word) < _INFIX_FROM and alone:
            return called
        if source is self._names or len(word) < _INFIX_FROM or not far:
            return {**called, **source.close(word, far=far)}
        return {**called, **source.within(word), **source.close(word, far=far)}

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


def find_once(rows: Iterable[Line], query: str, limit: int = 20) -> list[Hit]:
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

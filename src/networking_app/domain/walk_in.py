"""Guests who come without a registration: whom they may be, and where they may come from."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from networking_app.domain.names import fold, words

# Beneath this, words of two names are not a slip of the hand: "Maria" and "Marja", not "Mikko".
_NEAR = 0.7


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation the workspace knows, as a form completes it.

    Attributes:
        guests: guests of the event who come from it.
    """

    name: str
    short: str = ""
    city: str = ""
    guests: int = 0


class Bodies:
    """Completes the name of an organisation while it is typed.

    Args:
        known: those with most guests first.
    """

    def __init__(self, known: tuple[Body, ...] = ()) -> None:
        self._known = [(f" {fold(body.name)} ", fold(body.short), body) for body in known]

    def complete(self, typed: str, limit: int = 5) -> list[Body]:
        """Organisations whose name begins like this, then those with such a word, best first."""
        wanted = fold(typed)
        if not wanted:
            return []
        blank = " " if typed.endswith(" ") else ""
        begin, within, short = [], [], []
        for name, letters, body in self._known:
            if name.startswith(f" {wanted}{blank}"):
                begin.append(body)
            elif letters == wanted:
                short.append(body)
            elif f" {wanted}{blank}" in name:
                within.append(body)
            if len(begin) >= limit:
                break
        return [*short, *begin, *within][:limit]

    def of(self, typed: str) -> Body | None:
        """The organisation of this name, whatever its capitals and accents; None if unknown."""
        wanted = fold(typed)
        exact = (body for name, _short, body in self._known if name == f" {wanted} ")
        return next(exact, None) if wanted else None


def rest_of(body: Body, typed: str) -> str:
    """What is left to type of a name, "" where it does not begin as typed."""
    return body.name[len(typed) :] if fold(body.name[: len(typed)]) == fold(typed) else ""


def may_be_the_same(typed: str, name: str, elsewhere: str) -> bool:
    """Whether a guest whom the search found for a name may be that person.

    The search also finds a word of the name in the organisation or title; such a guest only works
    at "Lahti", and is not called so.

    Args:
        typed: the name typed.
        name: of the guest found.
        elsewhere: organisation and title of the guest found.
    """
    own, other = words(name), words(elsewhere)
    return not any(
        any(said.startswith(word) for said in other) and not any(near(word, w) for w in own)
        for word in words(typed)
    )


def near(word: str, other: str) -> bool:
    """Whether two folded words of a name are one but for a slip, or one is the other's initial."""
    if word == other or other.startswith(word) or (len(other) == 1 and word.startswith(other)):
        return True
    return len(word) > 2 and SequenceMatcher(None, word, other).ratio() >= _NEAR

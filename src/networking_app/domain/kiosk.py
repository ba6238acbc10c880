"""Self-service: whose full name was typed, what a guest may see and change, how fast one may try.

Whoever stands before a kiosk may be anybody. A name opens it only when it is complete, every wrong
name makes the next one slower, and nothing is shown that does not stand on the badge.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

from networking_app.domain.checkin import Verdict
from networking_app.domain.names import fold, same_name, words
from networking_app.domain.points import Question, QuestionKind

NAME_MOST, ORGANISATION_MOST, TITLE_MOST = 60, 80, 80
"""Most characters of the texts that a guest may put on the own badge."""

_FORMS = frozenset(
    [
        "oy", "oyj", "ab", "abp", "ky", "ry", "rf", "tmi", "osk", "as", "aps", "gmbh", "ag", "kg",
        "ev", "ltd", "limited", "plc", "llc", "inc", "corp", "co", "sa", "sas", "sarl", "srl",
        "spa", "bv", "nv", "ou", "tbk",
    ]
)  # fmt: skip
"""Legal forms of companies, folded: people leave them out when they say where they work."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who may be the guest that typed a name.

    Attributes:
        cancelled: counts only where nobody else of the name is left.
    """

    registration_id: str
    given: str
    family: str
    organisation: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class BadgeText:
    """What a guest may correct: the texts on the own badge."""

    name: str
    organisation: str = ""
    title: str = ""


class Slip(StrEnum):
    """What is wrong with a text for a badge."""

    MISSING = "missing"
    TOO_LONG = "too_long"


class Next(StrEnum):
    """Where a guest goes who was recognised."""

    BADGE = "badge"  # to the own badge text, then in
    DESK = "desk"  # to the staff, who see the reason


def is_full_name(typed: str, given: str, family: str) -> bool:
    """Whether what was typed is the whole name: every word of both parts, in any order.

    Case, accents and signs do not count. A person of whom only one word is known is never found
    by it: one word is too easily guessed.
    """
    whole = f"{given} {family}"
    return len(words(whole)) > 1 and same_name(typed, whole)


def may_be_full_name(typed: str) -> bool:
    """Whether it is worth looking: a full name has at least two words."""
    return len(words(typed)) > 1


def matching(typed: str, people: tuple[Named, ...], organisation: str = "") -> tuple[Named, ...]:
    """Those whose full name was typed, and who belong to the organisation if one was typed."""
    named = tuple(p for p in people if is_full_name(typed, p.given, p.family))
    if organisation.strip():
        named = tuple(p for p in named if is_same_body(organisation, p.organisation))
    return tuple(p for p in named if not p.cancelled) or named


def is_same_body(typed: str, organisation: str) -> bool:
    """Whether an organisation was named in full; the legal form may be left out."""
    said, known = _core(typed), _core(organisation)
    return bool(known) and said == known


def veiled(given: str, family: str) -> str:
    """A name as it may stand on a screen that anybody sees: "Aino P.".

    Only the first given name and the first letter of the family name are left.
    """
    parts = f"{given} {family}".split()
    if len(parts) < 2:
        return f"{_letter(parts[0])}." if parts else ""
    both = given.strip() and family.strip()
    return f"{parts[0]} {_letter(family.split(maxsplit=1)[0] if both else parts[-1])}."


def cleaned(text: BadgeText) -> BadgeText:
    """The texts without signs that cannot be printed, single blanks between words, NFC."""
    return BadgeText(_plain(text.name), _plain(text.organisation), _plain(text.title))


def slips(text: BadgeText) -> dict[str, Slip]:
    """What is wrong with a cleaned text, by field; empty if it may be printed."""
    found = {}
    most = {"name": NAME_MOST, "organisation": ORGANISATION_MOST, "title": TITLE_MOST}
    for field, length in most.items():
        if len(getattr(text, field)) > length:
            found[field] = Slip.TOO_LONG
    if not any(map(str.isalnum, text.name)):
        found["name"] = Slip.MISSING
    return found


def where_next(verdict: Verdict, missing: tuple[Question, ...]) -> Next:
    """Where a guest goes with this verdict: only who may pass, or may by answering, stays here."""
    if verdict is Verdict.WELCOME:
        return Next.BADGE
    if verdict is Verdict.DATA_MISSING and all(map(may_be_asked, required(missing))):
        return Next.BADGE
    return Next.DESK


def required(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """The questions without whose answer nobody goes in."""
    return tuple(question for question in questions if not question.optional)


def may_be_asked(question: Question) -> bool:
    """Whether a question may be asked where others look on: not about food and health."""
    return question.kind is not QuestionKind.DIET


def differs(before: BadgeText, after: BadgeText) -> bool:
    """Whether a guest changed anything that is seen on the badge."""
    return cleaned(before) != cleaned(after)


def longest_word(typed: str) -> str:
    """The longest word of a typed name, folded: what is looked for first."""
    return max(fold(typed).split(), key=len, default="")


@dataclass(frozen=True, slots=True)
class Pace:
    """How quickly one may try again after wrong tries; times in seconds.

    Attributes:
        free: wrong tries after which there is no wait.
        first: the wait after the next one; each further one doubles it.
        most: the longest wait.
        forgets: time after which one wrong try is forgotten; 0 forgets none before a right one.
    """

    free: int
    first: float
    most: float
    forgets: float = 0.0


NAMES = Pace(free=0, first=1.0, most=30.0, forgets=60.0)
"""Names: a slip costs a second, going through a list of names two tries a minute."""
PINS = Pace(free=4, first=30.0, most=30.0)
"""PINs: half a minute from the fifth wrong one on."""


@dataclass(frozen=True, slots=True)
class Tries:
    """The wrong tries so far; `now` is in seconds of a clock that never goes back.

    A right name does not reset those of names: whoever holds one ticket could otherwise type the
    own name between the guesses.
    """

    pace: Pace
    wrong: int = 0
    at: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next try is allowed, 0 if it is now."""
        over = self.wrong - self.pace.free
        if over <= 0:
            return 0.0
        pause = min(self.pace.most, self.pace.first * 2.0 ** min(over - 1, 60))
        return max(0.0, self.at + pause - now)

    def missed(self, now: float) -> Tries:
        """One more wrong try."""
        return replace(self, wrong=self._standing(now) + 1, at=now)

    def right(self) -> Tries:
        """A right try: forgets the wrong ones where time alone does not."""
        return self if self.pace.forgets else Tries(self.pace)

    def _standing(self, now: float) -> int:
        if not self.pace.forgets:
            return self.wrong
        return max(0, self.wrong - int(max(0.0, now - self.at) // self.pace.forgets))


def _core(organisation: str) -> tuple[str, ...]:
    said = words(organisation)
    return tuple(word for word in said if word not in _FORMS) or said


def _letter(word: str) -> str:
    """The first letter that can be read aloud, with the marks on it."""
    start = next((n for n, sign in enumerate(word) if sign.isalpha()), 0)
    end = start + 1
    while end < len(word) and unicodedata.combining(word[end]):
        end += 1
    return word[start:end].upper()


def _plain(text: str) -> str:
    printable = "".join(sign if _prints(sign) else " " for sign in text)
    return unicodedata.normalize("NFC", " ".join(printable.split()))


def _prints(sign: str) -> bool:
    """Whether a sign can stand on a badge; joiners keep Indic letters and emoji together."""
    return sign.isprintable() or sign in "\u200c\u200d"

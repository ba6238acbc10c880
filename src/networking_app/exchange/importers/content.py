"""Tells from the cells of a column what it holds, for tables without headings or with odd ones."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from networking_app.exchange.importers import words
from networking_app.exchange.importers.first_names import is_first, looks_family
from networking_app.exchange.importers.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_EMAIL = re.compile(r"^\S*[^\s@]+\s?@\s?[^\s@]+\S*$|^.{0,60}<[^<>\s]+@[^<>\s]+>$")
_PHONE = re.compile(r"^(?:\+|00|0\d|\(\+?\d|358)[\d\s().\-/]{5,20}$|^[45]\d{7,9}$")
_DATE = re.compile(r"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_ORGANISATION = re.compile(
    r"\b(?:oy|oyj|ab|ry|rf|r y|ky|tmi|oy ab|ltd|inc|llc|gmbh|plc|as|amk|yliopisto\w*|university|"
    r"universitet|korkeakoulu|kaupunki|kunta|stad|kommun|liitto|forbund|yhdistys|seura|saatio|"
    r"stiftelse|keskus|ministerio|virasto|opisto|college|foundation|association|group|konserni|"
    r"osuuskunta|seurakunta|maakun\w*|instituutti|institute|ely|xamk)\b|oy$|lab$"
)
_DIET = re.compile(
    r"gluteen|laktoo|vegaan|vegetar|kasvisruo|\bvegan|gluten|lactose|pahkina|\bnuts?\b|keliak|"
    r"maidoton|\bhalal\b|\bkosher\b|\bei kalaa\b|laktos|allerg|celiac|\bkasvis\b"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_NUMBERED = re.compile(r"^\d{1,6}\.?$")


def share(values: Sequence[str], test: Callable[[str], bool]) -> float:
    """Return which part of the values passes, 0 to 1; 0 when there are none."""
    return sum(map(test, values)) / len(values) if values else 0.0


def is_email(text: str) -> bool:
    """Tell whether the text was meant as an e-mail address."""
    return "@" in text and len(text) < 200 and bool(_EMAIL.match(text))


def is_phone(text: str) -> bool:
    """Tell whether the text was meant as a phone number."""
    if _DATE.match(text) and not text.startswith(("+", "0")):
        return False
    return bool(_PHONE.match(text)) and sum(sign.isdigit() for sign in text) >= 6


def is_organisation(text: str) -> bool:
    """Tell whether the text names a body with a legal form or a kind in its name."""
    return len(text) < 100 and bool(_ORGANISATION.search(fold(_BRACKETS.sub("", text))))


def is_diet(text: str) -> bool:
    """Tell whether the text is about food that is not eaten."""
    return bool(_DIET.search(fold(text)))


def _person_words(text: str) -> list[str]:
    if len(text) > 60 or any(sign.isdigit() for sign in text) or "@" in text:
        return []
    return _BRACKETS.sub("", text).replace(",", " ").split()


def is_whole_name(text: str) -> bool:
    """Tell whether the text is a first and a family name in either order."""
    parts = _person_words(text)
    if not 2 <= len(parts) <= 5 or is_organisation(text):
        return False
    return is_first(parts[0]) or is_first(parts[-1]) or (is_first(parts[1]) and len(parts) > 2)


def is_first_name(text: str) -> bool:
    """Tell whether the text is one or two first names and nothing else."""
    parts = _person_words(text)
    return 1 <= len(parts) <= 2 and all(map(is_first, parts))


def is_one_name(text: str) -> bool:
    """Tell whether the text may be a family name: one or two capitalised words."""
    parts = _person_words(text)
    if not 1 <= len(parts) <= 3 or is_organisation(text):
        return False
    text = _BRACKETS.sub("", text)
    return not parts[-1][:1].islower() and all(
        sign.isalpha() or sign in "-'\u2019 ." for sign in text
    )


def family_share(values: Sequence[str]) -> float:
    """Return which part of the values ends like a family name."""
    return share(values, lambda text: len(text.split()) < 3 and looks_family(text.split()[-1]))


def is_status(text: str) -> bool:
    """Tell whether the text is a status word; a mere yes or no may answer any question."""
    plain = words.permission(text) is None
    return len(text) > 2 and plain and words.status(text) is not None


def is_category(text: str) -> bool:
    """Tell whether the text is a known category."""
    return bool(words.category(text))


def counts_up(values: Sequence[str]) -> bool:
    """Tell whether the column numbers its rows: 1, 2, 3 ..."""
    values = [value for value in values if not words.is_total(value)]
    if len(values) < 2 or not all(map(_NUMBERED.match, values)):
        return False
    numbers = [int(value.rstrip(".")) for value in values]
    return (
        numbers[0] in {0, 1}
        and all(0 <= after - before <= 1 for before, after in pairwise(numbers))
        and len(set(numbers)) == len(numbers)
    )

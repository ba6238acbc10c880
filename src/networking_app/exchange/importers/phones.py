"""Reads phone numbers as people type them into E.164."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

# "4,01235E+08": a spreadsheet showed the number in scientific form and the digits are gone.
_DAMAGED = re.compile(r"^[+-]?\d(?:[.,]\d+)?[Ee]\+?\d{1,2}$")
_PARTS = re.compile(r"\s*(?:[/;|\n]|,(?!\d)|\b(?:tai|or|eller|ja|och|and)\b)\s*")
_WORDS = re.compile(r"\([^)\d]*\)|[^\W\d_]{3,}[.:]*|\b(?:p|t|m|gsm|puh|tel)[.:]+", re.IGNORECASE)
_DIGITS = re.compile(r"\D+")
# Most numbers at home: they need none of the library's plans (the same by a property test).
_FINNISH_MOBILE = re.compile(r"(?:\+358 ?|(0))(4[0-6]|50)[ -]?(\d{3})[ -]?(\d{4}|\d{2} ?\d{2})")


@dataclass(frozen=True, slots=True)
class ReadPhone:
    """What was read: E.164 or empty, and the problem word or empty."""

    number: str
    kind: str = ""


@lru_cache(maxsize=50_000)
def read(text: str, region: str = "FI") -> ReadPhone:
    """Read one cell; region is the country of numbers without a country code.

    Source of the rules: the numbering plans in the phonenumbers library.
    """
    if plain := _FINNISH_MOBILE.fullmatch(text):
        national, *digits = plain.groups()
        if not national or region == "FI":
            return ReadPhone("+358" + "".join(digits).replace(" ", ""))
    if _DAMAGED.match(text):
        return ReadPhone("", "phone_damaged")
    for part in (text, *_PARTS.split(text)):
        if number := _valid(part, region):
            return ReadPhone(number)
    if number := _possible(text, region):
        return ReadPhone(number, "phone_doubtful")
    return ReadPhone("", "phone_unreadable")


def _parsed(text: str, region: str) -> PhoneNumber | None:
    # slow import: numbering plans are needed only when a phone is read
    import phonenumbers  # noqa: PLC0415

    try:
        return phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None


def _e164(number: PhoneNumber) -> str:
    import phonenumbers  # noqa: PLC0415 (slow import)

    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _valid(text: str, region: str) -> str:
    import phonenumbers  # noqa: PLC0415 (slow import)

    bare = _WORDS.sub(" ", text).strip(" .,:")
    digits = _DIGITS.sub("", bare)
    if not 5 <= len(digits) <= 17:
        return ""
    number = _parsed(bare, region)
    if number is not None and phonenumbers.is_valid_number(number):
        return _e164(number)
    # An export took the plus away, or it was typed after the brackets.
    number = _parsed("+" + digits, region) if digits[0] != "0" else None
    if number is not None and phonenumbers.is_valid_number(number):
        return _e164(number)
    return ""


def _possible(text: str, region: str) -> str:
    import phonenumbers  # noqa: PLC0415 (slow import)

    bare = _WORDS.sub(" ", text).strip(" .,:")
    number = _parsed(bare, region)
    if number is None or not phonenumbers.is_possible_number(number):
        return ""
    enough = len(str(number.national_number)) >= 7
    return _e164(number) if enough else ""

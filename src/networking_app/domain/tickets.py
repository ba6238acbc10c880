"""Ticket and badge codes: ten characters that survive handwriting, scanners and hurry.

Nine random characters and a check character over an alphabet of 31 without look-alikes
(no 0 O 1 I L). 31 is prime and the ten weights differ, so the weighted sum catches every single
wrong character and every swap of two characters. A QR code of it is version 1 at error level H.
"""

from __future__ import annotations

import secrets
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 10
_VALUE = {letter: number for number, letter in enumerate(ALPHABET)}
_PRIME = len(ALPHABET)
_IGNORED = str.maketrans(
    "", "", " \t\r\n\u00a0-\u2010\u2011\u2012\u2013\u2014_.\u200b\u200c\u200d\u2060\ufeff"
)


class CodeKind(StrEnum):
    """What a code was issued as."""

    TICKET = "ticket"
    BADGE = "badge"
    FOREIGN = "foreign"  # of another program, imported with the guests


class CodeForm(StrEnum):
    """How a scanned or typed text looks, before anybody looks it up."""

    OURS = "ours"
    MISTYPED = "mistyped"
    OTHER = "other"


def new_code(choose: Callable[[str], str] | None = None) -> str:
    """Make a code; `choose` picks one letter, by default all come from the system's randomness."""
    if choose is not None:
        body = "".join(choose(ALPHABET) for _ in range(LENGTH - 1))
        return body + check_character(body)
    number, letters = secrets.randbelow(_PRIME ** (LENGTH - 1)), ""
    for _ in range(LENGTH - 1):
        number, letter = divmod(number, _PRIME)
        letters += ALPHABET[letter]
    return letters + check_character(letters)


def check_character(body: str) -> str:
    """The tenth character for the first nine.

    Raises:
        KeyError: a character is not of the alphabet.
    """
    total = sum((place + 1) * _VALUE[letter] for place, letter in enumerate(body))
    # The last weight is 10; its inverse modulo 31 is 28, as 10 * 28 = 280 = 9 * 31 + 1.
    return ALPHABET[-total * 28 % _PRIME]


def normalise(typed: str) -> str:
    """Upper case, without blanks and hyphens, as stored codes are."""
    return typed.translate(_IGNORED).upper()


def is_valid(code: str) -> bool:
    """Whether a normalised code has the right length, letters and check character."""
    return (
        len(code) == LENGTH
        and all(letter in _VALUE for letter in code)
        and check_character(code[:-1]) == code[-1]
    )


def form_of(typed: str) -> CodeForm:
    """Tell a code of ours from one with a slip of the finger, and both from anything else."""
    code = normalise(typed)
    if is_valid(code):
        return CodeForm.OURS
    if len(code) == LENGTH and code.isascii() and code.isalnum():
        return CodeForm.MISTYPED
    near = LENGTH - 1 <= len(code) <= LENGTH + 1
    return CodeForm.MISTYPED if near and all(c in _VALUE for c in code) else CodeForm.OTHER

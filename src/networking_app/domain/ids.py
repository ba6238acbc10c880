"""Keys of rows: UUIDv7 as 32 hexadecimal digits, made where the row is made (RFC 9562)."""

from __future__ import annotations

import os

_POOL = 64  # keys whose chance is drawn at once
_DIGITS = 20  # of chance in one key
_VARIANTS = {digit: "89ab"[number & 3] for number, digit in enumerate("0123456789abcdef")}


def uuid7(milliseconds: int) -> str:
    """A key that sorts by time.

    Args:
        milliseconds: since 1970 in UTC.

    Returns:
        32 lower-case hexadecimal digits; 74 random bits, so a cloned file never repeats one.
    """
    return _key(milliseconds, os.urandom(_DIGITS // 2).hex())


class Keys:
    """Makes many keys with fewer questions to the system for chance; for one thread and process."""

    def __init__(self) -> None:
        self._chance = ""
        self._place = 0

    def uuid7(self, milliseconds: int) -> str:
        """A key like that of the function `uuid7`."""
        if self._place >= len(self._chance):
            self._chance = os.urandom(_POOL * _DIGITS // 2).hex()
            self._place = 0
        start = self._place
        self._place = start + _DIGITS
        return _key(milliseconds, self._chance[start : self._place])


def _key(milliseconds: int, chance: str) -> str:
    time = milliseconds & 0xFFFF_FFFF_FFFF
    return f"{time:012x}7{chance[:3]}{_VARIANTS[chance[3]]}{chance[4:19]}"

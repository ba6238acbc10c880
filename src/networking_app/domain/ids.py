"""Keys of rows: UUIDv7 as 32 hexadecimal digits, made where the row is made (RFC 9562)."""

from __future__ import annotations

import os

_VARIANTS = {digit: "89ab"[number & 3] for number, digit in enumerate("0123456789abcdef")}


def uuid7(milliseconds: int) -> str:
    """A key that sorts by time.

    Args:
        milliseconds: since 1970 in UTC.

    Returns:
        32 lower-case hexadecimal digits; 74 random bits, so a cloned file never repeats one.
    """
    chance = os.urandom(10).hex()
    time = milliseconds & 0xFFFF_FFFF_FFFF
    return f"{time:012x}7{chance[:3]}{_VARIANTS[chance[3]]}{chance[4:19]}"

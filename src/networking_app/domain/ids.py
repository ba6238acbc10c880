"""Keys of rows: UUIDv7 as 32 hexadecimal digits, made where the row is made (RFC 9562)."""

from __future__ import annotations

import secrets


def uuid7(milliseconds: int) -> str:
    """A key that sorts by time.

    Args:
        milliseconds: since 1970 in UTC.

    Returns:
        32 lower-case hexadecimal digits; 74 random bits, so a cloned file never repeats one.
    """
    chance = secrets.randbits(74)
    time = milliseconds & ((1 << 48) - 1)
    version = 0x7000 | chance >> 62
    variant = (1 << 63) | (chance & ((1 << 62) - 1))
    return f"{time:012x}{version:04x}{variant:016x}"

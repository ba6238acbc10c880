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
    time = milliseconds & ((1 << 48) - 1)
    variant = 0x8 | secrets.randbits(2)
    return f"{time:012x}7{secrets.randbits(12):03x}{variant:x}{secrets.randbits(60):015x}"

"""Dates as people type them and as they are stored: UTC moments, or partial dates as they are."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_PARTIAL = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def stored(said: str, zone: str) -> str | None:
    """What is stored for a typed ISO date or moment; None if it is neither.

    Args:
        said: "2026-11-26T09:00", with or without an offset, "2026-11-26", "2026-11", "2026" or "".
        zone: IANA name, for moments without an offset.

    Returns:
        "2026-11-26T07:00:00Z" for a moment; a partial date or "" as it is.
    """
    text = said.strip()
    if not text:
        return ""
    if _PARTIAL.fullmatch(text):
        return text if _exists(text) else None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ZoneInfo(zone))
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _exists(partial: str) -> bool:
    parts = [int(part) for part in partial.split("-")]
    try:
        date(*parts, *[1] * (3 - len(parts)))
    except ValueError:
        return False
    return True

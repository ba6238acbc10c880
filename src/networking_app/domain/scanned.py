"""What a scanned text is that is no ticket, so that the desk can say what it read."""

from __future__ import annotations

import re
from enum import StrEnum

_PRODUCT = frozenset({8, 12, 13, 14})  # GTIN-8, UPC-A, EAN-13 and ISBN, GTIN-14
_STARTS = (
    ("BEGIN:VCARD", "contact"),
    ("MECARD:", "contact"),
    ("WIFI:", "network"),
    ("TEL:", "phone"),
    ("SMSTO:", "phone"),
    ("MAILTO:", "email"),
)
_WEB = re.compile(r"(https?:|www\.)\S+", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


class Seems(StrEnum):
    """What a text read at the desk seems to be."""

    PRODUCT = "product"
    WEB = "web"
    CONTACT = "contact"
    NETWORK = "network"
    PHONE = "phone"
    EMAIL = "email"
    NUMBER = "number"
    OTHER = "other"


def seems(text: str) -> Seems:
    """Tell what a text is by its look; product codes by their check digit (GS1, modulo 10)."""
    text = text.strip()
    if _WEB.match(text):
        return Seems.WEB
    for start, kind in _STARTS:
        if text.upper().startswith(start):
            return Seems(kind)
    if text.isascii() and text.isdigit():
        return Seems.PRODUCT if len(text) in _PRODUCT and _checks(text) else Seems.NUMBER
    return Seems.EMAIL if _EMAIL.fullmatch(text) else Seems.OTHER


def may_be_code(text: str) -> bool:
    """Whether what was typed is rather a code than a name: it has a digit or is an address."""
    return any(sign.isdigit() for sign in text) or seems(text) is not Seems.OTHER


def _checks(digits: str) -> bool:
    weights = (3 if place % 2 else 1 for place in range(len(digits)))
    return sum(int(d) * w for d, w in zip(reversed(digits), weights, strict=True)) % 10 == 0

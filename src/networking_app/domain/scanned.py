"""What a scanned text is that is no ticket, so that the desk can say what it read."""

from __future__ import annotations

import re
from enum import StrEnum
from urllib.parse import unquote

from networking_app.domain.tickets import is_valid, normalise

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
_PART = re.compile(r"[\w%-]+")
_SHORTEST, _LONGEST, _TRIED = 6, 4000, 12
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


def codes_in(text: str) -> tuple[str, ...]:
    """Texts within a read text that may be a code, normalised, the likeliest first.

    A ticket may come as an address ("https://tickets.example/t/KX7P9MWQ3F?print=1"), as JSON or as
    a contact card with the code in a note. The whole text is not among them.
    """
    whole = normalise(text)
    parts = dict.fromkeys(normalise(unquote(part)) for part in _PART.findall(text[:_LONGEST]))
    parts.pop(whole, None)
    found = [part for part in parts if len(part) >= _SHORTEST]
    ours = [part for part in found if is_valid(part)]
    others = [part for part in found if part not in ours]
    # The end of an address says more than its beginning.
    others.reverse()
    return tuple([*ours, *sorted(others, key=_looks_random, reverse=True)][:_TRIED])


def words_in(text: str) -> str:
    """What to look for by name when a read text is no code: the name or e-mail of a contact card.

    Empty when it holds neither.
    """
    kind = seems(text)
    if kind is Seems.CONTACT:
        return _of_contact(text)
    if kind in {Seems.EMAIL, Seems.PHONE}:
        return re.sub(r"^(mailto|tel|smsto):", "", text.strip(), flags=re.IGNORECASE).split("?")[0]
    return ""


def may_be_code(text: str) -> bool:
    """Whether what was typed is rather a code than a name: it has a digit or is an address."""
    return any(sign.isdigit() for sign in text) or seems(text) is not Seems.OTHER


def _of_contact(text: str) -> str:
    """The e-mail of a vCard or MECARD, which tells people apart, else the name."""
    text = re.sub(r"\r?\n[ \t]", "", text)  # folded lines, RFC 6350 section 3.2
    if text.upper().startswith("MECARD:"):
        fields = dict(re.findall(r"([A-Z]+):((?:[^;\\]|\\.)*)", text[len("MECARD:") :]))
        name = " ".join(part.strip() for part in reversed(fields.get("N", "").split(",")))
        return fields.get("EMAIL", "").strip() or name.strip()
    found: dict[str, str] = {}
    for line in text.splitlines():
        head, _colon, value = line.partition(":")
        found.setdefault(head.partition(";")[0].rpartition(".")[2].upper(), value.strip())
    family, *given = [*found.get("N", "").split(";"), ""]
    name = found.get("FN") or f"{given[0]} {family}".strip()
    return found.get("EMAIL") or re.sub(r"\\(.)", r"\1", name)


def _looks_random(part: str) -> bool:
    return any(sign.isdigit() for sign in part) and any(sign.isalpha() for sign in part)


def _checks(digits: str) -> bool:
    weights = (3 if place % 2 else 1 for place in range(len(digits)))
    return sum(int(d) * w for d, w in zip(reversed(digits), weights, strict=True)) % 10 == 0

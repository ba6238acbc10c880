"""Splits a whole name into given and family name without changing a letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from networking_app.exchange.importers.content import is_organisation
from networking_app.exchange.importers.first_names import is_first, looks_family
from networking_app.exchange.importers.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_PARTICLES = frozenset(
    {"von", "van", "af", "de", "da", "di", "du", "del", "della", "dela", "dos", "das", "der"}
    | {"den", "ten", "ter", "la", "le", "el", "al", "bin", "ibn", "zu", "zur", "zum", "y", "e"}
    | {"o'", "mac", "st", "st.", "d'", "af'", "uf"}
)
_SUFFIX = re.compile(
    r"^(?:jr|sr|ii|iii|iv|phd|ph\.d|md|mba|msc|ft|tkt|dos|prof|esq|ekon\.?mag|fm|di|ktm|vtm|ktt|tkl)\.?$",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(
    r"^(?:dr|prof|mr|mrs|ms|miss|tri|toht|hra|rva|nti|fru|herr|dos|ing|dipl\.-ing|sir)\.?$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"([^()]*[^() ]) (\([^()]*\))")
_A_NAME = re.compile(r"[^\W\d_][\w'\u2019. -]*$")
_SEVERAL = re.compile(r"\s(?:ja|och|and|&|\+|sekä|samt|und)\s|[&;/\n]|\s\+\s?\d?", re.IGNORECASE)
_VON_UND_ZU = re.compile(r"\bvon und zu\b", re.IGNORECASE)
_PLUS_ONE = re.compile(r"\+\s*\d|\+\s*(?:avec|puoliso|seuralainen|spouse|make)\b", re.IGNORECASE)
_FAMILY_FIRST = re.compile(r"(?:suku|last|surname|family|efternam).*(?:etu|first|given|fornam)")
_GIVEN_FIRST = re.compile(r"(?:etu|first|given|fornam).*(?:suku|last|surname|family|efternam)")


def family_first(heading: str, names: Iterable[str], emails: Iterable[str] = ()) -> bool:
    """Tell whether a column writes "Korhonen Aino": by its heading, else by what most names say."""
    folded = fold(heading)
    if _FAMILY_FIRST.search(folded):
        return True
    if _GIVEN_FIRST.search(folded):
        return False
    votes = 0
    padded = [*emails]
    for index, name in enumerate(names):
        votes += _vote(name, padded[index] if index < len(padded) else "")
    return votes > 0


def _vote(name: str, email: str) -> int:
    """Say +1 for family first, -1 for given first, 0 when this name does not tell."""
    words = name.split()
    if len(words) < 2 or "," in name:
        return 0
    first, last = words[0], words[-1]
    if is_first(first) != is_first(last):
        return -1 if is_first(first) else 1
    if looks_family(first) != looks_family(last):
        return 1 if looks_family(first) else -1
    local = [
        part for part in re.split(r"[._-]", fold(email.partition("@")[0]).replace(" ", ".")) if part
    ]
    if len(local) >= 2 and local[0] != local[-1]:
        if local[0] == fold(first) and local[-1] == fold(last):
            return -1
        if local[0] == fold(last) and local[-1] == fold(first):
            return 1
    return 0


def several_people(text: str) -> bool:
    """Tell whether the cell names two people ("Aino ja Matti Korhonen", two lines)."""
    if _PLUS_ONE.search(text):
        return True
    parts = [part.strip() for part in _SEVERAL.split(_VON_UND_ZU.sub("von", text))]
    parts = [part for part in parts if part]
    return len(parts) > 1 and all(_A_NAME.match(part) for part in parts[:2])


def split(text: str, *, family_first: bool = False) -> tuple[str, str]:
    """Return (given, family); together they hold every letter that was typed.

    >>> split("Korhonen, Aino")
    ('Aino', 'Korhonen')
    >>> split("Carl Gustaf von Mannerheim")
    ('Carl Gustaf', 'von Mannerheim')
    """
    name = " ".join(text.split())
    if match := _BRACKETS.fullmatch(name):
        given, family = split(match[1], family_first=family_first)
        return (given, f"{family} {match[2]}") if family else (f"{given} {match[2]}", "")
    before, comma, after = name.partition(",")
    after = after.strip()
    if comma and before and after:
        if _SUFFIX.match(after.rstrip(".")):
            given, family = split(before, family_first=family_first)
            return (given, f"{family}, {after}") if family else (given, after)
        return after, before.strip()
    words = name.strip(", ").split()
    if len(words) < 2:
        return (" ".join(words), "")
    return _by_order(words, family_first=family_first)


def _by_order(words: list[str], *, family_first: bool) -> tuple[str, str]:
    if family_first:
        cut = 1
        while cut < len(words) - 1 and words[cut - 1].lower() in _PARTICLES:
            cut += 1
        return " ".join(words[cut:]), " ".join(words[:cut])
    end = len(words)
    while end > 2 and _SUFFIX.match(words[end - 1]):
        end -= 1
    start = end - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    if start == 1 and _HONORIFIC.match(words[0]) and end > 2:
        start = 2
    if words[0].lower() in _PARTICLES and len(words) == 2:
        return "", " ".join(words)
    return " ".join(words[:start]), " ".join(words[start:])


def with_title(text: str) -> tuple[str, str]:
    """Split "Aino Korhonen, toimitusjohtaja" into the name and the rest.

    The rest is empty if the comma stands between family and given name.
    """
    before, comma, after = text.partition(",")
    words, rest = before.split(), after.strip()
    if not comma or not rest or len(words) < 2 or _SUFFIX.match(rest):
        return text, ""
    if is_first(words[0]) and not is_first(rest.split()[0]):
        return before.strip(), rest
    return text, ""


def with_body(text: str) -> tuple[str, str]:
    """Split "Aino Ek (Firma Oy)" into the name and the body; the body is empty if it is none."""
    match = _BRACKETS.fullmatch(" ".join(text.split()))
    body = match[2].strip("()") if match else ""
    return (match[1], body) if match and is_organisation(body) else (text, "")


def from_email(address: str) -> str:
    """Guess a name from "aino.korhonen@x.fi"; empty when the address does not look like one."""
    parts = [part for part in re.split(r"[._]", address.partition("@")[0]) if part]
    if len(parts) < 2 or not all(part.replace("-", "").isalpha() for part in parts):
        return ""
    return " ".join("-".join(bit.capitalize() for bit in part.split("-")) for part in parts)

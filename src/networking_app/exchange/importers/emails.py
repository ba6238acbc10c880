"""Reads e-mail addresses as people type them: valid, repairable, or several in one cell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

# Plainly valid ASCII addresses; the property test holds this equal to email-validator.
_PLAIN_LOCAL = re.compile(r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*")
_ADDRESS = re.compile(r"[^\s<>,;:|()\[\]\"'/]+@[^\s<>,;:|()\[\]\"'/]+")
# Names kept for tests and local networks, which email-validator refuses.
_RESERVED = re.compile(r"\.(?:test|local|invalid|localhost)$", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_OTHER_AT = re.compile(r"\s*[\(\[{]\s*(?:at|ät|@|miukumauku)\s*[\)\]}]\s*|\s+at\s+", re.IGNORECASE)
_OTHER_DOT = re.compile(r"\s*[\(\[{]\s*(?:dot|piste|punkt|\.)\s*[\)\]}]\s*", re.IGNORECASE)
_ENDING = re.compile(r"\.(con|cmo|ocm|comm|coom|cm|vom|xom|fii|ffi|fi\d|if|sse|nett|ogr|orgg)$")
_ENDINGS = {
    **dict.fromkeys(("con", "cmo", "ocm", "comm", "coom", "cm", "vom", "xom"), "com"),
    **dict.fromkeys(("fii", "ffi", "if"), "fi"),
    "sse": "se",
    "nett": "net",
    "ogr": "org",
    "orgg": "org",
}
_COMMON = (
    "gmail.com",
    "hotmail.com",
    "outlook.com",
    "yahoo.com",
    "icloud.com",
    "live.com",
    "googlemail.com",
    "protonmail.com",
    "hotmail.fi",
    "outlook.fi",
    "luukku.com",
    "elisanet.fi",
    "saunalahti.fi",
    "kolumbus.fi",
    "suomi24.fi",
    "hotmail.se",
    "telia.com",
    "helsinki.fi",
)
# Real domains one letter away from a common one.
_REAL = frozenset(
    {"gmx.com", "mail.com", "ymail.com", "email.com", "live.fi", "yahoo.co", "tele.com"}
)


@dataclass(frozen=True, slots=True)
class ReadEmail:
    """What was read from a cell.

    Attributes:
        address: the address as typed, empty if there is none that can be used.
        kind: the problem word, empty if all is well.
        suggestion: what probably was meant.
        name: a name that stood before the address ("Aino Korhonen <aino@x.fi>").
    """

    address: str
    kind: str = ""
    suggestion: str = ""
    name: str = ""


@lru_cache(maxsize=20_000)
def _domain_is_good(domain: str) -> bool:
    return _checked(f"a@{domain}")


def _checked(address: str) -> bool:
    """Ask email-validator; addresses of test and local networks count as addresses too."""
    # slow import: the rules are needed only when an unusual address is read
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415

    try:
        validate_email(_RESERVED.sub(".example", address), check_deliverability=False)
    except EmailNotValidError:
        return False
    return True


def is_valid(address: str) -> bool:
    """Tell whether this is one address by the rules of email-validator, without asking DNS."""
    local, at, domain = address.rpartition("@")
    if at and len(local) <= 64 and len(address) <= 200 and _PLAIN_LOCAL.fullmatch(local):
        return _domain_is_good(domain)
    return bool(at) and _checked(address)


@lru_cache(maxsize=20_000)
def _meant_domain(domain: str) -> str:
    """Return the well-known domain this one is a slip of; empty if it is none."""
    lower = domain.lower()
    if lower in _COMMON or lower in _REAL:
        return ""
    if match := _ENDING.search(lower):
        ending = _ENDINGS.get(match[1], "fi")
        return lower[: match.start()] + "." + ending
    for common in _COMMON:
        if len(common) >= 8 and OSA.distance(lower, common, score_cutoff=1) == 1:
            return common
    return ""


def read(text: str) -> ReadEmail:
    """Read one cell; never raises."""
    if is_valid(text):
        local, _, domain = text.rpartition("@")
        if meant := _meant_domain(domain):
            return ReadEmail(text, "email_suspicious", f"{local}@{meant}")
        return ReadEmail(text)
    found = [part.rstrip(".") for part in _ADDRESS.findall(text)]
    good = [part for part in found if is_valid(part)]
    if len(good) == 1 and len(found) == 1:
        return _only(text, good[0])
    if good:
        return ReadEmail(good[0], "email_several", good[0])
    return ReadEmail("", "email_incomplete", _repaired(text))


def _only(text: str, address: str) -> ReadEmail:
    """Read "Aino Korhonen <aino@x.fi>", "mailto:aino@x.fi" and "aino@x.fi;"."""
    rest = text.replace(address, " ", 1).strip(" \n\t<>\"'();,.:|/")
    if rest.lower() in {"", "mailto", "email", "e-mail", "sähköposti"}:
        rest = ""
    if any(sign in rest for sign in "@<>\\") or len(rest) > 80:
        return ReadEmail(address, "email_several", address)
    if _BLANKS.search(text.strip()) and "<" not in text and "(" not in text and rest:
        # "aino korhonen@x.fi": a blank inside, not a name before it.
        return ReadEmail("", "email_incomplete", _repaired(text))
    inner = _only_name(rest)
    return ReadEmail(address, "", "", inner)


def _only_name(rest: str) -> str:
    return rest if rest and not any(sign.isdigit() for sign in rest) else ""


def _repaired(text: str) -> str:
    """Return the address that probably was meant, empty if it is past guessing."""
    guess = _OTHER_DOT.sub(".", _OTHER_AT.sub("@", text.strip()))
    guess = guess.strip(".,;:<>()'\"").replace("mailto:", "")
    for attempt in _attempts(guess):
        if is_valid(attempt):
            domain = attempt.rpartition("@")[2]
            meant = _meant_domain(domain)
            return attempt.removesuffix(domain) + meant if meant else attempt
    return ""


def _attempts(guess: str) -> list[str]:
    local = guess.partition("@")[0].strip()
    if _BLANKS.search(local) and local.replace(" ", "").isalpha():
        guess = _BLANKS.sub(".", local) + guess[len(guess.partition("@")[0]) :]
    tight = _BLANKS.sub("", guess)
    dotted = re.sub(r"\.{2,}", ".", tight.replace(",", ".")).replace("@.", "@").replace(".@", "@")
    single = re.sub(r"@{2,}", "@", dotted)
    attempts = [tight, dotted, single]
    local, at, domain = single.rpartition("@")
    if at and "." not in domain:
        lower = domain.lower()
        attempts.extend(
            f"{local}@{common}"
            for common in _COMMON
            if lower in {common.replace(".", ""), common.split(".")[0]}
        )
        attempts.extend(
            f"{local}@{domain[: -len(ending)]}.{ending}"
            for ending in ("fi", "com", "se", "org", "net", "eu")
            if lower.endswith(ending) and len(domain) > len(ending) + 2
        )
    if not at:
        attempts.extend(
            f"{single[: -len(common)].rstrip('.')}@{common}"
            for common in _COMMON
            if single.lower().endswith(common) and len(single) > len(common) + 1
        )
    return [attempt for attempt in attempts if "@" in attempt]

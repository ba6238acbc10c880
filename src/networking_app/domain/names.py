"""Names of people: their order in lists, their folded form for searching, how they are listed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from networking_app.domain.collation import sort_key_of

# U+FFFE sorts below everything else (CLDR calls it the merge separator).
_BETWEEN = "\ufffe"

# Letters without a decomposition, as people without that key type them.
_TYPED_AS = str.maketrans(
    dict(zip("øłđð\u0131ŋŧħǥʒĸəɨƶƀɓɗƙɛɔ", "olddinthgzkeizbbdkeo", strict=True))
    | {"þ": "th", "æ": "ae", "œ": "oe"}
)
_JOINS = re.compile("(?<=\\w)['\u2018\u2019\u02bb\u02bc\u02b9`\u00b4](?=\\w)")
_NOT_WORD = re.compile(r"[\W_]+")


def sort_key(given: str, family: str) -> str:
    """Return the stored sort key of a name: family first, then given, in the Finnish order.

    The two are compared as ICU compares `family + U+FFFE + given`: U+FFFE sorts before every
    letter, so all of family De come before family "De la Cruz"; an accent or a capital in the
    family name counts only between names that are the same letters to their end. A missing part
    leaves the other alone, so a person of one name stands under that name.
    """
    given, family = given.strip(), family.strip()
    return sort_key_of(f"{family}{_BETWEEN}{given}" if given and family else family or given)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return a text as search compares it: small letters and digits, single blanks between.

    Accents go ("Härö" becomes "haro"), ø ł đ ß æ þ ð œ and dotless i become plain letters, an
    apostrophe within a word goes ("O'Neill" becomes "oneill") and other signs become blanks.
    Folding twice changes nothing.
    """
    if text.isascii():
        plain = text.lower()
    else:
        plain = text
        for _ in range(2):  # casefold can bring new marks ("İ"), NFKD new capitals
            parts = unicodedata.normalize("NFKD", plain.casefold())
            plain = "".join(
                char for char in parts if not unicodedata.category(char).startswith("M")
            )
        plain = plain.translate(_TYPED_AS)
    return _NOT_WORD.sub(" ", _JOINS.sub("", plain)).strip()


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text in their order."""
    return tuple(fold(text).split())


def listed(given: str, family: str) -> str:
    """Return a name as lists show it: "Pöyhönen, Aino"; one part alone stands alone."""
    return ", ".join(part for part in (family.strip(), given.strip()) if part)


def full(given: str, family: str) -> str:
    """Return a name as it is spoken: "Aino Pöyhönen"."""
    return " ".join(part for part in (given.strip(), family.strip()) if part)


def short(given: str, family: str) -> str:
    """Return a name with only the first letter of each given name: "S. Hirvonen", "A.-L. Aho"."""
    if not family.strip():
        return given.strip()
    initials = (
        "-".join(f"{_first_letter(part)}." for part in word.split("-") if part)
        for word in given.split()
    )
    return " ".join([*(one for one in initials if one), family.strip()])


def _first_letter(word: str) -> str:
    """The first letter with the marks that stand on it."""
    end = 1
    while end < len(word) and unicodedata.combining(word[end]):
        end += 1
    return word[:end].upper()


def initials(given: str, family: str) -> str:
    """Return the letters of a round mark for a person: "AP"."""
    return "".join(_first_letter(part.strip()) for part in (given, family) if part.strip())


def same_name(a: str, b: str) -> bool:
    """Say whether two names are the same but for case, accents, signs and the order of words."""
    found = sorted(words(a))
    return bool(found) and found == sorted(words(b))

"""Names in Cyrillic and Greek letters as their bearers write them in Latin ones.

A name has more than one such form: passports and the English press write Yulia Shchukina, Finnish
papers (SFS 4900) Julija Štšukina. Text comes folded (domain.names.fold), so "й" is "и" here and
Finnish "š" is "s".
"""

# ruff: noqa: RUF001 (letters of other scripts are what this is about)

from __future__ import annotations

_PLAIN = dict(zip("абвгдезиклмнопрстуфыэіґ", "abvgdeziklmnoprstufyeig", strict=True))
_ENGLISH = _PLAIN | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya",
    "ъ": "", "ь": "", "є": "ye", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz",
}  # fmt: skip
_FINNISH = _ENGLISH | {
    "ж": "z", "х": "h", "ч": "ts", "ш": "s", "щ": "sts", "ю": "ju", "я": "ja", "є": "je",
}  # fmt: skip
_PASSPORT = _ENGLISH | {"ю": "iu", "я": "ia", "є": "ie"}
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_GREEK_PAIRS = (("ου", "ou"), ("αυ", "av"), ("ευ", "ef"), ("μπ", "b"), ("γγ", "ng"), ("ντ", "nt"))
_KNOWN = frozenset(_ENGLISH) | frozenset(_GREEK)


def latin(word: str) -> tuple[str, ...]:
    """Return the Latin forms of a folded word, likeliest first; none if it has no such letters."""
    if word.isascii() or _KNOWN.isdisjoint(word):
        return ()
    greek = word
    for pair, written in _GREEK_PAIRS:
        greek = greek.replace(pair, written)
    forms = (
        "".join(table.get(letter, letter) for letter in greek)
        for table in (_ENGLISH | _GREEK, _FINNISH | _GREEK, _PASSPORT | _GREEK)
    )
    return tuple(dict.fromkeys(form for form in forms if form))

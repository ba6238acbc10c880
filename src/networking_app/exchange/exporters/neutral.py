"""Keeps a spreadsheet from computing what a person typed, and takes that protection off again."""

from __future__ import annotations

import re

# The last four are the wide forms of = + - @, which some spreadsheets take for the same.
_START = r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
_RISKY = re.compile(f"'*{_START}")
_MARKED = re.compile(f"'+{_START}")
_NUMBER = re.compile(r"[+-]\d+(?:[ \u00a0\u202f.,']\d{3})*(?:[.,]\d+)?(?:[ \u00a0\u202f]?%)?")
# At least five digits, or "+1-1" would be a phone; nothing in it can call a function.
_PHONE = re.compile(
    r"\+[ \u00a0]?\(?\d(?:[ \u00a0\u202f().\-–/]{0,3}\d){4,19}"
    r"(?:[ \u00a0]?(?:x|ext\.?|#|;ext=)[ \u00a0]?\d{1,6})?"
)


def neutral(cell: str) -> str:
    """Return the cell as it is safe in a text file that a spreadsheet opens.

    What starts like a formula gets an apostrophe ahead; phones ("+358 40 123 4567") and numbers
    ("-5,5") stay as they are. `original` undoes it, for every text there is.
    """
    if _RISKY.match(cell) and not (_NUMBER.fullmatch(cell) or _PHONE.fullmatch(cell)):
        return f"'{cell}"
    return cell


def original(cell: str) -> str:
    """Return the cell as it was before `neutral`."""
    return cell[1:] if _MARKED.match(cell) else cell

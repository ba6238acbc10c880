"""Puts characters together that a scanner in ALT mode sends: Alt held and digits on the keypad.

Windows makes the character itself and sends it as text; elsewhere nobody does. In both cases the
digits must not reach the program, where Alt and a digit choose something. A person's first digit
comes later after Alt than a scanner's, so their keys are left alone.
"""

from __future__ import annotations

import sys

_QUICK = 30.0  # ms between Alt and digits, which a person is slower than
_MOST = 5


class AltCode:
    """Feed it Alt and the digits of the keypad; it answers with the character."""

    def __init__(self) -> None:
        self._last: float | None = None
        self._digits = ""

    def alt_down(self, at: float) -> None:
        """Alt went down at this time in ms."""
        self._last, self._digits = at, ""

    def digit(self, digit: str, at: float) -> bool:
        """A digit of the keypad came while Alt is held; True when it belongs to a code."""
        if self._last is None or not 0 <= at - self._last <= _QUICK:
            self._last = None
            return False
        self._last = at
        self._digits = (self._digits + digit)[:_MOST]
        return True

    def is_open(self, at: float) -> bool:
        """Whether a digit at this time would belong to a code."""
        return self._last is not None and 0 <= at - self._last <= _QUICK

    def alt_up(self) -> str:
        """Alt went up: the character, "" for none and where the system sends it itself."""
        digits, self._digits, self._last = self._digits, "", None
        if len(digits) < 2 or sys.platform == "win32":
            return ""
        number = int(digits)
        try:
            return bytes([number]).decode("cp1252" if digits.startswith("0") else "cp437")
        except (ValueError, UnicodeDecodeError):
            return ""

"""Turns what a spreadsheet cell holds into the text a person would have typed."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

# Blanks that str.strip() leaves: zero-width marks and the byte order mark.
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_OUTER = re.compile(rf"^[\s{_UNSEEN}]+|[\s{_UNSEEN}]+$")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def clean(text: str) -> str:
    """Trim outer blanks (NBSP and zero-width too) and compose letters (NFC).

    The inside stays as typed; only characters no screen or file can show (NUL, escape,
    lone surrogates) go, and the line ends of Windows become one sign.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    text = unicodedata.normalize("NFC", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _OUTER.sub("", _CONTROL.sub("", text))


def _clock(value: dt.time | dt.datetime) -> str:
    return value.strftime("%H:%M:%S" if value.second else "%H:%M")


def _length(value: dt.timedelta) -> str:
    seconds = round(value.total_seconds())
    sign = "-" if seconds < 0 else ""
    hours, rest = divmod(abs(seconds), 3600)
    return f"{sign}{hours}:{rest // 60:02d}" + (f":{rest % 60:02d}" if rest % 60 else "")


def _number(value: float) -> str:
    """Write a number as a person would: a phone or a code has no ".0" and no exponent."""
    if value.is_integer() and abs(value) < 1e21:
        return str(int(value))
    return repr(value)


def as_text(value: object) -> str:  # noqa: PLR0911 (one line for each kind of cell)
    """Return the text of a cell: dates as ISO 8601, whole numbers without ".0"."""
    if isinstance(value, str):
        return clean(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, dt.datetime):
        if (value.hour, value.minute, value.second) == (0, 0, 0):
            return value.date().isoformat()
        return f"{value.date().isoformat()} {_clock(value)}"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return _clock(value)
    if isinstance(value, dt.timedelta):
        return _length(value)
    return clean(str(value))


def letter(index: int) -> str:
    """Return the letter a spreadsheet shows above the column; index from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def place(reference: str) -> tuple[int, int]:
    """Return (row, column), both from 0, of a reference such as "B3"."""
    column = row = 0
    for sign in reference:
        if sign.isdigit():
            row = row * 10 + int(sign)
        else:
            column = column * 26 + ord(sign) - 64
    return row - 1, column - 1

"""The one place where a text of a person is made safe for ReportLab's paragraph markup."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape as _escape

# What no font draws and no XML holds; unpaired surrogates come from broken imports.
_UNDRAWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("\r\n|[\r\n\u2028\u2029]")


def escape(text: str, *, breaks: bool = False) -> str:
    """Return markup that shows this text and nothing else.

    Args:
        text: anything a person or a file said, such as "Aino <b Korhonen".
        breaks: whether line breaks are kept as <br/>; otherwise they become blanks.
    """
    safe = _escape(_UNDRAWABLE.sub("\ufffd", text), {'"': "&quot;", "'": "&#39;"})
    return _BREAK.sub("<br/>" if breaks else " ", safe)

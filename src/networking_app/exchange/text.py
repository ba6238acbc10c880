"""Reads text tables: which encoding, which delimiter, which rows; also tables of a web page."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser

from networking_app.exchange.cells import clean
from networking_app.exchange.limits import RefusedError

DELIMITERS = ("\t", ";", ",", "|")
_SAMPLE_ROWS = 200
_SAMPLE = 200_000
# Bytes cp1252 leaves undefined; shown as Latin-1 controls by others and never meant.
_WEB = re.compile(r"<\s*(?:!doctype html|html|table|head|body)\b", re.IGNORECASE)
_SEP_LINE = re.compile(r"^\ufeff?sep=(.)\r?\n", re.IGNORECASE)

# The marks between addresses copied from a mail program; a comma only after ">".
_LIST_MARK = re.compile(r"\s*[;\n]\s*|(?<=>)\s*,\s*")
_LISTED = re.compile(r"""(?:"([^"<>@]*)"|'?([^"<>@;\t]*?)'?)\s*<\s*([^<>\s@]+@[^<>\s@]+)\s*>""")
_MARKED = re.compile(r"^(?:[-\u2013\u2022*\u00b7]|\d{1,4}[.)])\s+(?=\S)")

csv.field_size_limit(10_000_000)


def decode(raw: bytes) -> str:
    """Return the text: byte order mark, then UTF-16 by its zeros, strict UTF-8, cp1252.

    Raises:
        RefusedError: these bytes are no text.
    """
    if raw.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return _plain(raw.decode("utf-32", "replace"))
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _plain(raw.decode("utf-16", "replace"))
    if raw.startswith(b"\xef\xbb\xbf"):
        return _plain(_eight_bit(raw[3:]))
    return _plain(raw.decode(wide, "replace") if (wide := _zeros(raw)) else _eight_bit(raw))


def _eight_bit(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _zeros(raw: bytes) -> str:
    """Name the UTF-16 order by where the zero bytes of Latin letters stand; "" if it is none."""
    sample = raw[: 4_000 - len(raw) % 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if odd > half * 0.3 and even < odd / 5:
        return "utf-16-le"
    if even > half * 0.3 and odd < even / 5:
        return "utf-16-be"
    return ""


def _plain(text: str) -> str:
    sample = text[:100_000]
    odd = sum(1 for sign in sample if sign < " " and sign not in "\t\n\r\x0b\x0c\x1a")
    if odd > len(sample) / 100 or (odd and "\x00" in sample and odd > 5):
        raise RefusedError("file_not_a_table")
    return text.removeprefix("\ufeff")


def rows(text: str) -> list[tuple[str, ...]]:
    """Split a text table into rows of clean cells; a web page gives its tables' rows."""
    if _WEB.search(text[:2_000]):
        return _web_rows(text)
    if len(text) < 200_000 and (listed := _address_list(text)):
        return listed
    delimiter = ""
    if match := _SEP_LINE.match(text):
        delimiter, text = match[1], text[match.end() :]
    delimiter = delimiter or find_delimiter(text)
    return _without_marks([tuple(map(_cell, row)) for row in _split(text, delimiter)])


def _without_marks(cells: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Take off "1." or "-" where every line of a pasted list begins with it."""
    filled = [row for row in cells if any(row)]
    if len(filled) < 2 or not all(_MARKED.match(row[0]) for row in filled):
        return cells
    return [(_MARKED.sub("", row[0]), *row[1:]) if row else row for row in cells]


def _address_list(text: str) -> list[tuple[str, ...]]:
    """Return name and address of each "Aino Korhonen <aino@x.fi>; ..." of a mail program."""
    parts = [part for part in _LIST_MARK.split(text.strip()) if part]
    found = [_LISTED.fullmatch(part) for part in parts]
    if len(parts) < 2 or not all(found):
        return []
    return [(clean(one[1] or one[2] or ""), one[3]) for one in found if one]


def _cell(text: str) -> str:
    """Clean a cell and take off the ' that keeps spreadsheets from working out "=1+1"."""
    cell = clean(text)
    return cell[1:] if cell.startswith("'") and cell[1:2] in {"=", "+", "-", "@"} else cell


def _split(text: str, delimiter: str) -> list[list[str]]:
    """Split by the csv rules; when a stray quote swallows the file, quotes are letters."""
    quoted = '"' in text
    if not delimiter:  # one column: commas and tabs are part of the text
        delimiter = "\x1f"
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        found = list(reader)
    except csv.Error:
        found = []
    if quoted and (not found or _swallowed(found)):
        bare = csv.reader(io.StringIO(text), delimiter=delimiter, quoting=csv.QUOTE_NONE)
        found = list(bare)
    return found


def _swallowed(found: list[list[str]]) -> bool:
    """Tell whether one cell holds many rows, as an unclosed quote makes it."""
    return any(cell.count("\n") > 100 for row in found for cell in row if len(cell) > 500)


def find_delimiter(text: str) -> str:
    """Return the delimiter that splits most rows into the same number of cells; "" for none.

    Quoted cells count as one. Counting is by consistency, not by frequency: a text full of
    commas in its answers is still separated by semicolons when those agree from row to row.
    """
    sample = text[:_SAMPLE]
    best, best_score = "", 0.0
    for delimiter in DELIMITERS:
        score = _consistency(sample, delimiter, cut=len(text) > _SAMPLE)
        if score > best_score * 1.02:
            best, best_score = delimiter, score
    return best


def _consistency(sample: str, delimiter: str, *, cut: bool) -> float:
    if delimiter not in sample:
        return 0.0
    widths: list[int] = []
    torn = 0
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if any(row):
                widths.append(_width(row))
                torn += sum(cell.count('"') % 2 for cell in row) > 1
            if len(widths) >= _SAMPLE_ROWS:
                break
    except csv.Error:
        return 0.0
    if cut and len(widths) > 1:
        widths.pop()
    several = [width for width in widths if width > 1]
    if not several:
        return 0.0
    usual = max(set(several), key=lambda width: (several.count(width), width))
    share = several.count(usual) / len(widths)
    near = sum(1 for width in several if width <= usual) / len(widths)
    # A tab or semicolon is seldom typed inside a cell; a comma often is.
    weight = 0.8 if delimiter == "," else 1.0
    # Half a quoted cell: this sign stands inside the cells of another delimiter.
    weight *= 0.3 if torn * 4 > len(widths) else 1.0
    return (share + near / 4) * weight * (1 + min(usual, 20) / 40)


def _width(row: list[str]) -> int:
    width = len(row)
    while width > 1 and not row[width - 1].strip():
        width -= 1
    return max(width, len(row))


class _Tables(HTMLParser):
    """Collects the cells of every table of a page; scripts and styles are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style"}:
            self._silent += 1
        elif tag == "tr":
            self._close()
            self.rows.append([])
        elif tag in {"td", "th"}:
            self._close()
            self._cell = []
            span = dict(attrs).get("colspan") or "1"
            self._span = min(int(span), 100) if span.isdigit() else 1
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._silent = max(self._silent - 1, 0)
        elif tag in {"td", "th", "tr", "table"}:
            self._close()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent:
            self._cell.append(data)

    def end(self) -> None:
        """Close a cell that the page left open at its end."""
        self._close()

    def _close(self) -> None:
        if self._cell is None:
            return
        if not self.rows:
            self.rows.append([])
        lines = "".join(self._cell).split("\n")
        text = "\n".join(" ".join(line.split(" ")) for line in lines)
        self.rows[-1].extend([clean(text), *[""] * (self._span - 1)])
        self._cell = None


def _web_rows(text: str) -> list[tuple[str, ...]]:
    page = _Tables()
    page.feed(text)
    page.close()
    page.end()
    return [tuple(row) for row in page.rows]

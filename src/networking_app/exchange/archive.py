"""Looks through a zipped workbook before a library opens it: sizes, far cells, errors, formulas."""

from __future__ import annotations

import html
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO
from xml.etree import ElementTree as ET

from networking_app.exchange.cells import place
from networking_app.exchange.limits import Limits, RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK = 1 << 20
_RATIO_FROM = 10_000_000  # small members may be packed to nothing without harm
# A cell with content (not "/>") beyond column Z or row 99,999.
_FAR = re.compile(rb"""\br\s*=\s*["']([A-Z]{2,7}\d{1,9}|[A-Z]\d{6,9})["'][^<>]*(?<!/)>""")
_ERROR = re.compile(rb"""<c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]+\d+)"[^>]*>.{0,500}?<v>([^<]+)</v>""")
_FORMULA = re.compile(
    rb"""<c\b[^>]*\br="([A-Z]+\d+)"[^>]*>\s*<f[^>]*>([^<]+)</f>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"""
)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(slots=True)
class Seen:
    """What the library does not tell about one sheet.

    Attributes:
        errors: cells with an Excel error such as #N/A, by (row, column) from 0.
        formulas: cells whose formula has no stored result, as text with "=".
    """

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)


def kind_of(file: BinaryIO) -> str:
    """Return "xlsx", "xlsb", "ods" or the reason word why this zip is not a workbook.

    Raises:
        RefusedError: it is damaged.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            names = {name.replace("\\", "/") for name in archive.namelist()}
            if "xl/workbook.xml" in names:
                return "xlsx"
            if "xl/workbook.bin" in names:
                return "xlsb"
            if "mimetype" in names and _starts(archive, "mimetype", b"spreadsheet"):
                return "ods"
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, zlib.error) as error:
        raise RefusedError("file_damaged") from error
    if any(name.startswith("word/") for name in names):
        return "file_is_document"
    return "file_not_a_table"


def _starts(archive: zipfile.ZipFile, name: str, word: bytes) -> bool:
    with archive.open(name) as member:
        return word in member.read(200)


def check(file: BinaryIO, limits: Limits) -> dict[str, Seen]:
    """Inflate every member once, counting, and return what was seen by sheet name.

    Raises:
        RefusedError: too large, protected or damaged.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            return _check(archive, limits)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, zlib.error) as error:
        raise RefusedError("file_damaged") from error
    except (EOFError, RuntimeError, ET.ParseError) as error:
        protected = "encrypted" in str(error)
        raise RefusedError("file_protected" if protected else "file_damaged") from error


def _check(archive: zipfile.ZipFile, limits: Limits) -> dict[str, Seen]:
    members = archive.infolist()
    if len(members) > limits.members:
        raise RefusedError("file_too_large")
    if sum(member.file_size for member in members) > limits.inflated_bytes:
        raise RefusedError("file_too_large")
    sheets = _sheets(archive)
    left = limits.inflated_bytes
    seen: dict[str, Seen] = {}
    for member in members:
        name = member.filename.replace("\\", "/").lower()
        scan = _Scan(limits)
        for chunk in _inflate(archive, member, left, limits.ratio):
            left -= len(chunk)
            if name.startswith("xl/worksheets/"):
                scan.feed(chunk)
            elif name == "meta-inf/manifest.xml" and b"encryption-data" in chunk:
                raise RefusedError("file_protected")
        scan.close()
        if name in sheets:
            seen[sheets[name]] = scan.seen
    return seen


def _inflate(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int, ratio: int
) -> Iterator[bytes]:
    """Yield the member in chunks; the sizes its head declares are not believed."""
    done = 0
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            done += len(chunk)
            if done > left or (done > _RATIO_FROM and done > ratio * max(member.compress_size, 1)):
                raise RefusedError("file_too_large")
            yield chunk


def _sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the name of the sheet for each member of an xlsx, lower case."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    targets: dict[str, str] = {}
    for node in ET.fromstring(_small(archive, "xl/_rels/workbook.xml.rels")):  # noqa: S314 (expat 2.4 refuses amplification; the size is bounded)
        target = node.get("Target", "").lstrip("/").lower()
        targets[node.get("Id", "")] = target if target.startswith("xl/") else f"xl/{target}"
    found: dict[str, str] = {}
    for node in ET.fromstring(_small(archive, "xl/workbook.xml")).iter():  # noqa: S314 (as above)
        if node.tag.endswith("}sheet") and node.get(_RELATION, "") in targets:
            found[targets[node.get(_RELATION, "")]] = node.get("name", "")
    return found


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as member:
        text = member.read(5 * _CHUNK + 1)
    if len(text) > 5 * _CHUNK:
        raise RefusedError("file_too_large")
    return text


class _Scan:
    """Reads the XML of a sheet in passing: how far it goes, errors and bare formulas."""

    def __init__(self, limits: Limits) -> None:
        self.seen = Seen()
        self._limits = limits
        self._tail = b""
        self._rows = self._columns = 1

    def feed(self, chunk: bytes) -> None:
        text = self._tail + chunk
        cut = max(text.rfind(b"<c "), len(text) - _CHUNK)
        self._look(text[:cut])
        self._tail = text[cut:]

    def close(self) -> None:
        self._look(self._tail)

    def _look(self, text: bytes) -> None:
        for match in _FAR.finditer(text):
            row, column = place(match[1].decode())
            self._rows, self._columns = max(self._rows, row + 1), max(self._columns, column + 1)
        if self._columns > self._limits.columns or (
            self._rows * self._columns > self._limits.cells
        ):
            raise RefusedError("sheet_too_large")
        if b't="e"' in text:
            for match in _ERROR.finditer(text):
                self.seen.errors[place(match[1].decode())] = _unescape(match[2])
        if b"<f" in text:
            for match in _FORMULA.finditer(text):
                self.seen.formulas[place(match[1].decode())] = "=" + _unescape(match[2])


def _unescape(text: bytes) -> str:
    return html.unescape(text.decode("utf-8", "replace"))

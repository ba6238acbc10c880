"""One guest in the making: each cell in its place; what has none becomes an answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from networking_app.domain.imports import Field, Kind
from networking_app.domain.problems import Problem, Severity
from networking_app.domain.registration import GuestDetails, Permission, Purpose, Status
from networking_app.exchange.cells import letter
from networking_app.exchange.importers import emails, names, phones, words
from networking_app.exchange.importers.vocabulary import NOT_THE_GUEST, fold

if TYPE_CHECKING:
    from collections.abc import Callable

_TAG_MARKS = re.compile(r"[,;|\n]")
_QUANTITY = re.compile(r"^(?:quantity|qty|määrä|lukumäärä|antal|kpl|(guests))$", re.IGNORECASE)
_NOBODY = frozenset({"anonymous", "anonyymi", "nimetön", "anonym", "-", "n/a", "#n/a", "?", "x"})
_CONTACTS = frozenset({Field.EMAIL, Field.PHONE, Field.CODE, Field.STATUS})
_PURPOSES = {
    Field.PHOTO: Purpose.PHOTO,
    Field.CONTACT_SHARING: Purpose.CONTACT_SHARING,
    Field.MARKETING: Purpose.MARKETING,
}


class Cell(NamedTuple):
    """A filled cell with its column: what it was taken for, its position, its heading."""

    field: Field
    position: int
    heading: str
    text: str

    @property
    def column(self) -> str:
        """The heading as typed, or the letter where there is none."""
        return self.heading or letter(self.position)


class Draft:
    """Takes the cells of one row; `details()` ends it, then `problems` holds what was wrong.

    Args:
        region: country of phone numbers without a country code.
        family_first: whole names are written "Korhonen Aino".
    """

    def __init__(self, region: str, *, family_first: bool) -> None:
        self.texts: dict[Field, str] = {}
        self.problems: list[Problem] = []
        self._region = region
        self._family_first = family_first
        self._where: dict[Field, Cell] = {}
        self._answers: list[tuple[int, str, str]] = []
        self._consents: list[tuple[Purpose, Permission]] = []
        self._codes: list[str] = []
        self._tags: list[str] = []
        self._phone = ""
        self._status: Status | None = None
        self._sender = ""

    def put(self, cell: Cell) -> None:
        """Put a filled cell in its place; a second one of a kind becomes an answer."""
        if cell.field in _CONTACTS and not cell.text.strip("-\u2013\u2014./ "):
            return
        place = _PLACES.get(cell.field)
        if place is not None:
            place(self, cell)
        elif cell.field is Field.ANSWER or cell.field in self.texts:
            self.keep(cell)
        else:
            self.texts[cell.field] = cell.text
            self._where[cell.field] = cell

    def keep(self, cell: Cell) -> None:
        """Keep the cell under its heading, or its column's letter."""
        self._answers.append((cell.position, cell.column, cell.text))
        if cell.text.isdigit() and (match := _QUANTITY.match(cell.heading)):
            more = int(cell.text) > (0 if match[1] else 1)
            if more:
                self._tell(Kind.QUANTITY_MORE, cell)

    def borrow_email(self, cell: str) -> None:
        """Take an address that was kept as an answer, if there is no other."""
        if cell and not self.texts.get(Field.EMAIL):
            read = emails.read(cell)
            if read.address:
                self.texts[Field.EMAIL] = read.address

    def details(self) -> GuestDetails:
        """Return the guest; call once."""
        given, family = self._name()
        texts = self.texts
        return GuestDetails(
            given=given,
            family=family,
            badge_name=texts.get(Field.BADGE_NAME, ""),
            email=texts.get(Field.EMAIL, ""),
            phone=self._phone,
            phone_typed=texts.get(Field.PHONE, ""),
            organisation=texts.get(Field.ORGANISATION, ""),
            title=texts.get(Field.TITLE, ""),
            city=texts.get(Field.CITY, ""),
            languages=texts.get(Field.LANGUAGES, ""),
            category=texts.get(Field.CATEGORY, ""),
            status=self._status,
            note=texts.get(Field.NOTE, ""),
            diet=texts.get(Field.DIET, ""),
            access=texts.get(Field.ACCESS, ""),
            tags=tuple(self._tags),
            codes=tuple(self._codes),
            answers=tuple((question, text) for _, question, text in sorted(self._answers)),
            consents=tuple(self._consents),
            registered_at=texts.get(Field.REGISTERED_AT, ""),
            attention="\n".join(filter(None, map(texts.get, (Field.HOLD, Field.ATTENTION)))),
            holds=Field.HOLD in texts,
            blocked=texts.get(Field.BLOCKED, ""),
        )

    def _tell(self, kind: str, cell: Cell, suggestion: str = "") -> None:
        self.problems.append(
            Problem(
                kind,
                Severity.WARNING,
                column=cell.column,
                value=cell.text,
                suggestion=suggestion,
            )
        )

    def _name(self) -> tuple[str, str]:
        given, family = self.texts.get(Field.GIVEN, ""), self.texts.get(Field.FAMILY, "")
        whole = self.texts.get(Field.NAME, "")
        if whole.lower() in _NOBODY:
            self._keep_text(Field.NAME)
            whole = ""
        if given or family:
            if whole and not _same(whole, given, family):
                self._keep_text(Field.NAME)
            for field in (Field.GIVEN, Field.FAMILY):
                self._check_several(field, self.texts.get(field, ""))
            return given, family
        if whole:
            return self._whole(whole)
        if self.texts.get(Field.BADGE_NAME):
            return names.split(self.texts[Field.BADGE_NAME], family_first=False)
        if self._sender:
            return names.split(self._sender)
        suggestion = names.from_email(self.texts.get(Field.EMAIL, ""))
        problem = Problem(Kind.NAME_MISSING, Severity.ERROR, suggestion=suggestion)
        self.problems.append(problem)
        return "", ""

    def _whole(self, whole: str) -> tuple[str, str]:
        self._check_several(Field.NAME, whole)
        whole, body = names.with_body(whole)
        if body and self.texts.setdefault(Field.ORGANISATION, body) != body:
            self._keep_text(Field.NAME)
        name, rest = names.with_title(whole)
        if rest:
            if self.texts.get(Field.TITLE):
                self._keep_text(Field.NAME)
            else:
                self.texts[Field.TITLE] = rest
        return names.split(name, family_first=self._family_first)

    def _check_several(self, field: Field, text: str) -> None:
        if text and names.several_people(text):
            self._tell(Kind.SEVERAL_PEOPLE, self._where[field])

    def _keep_text(self, field: Field) -> None:
        self.keep(self._where[field])

    def _email(self, cell: Cell) -> None:
        if cell.field in self.texts or cell.text.lower() in _NOBODY:
            self.keep(cell)
            return
        read = emails.read(cell.text)
        if read.address:
            self.texts[cell.field] = read.address
            self._sender = read.name
        if read.address != cell.text:
            self.keep(cell)
        if read.kind:
            self._tell(read.kind, cell, read.suggestion)

    def _read_phone(self, cell: Cell) -> None:
        if cell.field in self.texts:
            self.keep(cell)
            return
        read = phones.read(cell.text, self._region)
        self.texts[cell.field], self._phone = cell.text, read.number
        if read.kind and not words.means_nothing(cell.text):
            self._tell(read.kind, cell)

    def _read_status(self, cell: Cell) -> None:
        status = words.status_under(cell.heading, cell.text)
        if status is None or self._status is not None:
            self.keep(cell)
        if status is None:
            self._tell(Kind.STATUS_UNKNOWN, cell)
        elif self._status is None:
            self._status = status

    def _category(self, cell: Cell) -> None:
        if cell.field in self.texts:
            self.keep(cell)
        else:
            self.texts[cell.field] = words.category(cell.text) or cell.text

    def _need(self, cell: Cell) -> None:
        if words.means_nothing(cell.text):
            return
        if NOT_THE_GUEST.search(fold(cell.heading)):
            cell = cell._replace(text=f"{cell.heading}: {cell.text}")
        before = self.texts.get(cell.field)
        self.texts[cell.field] = f"{before}\n{cell.text}" if before else cell.text

    def _consent(self, cell: Cell) -> None:
        permission = words.permission(cell.text, cell.heading)
        purpose = _PURPOSES[cell.field]
        if permission is None:
            self.keep(cell)
            self._tell(Kind.CONSENT_UNCLEAR, cell)
        elif any(known is purpose for known, _ in self._consents):
            self.keep(cell)
        else:
            if permission is Permission.ASK and purpose is not Purpose.PHOTO:
                permission = Permission.NO
                self.keep(cell)
            elif len(cell.text.split()) > 2:
                self.keep(cell)
            self._consents.append((purpose, permission))

    def _desk_note(self, cell: Cell) -> None:
        """A note for the desk; where only yes is said, the heading is the note."""
        answer = words.permission(cell.text)
        if words.means_nothing(cell.text) or answer is Permission.NO:
            return
        said = cell.heading if answer is Permission.YES else cell.text
        before = self.texts.get(cell.field)
        self.texts[cell.field] = f"{before}\n{said}" if before else said

    def _code(self, cell: Cell) -> None:
        if cell.text not in self._codes:
            self._codes.append(cell.text)

    def _read_tags(self, cell: Cell) -> None:
        for tag in map(str.strip, _TAG_MARKS.split(cell.text)):
            if tag and tag not in self._tags:
                self._tags.append(tag)


def _same(whole: str, given: str, family: str) -> bool:
    """Tell whether the whole name says no more than its two parts, in either order."""
    return sorted(whole.replace(",", " ").split()) == sorted(f"{given} {family}".split())


_PLACES: dict[Field, Callable[[Draft, Cell], None]] = {
    Field.EMAIL: Draft._email,  # noqa: SLF001 (a table of the class's own methods)
    Field.PHONE: Draft._read_phone,  # noqa: SLF001
    Field.STATUS: Draft._read_status,  # noqa: SLF001
    Field.CATEGORY: Draft._category,  # noqa: SLF001
    Field.DIET: Draft._need,  # noqa: SLF001
    Field.ACCESS: Draft._need,  # noqa: SLF001
    Field.PHOTO: Draft._consent,  # noqa: SLF001
    Field.CONTACT_SHARING: Draft._consent,  # noqa: SLF001
    Field.MARKETING: Draft._consent,  # noqa: SLF001
    Field.ATTENTION: Draft._desk_note,  # noqa: SLF001
    Field.HOLD: Draft._desk_note,  # noqa: SLF001
    Field.BLOCKED: Draft._desk_note,  # noqa: SLF001
    Field.CODE: Draft._code,  # noqa: SLF001
    Field.TAGS: Draft._read_tags,  # noqa: SLF001
}

"""One guest in the making: each cell in its place; what has none becomes an answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from networking_app.domain.imports import Field, Kind
from networking_app.domain.problems import Problem, Severity
from networking_app.domain.registration import GuestDetails, Permission, Purpose, Status
from networking_app.exchange.cells import letter
from networking_app.exchange.importers import emails, names, phones, words

if TYPE_CHECKING:
    from collections.abc import Callable

_TAG_MARKS = re.compile(r"[,;|\n]")
_QUANTITY = re.compile(r"^(?:quantity|qty|määrä|lukumäärä|antal|guests|kpl)$", re.IGNORECASE)
_NOBODY = frozenset({"anonymous", "anonyymi", "nimetön", "anonym", "-", "n/a", "#n/a", "?", "x"})
_PURPOSES = {
    Field.PHOTO: Purpose.PHOTO,
    Field.CONTACT_SHARING: Purpose.CONTACT_SHARING,
    Field.MARKETING: Purpose.MARKETING,
}


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
        self._where: dict[Field, tuple[int, str]] = {}
        self._answers: list[tuple[int, str, str]] = []
        self._consents: list[tuple[Purpose, Permission]] = []
        self._codes: list[str] = []
        self._tags: list[str] = []
        self._phone = ""
        self._status: Status | None = None
        self._sender = ""

    def put(self, field: Field, index: int, heading: str, cell: str) -> None:
        """Put a filled cell in its place; a second one of a kind becomes an answer."""
        place = _PLACES.get(field)
        if place is not None:
            place(self, field, index, heading, cell)
        elif field is Field.ANSWER or field in self.texts:
            self.keep(index, heading, cell)
        else:
            self.texts[field] = cell
            self._where[field] = (index, heading)

    def keep(self, index: int, heading: str, cell: str) -> None:
        """Keep the cell under its heading, or its column's letter."""
        self._answers.append((index, heading or letter(index), cell))
        if (
            _QUANTITY.match(heading)
            and cell.isdigit()
            and int(cell) > (heading.lower() != "guests")
        ):
            self._tell(Kind.QUANTITY_MORE, index, heading, cell)

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
        )

    def _tell(
        self,
        kind: str,
        index: int,
        heading: str,
        value: str,
        suggestion: str = "",
        severity: Severity = Severity.WARNING,
    ) -> None:
        column = heading or letter(index)
        self.problems.append(
            Problem(kind, severity, column=column, value=value, suggestion=suggestion)
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
        name, rest = names.with_title(whole)
        if rest:
            if self.texts.get(Field.TITLE):
                self._keep_text(Field.NAME)
            else:
                self.texts[Field.TITLE] = rest
        return names.split(name, family_first=self._family_first)

    def _check_several(self, field: Field, text: str) -> None:
        if text and names.several_people(text):
            index, heading = self._where[field]
            self._tell(Kind.SEVERAL_PEOPLE, index, heading, text)

    def _keep_text(self, field: Field) -> None:
        index, heading = self._where[field]
        self.keep(index, heading, self.texts[field])

    def _email(self, field: Field, index: int, heading: str, cell: str) -> None:
        if field in self.texts or cell.lower() in _NOBODY:
            self.keep(index, heading, cell)
            return
        read = emails.read(cell)
        if read.address:
            self.texts[field] = read.address
            self._sender = read.name
        if read.address != cell:
            self.keep(index, heading, cell)
        if read.kind:
            self._tell(read.kind, index, heading, cell, read.suggestion)

    def _read_phone(self, field: Field, index: int, heading: str, cell: str) -> None:
        if field in self.texts:
            self.keep(index, heading, cell)
            return
        read = phones.read(cell, self._region)
        self.texts[field], self._phone = cell, read.number
        if read.kind and not words.means_nothing(cell):
            self._tell(read.kind, index, heading, cell)

    def _read_status(self, field: Field, index: int, heading: str, cell: str) -> None:
        status = words.status(cell)
        if status is None or self._status is not None:
            self.keep(index, heading, cell)
        if status is None:
            self._tell(Kind.STATUS_UNKNOWN, index, heading, cell)
        elif self._status is None:
            self._status = status

    def _category(self, field: Field, index: int, heading: str, cell: str) -> None:
        if field in self.texts:
            self.keep(index, heading, cell)
        else:
            self.texts[field] = words.category(cell) or cell

    def _need(self, field: Field, index: int, heading: str, cell: str) -> None:
        if words.means_nothing(cell):
            return
        before = self.texts.get(field)
        self.texts[field] = f"{before}\n{cell}" if before else cell

    def _consent(self, field: Field, index: int, heading: str, cell: str) -> None:
        permission = words.permission(cell, heading)
        purpose = _PURPOSES[field]
        if permission is None:
            self.keep(index, heading, cell)
            self._tell(Kind.CONSENT_UNCLEAR, index, heading, cell)
        elif any(known is purpose for known, _ in self._consents):
            self.keep(index, heading, cell)
        else:
            if permission is Permission.ASK and purpose is not Purpose.PHOTO:
                permission = Permission.NO
                self.keep(index, heading, cell)
            elif len(cell.split()) > 2:
                self.keep(index, heading, cell)
            self._consents.append((purpose, permission))

    def _code(self, field: Field, index: int, heading: str, cell: str) -> None:
        if cell not in self._codes:
            self._codes.append(cell)

    def _read_tags(self, field: Field, index: int, heading: str, cell: str) -> None:
        for tag in map(str.strip, _TAG_MARKS.split(cell)):
            if tag and tag not in self._tags:
                self._tags.append(tag)


def _same(whole: str, given: str, family: str) -> bool:
    """Tell whether the whole name says no more than its two parts, in either order."""
    return sorted(whole.replace(",", " ").split()) == sorted(f"{given} {family}".split())


_PLACES: dict[Field, Callable[[Draft, Field, int, str, str], None]] = {
    Field.EMAIL: Draft._email,  # noqa: SLF001 (a table of the class's own methods)
    Field.PHONE: Draft._read_phone,  # noqa: SLF001
    Field.STATUS: Draft._read_status,  # noqa: SLF001
    Field.CATEGORY: Draft._category,  # noqa: SLF001
    Field.DIET: Draft._need,  # noqa: SLF001
    Field.ACCESS: Draft._need,  # noqa: SLF001
    Field.PHOTO: Draft._consent,  # noqa: SLF001
    Field.CONTACT_SHARING: Draft._consent,  # noqa: SLF001
    Field.MARKETING: Draft._consent,  # noqa: SLF001
    Field.CODE: Draft._code,  # noqa: SLF001
    Field.TAGS: Draft._read_tags,  # noqa: SLF001
}

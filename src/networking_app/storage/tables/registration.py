"""Tables: registrations, their codes, answers, consents and tags, and remembered import layouts."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from networking_app.storage.base import FactRow, SetRow, maybe_parent, number, parent, text


class RegistrationRow(SetRow, kw_only=True):
    """A person's place at an event; arrived and no-show are derived from check-ins."""

    __tablename__ = "registration"

    event_id: Mapped[str] = parent("event")
    person_id: Mapped[str] = parent("person")
    affiliation_id: Mapped[str | None] = maybe_parent("affiliation")
    category: Mapped[str] = text()
    status: Mapped[str] = text()
    status_at: Mapped[str] = text()
    source: Mapped[str] = text()
    registered_at: Mapped[str] = text()
    note: Mapped[str] = text()
    attention: Mapped[str] = text()
    walk_in: Mapped[int] = number()
    holds: Mapped[int] = number()  # the note must be confirmed at the door
    blocked: Mapped[str] = text()  # why the organiser does not let this guest in


class CodeRow(FactRow, kw_only=True):
    """A code was issued to a registration, or revoked; all stay valid until revoked."""

    __tablename__ = "code"

    registration_id: Mapped[str] = parent("registration")
    kind: Mapped[str] = text()  # ticket, badge, foreign
    code: Mapped[str] = text(index=True)  # normalised
    revokes: Mapped[str] = text(index=True)
    at: Mapped[str] = text()


class AnswerRow(SetRow, kw_only=True):
    """An answer to a question of the form, or a cell of a column nobody recognised."""

    __tablename__ = "answer"

    registration_id: Mapped[str] = parent("registration")
    question: Mapped[str] = text()
    value: Mapped[str] = text()
    position: Mapped[int] = number()


class ProtectedAnswerRow(SetRow, kw_only=True):
    """Diet or access needs: kept apart, with a retention date of their own."""

    __tablename__ = "protected_answer"

    registration_id: Mapped[str] = parent("registration")
    kind: Mapped[str] = text()  # diet, access
    value: Mapped[str] = text()
    keep_until: Mapped[str] = text()


class ConsentRow(SetRow, kw_only=True):
    """A permission for one purpose, with the time and the wording that was shown."""

    __tablename__ = "consent"

    registration_id: Mapped[str] = parent("registration")
    purpose: Mapped[str] = text()
    value: Mapped[str] = text()
    wording: Mapped[str] = text()
    at: Mapped[str] = text()


class TagRow(SetRow, kw_only=True):
    """A word that organisers mark registrations with."""

    __tablename__ = "tag"

    name: Mapped[str] = text()
    colour: Mapped[str] = text()


class RegistrationTagRow(SetRow, kw_only=True):
    """A tag on a registration."""

    __tablename__ = "registration_tag"

    registration_id: Mapped[str] = parent("registration")
    tag_id: Mapped[str] = parent("tag")


class ImportLayoutRow(SetRow, kw_only=True):
    """How the columns of one kind of file were matched last time."""

    __tablename__ = "import_layout"

    signature: Mapped[str] = text(index=True)
    matches: Mapped[str] = text()  # JSON: heading -> field

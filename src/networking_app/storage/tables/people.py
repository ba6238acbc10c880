"""Tables: people, organisations, and who belongs where."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from networking_app.storage.base import FactRow, SetRow, maybe_parent, parent, text


class PersonRow(SetRow, kw_only=True):
    """A human, once, however many roles and events; sort_key and search are derived."""

    __tablename__ = "person"

    given: Mapped[str] = text()
    family: Mapped[str] = text()
    badge_name: Mapped[str] = text()
    email: Mapped[str] = text(index=True)
    phone: Mapped[str] = text()
    phone_typed: Mapped[str] = text()
    languages: Mapped[str] = text()
    titles: Mapped[str] = text()
    biography: Mapped[str] = text()
    city: Mapped[str] = text()
    sort_key: Mapped[str] = text(index=True)
    search: Mapped[str] = text()


class SamePersonRow(FactRow, kw_only=True):
    """Says that two rows are one human; taken back by a fact that names it."""

    __tablename__ = "same_person"

    person_id: Mapped[str] = parent("person")
    other_id: Mapped[str] = parent("person")
    undoes: Mapped[str] = text()
    at: Mapped[str] = text()


class OrganisationRow(SetRow, kw_only=True):
    """A company, association, university, authority, or a unit of another."""

    __tablename__ = "organisation"

    name: Mapped[str] = text()
    short_name: Mapped[str] = text()
    aliases: Mapped[str] = text()  # one on each line
    kind: Mapped[str] = text()
    size_class: Mapped[str] = text()
    business_id: Mapped[str] = text()
    city: Mapped[str] = text()
    sector: Mapped[str] = text()
    parent_id: Mapped[str | None] = maybe_parent("organisation")
    sort_key: Mapped[str] = text(index=True)
    search: Mapped[str] = text()


class AffiliationRow(SetRow, kw_only=True):
    """A person belongs to one body, with a title; the shown one is printed on the badge."""

    __tablename__ = "affiliation"

    person_id: Mapped[str] = parent("person")
    organisation_id: Mapped[str | None] = maybe_parent("organisation")
    cluster_id: Mapped[str | None] = maybe_parent("cluster")
    project_id: Mapped[str | None] = maybe_parent("project")
    title: Mapped[str] = text()
    start: Mapped[str] = text()
    end: Mapped[str] = text()

"""How a guest becomes rows: shared by the form, the walk-in and the import."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from networking_app.domain.names import fold
from networking_app.domain.registration import PARTICIPANT, GuestDetails, Status
from networking_app.domain.tickets import CodeKind, new_code, normalise
from networking_app.storage import guests

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from networking_app.storage.guests import Known
    from networking_app.storage.writer import Writer

_BODIES = ("organisation_id", "cluster_id", "project_id")
_PERSON = ("given", "family", "badge_name", "email", "phone", "phone_typed", "city", "languages")


@dataclass(slots=True)
class Register:
    """What a workspace knows by name, read before anything is written.

    Attributes:
        bodies: keys of organisations by folded name, short name and alias.
        tags: keys of tags by name.
        networks: clusters and projects by folded name.
        people: keys of people by (e-mail, name): a human who was at another event is the same
            person here.
    """

    bodies: dict[str, str]
    tags: dict[str, str]
    networks: Mapping[str, tuple[str, str]]
    people: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def read(cls, connection: Connection, *, with_people: bool = False) -> Register:
        """Read it; people are needed only where many guests come at once."""
        bodies: dict[str, str] = {}
        for key, name, short, aliases in guests.organisations(connection):
            for said in (name, short, *aliases.splitlines()):
                if said:
                    bodies.setdefault(fold(said), key)
        people = guests.people(connection) if with_people else {}
        return cls(bodies, guests.tags(connection), guests.networks(connection), people)


class Enrolment:
    """Writes guests of one event; remembers organisations and tags by name.

    Args:
        writer: the transaction; the next one of the same action is handed to `go_on`.
        event_id: which event.
        source: where the guests come from, such as the name of a file; "" when typed in.
        register: what is known by name; read in the transaction if it is not given.
    """

    def __init__(
        self,
        writer: Writer,
        event_id: str,
        source: str = "",
        register: Register | None = None,
    ) -> None:
        self._writer = writer
        self._event = event_id
        self._source = source
        known = register or Register.read(writer.connection)
        self._bodies = known.bodies
        self._tags = known.tags
        self._networks = known.networks
        self._people = known.people

    def go_on(self, writer: Writer) -> None:
        """Write in the next transaction of the same action."""
        self._writer = writer

    def add(self, details: GuestDetails, *, walk_in: bool = False) -> str:
        """Register a new guest with new codes; returns the key of the registration."""
        writer = self._writer
        person = self._person(details)
        affiliation = None
        if details.organisation or details.title:
            affiliation = self._affiliate(person, details)
        registration = writer.add(
            "registration",
            event_id=self._event,
            person_id=person,
            affiliation_id=affiliation,
            category=details.category or PARTICIPANT,
            status=(details.status or Status.REGISTERED).value,
            status_at=writer.now,
            source=self._source,
            registered_at=details.registered_at or writer.now,
            note=details.note,
            attention=details.attention,
            holds=int(details.holds),
            blocked=details.blocked,
            walk_in=int(walk_in),
        )
        self._issue(registration, CodeKind.TICKET, new_code())
        self._issue(registration, CodeKind.BADGE, new_code())
        self._belongings(registration, details, {}, GuestDetails())
        return registration

    def update(self, known: Known, details: GuestDetails, *, remove_missing: bool = False) -> bool:
        """Make a known guest say what these details say; returns whether anything changed.

        An empty text empties the field; no status and no category leave what is there.

        Args:
            known: the guest as stored.
            details: what is to be stored.
            remove_missing: answers, consents, tags and foreign codes that the details do not name
                are taken away, as an edit form means it; otherwise they stay, as an import does.
        """
        writer = self._writer
        changed = writer.change("person", known.person_id, **_said(details, _PERSON))
        changed |= self._update_affiliation(known, details)
        values: dict[str, str | int] = {
            "note": details.note,
            "attention": details.attention,
            "holds": int(details.holds),
            "blocked": details.blocked,
        }
        if details.category:
            values["category"] = details.category
        if details.status is not None and details.status is not known.details.status:
            values |= {"status": details.status.value, "status_at": writer.now}
        changed |= writer.change("registration", known.registration_id, **values)
        there = guests.belonging_rows(writer.connection, known.registration_id)
        key = known.registration_id
        changed |= self._belongings(key, details, there, known.details)
        return (remove_missing and self._remove_missing(key, details, there)) or changed

    def organisation(self, name: str) -> str | None:
        """The organisation of this name, made if nobody has it; None for an empty name."""
        if not name:
            return None
        key = self._bodies.get(fold(name))
        if key is None:
            key = self._writer.add("organisation", name=name)
            self._bodies[fold(name)] = key
        return key

    def body(self, name: str) -> dict[str, str | None]:
        """Whom one belongs to by this name: an organisation, or else a known cluster or project.

        Returns:
            the three fields of an affiliation, at most one of them filled.
        """
        fields: dict[str, str | None] = dict.fromkeys(_BODIES)
        found = None if fold(name) in self._bodies else self._networks.get(fold(name))
        if found:
            fields[f"{found[0]}_id"] = found[1]
        else:
            fields["organisation_id"] = self.organisation(name)
        return fields

    def tag(self, name: str) -> str:
        """The tag of this name, made if there is none."""
        if name not in self._tags:
            self._tags[name] = self._writer.add("tag", name=name)
        return self._tags[name]

    def _update_affiliation(self, known: Known, details: GuestDetails) -> bool:
        before = known.details
        if (details.organisation, details.title) == (before.organisation, before.title):
            return False
        if known.affiliation_id:
            # A spelling of the same organisation changes nothing.
            return self._writer.change(
                "affiliation",
                known.affiliation_id,
                title=details.title,
                **self.body(details.organisation),
            )
        row = self._affiliate(known.person_id, details)
        return self._writer.change("registration", known.registration_id, affiliation_id=row)

    def _person(self, details: GuestDetails) -> str:
        key = (details.email.casefold(), details.name)
        known = self._people.get(key) if details.email else None
        if known is not None:
            said = {f: v for f, v in _said(details, _PERSON).items() if v}
            self._writer.change("person", known, **said)
            return known
        person = self._writer.add("person", **_said(details, _PERSON))
        self._people[key] = person
        return person

    def _affiliate(self, person: str, details: GuestDetails) -> str:
        body = self.body(details.organisation)
        return self._writer.add("affiliation", person_id=person, title=details.title, **body)

    def _issue(self, registration: str, kind: CodeKind, code: str) -> None:
        self._writer.tell(
            "code",
            registration_id=registration,
            kind=kind.value,
            code=code,
            at=self._writer.now,
        )

    def _belongings(
        self,
        registration: str,
        details: GuestDetails,
        there: Mapping[tuple[str, str], str],
        before: GuestDetails,
    ) -> bool:
        """Write answers, protected answers, consents, tags and foreign codes that differ."""
        changed = False
        for place, (question, value) in enumerate(details.answers):
            found = there.get(("answer", question))
            if found is not None:
                changed |= self._writer.change("answer", found, value=value)
                continue
            self._own("answer", registration, question=question, value=value, position=place)
            changed = True
        for kind, value in (("diet", details.diet), ("access", details.access)):
            found = there.get(("protected_answer", kind))
            if found is not None:
                changed |= self._writer.change("protected_answer", found, value=value)
            elif value:
                self._own("protected_answer", registration, kind=kind, value=value)
                changed = True
        changed |= self._consents(registration, details, there, before)
        for tag in map(self.tag, dict.fromkeys(details.tags)):
            if ("registration_tag", tag) not in there:
                self._own("registration_tag", registration, tag_id=tag)
                changed = True
        for code in dict.fromkeys(map(normalise, details.codes)):
            if code and code not in before.codes:
                self._issue(registration, CodeKind.FOREIGN, code)
                changed = True
        return changed

    def _consents(
        self,
        registration: str,
        details: GuestDetails,
        there: Mapping[tuple[str, str], str],
        before: GuestDetails,
    ) -> bool:
        """Write consents that differ, with the moment in which they were given or refused."""
        earlier, changed = dict(before.consents), False
        for purpose, permission in dict(details.consents).items():
            if earlier.get(purpose) is permission:
                continue
            values = {"value": permission.value, "at": self._writer.now}
            found = there.get(("consent", purpose.value))
            if found is not None:
                self._writer.change("consent", found, **values)
            else:
                self._own("consent", registration, purpose=purpose.value, **values)
            changed = True
        return changed

    def _remove_missing(
        self, registration: str, details: GuestDetails, there: Mapping[tuple[str, str], str]
    ) -> bool:
        """Take away what the details do not name; protected answers are emptied, not removed."""
        named = {("answer", question) for question, _value in details.answers}
        named |= {("consent", purpose.value) for purpose, _permission in details.consents}
        named |= {("registration_tag", self.tag(tag)) for tag in details.tags}
        gone: dict[str, list[tuple[str, dict[str, int]]]] = {}
        for (table, said), row in there.items():
            if table != "protected_answer" and (table, said) not in named:
                gone.setdefault(table, []).append((row, {"deleted": 1}))
        changed = sum(self._writer.change_many(table, rows) for table, rows in gone.items())
        kept = set(map(normalise, details.codes))
        for row, code in guests.foreign_codes(self._writer.connection, registration):
            if code not in kept:
                self._writer.tell(
                    "code",
                    registration_id=registration,
                    kind=CodeKind.FOREIGN.value,
                    revokes=row,
                    at=self._writer.now,
                )
                changed += 1
        return changed > 0

    def _own(self, table: str, registration: str, **values: str | int) -> None:
        self._writer.add(table, registration_id=registration, **values)


def _said(details: GuestDetails, fields: tuple[str, ...]) -> dict[str, str]:
    """These fields of a new row, all of them, so that undo and the journal see the whole."""
    return {field: getattr(details, field) for field in fields}

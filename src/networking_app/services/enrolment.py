"""How a guest becomes rows: shared by the form, the walk-in and the import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.names import fold
from networking_app.domain.registration import PARTICIPANT, GuestDetails, Status
from networking_app.domain.tickets import CodeKind, new_code, normalise
from networking_app.storage import guests

if TYPE_CHECKING:
    from networking_app.storage.guests import Known
    from networking_app.storage.writer import Writer

_PERSON = ("given", "family", "badge_name", "email", "phone", "phone_typed", "city", "languages")


class Enrolment:
    """Writes guests of one event in one transaction; remembers organisations and tags by name.

    Args:
        writer: the transaction.
        event_id: which event.
        source: where the guests come from, such as the name of a file; "" when typed in.
        people: keys of people in the workspace by (e-mail, name), as storage.guests.people gives
            them: a human who was at another event is the same person here.
    """

    def __init__(
        self,
        writer: Writer,
        event_id: str,
        source: str = "",
        people: dict[tuple[str, str], str] | None = None,
    ) -> None:
        self._writer = writer
        self._event = event_id
        self._source = source
        self._bodies: dict[str, str] = {}
        for key, name, short, aliases in guests.organisations(writer.connection):
            for said in (name, short, *aliases.splitlines()):
                if said:
                    self._bodies.setdefault(fold(said), key)
        self._tags = guests.tags(writer.connection)
        self._people = people or {}

    def add(self, details: GuestDetails, *, walk_in: bool = False) -> str:
        """Register a new guest with new codes; returns the key of the registration."""
        writer = self._writer
        person = self._people.get((details.email.casefold(), details.name))
        if person is None:
            person = writer.add("person", **_said(details, _PERSON))
        affiliation = None
        if details.organisation or details.title:
            affiliation = writer.add(
                "affiliation",
                person_id=person,
                organisation_id=self.organisation(details.organisation),
                title=details.title,
            )
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
            walk_in=int(walk_in),
        )
        self._issue(registration, CodeKind.TICKET, new_code())
        self._issue(registration, CodeKind.BADGE, new_code())
        self._belongings(registration, details, {})
        return registration

    def update(self, known: Known, details: GuestDetails) -> bool:
        """Make a known guest say what these details say; returns whether anything changed.

        Answers that the details do not name stay; an empty text empties the field.
        """
        writer = self._writer
        changed = writer.change("person", known.person_id, **_said(details, _PERSON))
        changed |= self._update_affiliation(known, details)
        values = {
            "category": details.category or PARTICIPANT,
            "status": (details.status or Status.REGISTERED).value,
            "note": details.note,
        }
        if details.status is not None and details.status is not known.details.status:
            values["status_at"] = writer.now
        changed |= writer.change("registration", known.registration_id, **values)
        there = guests.belonging_rows(writer.connection, known.registration_id)
        return self._belongings(known.registration_id, details, there, known.details) or changed

    def organisation(self, name: str) -> str | None:
        """The organisation of this name, made if nobody has it; None for an empty name."""
        if not name:
            return None
        key = self._bodies.get(fold(name))
        if key is None:
            key = self._writer.add("organisation", name=name)
            self._bodies[fold(name)] = key
        return key

    def tag(self, name: str) -> str:
        """The tag of this name, made if there is none."""
        if name not in self._tags:
            self._tags[name] = self._writer.add("tag", name=name)
        return self._tags[name]

    def _update_affiliation(self, known: Known, details: GuestDetails) -> bool:
        before = known.details
        if (details.organisation, details.title) == (before.organisation, before.title):
            return False
        # A spelling of the same organisation changes nothing.
        body = self.organisation(details.organisation)
        if known.affiliation_id:
            return self._writer.change(
                "affiliation", known.affiliation_id, organisation_id=body, title=details.title
            )
        row = self._writer.add(
            "affiliation", person_id=known.person_id, organisation_id=body, title=details.title
        )
        return self._writer.change("registration", known.registration_id, affiliation_id=row)

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
        there: dict[tuple[str, str], str],
        before: GuestDetails | None = None,
    ) -> bool:
        """Write answers, protected answers, consents, tags and foreign codes that differ."""
        changed = False
        for place, (question, value) in enumerate(details.answers):
            changed |= self._set(
                "answer", "question", question, there, registration, value=value, position=place
            )
        for kind, value in (("diet", details.diet), ("access", details.access)):
            if value or ("protected_answer", kind) in there:
                changed |= self._set(
                    "protected_answer", "kind", kind, there, registration, value=value
                )
        for purpose, permission in details.consents:
            changed |= self._set(
                "consent", "purpose", purpose.value, there, registration, value=permission.value
            )
        for name in details.tags:
            tag = self.tag(name)
            if ("registration_tag", tag) not in there:
                self._writer.add("registration_tag", registration_id=registration, tag_id=tag)
                changed = True
        for code in details.codes:
            said = normalise(code)
            if before is None or said not in before.codes:
                self._issue(registration, CodeKind.FOREIGN, said)
                changed = True
        return changed

    def _set(
        self,
        table: str,
        name: str,
        said: str,
        there: dict[tuple[str, str], str],
        registration: str,
        **values: str | int,
    ) -> bool:
        row = there.get((table, said))
        if row is not None:
            values.pop("position", None)
            return self._writer.change(table, row, **values)
        self._writer.add(table, registration_id=registration, **{name: said}, **values)
        return True


def _said(details: GuestDetails, fields: tuple[str, ...]) -> dict[str, str]:
    """These fields of a new row, all of them, so that undo and the journal see the whole."""
    return {field: getattr(details, field) for field in fields}

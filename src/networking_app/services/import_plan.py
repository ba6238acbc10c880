"""Which rows of an import are which guests: matching, merging, and what becomes of each row.

Same e-mail and same name is the same person. Same e-mail and another name, or the same name
otherwise, is another person, and the second case is told. Rows about one person become one guest,
so that importing a file again finds nothing to do.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from networking_app.domain.imports import Kind, Outcome
from networking_app.domain.merging import merge, name_key
from networking_app.domain.names import fold
from networking_app.domain.problems import Problem, Severity
from networking_app.domain.tickets import normalise
from networking_app.services.similar import Similar
from networking_app.storage import history

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

    from networking_app.domain.imports import ReadGuest
    from networking_app.domain.registration import GuestDetails
    from networking_app.storage.guests import Known


@dataclass(slots=True)
class Group:
    """All rows of an import about one guest.

    Attributes:
        known: the guest in the workspace, None for a new one.
        details: merged from the workspace and the rows.
        adding: for each row whether it said something new.
    """

    known: Known | None
    details: GuestDetails
    adding: list[bool] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self.known is None or self.details != self.known.details


class Plan:
    """Matches rows with the guests of an event and with each other.

    Args:
        there: guests in the workspace.
        bodies: names of organisations in the workspace.
    """

    def __init__(self, there: Iterable[Known], bodies: Iterable[str]) -> None:
        self._groups: list[Group] = []
        self._by_email: dict[tuple[str, str], Group] = {}
        self._by_name: dict[str, list[Group]] = {}
        self._name_of_email: dict[str, str] = {}
        self._by_code: dict[str, Group] = {}
        self._of_row: dict[int, tuple[Group, int]] = {}
        self._problems: dict[int, list[Problem]] = {}
        self._similar = Similar(bodies)
        for known in there:
            self._index(Group(known, known.details))

    def take(self, read: Sequence[ReadGuest]) -> None:
        """Match all rows, in order."""
        for place, guest in enumerate(read):
            if not guest.skipped and not _left_out(guest):
                self._take(place, guest)

    def leave_hand_edits(self, connection: Connection) -> None:
        """Keep what a person changed after an earlier import said the same as this file."""
        for group in self._groups:
            if group.known is not None and group.changed:
                group.details = _with_hand_edits(connection, group.known, group.details)

    def changed(self) -> list[Group]:
        """The guests to write, in the order of their first row."""
        return [group for group in self._groups if group.changed and group.adding]

    def results(
        self, read: Sequence[ReadGuest]
    ) -> Iterator[tuple[ReadGuest, Outcome, tuple[Problem, ...]]]:
        """What becomes of each row."""
        for place, guest in enumerate(read):
            problems = (*guest.problems, *self._problems.get(place, ()))
            yield guest, self._outcome(place, guest), problems

    def _outcome(self, place: int, guest: ReadGuest) -> Outcome:
        if _left_out(guest):
            return Outcome.PROBLEM
        if guest.skipped:
            return Outcome.SKIPPED
        group, number = self._of_row[place]
        if number and not group.adding[number]:
            return Outcome.SKIPPED
        if not group.changed:
            return Outcome.UNCHANGED
        return Outcome.NEW if group.known is None and not number else Outcome.UPDATED

    def _take(self, place: int, guest: ReadGuest) -> None:
        details = guest.details
        group = self._find(details)
        if group is None:
            self._tell_same(place, guest)
            group = Group(None, details)
            group.adding.append(True)
            self._index(group)
        else:
            merged = merge(group.details, details)
            group.adding.append(merged != group.details)
            group.details = merged
        self._of_row[place] = (group, len(group.adding) - 1)
        self._tell_similar_body(place, guest)

    def _find(self, details: GuestDetails) -> Group | None:
        name = name_key(details)
        for code in details.codes:
            group = self._by_code.get(normalise(code))
            if group is not None and name_key(group.details) == name:
                return group
        if details.email:
            return self._by_email.get((details.email.casefold(), name))
        return next((g for g in self._by_name.get(name, ()) if _alike(g.details, details)), None)

    def _index(self, group: Group) -> None:
        self._groups.append(group)
        details, name = group.details, name_key(group.details)
        if details.email:
            self._by_email.setdefault((details.email.casefold(), name), group)
            self._name_of_email.setdefault(details.email.casefold(), details.name)
        self._by_name.setdefault(name, []).append(group)
        for code in details.codes:
            self._by_code.setdefault(normalise(code), group)

    def _tell_same(self, place: int, guest: ReadGuest) -> None:
        other_name = self._name_of_email.get(guest.details.email.casefold(), "")
        if guest.details.email and other_name:
            self._tell(place, guest, Kind.SAME_EMAIL, guest.details.email, other_name)
        others = self._by_name.get(name_key(guest.details), ())
        if others:
            other = others[0].details
            facts = {"organisation": other.organisation, "email": other.email}
            self._tell(place, guest, Kind.SAME_NAME, guest.details.name, facts=facts)

    def _tell_similar_body(self, place: int, guest: ReadGuest) -> None:
        suggestion = self._similar.look(guest.details.organisation)
        if suggestion:
            self._tell(
                place,
                guest,
                Kind.ORGANISATION_SIMILAR,
                guest.details.organisation,
                suggestion=suggestion,
            )

    def _tell(
        self,
        place: int,
        guest: ReadGuest,
        kind: Kind,
        value: str,
        suggestion: str = "",
        facts: dict[str, str] | None = None,
    ) -> None:
        problem = Problem(
            kind,
            Severity.WARNING,
            guest.file,
            guest.sheet,
            guest.row,
            value=value,
            suggestion=suggestion,
            facts=facts or {},
        )
        self._problems.setdefault(place, []).append(problem)


def _left_out(guest: ReadGuest) -> bool:
    return any(problem.severity is Severity.ERROR for problem in guest.problems)


def _alike(one: GuestDetails, other: GuestDetails) -> bool:
    """Whether two people of one name without e-mail are the same, as far as anybody can see."""
    if one.email or other.email or fold(one.organisation) != fold(other.organisation):
        return False
    return not (one.phone and other.phone) or one.phone == other.phone


def _with_hand_edits(connection: Connection, known: Known, details: GuestDetails) -> GuestDetails:
    before = known.details
    differ = {
        name: getattr(details, name)
        for name in ("given", "family", "badge_name", "email", "phone", "phone_typed", "city",
                     "languages", "category", "note", "title", "status", "attention", "blocked")
        if getattr(details, name) != getattr(before, name)
    }  # fmt: skip
    values = {name: getattr(value, "value", value) for name, value in differ.items()}
    edited: set[str] = set()
    for row in (known.person_id, known.registration_id, known.affiliation_id):
        edited |= history.hand_edited(connection, row, values)
    kept = {name: getattr(before, name) for name in edited}
    answers = history.edited_answers(connection, known.registration_id, dict(details.answers))
    said = {**dict(details.answers), **{q: dict(before.answers).get(q, "") for q in answers}}
    if history.edited_organisation(connection, known.affiliation_id, details.organisation):
        kept["organisation"] = before.organisation
    return replace(details, **kept, answers=tuple(said.items()))

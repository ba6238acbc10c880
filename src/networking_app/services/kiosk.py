"""What a guest can do alone at the kiosk: be found by the full name, mend the own badge."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from networking_app.domain import kiosk as rules
from networking_app.domain.kiosk import BadgeText, Named
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.services.enrolment import Enrolment
from networking_app.storage import guests, kiosk

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from networking_app.storage.database import Database
    from networking_app.storage.guests import Known


@dataclass(frozen=True, slots=True)
class Own:
    """A guest's own name and what stands on the own badge."""

    who: Named
    text: BadgeText


class Kiosk:
    """The kiosk's part of an open workspace; checking in is that of services.checkin."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, event_id: str, typed: str, organisation: str = "") -> tuple[Named, ...]:
        """Guests whose full name was typed, and their organisation too if one was typed.

        A part of a name finds nobody. Cancelled guests are found only where no other is left.
        """
        if not rules.may_be_full_name(typed):
            return ()
        with self._database.read() as connection:
            near = kiosk.with_word(connection, event_id, rules.longest_word(typed))
        return rules.matching(typed, near, organisation)

    def own(self, registration_id: str) -> Own:
        """Name and badge text of a guest.

        Raises:
            Trouble: there is no such guest (any more).
        """
        with self._database.read() as connection:
            details = _known(connection, registration_id).details
        who = Named(registration_id, details.given, details.family, details.organisation)
        name = details.badge_name or details.name
        return Own(who, BadgeText(name, details.organisation, details.title))

    def correct(self, event_id: str, registration_id: str, text: BadgeText) -> bool:
        """Keep what a guest made of the own badge text; returns whether anything changed.

        It is one action of its own in the history, which the staff can undo.

        Raises:
            ValueError: the text cannot be printed (domain.kiosk.slips says why).
            Trouble: there is no such guest (any more).
        """
        text = rules.cleaned(text)
        if wrong := rules.slips(text):
            raise ValueError(", ".join(wrong))
        with self._database.write("kiosk_edit") as writer:
            known = _known(writer.connection, registration_id)
            writer.facts["name"] = known.details.name
            before = known.details
            badge_name = (
                "" if text.name == rules.cleaned(BadgeText(before.name)).name else text.name
            )
            after = replace(
                before, badge_name=badge_name, organisation=text.organisation, title=text.title
            )
            return Enrolment(writer, event_id).update(known, after)


def _known(connection: Connection, registration_id: str) -> Known:
    found = guests.known(connection, "", registration_id)
    if not found:
        raise Trouble(TroubleKind.NOT_KNOWN, registration_id, known=[])
    return found[0]

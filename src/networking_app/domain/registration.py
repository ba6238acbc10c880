"""Registrations: a person's place at an event, and the words for its state."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """State of a registration; arrived and no-show are derived from check-ins."""

    REGISTERED = "registered"
    WAITING = "waiting"
    CANCELLED = "cancelled"


# Categories are free text, as organisers invent their own. These are known, translated on
# screen and paper (wording/registration) and recognised in imports in any of our languages.
PARTICIPANT = "participant"
KNOWN_CATEGORIES = (
    PARTICIPANT,
    "speaker",
    "keynote",
    "host",
    "organiser",
    "staff",
    "partner",
    "exhibitor",
    "press",
    "student",
    "decision_maker",
    "vip",
    "guest",
    "volunteer",
)
# Whose arrival the organisers want to hear of at once.
HONOURED = frozenset({"keynote", "speaker", "vip", "decision_maker"})


class Purpose(StrEnum):
    """What a consent is for."""

    PHOTO = "photo"
    CONTACT_SHARING = "contact_sharing"
    MARKETING = "marketing"


class Permission(StrEnum):
    """Answer to a consent question; only photos know "ask"."""

    YES = "yes"
    ASK = "ask"
    NO = "no"


@dataclass(frozen=True, slots=True)
class GuestDetails:
    """Everything a form, an import row or the edit panel says about one guest.

    Text fields are empty when nothing was said; they hold what was typed (NFC, no outer blanks).

    Attributes:
        phone: E.164, such as "+358401234567"; empty if it could not be read as a number.
        phone_typed: the phone as typed.
        status: None when the source did not say (an update then leaves it).
        category: a known word or free text; empty when the source did not say.
        codes: ticket codes of other programs, which stay scannable.
        answers: (question, answer) in the order of the source.
        diet, access: protected answers.
        consents: what was answered, by purpose.
        registered_at: when the person registered, as typed.
        attention: a note that the desk shows when the guest comes.
        holds: whether the desk must confirm that note before it lets the guest in.
        blocked: why the organiser does not let this guest in; empty if he does.
    """

    given: str = ""
    family: str = ""
    badge_name: str = ""
    email: str = ""
    phone: str = ""
    phone_typed: str = ""
    organisation: str = ""
    title: str = ""
    city: str = ""
    languages: str = ""
    category: str = ""
    status: Status | None = None
    note: str = ""
    diet: str = ""
    access: str = ""
    tags: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    consents: tuple[tuple[Purpose, Permission], ...] = ()
    registered_at: str = ""
    attention: str = ""
    holds: bool = False
    blocked: str = ""

    @property
    def name(self) -> str:
        """The name as spoken: given name first."""
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Guest:
    """One line of the participants table and of a search.

    Attributes:
        id: key of the registration.
        name: as spoken ("Aino Pöyhönen").
        listed: as listed ("Pöyhönen, Aino").
        sort_key: stored key in Finnish order.
        phone, phone_typed: E.164 if it could be read, and as typed.
        code, badge_code: ten characters each.
        arrived: ISO 8601 in UTC of the first arrival, empty if not arrived.
        desk: where the guest arrived.
        attention: a note for the desk.
    """

    id: str
    person_id: str
    name: str
    listed: str
    organisation: str
    title: str
    email: str
    phone: str
    category: str
    status: Status
    code: str
    badge_code: str
    arrived: str = ""
    desk: str = ""
    sort_key: str = ""
    source: str = ""
    phone_typed: str = ""
    attention: str = ""

"""One guest's visit to the kiosk: where the guest is and what was typed so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from networking_app.domain.kiosk import BadgeText, Slip

if TYPE_CHECKING:
    from networking_app.domain.points import Question
    from networking_app.gui.kiosk.deeds import Offer
    from networking_app.wording.guest_screen import Fact


class Step(StrEnum):
    """What is asked of the guest now."""

    START = "start"  # scan, or type the whole name
    ORGANISATION = "organisation"  # several have that name
    YOU = "you"  # is this you?
    BADGE = "badge"  # is this right on the badge?
    QUESTIONS = "questions"
    THANKS = "thanks"
    DESK = "desk"  # please go to the desk


class Notice(StrEnum):
    """What the start says of the last try."""

    NONE = ""
    NOT_FOUND = "not_found"
    TWO_WORDS = "two_words"
    CODE_UNKNOWN = "code_unknown"
    WAIT = "wait"


@dataclass(slots=True)
class Visit:
    """Everything about the guest at the kiosk; a new one forgets the last guest.

    Attributes:
        typed: the name as typed.
        organisation: as typed, where several have the name.
        wait: seconds until a name may be typed again.
        offer: who was recognised.
        text: the own badge text as it is now.
        slips: what is wrong with it, by field.
        answers: to the questions.
        unanswered: questions that must be answered and were not.
        is_busy: whether the services are at work.
        badge: where the badge is, once the guest is in; None if the guest has it.
    """

    step: Step = Step.START
    typed: str = ""
    organisation: str = ""
    notice: Notice = Notice.NONE
    wait: int = 0
    offer: Offer | None = None
    text: BadgeText = field(default_factory=lambda: BadgeText(""))
    slips: dict[str, Slip] = field(default_factory=dict)
    answers: dict[Question, str] = field(default_factory=dict)
    unanswered: frozenset[str] = frozenset()
    is_busy: bool = False
    badge: Fact | None = None

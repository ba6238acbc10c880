"""Words for the state of a registration, its category, and when and where an event is."""

from __future__ import annotations

import pytest

from networking_app.domain.event import Event
from networking_app.domain.registration import KNOWN_CATEGORIES, Guest, Status
from networking_app.wording import registration


def guest(status=Status.REGISTERED, arrived=""):
    return Guest("r", "p", "A B", "B, A", "", "", "", "", "guest", status, "c", "b", arrived)


def test_every_known_category_has_its_own_word():
    words = {registration.category(one) for one in KNOWN_CATEGORIES}
    assert len(words) == len(KNOWN_CATEGORIES)
    assert not words & set(KNOWN_CATEGORIES)


def test_an_invented_category_stays_as_typed():
    assert registration.category("Kunniavieras") == "Kunniavieras"
    assert registration.category("") == ""


@pytest.mark.parametrize(
    ("status", "arrived", "said"),
    [
        (Status.REGISTERED, "", "Registered"),
        (Status.REGISTERED, "2026-11-26T06:22:00Z", "Arrived"),
        (Status.CANCELLED, "2026-11-26T06:22:00Z", "Cancelled"),
        (Status.WAITING, "", "Waiting list"),
    ],
)
def test_status(status, arrived, said):
    assert registration.status(guest(status, arrived)) == said


def test_status_word_without_arrival():
    assert registration.status_word(Status.REGISTERED) == "Registered"


def test_date_and_place():
    event = Event("e", "T", start="2026-11-26", place="Mikkeli")
    assert registration.date_and_place(event) == "26.11.2026 · Mikkeli"
    assert registration.date_and_place(Event("e", "T", start="2026-11-26")) == "26.11.2026"
    assert registration.date_and_place(Event("e", "T")) == "date not known"

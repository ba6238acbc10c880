"""Whom the desk calls when a person has to decide."""

from __future__ import annotations

import factories
from networking_app.domain.registration import Status
from networking_app.services.guests import Guests
from networking_app.services.office import open_office
from networking_app.services.organisers import Contact, contacts


def test_organisers_and_hosts_with_a_phone_are_named_organisers_first(database, event, clock):
    for name, category, phone in (
        ("Hilja Host", "host", "+358401234567"),
        ("Olli Organiser", "organiser", "+358407654321"),
        ("Oona Silent", "organiser", ""),
        ("Paavo Plain", "participant", "+358401111111"),
    ):
        factories.guest(database, event, name, category=category, phone=phone)
    gone = factories.guest(
        database, event, "Ossi Gone", category="organiser", phone="+358402222222"
    )
    Guests(database).set_status([gone], Status.CANCELLED)
    office = open_office(database.path, "Desk", clock)
    assert contacts(office, event) == (
        Contact("Olli Organiser", "+358407654321"),
        Contact("Hilja Host", "+358401234567"),
    )
    assert contacts(office, event, 1) == (Contact("Olli Organiser", "+358407654321"),)
    office.close()

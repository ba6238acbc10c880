"""The kiosk over a real workspace: found by the full name only, own badge text as an edit."""

from __future__ import annotations

import pytest

from networking_app.domain.kiosk import BadgeText
from networking_app.domain.problems import Trouble
from networking_app.domain.registration import GuestDetails, Status
from networking_app.services.checkin import CheckIn
from networking_app.services.guests import Guests
from networking_app.services.history import History
from networking_app.services.kiosk import Kiosk

PEOPLE = (
    ("Aino", "Pöyhönen", "Järvivesi Oy", "Engineer"),
    ("Matti", "Aho", "Järvivesi Oy", ""),
    ("Matti", "Aho", "LUT-yliopisto", ""),
    ("Eeva-Liisa", "von Aho", "", ""),
    ("", "Sukarno", "", ""),
)


@pytest.fixture
def guests(database, event):
    made = Guests(database)
    for given, family, body, title in PEOPLE:
        details = GuestDetails(
            given=given, family=family, organisation=body, title=title, diet="No nuts"
        )
        made.add(event, details)
    return made


@pytest.fixture
def kiosk(database, guests):
    return Kiosk(database)


def key_of(guests, event, name):
    return next(g.id for g in guests.all(event) if g.name == name)


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("aino poyhonen", 1),
        ("Pöyhönen Aino", 1),
        ("Aino", 0),
        ("Aino Järvivesi", 0),
        ("Aho Matti", 2),
        ("Eeva Liisa von Aho", 1),
        ("Sukarno", 0),
        ("%% __", 0),
        ("", 0),
    ],
)
def test_only_full_names_find(kiosk, event, typed, count):
    assert len(kiosk.find(event, typed)) == count


def test_an_organisation_tells_the_same_names_apart(kiosk, event):
    (found,) = kiosk.find(event, "Matti Aho", "lut yliopisto")
    assert found.organisation == "LUT-yliopisto"
    assert kiosk.find(event, "Matti Aho", "LUT") == ()


def test_nobody_is_found_at_another_event(kiosk, database):
    assert kiosk.find("other", "Aino Pöyhönen") == ()


def test_a_guest_who_cancelled_and_came_again_is_one(kiosk, guests, event):
    first = key_of(guests, event, "Aino Pöyhönen")
    guests.set_status([first], Status.CANCELLED)
    again = guests.add(event, GuestDetails(given="Aino", family="Pöyhönen"))
    assert [p.registration_id for p in kiosk.find(event, "Aino Pöyhönen")] == [again]


def test_own_badge_text_is_the_name_as_spoken_until_another_is_wished(kiosk, guests, event):
    key = key_of(guests, event, "Aino Pöyhönen")
    assert kiosk.own(key).text == BadgeText("Aino Pöyhönen", "Järvivesi Oy", "Engineer")
    assert kiosk.correct(event, key, BadgeText(" Aino\n Aho ", "Järvivesi  Oy", "CEO"))
    assert kiosk.own(key).text == BadgeText("Aino Aho", "Järvivesi Oy", "CEO")
    details = guests.details(key)
    assert (details.family, details.badge_name, details.diet) == ("Pöyhönen", "Aino Aho", "No nuts")


def test_the_correction_is_one_action_that_the_staff_can_undo(kiosk, guests, event, database):
    key = key_of(guests, event, "Aino Pöyhönen")
    kiosk.correct(event, key, BadgeText("Aino Aho", "New Body Ltd", ""))
    history = History(database, CheckIn(database, "Desk 1"))
    (deed,) = [deed for deed, _c in history.of_guest(key) if deed.deed == "kiosk_edit"]
    assert deed.facts["name"] == "Aino Pöyhönen"
    history.undo(deed.id)
    assert kiosk.own(key).text == BadgeText("Aino Pöyhönen", "Järvivesi Oy", "Engineer")


def test_nothing_is_written_when_nothing_was_changed(kiosk, guests, event, database):
    key = key_of(guests, event, "Aino Pöyhönen")
    assert not kiosk.correct(event, key, kiosk.own(key).text)
    history = History(database, CheckIn(database, "Desk 1"))
    assert all(deed.deed != "kiosk_edit" for deed, _changes in history.of_guest(key))


def test_the_usual_name_is_no_badge_name(kiosk, guests, event):
    key = key_of(guests, event, "Aino Pöyhönen")
    kiosk.correct(event, key, BadgeText("Ada"))
    kiosk.correct(event, key, BadgeText("Aino Pöyhönen"))
    assert guests.details(key).badge_name == ""


@pytest.mark.parametrize("text", [BadgeText(""), BadgeText("!"), BadgeText("a" * 61)])
def test_a_text_that_cannot_be_printed_is_refused(kiosk, guests, event, text):
    with pytest.raises(ValueError, match="name"):
        kiosk.correct(event, key_of(guests, event, "Aino Pöyhönen"), text)


def test_a_guest_who_is_gone(kiosk, guests, event):
    key = key_of(guests, event, "Aino Pöyhönen")
    guests.delete([key])
    with pytest.raises(Trouble):
        kiosk.own(key)
    with pytest.raises(Trouble):
        kiosk.correct(event, key, BadgeText("Aino"))
    assert kiosk.find(event, "Aino Pöyhönen") == ()

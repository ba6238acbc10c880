"""What the desk says about a scan."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.checkin import (
    Direction,
    FactKind,
    Foreign,
    Holder,
    Passing,
    Question,
    ScanAnswer,
    Verdict,
)
from networking_app.domain.registration import Status
from networking_app.domain.tickets import CodeKind
from networking_app.wording import checkin

ZONE = "Europe/Helsinki"
AT = datetime(2026, 11, 26, 6, 22, tzinfo=UTC)


def holder(**values):
    said = {
        "registration_id": "r",
        "event_id": "e",
        "event_title": "Autumn fair",
        "code_kind": CodeKind.TICKET,
        "name": "Aino Pöyhönen",
        "listed": "Pöyhönen, Aino",
        "organisation": "Järvivesi Oy",
        "title": "Advisor",
        "category": "student",
        "status": Status.REGISTERED,
        "queue": 3,
        "blocked": "Asked to stay away",
        "attention": "Give the\nspeaker envelope",
        "missing": (Question("q", "Laptop brought?"), Question("o", "Tie?", optional=True)),
    }
    return Holder(**(said | values))


def answer(verdict, *, known=True, **values):
    return ScanAnswer(verdict, "ABC", holder() if known else None, **values)


def test_every_verdict_has_a_word():
    words = {checkin.word(verdict) for verdict in Verdict}
    assert len(words) == len(Verdict)
    assert "" not in words


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (Verdict.WELCOME, "Welcome, Aino Pöyhönen"),
        (Verdict.CANCELLED, "Aino Pöyhönen has cancelled. Ask the organiser."),
        (
            Verdict.WAITING,
            (
                "Aino Pöyhönen is on the waiting list, number 3. Ask the organiser whether there"
                " is room."
            ),
        ),
        (Verdict.WRONG_EVENT, "Aino Pöyhönen is registered for another event: Autumn fair."),
        (Verdict.NOT_ALLOWED, "Aino Pöyhönen (Student) is not let in at this point."),
        (Verdict.BLOCKED, "Aino Pöyhönen is blocked by the organiser: Asked to stay away"),
        (Verdict.DATA_MISSING, "Ask Aino Pöyhönen first: Laptop brought?"),
        (Verdict.HOLD, "Before Aino Pöyhönen goes in: Give the speaker envelope"),
        (Verdict.OUTSIDE_TIME, "Aino Pöyhönen cannot go in now: the opening time is over."),
    ],
)
def test_sentence_about_a_guest(verdict, said):
    assert checkin.sentence(answer(verdict), ZONE) == said


def test_sentence_when_already_in_names_desk_and_person():
    found = answer(Verdict.ALREADY_IN, at=AT, desk="Desk A", actor="Henna")
    assert checkin.sentence(found, ZONE) == (
        "Aino Pöyhönen came in at 8.22, Desk A, checked in by Henna."
    )
    found = answer(Verdict.ALREADY_IN, at=AT, desk="Desk A")
    assert checkin.sentence(found, ZONE) == "Aino Pöyhönen came in at 8.22, Desk A."


def test_sentence_when_nobody_holds_the_code():
    unknown = checkin.sentence(answer(Verdict.UNKNOWN, known=False), ZONE)
    assert unknown == "Nobody has the code ABC. Ask for the surname."
    slip = checkin.sentence(answer(Verdict.MISTYPED, known=False), ZONE)
    assert slip.startswith("ABC has a wrong or missing character.")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("4006381333931", "Read 4006381333931: a product barcode, not a ticket of this event"),
        ("https://a.fi/x", "Read https://a.fi/x: a web address, not a ticket of this event"),
        ("BEGIN:VCARD\nN:x", "Read a contact card, not a ticket of this event"),
        ("WIFI:S:net;;", "Read a Wi-Fi code, not a ticket of this event"),
        ("tel:+358401", "Read a phone number, not a ticket of this event"),
        ("mailto:a@b.fi", "Read an e-mail address, not a ticket of this event"),
        ("a@b.fi", "Read an e-mail address, not a ticket of this event"),
        ("1234567", "Read 1234567: a number, not a ticket of this event"),
        ("hello", "Read hello: not a ticket of this event"),
    ],
)
def test_read_says_what_it_seems_to_be(code, said):
    assert checkin.read(code) == said


def test_read_tells_nothing_private():
    assert "secret" not in checkin.read("WIFI:S:net;P:secret;;")
    assert "@" not in checkin.read("someone@example.org")


def test_misread_shows_the_code():
    assert checkin.misread("ABC") == "Read ABC: a character is wrong or missing"


@given(st.text(max_size=200))
def test_short_is_printable_and_short(text):
    found = checkin.short(text)
    assert len(found) <= 40
    assert found.isprintable()


@pytest.mark.parametrize(
    ("title", "organisation", "said"),
    [
        ("Advisor", "Järvivesi Oy", "Advisor, Järvivesi Oy"),
        ("", "Järvivesi Oy", "Järvivesi Oy"),
        ("Advisor", "", "Advisor"),
        ("", "", ""),
    ],
)
def test_work_of(title, organisation, said):
    assert checkin.work_of(holder(title=title, organisation=organisation)) == said


def test_arrival_says_when_where_and_by_whom():
    found = answer(Verdict.ALREADY_IN, at=AT, desk="Desk A", actor="Henna")
    now = AT + timedelta(minutes=32)
    assert checkin.arrival(found, ZONE, now) == (
        "Arrived 8.22 at Desk A (32 minutes ago), checked in by Henna"
    )
    found = answer(Verdict.ALREADY_IN, at=AT, desk="Desk A")
    assert checkin.arrival(found, ZONE, now) == "Arrived 8.22 at Desk A (32 minutes ago)"


def test_arrival_on_another_day_names_the_day():
    found = answer(Verdict.ALREADY_IN, at=AT, desk="Desk A")
    assert checkin.arrival(found, ZONE, AT + timedelta(days=1)) == (
        "Arrived 26.11.2026 at 8.22 at Desk A (24 hours ago)"
    )


def test_arrival_without_a_time():
    assert checkin.arrival(answer(Verdict.ALREADY_IN, desk="Desk A"), ZONE, AT) == (
        "Arrived at Desk A"
    )


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (timedelta(seconds=-5), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=89), "89 minutes ago"),
        (timedelta(minutes=90), "2 hours ago"),
        (timedelta(hours=35), "35 hours ago"),
        (timedelta(hours=36), "2 days ago"),
    ],
)
def test_ago(passed, said):
    assert checkin.ago(AT, AT + passed) == said


def test_full_room_says_how_many_are_inside():
    said = checkin.sentence(answer(Verdict.FULL, inside=40), ZONE)
    assert said == "Aino Pöyhönen cannot go in yet: all places are taken. Inside now: 40."


def test_closed_door_says_when_it_opens():
    opens = datetime(2026, 11, 26, 12, 0)  # noqa: DTZ001 (the clock on the wall)
    said = checkin.sentence(answer(Verdict.OUTSIDE_TIME, opens=opens), ZONE)
    assert said == "Aino Pöyhönen cannot go in now: it opens 26.11.2026 at 12.00."


def test_further_reasons_are_named_behind_the_first():
    also = (Verdict.OUTSIDE_TIME, Verdict.NOT_ALLOWED)
    said = checkin.sentence(answer(Verdict.FULL, inside=2, also=also), ZONE)
    assert said == (
        "Aino Pöyhönen cannot go in yet: all places are taken. Inside now: 2."
        " Besides: outside the opening time, this category is not let in here."
    )


def test_every_verdict_has_a_reason():
    assert len({checkin.reason(verdict) for verdict in Verdict}) == len(Verdict)


def test_guest_who_leaves_is_told_goodbye():
    said = answer(Verdict.WELCOME, direction=Direction.OUT)
    inside = Passing("c", FactKind.IN, AT, "Desk 1")
    here = replace(said, holder=replace(said.holder, last=inside))
    assert checkin.sentence(here, ZONE) == "Goodbye, Aino Pöyhönen"
    wanted = "Goodbye, Aino Pöyhönen. This guest was not inside by the list."
    assert checkin.sentence(said, ZONE) == wanted


def test_guest_who_went_out_and_is_in_already_is_told_with_both_times():
    said = answer(Verdict.ALREADY_IN, at=AT, desk="Desk 1")
    gone = Passing("c", FactKind.OUT, AT + timedelta(hours=1), "Desk 2")
    said = replace(said, holder=replace(said.holder, last=gone))
    assert checkin.sentence(said, ZONE) == (
        "Aino Pöyhönen came in at 8.22, Desk 1. Went out at 9.22."
    )
    line = checkin.arrival(said, ZONE, AT + timedelta(hours=2))
    assert line == "Arrived 8.22 at Desk 1 (2 hours ago), went out 9.22"


def test_code_read_twice_at_once_is_told():
    said = checkin.sentence(answer(Verdict.WELCOME, repeated=True), ZONE)
    assert said == ("Welcome, Aino Pöyhönen. The same code was read twice: one guest is let in.")


def test_empty_code_is_told():
    said = checkin.sentence(ScanAnswer(Verdict.UNKNOWN, " "), ZONE)
    assert said == "No code was read. Scan again, or ask for the surname."


def test_override_is_said_with_what_was_put_aside():
    said = checkin.sentence(answer(Verdict.WELCOME, over=Verdict.NOT_ALLOWED), ZONE)
    assert said == ("Welcome, Aino Pöyhönen. Let in although: this category is not let in here")


@pytest.mark.parametrize("foreign", list(Foreign))
def test_signed_code_that_nobody_holds_is_explained(foreign):
    said = checkin.sentence(answer(Verdict.UNKNOWN, known=False, foreign=foreign), ZONE)
    wanted = checkin.signed(foreign) or "Nobody has the code ABC. Ask for the surname."
    assert said == wanted

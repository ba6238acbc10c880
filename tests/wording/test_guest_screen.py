"""What guests see of an answer: kind, short, and nothing that others may not read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.checkin import BadgeAt, Direction, Holder, ScanAnswer, Verdict
from networking_app.domain.event import Event
from networking_app.domain.points import Question
from networking_app.domain.programme import Session, SpeakerLine
from networking_app.domain.registration import Status
from networking_app.domain.screens import Phase, Timetable
from networking_app.domain.tickets import CodeKind
from networking_app.support import i18n
from networking_app.wording import guest_screen as wording
from networking_app.wording.guest_screen import Fact, Mood

NOW = datetime(2026, 11, 26, 8, 34, tzinfo=UTC)
PRIVATE = "SECRET"
SIIRI = Holder(
    "r", "e", f"{PRIVATE} event", CodeKind.TICKET, "Siiri Åkerblom", "Åkerblom, Siiri",
    "Savon Oy", f"{PRIVATE} title", f"{PRIVATE} category", Status.REGISTERED,
    attention=f"{PRIVATE} note", blocked=f"{PRIVATE} reason", tags=(PRIVATE,), queue=777,
    missing=(Question("q", PRIVATE),), language="fi",
    badge=BadgeAt("2026-11-25T10:00:00Z", "4", 117),
)  # fmt: skip


def answer(verdict=Verdict.WELCOME, holder=SIIRI, **more):
    return ScanAnswer(verdict, PRIVATE, holder, NOW, PRIVATE, PRIVATE, **more)


def said(shown):
    facts = [part for fact in shown.facts for part in (fact.text, fact.small)]
    return " ".join((shown.headline, shown.line, *facts))


@given(
    st.sampled_from(Verdict), st.sampled_from(Direction), st.booleans(), st.booleans(),
    st.lists(st.sampled_from(Verdict)).map(tuple),
)  # fmt: skip
def test_nothing_private_is_ever_said(verdict, direction, known, prints, also):
    shown = wording.greeting(
        answer(verdict, SIIRI if known else None, direction=direction, also=also, inside=777),
        prints=prints,
    )
    assert PRIVATE not in said(shown)
    assert "777" not in said(shown)
    if verdict is not Verdict.WELCOME or not known:
        assert shown == wording.greeting(answer(Verdict.BLOCKED))
        assert "Siiri" not in said(shown)


def test_a_welcome_names_the_guest_the_organisation_and_the_badge():
    shown = wording.greeting(answer(), note="Wi-Fi: Saimaa")
    assert (shown.mood, shown.headline, shown.line) == (
        Mood.WELCOME, "Welcome, Siiri!", "Savon Oy",
    )  # fmt: skip
    assert shown.facts == (
        Fact("id-card", "Your badge: box 4", "Number 117. Ask for it at the desk."),
        Fact("wifi", "Wi-Fi: Saimaa"),
    )


def test_a_desk_may_leave_the_organisation_out():
    assert wording.greeting(answer(), hides=("organisation",)).line == ""


def test_who_leaves_is_told_goodbye():
    assert wording.greeting(answer(direction=Direction.OUT)).headline == "Goodbye, Siiri!"


@pytest.mark.parametrize(
    ("badge", "prints", "text"),
    [
        (BadgeAt(), True, "Your badge is printing"),
        (BadgeAt(), False, "Your badge"),
        (BadgeAt("2026"), True, "Your badge is ready"),
        (BadgeAt("2026", handed_out="2026"), True, None),
    ],
)
def test_where_the_badge_is(badge, prints, text):
    shown = wording.greeting(answer(holder=replace(SIIRI, badge=badge)), prints=prints)
    assert (shown.facts[0].text if shown.facts else None) == text


def test_a_name_of_one_part_greets_as_it_is():
    holder = replace(SIIRI, name="Sukarno", listed="Sukarno")
    assert wording.greeting(answer(holder=holder)).headline == "Welcome, Sukarno!"


def test_the_guests_language_is_spoken_where_we_know_it():
    assert wording.language_of(answer()) == "fi"
    assert wording.language_of(answer(holder=replace(SIIRI, language="de"))) == "en"
    assert wording.language_of(answer(holder=None)) == "en"


def test_a_note_about_other_things_has_another_sign():
    assert wording.note_facts("Photos are  taken") == (Fact("info", "Photos are taken"),)
    assert wording.note_facts(" ") == ()


EVENT = Event("e", "Team play", start="2026-11-26T07:00:00Z", place="Saimaa")
TALK = Session("s", "Selling", "talk", "", "2026-11-26T08:00:00Z", "2026-11-26T09:00:00Z", "Hall",
               None, (SpeakerLine("p", "Jari", "speaker"),))  # fmt: skip


def test_the_board_welcomes_in_all_languages_and_shows_times_of_the_event():
    made = wording.board(EVENT, Timetable(Phase.RUNNING, (TALK,), (TALK,)), NOW, surnames=" A–K ")
    assert made.headline == "Welcome"
    assert "Tervetuloa" in made.also
    assert (made.where, made.clock, made.surnames) == ("26.11.2026 · Saimaa", "10.34", "A–K")
    assert made.now[0] == wording.Slot("until 11.00", "Selling", "Hall", "Jari")
    assert made.next[0].time == "10.00"
    assert (made.now_heading, made.next_heading) == ("Now", "Next")


def test_the_board_speaks_the_language_in_use():
    i18n.use("fi")
    made = wording.board(EVENT, Timetable(Phase.BEFORE), NOW)
    assert made.headline == "Tervetuloa"
    assert "Welcome" in made.also


def test_the_board_after_the_day_and_without_facts():
    made = wording.board(replace(EVENT, start="", place=""), Timetable(Phase.AFTER), NOW)
    assert (made.headline, made.also, made.where) == ("Thank you for coming", "", "")
    quiet = wording.board(EVENT, Timetable(Phase.BREAK), NOW, desk_is_open=False)
    assert (quiet.hint, quiet.now_heading) == ("", "Break")
    assert (
        wording.board(replace(EVENT, place=""), Timetable(Phase.BEFORE), NOW).where == "26.11.2026"
    )

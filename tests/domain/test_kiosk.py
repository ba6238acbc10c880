"""Full names only, what may be seen, texts for a badge, and how fast one may try again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain import kiosk
from networking_app.domain.checkin import Verdict
from networking_app.domain.kiosk import NAMES, PINS, BadgeText, Named, Next, Slip, Tries
from networking_app.domain.names import fold
from networking_app.domain.points import Question, QuestionKind

NAME = st.text(st.characters(categories=("Lu", "Ll", "Lo")), min_size=1, max_size=12)
PARTS = st.lists(NAME, min_size=1, max_size=3).map(" ".join).filter(fold)
ANYTHING = st.text(max_size=60)


@pytest.mark.parametrize(
    ("typed", "first", "family", "found"),
    [
        ("Aino Pöyhönen", "Aino", "Pöyhönen", True),
        ("poyhonen, AINO", "Aino", "Pöyhönen", True),
        ("Aino", "Aino", "Pöyhönen", False),
        ("Pöyhönen", "Aino", "Pöyhönen", False),
        ("Aino P", "Aino", "Pöyhönen", False),
        ("Aino Pöyhöne", "Aino", "Pöyhönen", False),
        ("Eeva Liisa Aho", "Eeva-Liisa", "Aho", True),
        ("Eeva Aho", "Eeva-Liisa", "Aho", False),
        ("Jan van der Berg", "Jan", "van der Berg", True),
        ("Jan Berg", "Jan", "van der Berg", False),
        ("aino pöyhönen", "", "Aino Pöyhönen", True),
        ("Sukarno", "", "Sukarno", False),
        ("Aino Pöyhönen Oy", "Aino", "Pöyhönen", False),
        ("Oneill Sean", "Sean", "O'Neill", True),
        ("", "", "", False),
    ],
)
def test_only_a_full_name_answers(typed, first, family, found):
    assert kiosk.is_full_name(typed, first, family) is found


@given(PARTS, PARTS, st.randoms())
def test_a_full_name_is_found_in_any_order_and_case(first, family, chance):
    order = f"{first} {family}".split()
    chance.shuffle(order)
    assert kiosk.is_full_name("  ".join(order), first, family)


@given(PARTS, PARTS, st.data())
def test_a_name_with_a_word_missing_finds_nobody(first, family, data):
    parts = f"{first} {family}".split()
    left_out = data.draw(st.integers(0, len(parts) - 1))
    typed = " ".join(word for place, word in enumerate(parts) if place != left_out)
    assert not kiosk.is_full_name(typed, first, family)


@given(ANYTHING, ANYTHING, ANYTHING)
def test_whatever_is_typed_answers_only_to_all_words_of_the_name(typed, first, family):
    if kiosk.is_full_name(typed, first, family):
        assert sorted(fold(typed).split()) == sorted(fold(f"{first} {family}").split())
        assert kiosk.may_be_full_name(typed)


def named(key, body="", *, cancelled=False, first="Matti", family="Aho"):
    return Named(key, first, family, body, cancelled)


def test_same_names_are_told_apart_by_the_organisation():
    people = (named("1", "Järvivesi Oy"), named("2", "LUT-yliopisto"), named("3", first="Mari"))
    assert [p.registration_id for p in kiosk.matching("Aho Matti", people)] == ["1", "2"]
    one = kiosk.matching("Matti Aho", people, "jarvivesi")
    assert [p.registration_id for p in one] == ["1"]
    assert kiosk.matching("Matti Aho", people, "Järvi") == ()


def test_a_cancelled_guest_counts_only_where_no_other_is_left():
    both = (named("1", cancelled=True), named("2"))
    assert [p.registration_id for p in kiosk.matching("Matti Aho", both)] == ["2"]
    assert [p.registration_id for p in kiosk.matching("Matti Aho", both[:1])] == ["1"]


@pytest.mark.parametrize(
    ("typed", "body", "same"),
    [
        ("Järvivesi", "Järvivesi Oy", True),
        ("Oy Jarvivesi Ab", "Järvivesi Oy", True),
        ("Järvi", "Järvivesi Oy", False),
        ("Oy", "Oy", True),
        ("Oy", "Järvivesi Oy", False),
        ("", "", False),
        ("", "Järvivesi Oy", False),
    ],
)
def test_an_organisation_is_named_in_full(typed, body, same):
    assert kiosk.is_same_body(typed, body) is same


@pytest.mark.parametrize(
    ("first", "family", "seen"),
    [
        ("Aino", "Pöyhönen", "Aino P."),
        ("Eeva-Liisa Maria", "von Aho", "Eeva-Liisa V."),
        ("", "Aino Pöyhönen", "Aino P."),
        ("Aino Maria Pöyhönen", "", "Aino P."),
        ("Åke", "'t Hooft", "Åke T."),
        ("", "Sukarno", "S."),
        ("", "", ""),
    ],
)
def test_a_veiled_name(first, family, seen):
    assert kiosk.veiled(first, family) == seen


@given(PARTS, PARTS)
def test_a_veiled_name_holds_one_word_and_one_letter(first, family):
    word, letter = kiosk.veiled(first, family).rsplit(" ", 1)
    assert word == first.split()[0]
    assert letter == f"{kiosk._letter(family.split()[0])}."


@given(ANYTHING, ANYTHING, ANYTHING)
def test_cleaning_twice_changes_nothing_and_all_can_be_printed(name, body, title):
    once = kiosk.cleaned(BadgeText(name, body, title))
    assert kiosk.cleaned(once) == once
    assert not kiosk.differs(BadgeText(name, body, title), once)
    assert "\n" not in once.name


def test_what_is_wrong_with_a_text():
    assert kiosk.slips(BadgeText("Aino Pöyhönen")) == {}
    assert kiosk.slips(BadgeText("…", "b" * 81, "t" * 81)) == {
        "name": Slip.MISSING,
        "organisation": Slip.TOO_LONG,
        "title": Slip.TOO_LONG,
    }
    assert kiosk.slips(BadgeText("a" * 60)) == {}
    assert kiosk.slips(BadgeText("a" * 61)) == {"name": Slip.TOO_LONG}


def asked(kind=QuestionKind.TEXT, *, optional=False):
    return Question("q", "Which bus?", kind, optional=optional)


@pytest.mark.parametrize(
    ("verdict", "missing", "goes"),
    [
        (Verdict.WELCOME, (), Next.BADGE),
        (Verdict.DATA_MISSING, (asked(), asked(QuestionKind.PHOTO)), Next.BADGE),
        (Verdict.DATA_MISSING, (asked(), asked(QuestionKind.DIET)), Next.DESK),
        (Verdict.DATA_MISSING, (asked(), asked(QuestionKind.DIET, optional=True)), Next.BADGE),
        *(
            (verdict, (), Next.DESK)
            for verdict in Verdict
            if verdict not in {Verdict.WELCOME, Verdict.DATA_MISSING}
        ),
    ],
)
def test_only_who_may_pass_stays_at_the_kiosk(verdict, missing, goes):
    assert kiosk.where_next(verdict, missing) is goes


TIMES = st.lists(st.floats(0, 300), max_size=40)


@given(st.sampled_from([NAMES, PINS]), TIMES, st.floats(0, 300))
def test_the_wait_is_never_longer_than_most_and_passes(pace, steps, later):
    now, tries = 0.0, Tries(pace)
    for step in steps:
        now += step
        tries = tries.missed(now)
    wait = tries.wait(now)
    assert 0 <= wait <= pace.most + 1e-6
    assert tries.wait(now + later) <= wait
    assert tries.wait(now + pace.most) == pytest.approx(0, abs=1e-6)


@given(TIMES)
def test_guessing_names_as_fast_as_allowed_gets_at_most_two_a_minute_in_the_long_run(extra):
    now, tries, done = 0.0, Tries(NAMES), 0
    while now < 3600:
        now += tries.wait(now) + (extra.pop() / 300 if extra else 0.0)
        tries, done = tries.missed(now), done + 1
        assert tries.right() == tries
    assert done <= 125


def test_pins_pause_after_five_wrong_ones_until_the_right_one():
    tries = Tries(PINS)
    for _ in range(4):
        tries = tries.missed(10.0)
    assert tries.wait(10.0) == 0
    tries = tries.missed(10.0)
    assert tries.wait(10.0) == 30
    assert tries.missed(50.0).wait(50.0) == 30
    assert tries.right() == Tries(PINS)


def test_a_slip_in_a_name_is_forgotten_after_a_minute():
    tries = Tries(NAMES).missed(0.0).missed(5.0)
    assert tries.wait(5.0) == 2
    assert tries.missed(200.0).wait(200.0) == 1


def test_veiled_name_keeps_the_marks_of_its_letter():
    assert kiosk.veiled("Aino", "A\u030abo") == "Aino A\u030a."

"""Each code counts once while it stays in sight, whatever the order of frames."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from networking_app.gui.camera.sight import FLICKER, GONE, TOGETHER, Sight

STEPS = st.lists(
    st.tuples(
        st.floats(0.03, 2.5), st.lists(st.sampled_from("ABC"), max_size=3, unique=True).map(tuple)
    ),
    max_size=60,
)


def looked(*frames):
    """What counts in frames of (time, codes)."""
    sight = Sight()
    return [sight.look(codes, at) for at, codes in frames]


def test_code_held_still_counts_once():
    assert looked(*((number * 0.05, "A") for number in range(200))) == ["A"] + [""] * 199


def test_code_counts_again_after_two_seconds_out_of_sight():
    assert looked((0, "A"), (1.9, "A"), (3.8, ""), (3.89, "A"), (5.9, "A")) == [
        "A",
        "",
        "",
        "",
        "A",
    ]


def test_code_counts_again_after_another_was_read():
    assert looked((0, "A"), (1.1, "B"), (1.2, ""), (1.9, "A")) == ["A", "B", "", "A"]


def test_two_codes_that_flicker_do_not_alternate():
    frames = [(number * 0.1, ("A", "B", "AB")[number % 3]) for number in range(100)]
    assert [code for code in looked(*frames) if code] == ["A"]


def test_second_code_of_a_badge_is_left_alone():
    assert looked((0, "A"), (0.1, "AB"), (0.2, "B"), (0.3, "AB"), (2.5, "")) == [
        "A",
        "",
        "",
        "",
        "",
    ]


def test_of_two_codes_the_first_counts_and_the_other_when_the_first_has_gone():
    assert looked((0, "AB"), (0.5, "AB"), (1.1, "B"), (1.3, "B")) == ["A", "", "", "B"]


def test_code_that_comes_a_second_later_counts_beside_the_first():
    assert looked((0, "A"), (TOGETHER + 0.1, "A"), (TOGETHER + 0.2, "BA")) == ["A", "", "B"]


def test_next_guest_is_read_a_third_of_a_second_after_the_first_has_gone():
    assert looked((0, "A"), (0.1, "A"), (0.2, ""), (0.45, "B")) == ["A", "", "", "B"]


def test_cleared_it_knows_nothing():
    sight = Sight()
    sight.look("A", 0)
    sight.clear()
    assert sight.look("A", 0.1) == "A"


@given(STEPS)
def test_nothing_counts_that_is_not_in_sight_or_was_just_counted(steps):
    sight, at, last_seen, last = Sight(), 0.0, {}, ""
    for wait, codes in steps:
        at += wait
        code = sight.look(codes, at)
        assert code in {"", *codes}
        if code:
            away = at - last_seen.get(code, float("-inf"))
            assert away >= (GONE if code == last else FLICKER)
            last = code
        last_seen |= dict.fromkeys(codes, at)


@given(STEPS, st.sampled_from("ABC"))
def test_a_code_that_was_gone_long_always_counts(steps, code):
    sight, at = Sight(), 0.0
    for wait, codes in steps:
        at += wait
        sight.look(codes, at)
    assert sight.look((), at + GONE) == ""
    assert sight.look((code,), at + GONE + 0.05) == code

"""Scanner or person: recordings of both, and both at random."""

from __future__ import annotations

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gui import wedge
from networking_app.domain.tickets import new_code
from networking_app.gui import pace
from networking_app.gui.burst import HOLD, QUICKEST, Burst
from networking_app.gui.pace import STALL, Stroke

OWN = "8KQ2M7XD4U"
RECORDINGS = {made["name"]: made for made in wedge.recordings()}
LETTERS = "abcdefghijklmnopqrstuvwxyzäöåABCDEFGHIJKLMNOPQRSTUVWXYZ -'"
CODES = "ABCDEFGHJKMNPQRSTUVWXYZ23456789abcdefgh:/?=+_."


def keys(text, gap, *, start=0.0, end="", held=1.0):
    """A recording of evenly typed text; `gap` is ms or a list of them."""
    gaps = [gap] * (len(text) + 1) if isinstance(gap, int | float) else [*gap]
    made, at = [], start
    for number, letter in enumerate([*text, *([end] if end else [])]):
        at += gaps[number] if number else 0
        made += [[at, letter, "down"], [at + held, letter, "up"]]
    return made


def played(*parts, burst=None):
    made = sorted((key for part in parts for key in part), key=lambda key: key[0])
    return wedge.play({"keys": made}, burst)


def typed_of(recording):
    ends = {"Enter", "Tab"}
    return "".join(key for _at, key, way in recording["keys"] if way == "down" and key not in ends)


@pytest.mark.parametrize("name", [name for name, m in RECORDINGS.items() if m["by"] == "scanner"])
def test_recorded_scans_are_codes_and_leave_nothing_behind(name):
    result = wedge.play(RECORDINGS[name])

    assert result.codes == RECORDINGS[name]["expect"]
    assert (result.typed, result.enters) == ([], 0)
    assert max(result.code_at) <= STALL + 1


@pytest.mark.parametrize("name", [name for name, m in RECORDINGS.items() if m["by"] == "person"])
def test_recorded_typing_is_no_scan_and_waits_no_longer_than_allowed(name):
    result = wedge.play(RECORDINGS[name])

    assert result.codes == []
    assert "".join(result.typed) == typed_of(RECORDINGS[name])
    assert max(result.waits) < HOLD + 1


def test_every_recording_says_where_its_figures_come_from():
    assert len(RECORDINGS) > 150
    assert all(len(made["source"]) > 20 for made in RECORDINGS.values())


def test_scan_with_enter_is_told_at_once():
    assert played(keys(OWN, 8, end="Enter")).code_at == [8]


def test_own_code_without_an_end_is_told_soon():
    assert played(keys(OWN, 8)).code_at[0] < HOLD + 1


def test_keys_wait_less_once_a_scan_showed_how_fast_the_scanner_is():
    burst = Burst()
    played(keys(OWN, 8, end="Enter"), burst=burst)
    assert burst.hold == QUICKEST
    after = played(keys("Aho", 110, held=80), burst=burst)
    assert max(after.waits) < QUICKEST + 1

    played(keys(OWN, 30, end="Enter"), burst=burst)
    assert burst.hold == HOLD


def test_slow_scanner_is_read_after_a_fast_one_and_what_it_typed_is_taken_back():
    burst = Burst()
    played(keys(OWN, 4, end="Enter"), burst=burst)
    result = played(keys("H6WKR3QPD8VM", 34, end="Enter"), burst=burst)

    assert (result.codes, result.typed) == (["H6WKR3QPD8VM"], [])


def test_own_code_may_come_slowly_when_enter_ends_it():
    assert played(keys(OWN, 85, end="Enter")).codes == [OWN]
    assert played(keys(OWN, 120, end="Enter")).codes == []
    assert played(keys("AAAAAAAAA2", 85, end="Enter")).codes == []


def test_typing_before_a_scan_goes_first_and_the_scan_stays_whole():
    for pause in (60, 120, 200):
        scan = keys(OWN, 8, start=110 + pause, end="Enter")
        result = played(keys("ai", 110, held=80), scan)

        assert (result.codes, result.typed) == ([OWN], ["a", "i"])


def test_typing_before_a_foreign_code_is_no_part_of_it():
    scan = keys("6401234567890", 8, start=230, end="Enter")

    assert played(keys("ai", 110, held=80), scan).codes == ["6401234567890"]


def test_short_bursts_and_letters_that_come_at_once_are_typing():
    assert played(keys("12345", 5, end="Enter")).codes == []
    assert played(keys("Virtanen", 0.5, end="Enter")).codes == []


def test_two_scans_close_together_are_two():
    one, two = keys(OWN, 8, end="Enter"), keys("7C9R4WHX2G", 8, start=95, end="Enter")

    assert played(one, two).codes == [OWN, "7C9R4WHX2G"]


def test_keys_held_together_are_a_persons():
    result = played(keys("1q2w3e4r", 9, held=90, end="Enter"))

    assert (result.codes, result.enters) == ([], 1)
    assert "".join(result.typed) == "1q2w3e4r"


def test_another_key_lets_held_keys_go_first():
    burst = Burst()
    burst.character("a", Stroke("a", 0))

    assert burst.other().replay == ("a",)
    assert burst.is_empty()


def test_business_card_is_one_code_with_its_lines():
    card = "BEGIN:VCARD\nN:Virtanen;Aino\n\nEND:VCARD"
    made = [[at, "Enter" if key == "\n" else key, way] for at, key, way in keys(card, 8)]
    result = played(made, keys("", 8), [[8 * len(card), "Enter", "down"]])

    assert (result.codes, result.enters) == ([card], 0)


def test_memory_of_long_typing_is_bounded():
    burst = Burst()
    played(keys("ab " * 500, 60, held=30), burst=burst)

    assert burst.is_empty()


@given(st.lists(st.tuples(st.sampled_from(LETTERS), st.floats(0, 500)), max_size=60), st.booleans())
def test_every_key_comes_out_once_and_in_order(pairs, ended):
    text = "".join(letter for letter, _gap in pairs)
    gaps = [gap for _letter, gap in pairs] + [20]
    result = played(keys(text, gaps, end="Enter" if ended and text else ""))

    assert sorted("".join(result.codes) + "".join(result.typed)) == sorted(text)
    letters = iter(text)
    assert all(letter in letters for letter in result.typed)


@given(
    st.text(st.sampled_from(LETTERS), min_size=1, max_size=40),
    st.lists(st.floats(8, 400), min_size=41, max_size=41),
    st.floats(10, 120),
    st.booleans(),
)
def test_names_of_the_fastest_typists_are_never_codes(text, gaps, held, ended):
    used = gaps[1 : len(text)]
    assume(not used or sum(used) / len(used) >= 45)  # 266 words a minute
    result = played(keys(text, gaps, held=held, end="Enter" if ended else ""))

    assert result.codes == []
    assert "".join(result.typed) == text


@given(
    st.text(st.sampled_from("0123456789+ "), min_size=1, max_size=20),
    st.lists(st.floats(60, 400), min_size=21, max_size=21),
    st.booleans(),
)
def test_numbers_typed_by_people_are_never_codes(text, gaps, ended):
    result = played(keys(text, gaps, held=50, end="Enter" if ended else ""))

    assert result.codes == []
    assert "".join(result.typed) == text


@given(
    st.text(st.sampled_from(CODES), min_size=6, max_size=400),
    st.floats(2, 28),
    st.randoms(use_true_random=False),
    st.sampled_from(["Enter", "Tab", ""]),
)
def test_scanners_are_always_caught_whole(code, usual, rng, end):
    code = code[:-1] + "7"
    gaps = [usual * rng.uniform(0.75, 1.25) for _ in range(len(code) + 1)]
    if len(code) > 15 and usual < 20:
        gaps[len(code) // 2] = 120
    result = played(keys(code, gaps, end=end))

    assert (result.codes, result.typed, result.enters) == ([code], [], 0)


@given(st.integers(), st.floats(15, 46), st.sampled_from(["Enter", "Tab", ""]))
def test_own_codes_are_caught_from_bluetooth_scanners(seed, usual, end):
    rng = random.Random(seed)
    code = new_code(rng.choice)
    assume(any(sign.isdigit() for sign in code))
    gaps = [usual * rng.uniform(0.8, 1.2) for _ in range(11)]
    result = played(keys(code, gaps, end=end))
    slow = not end and sum(gaps[1:10]) / 9 > pace.OWN

    assert result.codes == ([] if slow else [code])
    assert "".join(result.typed) == (code if slow else "")

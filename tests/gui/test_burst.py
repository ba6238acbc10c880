"""Scanner or person: told apart by timing alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from networking_app.gui.burst import GAP, Burst


def run(keys, *, enter_after=None, pause=1000):
    """Feed (text, gap before) pairs; returns codes, what passed on as typing, enters passed."""
    burst, at, codes, typed, enters = Burst(), 0.0, [], [], 0

    def note(outcome):
        if outcome.code:
            codes.append(outcome.code)
        typed.extend(outcome.replay)

    for text, gap in keys:
        at += gap
        note(burst.character(text, text, at))
    if enter_after is not None:
        at += enter_after
        outcome = burst.end(at)
        note(outcome)
        enters += not outcome.hold
    note(burst.pause(at + pause))
    return codes, "".join(typed), enters


def keys(text, gap):
    return [(letter, gap) for letter in text]


def test_a_scan_with_enter_is_a_code_and_the_enter_is_swallowed():
    assert run(keys("8KQ2M7XD4R", 8), enter_after=8) == (["8KQ2M7XD4R"], "", 0)


def test_a_scan_without_enter_ends_by_itself():
    assert run(keys("8KQ2M7XD4R", 30)) == (["8KQ2M7XD4R"], "", 0)


def test_typing_passes_in_order_with_its_enter():
    assert run(keys("Virtanen", 90), enter_after=120) == ([], "Virtanen", 1)


def test_a_very_fast_typist_is_no_scanner():
    assert run(keys("poyhonen", 60), enter_after=60) == ([], "poyhonen", 1)


def test_keys_rolled_together_are_no_scan():
    assert run([("a", 200), ("h", 12), ("o", 9), (" ", 15)]) == ([], "aho ", 0)


def test_a_short_burst_with_enter_is_typing():
    assert run(keys("12345", 5), enter_after=5) == ([], "12345", 1)


def test_typing_before_a_scan_goes_first_and_the_scan_stays_whole():
    mixed = [*keys("ai", 120), ("8", 200), *keys("KQ2M7XD4R", 8)]

    assert run(mixed, enter_after=8) == (["8KQ2M7XD4R"], "ai", 0)


def test_two_scans_one_after_the_other():
    first, second = keys("8KQ2M7XD4R", 8), [("9", 400), *keys("KQ2M7XD4S", 8)]

    assert run([*first, *second])[0] == ["8KQ2M7XD4R", "9KQ2M7XD4S"]


def test_another_key_lets_held_keys_go_first():
    burst = Burst()
    burst.character("a", "a", 0)

    assert burst.other().replay == ("a",)
    assert not burst.is_waiting()


@given(st.lists(st.tuples(st.characters(categories=("L", "N")), st.floats(0, 500)), max_size=40))
def test_every_key_comes_out_once_and_in_order(pairs):
    burst, at, out = Burst(), 0.0, []
    for text, gap in pairs:
        at += gap
        outcome = burst.character(text, text, at)
        out += [*outcome.code, *outcome.replay]
    outcome = burst.pause(at + GAP + 1)
    out += [*outcome.code, *outcome.replay]

    assert "".join(out) == "".join(text for text, _gap in pairs)
    assert not burst.is_waiting()


@given(
    st.text(st.characters(categories=("Lu", "Nd")), min_size=1, max_size=30),
    st.lists(st.floats(51, 400), min_size=30, max_size=30),
)
def test_people_slower_than_the_gap_are_never_a_scanner(text, gaps):
    codes, typed, _enters = run(list(zip(text, gaps, strict=False)))

    assert codes == []
    assert typed == text


@given(st.text(st.sampled_from("ABCDEFGH23456789"), min_size=6, max_size=40), st.data())
def test_scanners_of_usual_speed_are_always_caught(code, data):
    gaps = [data.draw(st.floats(1, 35)) for _ in code]

    assert run(list(zip(code, gaps, strict=True)), enter_after=20) == ([code], "", 0)

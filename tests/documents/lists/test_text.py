"""Texts of a list: cleaned and folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.documents.lists.text import ELLIPSIS, Writing, _not_within_letter, clean

WRITING = Writing("regular", 9.5)
TEXTS = st.text(st.sampled_from("abc äö-.@ ijklmnopqr王и"), max_size=80).map(clean)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Pöyhönen, Aino", "Pöyhönen, Aino"),
        ("a\r\nb\tc", "a b c"),
        ("  a\u00a0 b ", "a b"),
        ("a\x00\x07b", "ab"),
        ("\u202eecila", "ecila"),
        ("soft\u00adhyphen", "softhyphen"),
        ("Po\u0308yho\u0308nen", "Pöyhönen"),
        ("", ""),
    ],
)
def test_clean_leaves_what_can_be_seen(text, cleaned):
    assert clean(text) == cleaned


@given(st.text(st.characters(blacklist_categories=[])))
def test_clean_is_done_once(text):
    assert clean(clean(text)) == clean(text)


@given(TEXTS, st.floats(20, 200))
def test_folded_lines_fit_and_lose_nothing_but_blanks_unless_marked(text, width):
    lines = WRITING.fold(text, width)
    assert 1 <= len(lines) <= 2
    assert all(WRITING.width(line) <= width + 0.001 for line in lines)
    if lines[-1].endswith(ELLIPSIS):
        kept = "".join(lines).removesuffix(ELLIPSIS).replace(" ", "")
        assert text.replace(" ", "").startswith(kept)
    else:
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_fold_breaks_at_blanks_then_signs_then_letters():
    width = WRITING.width("Kaakkois-Suomen")
    assert WRITING.fold("Etelä-Savon liitto", WRITING.width("Etelä-Savon lii")) == (
        "Etelä-Savon",
        "liitto",
    )
    assert WRITING.fold("Kaakkois-Suomenmaa", width) == ("Kaakkois-", "Suomenmaa")
    assert WRITING.fold("aino.pitkä@example.org", WRITING.width("aino.pitkä@exam")) == (
        "aino.pitkä@",
        "example.org",
    )
    assert WRITING.fold("x" * 20, WRITING.width("x" * 15)) == ("x" * 15, "x" * 5)


def test_break_moves_before_a_letter_with_its_marks():
    text = "aq\u0303\u0323b"
    assert [_not_within_letter(text, at) for at in range(6)] == [0, 1, 1, 1, 4, 5]
    assert _not_within_letter("\u0303\u0303a", 1) == 1


def test_fold_takes_at_least_one_letter_however_narrow():
    assert WRITING.fold("WW", 1.0) == ("W", ELLIPSIS)


def test_widths_are_right_after_very_many_texts():
    writing = Writing("regular", 10)
    before = writing.width("Aino")
    for number in range(60_000):
        writing.width(str(number))
    assert writing.width("Aino") == before

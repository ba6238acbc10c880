"""What a query means and how well a guest answers it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain import search


def test_asked_folds_and_also_tries_the_words_as_one() -> None:
    assert search.asked("Härö, Aino") == [("haro", "aino"), ("haroaino",)]
    assert search.asked("Aho") == [("aho",)]
    assert search.asked(" -, ") == []


def test_asked_takes_groups_of_digits_for_one_number() -> None:
    assert search.asked("+358 40 123 4567")[0] == ("358401234567",)
    assert search.asked("00358 40 1234567")[0] == ("358401234567",)
    assert search.asked("+358 (0)40 123 4567")[0] == ("358401234567",)
    assert search.asked("12 3") == [("12", "3"), ("123",)]
    assert search.asked("0000") == [("00",), ("0000",)]


def test_searchable_knows_both_ways_to_write_a_finnish_number() -> None:
    assert search.searchable("aino 358401234567") == " aino 358401234567 \n  0401234567 "
    assert search.searchable("aino 3584") == " aino 3584 \n  "


def test_plain_score_prefers_whole_words_and_the_name() -> None:
    text = search.searchable("aho li x aholainen oy")
    assert search.plain_score("aho", text) == search.EXACT
    assert search.plain_score("oy", text) == search.EXACT_ELSEWHERE
    assert search.plain_score("ah", text) == search.PREFIX + 6
    assert search.PREFIX_ELSEWHERE < search.plain_score("ahola", text) < search.PREFIX
    assert search.plain_score("ho", text) == 0


def test_order_bonus_for_the_whole_beginning_of_a_name() -> None:
    text = search.searchable("aino aho pohja oy")
    assert search.order_bonus(("aho", "aino"), text) == search.IN_ORDER
    assert search.order_bonus(("aho",), text) == 0


def test_typo_score_of_fewer_errors_is_higher() -> None:
    assert search.typo_score("virtsnen", "virtanen", 1, whole=True) > search.typo_score(
        "virtsnen", "virtanen", 2, whole=True
    )
    assert search.typo_score("aho", "eho", 1, whole=True) < search.typo_score(
        "aho", "aha", 1, whole=True
    )


def test_one_error_of_each_kind_and_nothing_else() -> None:
    assert search.one_error("ah", "o") == {"h", "a", "ha", "oah", "aoh", "aho", "oh", "ao"}


def test_parts_of_a_word() -> None:
    assert search.parts("ainoaho")[2] == ("aino", "aho")
    assert ("de", "la", "cruz") in search.parts("delacruz")
    assert search.parts("abc") == []
    assert search.parts("\u738b\u4f1f") == [("\u738b", "\u4f1f")]


@given(st.text())
def test_asked_of_anything_is_folded_words(query: str) -> None:
    assert all(word and word.split() == [word] for words in search.asked(query) for word in words)

"""Widths of columns, and the way the paper lies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.documents.lists.text import Writing
from networking_app.documents.lists.widths import GAP, Wish, lies_across, share, wish, write_in

BODY, HEADING = Writing("regular", 9.5), Writing("semibold", 8.5)
WISHES = st.lists(
    st.builds(
        lambda least, more, most, weight: Wish(least, least + more, least + more + most, weight),
        st.floats(10, 200), st.floats(0, 200), st.floats(0, 500), st.sampled_from([0.0, 1.0, 2.0]),
    ),
    min_size=1, max_size=9,
)  # fmt: skip


@given(WISHES, st.floats(300, 800))
def test_shares_never_pass_the_room(wishes, room):
    shares = share(wishes, room)
    assert sum(shares) + GAP * (len(wishes) - 1) <= room + 0.01
    if sum(one.least for one in wishes) + GAP * (len(wishes) - 1) <= room:
        assert all(width >= one.least - 0.01 for width, one in zip(shares, wishes, strict=True))


def test_rest_is_shared_by_weight():
    assert share([Wish(10, 10, 10, 1.0), Wish(10, 10, 10, 3.0)], 60 + GAP) == [20, 40]
    assert share([Wish(10, 10, 10, 0.0)], 60) == [10]


def test_widest_column_gives_first():
    shares = share([Wish(20, 60, 60, 1.0), Wish(50, 300, 400, 1.0)], 200 + GAP)
    assert shares == pytest.approx([60, 140])


def test_all_shrink_alike_when_even_the_least_is_too_much():
    assert share([Wish(100, 100, 100, 1), Wish(300, 300, 300, 1)], 200 + GAP) == [50, 150]


def test_numbers_and_times_are_never_narrower_than_the_longest():
    one = wish(["8.54"] * 5000 + ["10.02 (27.11.)"], "Arrived", BODY, HEADING, weight=1, fixed=True)
    assert one.least == one.whole == BODY.width("10.02 (27.11.)")


def test_one_very_long_text_does_not_set_the_width():
    one = wish(["Järvivesi Oy"] * 99 + ["x" * 300], "Organisation", BODY, HEADING,
               weight=1, fixed=False)  # fmt: skip
    assert one.usual < 80


def test_column_is_never_narrower_than_a_word_of_its_heading():
    one = wish([], "Ilmoittautumisajankohta nyt", BODY, HEADING, weight=1, fixed=False)
    assert one.least == HEADING.width("Ilmoittautumisajankohta")


def test_paper_turns_for_many_columns():
    narrow = Wish(20, 20, 20, 1)
    assert not lies_across([narrow] * 7)
    assert lies_across([narrow] * 8)
    assert lies_across([Wish(150, 170, 200, 1)] * 4)
    assert not lies_across([Wish(90, 400, 900, 1), write_in("Signature", HEADING, 2)])

"""Badges of one run are numbered without gaps and sorted into boxes that stay in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.badges import Place, box_labels, sorted_into_boxes


@given(st.integers(0, 300), st.integers(0, 40), st.integers(0, 500), st.integers(0, 20))
def test_numbers_go_on_and_no_box_holds_too_many(badges, size, number, box):
    places = sorted_into_boxes(badges, size, last_number=number, last_box=box)
    assert [place.number for place in places] == list(range(number + 1, number + badges + 1))
    if size == 0:
        assert {place.box for place in places} <= {""}
        return
    boxes = [int(place.box) for place in places]
    assert boxes == sorted(boxes)
    assert all(one > box for one in boxes)
    assert all(boxes.count(one) <= size for one in boxes)


@given(st.integers(1, 200), st.integers(1, 40))
def test_labels_count_every_badge_once(badges, size):
    places = sorted_into_boxes(badges, size)
    labels = box_labels([(place, f"Name {place.number}") for place in places])
    assert sum(label.badges for label in labels) == badges
    assert [label.lowest for label in labels] == list(range(1, badges + 1, size))
    assert labels[-1].last == f"Name {badges}"


def test_boxes_stand_by_number_and_other_names_last():
    lying = [(Place("10", 20), "C"), (Place("Speakers", 30), "D"), (Place("9", 2), "B"),
             (Place("9", 1), "A"), (Place("", 40), "E")]  # fmt: skip
    assert [label.box for label in box_labels(lying)] == ["9", "10", "Speakers"]

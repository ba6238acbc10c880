"""The usual curve: medians of earlier events, and how far a day is ahead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.arrivals import FIRST, LAST, LEAST, Past, usual

EVENLY = tuple(float(minute) for minute in range(-60, 40))  # a guest a minute, 100 of them


def test_without_earlier_events_there_is_no_usual():
    assert usual([]) is None
    assert usual([Past((0.0,) * (LEAST - 1), 10), Past(EVENLY, 0)]) is None


def test_one_event_is_its_own_usual():
    curve = usual([Past(EVENLY, 125)])
    assert (curve.events, curve.turnout) == (1, 0.8)
    assert [curve.share(minute) for minute in (-65, -10, 40, 500)] == [0.0, 0.51, 1.0, 1.0]
    assert curve.count(-10, 200) == pytest.approx(81.6)


def test_the_median_of_three_events_is_not_led_astray_by_one():
    late = tuple(minute + 200 for minute in EVENLY)
    curve = usual([Past(EVENLY, 100), Past(EVENLY, 110), Past(late, 400)])
    assert curve.events == 3
    assert curve.share(-10) == 0.51
    assert curve.turnout == pytest.approx(100 / 110)


@pytest.mark.parametrize(
    ("minute", "arrived", "ahead"),
    [(-10, 51, 0), (-20, 51, 10), (0, 51, -10), (0, 0, None), (0, 101, None), (60, 100, -20)],
)
def test_a_day_is_ahead_by_the_minutes_to_when_as_many_have_usually_come(minute, arrived, ahead):
    assert usual([Past(EVENLY, 100)]).ahead(minute, arrived, 100) == ahead


def test_nobody_expected_is_neither_ahead_nor_behind():
    assert usual([Past(EVENLY, 100)]).ahead(0, 5, 0) is None


def test_who_came_before_the_curve_begins_is_at_its_edge():
    curve = usual([Past((-500.0,) * 50 + (0.0,) * 50, 100)])
    assert curve.share(FIRST) == 0.5
    assert curve.ahead(-60, 20, 100) is None


PASTS = st.lists(
    st.builds(
        Past,
        st.lists(st.floats(-1000, 1000), min_size=LEAST, max_size=40).map(tuple),
        st.integers(1, 60),
    ),
    min_size=1,
    max_size=4,
)


@given(PASTS)
def test_the_curve_only_rises_and_ends_with_all(past):
    curve = usual(past)
    assert list(curve.shares) == sorted(curve.shares)
    assert curve.shares[-1] == 1.0
    assert len(curve.shares) == len(curve.minutes())


@given(PASTS, st.floats(FIRST, LAST), st.integers(0, 200), st.integers(0, 200))
def test_who_is_ahead_has_more_than_usual(past, minute, arrived, registered):
    curve = usual(past)
    ahead = curve.ahead(minute, arrived, registered)
    if ahead is not None and ahead > 0:
        assert arrived >= curve.count(minute, registered) - 1e-6
    if ahead is not None and ahead < 0:
        assert arrived <= curve.count(minute, registered) + 1e-6

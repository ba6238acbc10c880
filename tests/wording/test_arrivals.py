from __future__ import annotations

import pytest

from networking_app.domain.arrivals import Past, usual
from networking_app.wording.arrivals import against

USUAL = usual([Past(tuple(float(minute) for minute in range(-60, 40)), 100)])


@pytest.mark.parametrize(
    ("ahead", "minute", "arrived", "said"),
    [
        (10, -20, 51, "10 min ahead of usual"),
        (-1, -20, 40, "as usual"),
        (-12, 0, 49, "12 min behind usual"),
        (None, 0, 0, ""),
        (-60, 100, 98, "as many as usual"),
        (-60, 100, 90, "10 fewer than usual"),
        (None, 100, 105, "5 more than usual"),
        (None, -100, 7, "7 more than usual"),
    ],
)
def test_a_day_stands_against_the_usual(ahead, minute, arrived, said):
    assert against(USUAL, ahead, minute, arrived, 100) == said


def test_without_earlier_events_that_is_said():
    assert against(None, None, 0, 5, 10) == "No earlier event in this file to compare with"

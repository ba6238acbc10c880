"""Rules of check-in points in words."""

from __future__ import annotations

import pytest

from networking_app.domain.points import Point, PointKind, QuestionKind, Rule, Window
from networking_app.domain.queues import Queue
from networking_app.domain.typed_windows import Slip
from networking_app.services.points import PointRules
from networking_app.wording import points as words


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ({}, "All guests; once."),
        ({"rule": Rule.MANY}, "All guests; any number of times."),
        ({"rule": Rule.IN_AND_OUT}, "All guests; in again only after going out."),
        (
            {
                "allowed": ("speaker", "press"), "windows": (Window("07:00", "09:00"),),
                "per_day": True, "capacity": 80,
            },
            "Only Speaker, Press; 7.00–9.00; once a day; at most 80 inside.",
        ),
        ({"tags": ("crew",)}, "Only with the keyword crew; once."),
        (
            {"allowed": ("press",), "tags": ("crew",), "admits_badges": False},
            "Only Press and whoever has the keyword crew; once; tickets only, no badges.",
        ),
        (
            {"windows": (Window("08:00"), Window("", "12:00"))},
            "All guests; from 8.00; until 12.00; once.",
        ),
        (
            {"windows": (Window("2026-11-26T08:00", "2026-11-26T12:00", ("vip",)),)},
            "All guests; 26.11.2026 8.00–12.00 (VIP); once.",
        ),
        (
            {"windows": (Window("2026-11-26T08:00", "2026-11-27T12:00"),)},
            "All guests; 26.11.2026 8.00–27.11.2026 12.00; once.",
        ),
    ],
)  # fmt: skip
def test_sentence_of_rules(rules, said):
    assert words.sentence(PointRules("Door", **rules)) == said


def test_points_that_count_together_are_named():
    said = words.sentence(PointRules("Door"), ("Side door", "Garden"))
    assert said == "All guests; once; counts together with Side door, Garden."


def test_queue_says_who_else_comes():
    assert words.queue(Queue("A", "K", 3)) == "A–K"
    assert words.queue(Queue("L", "Ö", 3, others=True)) == "L–Ö and other scripts"
    assert words.queue(Queue("", "", 3, others=True)) == "Other scripts"
    assert words.queue_with_count(Queue("A", "K", 1)) == "A–K (1 guest)"


def test_every_word_has_a_text():
    assert all(map(words.kind, PointKind))
    assert all(map(words.rule_name, Rule))
    assert all(map(words.question_kind, QuestionKind))
    assert all(map(words.slip, Slip))
    assert len({words.rule_hint(r, per_day=d) for r in Rule for d in (True, False)}) == 4


def test_point_in_one_line_names_its_kind_and_all_rules():
    point = Point(
        "p",
        "e",
        "Lounge",
        Rule.ONCE,
        ("speaker",),
        admits_badges=False,
        kind=PointKind.ROOM,
        windows=(Window("08:00", "10:00"),),
        capacity=40,
    )
    assert words.line(point) == (
        "Lounge (Room): once · only Speaker · 8.00–10.00 · at most 40 inside"
        " · tickets only, no badges"
    )

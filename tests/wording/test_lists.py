"""The words of lists."""

from dataclasses import fields

import pytest

from networking_app.domain.lists import AttendeeLine
from networking_app.wording import lists


def test_every_shown_field_of_a_line_has_a_heading():
    hidden = {"status_key", "arrived_at"}
    headings = [
        lists.heading(field.name) for field in fields(AttendeeLine) if field.name not in hidden
    ]
    assert headings == [
        "Name", "Organisation", "Title", "E-mail", "Phone", "Category", "Status", "Code", "Arrived",
    ]  # fmt: skip
    assert lists.heading("") == "Signature"
    assert lists.number_heading() == "No"


def test_unknown_field_has_no_heading():
    with pytest.raises(KeyError):
        lists.heading("shoe size")


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ({"registered": 174, "arrived": 128, "cancelled": 11},
         "174 registered · 128 arrived · 11 cancelled"),
        ({"registered": 10_000, "waiting": 2}, "10,000 registered · 2 on the waiting list"),
        ({"registered": 0}, "0 registered"),
    ],
)  # fmt: skip
def test_counts_name_only_what_there_is(numbers, said):
    assert lists.counts(**numbers) == said


def test_people_are_counted_in_words():
    assert lists.people(1) == "1 participant"
    assert lists.people(128) == "128 participants"


def test_small_print_says_when_and_which_page():
    assert lists.made("2026-11-26T06:54:00Z", "Europe/Helsinki") == "Made 26.11.2026 at 8.54"
    assert lists.page_of(1, 7) == "Page 1 / 7"
    assert lists.nobody() == "There is nobody on this list"

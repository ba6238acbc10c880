"""Which lines each list shows, in which order, under which columns."""

import pytest

from networking_app.documents.lists import LISTS, cells, named
from networking_app.domain.lists import AttendeeLine

LINES = [
    AttendeeLine("A", "Org", status_key="registered", arrived="10.02"),
    AttendeeLine("B", status_key="registered"),
    AttendeeLine("C", status_key="cancelled"),
    AttendeeLine("D", status_key="waiting"),
    AttendeeLine("E", status_key="registered", arrived="8.54"),
    AttendeeLine("F"),
]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("attendees", "ABCDEF"),
        ("signatures", "ABEF"),
        ("arrivals", "EA"),
        ("missing", "BF"),
        ("contacts", "ABDEF"),
    ],
)
def test_list_keeps_the_lines_that_belong_on_it(name, shown):
    assert "".join(line.listed for line in named(name).lines(LINES)) == shown


def test_arrivals_follow_the_moment_when_it_is_known():
    late = AttendeeLine("late", arrived="0.10", arrived_at="2026-11-26T22:10:00Z")
    early = AttendeeLine("early", arrived="23.50", arrived_at="2026-11-26T21:50:00Z")
    assert named("arrivals").lines([late, early]) == [early, late]


def test_names_are_unique_and_found():
    assert [one.name for one in LISTS] == [
        "attendees", "signatures", "arrivals", "missing", "contacts",
    ]  # fmt: skip
    assert named("no such list") is None


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.name)
def test_list_has_words_and_its_usual_columns_are_offered(one):
    assert one.title()
    assert one.description()
    assert set(one.chosen) <= set(one.fields)
    assert [column.field for column in one.columns()] == list(one.chosen)
    assert all(column.heading for column in one.available())


def test_chosen_columns_come_in_the_order_chosen():
    assert [c.heading for c in named("attendees").columns(["email", "listed"])] == [
        "E-mail",
        "Name",
    ]


def test_column_the_list_does_not_offer_is_refused():
    with pytest.raises(KeyError):
        named("attendees").columns(["diet"])


def test_contacts_are_only_where_they_are_asked_for():
    private = {"email", "phone"}
    assert [one.name for one in LISTS if private & set(one.chosen)] == ["contacts"]


def test_cells_give_one_text_for_each_column():
    columns = named("signatures").columns()
    assert cells(LINES[:2], columns) == [["A", "Org", ""], ["B", "", ""]]

"""Badges printed in one run are numbered and lie in boxes; the desk and the boxes say where."""

from __future__ import annotations

import pypdfium2
import pytest

import factories
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.services.badges import Badges
from networking_app.services.checkin import CheckIn

NAMES = ("Aino Aalto", "Bo Berg", "Cecilia Ceder", "Daavid Dahl", "Eero Eerola")


@pytest.fixture
def badges(database):
    return Badges(database)


@pytest.fixture
def people(database, event):
    return [factories.guest(database, event, name) for name in NAMES]


def test_a_run_is_numbered_in_print_order_and_sorted_into_boxes(database, event, badges, people):
    badges.note_run(event, people, "classic", "Desk A", box_size=2)
    at = [badges.at(key) for key in people]
    assert [(one.box, one.number) for one in at] == [
        ("1", 1), ("1", 2), ("2", 3), ("2", 4), ("3", 5),
    ]  # fmt: skip
    desk = CheckIn(database, "Desk A")
    holder = desk.admit(people[3], desk.point(event)).holder
    assert (holder.badge.box, holder.badge.number) == ("2", 4)


def test_the_next_run_begins_a_new_box_and_goes_on_counting(event, badges, people):
    badges.note_run(event, people[:3], "classic", "Desk A", box_size=2)
    places = badges.note_run(event, people[3:], "classic", "Desk A", box_size=2)
    assert [(place.box, place.number) for place in places] == [("3", 4), ("3", 5)]


def test_without_boxes_there_are_only_numbers(event, badges, people):
    places = badges.note_run(event, people[:2], "classic", "Desk A")
    assert [(place.box, place.number) for place in places] == [("", 1), ("", 2)]
    assert badges.box_labels(event) == []


def test_a_badge_printed_alone_or_again_lies_nowhere(event, badges, people, clock):
    assert badges.note_run(event, people[:1], "classic", "Desk A", 2)[0].number == 0
    clock.forward(minutes=1)
    badges.note_run(event, people, "classic", "Desk A", 2)
    clock.forward(minutes=5)
    badges.note_printed([people[4]], "classic", "Desk A", "damaged")
    at = badges.at(people[4])
    assert (at.box, at.number) == ("", 0)
    assert at.printed.startswith("2026-11-26T06:06")
    assert [label.badges for label in badges.box_labels(event)] == [2, 2]


def test_labels_say_whose_badges_are_in_a_box(event, badges, people, tmp_path):
    badges.note_run(event, people, "classic", "Desk A", box_size=3)
    labels = badges.box_labels(event)
    assert [(one.box, one.first, one.last, one.lowest, one.highest) for one in labels] == [
        ("1", "Aalto, Aino", "Ceder, Cecilia", 1, 3), ("2", "Dahl, Daavid", "Eerola, Eero", 4, 5),
    ]  # fmt: skip
    out = tmp_path / "boxes.pdf"
    assert badges.make_box_labels(event, out) == 2
    with pypdfium2.PdfDocument(out) as document:
        page = document[0]
        words = " ".join(page.get_textpage().get_text_bounded().split())
        assert len(document) == 1
    assert "Box 1" in words
    assert "Dahl, Daavid – Eerola, Eero" in words
    assert "2 badges, no. 4–5" in words


def test_no_labels_without_boxes(event, badges, tmp_path):
    with pytest.raises(Trouble) as trouble:
        badges.make_box_labels(event, tmp_path / "boxes.pdf")
    assert trouble.value.kind is TroubleKind.NOBODY_TO_PRINT
    assert not (tmp_path / "boxes.pdf").exists()


def test_where_a_badge_is_tells_when_it_was_handed_out(database, event, badges, people):
    assert badges.at(people[0]).printed == ""
    desk = CheckIn(database, "Desk A")
    desk.hand_out(people[0])
    assert badges.at(people[0]).handed_out
    desk.take_back_badge(people[0])
    assert badges.at(people[0]).handed_out == ""

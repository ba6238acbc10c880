"""What is said of badges is a sentence for every kind and field."""

from __future__ import annotations

import itertools

import pytest

from networking_app.documents.badges import layout, sheet
from networking_app.domain.badges import BadgeNote, BadgeNoteKind
from networking_app.domain.checkin import BadgeAt
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.wording import badges

FIELDS = ("name", "organisation", "title", "category", "code", "event_title", "text")


@pytest.mark.parametrize(("kind", "field"), list(itertools.product(BadgeNoteKind, FIELDS)))
def test_note_is_a_sentence_with_its_detail(kind, field):
    said = badges.note(BadgeNote("1", "Aino", kind, field, "4.2"))
    assert said[0].isupper()
    assert "4.2" in said
    assert "{" not in said


def test_note_keeps_braces_of_the_data():
    said = badges.note(BadgeNote("1", "A", BadgeNoteKind.CUT, "name", "{x} …"))
    assert said == "The name does not fit and was cut: {x} …"


def test_size_that_is_no_number_is_said_as_it_is():
    assert "small" in badges.note(BadgeNote("1", "A", BadgeNoteKind.SHRUNK, "name", "small"))


def test_every_built_in_layout_and_sheet_has_a_title():
    assert all(badges.layout_title(name) != name for name in layout.names())
    assert all(badges.sheet_title(name) != name for name in sheet.names())
    assert badges.layout_title("mine") == badges.sheet_title("mine") == "mine"


def test_too_large_names_both_sizes():
    facts = {"badge_width": 105.0, "badge_height": 148.0, "width": 90.0, "height": 54.5}
    said = badges.too_large(Trouble(TroubleKind.BADGE_TOO_LARGE, "a4-10", **facts))
    assert "105 × 148 mm" in said
    assert "90 × 54.5 mm" in said


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (BadgeAt(), ""),
        (BadgeAt(box="4", number=117), "box 4, no. 117"),
        (BadgeAt(number=117), "no. 117"),
        (BadgeAt(box="4"), ""),
    ],
)
def test_place_of_a_printed_badge(at, said):
    assert badges.lies(at) == said

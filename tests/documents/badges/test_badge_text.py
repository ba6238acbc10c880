"""Fitted text is as large as can be, never below the floor, and loses no letter unsaid."""

from __future__ import annotations

import re
import unicodedata
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from documents.badges.guests import NAMES
from networking_app.documents import fonts
from networking_app.documents.badges import text
from networking_app.documents.badges.text import ASCENT, DESCENT, LEADING, Room, clean, fit

BOLD = fonts.face("bold")
FORMATS = (
    Room(82, 20.4, 12.5, 5),
    Room(82, 8.5, 8, 4),
    Room(54, 14, 12, 4.5),
    Room(89, 42, 22, 8, 3),
    Room(40, 9, 9, 3.5),
)
WORD = st.text("aeiiilmnorstuvwÅÄÖéñNMŠWŻg", min_size=1, max_size=14)
NAME = st.lists(st.one_of(WORD, st.tuples(WORD, WORD).map("-".join)), min_size=1, max_size=5).map(
    " ".join
)


def brute_size(name: str, room: Room) -> float:
    """The largest size of all ways to break the name, found by trying all of them."""
    places = [m.end() for m in re.finditer(r" |(?<=\w)-(?=\w)", name)]
    best = 0.0
    for count in range(room.lines):
        for chosen in combinations(places, count):
            bounds = [0, *chosen, len(name)]
            lines = [name[a:b].strip(" ") for a, b in pairwise(bounds)]
            low, high = 0.0, room.largest
            for _ in range(40):
                size = (low + high) / 2
                if fits(lines, size, room):
                    low = size
                else:
                    high = size
            best = max(best, low)
    return best


def fits(lines: list[str], size: float, room: Room) -> bool:
    if any(BOLD.width(line) * size > room.width for line in lines):
        return False
    height, below = 0.0, 0.0
    for number, line in enumerate(lines):
        up, down = BOLD.reach(line)
        up = max(up, ASCENT)
        height += up if number == 0 else max(LEADING, below + up + text.AIR)
        below = down
    return (height + max(below, DESCENT)) * size <= room.height


@given(NAME, st.sampled_from(FORMATS))
@example("Maximilian Freiherr von Schönborn-Wiesentheid zu Pommersfelden", FORMATS[0])
@example("Thị Hương", FORMATS[1])
def test_size_is_within_two_percent_of_the_largest_that_fits(name, room):
    name = clean(name)
    fitted = fit(name, BOLD, room)
    best = brute_size(name, room)
    if best >= room.smallest:
        assert not fitted.cut
        assert 0.98 * best <= fitted.size <= best + 1e-6
    else:
        assert fitted.size >= room.smallest * 0.98


@given(NAME, st.sampled_from(FORMATS))
def test_lines_stay_in_the_room_and_hold_every_letter(name, room):
    name = clean(name)
    fitted = fit(name, BOLD, room)
    assert fitted.size >= room.smallest
    assert len(fitted.lines) <= room.lines
    assert max(BOLD.width(line) for line in fitted.lines) * fitted.size <= room.width + 0.001
    assert fitted.height <= room.height + 0.001 or len(fitted.lines) == 1
    shown = "".join(fitted.lines).replace(" ", "")
    if fitted.cut:
        assert shown.endswith("…")
        assert name.replace(" ", "").startswith(shown[:-1])
    else:
        assert shown == name.replace(" ", "")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Eeva-Liisa Annukka", ("Eeva-Liisa", "Annukka")),
        ("Anna-Maria", ("Anna-", "Maria")),
        ("Jo", ("Jo",)),
        ("Savo\u00a0Oy", ("Savo\u00a0Oy",)),
        ("Networks and clusters – an evening", ("Networks and", "clusters – an evening")),
        ("Abdul Rahman ibn Khaldun al-Hadrami", ("Abdul Rahman ibn", "Khaldun al-Hadrami")),
    ],
)
def test_breaks_are_even_and_leave_words_whole_where_they_can(name, lines):
    assert fit(name, BOLD, Room(40, 30, 12, 3)).lines == lines


def test_word_wider_than_the_room_goes_on_in_the_next_line():
    fitted = fit("Llanfairpwllgwyngyllgogerych", BOLD, Room(38, 20, 12, 5))
    assert not fitted.cut
    assert fitted.size == 5
    assert "".join(fitted.lines) == "Llanfairpwllgwyngyllgogerych"


def test_text_below_the_floor_is_cut_after_a_whole_letter():
    marked = "x\u0302" * 80
    fitted = fit(marked, BOLD, Room(30, 6, 5, 5, 1))
    assert fitted.cut
    (line,) = fitted.lines
    assert line.endswith("x\u0302…")
    assert BOLD.width(line) * 5 <= 30


def test_patience_keeps_one_line_that_is_nearly_as_large():
    name = "Mikkelin kehitysyhtiö Miksei Oy"
    impatient = fit(name, BOLD, Room(65, 14, 5, 3))
    patient = fit(name, BOLD, Room(65, 14, 5, 3, 2, 0.75))
    assert (len(impatient.lines), len(patient.lines)) == (2, 1)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  Aino \t Pöyhönen\r\n", "Aino Pöyhönen"),
        ("A\u0308iti", "Äiti"),
        ("Savo\u00a0Oy", "Savo\u00a0Oy"),
        ("a\x00b\x1bc\x7f", "a b c"),
        ("\ud83dx", "\ufffdx"),
        ("\u202eAino\u202c\u200b", "Aino"),
        ("Ai\u00adno", "Aino"),
        ("❤\ufe0f", "❤"),
        ("a\u2028b", "a b"),
        ("", ""),
        (" \u00a0 ", ""),
    ],
)
def test_clean_makes_one_composed_line(typed, shown):
    assert clean(typed) == shown


@given(st.text())
def test_clean_text_is_one_line_and_clean_already(typed):
    shown = clean(typed)
    assert clean(shown) == shown
    assert unicodedata.is_normalized("NFC", shown)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)


@given(st.text(max_size=300), st.sampled_from(FORMATS))
def test_any_text_is_laid_out_without_an_error(typed, room):
    fitted = fit(clean(typed), BOLD, room)
    assert bool(fitted.lines) == bool(clean(typed))


def test_very_many_words_are_laid_out_quickly_and_in_the_room():
    many = " ".join(["of"] * 600)
    fitted = fit(many, BOLD, Room(400, 60, 6, 1, 6))
    assert not fitted.cut
    assert max(BOLD.width(line) for line in fitted.lines) * fitted.size <= 400.001


def test_difficult_names_have_all_their_letters():
    lacking = {
        name: BOLD.missing(name)
        for pair in NAMES
        for name in map(clean, pair)
        if fit(name, BOLD, FORMATS[0]) and BOLD.missing(name)
    }
    assert lacking == {}

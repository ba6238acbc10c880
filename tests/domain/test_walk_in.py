"""Organisations complete while they are typed; names that are one but for a slip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.names import fold
from networking_app.domain.walk_in import Bodies, Body, may_be_the_same, near, rest_of

KNOWN = (
    Body("Järvivesi Oy", "", "Mikkeli", 3),
    Body("Jyväskylän yliopisto", "JYU"),
    Body("Suomen Järviluonto ry"),
    Body("LUT-yliopisto", "LUT"),
    Body("Etelä-Savon Maakuntaliitto"),
)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Jä", ["Järvivesi Oy", "Suomen Järviluonto ry"]),
        ("jarviv", ["Järvivesi Oy"]),
        ("JYU", ["Jyväskylän yliopisto"]),
        ("yliopisto", ["Jyväskylän yliopisto", "LUT-yliopisto"]),
        ("savon maa", ["Etelä-Savon Maakuntaliitto"]),
        ("Järvi ", []),
        ("", []),
        ("   ", []),
        ("Zzz", []),
    ],
)
def test_organisation_completes_from_what_was_typed(typed, names):
    assert [body.name for body in Bodies(KNOWN).complete(typed)] == names


def test_rest_is_what_is_left_to_type():
    assert rest_of(KNOWN[0], "järv") == "ivesi Oy"
    assert rest_of(KNOWN[0], "Jarvi") == "vesi Oy"
    assert rest_of(KNOWN[1], "JYU") == ""
    assert Bodies(KNOWN).of("jarvivesi oy") == KNOWN[0]
    assert Bodies(KNOWN).of("Järvivesi") is None


@given(st.sampled_from(KNOWN), st.data())
def test_every_beginning_of_a_name_finds_it(body, data):
    typed = body.name[: data.draw(st.integers(1, len(body.name)))]
    assert body in Bodies(KNOWN).complete(typed.rstrip())


@given(st.text(max_size=30))
def test_anything_typed_is_answered(typed):
    found = Bodies(KNOWN).complete(typed)
    assert len(found) <= len(KNOWN)
    assert all(fold(typed) in fold(f"{body.name} {body.short}") for body in found)
    assert all(rest_of(body, typed) == "" or body.name.endswith(rest_of(body, typed))
               for body in found)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "other", "alike"),
    [
        ("marja", "maria", True), ("m", "maria", True), ("maria", "m", True),
        ("mikko", "maria", False), ("aho", "aho", True), ("li", "ly", False),
    ],
)  # fmt: skip
def test_words_are_near_but_for_a_slip(word, other, alike):
    assert near(word, other) is alike


def test_a_place_of_work_is_no_name():
    assert not may_be_the_same("Anna Lahti", "Anna Virtanen", "Lahti Energia")
    assert may_be_the_same("Anna Lahti", "Anna Lahti", "Lahti Energia")
    assert may_be_the_same("Liisa Aho", "Elisabet Aho", "Vesi Oy")


def test_no_more_organisations_than_asked_for_come_back():
    many = tuple(Body(f"Kunta {number}") for number in range(50))
    assert Bodies(many).complete("kun", limit=3) == list(many[:3])

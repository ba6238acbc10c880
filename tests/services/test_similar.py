"""Organisations that are probably another spelling of a known one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.services.similar import Similar


@pytest.mark.parametrize(
    ("known", "name", "meant"),
    [
        ("Järvivesi Oy", "Järvivesi", "Järvivesi Oy"),
        ("Järvivesi", "Järvivesi Oyj", "Järvivesi"),
        ("Kaakkois-Suomen ammattikorkeakoulu", "Kaakkois-Suomen ammattikorkeakolu",
         "Kaakkois-Suomen ammattikorkeakoulu"),
        ("Järvivesi Oy", "JÄRVIVESI OY", ""),
        ("LUT University", "Lund University", ""),
        ("Koulu 12 Mikkelissä", "Koulu 13 Mikkelissä", ""),
        ("Oy Ab", "Oy Ab Ltd", ""),
        ("Järvivesi Oy", "", ""),
        ("", "Järvivesi Oy", ""),
    ],
)  # fmt: skip
def test_a_new_spelling_is_told_and_another_body_is_not(known, name, meant):
    assert Similar([known]).look(name) == meant


def test_each_new_name_is_told_once():
    similar = Similar(["Järvivesi Oy"])

    assert similar.look("Järvivesi") == "Järvivesi Oy"
    assert similar.look("Järvivesi") == ""


def test_names_of_the_same_file_are_compared_too():
    similar = Similar([])

    assert similar.look("Savonlinnan hankekehitys") == ""
    assert similar.look("Savonlinnan hankekehtys") == "Savonlinnan hankekehitys"


@given(st.lists(st.text(max_size=30), max_size=8), st.text(max_size=30))
def test_only_known_names_are_suggested(names, name):
    assert Similar(names).look(name) in {"", *names}

"""Codes: every slip of the finger is noticed, whatever hyphens and blanks stand in between."""

from __future__ import annotations

import random

import pytest
import qrcode
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.ids import uuid7
from networking_app.domain.tickets import (
    ALPHABET,
    LENGTH,
    CodeForm,
    check_character,
    form_of,
    is_valid,
    new_code,
    normalise,
)

codes = st.builds(
    lambda body: body + check_character(body),
    st.text(ALPHABET, min_size=LENGTH - 1, max_size=LENGTH - 1),
)


@given(codes)
def test_every_single_wrong_character_is_noticed(code):
    for place in range(LENGTH):
        for letter in set(ALPHABET) - {code[place]}:
            assert not is_valid(code[:place] + letter + code[place + 1 :])


@given(codes)
def test_every_swap_of_two_characters_is_noticed(code):
    for first in range(LENGTH):
        for second in range(first + 1, LENGTH):
            letters = list(code)
            letters[first], letters[second] = letters[second], letters[first]
            assert is_valid("".join(letters)) == (code[first] == code[second])


@given(codes, st.sampled_from(["-", " ", "\u2011", "\u00a0", "\t", "_", "\u200b"]), st.booleans())
def test_blanks_hyphens_and_case_do_not_matter(code, between, lower):
    typed = between.join((code[:3], code[3:6], code[6:])) + "\r\n"
    assert normalise(typed.lower() if lower else typed) == code
    assert form_of(typed.lower() if lower else typed) is CodeForm.OURS


@given(codes)
def test_code_as_qr_is_the_smallest_at_the_highest_level(code):
    made = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_H)
    made.add_data(code)
    made.make(fit=True)
    assert made.version == 1


@given(codes, st.integers(0, LENGTH - 1))
def test_code_with_a_character_too_few_or_too_many_is_mistyped(code, place):
    assert form_of(code[:place] + code[place + 1 :]) is CodeForm.MISTYPED
    assert form_of(code[:place] + "X" + code[place:]) is CodeForm.MISTYPED


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("", CodeForm.OTHER),
        ("ABC", CodeForm.OTHER),
        ("EXT-12345-99999-1", CodeForm.OTHER),
        ("0OIL1", CodeForm.OTHER),
        ("0000000001", CodeForm.MISTYPED),
        ("https://example.org/t/1", CodeForm.OTHER),
        ("ÄÖÅÄÖÅÄÖÅÄ", CodeForm.OTHER),
    ],
)
def test_form_of_other_texts(typed, form):
    assert form_of(typed) is form


@given(st.text())
def test_form_of_any_text_never_fails(typed):
    assert (form_of(typed) is CodeForm.OURS) == is_valid(normalise(typed))


def test_new_codes_differ_and_are_valid():
    made = {new_code() for _ in range(2_000)}
    assert len(made) == 2_000
    assert all(is_valid(code) for code in made)
    assert new_code(random.Random(1).choice) == new_code(random.Random(1).choice)


def test_check_character_of_a_foreign_letter_raises():
    with pytest.raises(KeyError):
        check_character("0")


@given(st.integers(0, (1 << 48) - 1))
def test_keys_of_rows_are_uuids_that_sort_by_time(milliseconds):
    key = uuid7(milliseconds)
    assert (len(key), key[12], key[16] in "89ab") == (32, "7", True)
    assert int(key[:12], 16) == milliseconds
    assert key == key.lower()
    assert uuid7(milliseconds) != key

"""The quick way for Finnish mobile numbers says what the phonenumbers library says."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.exchange.importers import phones

PREFIXES = ("40", "41", "42", "43", "44", "45", "46", "50")


def library(text: str) -> str:
    number = phonenumbers.parse(text, "FI")
    assert phonenumbers.is_valid_number(number)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@given(
    st.sampled_from(PREFIXES),
    st.integers(0, 9_999_999),
    st.sampled_from(("0", "+358", "+358 ")),
    st.sampled_from(("", " ", "-")),
)
def test_quick_way_equals_the_library(prefix, number, start, gap):
    digits = f"{number:07}"
    text = f"{start}{prefix}{gap}{digits[:3]}{gap}{digits[3:]}"

    assert phones.read(text).number == library(text)


@pytest.mark.parametrize("text", ["0401234567", "040 123 45 67"])
def test_a_number_without_country_is_read_where_it_was_typed(text):
    assert phones.read(text, "FI").number == "+358401234567"
    assert phones.read(text, "SE").number != "+358401234567"

"""What a scanned text is that is no ticket."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.scanned import Seems, may_be_code, seems


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("4006381333931", Seems.PRODUCT),
        ("9780306406157", Seems.PRODUCT),
        ("036000291452", Seems.PRODUCT),
        ("96385074", Seems.PRODUCT),
        ("4006381333932", Seems.NUMBER),
        ("123", Seems.NUMBER),
        ("HTTPS://EXAMPLE.ORG/X", Seems.WEB),
        ("www.example.org", Seems.WEB),
        ("begin:vcard\nVERSION:3.0", Seems.CONTACT),
        ("MECARD:N:Aho;;", Seems.CONTACT),
        ("WIFI:T:WPA;S:x;;", Seems.NETWORK),
        ("tel:+358401234567", Seems.PHONE),
        ("SMSTO:+358401234567:hi", Seems.PHONE),
        ("mailto:a@example.org", Seems.EMAIL),
        ("a@example.org", Seems.EMAIL),
        ("", Seems.OTHER),
        ("Pöyhönen", Seems.OTHER),
        ("١٢٣", Seems.OTHER),
    ],
)
def test_seems(text, kind):
    assert seems(text) is kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EXT-12", True),
        ("https://example.org", True),
        ("Pöyhönen", False),
        ("Aino O'Neill", False),
        ("", False),
    ],
)
def test_may_be_code(text, expected):
    assert may_be_code(text) is expected


@given(st.integers(0, 10**12 - 1))
def test_one_check_digit_of_ten_fits(body):
    kinds = [seems(f"{body:012}{check}") for check in range(10)]
    assert sorted(kinds) == [Seems.NUMBER] * 9 + [Seems.PRODUCT]


@given(st.text())
def test_anything_is_something(text):
    assert seems(text) in Seems

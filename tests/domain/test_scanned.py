"""What a scanned text is that is no ticket."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.scanned import Seems, codes_in, may_be_code, seems, words_in
from networking_app.domain.tickets import check_character, normalise


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


VCARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Pöyhönen;Aino;;;\r\n{more}END:VCARD"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (VCARD.format(more="FN:Aino Pöyhönen\r\n"), "Aino Pöyhönen"),
        (VCARD.format(more=""), "Aino Pöyhönen"),
        (VCARD.format(more="item1.EMAIL;TYPE=work:aino@exam\r\n ple.org\r\n"), "aino@example.org"),
        (VCARD.format(more="FN:Aho\\, Aino\r\n"), "Aho, Aino"),
        ("MECARD:N:Pöyhönen,Aino;TEL:040123;;", "Aino Pöyhönen"),
        ("MECARD:N:Pöyhönen,Aino;EMAIL:aino@example.org;;", "aino@example.org"),
        ("BEGIN:VCARD\nEND:VCARD", ""),
        ("mailto:aino@example.org?subject=Hei", "aino@example.org"),
        ("aino@example.org", "aino@example.org"),
        ("tel:+358401234567", "+358401234567"),
        ("https://example.org", ""),
        ("Aino", ""),
    ],
)
def test_words_to_look_for_stand_in_a_contact_card(text, words):
    assert words_in(text) == words


@given(st.text(max_size=300))
def test_any_text_gives_few_codes_and_never_itself(text):
    found = codes_in(text)
    assert len(found) <= 12
    assert normalise(text) not in found


def test_code_of_ours_is_tried_before_other_words_of_an_address():
    code = "23456789A" + check_character("23456789A")
    found = codes_in(f"https://tickets.example.org/orders/ABC123XYZ/{code.lower()}?lang=fi")
    assert found[0] == code
    assert "ABC123XYZ" in found

import re

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given
from hypothesis import strategies as st

from networking_app.exchange.importers import emails
from networking_app.exchange.importers.emails import ReadEmail


@pytest.mark.parametrize(
    "address",
    ["aino@firma.fi", "Aino.Ek@Firma.FI", "a+b@x.com", "o'brien@x.com", "äiti@firma.fi",
     "aino@fírma.fi", "a_b-c@sub.x.co.uk", "aino@example.test", "aino@mail.com"],
)  # fmt: skip
def test_good_address_is_kept_as_typed(address):
    assert emails.read(address) == ReadEmail(address)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("aino@@gmail.com", "aino@gmail.com"),
        ("aino@gmail,com", "aino@gmail.com"),
        ("aino@firma..fi", "aino@firma.fi"),
        ("aino @firma.fi", "aino@firma.fi"),
        ("aino ek@firma.fi", "aino.ek@firma.fi"),
        ("aino(at)firma.fi", "aino@firma.fi"),
        ("aino (at) firma (piste) fi", "aino@firma.fi"),
        ("aino at firma.fi", "aino@firma.fi"),
        ("aino.ek@firmafi", "aino.ek@firma.fi"),
        ("aino@gmail", "aino@gmail.com"),
        ("aino.gmail.com", "aino@gmail.com"),
        ("aino@.firma.fi", "aino@firma.fi"),
        ("aino@firma", ""),
        ("ei ole", ""),
        ("@", ""),
    ],
)
def test_wrong_address_is_not_used_but_what_was_meant_is_suggested(typed, meant):
    assert emails.read(typed) == ReadEmail("", "email_incomplete", meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("a@gmial.com", "a@gmail.com"), ("a@gmail.con", "a@gmail.com"), ("a@hotmial.fi",
     "a@hotmail.fi"), ("a@firma.fii", "a@firma.fi"), ("a@outlok.com", "a@outlook.com")],
)  # fmt: skip
def test_slip_in_a_domain_is_used_with_a_suggestion(typed, meant):
    assert emails.read(typed) == ReadEmail(typed, "email_suspicious", meant)


@pytest.mark.parametrize("typed", ["a@x.fi;b@x.fi", "a@x.fi, b@x.fi", "a@x.fi / b@x.fi"])
def test_first_of_several_addresses_is_used(typed):
    assert emails.read(typed) == ReadEmail("a@x.fi", "email_several", "a@x.fi")


@pytest.mark.parametrize("typed", ["<a@x.fi>", "mailto:a@x.fi", "a@x.fi;", "a@x.fi.", "(a@x.fi)"])
def test_marks_around_an_address_do_no_harm(typed):
    assert emails.read(typed) == ReadEmail("a@x.fi")


def test_name_before_an_address_is_told():
    assert emails.read("Aino Ek <a@x.fi>") == ReadEmail("a@x.fi", name="Aino Ek")


LOCAL = st.from_regex(r"[A-Za-z0-9_+.\-!#']{1,70}", fullmatch=True)
DOMAIN = st.from_regex(r"([a-zA-Z0-9\-]{0,20}\.){0,3}[a-zA-Z0-9\-]{1,10}", fullmatch=True)
RESERVED = re.compile(r"\.(?:test|local|example|invalid|localhost)$")


@given(LOCAL, DOMAIN)
def test_quick_path_says_what_the_library_says(local, domain):
    address = f"{local}@{domain}"
    try:
        validate_email(address, check_deliverability=False)
    except EmailNotValidError:
        expected = False
    else:
        expected = True

    assert RESERVED.search(domain.lower()) or emails.is_valid(address) is expected


@given(st.text(alphabet="aä@.,;<> \n\"'()+-x/", max_size=40))
def test_any_cell_can_be_read(text):
    read = emails.read(text)

    assert not read.address or (read.address in text and emails.is_valid(read.address))
    assert not read.suggestion or emails.is_valid(read.suggestion)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.exchange.importers import names


@pytest.mark.parametrize(
    ("typed", "given_name", "family"),
    [
        ("Aino Korhonen", "Aino", "Korhonen"),
        ("Aino Maria Korhonen", "Aino Maria", "Korhonen"),
        ("Korhonen, Aino", "Aino", "Korhonen"),
        ("Korhonen , Aino Maria", "Aino Maria", "Korhonen"),
        ("AINO KORHONEN", "AINO", "KORHONEN"),
        ("Carl Gustaf von Mannerheim", "Carl Gustaf", "von Mannerheim"),
        ("Ursula von der Leyen", "Ursula", "von der Leyen"),
        ("Hans af Ursin", "Hans", "af Ursin"),
        ("Maria de la Cruz", "Maria", "de la Cruz"),
        ("Madonna", "Madonna", ""),
        ("von Wright", "", "von Wright"),
        ("Martin Luther King Jr.", "Martin Luther", "King Jr."),
        ("John Smith, PhD", "John", "Smith, PhD"),
        ("Dr Aino Ek", "Dr Aino", "Ek"),
        ("Anna-Liisa Mäki-Petäjä", "Anna-Liisa", "Mäki-Petäjä"),
        ("Pekka Ek (Firma Oy)", "Pekka", "Ek (Firma Oy)"),
        ("李 伟", "李", "伟"),
        ("", "", ""),
        (",", "", ""),
    ],
)
def test_name_is_split(typed, given_name, family):
    assert names.split(typed) == (given_name, family)


@pytest.mark.parametrize(
    ("typed", "given_name", "family"),
    [
        ("Korhonen Aino Maria", "Aino Maria", "Korhonen"),
        ("von der Leyen Ursula", "Ursula", "von der Leyen"),
        ("Korhonen", "Korhonen", ""),
    ],
)
def test_name_with_the_family_first_is_split(typed, given_name, family):
    assert names.split(typed, family_first=True) == (given_name, family)


@pytest.mark.parametrize(
    ("heading", "written", "first"),
    [
        ("Sukunimi ja etunimi", ["Aino Korhonen"], True),
        ("Etunimi ja sukunimi", ["Korhonen Aino"], False),
        ("Last name, first name", [], True),
        ("Nimi", ["Korhonen Aino", "Virtanen Matti", "Qwe Rty"], True),
        ("Nimi", ["Aino Korhonen", "Matti Virtanen", "Qwe Rty"], False),
        ("Nimi", ["Qwe Rty"], False),
    ],
)
def test_order_of_a_column_is_told_by_heading_or_by_most_names(heading, written, first):
    assert names.family_first(heading, written) is first


def test_order_is_told_by_addresses_where_names_are_unknown():
    assert names.family_first("Nimi", ["Qwe Rty"], ["rty.qwe@x.fi"])
    assert not names.family_first("Nimi", ["Qwe Rty"], ["qwe.rty@x.fi"])


@pytest.mark.parametrize(
    ("typed", "several"),
    [("Aino ja Bo Ek", True), ("Aino & Bo Ek", True), ("Aino Ek, Bo Ek", False),
     ("Aino Ek\nBo Ek", True), ("Aino Ek / Bo Ek", True), ("Aino Ek", False),
     ("Anja Andersson", False), ("Aino Ek + 1", True)],
)  # fmt: skip
def test_several_people_in_a_cell_are_noticed(typed, several):
    assert names.several_people(typed) is several


def test_title_after_a_comma_is_not_a_given_name():
    assert names.with_title("Aino Ek, johtaja") == ("Aino Ek", "johtaja")
    assert names.with_title("Ek Berg, Aino") == ("Ek Berg, Aino", "")


@pytest.mark.parametrize(
    ("address", "name"),
    [("aino.ek@x.fi", "Aino Ek"), ("anna-liisa.ek@x.fi", "Anna-Liisa Ek"), ("info@x.fi", ""),
     ("a1.b2@x.fi", ""), ("", "")],
)  # fmt: skip
def test_name_is_guessed_from_an_address(address, name):
    assert names.from_email(address) == name


@given(st.text(alphabet="Aä ,.'()-jrvonde", max_size=30), st.booleans())
def test_no_letter_of_a_name_is_lost(text, family_first):
    given_name, family = names.split(text, family_first=family_first)

    assert sorted(c for c in given_name + family if c.isalpha()) == sorted(
        c for c in text if c.isalpha()
    )

"""Names: the Finnish order against ICU, folding, and how they are shown."""

# ruff: noqa: RUF001 (look-alike letters are the subject)

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain import names
from networking_app.domain.collation import sort_key_of

ORDERED = Path(__file__).with_name("ordered_names.tsv")


def icu_lines() -> list[tuple[str, str, str]]:
    """(sign against the line before, family, given), made by packaging/tools/ordered_names."""
    found = []
    for line in ORDERED.read_text(encoding="utf-8").split("\n"):
        if line:
            sign, family, given_name = line.split("\t")
            found.append((sign, family, given_name))
    return found


def signs(keys: list[str]) -> list[str]:
    return ["<" if a < b else "=" if a == b else ">" for a, b in pairwise(keys)]


def test_order_of_ten_thousand_names_is_icus() -> None:
    lines = icu_lines()
    keys = [names.sort_key(given_name, family) for _, family, given_name in lines]
    assert len(lines) == 10_000
    assert signs(keys) == [sign for sign, _, _ in lines][1:]


def test_order_in_sqlites_bytes_is_the_same() -> None:
    keys = [names.sort_key(given_name, family) for _, family, given_name in icu_lines()]
    encoded = [key.encode() for key in keys]
    assert encoded == sorted(encoded)


def test_order_of_finnish_letters() -> None:
    in_order = ["v", "va", "w", "wa", "y", "ü", "z", "å", "ä", "æ", "ö", "ø"]
    keys = [sort_key_of(text) for text in in_order]
    assert keys == sorted(keys)


def test_sort_key_puts_the_shorter_family_first() -> None:
    assert names.sort_key("Zoe", "De") < names.sort_key("Ana", "De la Cruz")


def test_sort_key_of_one_name_is_that_name() -> None:
    assert names.sort_key("Aino", "") == names.sort_key("", "Aino") == names.sort_key(" Aino ", " ")


@given(st.text(max_size=30), st.text(max_size=30))
def test_sort_key_of_anything_can_be_stored_and_is_canonical(a: str, b: str) -> None:
    key = names.sort_key(a, b)
    key.encode()
    assert key == names.sort_key(unicodedata.normalize("NFD", a), unicodedata.normalize("NFD", b))
    assert key == names.sort_key(unicodedata.normalize("NFC", a), unicodedata.normalize("NFC", b))


@given(st.characters(codec=None))
def test_sort_key_of_any_character_even_a_lone_surrogate(char: str) -> None:
    assert sort_key_of(char).encode("utf-8").decode("utf-8") == sort_key_of(char)


def test_letters_not_in_the_table_stand_last_by_code_point() -> None:
    keys = [sort_key_of(text) for text in ["ö", "я", "一", "王", "㐀", "𠀀", "Ⰰ", "𐐀"]]
    assert keys == sorted(keys)


def test_fold_of_difficult_letters() -> None:
    typed = {
        "Härö": "haro",
        "Øyvind": "oyvind",
        "Łukasz": "lukasz",
        "Đorđe": "dorde",
        "Straße": "strasse",
        "Ærø": "aero",
        "IŞIL ışıl İpek": "isil isil ipek",
        "Þór Ðórir": "thor dorir",
        "Œuvre": "oeuvre",
        "Nguyễn Thị": "nguyen thi",
        "O'Neill O’Neill": "oneill oneill",
        "Anna-Liisa  (ent. Aho)": "anna liisa ent aho",
        "aino.aho@firma.fi": "aino aho firma fi",
        "Ŋiilas Ŧuomas": "niilas tuomas",
        "\u00a0Ｆｕｌｌ\u3000ｗｉｄｔｈ": "full width",
    }
    assert {text: names.fold(text) for text in typed} == typed


@given(st.text())
def test_fold_is_stable_and_clean(text: str) -> None:
    folded = names.fold(text)
    assert names.fold(folded) == folded
    assert folded == " ".join(folded.split())


@given(st.text(alphabet="aåäöéøłÅÄÖ'- ", max_size=12))
def test_fold_knows_no_case_and_no_form(text: str) -> None:
    assert names.fold(text.upper()) == names.fold(text.lower())
    assert names.fold(unicodedata.normalize("NFD", text)) == names.fold(text)


def test_words_in_their_order() -> None:
    assert names.words("Pöyhönen, Aino-Maria") == ("poyhonen", "aino", "maria")
    assert names.words(" - ") == ()


def test_listed_and_full_leave_out_what_is_missing() -> None:
    assert names.listed("Aino", "Pöyhönen") == "Pöyhönen, Aino"
    assert names.listed("Aino", " ") == "Aino"
    assert names.listed("", "Pöyhönen") == "Pöyhönen"
    assert names.full("Aino", "Pöyhönen") == "Aino Pöyhönen"
    assert names.full("", "") == ""


def test_short_keeps_the_family_name_whole() -> None:
    assert names.short("Saara", "Hirvonen") == "S. Hirvonen"
    assert names.short("Anna-Liisa Maria", "von Essen") == "A.-L. M. von Essen"
    assert names.short("A\u030ake", "Öhman") == "A\u030a. Öhman"
    assert names.short("Aino", "") == "Aino"
    assert names.short("", "Aho") == "Aho"
    assert names.short("-", "Aho") == "Aho"


def test_initials_of_what_there_is() -> None:
    assert names.initials("aino", "pöyhönen") == "AP"
    assert names.initials(" ", "Öhman") == "Ö"
    assert names.initials("", "") == ""


def test_same_name_in_other_dress() -> None:
    assert names.same_name("Pöyhönen, Aino", "aino POYHONEN")
    assert not names.same_name("Aino Aho", "Aino Li")
    assert not names.same_name("", "")
    assert not names.same_name("-", "'")


@given(st.text(), st.text())
def test_same_name_is_symmetric(a: str, b: str) -> None:
    assert names.same_name(a, b) == names.same_name(b, a)


def test_a_letter_is_put_together_past_a_mark_below_it():
    key = sort_key_of("a\u0323\u030a")  # å with a dot below

    assert sort_key_of("z") < key < sort_key_of("ä")
    assert sort_key_of("å") < key

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.exchange import text
from networking_app.exchange.cells import as_text, clean, letter, place
from networking_app.exchange.limits import RefusedError


@pytest.mark.parametrize(
    ("typed", "cells"),
    [
        ("a;b\nc;d", [("a", "b"), ("c", "d")]),
        ("a;b, c, d\ne;f, g\nh;i", [("a", "b, c, d"), ("e", "f, g"), ("h", "i")]),
        ('a,"b;c;d"\ne,"f;g;h"', [("a", "b;c;d"), ("e", "f;g;h")]),
        ('"a\nb";c\nd;e', [("a\nb", "c"), ("d", "e")]),
        ('a;"say ""hi"""', [("a", 'say "hi"')]),
        ("sep=,\na,b;c\n", [("a", "b;c")]),
        ("a\tb\r\nc\td\r\n", [("a", "b"), ("c", "d")]),
        ("a\nb", [("a",), ("b",)]),
        ("a;'=1+1\n", [("a", "=1+1")]),
        ("a;'t Hooft\n", [("a", "'t Hooft")]),
    ],
)
def test_text_is_split_into_cells(typed, cells):
    assert text.rows(typed) == cells


def test_unclosed_quote_does_not_swallow_the_file():
    lines = ['"open;x', *(f"name {n};y" for n in range(300))]

    assert len(text.rows("\n".join(lines))) == 301


def test_cells_of_a_web_page_are_read_without_scripts():
    page = "<html><script>var td='<td>x</td>'</script><table><tr><th colspan=2>a<td>b&amp;c<br>d"

    assert text.rows(page) == [("a", "", "b&c\nd")]


def test_bytes_of_a_program_are_no_text():
    with pytest.raises(RefusedError):
        text.decode(bytes(range(32)) * 10)


def test_windows_letters_are_decoded():
    assert text.decode("Äijö – 5 €".encode("cp1252")) == "Äijö – 5 €"


WORDS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_characters="\x7f"), max_size=12
)


@given(
    st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=2, max_size=8),
    st.sampled_from(text.DELIMITERS),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_written_tables_come_back(rows, delimiter, encoding):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([["Nimi", "Sähköposti", "Puhelin"], *rows])

    read = text.rows(text.decode(out.getvalue().encode(encoding)))

    expected = [tuple(map(text._cell, row)) for row in rows]
    assert read[1:] == expected


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw):
    try:
        text.rows(text.decode(raw))
    except RefusedError as error:
        assert error.kind == "file_not_a_table"


@given(st.text(max_size=40))
def test_cleaning_twice_changes_nothing(typed):
    assert clean(clean(typed)) == clean(typed)
    assert unicodedata.is_normalized("NFC", clean(typed))


@given(st.integers(0, 20_000), st.integers(0, 2_000_000))
def test_letters_of_columns_are_read_back(column, row):
    assert place(f"{letter(column)}{row + 1}") == (row, column)


@pytest.mark.parametrize(
    ("value", "said"), [(None, ""), (3.0, "3"), (0.5, "0.5"), (False, "FALSE"), (7, "7")]
)
def test_values_become_text(value, said):
    assert as_text(value) == said

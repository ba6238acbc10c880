"""CSV files: the right delimiter, every text kept, no formula for a spreadsheet to run."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.exchange.exporters.csv_file import (
    delimiter_for,
    neutral,
    original,
    write_csv,
)

TEXTS = st.text(st.characters(blacklist_categories=["Cs"]))
RISKY = st.builds(str.__add__, st.sampled_from(["=", "+", "-", "@", "\t", "\r", "'", "'="]), TEXTS)


def read(path, delimiter):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


@given(TEXTS | RISKY)
def test_original_undoes_neutral_for_every_text(text):
    assert original(neutral(text)) == text


@given(RISKY)
def test_neutral_text_starts_a_formula_only_as_number_or_phone(text):
    safe = neutral(text)
    if safe[:1] in ("=", "@", "\t", "\r"):
        pytest.fail(repr(safe))
    if safe[:1] in ("+", "-"):
        assert any(letter.isdigit() for letter in safe)
        assert not any(sign in safe for sign in "|!&*^<>\"'=")


@pytest.mark.parametrize(
    "kept",
    [
        "+358 40 123 4567",
        "+358401234567",
        "+358 (0)40-123 4567",
        "+44 20 7946 0958 ext. 12",
        "-5",
        "-5,5",
        "+3.14",
        "-12 000",
        "-3 %",
        "Aino",
        "a=b",
        "",
        "'t Hooft",
    ],
)
def test_neutral_leaves_phones_numbers_and_words(kept):
    assert neutral(kept) == kept


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+1-1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "+358 40 123 4567=1",
        "-2+3+cmd|' /C calc'!A0",
        "\uff1d1+1",
        "- Aino",
    ],
)
def test_neutral_puts_an_apostrophe_ahead_of_formulas(cell):
    assert neutral(cell) == f"'{cell}"


@pytest.mark.parametrize(
    ("language", "delimiter"),
    [
        ("fi", ";"),
        ("sv", ";"),
        ("de", ";"),
        ("en-FI", ";"),
        ("fr_FR", ";"),
        ("de-CH", ";"),
        ("en", ","),
        ("en-US", ","),
        ("en_GB", ","),
        ("", ";"),
        ("no such", ";"),
    ],
)
def test_delimiter_for_follows_the_decimal_sign(language, delimiter):
    assert delimiter_for(language) == delimiter


def test_file_begins_with_bom_and_ends_lines_with_crlf(tmp_path):
    out = tmp_path / "list.csv"
    assert write_csv(out, ["Nimi", "Muu"], [["Öberg; Åke", "=1"]], language="fi") == 1
    expected = '\ufeffNimi;Muu\r\n"Öberg; Åke";\'=1\r\n'
    assert out.read_bytes() == expected.encode()


def test_chosen_delimiter_wins_over_the_language(tmp_path):
    out = tmp_path / "list.csv"
    write_csv(out, ["a", "b"], [["1", "2"]], language="fi", delimiter="\t")
    assert out.read_bytes() == "\ufeffa\tb\r\n1\t2\r\n".encode()


@given(st.lists(st.lists(TEXTS | RISKY, min_size=2, max_size=2)))
def test_reading_back_gives_every_text(tmp_path_factory, rows):
    out = tmp_path_factory.mktemp("csv") / "list.csv"
    write_csv(out, ["a", "b"], rows, language="sv")
    assert [[original(cell) for cell in row] for row in read(out, ";")[1:]] == rows


def test_unpaired_surrogate_becomes_a_visible_sign(tmp_path):
    out = tmp_path / "list.csv"
    write_csv(out, ["a"], [["x\ud800y"]], language="fi")
    assert read(out, ";")[1] == ["x?y"]


def test_missing_folder_is_trouble_and_nothing_is_left(tmp_path):
    with pytest.raises(Trouble) as caught:
        write_csv(tmp_path / "no" / "list.csv", ["a"], [], language="fi")
    assert caught.value.kind is TroubleKind.FOLDER_MISSING
    assert list(tmp_path.iterdir()) == []


def test_folder_in_the_place_of_the_file_is_trouble(tmp_path):
    (tmp_path / "list.csv").mkdir()
    with pytest.raises(Trouble) as caught:
        write_csv(tmp_path / "list.csv", ["a"], [], language="fi")
    assert caught.value.kind is TroubleKind.FILE_READ_ONLY
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


def test_failure_half_way_keeps_the_old_file(tmp_path):
    out = tmp_path / "list.csv"
    out.write_text("old")

    def rows():
        yield ["1"]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_csv(out, ["a"], rows(), language="fi")
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]

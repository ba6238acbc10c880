"""Files that are refused: hostile, damaged, empty, or no table at all."""

import zipfile

import pytest

from exchange.importers.sheets import rows_of, xlsx, xlsx_of_xml
from networking_app.domain.problems import Severity, Trouble, TroubleKind
from networking_app.exchange.importers.reading import read_tables, read_text
from networking_app.exchange.limits import Limits

PEOPLE = (("Nimi", "Sähköposti"), ("Äijö Öhman", "a@x.fi"), ("Bo Ek", "b@x.fi"))


def refusal(reading):
    assert reading.tables == ()
    (problem,) = reading.problems
    assert problem.severity is Severity.ERROR
    return str(problem.kind)


def ods_of_xml(path, rows, protected=""):
    name = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = "".join(f' xmlns:{one}="{name}{one}:1.0"' for one in ("office", "table", "text"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        manifest = f'<m:manifest xmlns:m="{name}manifest:1.0">{protected}</m:manifest>'
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr(
            "content.xml",
            f"<office:document-content{spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="S">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


ODS_ROW = (
    '<table:table-row table:number-rows-repeated="{}"><table:table-cell office:value-type="string" '
    'table:number-columns-repeated="{}"><text:p>Aino</text:p></table:table-cell></table:table-row>'
)


@pytest.mark.parametrize(
    ("rows", "columns"), [(1_048_576, 3), (1_048_576, 16_384), (10**11, 10**9)]
)
def test_ods_that_repeats_a_cell_for_ever_is_refused(tmp_path, rows, columns):
    path = ods_of_xml(tmp_path / "g.ods", ODS_ROW.format(rows, columns))

    assert refusal(read_tables(path)) in {"sheet_too_large", "file_damaged", "reading_failed"}


def test_ods_with_a_password_is_told(tmp_path):
    path = ods_of_xml(tmp_path / "g.ods", "", "<m:encryption-data/>")

    assert refusal(read_tables(path)) == "file_protected"


# Hostile and broken files: each gives one sentence, none hurts.


def test_missing_file_is_told(tmp_path):
    assert refusal(read_tables(tmp_path / "no.xlsx")) == "file_missing"


def test_folder_is_told(tmp_path):
    assert refusal(read_tables(tmp_path)) == "file_unreadable"


@pytest.mark.parametrize("raw", [b"", b"\xef\xbb\xbf", b" \r\n\r\n"])
def test_empty_file_is_told(tmp_path, raw):
    path = tmp_path / "g.csv"
    path.write_bytes(raw)

    assert refusal(read_tables(path)) == "file_empty"


def test_workbook_without_cells_is_told(tmp_path):
    assert refusal(read_tables(xlsx(tmp_path / "g.xlsx", []))) == "file_empty"


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7 xxxx", "file_is_document"),
        (b"{\\rtf1 hello}", "file_is_document"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "file_not_a_table"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "file_not_a_table"),
        (bytes(range(256)) * 20, "file_not_a_table"),
        (b"SQLite format 3\x00" + bytes(100), "file_not_a_table"),
        (b"PK\x03\x04" + b"junk" * 50, "file_damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file_not_a_table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "file_damaged"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            "file_is_document",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "file_protected",
        ),
    ],
)
def test_other_files_are_told_apart_by_their_content(tmp_path, raw, kind):
    path = tmp_path / "g.xlsx"
    path.write_bytes(raw)

    assert refusal(read_tables(path)) == kind


@pytest.mark.parametrize(
    ("member", "kind"), [("word/document.xml", "file_is_document"), ("x.txt", "file_not_a_table")]
)
def test_zip_of_something_else_is_told(tmp_path, member, kind):
    with zipfile.ZipFile(tmp_path / "g.xlsx", "w") as archive:
        archive.writestr(member, "x")

    assert refusal(read_tables(tmp_path / "g.xlsx")) == kind


def test_zip_bomb_is_refused(tmp_path):
    row = b'<row r="1"><c r="A1" t="inlineStr"><is><t>' + b"a" * 20_000_000 + b"</t></is></c></row>"
    path = xlsx_of_xml(tmp_path / "g.xlsx", row)

    assert path.stat().st_size < 100_000
    assert refusal(read_tables(path)) == "file_too_large"


def test_zip_with_thousands_of_members_is_refused(tmp_path):
    path = xlsx(tmp_path / "g.xlsx", PEOPLE)
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(2_001):
            archive.writestr(f"xl/media/{number}", "")

    assert refusal(read_tables(path)) == "file_too_large"


def test_lying_sizes_are_counted_while_inflating(tmp_path):
    path = xlsx(tmp_path / "g.xlsx", PEOPLE)

    assert refusal(read_tables(path, limits=Limits(inflated_bytes=2_000))) == "file_too_large"


def test_far_cell_is_refused(tmp_path):
    far = (
        b'<row r="1"><c r="A1"><v>1</v></c></row>'
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )

    assert refusal(read_tables(xlsx_of_xml(tmp_path / "g.xlsx", far))) == "sheet_too_large"


def test_far_cell_with_single_quotes_is_refused(tmp_path):
    far = b"<row r='1'><c r='XFD1'><v>1</v></c></row>"

    assert refusal(read_tables(xlsx_of_xml(tmp_path / "g.xlsx", far))) == "sheet_too_large"


def test_far_cell_that_only_has_a_colour_is_no_reason_to_refuse(tmp_path):
    near = (
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>Nimi</t></is></c></row>'
        b'<row r="2"><c r="A2" t="inlineStr"><is><t>Aino Ek</t></is></c></row>'
        b'<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    )

    reading = read_tables(xlsx_of_xml(tmp_path / "g.xlsx", near))

    assert rows_of(reading) == [("Nimi",), ("Aino Ek",)]


@pytest.mark.parametrize(
    "entities",
    [
        b'<!DOCTYPE z [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        b'<!DOCTYPE z [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
    ],
)
def test_entities_are_never_expanded(tmp_path, entities):
    row = b'<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'
    reading = read_tables(xlsx_of_xml(tmp_path / "g.xlsx", row, entities))

    assert refusal(reading) == "file_damaged"


def test_members_with_hostile_names_are_never_written(tmp_path):
    (tmp_path / "in").mkdir()
    path = xlsx(tmp_path / "in" / "g.xlsx", PEOPLE)
    with zipfile.ZipFile(path, "a") as archive:
        for name in ("../evil.txt", "C:evil.txt", "CON", "a:stream", "/evil.txt"):
            archive.writestr(name, "x")

    assert rows_of(read_tables(path)) == list(PEOPLE)
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["g.xlsx", "in"]


def test_truncated_and_flipped_workbooks_never_hurt(tmp_path):
    raw = xlsx(tmp_path / "g.xlsx", PEOPLE).read_bytes()
    path = tmp_path / "broken.xlsx"
    for cut in range(1, 8):
        path.write_bytes(raw[: len(raw) * cut // 8])
        assert refusal(read_tables(path)) in {"file_damaged", "file_empty", "file_not_a_table"}
    for at in range(50, len(raw), len(raw) // 12):
        path.write_bytes(raw[:at] + bytes([raw[at] ^ 0xFF]) + raw[at + 1 :])
        reading = read_tables(path)
        assert reading.tables or reading.problems


def test_too_little_memory_is_told(tmp_path):
    rows = [["Nimi"], *([f"Aino {n} Ek"] for n in range(30_000))]
    limits = Limits(memory_bytes=15_000_000)

    kind = refusal(read_tables(xlsx(tmp_path / "g.xlsx", rows), limits=limits))

    assert kind in {"file_too_large", "reading_failed"}


def test_reading_ends_when_the_time_is_over(tmp_path):
    path = xlsx(tmp_path / "g.xlsx", [["Nimi"], *([f"Aino {n} Ek"] for n in range(30_000))])

    assert refusal(read_tables(path, limits=Limits(seconds=0))) == "reading_took_too_long"


def test_reading_can_be_cancelled(tmp_path):
    path = xlsx(tmp_path / "g.xlsx", [["Nimi"], *([f"Aino {n} Ek"] for n in range(30_000))])

    with pytest.raises(Trouble) as caught:
        read_tables(path, cancelled=lambda: True)

    assert caught.value.kind is TroubleKind.READING_CANCELLED


def test_text_with_thousands_of_columns_is_refused():
    assert refusal(read_text("a;" * 5_000, "pasted")) == "sheet_too_large"


def test_large_file_is_refused_unread(tmp_path):
    path = tmp_path / "g.csv"
    path.write_text("Nimi\nAino\n", encoding="utf-8")

    assert refusal(read_tables(path, limits=Limits(file_bytes=5))) == "file_too_large"

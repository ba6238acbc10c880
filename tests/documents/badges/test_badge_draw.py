"""Badges as they come out: read back from the PDF and its rendering."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.badges.guests import EVENT, NAMES, codes, drawn, faces, texts
from networking_app.documents.badges import layout, sheet
from networking_app.documents.badges.draw import draw_badges
from networking_app.documents.badges.text import clean
from networking_app.domain.badges import BadgeEvent, BadgeFace, BadgeNoteKind
from networking_app.domain.problems import Trouble, TroubleKind

FITTING = [
    ("classic", "a4-10"),
    ("first-name", "a4-10"),
    ("plain", "letter-8"),
    ("lanyard-a6", "a4-4"),
    ("classic", "label-90x54"),
    ("plain", "label-62x100"),
    ("first-name", "label-102x76"),
    ("lanyard-a6", "a6"),
    ("classic", "a4-8"),
]


def kinds(result, field: str = "name") -> list[tuple[str, BadgeNoteKind, str]]:
    return [(n.face_id, n.kind, n.detail) for n in result.notes if n.field == field]


@pytest.mark.parametrize(("layout_name", "sheet_name"), FITTING)
def test_every_code_is_read_from_a_rendering_at_150_dpi(layout_name, sheet_name):
    guests = faces()
    pdf, result = drawn(guests, layout_name, sheet_name)
    assert sorted(codes(pdf)) == sorted(guest.code for guest in guests)
    assert result.badges == len(guests)
    assert result.pages == -(-len(guests) // sheet.load(sheet_name).places)


@pytest.mark.parametrize("layout_name", layout.names())
def test_names_copied_from_the_pdf_are_the_names_typed(layout_name):
    pdf, _ = drawn(faces(), layout_name, "a6" if layout_name == "lanyard-a6" else "label-90x54")
    for number, (given_name, family) in enumerate(NAMES):
        with pdfium.PdfDocument(pdf) as document:
            text = document[number].get_textpage().get_text_bounded()
        words = re.sub(r"\s", "", text)
        assert re.sub(r"\s", "", clean(given_name) + clean(family)) in words


@given(
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.text(st.characters(), max_size=40),
    st.text(st.sampled_from("<b/>&()\\\\%{}[]\"'\r\n\t\x00\u202e\ud800é\u0301😀"), max_size=40),
)
@settings(max_examples=40)
def test_any_text_is_drawn_and_the_code_is_read(given_name, family, organisation):
    face = BadgeFace(
        "1", given_name, family, "", organisation, family, given_name, "x", "23456789AB"
    )
    pdf, result = drawn([face], "classic", "label-90x54", BadgeEvent(organisation, family))
    assert codes(pdf) == ["23456789AB"]
    assert (result.badges, result.pages) == (1, 1)


def test_markup_in_a_name_is_shown_as_it_is():
    pdf, _ = drawn([BadgeFace("1", "<b>Aino", "O'Hara & (Co) \\n", code="23456789AB")])
    assert "<b>Aino" in texts(pdf)
    assert "O'Hara & (Co) \\n" in texts(pdf)


def test_same_input_gives_the_same_bytes():
    first, told = drawn(faces())
    other, _ = drawn(reversed(faces()))
    again, told_again = drawn(faces())
    assert first == again
    assert told == told_again
    assert first != other


def test_name_that_fits_has_no_note():
    _, result = drawn(faces([("Siiri", "Åkerblom"), ("Thị Hương", "Nguyễn"), ("Björk", "")]))
    assert result.notes == ()


def test_long_names_are_shrunk_or_wrapped_and_told_with_their_size():
    names = [
        ("Siiri", "Wolfeschlegelsteinhausenberg"),
        ("Maximilian", "Freiherr von Schönborn-Wiesentheid zu Pommersfelden"),
    ]
    _, result = drawn(faces(names))
    (shrunk, wrapped) = kinds(result)
    assert shrunk[:2] == ("0", BadgeNoteKind.SHRUNK)
    assert 4 <= float(shrunk[2]) < 7.6
    assert wrapped[:2] == ("1", BadgeNoteKind.WRAPPED)
    assert 4 <= float(wrapped[2]) < 7.6


def test_name_far_too_long_is_cut_at_the_floor_and_told():
    name = "Uvuvwevwevwe Onyetenyevwe Ugwemubwem " * 4
    pdf, result = drawn([BadgeFace("7", "Osas", name, code="23456789AB")])
    (note,) = [n for n in result.notes if n.kind is BadgeNoteKind.CUT]
    assert note.face_id == "7"
    assert note.field == "name"
    assert note.name == clean("Osas " + name)
    assert note.detail.endswith("…")
    assert note.detail[:-1].replace(" ", "") in texts(pdf).replace("\n", "").replace(" ", "")


def test_letters_no_font_has_are_boxes_and_named():
    pdf, result = drawn([BadgeFace("1", "محمد", "Ali 😀", code="23456789AB")])
    assert kinds(result) == [("1", BadgeNoteKind.MISSING_GLYPH, "محد😀")]
    assert "□□□□" in texts(pdf)


def test_badge_name_replaces_both_parts():
    face = BadgeFace("1", "Aleksandra", "Virtanen", badge_name="Sassu", code="23456789AB")
    pdf, _ = drawn([face])
    assert "Sassu" in texts(pdf)
    assert "Virtanen" not in texts(pdf)


def test_long_organisation_is_cut_and_told():
    face = BadgeFace(
        "1", "A", "B", organisation="Very long name of a federation " * 9, code="A" * 10
    )
    _, result = drawn([face])
    ((_, kind, left),) = kinds(result, "organisation")
    assert kind is BadgeNoteKind.CUT
    assert left.startswith("Very long name of a federation")


def test_event_title_that_was_cut_is_told_once():
    event = BadgeEvent("A very long title of an event " * 10)
    _, result = drawn(faces(), event=event)
    assert [n.field for n in result.notes if n.field.startswith("event")] == ["event_title"]


def test_badge_without_a_code_has_no_code():
    pdf, result = drawn([BadgeFace("1", "Aino", "Virtanen")])
    assert codes(pdf) == []
    assert result.notes == ()


def test_code_of_another_program_is_read():
    code = "ab7kpqrstuvwxyz23456789abcdefghj"
    pdf, _ = drawn([BadgeFace("1", "Aino", "Virtanen", code=code)])
    assert codes(pdf) == [code]


def test_code_longer_than_any_picture_can_hold_is_told():
    _, result = drawn([BadgeFace("1", "Aino", "Virtanen", code="x" * 3000)])
    assert {(n.kind, n.field) for n in result.notes} == {(BadgeNoteKind.CUT, "code")}


def test_both_parts_of_a_name_cut_make_one_note():
    long = "Uvuvwevwevwe Onyetenyevwe Ugwemubwem " * 6
    _, result = drawn([BadgeFace("1", long, long)])
    (note,) = result.notes
    assert note.kind is BadgeNoteKind.CUT
    assert note.detail.count("…") == 2


def test_code_stands_in_plain_groups_beside_the_picture():
    pdf, _ = drawn([BadgeFace("1", "Aino", "Virtanen", code="23456789AB")])
    assert "234 567 89AB" in texts(pdf)


def test_first_badge_stands_in_the_start_cell():
    pdf, result = drawn(faces(NAMES[:9]), start_cell=3)
    assert result.pages == 2
    with pdfium.PdfDocument(pdf) as document:
        page = document[0].get_textpage()
        (left, bottom, *_rest) = page.get_charbox(page.get_text_range().index("Siiri"))
    cell = list(sheet.load("a4-10").cells())[3]
    assert cell.x < left / 72 * 25.4 < cell.x + cell.width
    assert cell.y < 297 - bottom / 72 * 25.4 < cell.y + cell.height


@pytest.mark.parametrize("start", [-1, 10])
def test_start_cell_outside_the_sheet_is_trouble(start):
    with pytest.raises(Trouble) as caught:
        drawn(faces(), start_cell=start)
    assert caught.value.kind is TroubleKind.NOT_KNOWN
    assert caught.value.subject == str(start + 1)


def test_label_page_has_the_size_of_the_label():
    pdf, result = drawn(faces(NAMES[:3]), "classic", "label-90x54")
    assert result.pages == 3
    with pdfium.PdfDocument(pdf) as document:
        assert document.get_page_size(0) == pytest.approx(
            (90 / 25.4 * 72, 54 / 25.4 * 72), abs=0.01
        )


def test_no_guests_give_one_empty_page():
    pdf, result = drawn([])
    assert (result.badges, result.pages, result.notes) == (0, 1, ())
    with pdfium.PdfDocument(pdf) as document:
        assert len(document) == 1


def test_layout_larger_than_the_place_is_refused_with_both_sizes(tmp_path):
    out = tmp_path / "badges.pdf"
    with pytest.raises(Trouble) as caught:
        draw_badges(
            faces(), EVENT, out, layout=layout.load("lanyard-a6"), sheet=sheet.load("a4-10")
        )
    assert caught.value.kind is TroubleKind.BADGE_TOO_LARGE
    assert (caught.value.facts["badge_width"], caught.value.facts["width"]) == (105, 90)
    assert list(tmp_path.iterdir()) == []


def written(out: Path, **more):
    return draw_badges(
        faces() * 3, EVENT, out, layout=layout.load("classic"), sheet=sheet.load("a4-10"), **more
    )


def test_progress_hears_of_every_badge_in_the_end(tmp_path):
    heard: list[int] = []

    def hear(count: int) -> bool:
        heard.append(count)
        return True

    result = written(tmp_path / "b.pdf", progress=hear)
    assert heard[-1] == result.badges == 66
    assert heard == sorted(heard)


@pytest.mark.parametrize("stop_at", [20, 60, 66])
def test_cancelled_drawing_leaves_the_old_file_and_no_other(tmp_path, stop_at):
    out = tmp_path / "b.pdf"
    out.write_bytes(b"old")
    with pytest.raises(Trouble) as caught:
        written(out, progress=lambda count: count < stop_at)
    assert caught.value.kind is TroubleKind.READING_CANCELLED
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def no_space_left(handle):
    raise OSError(28, "No space left on device")


def test_full_disk_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    from networking_app.documents import drawing

    out = tmp_path / "b.pdf"
    out.write_bytes(b"old")
    monkeypatch.setattr(drawing.os, "fsync", no_space_left)
    with pytest.raises(Trouble) as caught:
        written(out)
    assert caught.value.kind is TroubleKind.DISK_FULL
    assert caught.value.subject == "b.pdf"
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def test_missing_folder_is_trouble(tmp_path):
    with pytest.raises(Trouble) as caught:
        written(tmp_path / "none" / "b.pdf")
    assert caught.value.kind is TroubleKind.FOLDER_MISSING


def test_file_replaces_the_old_one_whole(tmp_path):
    out = tmp_path / "b.pdf"
    out.write_bytes(b"old")
    written(out)
    assert out.read_bytes().startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == [out]


def test_document_has_a_title_and_only_embedded_fonts():
    pdf, _ = drawn(faces())
    with pdfium.PdfDocument(pdf) as document:
        assert document.get_metadata_value("Title") == EVENT.title
    assert b"Helvetica" not in pdf
    assert pdf.count(b"/FontFile2") == pdf.count(b"/Type /FontDescriptor") >= 3

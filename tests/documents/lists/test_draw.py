"""List PDFs, read back with another library."""

import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from networking_app.documents.lists import LISTS, named
from networking_app.documents.lists.definition import column
from networking_app.documents.lists.draw import draw_list
from networking_app.domain.lists import AttendeeLine, ListColumn, ListHead
from networking_app.domain.problems import Trouble, TroubleKind

HEAD = ListHead(
    "List of participants",
    "Team play makes masterpieces",
    "26.11.2026 8.30–16.00 · Mikkeli",
    "174 registered · 128 arrived",
    "Made 24.11.2026 at 8.54",
)
LINE = AttendeeLine("Pöyhönen, Aino", "Järvivesi Oy", "Toimitusjohtaja", arrived="8.54")
COLUMNS = [column("listed"), column("organisation"), column("arrived")]


def draw(lines, columns=COLUMNS, head=HEAD, **options):
    out = BytesIO()
    pages = draw_list(lines, head, columns, out, **{"language": "en", **options})
    return pages, pdfium.PdfDocument(out.getvalue())


def text_of(page):
    return page.get_textpage().get_text_bounded()


def words(page):
    return " ".join(text_of(page).split())


def test_text_of_the_page_is_what_was_given():
    pages, document = draw([LINE, replace(LINE, listed="Äijälä, Öjvind", arrived="")])
    assert pages == 1
    assert words(document[0]) == (
        "List of participants Team play makes masterpieces 26.11.2026 8.30–16.00 · Mikkeli "
        "174 registered · 128 arrived No Name Organisation Arrived "
        "1 Pöyhönen, Aino Järvivesi Oy 8.54 2 Äijälä, Öjvind Järvivesi Oy "
        "Made 24.11.2026 at 8.54 Page 1 / 1"
    )


@pytest.mark.parametrize(
    "name", ["Nguyễn Thị Hương", "Παπαδόπουλος", "Иванова", "O\u2019Brien (ry) \\ Oy", "Łuczak ŋ ǩ"]
)
def test_letters_of_other_alphabets_are_drawn_and_found(name):
    _pages, document = draw([replace(LINE, listed=name)])
    assert f"1 {name} Järvivesi" in words(document[0])


def test_letters_no_font_has_are_still_found():
    _pages, document = draw([replace(LINE, listed="王小明, Li")])
    assert "王小明, Li" in text_of(document[0])


def test_many_different_letters_need_several_subsets():
    letters = "".join(chr(code) for code in range(0x100, 0x250))
    lines = [replace(LINE, listed=letters[start : start + 20]) for start in range(0, 330, 20)]
    _pages, document = draw(lines)
    shown = text_of(document[0])
    assert [line.listed for line in lines if line.listed in shown] == [x.listed for x in lines]


def test_every_line_stands_once_in_order_under_repeated_headings():
    lines = [replace(LINE, listed=f"Guest {n:04d}") for n in range(1, 301)]
    pages, document = draw(lines)
    shown = [text_of(page) for page in document]
    found = [word for page in shown for word in page.split() if len(word) == 4 and word.isdigit()]
    assert [int(word) for word in found if word != "2026"] == list(range(1, 301))
    assert pages == len(document) == 8
    for number, page in enumerate(shown, start=1):
        assert "Organisation" in page
        assert f"Page {number} / 8" in page
        assert "List of participants" in page


def test_ten_thousand_rows_are_all_there():
    lines = [replace(LINE, listed=f"Guest {n}") for n in range(10_000)]
    pages, document = draw(lines)
    assert len(document) == pages > 200
    assert "Guest 9999" in text_of(document[pages - 1])


def test_long_text_takes_two_lines_and_is_cut_only_when_three_are_needed():
    two = "Kaakkois-Suomen ammattikorkeakoulu Xamk, aluekehityksen yksikkö"
    lines = [replace(LINE, organisation=two)] + [LINE] * 40
    lines += [replace(LINE, organisation=f"{two} {two} {two} {two} {two}")]
    columns = [*COLUMNS, column("title"), ListColumn("", "Signature", 2.0)]
    _pages, document = draw(lines, columns)
    shown = " ".join(words(page) for page in document)
    assert two in shown
    assert shown.count("…") == 1


def test_paper_is_upright_and_turned_when_columns_need_it():
    upright, across = draw([LINE])[1][0], draw([LINE], named("attendees").available())[1][0]
    assert upright.get_width() < upright.get_height()
    assert across.get_width() > across.get_height()
    assert sorted(upright.get_size()) == pytest.approx(sorted(across.get_size()), abs=0.1)
    assert upright.get_size() == pytest.approx((595.28, 841.89), abs=0.1)


def test_taller_rows_take_more_pages():
    assert draw([LINE] * 60, row_height=10.0)[0] > draw([LINE] * 60)[0]


def test_empty_list_says_so():
    pages, document = draw([])
    assert pages == 1
    assert "There is nobody on this list" in text_of(document[0])
    assert "Page 1 / 1" in text_of(document[0])


def test_list_without_columns_or_head_still_draws():
    assert draw([LINE] * 3, [], ListHead("", ""), numbered=False)[0] == 1


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.name)
def test_every_list_draws_its_columns(one):
    lines = one.lines([LINE, replace(LINE, arrived="")])
    pages, document = draw(lines, one.available(), numbered=one.numbered, row_height=one.row_mm)
    assert pages == 1
    assert all(heading.heading in words(document[0]) for heading in one.available())


def test_title_author_and_language_are_in_the_file():
    _pages, document = draw([LINE], language="en")
    facts = document.get_metadata_dict()
    assert facts["Title"] == "List of participants"
    assert facts["Author"] == "Team play makes masterpieces"
    out = BytesIO()
    draw_list([LINE], HEAD, COLUMNS, out, language="fi")
    assert b"/Lang (fi)" in out.getvalue()


def test_same_list_gives_the_same_bytes():
    first, second = BytesIO(), BytesIO()
    for out in (first, second):
        draw_list([LINE] * 50, HEAD, COLUMNS, out, language="en")
    assert first.getvalue() == second.getvalue()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(blacklist_categories=[])), min_size=1, max_size=6))
def test_any_text_is_drawn(texts):
    lines = [AttendeeLine(text, text, text, arrived=text) for text in texts]
    pages, document = draw(lines, head=ListHead(texts[0], texts[-1], texts[0], texts[-1], texts[0]))
    assert len(document) == pages


def test_markup_in_names_is_shown_as_text():
    names = ['<img src="/etc/passwd">', "Aino <b Korhonen", "(a) \\( b) Tj ET"]
    _pages, document = draw([replace(LINE, listed=name) for name in names])
    assert all(name in words(document[0]) for name in names)


def test_file_appears_whole(tmp_path):
    out = tmp_path / "list.pdf"
    out.write_text("old")
    draw_list([LINE], HEAD, COLUMNS, out, language="en")
    assert out.read_bytes().startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == [out]


def test_cancelling_leaves_the_old_file_and_no_other(tmp_path):
    out = tmp_path / "list.pdf"
    out.write_text("old")

    def cancel(done, total):
        if done > total * 0.7:
            raise InterruptedError

    with pytest.raises((InterruptedError, Trouble)):
        draw_list([LINE] * 500, HEAD, COLUMNS, out, language="en", progress=cancel)
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_missing_folder_is_trouble(tmp_path):
    with pytest.raises(Trouble) as caught:
        draw_list([LINE], HEAD, COLUMNS, tmp_path / "no" / "list.pdf", language="en")
    assert caught.value.kind is TroubleKind.FOLDER_MISSING


def test_progress_rises_to_all():
    told = []
    draw([LINE] * 500, progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (500, 500)


def test_lists_are_known_without_loading_reportlab():
    code = "import sys, networking_app.documents.lists; print('reportlab' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_many_wide_columns_are_written_smaller_rather_than_broken_within_words():
    line = AttendeeLine(
        "Heikkinen-Mäkelä, Annukka", "Etelä-Savon maakuntaliitto", "Kehittämispäällikkö",
        "annukkaheikkinenmakela@maakuntaliitto.fi", "+358 40 507 7364", "Näytteilleasettaja",
        "Ilmoittautunut", "K7M2P9QRTX", "10.02",
    )  # fmt: skip
    columns = [
        replace(one, heading=heading)
        for one, heading in zip(
            named("attendees").available(),
            ("Osallistujan nimi", "Organisaatio", "Tehtävänimike", "Osallistujaryhmä",
             "Ilmoittautumisen tila", "Saapumisaika", "Sähköpostiosoite", "Puhelinnumero",
             "Lippukoodi"),
            strict=True,
        )
    ]  # fmt: skip
    _pages, document = draw([line] * 12, columns)
    shown = text_of(document[0])
    for text in (*(one.heading for one in columns[:4]), line.title, line.phone, line.code):
        assert text in shown


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.name)
def test_hostile_names_pass_through_every_list(one):
    names = ["<img src='/etc/passwd'>", "Aino <b Korhonen", "a\r\nb", "=1+1", "\x00\u202e", "%s{0}"]
    lines = [
        AttendeeLine(name, name, name, name, name, name, name, name, arrived=name) for name in names
    ]
    pages, document = draw(lines, one.available())
    assert pages == len(document)
    assert "Aino <b Korhonen" in words(document[0])

"""Badges as a service: whose, on what paper, which names are difficult, and what was printed."""

from __future__ import annotations

import io

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

import factories
from networking_app.domain.badges import BadgeFace, BadgeNoteKind
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.registration import Status
from networking_app.services.badges import Badges, difficult
from networking_app.services.guests import Guests
from networking_app.support import i18n


@pytest.fixture
def badges(database):
    return Badges(database)


def codes(pdf, page=0):
    """What the codes of a page say when read from a rendering."""
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[page].render(scale=300 / 72, grayscale=True).to_pil()
    return {found.text for found in zxingcpp.read_barcodes(image)}


def texts(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def test_layouts_and_papers_are_offered_with_the_usual_first(badges):
    assert badges.layouts()[0] == "classic"
    assert badges.sheets()[0] == "a4-10"
    assert badges.places("a4-10") == 10
    assert badges.grid("a4-10") == (2, 5)
    assert badges.grid("label-90x54") == (1, 1)


def test_only_papers_that_a_layout_fits_are_offered(badges):
    assert badges.fitting("lanyard-a6") == ("a4-4", "a6")
    assert "label-62x100" in badges.fitting("classic")  # lies turned
    for layout in badges.layouts():
        for sheet in badges.fitting(layout):
            assert badges.grid(sheet)[0] >= 1


@pytest.mark.parametrize("ask", [lambda b: b.places("a0"), lambda b: b.fitting("none")])
def test_unknown_names_are_trouble_that_names_the_known_ones(badges, ask):
    with pytest.raises(Trouble) as caught:
        ask(badges)

    assert caught.value.kind is TroubleKind.NOT_KNOWN


def test_faces_are_those_with_a_place_in_finnish_order_and_words(database, event, badges):
    factories.guest(database, event, "Åke Öst", category="speaker", organisation="Oy Ab")
    factories.guest(database, event, "Aino Zetterberg")
    gone = factories.guest(database, event, "Matti Poissa")
    Guests(database).set_status([gone], Status.CANCELLED)

    faces = badges.faces(event)

    assert [(f.given, f.family, f.category, f.category_key) for f in faces] == [
        ("Aino", "Zetterberg", "Participant", "participant"),
        ("Åke", "Öst", "Speaker", "speaker"),
    ]
    assert all(len(face.code) == 10 for face in faces)
    with i18n.using("fi"):
        assert badges.faces(event)[1].category == "Puhuja"


def test_faces_by_text_look_at_name_organisation_category_and_code(database, event, badges):
    aino = factories.guest(database, event, "Aino Pöyhönen", organisation="Järvivesi Oy")
    matti = factories.guest(database, event, "Matti Ö", category="speaker")
    code = badges.faces(event, ids=[matti])[0].code

    found = {
        text: [face.id for face in badges.faces(event, text)]
        for text in ("poyho", "jarvi aino", "speaker", code.lower(), f" {code} ", "  ", "zzz")
    }

    assert found == {
        "poyho": [aino],
        "jarvi aino": [aino],
        "speaker": [matti],
        code.lower(): [matti],
        f" {code} ": [matti],
        "  ": [aino, matti],
        "zzz": [],
    }
    assert badges.faces(event, ids=[]) == []


def test_a_sheet_holds_the_badges_asked_for_with_codes_that_scan(database, event, badges, tmp_path):
    keys = [factories.guest(database, event, f"Guest Number{n}") for n in range(12)]
    told = []

    result = badges.make(
        event, tmp_path / "out.pdf", ids=keys[:11], progress=lambda n: told.append(n) is None
    )

    assert (result.badges, result.pages, result.notes) == (11, 2, ())
    assert told[-1] == 11
    read = codes(tmp_path / "out.pdf", 0) | codes(tmp_path / "out.pdf", 1)
    assert read == {face.code for face in badges.faces(event, ids=keys[:11])}
    assert not badges.printed(event)


def test_printing_starts_at_the_first_free_label(database, event, badges):
    for n in range(3):
        factories.guest(database, event, f"Guest N{n}")
    out = io.BytesIO()

    result = badges.make(event, out, start_cell=8)

    assert result.pages == 2
    assert [page.count("Guest") for page in texts(out.getvalue())] == [2, 1]


def test_stopping_leaves_no_file(database, event, badges, tmp_path):
    factories.guest(database, event)

    with pytest.raises(Trouble) as caught:
        badges.make(event, tmp_path / "out.pdf", progress=lambda _n: False)

    assert caught.value.kind is TroubleKind.READING_CANCELLED
    assert list(tmp_path.glob("*.pdf*")) == []


def test_a_layout_too_large_for_the_paper_is_trouble(database, event, badges, tmp_path):
    with pytest.raises(Trouble) as caught:
        badges.make(event, tmp_path / "out.pdf", layout="lanyard-a6", sheet="a4-10")

    assert caught.value.kind is TroubleKind.BADGE_TOO_LARGE


def test_badges_say_the_day_of_the_event_when_it_is_known(database, badges):
    for start, day in (("2026-11-26T07:00:00Z", "26.11.2026"), ("", "")):
        event = factories.event(database, f"Evening {start}", start=start)
        factories.guest(database, event)
        out = io.BytesIO()
        badges.make(event, out)
        assert ("26.11.2026" in texts(out.getvalue())[0]) is bool(day)


def test_samples_are_one_badge_to_a_page_of_its_size(database, event, badges):
    for name in ("Aino Ö", "Maximilian Freiherr-von-Schönborn-Wiesentheid-zu-Pommersfelden"):
        factories.guest(database, event, name)
    out = io.BytesIO()

    result = badges.samples(event, badges.faces(event), out, layout="first-name")

    assert result.pages == 2
    assert {note.kind for note in result.notes} & {BadgeNoteKind.SHRUNK, BadgeNoteKind.WRAPPED}
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        size = document[0].get_size()
    assert [round(side / 72 * 25.4) for side in size] == [90, 54]


def test_what_was_printed_is_remembered_with_its_last_time(database, event, badges, clock):
    key = factories.guest(database, event)
    other = factories.guest(database, event, "Matti Ö")
    badges.note_printed([key], "classic", "Desk A")
    clock.forward(minutes=5)
    badges.note_printed([key], "classic", "Desk A", "lost")

    assert list(badges.printed(event)) == [key]
    assert badges.printed(event)[key].startswith("2026-11-26T06:05")
    assert other not in badges.printed(event)


def face(number, name="", organisation="", **values):
    given_name, _, family = name.rpartition(" ")
    return BadgeFace(str(number), given_name, family, organisation=organisation, **values)


def test_difficult_names_are_picked_for_what_is_difficult_about_them():
    faces = [
        face(1, "Aino Virtanen", "Oy"),
        face(2, "Maximilian Freiherr von Schönborn zu Pommersfelden", "Ab"),
        face(3, "Matti Meikäläinen", "Building Clusters and Ecosystem Collaboration Association"),
        face(4, "慧 王", "Oy"),
        face(5, "Jo Wolfeschlegelsteinhausenbergerdorff", "Oy"),
        face(6, "Liisa Korhonen"),
        face(7, "Ng O", "Oy"),
    ]

    assert [f.id for f in difficult(faces, 6)] == ["2", "3", "4", "5", "6", "1"]
    assert [f.id for f in difficult(faces)] == ["2", "3", "4", "5"]


def test_badge_names_count_as_names_and_the_nameless_only_when_nobody_has_one():
    nameless = BadgeFace("0", "", "")
    badge_name = BadgeFace("1", "A", "B", badge_name="Prof. A. B. von und zu Irgendwo")

    assert difficult([nameless, badge_name, face(2, "C D")], 1) == [badge_name]
    assert difficult([nameless], 3) == [nameless]
    assert difficult([], 3) == []


@given(
    st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12), st.text(max_size=9))),
    st.integers(1, 8),
)
def test_difficult_names_are_different_and_from_the_list(names, limit):
    faces = [BadgeFace(str(n), *parts[:2], organisation=parts[2]) for n, parts in enumerate(names)]

    picked = difficult(faces, limit)

    assert len({f.id for f in picked}) == len(picked) <= limit
    assert set(picked) <= set(faces)
    named = [f for f in faces if f"{f.given} {f.family}".strip()]
    assert bool(picked) is bool(faces)
    assert len(picked) >= min(limit, len(named), 1)

"""Built-in layouts and sheets: known by name, inside their edges, legible in colour and in grey."""

from __future__ import annotations

import json
import subprocess
import sys

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageChops

from documents.badges.guests import NAMES, drawn, faces
from networking_app.documents.badges import layout, sheet
from networking_app.documents.badges.elements import ELEMENTS
from networking_app.documents.badges.elements.qr_code import QrCode
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.registration import KNOWN_CATEGORIES

LONG = [
    *NAMES,
    ("Wolfeschlegelsteinhausenbergerdorff", "Uvuvwevwevwe Onyetenyevwe Ugwemubwem Ossas" * 2),
]


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def page_sheet(shape: layout.Layout) -> str:
    return "a6" if shape.width == 105 else "label-90x54"


def test_usual_layout_and_sheet_come_first():
    assert layout.names()[0] == layout.DEFAULT
    assert set(layout.names()) >= {"classic", "first-name", "plain", "lanyard-a6"}
    assert sheet.names()[0] == sheet.DEFAULT


@pytest.mark.parametrize("load", [layout.load, sheet.load])
@pytest.mark.parametrize("name", ["Classic", "../classic", ""])
def test_unknown_name_is_trouble_that_names_the_known_ones(load, name):
    with pytest.raises(Trouble) as caught:
        load(name)
    assert caught.value.kind is TroubleKind.NOT_KNOWN
    assert caught.value.subject == name
    assert len(caught.value.facts["known"]) >= 4


@pytest.mark.parametrize("name", sheet.names())
def test_cells_lie_on_the_page_and_apart(name):
    paper = sheet.load(name)
    cells = list(paper.cells())
    assert len(cells) == paper.places
    for cell in cells:
        assert cell.x >= 0
        assert cell.y >= 0
        assert cell.x + cell.width <= paper.width + 0.001
        assert cell.y + cell.height <= paper.height + 0.001
    for one in cells:
        for other in cells:
            assert one == other or (
                abs(one.x - other.x) >= paper.cell_width - 0.001
                or abs(one.y - other.y) >= paper.cell_height - 0.001
            )


@pytest.mark.parametrize("name", layout.names())
def test_elements_lie_on_the_badge(name):
    shape = layout.load(name)
    for element in shape.elements:
        assert element.x >= 0
        assert element.y >= 0
        assert element.x + element.width <= shape.width
        assert element.y + element.height <= shape.height


@pytest.mark.parametrize("name", layout.names())
def test_quiet_zone_of_the_code_stays_free(name):
    shape = layout.load(name)
    (code,) = [e for e in shape.elements if isinstance(e, QrCode)]
    quiet = 4 * code.width / 21
    left, top = code.x - quiet, code.y - quiet
    right, low = code.x + code.width + quiet, code.y + code.height + quiet
    assert right <= shape.width
    assert low <= shape.height
    pdf, _ = drawn(faces(LONG), name, page_sheet(shape))
    scale = 10 / 25.4 * 72 / 72 * 2.5
    with pdfium.PdfDocument(pdf) as document:
        for page in document:
            dots = page.get_width() / shape.width * scale  # per mm
            picture = page.render(scale=scale, grayscale=True).to_pil().point(lambda v: 255 - v)
            frame = [round(v * dots) for v in (left + 0.3, top + 0.3, right - 0.3, low - 0.3)]
            inner = [round(v * dots) for v in (code.x, code.y, code.x + code.width)]
            zone = picture.crop(tuple(frame))
            dark = zone.point(lambda v: 255 if v > 60 else 0).getbbox()
            assert dark is not None
            assert dark[0] + frame[0] >= inner[0] - 2
            assert dark[1] + frame[1] >= inner[1] - 2
            assert dark[2] + frame[0] <= inner[2] + 2


@pytest.mark.parametrize("name", layout.names())
def test_ink_stays_inside_the_boxes_of_the_elements(name):
    shape = layout.load(name)
    pdf, _ = drawn(faces(LONG, title="Development manager"), name, page_sheet(shape))
    with pdfium.PdfDocument(pdf) as document:
        for page in document:
            picture = page.render(scale=3, grayscale=True).to_pil()
            dots = picture.width / shape.width
            ink = picture.point(lambda v: 255 if v < 128 else 0)
            free = ink.copy()
            for e in shape.elements:
                box = (e.x - 0.3, e.y - 0.3, e.x + e.width + 0.3, e.y + e.height + 0.3)
                free.paste(0, tuple(round(v * dots) for v in box))
            assert free.getbbox() is None
            assert ImageChops.difference(ink, free).getbbox() is not None


@pytest.mark.parametrize("name", layout.names())
def test_white_on_every_category_colour_is_legible(name):
    shape = layout.load(name)
    for key in (*KNOWN_CATEGORIES, "invented", ""):
        assert 1.05 / (luminance(shape.colour(key)) + 0.05) >= 7


def test_name_of_the_classic_badge_stands_where_it_was_designed():
    pdf, _ = drawn(faces([("Hilla", "Heino")]), "classic", "label-90x54")
    with pdfium.PdfDocument(pdf) as document:
        page = document[0].get_textpage()
        text = page.get_text_range()
        boxes = [page.get_charbox(text.index(part)) for part in ("Hilla", "Heino")]
    millimetres = [[v / 72 * 25.4 for v in box] for box in boxes]
    (given_name, family) = millimetres
    assert given_name[0] == pytest.approx(4, abs=0.1)
    assert family[0] == pytest.approx(4, abs=0.1)
    assert given_name[3] - given_name[1] == pytest.approx(12 * 0.652, abs=0.15)
    assert family[3] - family[1] == pytest.approx(7.6 * 0.652, abs=0.15)
    assert given_name[1] > family[3]


@pytest.mark.parametrize(
    ("name", "size", "way"),
    [
        ("a4-10", (90, 54), sheet.Way.UPRIGHT),
        ("a4-10", (90.1, 54), None),
        ("label-62x100", (90, 54), sheet.Way.TURNED),
        ("label-62x100", (62, 100), sheet.Way.UPRIGHT),
        ("a6", (148, 105), sheet.Way.TURNED),
    ],
)
def test_badge_lies_upright_where_it_can_and_turned_where_it_must(name, size, way):
    assert sheet.load(name).way(*size) == way


def test_every_layout_fits_a_sheet_and_every_sheet_holds_a_layout():
    ways = {
        (one, other): sheet.load(other).way(layout.load(one).width, layout.load(one).height)
        for one in layout.names()
        for other in sheet.names()
    }
    fitting = [pair for pair, way in ways.items() if way]
    assert {one for one, _ in fitting} == set(layout.names())
    assert {other for _, other in fitting} == set(sheet.names())


def test_choosing_a_layout_and_sheet_loads_nothing_slow():
    asked = (
        "import sys; from networking_app.documents.badges import layout, sheet;"
        " layout.load('classic'), sheet.load('a4-10');"
        " print([m for m in ('reportlab', 'qrcode', 'PIL') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_element_in_the_folder_is_in_the_tuple():
    from pathlib import Path

    from networking_app.documents.badges import elements

    folder = Path(elements.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert {kind.__module__.rpartition(".")[2] for kind in ELEMENTS} == modules
    assert len({kind.KIND for kind in ELEMENTS}) == len(ELEMENTS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 1}',
        '{"version": 1, "width": 90, "height": 54, "elements": [{"kind": "cat"}]}',
        '{"version": 1, "width": 90, "height": 54, "elements": [{"kind": "band"}]}',
        '{"version": 1, "width": 90, "height": 54, "elements": [{"kind": "band", "x": "a"}]}',
        '{"version": 1, "width": 90, "height": 54, "elements": [{"kind": "band", "z": 1}]}',
    ],
)
def test_text_that_is_no_layout_is_trouble(text):
    with pytest.raises(Trouble) as caught:
        layout.read("x", text)
    assert caught.value.kind is TroubleKind.FILE_DAMAGED


def test_layout_of_a_newer_version_is_trouble():
    with pytest.raises(Trouble) as caught:
        layout.read("x", '{"version": 2}')
    assert caught.value.kind is TroubleKind.FILE_NEWER


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["version", "width", "height", "elements", "kind", "x", "colours"]),
            inner,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_a_layout_or_trouble(document):
    try:
        layout.read("x", json.dumps(document))
    except Trouble as trouble:
        assert trouble.kind in (TroubleKind.FILE_DAMAGED, TroubleKind.FILE_NEWER)

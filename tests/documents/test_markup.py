"""Names with markup in them are shown, never obeyed."""

from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from networking_app.documents.markup import escape

HOSTILE = [
    '<img src="/etc/passwd"/>',
    "<img src='file:///c:/x.png' width=1>",
    "Aino <b Korhonen",
    "Aino </para> Korhonen",
    '<a href="javascript:alert(1)">x</a>',
    "&lt; & &#60; &nosuch;",
    "<!-- x",
    "<![CDATA[x]]>",
    "<font size=900>x",
    "Korhonen\r\nAino",
    "tab\there",
    "nul\x00bell\x07",
    "\ud800 alone",
    "\ufffe",
    "\"quoted\" & 'single'",
    "",
]


def drawn(text):
    out = BytesIO()
    style = ParagraphStyle("text", fontSize=8)
    SimpleDocTemplate(out).build([Paragraph(escape(text) or "x", style)])
    return pypdfium2.PdfDocument(out.getvalue())


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_name_is_drawn_as_text(name):
    page = drawn(name)[0]
    assert not list(page.get_objects(filter=[3]))  # 3: images
    shown = page.get_textpage().get_text_bounded()
    for part in ("img", "<b", "</para>", "CDATA", "nosuch", "javascript", "Korhonen"):
        assert (part in shown) == (part in name)


def test_line_breaks_become_blanks_or_breaks():
    assert escape("a\r\nb\rc") == "a b c"
    assert escape("a\nb<", breaks=True) == "a<br/>b&lt;"


@given(st.text(st.characters(blacklist_categories=[])))
def test_no_text_breaks_a_paragraph(text):
    Paragraph(escape(text), ParagraphStyle("text"))
    assert "<" not in escape(text)

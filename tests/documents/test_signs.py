"""Signs for queues by surname: one page each, with letters that fill it."""

from __future__ import annotations

import io

import pypdfium2 as pdfium

from networking_app.documents.signs import draw_signs
from networking_app.domain.queues import Queue

QUEUES = (Queue("A", "K", 74), Queue("La", "Ly", 50), Queue("M", "Ö", 70, others=True))


def pages(queues, title="Team play"):
    out = io.BytesIO()
    assert draw_signs(queues, title, out) == len(queues)
    document = pdfium.PdfDocument(out.getvalue())
    found = [(page.get_size(), page.get_textpage().get_text_bounded()) for page in document]
    document.close()
    return found


def test_each_queue_has_a_page_of_its_own():
    found = pages(QUEUES)
    assert all(round(wide) == 842 and round(high) == 595 for (wide, high), _text in found)
    texts = [text for _size, text in found]
    assert ["A–K" in texts[0], "La–Ly" in texts[1], "M–Ö" in texts[2]] == [True] * 3
    assert [("other scripts" in text) for text in texts] == [False, False, True]
    assert all("Team play" in text for text in texts)


def test_desk_for_other_scripts_alone_says_so():
    ((_size, text),) = pages((Queue("", "", 9, others=True),))
    assert "Other scripts" in text


def test_long_title_is_made_smaller_not_cut_away():
    ((_size, text),) = pages(QUEUES[:1], "Joukkuepelillä tehdään mestariteoksia " * 4)
    assert "Joukkuepelillä" in text

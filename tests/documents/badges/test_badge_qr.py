"""QR codes built from parts equal those of the qrcode package and can be read."""

from __future__ import annotations

import re

import pytest
import qrcode
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from networking_app.documents.badges import qr
from networking_app.domain.tickets import ALPHABET

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def peer(code: str) -> list[list[bool]]:
    drawing = qrcode.QRCode(
        version=1,
        error_correction=qrcode.constants.ERROR_CORRECT_H,
        mask_pattern=qr.MASK,
        border=0,
    )
    drawing.add_data(code)
    drawing.make(fit=False)
    return [list(map(bool, line)) for line in drawing.modules]


def filled(path: str, size: int) -> list[list[bool]]:
    """The modules a path covers; no module twice, none outside."""
    dark = [[False] * size for _ in range(size)]
    for found in re.findall(r"(\d+) (\d+) (\d+) (\d+) re ", path):
        x, y, width, height = map(int, found)
        for row in range(y, y + height):
            for column in range(x, x + width):
                assert not dark[row][column]
                dark[row][column] = True
    return dark


@given(
    st.one_of(
        st.text(ALPHABET, min_size=10, max_size=10), st.text(LETTERS, min_size=10, max_size=10)
    )
)
def test_path_of_own_code_is_the_one_of_the_qrcode_package(code):
    if code.isdigit():
        code = "A" + code[1:]  # the package would write digits in another mode
    path, size = qr.path(code)
    assert size == qr.SIZE
    assert filled(path, size) == peer(code)


@pytest.mark.parametrize(
    "text",
    [
        "0123456789",
        "23456789AB",
        "ab7kpqrstuvwxyz23456789abcdefghj",  # a ticket of pretix
        "https://example.org/t/Åsa?x=1",
        "9" * 300,
        "ÄÖ汉字",
    ],
)
def test_code_of_any_text_is_read_back(text):
    path, size = qr.path(text)
    picture = Image.new("L", (size + 8, size + 8), 255)
    for row, line in enumerate(filled(path, size)):
        for column, dark in enumerate(line):
            picture.putpixel((column + 4, row + 4), 0 if dark else 255)
    big = picture.resize((picture.width * 4, picture.height * 4), Image.Resampling.NEAREST)
    (found,) = zxingcpp.read_barcodes(big)
    assert found.text == text


def test_own_code_is_version_1_at_level_h():
    assert qr.path("23456789AB")[1] == 21
    assert qr.is_short("23456789AB")
    assert not qr.is_short("23456789ab")
    assert not qr.is_short("٣٣٣٣٣٣٣٣٣٣")


def test_text_longer_than_any_code_is_refused():
    with pytest.raises(ValueError, match="longer"):
        qr.path("x" * 3000)

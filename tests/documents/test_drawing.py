"""Numbers, colours and files as PDFs need them."""

from __future__ import annotations

import errno

import pytest

from networking_app.documents import drawing
from networking_app.documents.drawing import colour, number, writing
from networking_app.domain.problems import Trouble, TroubleKind


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.001, "0"), (12.5, "12.5"), (4.0, "4"), (1 / 3, "0.33"), (-2.346, "-2.35")],
)
def test_number_has_two_places_and_nothing_more(value, text):
    assert number(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [("#000000", "0 g"), ("#ffffff", "1 g"), ("#ff0000", "1 0 0 rg"), ("#808080", "0.5 g")],
)
def test_colour_is_the_operator_of_pdf(value, text):
    assert colour(value) == text


def test_writing_replaces_a_file_whole(tmp_path):
    out = tmp_path / "a.pdf"
    out.write_bytes(b"old")
    with writing(out) as file:
        file.write(b"new")
        assert out.read_bytes() == b"old"
    assert out.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [out]


def test_error_while_writing_leaves_the_old_file(tmp_path):
    out = tmp_path / "a.pdf"
    out.write_bytes(b"old")
    with pytest.raises(KeyError), writing(out) as file:
        file.write(b"new")
        raise KeyError
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("number_", "exists", "kind"),
    [
        (errno.ENOSPC, False, TroubleKind.DISK_FULL),
        (errno.EROFS, False, TroubleKind.FILE_READ_ONLY),
        (errno.EACCES, True, TroubleKind.FILE_LOCKED),
        (errno.EACCES, False, TroubleKind.FILE_READ_ONLY),
        (errno.EIO, False, TroubleKind.FILE_READ_ONLY),
        (errno.ENOENT, False, TroubleKind.FOLDER_MISSING),
    ],
)
def test_error_of_the_system_becomes_trouble(tmp_path, monkeypatch, number_, exists, kind):
    def refuse(handle):
        raise OSError(number_, "no")

    out = tmp_path / "a.pdf"
    if exists:
        out.write_bytes(b"old")
    monkeypatch.setattr(drawing.os, "fsync", refuse)
    with pytest.raises(Trouble) as caught, writing(out) as file:
        file.write(b"new")
    assert caught.value.kind is kind
    assert caught.value.subject == (
        str(tmp_path) if kind is TroubleKind.FOLDER_MISSING else "a.pdf"
    )
    assert [path.name for path in tmp_path.iterdir()] == (["a.pdf"] if exists else [])

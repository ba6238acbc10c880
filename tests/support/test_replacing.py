"""A file is written whole or not at all."""

import pytest

from networking_app.support.replacing import replacing


def test_new_file_takes_the_place_of_the_old(tmp_path):
    out = tmp_path / "a.txt"
    out.write_text("old")
    with replacing(out) as part:
        part.write_text("new")
        assert out.read_text() == "old"
    assert out.read_text() == "new"
    assert list(tmp_path.iterdir()) == [out]


def test_failure_keeps_the_old_file(tmp_path):
    out = tmp_path / "a.txt"
    out.write_text("old")
    with pytest.raises(RuntimeError), replacing(out) as part:
        part.write_text("half")
        raise RuntimeError
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_name_as_long_as_the_system_allows_is_written(tmp_path):
    out = tmp_path / ("n" * 250 + ".pdf")
    with replacing(out) as part:
        part.write_text("new")
    assert list(tmp_path.iterdir()) == [out]

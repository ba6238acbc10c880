"""What the system says of a file, as trouble."""

from __future__ import annotations

import errno

import pytest

from networking_app.domain.file_trouble import trouble_of_file
from networking_app.domain.problems import TroubleKind


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, TroubleKind.DISK_FULL),
        (errno.EROFS, TroubleKind.FILE_READ_ONLY),
        (errno.ENOENT, TroubleKind.FOLDER_MISSING),
        (errno.ENOTDIR, TroubleKind.FOLDER_MISSING),
        (errno.EIO, TroubleKind.FILE_READ_ONLY),
        (errno.EACCES, TroubleKind.FILE_READ_ONLY),
    ],
)
def test_each_error_is_its_kind(tmp_path, code, kind):
    trouble = trouble_of_file(OSError(code, "said"), tmp_path / "list.pdf")

    assert trouble.kind is kind
    folder = kind is TroubleKind.FOLDER_MISSING
    assert trouble.subject == (str(tmp_path) if folder else "list.pdf")


def test_a_file_that_is_there_and_refuses_is_open_elsewhere(tmp_path):
    file = tmp_path / "list.xlsx"
    file.write_bytes(b"")

    assert trouble_of_file(PermissionError(errno.EACCES, "said"), file).kind is (
        TroubleKind.FILE_LOCKED
    )

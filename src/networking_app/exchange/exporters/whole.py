"""Writes an exported file whole or not at all, and says what stood in the way."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.support.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KINDS = {
    errno.ENOSPC: TroubleKind.DISK_FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): TroubleKind.DISK_FULL,
    errno.EROFS: TroubleKind.FILE_READ_ONLY,
    errno.ENOENT: TroubleKind.FOLDER_MISSING,
    errno.ENOTDIR: TroubleKind.FOLDER_MISSING,
}


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give a path to write to; the file takes its place when all went well.

    Raises:
        Trouble: the folder is missing, the disk is full, or the file is open elsewhere.
    """
    try:
        with replacing(path) as part:
            yield part
    except OSError as error:
        kind = _kind(error, path)
        subject = str(path.parent) if kind is TroubleKind.FOLDER_MISSING else path.name
        raise Trouble(kind, subject, str(error)) from error


def _kind(error: OSError, path: Path) -> TroubleKind:
    known = _KINDS.get(error.errno or 0)
    if known is not None:
        return known
    # Windows says "permission" of a file that is open in Excel.
    open_elsewhere = isinstance(error, PermissionError) and path.is_file()
    return TroubleKind.FILE_LOCKED if open_elsewhere else TroubleKind.FILE_READ_ONLY

"""What stands in the way of a file that cannot be written, told from the system's error."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from networking_app.domain.problems import Trouble, TroubleKind

if TYPE_CHECKING:
    from pathlib import Path

_KINDS = {
    errno.ENOSPC: TroubleKind.DISK_FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): TroubleKind.DISK_FULL,
    errno.EROFS: TroubleKind.FILE_READ_ONLY,
    errno.ENOENT: TroubleKind.FOLDER_MISSING,
    errno.ENOTDIR: TroubleKind.FOLDER_MISSING,
}


def trouble_of_file(error: OSError, path: Path) -> Trouble:
    """The trouble that an error means for this file; it names the folder when that is missing."""
    kind = _KINDS.get(error.errno or 0)
    if kind is None:
        # Windows says "permission" of a file that is open in a reader or in Excel.
        open_elsewhere = isinstance(error, PermissionError) and path.is_file()
        kind = TroubleKind.FILE_LOCKED if open_elsewhere else TroubleKind.FILE_READ_ONLY
    subject = str(path.parent) if kind is TroubleKind.FOLDER_MISSING else path.name
    return Trouble(kind, subject, str(error))

"""Writes an exported file whole or not at all, and says what stood in the way."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from networking_app.domain.file_trouble import trouble_of_file
from networking_app.support.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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
        raise trouble_of_file(error, path) from error

"""Writes a file whole or not at all: under another name first, then in the place of the old one."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a fresh path beside `path`; what was written there takes its place when all went well.

    If the block raises, the new file is removed and the old one is left as it was.

    Raises:
        OSError: the folder is missing or full, or another program holds the old file.
    """
    # A link keeps pointing where it did, and its file is the one that changes.
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{target.name[:200]}.{secrets.token_hex(4)}.part")
    try:
        yield part
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)

"""How columns of files were matched before."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from networking_app.storage.writer import Writer


def all_layouts(connection: Connection) -> dict[str, dict[str, str]]:
    """Heading -> field word, by the signature of the file's headings; the latest counts."""
    found = connection.execute(
        text("SELECT signature, matches FROM import_layout WHERE deleted = 0 ORDER BY id")
    )
    return {signature: json.loads(matches) for signature, matches in found}


def remember(writer: Writer, signature: str, matches: dict[str, str]) -> None:
    """Keep how the columns of a file were matched."""
    said = json.dumps(matches, ensure_ascii=False)
    row = writer.connection.execute(
        text(
            "SELECT id FROM import_layout WHERE signature = :signature AND deleted = 0"
            " ORDER BY id DESC LIMIT 1"
        ),
        {"signature": signature},
    ).scalar()
    if row is None:
        writer.add("import_layout", signature=signature, matches=said)
    else:
        writer.change("import_layout", row, matches=said)

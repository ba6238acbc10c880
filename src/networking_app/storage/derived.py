"""Fields that are computed from others when a row is written: sort keys and folded search text.

They are not in the journal: two laptops may each change one half of a name, and both halves count.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import text

from networking_app.domain.collation import sort_key_of
from networking_app.domain.names import fold, sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection

_CHUNK = 2_000


class Derivation(NamedTuple):
    """From which fields which others are computed, and how."""

    inputs: tuple[str, ...]
    fields: tuple[str, ...]
    compute: Callable[..., tuple[Any, ...]]


def _person(
    given: str, family: str, badge_name: str, email: str, phone: str, typed: str
) -> tuple[str, str]:
    said = (given, family, badge_name, email, phone, typed)
    return sort_key(given, family), " ".join(fold(part) for part in said if part)


def _body(name: str, short_name: str, aliases: str) -> tuple[str, str]:
    said = (name, short_name, aliases)
    return sort_key_of(name), " ".join(fold(part) for part in said if part)


def _cluster(name: str, short_name: str) -> tuple[str, str]:
    return _body(name, short_name, "")


DERIVED = {
    "person": Derivation(
        ("given", "family", "badge_name", "email", "phone", "phone_typed"),
        ("sort_key", "search"),
        _person,
    ),
    "organisation": Derivation(("name", "short_name", "aliases"), ("sort_key", "search"), _body),
    "cluster": Derivation(("name", "short_name"), ("sort_key", "search"), _cluster),
}


def derived(table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The derived fields of a row whose other fields are all given."""
    rule = DERIVED[table]
    found = rule.compute(*(values[field] for field in rule.inputs))
    return dict(zip(rule.fields, found, strict=True))


def derive(connection: Connection, table: str, rows: Sequence[str]) -> None:
    """Compute the derived fields of these rows again from what stands in the table."""
    rule = DERIVED[table]
    inputs = ", ".join(rule.inputs)
    sets = ", ".join(f"{field} = ?" for field in rule.fields)
    read = text(
        f"SELECT id, {inputs} FROM {table}"  # noqa: S608 (names of this module)
        " WHERE id IN (SELECT value FROM json_each(:keys))"
    )
    write = f"UPDATE {table} SET {sets} WHERE id = ?"  # noqa: S608 (names of this module)
    for start in range(0, len(rows), _CHUNK):
        keys = json.dumps(rows[start : start + _CHUNK])
        found = connection.execute(read, {"keys": keys}).all()
        lines = [(*rule.compute(*line[1:]), line[0]) for line in found]
        if lines:
            connection.exec_driver_sql(write, lines)

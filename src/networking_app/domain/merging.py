"""How two sayings about one guest become one: what is newer counts, what is empty says nothing."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from networking_app.domain.names import fold
from networking_app.domain.registration import GuestDetails, Permission
from networking_app.domain.tickets import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from networking_app.domain.registration import Purpose

_STRICT = (Permission.YES, Permission.ASK, Permission.NO)
_TEXTS = tuple(
    f.name
    for f in fields(GuestDetails)
    if f.type == "str" and f.name not in {"organisation", "registered_at"}
)


def merge(old: GuestDetails, new: GuestDetails) -> GuestDetails:
    """The details of a guest after a newer saying of the same source.

    A text counts when it is not empty; another spelling of the organisation changes nothing;
    answers, tags and codes are added; permissions only get stricter; the first registration counts.
    """
    said = {name: getattr(new, name) or getattr(old, name) for name in _TEXTS}
    same_body = fold(old.organisation) == fold(new.organisation)
    return replace(
        old,
        **said,
        organisation=old.organisation if same_body else new.organisation or old.organisation,
        status=old.status if new.status is None else new.status,
        registered_at=old.registered_at or new.registered_at,
        holds=old.holds or new.holds,
        tags=_union(old.tags, new.tags),
        codes=_union(map(normalise, old.codes), map(normalise, new.codes)),
        answers=tuple({**dict(old.answers), **{q: a for q, a in new.answers if a}}.items()),
        consents=_stricter(old, new),
    )


def name_key(details: GuestDetails) -> str:
    """The name without order, accents and capitals, to see whether two names are the same."""
    return " ".join(sorted(fold(details.name).split()))


def _union(old: Iterable[str], new: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *new)))


def _stricter(old: GuestDetails, new: GuestDetails) -> tuple[tuple[Purpose, Permission], ...]:
    found = dict(old.consents)
    for purpose, permission in new.consents:
        before = found.get(purpose, Permission.YES)
        found[purpose] = max(before, permission, key=_STRICT.index)
    return tuple(found.items())

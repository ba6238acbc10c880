"""Who is behind an event: organisations, funded projects, clusters, themes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organisation:
    """A company, association, university, authority, or a unit of another.

    Attributes:
        id: empty before it is stored.
        aliases: other names people write, such as "Xamk".
        kind: company, association, university, authority, unit, or empty.
        parent: name of the organisation it is a unit of.
    """

    name: str
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = ""
    city: str = ""
    parent: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """An EU or other funded project; organisations are called by their names.

    Attributes:
        fund: EAKR, ESR, ESR+, JTF or another word.
        period: programme period, such as "2021-2027".
        continues: what comes after it.
        id: empty before it is stored.
    """

    name: str
    short_name: str = ""
    code: str = ""
    fund: str = ""
    period: str = ""
    funder: str = ""
    administrator: str = ""
    implementers: tuple[str, ...] = ()
    continues: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A network of members, or a development platform on its way to become one.

    Attributes:
        kind: cluster or platform.
        leader: name of the person as shown; leader_id is their key, None if there is none.
        owner, coordinator, members: names of organisations.
        registration: planned or registered at the European Cluster Collaboration Platform.
        registered, label_granted, label_expires: partial dates ("summer 2022", "2022-08").
        id: empty before it is stored.
    """

    name: str
    short_name: str = ""
    kind: str = "cluster"
    sector: str = ""
    mission: str = ""
    leader_id: str | None = None
    owner: str = ""
    coordinator: str = ""
    members: tuple[str, ...] = ()
    predecessor: str = ""
    registration: str = ""
    registered: str = ""
    label: str = ""
    label_granted: str = ""
    label_expires: str = ""
    leader: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Backing:
    """What carries an event, by name: projects, organising organisations, themes."""

    projects: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

"""Who is behind an event: organisations, funded projects, clusters, themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.names import fold
from networking_app.storage import funding, guests

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.domain.funding import Backing, Cluster, Organisation, Project
    from networking_app.storage.database import Database
    from networking_app.storage.writer import Writer

DEED = "edit_funding"
ORGANISER = "organiser"
IMPLEMENTER = "implementer"


class Funding:
    """Organisations, projects and clusters of an open workspace, and what carries each event."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def organisations(self) -> list[Organisation]:
        """All organisations in Finnish order."""
        with self._database.read() as connection:
            return funding.organisations(connection)

    def projects(self, event_id: str = "") -> list[Project]:
        """All projects, or those that carry an event."""
        with self._database.read() as connection:
            return funding.projects(connection, event_id)

    def clusters(self) -> list[Cluster]:
        """All clusters in Finnish order."""
        with self._database.read() as connection:
            return funding.clusters(connection)

    def organisers(self, event_id: str) -> list[str]:
        """Names of the organisations that arrange an event."""
        with self._database.read() as connection:
            return funding.organisers(connection, event_id)

    def themes(self, event_id: str) -> list[str]:
        """Names of the themes of an event."""
        with self._database.read() as connection:
            return funding.themes(connection, event_id)

    def add_organisations(self, bodies: Sequence[Organisation]) -> list[str]:
        """Add organisations, or say more of those with these names; returns their keys."""
        with self._database.write(DEED, {"count": len(bodies)}) as writer:
            names = _Names(writer)
            return [names.describe(body) for body in bodies]

    def add_projects(self, projects: Sequence[Project]) -> list[str]:
        """Add projects; organisations that nobody has named yet are made. Returns their keys."""
        with self._database.write(DEED, {"count": len(projects)}) as writer:
            names = _Names(writer)
            return [_add_project(writer, names, project) for project in projects]

    def add_clusters(self, clusters: Sequence[Cluster]) -> list[str]:
        """Add clusters; organisations that nobody has named yet are made. Returns their keys."""
        with self._database.write(DEED, {"count": len(clusters)}) as writer:
            names = _Names(writer)
            return [_add_cluster(writer, names, cluster) for cluster in clusters]

    def set_leader(self, cluster_id: str, person_id: str | None) -> bool:
        """Say who leads a cluster; returns whether that differed."""
        with self._database.write(DEED) as writer:
            return writer.change("cluster", cluster_id, leader_id=person_id)

    def back(self, event_id: str, backing: Backing) -> None:
        """Say what carries an event; names that are not known yet are made."""
        with self._database.write(DEED) as writer:
            names = _Names(writer)
            themes = funding.keys(writer.connection, "theme")
            projects = funding.keys(writer.connection, "project")
            for name in backing.projects:
                key = projects.get(name) or writer.add("project", name=name)
                writer.add("event_project", event_id=event_id, project_id=key)
            for name in backing.organisers:
                writer.add(
                    "event_organisation",
                    event_id=event_id,
                    organisation_id=names.key(name),
                    role=ORGANISER,
                )
            for name in backing.themes:
                key = themes.get(name) or writer.add("theme", name=name)
                writer.add("event_theme", event_id=event_id, theme_id=key)


class _Names:
    """Keys of organisations by any of their names, made where there is none."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._keys: dict[str, str] = {}
        for key, name, short, aliases in guests.organisations(writer.connection):
            for said in (name, short, *aliases.splitlines()):
                if said:
                    self._keys.setdefault(fold(said), key)

    def key(self, name: str) -> str | None:
        """The organisation of this name; None for an empty name."""
        if not name:
            return None
        if fold(name) not in self._keys:
            self._keys[fold(name)] = self._writer.add("organisation", name=name)
        return self._keys[fold(name)]

    def describe(self, body: Organisation) -> str:
        """Add an organisation or say more of it; empty texts say nothing."""
        values = {
            "name": body.name,
            "short_name": body.short_name,
            "aliases": "\n".join(body.aliases),
            "kind": body.kind,
            "city": body.city,
            "parent_id": self.key(body.parent),
        }
        said = {field: value for field, value in values.items() if value}
        key = self._keys.get(fold(body.name))
        if key is None:
            key = self._writer.add("organisation", **said)
        else:
            self._writer.change("organisation", key, **said)
        for name in (body.name, body.short_name, *body.aliases):
            if name:
                self._keys.setdefault(fold(name), key)
        return key


def _add_project(writer: Writer, names: _Names, project: Project) -> str:
    key = writer.add(
        "project",
        name=project.name,
        short_name=project.short_name,
        code=project.code,
        fund=project.fund,
        period=project.period,
        funder_id=names.key(project.funder),
        administrator_id=names.key(project.administrator),
        continues=project.continues,
    )
    for name in project.implementers:
        partner = names.key(name)
        writer.add("project_partner", project_id=key, organisation_id=partner, role=IMPLEMENTER)
    return key


def _add_cluster(writer: Writer, names: _Names, cluster: Cluster) -> str:
    key = writer.add(
        "cluster",
        name=cluster.name,
        short_name=cluster.short_name,
        kind=cluster.kind,
        sector=cluster.sector,
        mission=cluster.mission,
        leader_id=cluster.leader_id,
        owner_id=names.key(cluster.owner),
        coordinator_id=names.key(cluster.coordinator),
        predecessor=cluster.predecessor,
        registration=cluster.registration,
        registered=cluster.registered,
        label=cluster.label,
        label_granted=cluster.label_granted,
        label_expires=cluster.label_expires,
    )
    for name in cluster.members:
        writer.add("cluster_member", cluster_id=key, organisation_id=names.key(name))
    return key

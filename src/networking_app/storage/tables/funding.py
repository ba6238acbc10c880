"""Tables: projects, clusters and themes."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from networking_app.storage.base import SetRow, maybe_parent, parent, text


class ProjectRow(SetRow, kw_only=True):
    """An EU or other funded project."""

    __tablename__ = "project"

    name: Mapped[str] = text()
    short_name: Mapped[str] = text()
    code: Mapped[str] = text()
    fund: Mapped[str] = text()
    period: Mapped[str] = text()
    funder_id: Mapped[str | None] = maybe_parent("organisation")
    administrator_id: Mapped[str | None] = maybe_parent("organisation")
    continues: Mapped[str] = text()


class ProjectPartnerRow(SetRow, kw_only=True):
    """An organisation that carries out a project, as lead or implementing partner."""

    __tablename__ = "project_partner"

    project_id: Mapped[str] = parent("project")
    organisation_id: Mapped[str] = parent("organisation")
    role: Mapped[str] = text()


class ClusterRow(SetRow, kw_only=True):
    """A network of members, or a development platform on its way to become one."""

    __tablename__ = "cluster"

    name: Mapped[str] = text()
    short_name: Mapped[str] = text()
    kind: Mapped[str] = text()
    sector: Mapped[str] = text()
    mission: Mapped[str] = text()
    leader_id: Mapped[str | None] = maybe_parent("person")
    owner_id: Mapped[str | None] = maybe_parent("organisation")
    coordinator_id: Mapped[str | None] = maybe_parent("organisation")
    predecessor: Mapped[str] = text()
    registration: Mapped[str] = text()  # planned or registered
    registered: Mapped[str] = text()  # partial date
    label: Mapped[str] = text()
    label_granted: Mapped[str] = text()
    label_expires: Mapped[str] = text()
    sort_key: Mapped[str] = text()
    search: Mapped[str] = text()


class ClusterMemberRow(SetRow, kw_only=True):
    """An organisation that belongs to a cluster from and to partial dates."""

    __tablename__ = "cluster_member"

    cluster_id: Mapped[str] = parent("cluster")
    organisation_id: Mapped[str] = parent("organisation")
    start: Mapped[str] = text()
    end: Mapped[str] = text()


class ThemeRow(SetRow, kw_only=True):
    """A theme that events, offers and needs are tagged with."""

    __tablename__ = "theme"

    name: Mapped[str] = text()
    colour: Mapped[str] = text()

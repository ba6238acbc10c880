"""Brings a workspace of an older version up to date, after a verified backup copy of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, event

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.storage import backup, journal, schema
from networking_app.storage.database import connect, said

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


def to_current(path: Path, found: int) -> Path:
    """Upgrade a workspace in one transaction and return the backup copy made before.

    Args:
        path: a workspace that was inspected.
        found: its schema number.

    Raises:
        Trouble: a step failed; the file is as it was.
    """
    copy = backup.before_upgrade(path, found)
    with said(path):
        run(path, "head", found)
    return copy


def run(path: Path, revision: str, found: int = 0) -> None:
    """Run the steps up to a revision, all or none of them.

    Args:
        path: a workspace, or an empty file.
        revision: where to stop.
        found: its schema number; entries of newer ones are applied now.
    """
    engine = _engine(path)
    try:
        with engine.connect() as connection:
            # Batch mode rebuilds tables, which would cascade into their children; the switch does
            # nothing inside a transaction, so it is set on the driver's connection before.
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                command.upgrade(config(connection), revision)
                if found:
                    journal.refold_newer(connection, found)
                _check(connection, path)
                connection.exec_driver_sql(f"PRAGMA user_version={schema.CURRENT}")
    finally:
        engine.dispose()


def config(connection: Connection | None) -> Config:
    """Alembic's settings, without an ini file."""
    settings = Config()
    settings.set_main_option("script_location", Path(__file__).parent.as_posix())
    settings.attributes["connection"] = connection
    return settings


def _check(connection: Connection, path: Path) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise Trouble(TroubleKind.FILE_DAMAGED, str(path), detail=str(broken[0]))


def _engine(path: Path) -> Engine:
    engine = create_engine("sqlite+pysqlite://", creator=lambda: connect(path))
    event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine

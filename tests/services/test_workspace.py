"""The workspace as a file: checked, copied, put back, closed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import factories
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.services import workspace as files
from networking_app.services.events import Events
from networking_app.services.workspace import CheckResult, Workspace
from networking_app.storage import backup, database
from workspaces import author

NOW = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)


def test_check_of_a_good_file_says_nothing(database, event):
    assert Workspace(database).check() == CheckResult(str(database.path), ())


def test_check_names_rows_without_their_parent(database, event):
    with database.read() as connection:
        raw = connection.connection.driver_connection
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("UPDATE point SET event_id = 'nobody'")
        raw.execute("PRAGMA foreign_keys=ON")
    [line] = Workspace(database).check().said
    assert line.startswith("point row ")
    assert line.endswith(": no row in event")


def test_copy_can_be_put_back(database, event, tmp_path):
    workspace = Workspace(database)
    copy = workspace.backup(tmp_path / "copy.nwapp")
    Events(database).change(event, title="Changed since")
    workspace.close()
    aside = files.restore(copy, workspace.path, NOW)
    assert aside.exists()
    opened = _opened(workspace.path)
    assert [e.title for e in Events(opened).all()] == ["Test evening"]
    opened.close()


def test_daily_copies_are_listed_newest_first(database, event):
    workspace = Workspace(database)
    first = workspace.daily_backup(NOW)
    second = workspace.daily_backup(NOW.replace(hour=9))
    found = [getattr(item, "path", item) for item in workspace.backups()]
    assert found == [second, first]
    assert all(backup.is_intact(path) for path in found)


def test_copy_into_a_missing_folder_is_trouble(database, tmp_path):
    with pytest.raises(Trouble) as caught:
        Workspace(database).backup(tmp_path / "no" / "copy.nwapp")
    assert caught.value.kind is TroubleKind.FOLDER_MISSING


def test_closed_workspace_is_one_file(database, event, tmp_path):
    factories.guest(database, event)
    Workspace(database).close()
    assert [p.name for p in tmp_path.iterdir()] == ["work.nwapp"]


def _opened(path):
    return database.open_workspace(path, author())


def test_copy_of_the_day_is_made_once_a_day(database, event):
    workspace = Workspace(database)
    assert workspace.last_backup() is None
    made = workspace.backup_of_the_day(NOW)
    assert workspace.backup_of_the_day(NOW.replace(hour=20)) is None
    assert workspace.last_backup() == NOW == workspace.made_at(made)
    assert workspace.backup_of_the_day(NOW.replace(day=27)) is not None


def test_closed_workspace_can_be_gone_on_with(database, event):
    workspace = Workspace(database)
    workspace.close()
    with pytest.raises(Trouble):
        Events(database).all()
    workspace.reopen()
    assert [found.id for found in Events(database).all()] == [event]

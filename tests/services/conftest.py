"""An empty workspace with one event for every test of a service."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import factories
import pytest
from networking_app.storage.database import Database


@pytest.fixture
def clock() -> factories.Clock:
    return factories.Clock()


@pytest.fixture
def database(tmp_path: Path, clock: factories.Clock) -> Iterator[Database]:
    opened = factories.workspace(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def event(database: Database) -> str:
    return factories.event(database)

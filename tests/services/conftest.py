"""An empty workspace with one event for every test of a service."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import factories
from evening import NOW, Built
from networking_app.services.example import build_example
from networking_app.services.imports import Imports
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


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The example event; read only."""
    database = factories.workspace(tmp_path_factory.mktemp("example"), factories.Clock(NOW))
    yield Built(database, build_example(database, "en", NOW))
    database.close()


@pytest.fixture
def imports(database):
    return Imports(database)

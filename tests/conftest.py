"""What every test gets: no screen, its own folders, English, the same examples each time."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from pytestqt.qtbot import QtBot

import leftovers
from networking_app.storage import database
from networking_app.support import i18n, paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine

_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
hypothesis_settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=_SLOW,
    database=None,
)
hypothesis_settings.register_profile(
    "nightly", deadline=None, max_examples=3000, suppress_health_check=_SLOW, print_blob=True
)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


_PATIENCE = 30_000  # ms that a test waits for a result; a busy computer is no failure


def pytest_configure() -> None:
    for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitActive):
        wait.__kwdefaults__["timeout"] = _PATIENCE


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup():
    """Collect nothing while the test runs: a background thread must not destroy a widget."""
    leftovers.garbage_waits()
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown():
    """Leave no window and no filter of events to the next test."""
    try:
        return (yield)
    finally:
        leftovers.of_qt()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol():
    """Look for garbage after each test, when nothing holds what it made any more."""
    result = yield
    leftovers.take_garbage_out()
    return result


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings, backups and logs of a test away from those of the person running it."""
    home: Path = tmp_path_factory.mktemp("home")
    monkeypatch.setenv(paths.HOME_VARIABLE, str(home))


@pytest.fixture(autouse=True)
def _workspaces_let_go(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let go of every workspace a test opened; Python 3.13 warns of connections left open."""
    made = []
    make = database._engine

    def kept(path: Path) -> Engine:
        made.append(make(path))
        return made[-1]

    monkeypatch.setattr(database, "_engine", kept)
    yield
    for engine in made:
        engine.dispose()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Leave English behind, whatever a test switched to."""
    i18n.use(i18n.SOURCE_LANGUAGE)
    yield
    i18n.use(i18n.SOURCE_LANGUAGE)

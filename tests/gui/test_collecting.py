"""Garbage is collected on the GUI thread only, at length only in a quiet moment."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QObject

from networking_app.gui import collecting
from networking_app.gui.collecting import QUIET, Collector


@pytest.fixture()
def looks(qapp):
    """(generation, thread) of each look of Python's collector."""
    seen = []

    def note(phase, about):
        if phase == "start":
            seen.append((about["generation"], threading.current_thread()))

    gc.collect()
    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


@pytest.fixture()
def owner(qapp):
    return QObject()


def _cycles(count):
    for _ in range(count):
        one = []
        one.append(one)


def _make_cycles_elsewhere(count=50_000):
    thread = threading.Thread(target=_cycles, args=(count,))
    thread.start()
    thread.join()


def test_garbage_made_in_another_thread_is_collected_in_this_one(looks, owner):
    collector = Collector(owner, lambda: False)
    collector.start()
    try:
        _make_cycles_elsewhere()
        assert looks == []
        collector.look()
    finally:
        collector.end()
    assert looks[0] == (0, threading.main_thread())


def test_everything_is_looked_through_only_after_quiet(looks, owner):
    idle = [False]
    collector = Collector(owner, lambda: idle[0])
    collector.start()
    try:
        for _ in range(400):
            _cycles(1_500)
            collector.look()
        assert 2 not in {generation for generation, _thread in looks}
        idle[0] = True
        for _ in range(QUIET):
            collector.look()
    finally:
        collector.end()
    assert 2 in {generation for generation, _thread in looks}


def test_python_collects_by_itself_again_afterwards(owner):
    collector = Collector(owner, lambda: True)
    collector.start()
    assert not gc.isenabled()
    collector.end()
    assert gc.isenabled()


def test_what_settled_is_left_alone_until_another_file_is_opened():
    collecting.settled()
    assert gc.get_freeze_count() > 0
    collecting.unsettled()
    assert gc.get_freeze_count() == 0

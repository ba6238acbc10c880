"""Work off the GUI thread: results, failures, order, progress, stopping, the child process."""

from __future__ import annotations

import os
import threading
import time

import shiboken6
from PySide6.QtCore import QObject

from networking_app.gui.apart import ChildDied


def double(number):
    return number * 2


def fail(text):
    raise ValueError(text)


def die():
    os._exit(3)


def count(progress):
    for number in range(5):
        progress(number + 1, 5)
    return "counted"


def sleep_long():
    time.sleep(60)


def test_result_arrives_on_the_gui_thread(qtbot, tasks):
    got = []
    tasks.run(tasks, lambda: 21 * 2, done=lambda n: got.append((n, threading.current_thread())))

    qtbot.waitUntil(lambda: bool(got))

    assert got == [(42, threading.main_thread())]


def test_failure_goes_to_the_one_who_asked(qtbot, tasks):
    got = []
    tasks.run(tasks, lambda: fail("no"), failed=got.append)

    qtbot.waitUntil(lambda: bool(got))

    assert str(got[0]) == "no"


def test_failure_nobody_takes_goes_to_the_messages(qtbot, tasks):
    got = []
    tasks.failed = got.append
    tasks.run(tasks, lambda: fail("no"))

    qtbot.waitUntil(lambda: bool(got))

    assert str(got[0]) == "no"


def test_desk_lane_keeps_the_order(qtbot, tasks):
    got = []
    for number in range(50):
        tasks.run(tasks, lambda number=number: number, done=got.append)

    qtbot.waitUntil(lambda: len(got) == 50)

    assert got == list(range(50))


def test_an_owner_that_is_gone_gets_nothing(qtbot, tasks):
    owner, got, gate = QObject(), [], threading.Event()
    tasks.run(owner, gate.wait, done=got.append)
    shiboken6.delete(owner)
    gate.set()

    qtbot.waitUntil(tasks.is_idle)

    assert got == []


def test_long_work_reports_and_stops(qtbot, tasks):
    told, ends = [], []

    def work(progress):
        for number in range(10_000):
            progress(number, 10_000)
            time.sleep(0.002)

    running = tasks.run_long(
        tasks,
        work,
        done=lambda _: ends.append("done"),
        failed=lambda _: ends.append("failed"),
        stopped=lambda: ends.append("stopped"),
        progressed=lambda done, total: told.append((done, total)),
    )
    qtbot.waitUntil(lambda: bool(told))
    running.stop()
    qtbot.waitUntil(lambda: bool(ends))

    assert ends == ["stopped"]
    assert told[0] == (0, 10_000)


def test_long_work_does_not_hold_up_the_desk(qtbot, tasks):
    gate, got = threading.Event(), []
    tasks.run_long(tasks, lambda _p: gate.wait())
    tasks.run(tasks, lambda: "answer", done=got.append)

    qtbot.waitUntil(lambda: bool(got))
    gate.set()

    assert got == ["answer"]


def test_work_apart_returns_fails_reports_and_survives_its_death(qtbot, tasks):
    got, told = [], []
    tasks.run_apart(tasks, double, 4, done=got.append)
    tasks.run_apart(tasks, fail, "apart", failed=got.append)
    tasks.run_apart(tasks, die, failed=got.append)
    tasks.run_apart(tasks, count, done=got.append, progressed=lambda *now: told.append(now))

    qtbot.waitUntil(lambda: len(got) == 4, timeout=30_000)

    died = next(item for item in got if isinstance(item, ChildDied))
    failed = next(item for item in got if isinstance(item, ValueError))
    assert 8 in got
    assert "counted" in got
    assert str(failed) == "apart"
    assert died is not None
    assert told[-1] == (5, 5)


def test_work_apart_is_ended_when_stopped(qtbot, tasks):
    ends = []
    running = tasks.run_apart(tasks, sleep_long, stopped=lambda: ends.append("stopped"))
    qtbot.wait(300)
    running.stop()

    qtbot.waitUntil(lambda: bool(ends), timeout=10_000)

    assert ends == ["stopped"]

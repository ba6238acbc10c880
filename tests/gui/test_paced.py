"""Questions that are asked often are put when they have rested, and always once after the last."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject

from networking_app.gui.paced import Paced
from networking_app.gui.tasks import Tasks


@pytest.fixture()
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


def _paced(tasks, owner, call, failed=None):
    answers = []
    paced = Paced(tasks, owner, lambda: call, answers.append, failed or (lambda _error: None))
    return paced, answers


def test_asked_once_when_calm(tasks, qtbot):
    owner = QObject()
    paced, answers = _paced(tasks, owner, lambda: 7)
    paced.ask()
    qtbot.waitUntil(tasks.is_idle)
    assert answers == [7]


def test_asked_in_a_burst_answers_twice_and_the_last_time_after_the_last_asking(tasks, qtbot):
    owner, asked, state = QObject(), threading.Event(), [0]

    def call():
        asked.wait(5)
        return state[0]

    paced, answers = _paced(tasks, owner, call)
    for number in range(50):
        state[0] = number
        paced.ask()
    asked.set()
    qtbot.waitUntil(tasks.is_idle)
    assert len(answers) == 2
    assert answers[-1] == 49


def test_is_not_idle_while_it_rests_before_it_asks_again(tasks, qtbot):
    owner, asked = QObject(), threading.Event()
    paced, answers = _paced(tasks, owner, lambda: asked.wait(0.02))
    paced.ask()
    qtbot.waitUntil(lambda: len(answers) == 1)
    paced.ask()
    assert not tasks.is_idle()
    paced.ask_now()
    qtbot.waitUntil(tasks.is_idle)
    assert len(answers) == 2


def test_failure_is_told_and_it_may_be_asked_again(tasks, qtbot):
    owner, told, calls = QObject(), [], []

    def call():
        calls.append(1)
        if len(calls) == 1:
            raise ValueError
        return len(calls)

    paced, answers = _paced(tasks, owner, call, told.append)
    paced.ask()
    qtbot.waitUntil(lambda: bool(told))
    paced.ask()
    qtbot.waitUntil(tasks.is_idle)
    assert answers == [2]
    assert [type(error) for error in told] == [ValueError]


def test_nothing_to_ask_asks_nothing(tasks):
    owner = QObject()
    paced = Paced(tasks, owner, lambda: None, lambda _answer: None, lambda _error: None)
    paced.ask()
    assert tasks.is_idle()

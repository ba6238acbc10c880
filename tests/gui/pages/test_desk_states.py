"""Every state of the desk draws, and in each of them the next scan wins."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from gui.desk import Shots
from gui.keyboard import scan as type_burst
from networking_app.domain.registration import GuestDetails
from networking_app.gui.desk_view import Mode
from networking_app.gui.pages.desk import DeskPage
from networking_app.gui.scanner import Scanner
from networking_app.gui.widgets.result_panel import Result


@pytest.fixture
def states(opened):
    return opened(capacity=40)


def test_the_next_scan_wins_in_every_state(states):
    shots, office = Shots(states), states.office
    page: DeskPage = states.page
    seen = set()
    for number, name in enumerate(Shots.STATES):
        getattr(shots, name)()
        assert not states.window.grab().isNull()
        seen.add(page.view.panel.shown.result)
        key = office.guests.add(states.event, GuestDetails(given="Guest", family=f"No{number}"))
        code = office.guests.some(states.event, [key])[0].code
        states.settle()
        states.scan(code)
        assert page.stage.shows_view(), name
        assert page.view.panel.shown.name == f"Guest No{number}", name
        assert page.view.mode is Mode.ANSWER, name
        assert page.latest.rows[0].registration_id == key, name
        assert QApplication.activeModalWidget() is None, name
        assert page.view.reason.isHidden(), name
    assert seen == set(Result)


@pytest.mark.parametrize("state", ["pin", "missing", "reason"])
def test_a_scanner_wins_over_a_form_that_is_typed_into(qapp, qtbot, states, state):
    shots = Shots(states)
    for name in ("organiser", "blocked", "reason"):
        getattr(shots, name)()
    getattr(shots, state)()
    scanner = Scanner(qapp)
    scanner.scanned.connect(states.window.take_scan)
    code = states.code("X")
    try:
        type_burst(QApplication.focusWidget(), code)
        qtbot.waitUntil(lambda: states.panel.name == "X")
    finally:
        qapp.removeEventFilter(scanner)
        scanner.deleteLater()
    view = states.page.view
    asked = state == "missing"  # X is asked the same
    assert states.panel.result is (Result.ASK if asked else Result.WELCOME)
    assert (view.open_form() is not None) is asked
    assert view.answers.isHidden() or view.answers.answers() == {}
    assert view.scan.text() == ""

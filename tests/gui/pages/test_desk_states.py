"""Every state of the desk draws, and in each of them the next scan wins."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from gui.desk import Shots
from networking_app.domain.registration import GuestDetails
from networking_app.gui.desk_view import Mode
from networking_app.gui.pages.desk import DeskPage
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

"""No page cuts its buttons in the smallest window, in any language or a made-up longer one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from gui import opened
from networking_app import app as program
from networking_app.gui.opening import use_language
from networking_app.gui.pages import PAGES
from networking_app.gui.tokens import Space
from networking_app.services.example import build_example
from networking_app.services.office import new_office
from networking_app.support import i18n
from networking_app.support.settings import Settings

SMALLEST = (1093, 574)
NAMES = tuple(page.__name__.rpartition(".")[2] for page in PAGES)


@pytest.fixture(params=["fi", "sv", "40 % longer"])
def language(request, monkeypatch):
    if request.param in i18n.languages():
        yield request.param
    else:
        monkeypatch.setattr(i18n, "_catalogue", lambda _language: opened.LongWords())
        yield "en"
    use_language("en")


@pytest.fixture
def open_window(qtbot, tmp_path, language):
    made = []

    def open_one(file):
        settings = Settings(language=language, reduce_motion=True, reopen_last=False)
        one = opened.opening(tmp_path, settings)
        made.append(one)
        one.window.resize(*SMALLEST)
        one.start(file)
        opened.settle(one, 0.1)
        return one

    yield open_one
    for one in made:
        one.window.hide()
        one.close()
        one.window.deleteLater()


@pytest.fixture
def example(tmp_path):
    file = tmp_path / "event.nwapp"
    office = new_office(file, "Desk A", program.wall)
    build_example(office.database, "fi", datetime(2026, 11, 26, 7, tzinfo=UTC))
    office.close()
    return file


def cut(window):
    """The buttons whose words do not fit, or that reach out of the window."""
    found = []
    for button in window.findChildren(QAbstractButton):
        if not button.isVisible() or not button.text():
            continue
        # The room beside the words may shrink; the words may not.
        lacking = button.sizeHint().width() - Space.FIELDS - button.width()
        right = button.mapTo(window, QPoint(button.width(), 0)).x()
        if lacking > 0 or right > window.width():
            found.append(f"{button.text()}: {button.width()} of {button.sizeHint().width()} px")
    return found


def test_no_page_cuts_its_buttons_in_the_smallest_window(open_window, example):
    made = open_window(example)
    found = {}
    for name in NAMES:
        made.window.navigate(name)
        opened.settle(made, 0.1)
        found[name] = cut(made.window)
    assert made.window.size().toTuple() == SMALLEST
    assert found == {name: [] for name in NAMES}


def test_the_first_start_cuts_no_button_in_the_smallest_window(open_window):
    made = open_window(None)
    assert cut(made.window) == []


@pytest.mark.parametrize(
    ("tag", "words"),
    [("fi", "K&opioi"), ("sv", "&Kopiera"), ("en", "&Copy")],
)
def test_the_menu_of_a_text_field_is_in_the_language_chosen(qtbot, tag, words):
    field = QLineEdit("Aino")
    qtbot.addWidget(field)
    use_language(tag)
    said = [
        action.text().partition("\t")[0] for action in field.createStandardContextMenu().actions()
    ]
    use_language("en")
    assert words in said

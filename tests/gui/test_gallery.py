"""The whole kit on one sheet, in every theme and text size, draws without a complaint from Qt."""

from __future__ import annotations

import pytest

from gui import gallery
from networking_app.gui.theme import ThemeChoice, look


@pytest.mark.parametrize("theme", list(ThemeChoice))
@pytest.mark.parametrize("percent", [100, 150])
def test_the_sheet_draws(qtbot, messages, theme, percent):
    look().use(theme, percent=percent)
    page = gallery.sheet(messages)
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()

    picture = page.grab().toImage()

    assert picture.pixelColor(2, 2) == look().colour("window")


def test_the_sheet_follows_a_change_of_theme(qtbot, messages):
    page = gallery.sheet(messages)
    qtbot.addWidget(page)
    page.show()
    look().use("dark", percent=130)

    assert page.grab().toImage().pixelColor(2, 2) == look().colour("window")

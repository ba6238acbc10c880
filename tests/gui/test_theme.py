"""The look: themes, text sizes, fonts, icons."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from networking_app.gui import icons, theme, tokens
from networking_app.gui.theme import look
from networking_app.support import resources


@pytest.mark.parametrize("choice", list(theme.ThemeChoice))
@pytest.mark.parametrize("percent", tokens.TEXT_SIZES)
def test_every_look_fills_the_style_sheet(choice, percent):
    look().use(choice, percent=percent)

    sheet = QApplication.instance().styleSheet()

    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert QApplication.font().pixelSize() == round(15 * percent / 100)


def test_theme_changes_the_palette_live(qtbot):
    with qtbot.waitSignal(look().changed):
        look().use("dark")

    window = QApplication.palette().color(QPalette.ColorRole.Window)
    assert window.name().upper() == tokens.DARK.window
    assert look().is_dark()


def test_the_bundled_font_is_the_one_used():
    assert QFontInfo(look().font("h1")).family() == tokens.FONT_FAMILY


def test_text_size_out_of_range_is_bounded():
    look().use(percent=900)

    assert look().percent == 150


def test_every_bundled_icon_draws_in_its_colour():
    accent = look().colour("accent")
    for file in sorted((resources.folder() / "icons").glob("*.svg")):
        picture = icons.pixmap(file.stem, 24, "accent").toImage()
        dots = [picture.pixelColor(x, y) for x in range(24) for y in range(24)]
        solid = [dot for dot in dots if dot.alpha() == 255]

        assert any(dot.alpha() for dot in dots), file.name
        assert all(abs(dot.blue() - accent.blue()) <= 2 for dot in solid), file.name


def test_icons_are_sharp_on_fine_screens():
    assert icons.pixmap("check", 18, "text", 2.0).size().width() == 36

"""The size of the name on the answer panel."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from networking_app.gui.fitting import fit_line, fit_name
from networking_app.gui.theme import look


def sixty(text):
    """Every letter is 60 wide at 100 px."""
    return 60.0 * len(text)


def test_a_short_name_takes_the_largest_size():
    assert fit_name("Li Bo", 1000, 600, sixty) == fit_name("Li Bo", 2000, 600, sixty)
    assert fit_name("Li Bo", 1000, 600, sixty).px == 150


def test_one_line_stays_while_it_is_large_enough():
    fit = fit_name("Kaarlo Miettinen", 900, 600, sixty)

    assert fit.lines == ("Kaarlo Miettinen",)
    assert fit.px == 93


def test_a_long_name_breaks_after_a_hyphen_where_that_is_largest():
    fit = fit_name("Eeva-Liisa Pöyhönen-Kainulainen", 920, 600, sixty)

    assert fit.lines in (
        ("Eeva-Liisa", "Pöyhönen-Kainulainen"),
        ("Eeva-Liisa Pöyhönen-", "Kainulainen"),
    )
    assert fit.px > fit_name("Eeva-Liisa Pöyhönen-Kainulainen", 920, 60, sixty).px


def test_two_lines_need_the_height_too():
    fit = fit_name("Eeva-Liisa Pöyhönen-Kainulainen", 920, 70, sixty)

    assert len(fit.lines) == 1


def test_a_word_wider_than_the_panel_is_broken_at_the_edge_not_cut():
    word = "Wolfeschlegelsteinhausenbergerdorff" * 2

    fit = fit_name(word, 300, 400, sixty)

    assert fit.px == 28
    assert "".join(fit.lines) == word
    assert all(sixty(line) * 0.28 <= 300 for line in fit.lines)


def test_an_empty_name_has_no_lines():
    assert fit_name("   ", 300, 300, sixty).lines == ()


NAMES = st.text(
    st.characters(codec="utf-8", categories=("L", "M", "Zs", "Pd")), min_size=1, max_size=80
)


@given(NAMES, st.integers(60, 2000), st.integers(30, 1200))
def test_nothing_of_a_name_is_lost_and_every_line_fits(name, width, height):
    fit = fit_name(name, width, height, sixty)

    assert "".join("".join(fit.lines).split()) == "".join(name.split())
    assert 28 <= fit.px <= 150 or not fit.lines or fit.px < 28 <= height
    for line in fit.lines:
        assert sixty(line) * fit.px / 100 <= width or len(line) == 1


def test_widths_grow_in_proportion_to_the_size(qapp):
    hundred = QFontMetricsF(look().font_of(100, 700)).horizontalAdvance("Siiri Åkerblom")
    for px in (28, 64, 150):
        real = QFontMetricsF(look().font_of(px, 700)).horizontalAdvance("Siiri Åkerblom")
        assert abs(real - hundred * px / 100) <= real * 0.005 + 0.5


def test_a_line_keeps_between_its_bounds():
    assert fit_line("x" * 10, 300, sixty, 36, 16) == 36
    assert fit_line("x" * 100, 300, sixty, 36, 16) == 16

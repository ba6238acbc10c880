"""Words of the import page."""

from __future__ import annotations

import pytest

from networking_app.domain.imports import Outcome
from networking_app.wording import imports as wording


@pytest.mark.parametrize(
    ("what", "word"),
    [
        (Outcome.NEW, "New"),
        (Outcome.UPDATED, "Updated"),
        (Outcome.UNCHANGED, "Unchanged"),
        (Outcome.SKIPPED, "Skipped"),
        (Outcome.PROBLEM, "Left out"),
    ],
)
def test_what_became_of_a_row_is_a_word(what, word):
    assert wording.outcome_word(what) == word
    assert wording.outcome(what, 3) == f"3 {word.casefold()}"


@pytest.mark.parametrize(
    ("sheet", "row", "said"),
    [
        ("Form1", 3, "sheet “Form1” · headings in row 3"),
        ("", 1, "headings in row 1"),
        ("", 0, "no headings"),
    ],
)
def test_where_the_headings_are_is_said(sheet, row, said):
    assert wording.source(sheet, row) == said

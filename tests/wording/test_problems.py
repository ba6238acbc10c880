from string import Formatter

import pytest

from networking_app.domain.imports import Kind
from networking_app.domain.problems import Problem, Severity, Trouble, TroubleKind
from networking_app.wording import problems

FACTS = {
    "layout": "Classic", "badge_width": 90.0, "badge_height": 60.0, "width": 63.5, "height": 29.6
}  # fmt: skip


@pytest.mark.parametrize("kind", list(Kind))
def test_problem_of_every_kind_is_a_whole_sentence_without_technical_words(kind):
    problem = Problem(kind, Severity.WARNING, "guests.xlsx", "Team", 4, "Mail", "x y", "x@y.fi")

    said = problems.sentence(problem)

    assert said[0].isupper() or said.startswith(("“", "x y", "guests.xlsx"))
    assert said.endswith((".", "?", "x y"))
    assert kind.value not in said
    assert not [name for _, name, _, _ in Formatter().parse(said) if name]


@pytest.mark.parametrize("kind", list(TroubleKind))
def test_trouble_of_every_kind_is_a_whole_sentence(kind):
    trouble = Trouble(kind, "C:/data/evening.nwapp", known=["Door"], **FACTS)

    said = problems.sentence_of_trouble(trouble)

    assert said.endswith(".")
    assert kind.value not in said


def test_trouble_names_the_file_without_its_folders():
    said = problems.sentence_of_trouble(Trouble(TroubleKind.FILE_FOREIGN, "/home/a/x.nwapp"))

    assert said.startswith("x.nwapp is not a workspace")


def test_unknown_name_without_alternatives_says_only_that():
    said = problems.sentence_of_trouble(Trouble(TroubleKind.NOT_KNOWN, "Door", known=[]))

    assert said == "“Door” is not known here."


def test_problem_with_a_suggestion_asks_whether_it_was_meant():
    problem = Problem(
        Kind.EMAIL_INCOMPLETE, Severity.WARNING, "g.csv", row=3, column="E-mail",
        value="aino@firmafi", suggestion="aino@firma.fi",
    )  # fmt: skip

    assert problems.line(problem) == (
        "g.csv, row 3, column E-mail: “aino@firmafi” is not a complete e-mail address; the guest "
        "was taken without one. Did they mean aino@firma.fi?"
    )


def test_problem_of_a_whole_file_does_not_say_its_place_twice():
    problem = Problem(Kind.FILE_EMPTY, Severity.ERROR, "g.csv")

    assert problems.line(problem) == "g.csv holds no rows. Check that the right file was saved."


@pytest.mark.parametrize(
    ("sheet", "row", "column", "said"),
    [
        ("Team", 4, "Mail", "g.xlsx, sheet Team, row 4, column Mail"),
        ("Team", 4, "", "g.xlsx, sheet Team, row 4"),
        ("Team", 0, "", "g.xlsx, sheet Team"),
        ("Team", 0, "Mail", "g.xlsx, sheet Team, column Mail"),
        ("", 4, "Mail", "g.xlsx, row 4, column Mail"),
        ("", 4, "", "g.xlsx, row 4"),
        ("", 0, "Mail", "g.xlsx, column Mail"),
        ("", 0, "", "g.xlsx"),
    ],
)
def test_place_names_what_is_known(sheet, row, column, said):
    assert problems.place(Problem("x", Severity.NOTE, "g.xlsx", sheet, row, column)) == said


def test_braces_in_a_value_are_shown_as_typed():
    problem = Problem(Kind.STATUS_UNKNOWN, Severity.WARNING, value="{0} {x}")

    assert "“{0} {x}”" in problems.sentence(problem)


def test_long_value_is_cut_in_the_sentence():
    problem = Problem(Kind.ROW_REMARK, Severity.NOTE, value="word " * 100)

    assert len(problems.sentence(problem)) < 130


def test_kind_of_a_newer_version_still_says_something():
    assert problems.sentence(Problem("new_kind", Severity.NOTE)) == "Please look at this: new_kind"


def test_severities_have_names():
    assert [problems.severity(one) for one in Severity] == ["Left out", "Please check", "Note"]

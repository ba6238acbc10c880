"""Sentences for what was done."""

from __future__ import annotations

import pytest

from networking_app.domain.history import Deed, FieldChange
from networking_app.wording import history


def deed(word, **facts):
    return Deed("d", word, facts, "2026-11-26T06:22:00Z")


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (deed("check_in", name="Aino Aho"), "Aino Aho checked in"),
        (deed("walk_in", name="Aino Aho"), "Aino Aho added at the door"),
        (deed("new_event", title="Fair"), "Event Fair made"),
        (deed("import", rows=1, file="a.csv"), "1 guest imported from a.csv"),
        (deed("import", rows=186, file="a.xlsx"), "186 guests imported from a.xlsx"),
        (deed("import"), "0 guests imported from "),
        (deed("cancel", name="Aino Aho", count=1), "Aino Aho cancelled"),
        (deed("cancel", name="Aino Aho", count=3), "3 guests cancelled"),
        (deed("wait", name="Aino Aho"), "Aino Aho put on the waiting list"),
        (deed("reinstate", name="Aino Aho"), "Aino Aho registered again"),
        (deed("set_category", to="student"), "Category changed to Student"),
        (deed("set_category", to="student", count=2), "Category of 2 guests changed to Student"),
        (deed("delete_guest", name="Aino Aho"), "Aino Aho removed"),
        (deed("print_badges", count=2), "2 badges printed"),
        (deed("undo", deed="cancel", name="Aino Aho"), "Undone: Aino Aho cancelled"),
        (deed("undo"), "Undone: A change was made"),
        (deed("of a later version"), "A change was made"),
    ],
)
def test_sentence(done, said):
    assert history.sentence(done) == said


def test_taken_back():
    assert history.taken_back(deed("edit_guest", name="Aino Aho")) == "Undone: Aino Aho changed"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (FieldChange("person", "family", "Aho", "Ahola"), "Last name: Aho → Ahola"),
        (FieldChange("person", "email", "", "a@b.fi"), "E-mail: – → a@b.fi"),
        (FieldChange("person", "email", None, "a@b.fi"), "E-mail: – → a@b.fi"),
        (
            FieldChange("registration", "category", "guest", "student"),
            "Category: Guest → Student",
        ),
        (
            FieldChange("registration", "status", "registered", "cancelled"),
            "Status: Registered → Cancelled",
        ),
        (FieldChange("registration", "status", "odd", ""), "Status: odd → –"),
        (FieldChange("registration", "odd", 1, 2), "odd: 1 → 2"),
        (
            FieldChange("registration", "holds", 0, 1),
            "Hold at the desk until confirmed: no → yes",
        ),
    ],
)
def test_field(change, said):
    assert history.field(change) == said

"""Which rows are which guests, without a workspace."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import factories
from networking_app.domain.imports import Kind, Outcome, ReadGuest
from networking_app.domain.problems import Problem, Severity
from networking_app.domain.registration import GuestDetails
from networking_app.services.import_plan import Plan
from networking_app.storage.guests import Known

ERROR = Problem(Kind.NAME_MISSING, Severity.ERROR)


def known(number, **values):
    details = factories.details(**values)
    return Known(f"r{number}", f"p{number}", "", details)


def read(*guests):
    return [ReadGuest("f.csv", "", n, details) for n, details in enumerate(guests, 2)]


def plan(there, rows, bodies=()):
    made = Plan(there, bodies)
    made.take(rows)
    return made, [(outcome, [p.kind for p in problems]) for _g, outcome, problems in
                  made.results(rows)]  # fmt: skip


def test_nothing_there_makes_everybody_new():
    rows = read(factories.details("Ii Aho"), factories.details("Outi Lehto"))

    made, found = plan([], rows)

    assert found == [(Outcome.NEW, []), (Outcome.NEW, [])]
    assert [group.details.name for group in made.changed()] == ["Ii Aho", "Outi Lehto"]


def test_guests_who_are_not_in_the_file_are_left_alone():
    made, found = plan([known(1, name="Ii Aho")], read(factories.details("Outi Lehto")))

    assert found == [(Outcome.NEW, [])]
    assert [group.known for group in made.changed()] == [None]


def test_left_out_and_skipped_rows_are_told_and_taken_by_nobody():
    rows = [
        ReadGuest("f.csv", "", 2, GuestDetails(), (ERROR,)),
        ReadGuest("f.csv", "", 3, GuestDetails(), skipped=True),
    ]

    made, found = plan([], rows)

    assert found == [(Outcome.PROBLEM, [Kind.NAME_MISSING]), (Outcome.SKIPPED, [])]
    assert made.changed() == []


def test_a_later_row_that_says_more_updates_a_guest_made_by_an_earlier_one():
    first = factories.details("Ii Aho", email="ii@x.fi")
    more = factories.details("Ii Aho", email="ii@x.fi", title="johtaja")

    made, found = plan([], read(first, more, first))

    assert [outcome for outcome, _ in found] == [Outcome.NEW, Outcome.UPDATED, Outcome.SKIPPED]
    assert [group.details.title for group in made.changed()] == ["johtaja"]


def test_the_same_name_is_told_with_who_the_other_one_is():
    there = [known(1, name="Ii Aho", email="a@x.fi", organisation="LUT")]

    _made, found = plan(there, read(factories.details("Aho Ii", email="b@x.fi")))

    assert found == [(Outcome.NEW, [Kind.SAME_NAME])]


def test_a_body_like_a_known_one_is_asked_about_once():
    rows = read(
        factories.details("Ii Aho", organisation="Järvivesi"),
        factories.details("Outi Lehto", organisation="Järvivesi"),
    )

    _made, found = plan([], rows, ["Järvivesi Oy"])

    assert [kinds for _outcome, kinds in found] == [[Kind.ORGANISATION_SIMILAR], []]


NAMES = st.sampled_from(["Ii Aho", "Aho Ii", "Outi Lehto"])
DETAILS = st.builds(
    factories.details,
    NAMES,
    email=st.sampled_from(["", "a@x.fi", "A@X.FI", "b@x.fi"]),
    phone=st.sampled_from(["", "+358401", "+358402"]),
    organisation=st.sampled_from(["", "LUT", "lut", "Savon Oy"]),
    codes=st.sampled_from([(), ("AB12",), ("ab-12",)]),
)


@given(st.lists(DETAILS, max_size=4), st.lists(DETAILS, max_size=6))
def test_every_row_comes_once_and_new_rows_are_new_guests(there, rows):
    guests = read(*rows)

    made, found = plan([Known(f"r{n}", "", "", one) for n, one in enumerate(there)], guests)

    new = [group for group in made.changed() if group.known is None]
    assert len(found) == len(rows)
    assert sum(outcome is Outcome.NEW for outcome, _ in found) == len(new)

"""Two sayings about one guest become one."""

from __future__ import annotations

from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.merging import merge, name_key
from networking_app.domain.registration import GuestDetails, Permission, Purpose, Status

WORDS = st.sampled_from(["", "a", "Aino", "Järvi Oy", "järvi oy", "é"])
PAIRS = st.lists(st.tuples(st.sampled_from("QRS"), WORDS), max_size=3, unique_by=lambda p: p[0])
CONSENTS = st.dictionaries(st.sampled_from(Purpose), st.sampled_from(Permission)).map(
    lambda found: tuple(found.items())
)
TEXTS = {f.name: WORDS for f in fields(GuestDetails) if f.type == "str"}
CODES = st.lists(st.sampled_from(["AB12", "ab-12", "C"]), max_size=2).map(tuple)
DETAILS = st.builds(
    GuestDetails,
    **TEXTS,
    status=st.sampled_from([None, *Status]),
    tags=st.lists(st.sampled_from("xyz"), max_size=2, unique=True).map(tuple),
    codes=CODES,
    answers=PAIRS.map(tuple),
    consents=CONSENTS,
)


def test_a_newer_text_counts_and_an_empty_one_says_nothing():
    old = GuestDetails(given="Aino", email="a@x.fi", title="johtaja")

    merged = merge(old, GuestDetails(given="Aino", email="", title="toimitusjohtaja"))

    assert (merged.email, merged.title) == ("a@x.fi", "toimitusjohtaja")


def test_another_spelling_of_the_organisation_changes_nothing():
    old = GuestDetails(organisation="Järvivesi Oy")

    assert merge(old, GuestDetails(organisation="JÄRVIVESI OY")).organisation == "Järvivesi Oy"
    assert merge(old, GuestDetails(organisation="Savon Oy")).organisation == "Savon Oy"
    assert merge(old, GuestDetails()).organisation == "Järvivesi Oy"


def test_a_status_that_was_not_said_stays():
    old = GuestDetails(status=Status.WAITING)

    assert merge(old, GuestDetails()).status is Status.WAITING
    assert merge(old, GuestDetails(status=Status.CANCELLED)).status is Status.CANCELLED


def test_the_first_registration_counts():
    old = GuestDetails(registered_at="1.10.2026")

    assert merge(old, GuestDetails(registered_at="2.10.2026")).registered_at == "1.10.2026"
    assert merge(GuestDetails(), GuestDetails(registered_at="2.10.")).registered_at == "2.10."


def test_permissions_only_get_stricter():
    photo = Purpose.PHOTO
    yes, ask, no = (GuestDetails(consents=((photo, p),)) for p in Permission)

    assert merge(yes, no).consents == ((photo, Permission.NO),)
    assert merge(no, yes).consents == ((photo, Permission.NO),)
    assert merge(yes, ask).consents == ((photo, Permission.ASK),)
    assert merge(GuestDetails(), yes).consents == ((photo, Permission.YES),)


def test_answers_tags_and_codes_are_added():
    old = GuestDetails(tags=("a",), codes=("ab-12",), answers=(("Q", "old"), ("R", "kept")))
    new = GuestDetails(tags=("a", "b"), codes=("AB12", "C"), answers=(("Q", "new"), ("R", "")))

    merged = merge(old, new)

    assert merged.tags == ("a", "b")
    assert merged.codes == ("AB12", "C")
    assert merged.answers == (("Q", "new"), ("R", "kept"))


def test_a_name_is_the_same_in_any_order_and_without_accents():
    keys = {name_key(GuestDetails(given=g, family=f)) for g, f in
            [("Aino", "Pöyhönen"), ("POYHONEN", "aino"), ("", "Aino Pöyhönen")]}  # fmt: skip

    assert len(keys) == 1
    assert name_key(GuestDetails(given="Aino")) not in keys


@given(DETAILS, DETAILS)
def test_saying_the_same_again_changes_nothing(old, new):
    once = merge(old, new)

    assert merge(once, new) == once


@given(DETAILS, DETAILS)
def test_no_text_is_lost(old, new):
    merged = merge(old, new)

    for name in TEXTS:
        if getattr(old, name) or getattr(new, name):
            assert getattr(merged, name)
    assert {q for q, _ in old.answers} <= {q for q, _ in merged.answers}


@given(DETAILS)
def test_nothing_said_leaves_a_guest_as_it_is(old):
    normal = merge(old, GuestDetails())

    assert merge(normal, GuestDetails()) == normal
    assert replace(normal, codes=()) == replace(old, codes=())

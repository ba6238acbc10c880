"""The commands of the check-in desk: points, going out, overriding, walk-ins, simulation, undo."""

from __future__ import annotations

import pytest


@pytest.fixture
def code(run, guests):
    """Ticket code of a guest by name."""

    def _code(name):
        return run("-w", guests, "find", name, "--json").document[0]["code"]

    return _code


@pytest.fixture
def app(run, guests):
    def _app(*arguments):
        return run("-w", guests, *arguments)

    return _app


def verdicts(answer):
    return [line["verdict"] for line in answer.lines]


def test_points_are_added_and_listed(app):
    made = app("point", "add", "Salonki", "--rule", "inout", "--allow", "Puhuja", "--json")
    lunch = app("point", "add", "Lounas", "--from", "11.30", "--until", "13", "--per-day")
    assert (made.code, lunch.code) == (0, 2)  # "13" is no time
    assert "8.00" in lunch.err
    assert app("point", "add", "Lounas", "--from", "11.30", "--until", "13.00").code == 0

    found = app("point", "list", "--json").document

    assert [(p["name"], p["rule"], p["allow"], p["kind"]) for p in found] == [
        ("Main door", "once", [], "door"),
        ("Salonki", "inout", ["speaker"], "room"),
        ("Lounas", "once", [], "meal"),
    ]
    assert found[2]["windows"] == ["11:30/13:00"]
    assert (
        "Salonki (Room): in again only after going out · only Speaker" in app("point", "list").out
    )


@pytest.mark.parametrize(
    "arguments",
    [("add",), ("add", " "), ("add", "MAIN DOOR"), ("add", "X", "--rule", "twice"),
     ("add", "X", "--capacity", "0"), ("remove",)],
)  # fmt: skip
def test_wrong_points_end_with_2(app, arguments):
    assert app("point", *arguments).code == 2
    assert len(app("point", "list", "--json").document) == 1


def test_category_that_is_not_let_in_can_be_let_in_with_a_reason(app, code):
    app("point", "add", "Salonki", "--allow", "speaker")
    aino, matti = code("aino"), code("matti")

    assert verdicts(app("check-in", aino, matti, "--point", "salonki", "--json")) == [
        "welcome",
        "not_allowed",
    ]
    assert app("check-in", matti, "--point", "Salonki", "--force").code == 2
    let_in = app("check-in", matti, "--point", "Salonki", "--force", "--reason", "Avec", "--json")
    assert (let_in.code, let_in.document["verdict"]) == (0, "welcome")
    assert let_in.document["overridden"] == "not_allowed"
    assert app("check-in", "ABCDEFGHJK", "--force", "--reason", "x").code == 1


def test_going_out_and_in_again(app, code):
    app("point", "add", "Sali", "--rule", "inout")
    aino = code("aino")
    said = [
        app("check-in", aino, "--point", "Sali", "--desk", desk, *out, "--json").document
        for desk, out in (("A", ()), ("B", ()), ("A", ("--out",)), ("B", ()))
    ]
    assert [s["verdict"] for s in said] == ["welcome", "already_in", "welcome", "welcome"]
    assert [s["direction"] for s in said] == ["in", "in", "out", "in"]
    assert app("check-in", code("siiri"), "--point", "Sali", "--out").code == 0


def test_going_out_of_a_door_that_opens_once_does_not_open_it_again(app, code):
    aino = code("aino")
    app("check-in", aino, "--desk", "A")
    app("check-in", aino, "--desk", "A", "--out")
    assert app("status", "--json").document["inside"] == 0
    assert app("check-in", aino, "--desk", "B", "--json").document["verdict"] == "already_in"
    assert app("status", "--json").document["arrived"] == 1


def test_walk_in_is_registered_and_let_in(app):
    made = app(
        "walk-in", "--name", "Li Esimerkki", "--organisation", "Uusi Oy", "--category", "Lehdistö",
        "--json",
    )  # fmt: skip
    said = made.document
    assert (made.code, said["verdict"], said["name"]) == (0, "welcome", "Li Esimerkki")
    assert (said["organisation"], said["category"]) == ("Uusi Oy", "press")
    assert (
        app("check-in", said["code"], "--desk", "B", "--json").document["verdict"] == "already_in"
    )
    assert app("status", "--json").document["arrived"] == 1


def test_walk_in_over_capacity_and_alike_is_said_and_let_in(run, tmp_path):
    path = tmp_path / "small.nwapp"
    run("new", path, "--title", "Small", "--capacity", "1")
    assert run("-w", path, "walk-in", "--name", "Aino Aho").err == ""
    again = run("-w", path, "walk-in", "--name", "Aho, Aino", "--json")
    assert (again.code, again.document["over_capacity"]) == (0, True)
    assert again.document["similar"] == ["Aino Aho"]
    assert "full" in again.err
    assert run("-w", path, "walk-in", "--name", " ").code == 2
    assert run("-w", path, "walk-in").code == 2


def test_simulation_says_every_rule_and_writes_nothing(app, code):
    app("point", "add", "Salonki", "--allow", "speaker", "--from", "2026-11-26 9.00")
    matti = code("matti")
    asked = ("simulate", matti, "--point", "Salonki", "--at")
    early = app(*asked, "2026-11-26T08:59", "--json")
    late = app(*asked, "2026-11-26T09:00+02:00", "--json")
    assert (early.code, early.document["verdict"]) == (0, "outside_time")
    assert early.document["also"] == ["not_allowed"]
    assert late.document["verdict"] == "not_allowed"
    failed = [rule["rule"] for rule in early.document["rules"] if not rule["passed"]]
    assert failed == ["time", "category"]
    assert app("simulate", matti, "--json").document["verdict"] == "welcome"
    assert app("simulate", "NOBODY", "--json").document["verdict"] == "unknown"
    assert app("simulate", matti, "--at", "soon").code == 2
    assert "✗ Category" in app("simulate", matti, "--point", "Salonki").out
    assert app("status", "--json").document["arrived"] == 0


def test_simulation_knows_what_had_happened_by_then(app, code):
    aino = code("aino")
    at = app("check-in", aino, "--json").document["at"]
    before, after = "2020-01-01T00:00Z", "2099-01-01T00:00Z"
    assert at
    assert app("simulate", aino, "--at", before, "--json").document["verdict"] == "welcome"
    assert app("simulate", aino, "--at", after, "--json").document["verdict"] == "already_in"


def test_check_in_of_one_guest_is_taken_back_by_code(app, code):
    aino, matti = code("aino"), code("matti")
    app("check-in", aino, matti)

    undone = app("undo", "--code", aino, "--reason", "Wrong badge", "--json")

    assert (undone.code, undone.document["name"]) == (0, "Aino Pöyhönen")
    assert app("status", "--json").document["arrived"] == 1
    assert app("undo", "--code", aino).code == 1
    assert app("undo", "--code", "ABCDEFGHJK").code == 2
    assert app("check-in", aino, "--json").document["verdict"] == "welcome"


def test_notes_holds_and_blocks_come_with_the_import(run, app, code, tmp_path):
    file = tmp_path / "more.csv"
    file.write_text(
        "Name,Email,Check-in text,Hold at check-in,Blocked\n"
        "Ada Held,ada@example.org,,Give the envelope,\n"
        "Bea Shown,bea@example.org,Front row,no,\n"
        "Cia Blocked,cia@example.org,,,Banned in 2024\n"
        "Dia Free,dia@example.org,,,no\n",
        "utf-8",
    )
    assert app("import", file, "--json").document["new"] == 4
    names = ("Ada Held", "Bea Shown", "Cia Blocked", "Dia Free")
    codes = [code(name) for name in names]
    said = app("check-in", *codes, "--json")
    assert verdicts(said) == ["hold", "welcome", "blocked", "welcome"]
    assert [line["note"] for line in said.lines] == ["Give the envelope", "Front row", "", ""]
    assert "Banned in 2024" in app("check-in", codes[2]).out
    confirmed = app("check-in", codes[0], "--force", "--reason", "Given", "--json")
    assert confirmed.document["overridden"] == "hold"
    assert app("check-in", codes[0], "--desk", "B", "--json").document["verdict"] == "already_in"


def test_code_read_twice_at_once_is_told_apart_from_an_entry(app, code):
    aino = code("aino")
    first, second = app("check-in", aino, aino, "--desk", "A", "--json").lines
    assert (first["repeated"], first["desk"]) == (False, "A")
    assert (second["verdict"], second["repeated"]) == ("welcome", True)


def test_exit_is_taken_back_before_the_entry(app, code):
    aino = code("aino")
    app("check-in", aino)
    app("check-in", aino, "--out")
    first = app("undo", "--code", aino, "--json").document
    second = app("undo", "--code", aino, "--json").document
    assert (first["undone"], first["what"]) == ("check_out", "Exit of Aino Pöyhönen taken back")
    assert second["undone"] == "check_in"

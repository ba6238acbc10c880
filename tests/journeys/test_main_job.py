"""From a spreadsheet to guests with badges in their hands, by command and by keyboard."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from journeys import evening_sheet as sheet
from networking_app.app import command_line


@dataclass
class Said:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Run commands as they are typed in the folder of the event."""
    monkeypatch.chdir(tmp_path)

    def _run(*arguments: str, stdin: str = "") -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        code = command_line(arguments)
        caught = capsys.readouterr()
        return Said(code, caught.out, caught.err)

    return _run


def test_whole_job_by_command(run, tmp_path):
    sheet.write(tmp_path / "guests.xlsx")
    made = run("new", "evening.nwapp", "--title", "Team play", "--start", "2026-11-26T17:00")
    assert made.code == 0

    bring_the_guests(run)
    codes = draw_the_badges(run, tmp_path / "badges.pdf")
    let_them_in(run, codes)
    print_the_list(run, tmp_path)
    take_it_all_back(run, deeds=3)


def bring_the_guests(run):
    dry = run("import", "guests.xlsx", "--dry-run", "--json")
    assert run("status", "--json").document["registered"] == 0

    report = run("import", "guests.xlsx", "--json")

    said = report.document
    assert (report.code, said) == (1, dry.document)
    serious = [p for p in said.pop("problems") if p["severity"] != "note"]
    assert said == {"rows": 8, "new": 7, "updated": 0, "unchanged": 0, "skipped": 0}
    assert [(p["sheet"], p["row"], p["column"], p["kind"]) for p in serious] == [
        (sheet.FINNISH.sheet, 8, "Sähköposti", "email_incomplete"),
        (sheet.FINNISH.sheet, 12, "", "name_missing"),
    ]
    assert serious[0]["suggestion"] == "bjorn@example.com"
    again = run("import", "guests.xlsx", "--json").document
    assert (again["new"], again["updated"], again["unchanged"]) == (0, 0, 7)


def draw_the_badges(run, pdf):
    drawn = run("badges", pdf.name, "--json").document

    everybody = run("find", "--all", "--json").document
    with_a_place = [guest for guest in everybody if guest["status"] == "registered"]
    assert (drawn["badges"], drawn["pages"]) == (sheet.WITH_A_PLACE, 1)
    assert sorted(sheet.codes(pdf)) == sorted(guest["badge_code"] for guest in with_a_place)
    return {guest["name"]: guest["badge_code"] for guest in everybody}


def let_them_in(run, codes):
    (hit,) = run("find", "haro", "--json").document
    at_the_door = (
        codes["Aino Pöyhönen"], codes["Νίκος Παπαδόπουλος"], hit["code"], codes["Siiri Åkerblom"],
        "AAAAAAAAAA",
    )  # fmt: skip

    answers = run("check-in", "--desk", "Door A", "--json", stdin="\n".join(at_the_door)).lines

    assert [(a["verdict"], a["name"]) for a in answers] == [
        ("welcome", "Aino Pöyhönen"),
        ("welcome", "Νίκος Παπαδόπουλος"),
        ("welcome", "Matti Härö"),
        ("cancelled", "Siiri Åkerblom"),
        ("mistyped", ""),
    ]
    assert run("status", "--json").document == {
        "event": "Team play", "registered": 5, "cancelled": 1, "waiting": 1, "arrived": 3,
        "inside": 3,
    }  # fmt: skip


def print_the_list(run, folder):
    for name in ("guests.pdf", "guests.csv"):
        assert run("list", "attendees", name).code == 0

    paper = sheet.text(folder / "guests.pdf")
    table = (folder / "guests.csv").read_text("utf-8-sig")
    for word in ("Team play", "26.11.2026", "Härö, Matti", "Παπαδόπουλος, Νίκος", "Page 1 / 1"):
        assert word in paper
    assert paper.index("Pöyhönen, Aino") < paper.index("Åkerblom") < paper.index("Östergård")
    assert [diet for diet in sheet.DIETS if diet in table + paper] == []
    assert "'=1+1 Oy" in table


def take_it_all_back(run, deeds):
    for _ in range(deeds):
        assert run("undo").code == 0
    assert run("status", "--json").document["arrived"] == 0

    assert run("undo", "--json").document["undone"] == "import"

    assert run("find", "--all", "--json").document == []
    assert run("workspace", "check").code == 0

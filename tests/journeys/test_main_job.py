"""From a spreadsheet to guests with badges in their hands, by command and by keyboard."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journeys import evening_sheet as sheet
from journeys.pictures import NOW
from journeys.window import Program
from networking_app.app import command_line
from networking_app.gui.theme import look


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
    said = run("status", "--json").document
    assert [desk["arrived"] for desk in said.pop("desks")] == [3]
    assert sum(slot["arrived"] for slot in said.pop("per_10_min")) == 3
    assert [point["inside"] for point in said.pop("points")] == [3]
    assert said == {
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


@pytest.fixture
def program(qapp, tmp_path):
    seconds = count()
    opened = Program(tmp_path, lambda: NOW + timedelta(seconds=next(seconds)))
    opened.start()
    yield opened
    opened.close()
    look().use("light", percent=100, reduce_motion=True)


def test_whole_job_by_keyboard(program, tmp_path):
    make_the_event(program, tmp_path)
    import_the_sheet(program, sheet.write(tmp_path / "guests.xlsx"))
    codes = save_the_badges(program, tmp_path)
    scan_and_type(program, codes)
    save_the_list(program, tmp_path)
    undo_by_keys(program)


def make_the_event(program, folder):
    program.press("Ctrl+N")
    program.put("Team play")
    for text in ("26.11.2026", "", "17.00"):
        program.press("Tab")
        program.put(text)
    program.press("Enter")
    program.until(lambda: program.opening.room.office is not None)
    assert (folder / "Team play.nwapp").is_file()
    assert program.office.events.current().title == "Team play"


def import_the_sheet(program, file):
    def choose(dialog):
        dialog.selectFile(str(file))
        dialog.accept()

    program.window.navigate("import_guests")
    program.settle(20)
    program.answer_dialog(choose)
    program.press("Ctrl+O")
    program.until(lambda: program.page.report is not None)
    program.press("Enter")
    program.until(lambda: program.page.step == 2)
    assert len(guests(program)) == 7


def guests(program):
    office = program.office
    return {one.name: one for one in office.guests.all(office.events.current().id)}


def save(program, file):
    """Press Ctrl+S when the page is ready, take the name proposed, and wait for the file."""
    program.settle(40)
    program.press("Ctrl+S")
    program.until(QApplication.activeModalWidget)
    QApplication.activeModalWidget().accept()
    program.until(file.is_file)
    program.settle(20)


def save_the_badges(program, folder):
    program.press("Ctrl+4")
    file = folder / "Badges Team play.pdf"
    save(program, file)
    program.press("Enter")  # yes, all came out
    there = guests(program)
    expected = [one.badge_code for one in there.values() if one.status.value == "registered"]
    assert sorted(sheet.codes(file)) == sorted(expected)
    assert counts(program).badges_printed == sheet.WITH_A_PLACE
    return {name: one.badge_code for name, one in there.items()}


def counts(program):
    office = program.office
    return office.events.counts(office.events.current().id)


def scan_and_type(program, codes):
    program.press("Ctrl+3")
    program.settle(20)
    program.scan(codes["Aino Pöyhönen"])
    program.until(lambda: guests(program)["Aino Pöyhönen"].arrived)
    program.type("haro")
    program.settle(10)
    program.press("Enter")
    program.until(lambda: guests(program)["Matti Härö"].arrived)
    assert counts(program).arrived == 2


def save_the_list(program, folder):
    program.press("Ctrl+7")
    file = folder / "List of participants Team play.pdf"
    save(program, file)
    paper = sheet.text(file)
    for word in ("Team play", "26.11.2026", "Härö, Matti", "Παπαδόπουλος, Νίκος", "Page 1 / 1"):
        assert word in paper
    assert [diet for diet in sheet.DIETS if diet in paper] == []


def undo_by_keys(program):
    program.press("Ctrl+1")
    program.settle(20)
    program.press("Ctrl+Z")
    program.until(lambda: counts(program).arrived == 1)
    program.settle(40)
    program.press("Ctrl+Z")
    program.until(lambda: counts(program).arrived == 0)
    assert program.office.workspace.check().said == ()

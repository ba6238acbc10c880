"""The command line as its contract says: names of fields, one document, exit codes."""

from __future__ import annotations

import csv

import pypdfium2
import pytest
from openpyxl import load_workbook

from networking_app import __version__
from networking_app.domain.tickets import is_valid

VERDICT_FIELDS = {"code", "verdict", "name", "organisation", "category", "at"}
GUEST_FIELDS = {
    "name", "organisation", "email", "phone", "category", "status", "code", "badge_code", "arrived",
}  # fmt: skip


def found(run, workspace, text):
    return run("-w", workspace, "find", text, "--json").document


def test_version(run):
    assert run("--version").out.strip() == f"networking-app {__version__}"


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("find",),
        ("new",),
        ("--lang", "xx", "list"),
        ("list", "attendees"),
        ("new", "x.nwapp", "--title", "T", "--start", "tomorrow"),
        ("new", "x.nwapp", "--title", "T", "--capacity", "0"),
        ("new", "x.nwapp", "--title", " "),
    ],
)
def test_wrong_usage_ends_with_2(run, arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert run(*arguments).code == 2
    assert list(tmp_path.glob("*.nwapp")) == []


def test_new_refuses_to_write_over_a_workspace(run, workspace):
    before = workspace.read_bytes()

    answer = run("new", workspace, "--title", "Again")

    assert answer.code == 2
    assert "ilta.nwapp" in answer.err
    assert workspace.read_bytes() == before


def test_new_takes_partial_and_unknown_dates(run, tmp_path):
    assert run("new", tmp_path / "a.nwapp", "--title", "T", "--start", "2026-11").code == 0
    assert run("new", tmp_path / "b.nwapp", "--title", "T").code == 0


def test_import_reports_every_row(run, workspace, tmp_path):
    file = tmp_path / "rows.csv"
    file.write_text(
        "First name,Last name,Email\nAino,Aho,aino@example.com\n,,nobody@example.com\n"
        "Aino,Aho,other@example.com\nAino,Aho,aino@example.com\nLi,,li@example\n",
        "utf-8",
    )

    report = run("-w", workspace, "import", file, "--json")

    said = report.document
    assert report.code == 1
    assert (said["rows"], said["new"], said["skipped"]) == (5, 3, 1)
    kinds = {(p["row"], p["kind"], p["severity"]) for p in said["problems"]}
    assert (3, "name_missing", "error") in kinds
    assert (4, "same_name", "warning") in kinds
    assert (6, "email_incomplete", "warning") in kinds
    assert {p["file"] for p in said["problems"]} == {"rows.csv"}
    assert all(p["message"] for p in said["problems"])


def test_dry_run_says_the_same_and_changes_nothing(run, workspace, tmp_path):
    file = tmp_path / "rows.csv"
    file.write_text("First name,Last name,Email\nAino,Aho,aino@example.com\n", "utf-8")

    dry = run("-w", workspace, "import", file, "--dry-run", "--json").document
    empty = run("-w", workspace, "status", "--json").document
    real = run("-w", workspace, "import", file, "--json").document

    assert dry == real
    assert empty["registered"] == 0


def test_importing_again_changes_nothing(run, guests, tmp_path):
    again = run("-w", guests, "import", tmp_path / "guests.csv", "--json")

    assert again.code == 0
    assert again.document == {
        "rows": 4, "new": 0, "updated": 0, "unchanged": 4, "skipped": 0, "problems": [],
    }  # fmt: skip


def test_a_file_that_cannot_be_read_is_a_problem(run, workspace, tmp_path):
    (tmp_path / "bad.xlsx").write_bytes(b"PK\x03\x04 no archive")

    answer = run("-w", workspace, "import", tmp_path / "bad.xlsx", tmp_path / "no.csv", "--json")

    assert answer.code == 1
    assert answer.document["rows"] == 0
    assert [p["file"] for p in answer.document["problems"]] == ["bad.xlsx", "no.csv"]


def test_find_has_the_fields_of_the_contract(run, guests):
    (aino,) = found(run, guests, "poyhonen")

    assert set(aino) == GUEST_FIELDS
    assert aino["name"] == "Aino Pöyhönen"
    assert aino["phone"] == "+358401234567"
    assert aino["category"] == "speaker"
    assert aino["status"] == "registered"
    assert aino["arrived"] == ""
    assert is_valid(aino["code"])
    assert is_valid(aino["badge_code"])
    assert aino["code"] != aino["badge_code"]


@pytest.mark.parametrize(
    "text", ["haro", "Härö Matti", "matti haro", "matti@example.com", "biotuote"]
)
def test_find_folds_and_turns_around(run, guests, text):
    assert found(run, guests, text)[0]["name"] == "Matti Härö"


def test_find_all_is_in_finnish_order(run, guests):
    names = [g["name"] for g in run("-w", guests, "find", "--all", "--json").document]

    assert names == ["Matti Härö", "Aino Pöyhönen", "Siiri Åkerblom", "Björn Östergård"]
    assert len(run("-w", guests, "find", "--all", "--limit", "2", "--json").document) == 2


def test_find_reads_queries_from_standard_input(run, guests):
    answer = run("-w", guests, "find", "-", "--json", stdin="haro\nnobody like this\naino\n")

    assert [[g["name"] for g in line] for line in answer.lines] == [
        ["Matti Härö"],
        [],
        ["Aino Pöyhönen"],
    ]


def test_check_in_gives_every_verdict(run, guests, tmp_path):
    codes = {g["name"]: g["code"] for g in run("-w", guests, "find", "--all", "--json").document}
    aino, siiri, bjorn = (codes[n] for n in ("Aino Pöyhönen", "Siiri Åkerblom", "Björn Östergård"))
    slip = aino[:-1] + ("2" if aino[-1] != "2" else "3")
    typed = f" {aino[:5].lower()}-{aino[5:]} "

    first = run("-w", guests, "check-in", typed, "--desk", "A", "--json")
    rest = run(
        "-w", guests, "check-in", "--desk", "B", "--json",
        stdin=f"{aino}\n{siiri}\n\n{bjorn}\n{slip}\n4006381333931\n",
    )  # fmt: skip

    assert first.code == 0
    assert set(first.document) >= VERDICT_FIELDS
    assert first.document["verdict"] == "welcome"
    assert first.document["name"] == "Aino Pöyhönen"
    assert rest.code == 1
    assert [line["verdict"] for line in rest.lines] == [
        "already_in", "cancelled", "waiting", "mistyped", "unknown",
    ]  # fmt: skip
    assert rest.lines[0]["at"] == first.document["at"]


def test_the_same_code_at_once_at_the_same_desk_is_welcome_again(run, guests):
    code = found(run, guests, "aino")[0]["code"]

    answer = run("-w", guests, "check-in", code, code, "--desk", "A", "--json")

    assert [line["verdict"] for line in answer.lines] == ["welcome", "welcome"]
    assert run("-w", guests, "status", "--json").document["arrived"] == 1


def test_an_unknown_point_is_wrong_usage_and_names_the_known(run, guests):
    answer = run("-w", guests, "check-in", "X", "--point", "Cellar", "--json")

    assert answer.code == 2
    assert answer.document["error"] == "not_known"
    assert "Main door" in answer.document["message"]


def test_undo_takes_back_one_thing_after_another(run, guests):
    code = found(run, guests, "aino")[0]["code"]
    run("-w", guests, "check-in", code)

    first = run("-w", guests, "undo", "--json")
    second = run("-w", guests, "undo", "--json")
    run("-w", guests, "undo")
    last = run("-w", guests, "undo", "--json")

    assert first.document["undone"] == "check_in"
    assert second.document["undone"] == "import"
    assert last.code == 1
    assert last.document["error"] == "nothing_to_undo"
    assert run("-w", guests, "status").code == 0  # the event itself stays


def test_status_counts(run, guests):
    code = found(run, guests, "aino")[0]["code"]
    run("-w", guests, "check-in", code)

    said = run("-w", guests, "status", "--json").document
    [desk], [point], [slot] = said.pop("desks"), said.pop("points"), said.pop("per_10_min")
    assert said == {
        "event": "Verkostoitumisilta", "registered": 2, "cancelled": 1, "waiting": 1,
        "arrived": 1, "inside": 1,
    }  # fmt: skip
    assert (desk["arrived"], desk["last_10_min"], slot["arrived"]) == (1, 1, 1)
    assert (point["rule"], point["entered"], point["inside"]) == ("once", 1, 1)
    assert "2 registered" in run("-w", guests, "status").out


def test_badges(run, guests, tmp_path):
    answer = run("-w", guests, "badges", tmp_path / "b.pdf", "--json")
    one = run(
        "-w", guests, "badges", tmp_path / "one.pdf", "--only", "speaker",
        "--sheet", "label-90x54", "--layout", "plain", "--json",
    )  # fmt: skip

    assert (answer.document["badges"], answer.document["pages"]) == (2, 1)
    assert answer.document["notes"] == []
    assert one.document["badges"] == 1
    with pypdfium2.PdfDocument(tmp_path / "one.pdf") as document:
        assert document.get_page_size(0) == pytest.approx((90 / 25.4 * 72, 54 / 25.4 * 72), abs=0.2)


def test_lists_are_named_and_written(run, guests, tmp_path):
    names = [one["name"] for one in run("list", "--json").document]
    assert "attendees" in names
    assert run("list").out.splitlines()[0].startswith("attendees\t")

    pdf = run("-w", guests, "list", "attendees", tmp_path / "l.pdf", "--json")
    xlsx = run("-w", guests, "list", "contacts", tmp_path / "l.xlsx", "--json")
    text = run("--lang", "fi", "-w", guests, "list", "contacts", tmp_path / "l.csv")

    assert (pdf.document["rows"], pdf.document["pages"]) == (4, 1)
    cells = [[c.value for c in row] for row in load_workbook(tmp_path / "l.xlsx").active.rows]
    assert cells[1][0] == "Härö, Matti"
    assert xlsx.document["rows"] == len(cells) - 1
    assert text.code == 0
    raw = (tmp_path / "l.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[1][0] == "Härö, Matti"


def test_nothing_is_written_over_by_a_slip(run, guests, tmp_path):
    before = guests.read_bytes()
    (tmp_path / "sheet.xlsx").write_bytes(b"mine")

    assert run("-w", guests, "badges", guests).code == 2
    assert run("-w", guests, "workspace", "backup", guests).code == 2
    assert run("-w", guests, "workspace", "backup", tmp_path / "sheet.xlsx").code == 2
    assert guests.read_bytes() == before
    assert (tmp_path / "sheet.xlsx").read_bytes() == b"mine"


def test_badges_of_nobody_need_a_person(run, guests, tmp_path):
    answer = run("-w", guests, "badges", tmp_path / "b.pdf", "--only", "zzzz", "--json")

    assert answer.code == 1
    assert answer.document["error"] == "nobody_to_print"
    assert not (tmp_path / "b.pdf").exists()


def test_finding_nobody_says_so(run, guests):
    assert run("-w", guests, "find", "zzzzqq").out.strip() == "Nobody found."
    assert found(run, guests, "zzzzqq") == []


def test_window_without_a_display_is_a_sentence(run, guests, monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")

    answer = run("-w", guests, "window")

    assert answer.code == 3
    assert "display" in answer.err


@pytest.mark.parametrize(
    ("arguments", "known"),
    [
        (("list", "nonsense", "x.pdf"), "attendees"),
        (("list", "attendees", "x.doc"), ".xlsx"),
        (("badges", "x.pdf", "--layout", "nonsense"), "classic"),
        (("badges", "x.pdf", "--sheet", "nonsense"), "a4-10"),
    ],
)
def test_unknown_names_are_answered_with_the_known_ones(
    run, guests, arguments, known, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)

    answer = run("-w", guests, *arguments)

    assert answer.code == 2
    assert known in answer.err
    assert not (tmp_path / "x.pdf").exists()


def test_workspace_check_and_backup(run, guests, tmp_path):
    check = run("-w", guests, "workspace", "check", "--json")
    backup = run("-w", guests, "workspace", "backup", tmp_path / "copy.nwapp", "--json")

    assert check.document["ok"] is True
    assert backup.document["ok"] is True
    assert run("-w", tmp_path / "copy.nwapp", "status", "--json").document["registered"] == 2
    assert (tmp_path / "copy.nwapp.sha256").is_file()
    assert "in order" in run("-w", guests, "workspace", "check").out
    assert run("-w", guests, "workspace", "backup", tmp_path / "two.nwapp").code == 0


@pytest.mark.parametrize(
    ("content", "kind"),
    [(None, "file_missing"), (b"just text", "file_foreign"), (b"", "file_foreign")],
)
def test_a_workspace_that_cannot_be_opened_ends_with_3(run, tmp_path, content, kind):
    path = tmp_path / "x.nwapp"
    if content is not None:
        path.write_bytes(content)

    answer = run("-w", path, "status", "--json")

    assert answer.code == 3
    assert answer.document["error"] == kind
    assert answer.err.strip() == answer.document["message"]
    assert content is None or path.read_bytes() == content


def test_the_only_workspace_of_the_folder_is_used(run, guests, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert run("status", "--json").document["event"] == "Verkostoitumisilta"


def test_without_any_workspace_it_says_how_to_name_one(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    answer = run("status")

    assert answer.code == 2
    assert "-w" in answer.err


def test_demo_makes_the_example_once(run, tmp_path):
    folder = tmp_path / "demo"

    first = run("demo", folder)
    numbers = run("-w", folder / "example.nwapp", "status", "--json").document
    second = run("demo", folder)

    assert (first.code, second.code) == (0, 0)
    assert {p.name for p in folder.iterdir()} >= {"example.nwapp", "badges.pdf", "attendees.pdf"}
    assert numbers["registered"] > 150
    assert numbers["arrived"] > 100
    with pypdfium2.PdfDocument(folder / "badges.pdf") as document:
        assert len(document) >= 16


@pytest.mark.parametrize(("language", "word"), [("fi", "ilmoittautunut"), ("sv", "anmäld")])
def test_answers_are_in_the_language_asked_for(run, guests, language, word):
    answer = run("--lang", language, "-w", guests, "find", "aino")

    assert word in answer.out.casefold()

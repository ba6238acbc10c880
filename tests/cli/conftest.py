"""A command line in this process, with its output caught."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from networking_app.app import command_line

GUESTS = """\
Etunimi;Sukunimi;Sähköposti;Puhelin;Yritys;Rooli;Tila;Erityisruokavalio
Aino;Pöyhönen;aino@example.com;040 123 4567;Järvivesi Oy;Puhuja;;vegaani
Matti;Härö;matti@example.com;;Savon Biotuote;Osallistuja;;
Siiri;Åkerblom;siiri@example.com;;LUT-yliopisto;Osallistuja;Peruttu;
Björn;Östergård;bjorn@example.com;;Nordic Lab Ab;Osallistuja;Varasijalla;
"""


@dataclass
class Answer:
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
def run(capsys, monkeypatch):
    def _run(*arguments: object, stdin: str = "") -> Answer:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        code = command_line([str(a) for a in arguments])
        caught = capsys.readouterr()
        return Answer(code, caught.out, caught.err)

    return _run


@pytest.fixture
def workspace(tmp_path, run) -> Path:
    path = tmp_path / "ilta.nwapp"
    made = run(
        "new", path, "--title", "Verkostoitumisilta", "--start", "2026-11-26T09:00",
        "--end", "2026-11-26T16:00", "--place", "Mikkeli", "--capacity", "200",
    )  # fmt: skip
    assert made.code == 0
    return path


@pytest.fixture
def guests(tmp_path, run, workspace) -> Path:
    """The workspace with four guests."""
    file = tmp_path / "guests.csv"
    file.write_text(GUESTS, "utf-8-sig")
    answer = run("-w", workspace, "import", file, "--json")
    assert answer.document["new"] == 4
    return workspace

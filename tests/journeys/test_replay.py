"""A queue of scans goes through the program, which is killed time and again: each comes in once."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import networking_app
from networking_app.storage import database
from networking_app.storage.journal import length
from workspaces import author, enrol, make_database, make_event, tickets

GUESTS = 400
KILLS = 6


def desk(path: Path, number: int) -> subprocess.Popen[bytes]:
    """The command that reads a code on each line and answers at once."""
    source = str(Path(networking_app.__file__).parents[1])
    return subprocess.Popen(
        [sys.executable, "-m", "networking_app", "-w", path, "check-in", "--json",
         "--desk", f"Desk {number}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": source},
    )  # fmt: skip


def answers(
    child: subprocess.Popen[bytes], codes: list[str], seconds: float
) -> list[dict[str, str]]:
    """Hand in codes one by one, kill the desk after so many seconds; what it had answered."""
    said: list[dict[str, str]] = []
    until = None
    for code in codes:
        child.stdin.write(f"{code}\n".encode())
        child.stdin.flush()
        if until is None:
            said.append(json.loads(child.stdout.readline()))
            until = time.monotonic() + seconds
            continue
        if time.monotonic() > until:
            break  # killed with a code on its way
        said.append(json.loads(child.stdout.readline()))
    child.kill()
    child.communicate()
    return said


def test_killed_replay_loses_and_doubles_nobody(tmp_path):
    path, draw = tmp_path / "w.nwapp", random.Random(7)
    opened = make_database(path)
    event = make_event(opened)
    rows = enrol(opened, event, GUESTS)
    with opened.read() as connection:
        code_of = tickets(connection)
        before = length(connection)
    opened.close()
    waiting = [code_of[row] for row in rows]
    welcomed: set[str] = set()
    for number in range(KILLS):
        said = answers(desk(path, number), waiting, draw.uniform(0.02, 0.2))
        welcomed |= {answer["code"] for answer in said if answer["verdict"] == "welcome"}
        waiting = waiting[len(said) :]  # the one on its way is scanned again
    last = desk(path, KILLS)
    output, _ = last.communicate("\n".join(waiting).encode())
    said = [json.loads(line) for line in output.splitlines()]
    assert [answer["code"] for answer in said] == waiting
    # Written but not answered when the desk was killed: the next one hears "already in".
    cut_off = [answer["code"] for answer in said if answer["verdict"] == "already_in"]
    assert len(cut_off) <= KILLS
    assert {answer["verdict"] for answer in said} <= {"welcome", "already_in"}
    opened = database.open_workspace(path, author())
    with opened.read() as connection:
        found = connection.exec_driver_sql(
            "SELECT registration_id FROM check_in WHERE kind = 'in'"
        ).all()
        assert sorted(row for (row,) in found) == sorted(rows)
        assert length(connection) > before
    opened.close()

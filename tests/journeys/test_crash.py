"""The program is killed a hundred times in the middle of its work: what it confirmed is there."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import networking_app
from networking_app.storage import database
from networking_app.storage.entries import all_entries
from storage import oracle
from workspaces import author, contents, make_database, make_event

CHILD = Path(__file__).parent / "crash_child.py"
KILLS = 100
AT_ONCE = 2


def start(path: Path, event_id: str, number: int) -> subprocess.Popen[bytes]:
    folders = (Path(networking_app.__file__).parents[1], CHILD.parents[1])
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, folders))}
    return subprocess.Popen(
        [sys.executable, CHILD, path, event_id, str(number)],
        stdout=subprocess.PIPE,
        env=environment,
    )


def confirmed(children: list[subprocess.Popen[bytes]]) -> list[list[str]]:
    """Whole lines that the killed desks had written."""
    said = []
    for child in children:
        output, _ = child.communicate()
        whole = [line for line in output.splitlines(keepends=True) if line.endswith(b"\n")]
        said += [line.decode().split() for line in whole]
    return said


def test_killed_desk_has_lost_nothing_that_it_confirmed(tmp_path):
    path, draw = tmp_path / "w.nwapp", random.Random(5)
    opened = make_database(path)
    event_id = make_event(opened)
    opened.close()
    imports: set[str] = set()
    check_ins: set[str] = set()
    for number in range(0, KILLS, AT_ONCE):
        children = [start(path, event_id, number + n) for n in range(AT_ONCE)]
        for child in children:
            assert child.stdout is not None
            assert child.stdout.readline().strip() == b"ready"
        time.sleep(draw.uniform(0, 0.12))
        for child in children:
            child.kill()
        for word, key in confirmed(children):
            (imports if word == "import" else check_ins).add(key)
    assert len(imports) > KILLS / 4
    assert len(check_ins) > KILLS
    opened = database.open_workspace(path, author())
    with opened.read() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        found = contents(connection)
        assert found == oracle.of_file(connection)
        told = {entry.row for entry in all_entries(connection)}
    opened.close()
    assert check_ins <= found["check_in"].keys()
    assert {key for rows in found.values() for key in rows} == told
    guests = Counter(row["source"] for row in found["registration"].values())
    assert imports <= guests.keys()
    assert set(guests.values()) == {20}, "an import is whole, or there is no trace of it"
    deeds = [row for row in found["action"].values() if row["deed"] == "import"]
    assert len(deeds) == len(guests)

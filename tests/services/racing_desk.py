"""A desk in a process of its own that scans all tickets as fast as it can, each desk the same."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from networking_app.services.checkin import CheckIn
from networking_app.storage import database
from networking_app.storage.database import Author
from workspaces import tickets


def main(path: Path, event_id: str, number: int) -> None:
    """Wait for the word, scan, and say each answer."""
    author = Author(f"Desk {number}", lambda: time.time_ns() // 1_000_000)
    opened = database.open_workspace(path, author)
    desk = CheckIn(opened, author.device)
    door = desk.point(event_id)
    with opened.read() as connection:
        codes = sorted(tickets(connection).values())
    print("ready", flush=True)
    sys.stdin.readline()
    answers = [desk.scan(code, door).verdict.value for code in codes]
    opened.close()
    print(" ".join(answers))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

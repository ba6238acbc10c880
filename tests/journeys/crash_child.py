"""A desk that works until it is killed: says on its output what was confirmed, a line each."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from networking_app.services.checkin import CheckIn
from networking_app.services.enrolment import Enrolment
from networking_app.storage import database
from networking_app.storage.database import Author
from workspaces import made_up


def main(path: Path, event_id: str, number: int) -> None:
    """Import 20 guests, check them in, import the next."""
    author = Author(f"Desk {number}", lambda: time.time_ns() // 1_000_000)
    opened = database.open_workspace(path, author)
    here = CheckIn(opened, author.device)
    door = here.point(event_id)
    print("ready", flush=True)
    batch = 0
    while True:
        batch += 1
        source = f"{number}-{batch}.xlsx"
        with opened.write("import", {"file": source}) as writer:
            enrolment = Enrolment(writer, event_id, source)
            rows = [enrolment.add(made_up(n)) for n in range(20)]
        print("import", source, flush=True)
        for row in rows:
            print("in", here.admit(row, door).check_in_id, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

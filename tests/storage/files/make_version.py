"""Makes version_N.zip of the current schema, with a row in each table; run once a schema."""

from __future__ import annotations

import zipfile
from pathlib import Path

from networking_app.services.enrolment import Enrolment
from networking_app.storage import schema
from networking_app.storage.journal import Kind, shapes
from workspaces import desk, full, made_up, make_database, make_event


def make(path: Path) -> None:
    """Guests with everything, a check-in, and one more row in each table that is empty then."""
    path.unlink(missing_ok=True)
    opened = make_database(path)
    event = make_event(opened)
    with opened.write("import", {"count": 2}) as writer:
        enrolment = Enrolment(writer, event, "guests.xlsx")
        first = enrolment.add(full(0))
        enrolment.add(made_up(1, given="Aino", family="Pöyhönen"))
        enrolment.add(made_up(2, given="Åke", family="Åkerström"))
    here, door = desk(opened, event)
    here.admit(first, door)
    with opened.write("fill") as writer:
        raw = writer.connection.exec_driver_sql
        for table, shape in shapes().items():
            if raw(f'SELECT 1 FROM "{table}" LIMIT 1').first():
                continue
            parents = {
                f: raw(f'SELECT id FROM "{t}" LIMIT 1').scalar() for f, t in shape.parents.items()
            }
            texts = [f for f, v in shape.empty.items() if v == "" and f not in parents]
            words = {f: f"{table} {f}" for f in texts}
            add = writer.tell if shape.kind is Kind.FACT else writer.add
            add(table, **words, **{f: key for f, key in parents.items() if key})
            writer.flush()
    opened.close()


if __name__ == "__main__":
    stored = Path(__file__).parent / f"version_{schema.CURRENT}.zip"
    workspace = stored.with_suffix(".nwapp")
    make(workspace)
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(workspace, workspace.name)
    workspace.unlink()

"""networking-app import: registrations from files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from networking_app.cli.session import Exit, Session, complain, print_json, say
from networking_app.domain.imports import Outcome
from networking_app.domain.problems import Severity
from networking_app.support.i18n import gettext as _
from networking_app.wording import problems as wording

if TYPE_CHECKING:
    from networking_app.domain.imports import ImportReport
    from networking_app.domain.problems import Problem

_COUNTED = (Outcome.NEW, Outcome.UPDATED, Outcome.UNCHANGED, Outcome.SKIPPED)


def import_guests(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only report")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Import registrations; each row ends in the report, and the whole can be undone."""
    session: Session = context.obj
    office = session.open()
    try:
        event = office.events.current()
        opened = office.imports.open(files)
        if dry_run:
            report = office.imports.preview(event.id, opened)
        else:
            report = office.imports.run(event.id, opened, None if as_json else _progress)
    finally:
        office.close()
    if as_json:
        print_json(document(report))
    else:
        _say(report)
    serious = any(p.severity is not Severity.NOTE for p in all_problems(report))
    return Exit.NEEDS_A_PERSON if serious else Exit.DONE


def document(report: ImportReport) -> dict[str, Any]:
    """The report as the contract of the command line has it."""
    counts = {outcome.value: report.count(outcome) for outcome in _COUNTED}
    return {
        "rows": len(report.results),
        **counts,
        "problems": [
            {
                "file": p.file,
                "sheet": p.sheet,
                "row": p.row,
                "column": p.column,
                "severity": p.severity.value,
                "kind": str(p.kind),
                "message": wording.sentence(p),
                "suggestion": p.suggestion,
            }
            for p in all_problems(report)
        ],
    }


def all_problems(report: ImportReport) -> list[Problem]:
    """Problems of files and sheets, then those of the rows in order."""
    return [*report.problems, *(p for result in report.results for p in result.problems)]


def _say(report: ImportReport) -> None:
    for problem in all_problems(report):
        say(wording.line(problem))
    say(
        _(
            "{rows} rows: {new} new, {updated} updated, {unchanged} unchanged,"
            " {skipped} skipped, {problem} left out"
        ).format(rows=len(report.results), **{o.value: report.count(o) for o in Outcome})
    )


def _progress(done: int, total: int) -> bool:
    if sys.stderr.isatty():
        complain(_("{done} of {total}").format(done=done, total=total))
    return True

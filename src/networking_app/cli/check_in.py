"""networking-app check-in: let guests in by code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from networking_app.cli.session import Exit, Session, print_json, say
from networking_app.domain.checkin import Verdict
from networking_app.wording import checkin as wording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from networking_app.domain.checkin import ScanAnswer


def check_in(
    context: typer.Context,
    codes: Annotated[list[str] | None, typer.Argument(metavar="[CODE...]")] = None,
    desk: Annotated[str, typer.Option(help="Name of the desk", show_default=False)] = "",
    point: Annotated[str, typer.Option(help="Check-in point", show_default=False)] = "",
    *,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Check guests in; without codes one is read per line and answered at once."""
    session: Session = context.obj
    office = session.open(desk)
    all_welcome = True
    try:
        event = office.events.current()
        place = office.checkin.point(event.id, point)
        for code in codes or _lines():
            answer = office.checkin.scan(code, place)
            all_welcome &= answer.verdict is Verdict.WELCOME
            if as_json:
                print_json(document(answer))
            else:
                say(wording.sentence(answer, event.zone))
    finally:
        office.close()
    return Exit.DONE if all_welcome else Exit.NEEDS_A_PERSON


def document(answer: ScanAnswer) -> dict[str, str]:
    """One answer as the contract of the command line has it."""
    holder = answer.holder
    return {
        "code": answer.code,
        "verdict": answer.verdict.value,
        "name": holder.name if holder else "",
        "organisation": holder.organisation if holder else "",
        "category": holder.category if holder else "",
        "at": _stamp(answer.at) if answer.at else "",
        "desk": answer.desk,
    }


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _lines() -> Iterator[str]:
    """Codes from standard input, empty lines left out."""
    for line in iter(sys.stdin.readline, ""):
        code = line.strip()
        if code:
            yield code

"""networking-app check-in: let guests in or out by code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from networking_app.cli.session import Exit, Session, print_json, say
from networking_app.domain.checkin import Direction, Verdict
from networking_app.services.checkin import Override
from networking_app.support.i18n import gettext as _
from networking_app.wording import checkin as wording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from networking_app.domain.checkin import ScanAnswer


def check_in(  # noqa: PLR0913 (options of one command)
    context: typer.Context,
    codes: Annotated[list[str] | None, typer.Argument(metavar="[CODE...]")] = None,
    desk: Annotated[str, typer.Option(help="Name of the desk", show_default=False)] = "",
    point: Annotated[str, typer.Option(help="Check-in point", show_default=False)] = "",
    reason: Annotated[str, typer.Option(help="Why, with --force", show_default=False)] = "",
    *,
    out: Annotated[bool, typer.Option("--out", help="Guests go out")] = False,
    force: Annotated[bool, typer.Option("--force", help="Let in against the rules")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Check guests in; without codes one is read per line and answered at once."""
    if force and not reason.strip():
        raise typer.BadParameter(
            _("Letting somebody in against the rules needs a reason."), param_hint="--reason"
        )
    session: Session = context.obj
    office = session.open(desk)
    direction = Direction.OUT if out else Direction.IN
    override = Override(reason.strip()) if force else None
    all_welcome = True
    try:
        event = office.events.current()
        place = office.checkin.point(event.id, point)
        for code in codes or _lines():
            answer = office.checkin.scan(code, place, direction, override)
            all_welcome &= answer.verdict is Verdict.WELCOME
            if as_json:
                print_json(document(answer, office.desk))
            else:
                say(wording.sentence(answer, event.zone))
    finally:
        office.close()
    return Exit.DONE if all_welcome else Exit.NEEDS_A_PERSON


def document(answer: ScanAnswer, desk: str = "") -> dict[str, Any]:
    """One answer as the contract of the command line has it; `desk` read the code."""
    holder = answer.holder
    here = desk if answer.verdict is Verdict.WELCOME else ""
    return {
        "code": answer.code,
        "verdict": answer.verdict.value,
        "name": holder.name if holder else "",
        "organisation": holder.organisation if holder else "",
        "category": holder.category if holder else "",
        "at": stamp(answer.at) if answer.at else "",
        "desk": answer.desk or here,
        "direction": answer.direction.value,
        "note": holder.attention if holder else "",
        "also": [verdict.value for verdict in answer.also],
        "repeated": answer.repeated,
        "overridden": answer.over.value if answer.over else "",
    }


def stamp(moment: datetime) -> str:
    """A moment as all documents have it: ISO 8601 in UTC with milliseconds."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _lines() -> Iterator[str]:
    """Codes from standard input, empty lines left out."""
    for line in iter(sys.stdin.readline, ""):
        code = line.strip()
        if code:
            yield code

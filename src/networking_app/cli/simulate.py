"""networking-app simulate: what a point would answer at a moment, and why; nothing is written."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer

from networking_app.cli import check_in
from networking_app.cli.session import Exit, Session, print_json, say
from networking_app.domain.explained import explain
from networking_app.support.i18n import gettext as _
from networking_app.wording import checkin as wording
from networking_app.wording import explained

if TYPE_CHECKING:
    from networking_app.domain.checkin import Point, ScanAnswer
    from networking_app.domain.explained import RuleCheck


def simulate(
    context: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE")],
    point: Annotated[str, typer.Option(help="Check-in point", show_default=False)] = "",
    at: Annotated[str, typer.Option(help="ISO time; now if left out", show_default=False)] = "",
    *,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Say what a code would mean at a point and time, rule by rule; nobody is let in."""
    session: Session = context.obj
    office = session.open()
    try:
        event = office.events.current()
        place = office.checkin.point(event.id, point)
        moment = _moment(at, event.zone)
        answer = office.checkin.simulate(code, place, moment)
    finally:
        office.close()
    checks: tuple[RuleCheck, ...] = ()
    if answer.holder is not None:
        checks = explain(answer.holder, place, moment, answer.inside)
    if as_json:
        print_json(document(answer, place, checks, event.zone))
    else:
        say(wording.sentence(answer, event.zone))
        for check in checks:
            mark = "✓" if check.passed else "✗"
            say(f"{mark} {explained.step(check)}: {_why(check, answer, place)}")
    return Exit.DONE


def document(
    answer: ScanAnswer, point: Point, checks: tuple[RuleCheck, ...], zone: str
) -> dict[str, Any]:
    """The answer as `check-in` prints it, with the sentence and every rule."""
    return {
        **check_in.document(answer),
        "point": point.name,
        "sentence": wording.sentence(answer, zone),
        "rules": [
            {
                "rule": check.step.value,
                "passed": check.passed,
                "verdict": check.verdict.value if check.verdict else "",
                "why": _why(check, answer, point),
            }
            for check in checks
        ],
    }


def _why(check: RuleCheck, answer: ScanAnswer, point: Point) -> str:
    assert answer.holder is not None
    return explained.sentence(check, answer.holder, point)


def _moment(text: str, zone: str) -> datetime:
    """A moment as typed; without a zone it is meant on the clock of the event."""
    here = ZoneInfo(zone)
    if not text:
        return datetime.now(here)
    try:
        found = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise typer.BadParameter(
            _("“{text}” is no time. Write 2026-11-26T08:30.").format(text=text),
            param_hint="--at",
        ) from wrong
    return found if found.tzinfo else found.replace(tzinfo=here)

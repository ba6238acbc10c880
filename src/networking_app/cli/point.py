"""networking-app point: the check-in points of the event and their rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from networking_app.cli.session import Exit, Session, print_json, say
from networking_app.domain.points import PointKind, Rule, Window, format_windows, read_side
from networking_app.services.points import PointCounts, PointRules, category_of, rules_for
from networking_app.support.i18n import gettext as _
from networking_app.wording import points as wording

if TYPE_CHECKING:
    from networking_app.domain.points import Point

point = typer.Typer(no_args_is_help=True, help=_("Check-in points: doors, rooms, lunch, gifts."))


@point.command("add")
def add(  # noqa: PLR0913, PLR0917 (options of one command)
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME")],
    rule: Annotated[Rule, typer.Option(help="How often a guest may pass")] = Rule.ONCE,
    allow: Annotated[
        list[str] | None, typer.Option(help="Category that is let in", show_default=False)
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option(help="Tag that is let in", show_default=False)
    ] = None,
    kind: Annotated[PointKind | None, typer.Option(show_default=False)] = None,
    capacity: Annotated[int | None, typer.Option(min=1, show_default=False)] = None,
    opens: Annotated[str, typer.Option("--from", help="8.00", show_default=False)] = "",
    closes: Annotated[str, typer.Option("--until", help="10.00", show_default=False)] = "",
    *,
    per_day: Annotated[bool, typer.Option(help="Every day counts anew")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Add a check-in point; its kind is read from its name unless it is named."""
    if not name.strip():
        raise typer.BadParameter(_("A name is needed. Type one."), param_hint="NAME")
    guessed = rules_for(name, rule, tuple(dict.fromkeys(map(category_of, allow or ()))))
    rules = PointRules(
        name=name,
        kind=kind or guessed.kind,
        rule=rule,
        allowed=guessed.allowed,
        tags=tuple(tag or ()),
        windows=_windows(opens, closes),
        per_day=per_day,
        capacity=capacity,
    )
    session: Session = context.obj
    office = session.open()
    try:
        event = office.events.current()
        made = office.points.add(event.id, rules)
    finally:
        office.close()
    if as_json:
        print_json(document(made, PointCounts()))
    else:
        say(wording.line(made))
    return Exit.DONE


@point.command("list")
def list_points(
    context: typer.Context,
    *,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """List the check-in points with their rules and how many passed them."""
    session: Session = context.obj
    office = session.open()
    try:
        event = office.events.current()
        counts = office.points.counts(event.id)
        found = office.points.all(event.id)
    finally:
        office.close()
    if as_json:
        print_json([document(one, counts.get(one.id, PointCounts())) for one in found])
        return Exit.DONE
    for one in found:
        say(wording.line(one))
    return Exit.DONE


def document(one: Point, counts: PointCounts) -> dict[str, Any]:
    """A point as the contract of the command line has it."""
    return {
        "name": one.name,
        "rule": one.rule.value,
        "allow": list(one.allowed),
        "kind": one.kind.value,
        "tags": list(one.tags),
        "windows": format_windows(one.windows).splitlines(),
        "per_day": one.per_day,
        "capacity": one.capacity,
        "entered": counts.entered,
        "inside": counts.inside,
    }


def _windows(opens: str, closes: str) -> tuple[Window, ...]:
    try:
        sides = read_side(opens), read_side(closes)
    except ValueError as wrong:
        raise typer.BadParameter(
            _("“{text}” is no time. Write 8.00, or 2026-11-26 8.00.").format(text=wrong),
            param_hint="--from, --until",
        ) from wrong
    return (Window(*sides),) if any(sides) else ()

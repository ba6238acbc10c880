"""networking-app walk-in: register somebody who came without a registration, and let them in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from networking_app.cli import check_in
from networking_app.cli.session import Exit, Session, complain, print_json, say
from networking_app.domain.checkin import Verdict
from networking_app.domain.registration import GuestDetails
from networking_app.services import walk_in as services
from networking_app.services.points import category_of
from networking_app.support.i18n import gettext as _
from networking_app.wording import checkin as wording

if TYPE_CHECKING:
    from networking_app.services.walk_in import WalkIn


def walk_in(  # noqa: PLR0913 (options of one command)
    context: typer.Context,
    name: Annotated[str, typer.Option(help="As spoken, or Family, Given", show_default=False)],
    organisation: Annotated[str, typer.Option(show_default=False)] = "",
    category: Annotated[str, typer.Option(show_default=False)] = "",
    desk: Annotated[str, typer.Option(help="Name of the desk", show_default=False)] = "",
    point: Annotated[str, typer.Option(help="Check-in point", show_default=False)] = "",
    *,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Register a guest at the door and let them in; a full event is said, not refused."""
    if not name.strip():
        raise typer.BadParameter(_("A name is needed. Type one."), param_hint="--name")
    given, family = services.split_name(" ".join(name.split()))
    details = GuestDetails(
        given=given,
        family=family,
        organisation=" ".join(organisation.split()),
        category=category_of(category),
    )
    session: Session = context.obj
    office = session.open(desk)
    try:
        event = office.events.current()
        place = office.checkin.point(event.id, point)
        made = services.walk_in(office, event.id, place, details)
    finally:
        office.close()
    if as_json:
        print_json(document(made, office.desk))
    else:
        say(wording.sentence(made.answer, event.zone))
    for other in made.similar:
        complain(_("There is a guest like this already: {name}").format(name=other.name))
    if made.over_capacity:
        complain(_("The event was full already."))
    return Exit.DONE if made.answer.verdict is Verdict.WELCOME else Exit.NEEDS_A_PERSON


def document(made: WalkIn, desk: str) -> dict[str, Any]:
    """The answer as `check-in` prints it, with the new ticket and what a person should know."""
    return {
        **check_in.document(made.answer, desk),
        "code": made.code,
        "over_capacity": made.over_capacity,
        "similar": [guest.name for guest in made.similar],
    }

"""networking-app undo: take back the last action, or the last check-in of one guest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from networking_app.cli import check_in
from networking_app.cli.session import Exit, Session, print_json, say
from networking_app.domain.checkin import Direction
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import history as wording

if TYPE_CHECKING:
    from networking_app.services.office import Office


def undo(
    context: typer.Context,
    code: Annotated[str, typer.Option(help="Of the guest", show_default=False)] = "",
    reason: Annotated[str, typer.Option(help="Kept with --code", show_default=False)] = "",
    *,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Take back the last action that still stands, or with --code a guest's last check-in."""
    session: Session = context.obj
    office = session.open()
    try:
        if code:
            return _undo_check_in(office, code, reason, as_json=as_json)
        result = office.history.undo_last()
    finally:
        office.close()
    if result.deed is None:
        raise Trouble(TroubleKind.NOTHING_TO_UNDO)
    said = wording.sentence(result.deed)
    if as_json:
        print_json(
            {
                "undone": result.deed.deed,
                "what": said,
                "put_back": result.put_back,
                "kept": result.kept,
            }
        )
        return Exit.DONE
    say(wording.taken_back(result.deed))
    if result.kept:
        say(
            ngettext(
                "{count} later change was left alone.",
                "{count} later changes were left alone.",
                result.kept,
            ).format(count=result.kept)
        )
    return Exit.DONE


def _undo_check_in(office: Office, code: str, reason: str, *, as_json: bool) -> int:
    event = office.events.current()
    answer = office.checkin.undo_code(code, event.id, reason)
    if answer is None or answer.holder is None:
        raise Trouble(TroubleKind.NOTHING_TO_UNDO)
    went_out = answer.direction is Direction.OUT
    form = _("Exit of {name} taken back") if went_out else _("Check-in of {name} taken back")
    what = form.format(name=answer.holder.name)
    if as_json:
        said = check_in.document(answer)
        kept = ("code", "name", "organisation", "category", "at", "desk", "direction")
        print_json(
            {
                "undone": "check_out" if went_out else "check_in",
                "what": what,
                **{name: said[name] for name in kept},
            }
        )
    else:
        say(what)
    return Exit.DONE

"""networking-app undo: take back the last action."""

from __future__ import annotations

from typing import Annotated

import typer

from networking_app.cli.session import Exit, Session, print_json, say
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.support.i18n import ngettext
from networking_app.wording import history as wording


def undo(
    context: typer.Context,
    *,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Take back the last action that still stands."""
    session: Session = context.obj
    office = session.open()
    try:
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

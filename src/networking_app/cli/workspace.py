"""networking-app workspace: check the file, or copy it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from networking_app.cli.session import Exit, Session, print_json, say
from networking_app.support.i18n import gettext as _

workspace = typer.Typer(no_args_is_help=True)


@workspace.command("check")
def check(
    context: typer.Context,
    *,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Run the integrity and foreign-key checks."""
    session: Session = context.obj
    office = session.open()
    try:
        result = office.workspace.check()
    finally:
        office.close()
    if as_json:
        print_json({"ok": not result.said, "file": result.file, "problems": list(result.said)})
    else:
        for line in result.said:
            say(line)
        if not result.said:
            say(_("{file} is in order.").format(file=result.file))
    return Exit.NEEDS_A_PERSON if result.said else Exit.DONE


@workspace.command("backup")
def backup(
    context: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="OUT")],
    *,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Copy the workspace while it is in use; the copy is checked."""
    session: Session = context.obj
    office = session.open()
    try:
        made = office.workspace.backup(out)
    finally:
        office.close()
    if as_json:
        print_json({"ok": True, "file": str(made), "sha256": f"{made}.sha256"})
    else:
        say(_("Copied to {file} and checked.").format(file=made))
    return Exit.DONE

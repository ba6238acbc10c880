"""The command line: its commands, its common options, and how every run ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from networking_app import __version__
from networking_app.cli import (
    badges,
    check_in,
    demo,
    find,
    import_guests,
    list_guests,
    new,
    point,
    simulate,
    status,
    undo,
    walk_in,
    window,
    workspace,
)
from networking_app.cli.session import Exit, Session, exit_code, say, say_stopped, say_trouble
from networking_app.domain.problems import Trouble
from networking_app.support import i18n
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = (
    ("demo", demo.demo),
    ("new", new.new),
    ("import", import_guests.import_guests),
    ("find", find.find),
    ("check-in", check_in.check_in),
    ("walk-in", walk_in.walk_in),
    ("simulate", simulate.simulate),
    ("undo", undo.undo),
    ("badges", badges.badges),
    ("list", list_guests.list_guests),
    ("status", status.status),
    ("window", window.window),
)

# Typer carries its own copy of Click; the base of all wrong usage is only reached like this.
_UsageError: Any = typer.BadParameter.__base__


def run(session: Session, arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; every trouble ends as a sentence.

    Args:
        session: how workspaces are opened.
        arguments: without the program's name.
    """
    _speak_utf8()
    as_json = "--json" in arguments
    command = typer.main.get_command(_commands())
    try:
        result = command.main(
            list(arguments), prog_name="networking-app", standalone_mode=False, obj=session
        )
    except Trouble as trouble:
        say_trouble(trouble, as_json=as_json)
        return exit_code(trouble)
    except _UsageError as wrong:
        wrong.show()
        return Exit.WRONG_USAGE
    except typer.Exit as ended:
        return ended.exit_code
    except (typer.Abort, KeyboardInterrupt):
        say_stopped()
        return Exit.NEEDS_A_PERSON
    except BrokenPipeError:
        return Exit.ENVIRONMENT
    return int(result) if isinstance(result, int) else Exit.DONE


def _commands() -> typer.Typer:
    app = typer.Typer(
        name="networking-app",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help=_("Event registration, name badges and check-in on one laptop."),
    )
    app.callback()(_common)
    for name, command in COMMANDS:
        app.command(name)(command)
    app.add_typer(point.point, name="point")
    app.add_typer(workspace.workspace, name="workspace")
    return app


def _say_version(asked: bool) -> None:
    if asked:
        say(f"networking-app {__version__}")
        raise typer.Exit


def _common(
    context: typer.Context,
    workspace_file: Annotated[
        Path | None, typer.Option("-w", "--workspace", help="FILE.nwapp", show_default=False)
    ] = None,
    lang: Annotated[str, typer.Option("--lang", help="en, fi, sv", show_default=False)] = "",
    *,
    _version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True)
    ] = False,
) -> None:
    if lang:
        if lang not in i18n.languages():
            raise typer.BadParameter(lang, param_hint="--lang")
        i18n.use(lang)
    session = context.obj
    assert isinstance(session, Session)
    session.workspace = workspace_file


def _speak_utf8() -> None:
    """Read and write UTF-8 also where a Windows pipe would use a code page."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            errors = "replace" if stream is sys.stdin else "backslashreplace"
            reconfigure(encoding="utf-8", errors=errors)

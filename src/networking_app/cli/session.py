"""What every command shares: the workspace that was named, how answers are printed, exit codes."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.support.i18n import gettext as _
from networking_app.wording.problems import sentence_of_trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from networking_app.services.office import Office


class Exit(IntEnum):
    """Exit codes of every command."""

    DONE = 0
    NEEDS_A_PERSON = 1
    WRONG_USAGE = 2
    ENVIRONMENT = 3


_USAGE = {
    TroubleKind.NOT_KNOWN,
    TroubleKind.FILE_EXISTS,
    TroubleKind.FILE_NOT_NAMED,
    TroubleKind.BADGE_TOO_LARGE,
    TroubleKind.NAME_MISSING,
    TroubleKind.POINT_EXISTS,
}
_PERSON = {TroubleKind.NO_EVENT, TroubleKind.NOTHING_TO_UNDO, TroubleKind.NOBODY_TO_PRINT}


@dataclass(slots=True)
class Session:
    """One run of the command line.

    Attributes:
        opener: opens a workspace, given its path and the name of the desk ("" for the usual).
        maker: makes one, given its path.
        known: workspaces to use when none is named, the best first.
        window: opens the window; returns its exit code when it is closed.
        workspace: the one that was named.
    """

    opener: Callable[[Path, str], Office]
    maker: Callable[[Path], Office]
    known: Callable[[], list[Path]]
    window: Callable[[Path | None], int]
    workspace: Path | None = None

    def open(self, desk: str = "") -> Office:
        """Open the workspace that was named, or the one that is obviously meant.

        Raises:
            Trouble: there is none, or it cannot be opened.
        """
        if self.workspace is not None:
            return self.opener(self.workspace, desk)
        found = self.known()
        if not found:
            raise Trouble(TroubleKind.FILE_NOT_NAMED)
        return self.opener(found[0], desk)


def print_json(document: Any) -> None:
    """Print one JSON document, at once."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def say(text: str) -> None:
    """Print one line, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """Print one line about a trouble, where it does not disturb the answer."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def exit_code(trouble: Trouble) -> Exit:
    """Which exit code a trouble means."""
    if trouble.kind in _USAGE:
        return Exit.WRONG_USAGE
    return Exit.NEEDS_A_PERSON if trouble.kind in _PERSON else Exit.ENVIRONMENT


def say_trouble(trouble: Trouble, *, as_json: bool) -> None:
    """Say a trouble as a sentence, and as a document when one was asked for."""
    said = sentence_of_trouble(trouble)
    if as_json:
        print_json({"error": trouble.kind.value, "message": said})
    complain(said)


def say_stopped() -> None:
    """Say that the user stopped the command."""
    complain(_("Stopped. Nothing was changed."))

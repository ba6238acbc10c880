"""Starts the window or the command line."""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path


def main() -> None:
    """Run the command that the arguments name; without any, open the window."""
    multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    if not arguments or (arguments[0] == "window" and "--help" not in arguments):
        sys.exit(_window(arguments[1:]))
    # slow import: the window starts without the command line
    from networking_app.app import command_line  # noqa: PLC0415

    sys.exit(command_line(arguments))


def window() -> None:
    """Open the window, with the workspace that the arguments name."""
    multiprocessing.freeze_support()
    sys.exit(_window(sys.argv[1:]))


def _window(arguments: list[str]) -> int:
    # slow import: the command line needs no Qt
    from networking_app.app import open_window  # noqa: PLC0415

    return open_window(Path(arguments[0]) if arguments else None)


if __name__ == "__main__":
    main()

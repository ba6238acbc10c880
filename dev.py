#!/usr/bin/env python3
"""Everything a person does with this checkout: run, test, check, bench, setup, translate, lock.

Needs nothing but a Python of 3.11 to 3.13: the rest goes into `.venv` beside this file.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "packaging"))

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

import environment  # noqa: E402 (the folder has to be on the path first)
from environment import Trouble, say  # noqa: E402 (the same)

DEMO = "demo"
WHOLE_FLOORS = ("domain", "planning", "services", "wording")


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 checks failed, 3 the machine lacks it."""
    parser = argparse.ArgumentParser(prog="dev.py", description=_first_line(__doc__))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (call, takes_words) in COMMANDS.items():
        command = commands.add_parser(
            name, help=_first_line(call.__doc__), description=call.__doc__
        )
        if takes_words:
            command.add_argument("words", nargs=argparse.REMAINDER, help=takes_words)
    chosen = parser.parse_args(arguments)
    os.chdir(ROOT)
    try:
        environment.use_supported_python(sys.argv if arguments is None else ["dev.py", *arguments])
        return COMMANDS[chosen.command][0](getattr(chosen, "words", []))
    except Trouble as trouble:
        say(f"\n{trouble}")
        return 3
    except KeyboardInterrupt:
        return 130


def setup(_words: list[str]) -> int:
    """Make .venv with everything needed to run, test and change the app."""
    python = environment.ensure(dev=True)
    environment.ensure_libraries(environment.OFFSCREEN + environment.MULTIMEDIA)
    say(f"Ready: {python}")
    return 0


def run(words: list[str]) -> int:
    """Make the example event with its badges and list, and open the window."""
    python = environment.ensure(dev=False)
    wanted = environment.OFFSCREEN + (environment.WINDOW if environment.has_display() else ())
    can_show = environment.ensure_libraries(wanted, needed=False)
    environment.ensure_libraries(environment.MULTIMEDIA, needed=False)
    workspace = Path(words[0]) if words else ROOT / DEMO / "example.nwapp"
    if not words:
        _show_example(python)
    if not environment.has_display():
        say("This machine shows no screen, so the window stays closed. With one, run it again.")
        return 0
    if not can_show:
        say("With those libraries, run this again to open the window.")
        return 0
    say("Opening the window. Close it to come back here.")
    return _call([python, "-m", "networking_app", "window", str(workspace)])


def _show_example(python: Path) -> None:
    """Make the example unless it is there, and say where its files are."""
    files = [ROOT / DEMO / name for name in ("example.nwapp", "badges.pdf", "attendees.pdf")]
    if not all(file.is_file() for file in files):
        say("Making the example event…")
        if _call([python, "-m", "networking_app", "demo", str(ROOT / DEMO)], quiet=True) != 0:
            raise Trouble("The example could not be made; the lines above say why.")
    say("\nThe example event:")
    for file, what in zip(
        files, ("the workspace", "its name badges", "its attendee list"), strict=False
    ):
        say(f"  {file}  ({what})")
    say("")


def test(words: list[str]) -> int:
    """Run the tests on all cores, then hold the coverage gates; with WORDS only those, for pytest.

    The gates: 100 % of the branches in domain, planning, services and wording; 90 % overall.
    """
    python = environment.ensure(dev=True)
    environment.ensure_libraries(environment.OFFSCREEN + environment.MULTIMEDIA)
    if words:
        return _call([python, "-m", "pytest", *words], QT_QPA_PLATFORM="offscreen")
    _call([python, "-m", "coverage", "erase"])
    cores = str(min(os.cpu_count() or 1, 8))
    run_all: list[Path | str] = [
        python,
        "-m",
        "pytest",
        "-n",
        cores,
        "--dist",
        "worksteal",
        "--cov",
        "--cov-report=",
    ]
    if _call(run_all, QT_QPA_PLATFORM="offscreen") != 0:
        return 1
    inner = ",".join(f"*/networking_app/{floor}/*" for floor in WHOLE_FLOORS)
    report: list[Path | str] = [
        python,
        "-m",
        "coverage",
        "report",
        "--skip-covered",
        "--show-missing",
    ]
    say("\nCoverage of everything (at least 90 %):")
    overall = _call([*report, "--fail-under=90", "--format=text"])
    say(f"\nBranch coverage of {', '.join(WHOLE_FLOORS)} (100 %):")
    return 1 if overall | _call([*report, f"--include={inner}", "--fail-under=100"]) else 0


def check(_words: list[str]) -> int:
    """Check style, types, the walls between folders and the translations."""
    python = environment.ensure(dev=True)
    tools = python.parent
    checks: dict[str, Sequence[Path | str]] = {
        "style": [tools / "ruff", "check", "."],
        "format": [tools / "ruff", "format", "--check", "."],
        "types": [python, "-m", "mypy"],
        "types of the tools": [python, "-m", "mypy", "dev.py", *Path("packaging").glob("*.py")],
        "walls": [tools / "lint-imports"],
        "translations": [python, "packaging/catalogues.py", "--check"],
    }
    failed = []
    for name, command in checks.items():
        say(f"\n== {name}")
        if _call(command) != 0:
            failed.append(name)
    say(f"\nNot in order: {', '.join(failed)}" if failed else "\nEverything is in order.")
    return 1 if failed else 0


def bench(words: list[str]) -> int:
    """Measure everything, or only what WORDS name, and rewrite docs/benchmarks.md."""
    python = environment.ensure(dev=True)
    environment.ensure_libraries(environment.OFFSCREEN + environment.MULTIMEDIA)
    return _call([python, "packaging/benchmarks.py", *words], QT_QPA_PLATFORM="offscreen")


def translate(_words: list[str]) -> int:
    """Collect the texts of the app into the catalogues and compile them."""
    return _call([environment.ensure(dev=True), "packaging/catalogues.py"])


def lock(words: list[str]) -> int:
    """Pin the newest fitting releases with their hashes in packaging/requirements."""
    return _call([environment.ensure(dev=True), "packaging/lock.py", *words])


def _first_line(text: str | None) -> str:
    return (text or "").split("\n", maxsplit=1)[0]


def _call(command: Sequence[Path | str], *, quiet: bool = False, **variables: str) -> int:
    """Run a command in the checkout and return its exit code; `quiet` shows only its errors."""
    surroundings = {**os.environ, "PYTHONUTF8": "1", **variables}
    sys.stdout.flush()
    words = [str(word) for word in command]
    out = subprocess.DEVNULL if quiet else None
    return subprocess.run(words, cwd=ROOT, env=surroundings, stdout=out, check=False).returncode


COMMANDS: dict[str, tuple[Callable[[list[str]], int], str]] = {
    "run": (run, "a workspace to open instead of the example"),
    "test": (test, "what to hand to pytest, such as tests/domain or -k badge"),
    "check": (check, ""),
    "bench": (bench, "names of benchmarks, such as badges"),
    "setup": (setup, ""),
    "translate": (translate, ""),
    "lock": (lock, "options for uv, such as --upgrade"),
}

if __name__ == "__main__":
    sys.exit(main())

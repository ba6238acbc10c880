"""The checkout as the house tests see it: its Python files, parsed once, and its tracked files."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "networking_app"


_MADE = {"__pycache__", "dist", "build", "demo", "htmlcov"}


@cache
def tracked() -> tuple[Path, ...]:
    """Return the files that git keeps, or would if they were added now; also without git."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return tuple(_walk(ROOT))
    names = listed.decode("utf-8").split("\0")
    return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())


def _walk(folder: Path) -> Iterator[Path]:
    """Give the files under a folder without what tools made there."""
    for path in sorted(folder.iterdir()):
        if path.name in _MADE or path.name.endswith(".egg-info"):
            continue
        if path.is_file() and not path.name.startswith(".coverage"):
            yield path
        elif path.is_dir() and (not path.name.startswith(".") or path.name in (".ci", ".github")):
            yield from _walk(path)


@cache
def python_files() -> tuple[Path, ...]:
    """Return every Python file of the checkout."""
    return tuple(file for file in tracked() if file.suffix == ".py")


@cache
def parsed(file: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def place(file: Path, node: ast.AST | None = None) -> str:
    """Return where something stands, as a person would look for it."""
    line = getattr(node, "lineno", None)
    return file.relative_to(ROOT).as_posix() + (f":{line}" if line else "")


def modules(folder: str) -> dict[str, ast.Module]:
    """Return the modules directly in a folder of the package, parsed, by name."""
    files = [f for f in python_files() if f.parent == PACKAGE / folder and f.stem != "__init__"]
    return {file.stem: parsed(file) for file in files}


def assigned(module: ast.Module) -> set[str]:
    """Return the names a module gives a value, a function or a class at its top."""
    names: set[str] = set()
    for node in module.body:
        if isinstance(node, ast.Assign):
            names |= {t.id for t in node.targets if isinstance(t, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
    return names

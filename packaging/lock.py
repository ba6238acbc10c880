"""Pins every library with the hashes of all its files, for each supported line of Python.

Run as `python3 dev.py lock` (pins that still fit stay) or `python3 dev.py lock --upgrade`. It works
with uv in a folder of its own, resolves for Linux, macOS and Windows at once, and writes
packaging/requirements/pyXY.txt (what runs the app) and pyXY-dev.txt (that and the tools). Both
name the build backend too, because dev.py installs the checkout without build isolation.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from environment import ROOT, SUPPORTED, requirements, say

UV = "uv>=0.9"
_OWN = r"(?:python_full_version < '[\d.]+'|platform_python_implementation == 'CPython')"
_OWN_LINE = re.compile(rf" ; {_OWN}(?: and {_OWN})*(?= \\)|{_OWN} and | and {_OWN}")
_SPECIFIC = re.compile(r"https?://|file:|^/|--(extra-)?index-url|--find-links", re.MULTILINE)


def main(options: list[str]) -> int:
    """Write all requirement files anew."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        venv.create(folder / "uv", with_pip=True)
        place = folder / "uv" / ("Scripts" if os.name == "nt" else "bin")
        subprocess.run([place / "python", "-m", "pip", "install", "-q", UV], check=True)
        for line in sorted(SUPPORTED):
            project = _project(folder, line)
            for dev in (False, True):
                _compile(place / "uv", project, line, dev=dev, options=options)
    return 0


def _project(folder: Path, line: tuple[int, int]) -> Path:
    """Copy pyproject.toml with the build backend among the libraries, for one line of Python."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    backend = 'dependencies = [\n    "hatchling", "editables",\n'
    text = text.replace("dependencies = [\n", backend, 1)
    # PySide6 has no wheels for PyPy, which uv would try too once a library names it in a marker.
    only = f"python_version == '{line[0]}.{line[1]}'"
    only += " and platform_python_implementation == 'CPython'"
    text += f'\n[tool.uv]\nenvironments = ["{only}"]\n'
    project = folder / f"py{line[0]}{line[1]}" / "pyproject.toml"
    project.parent.mkdir()
    project.write_text(text, encoding="utf-8")
    return project


def _compile(
    uv: Path, project: Path, line: tuple[int, int], *, dev: bool, options: list[str]
) -> None:
    target = requirements(dev=dev, line=line)
    pins = project.parent / target.name
    if target.is_file():
        pins.write_bytes(target.read_bytes())
    command = [uv, "pip", "compile", "pyproject.toml", "--universal", "--generate-hashes", "-q"]
    command += ["--python-version", f"{line[0]}.{line[1]}", "--no-header", "--no-annotate"]
    command += ["--no-emit-index-url", "--no-emit-find-links", "-o", pins.name, *options]
    if dev:
        command += ["--extra", "dev", "-c", requirements(dev=False, line=line)]
    subprocess.run([str(c) for c in command], cwd=project.parent, check=True)
    # Each file is for one line of CPython; naming that again at each library only hides the rest.
    text = _OWN_LINE.sub("", pins.read_text(encoding="utf-8"))
    if _SPECIFIC.search(text):
        raise SystemExit(f"{target.name} would name a host or a folder of this machine")
    head = "# Written by `python3 dev.py lock`; change pyproject.toml instead.\n"
    target.write_text(head + text.removeprefix(head), encoding="utf-8", newline="\n")
    say(f"{target.relative_to(ROOT)}: {text.count('==')} libraries")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Makes `.venv` from the pinned requirements and finds or installs the system's own libraries.

Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / "networking-app.json"
REQUIREMENTS = ROOT / "packaging" / "requirements"
SUPPORTED = ((3, 13), (3, 12), (3, 11))
# Shared library and the Debian package it comes from.
OFFSCREEN = (
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
)
WINDOW = (
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libcups.so.2", "libcups2"),
)
# What QtMultimedia loads for the camera and the sounds; without them the app runs and says so.
MULTIMEDIA = (
    ("libpulse.so.0", "libpulse0"),
    ("libXrandr.so.2", "libxrandr2"),
    ("libXext.so.6", "libxext6"),
    ("libdrm.so.2", "libdrm2"),
)


class Trouble(Exception):
    """What this machine lacks and what to do about it, as sentences for the person at it."""


def say(text: str) -> None:
    """Print a line at once, also on a terminal that lacks a letter of it."""
    encoding = sys.stdout.encoding or "ascii"
    print(text.encode(encoding, "replace").decode(encoding), flush=True)


def use_supported_python(arguments: list[str]) -> None:
    """Go on under a supported Python where this one is not; raises Trouble where there is none."""
    if sys.version_info[:2] in SUPPORTED:
        return
    this = ".".join(map(str, sys.version_info[:2]))
    for major, minor in SUPPORTED:
        for command in ([f"python{major}.{minor}"], ["py", f"-{major}.{minor}"]):
            if shutil.which(command[0]) and _tries([*command, "-c", "import venv"]):
                say(f"This is Python {this}; going on with {' '.join(command)}.")
                sys.exit(subprocess.run([*command, *arguments], check=False).returncode)
    raise Trouble(
        f"This is Python {this}; Networking App needs 3.11, 3.12 or 3.13. Install one of them and"
        " run this file with it, for example: python3.13 dev.py run"
    )


def ensure(*, dev: bool) -> Path:
    """Return the Python of a `.venv` that holds what is pinned, made or renewed where need be.

    With `dev` also the tools for testing and changing. Quick when nothing changed.
    """
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    had = _stamp()
    if had.get("ready") == _fingerprint() and (had.get("dev") or not dev) and _answers(python):
        return python
    dev = dev or bool(had.get("dev"))
    if not _answers(python):
        _make(python)
    STAMP.unlink(missing_ok=True)
    file = requirements(dev=dev)
    download = "" if had else f"; this downloads about {'420' if dev else '320'} MB"
    say(f"Installing what {file.relative_to(ROOT)} pins{download}…")
    _pip(python, "install", "--require-hashes", "-r", str(file))
    say("Installing Networking App itself…")
    _pip(python, "install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    STAMP.write_text(json.dumps({"ready": _fingerprint(), "dev": dev}), encoding="utf-8")
    return python


def requirements(*, dev: bool, line: tuple[int, int] | None = None) -> Path:
    """Return the file that pins everything for this line of Python."""
    major, minor = line or sys.version_info[:2]
    return REQUIREMENTS / f"py{major}{minor}{'-dev' if dev else ''}.txt"


def has_display() -> bool:
    """Tell whether a window could be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_libraries(wanted: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """Return those libraries that the system does not find; none on Windows and macOS."""
    if not sys.platform.startswith("linux"):
        return []
    return [pair for pair in wanted if not _loads(pair[0])]


def ensure_libraries(wanted: tuple[tuple[str, str], ...], *, needed: bool = True) -> bool:
    """Install the libraries that Qt lacks, or print the line that does; True where all are there.

    Raises Trouble where they are `needed` and cannot be installed from here.
    """
    missing = missing_libraries(wanted)
    if not missing:
        return True
    packages = [package for _, package in missing]
    if _may_apt():
        say(f"Installing the system's {', '.join(packages)}…")
        _apt(packages)
        return True
    libraries = ", ".join(library for library, _ in missing)
    if shutil.which("apt-get"):
        line = _apt_line(packages)
        advice = f"Qt needs some libraries of the system. Install them with:\n\n  {line}\n"
    else:
        advice = (
            f"Qt needs some libraries of the system: {libraries}. Install the packages that hold"
            " them with this system's package tool (dnf, pacman, zypper…)."
        )
    if needed:
        raise Trouble(advice)
    say(advice)
    return False


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _make(python: Path) -> None:
    """Make an empty `.venv`, in the place of one that is broken or of another Python."""
    if VENV.exists():
        say("Renewing .venv: it was incomplete, moved or made by another Python.")
        shutil.rmtree(VENV)
    if importlib.util.find_spec("ensurepip") is None:
        _ensure_venv_package()
    say(f"Making .venv with Python {sys.version.split()[0]}…")
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False)
    if made.returncode != 0 or not _runs(python):
        shutil.rmtree(VENV, ignore_errors=True)
        raise Trouble(f"{sys.executable} could not make .venv; the lines above say why.")


def _ensure_venv_package() -> None:
    """Install what Debian takes out of its own Python, or say how."""
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if not shutil.which("apt-get"):
        raise Trouble("This Python lacks ensurepip. Install its venv package, then run this again.")
    if not _may_apt():
        raise Trouble(f"This Python cannot make a .venv yet. Run:\n\n  {_apt_line([package])}\n")
    say(f"Installing the system's {package}…")
    _apt([package])


def _may_apt() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt_line(packages: list[str]) -> str:
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"


def _apt(packages: list[str]) -> None:
    """Install packages as root; the lists are fetched where there are none or they are too old."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    lists = any(Path("/var/lib/apt/lists").glob("*Packages*"))
    if lists and _quietly(install, quiet):
        return
    _quietly(["apt-get", "update", "-qq"], quiet)
    if not _quietly(install, quiet):
        raise Trouble(f"apt-get could not install them. Try:\n\n  {_apt_line(packages)}\n")


def _quietly(command: list[str], surroundings: dict[str, str]) -> bool:
    """Run a command without its chatter; errors still show."""
    done = subprocess.run(command, env=surroundings, stdout=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def _pip(python: Path, *arguments: str) -> None:
    """Run pip of `.venv`, with its progress on a terminal; raises Trouble where it fails."""
    talk = () if sys.stdout.isatty() else ("--quiet",)
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    done = subprocess.run([*command, *arguments, *talk], cwd=ROOT, check=False)
    if done.returncode != 0:
        raise Trouble(
            "pip could not install everything; the lines above say why. Most often the network is"
            " away or slow: run this again, what was downloaded is kept."
        )


def _fingerprint() -> str:
    """Return what `.venv` was made from: the pins, the project file, the Python and the place."""
    total = hashlib.sha256()
    for file in (requirements(dev=False), requirements(dev=True), ROOT / "pyproject.toml"):
        # A checkout on Windows may have other line ends; that is no reason to install again.
        total.update(file.read_bytes().replace(b"\r\n", b"\n"))
    total.update(f"{sys.version_info[:2]} {ROOT}".encode("utf-8", "surrogateescape"))
    return total.hexdigest()


def _stamp() -> dict[str, object]:
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _runs(python: Path) -> bool:
    """Tell whether this Python starts and has pip."""
    return _tries([str(python), "-c", "import pip"])


def _answers(python: Path) -> bool:
    """Tell whether `.venv` starts, is of this line of Python, and lies where it was made."""
    wanted = f"({sys.version_info[0]}, {sys.version_info[1]})"
    code = (
        "import sys, pathlib, importlib.util as u;"
        f"assert sys.version_info[:2] == {wanted} and u.find_spec('pip');"
        f"assert pathlib.Path(sys.prefix).resolve() == pathlib.Path({str(VENV)!r}).resolve()"
    )
    return python.is_file() and _tries([str(python), "-c", code])


def _tries(command: list[str]) -> bool:
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0

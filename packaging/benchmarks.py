"""Runs the benchmarks of tests/bench, each in its own process, and rewrites docs/benchmarks.md.

Run as `python3 dev.py bench [NAME ...]`; with names only those sections are measured anew.
"""

from __future__ import annotations

import dataclasses
import importlib
import json
import math
import os
import platform
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from environment import ROOT, say

if TYPE_CHECKING:
    from collections.abc import Mapping

BENCH = ROOT / "tests" / "bench"
PAGE = ROOT / "docs" / "benchmarks.md"
_MARK = "RESULT "
_HEAD = """\
# Benchmarks

Written by `python3 dev.py bench`. Every figure stands beside its baseline from the same run on the
same machine: compare the ratios, not the figures. Times better above 1, worse below 1.
"""


def main(names: list[str]) -> int:
    """Measure, write the page, and return 1 where an aim was missed or a benchmark failed."""
    if names[:1] == ["--one"]:
        _measure_here(names[1])
        return 0
    known = sorted(f.stem.removeprefix("bench_") for f in BENCH.glob("bench_*.py"))
    if strange := sorted(set(names) - set(known)):
        say(f"There is no benchmark {', '.join(strange)}; there are: {', '.join(known)}")
        return 2
    text = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    sections = _sections(text)
    sections = {name: sections[name] for name in known if name in sections}
    failed = []
    for name in names or known:
        say(f"Measuring {name}…")
        result = _measure(name)
        if result is None:
            failed.append(name)
            continue
        sections[name] = _section(name, result)
        say(sections[name])
        failed += [name for row in result["rows"] if row["met"] is False]
    PAGE.parent.mkdir(exist_ok=True)
    body = "\n".join(sections[name] for name in sorted(sections))
    PAGE.write_text(f"{_HEAD}\n{body}", encoding="utf-8", newline="\n")
    if failed:
        say(f"Short of the aim or failed: {', '.join(dict.fromkeys(failed))}")
    return 1 if failed else 0


def _measure(name: str) -> dict[str, list[dict[str, object]]] | None:
    """Run one benchmark by itself, so that the memory and caches of another do not count."""
    paths = os.pathsep.join(str(ROOT / part) for part in ("src", "tests", "packaging"))
    done = subprocess.run(
        [sys.executable, __file__, "--one", name],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        check=False,
        encoding="utf-8",
    )
    lines = [li for li in done.stdout.splitlines() if li.startswith(_MARK)]
    return json.loads(lines[-1].removeprefix(_MARK)) if done.returncode == 0 and lines else None


def _measure_here(name: str) -> None:
    module = importlib.import_module(f"bench.bench_{name}")
    rows = [dataclasses.asdict(row) for row in module.measure()]
    title = getattr(module, "TITLE", name.replace("_", " ").capitalize())
    sys.stdout.buffer.write(f"{_MARK}{json.dumps({'title': title, 'rows': rows})}\n".encode())


def _sections(page: str) -> dict[str, str]:
    """Return the sections of the page as it is, by the name of their benchmark."""
    parts = re.split(r"^(?=## )", page, flags=re.MULTILINE)[1:]
    named = ((re.search(r"bench_(\w+)\.py", part), part) for part in parts)
    return {found[1]: part.rstrip() + "\n" for found, part in named if found}


def _section(name: str, result: Mapping[str, object]) -> str:
    machine = (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()},"
        f" Python {platform.python_version()}"
    )
    lines = [
        f"## {result['title']}",
        "",
        f"`tests/bench/bench_{name}.py` on {machine}.",
        "",
        "| what | measured | baseline | times better | aim | |",
        "|---|---:|---:|---:|---|---|",
    ]
    rows = result["rows"]
    assert isinstance(rows, list)
    notes: list[str] = []
    for row in rows:
        baseline = "" if row["baseline"] is None else f"{_number(row['baseline'])} {row['unit']}"
        ratio = "" if row["ratio"] is None else _number(row["ratio"])
        met = {True: "met", False: "**missed**", None: ""}[row["met"]]
        cells = (row["what"], f"{_number(row['value'])} {row['unit']}", baseline, ratio)
        lines.append("| " + " | ".join([*cells, row["aim"], met]).replace("\n", " ") + " |")
        if row["note"] and row["note"] not in notes:
            notes.append(row["note"])
    return "\n".join([*lines, "", *(f"- {note}" for note in notes), *([""] if notes else [])])


def _number(value: float) -> str:
    """Return three significant digits, thousands grouped."""
    if not math.isfinite(value):
        return "∞"
    if value == 0 or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.{max(0, 2 - math.floor(math.log10(abs(value))))}f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

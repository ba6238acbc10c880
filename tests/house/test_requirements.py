import re
import tomllib

import environment
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from house.tree import ROOT

PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.]+)(?: ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
FILES = [(line, dev) for line in environment.SUPPORTED for dev in (False, True)]


def _lines(line, dev):
    file = environment.requirements(dev=dev, line=line)
    return file.read_text(encoding="utf-8").splitlines()[1:]


def _pins(line, dev):
    found = filter(None, map(PIN.match, _lines(line, dev)))
    return {canonicalize_name(pin["name"]): pin["version"] for pin in found}


@pytest.mark.parametrize(("line", "dev"), FILES)
def test_requirements_hold_only_pins_with_hashes(line, dev):
    lines = _lines(line, dev)
    assert [li for li in lines if not (PIN.match(li) or HASH.match(li))] == []
    assert len(_pins(line, dev)) > 30
    for before, after in zip(lines, [*lines[1:], ""], strict=True):
        if PIN.match(before):
            assert HASH.match(after), before


@pytest.mark.parametrize(("line", "dev"), FILES)
def test_requirements_pin_what_the_project_file_asks_for(line, dev):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + (project["optional-dependencies"]["dev"] if dev else [])
    pins = _pins(line, dev)
    surroundings = {"python_version": "{}.{}".format(*line), "sys_platform": "win32"}
    for text in [*wanted, "hatchling", "editables"]:
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate(surroundings):
            version = pins.get(canonicalize_name(requirement.name))
            assert version is not None, f"{text}: run python3 dev.py lock"
            assert requirement.specifier.contains(version), f"{text}: run python3 dev.py lock"


@pytest.mark.parametrize("line", environment.SUPPORTED)
def test_tools_come_on_top_of_the_same_libraries(line):
    assert _pins(line, dev=False).items() <= _pins(line, dev=True).items()

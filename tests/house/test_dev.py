import json
import subprocess
import sys

import environment
import pytest
from environment import Trouble

from house.tree import ROOT


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """Another checkout, so that this one's .venv stays as it is."""
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "STAMP", tmp_path / ".venv" / "networking-app.json")
    monkeypatch.setattr(environment, "REQUIREMENTS", tmp_path)
    (tmp_path / "pyproject.toml").write_bytes(b"a\nb\n")
    for dev in (False, True):
        environment.requirements(dev=dev).write_bytes(b"x==1\n")
    return tmp_path


def _ready(checkout, **stamp):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", checkout / ".venv"], check=True)
    (checkout / "pip.py").write_text("")
    found = json.dumps({"ready": environment._fingerprint(), **stamp})
    environment.STAMP.write_text(found, encoding="utf-8")


def test_ensure_does_nothing_when_nothing_changed(checkout, monkeypatch, capsys):
    _ready(checkout, dev=True)
    monkeypatch.setattr(environment, "_answers", lambda python: python.is_file())
    monkeypatch.setattr(environment, "_pip", None)
    assert environment.ensure(dev=True) == environment.ensure(dev=False)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("stamp", ["", "{", "[1]", '{"ready": "other", "dev": true}'])
def test_ensure_installs_again_when_the_stamp_says_otherwise(checkout, monkeypatch, stamp):
    _ready(checkout, dev=True)
    environment.STAMP.write_text(stamp, encoding="utf-8")
    monkeypatch.setattr(environment, "_answers", lambda python: python.is_file())
    calls = []
    monkeypatch.setattr(environment, "_pip", lambda _python, *words: calls.append(words))
    environment.ensure(dev=False)
    assert calls[0][:3] == ("install", "--require-hashes", "-r")
    assert calls[1][-2:] == ("--editable", str(checkout))
    assert environment._stamp()["ready"] == environment._fingerprint()


def test_a_venv_without_pip_or_of_another_place_does_not_answer(checkout):
    python = environment.VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    assert not environment._answers(python)
    _ready(checkout)
    assert not environment._answers(python)


def test_fingerprint_changes_with_the_pins_but_not_with_the_line_ends(checkout):
    before = environment._fingerprint()
    (checkout / "pyproject.toml").write_bytes(b"a\r\nb\r\n")
    assert environment._fingerprint() == before
    environment.requirements(dev=True).write_bytes(b"x==2\n")
    assert environment._fingerprint() != before


def test_a_missing_library_is_named_with_the_line_that_installs_it(monkeypatch, capsys):
    wanted = (("libno-such-thing.so.9", "libno-such-thing9"),)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(environment, "_may_apt", lambda: False)
    monkeypatch.setattr(environment.shutil, "which", lambda _name: "/usr/bin/apt-get")
    line = "sudo apt-get install --no-install-recommends libno-such-thing9"
    assert environment.ensure_libraries(wanted, needed=False) is False
    assert line in capsys.readouterr().out
    with pytest.raises(Trouble, match=line):
        environment.ensure_libraries(wanted)
    monkeypatch.setattr(environment.shutil, "which", lambda _name: None)
    with pytest.raises(Trouble, match=r"libno-such-thing\.so\.9"):
        environment.ensure_libraries(wanted)


def test_an_old_python_is_told_which_ones_work(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(environment.shutil, "which", lambda _name: None)
    with pytest.raises(Trouble, match=r"This is Python 3\.9; Networking App needs 3\.11"):
        environment.use_supported_python(["dev.py", "run"])


def test_dev_names_its_commands():
    said = subprocess.run(
        [sys.executable, ROOT / "dev.py", "--help"], capture_output=True, check=True
    ).stdout.decode()
    for command in ("run", "test", "check", "bench", "setup", "translate", "lock"):
        assert f"    {command} " in said or f"    {command}\n" in said


def test_ci_runs_the_same_two_commands_as_a_person():
    text = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "set -euo pipefail" in text
    assert text.splitlines()[-2:] == ["python3 dev.py test", "python3 dev.py check"]

import os
import subprocess
import sys
import zipfile

import pytest

import networking_app
from house.tree import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    target = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index"]
    subprocess.run([*command, "--target", str(target), str(wheel)], check=True)
    return target


def _run(installed, tmp_path, *arguments):
    # The copy is gone when coverage is reported, so it is not measured.
    kept = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    variables = {**kept, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=tmp_path,
        env=variables,
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout


def test_wheel_holds_every_resource_of_the_checkout(wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"networking_app/{file.relative_to(ROOT).as_posix()}"
        for file in (ROOT / "resources").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert wanted - inside == set()
    folders = {name.split("/")[2] for name in wanted if name.count("/") > 2}
    assert {"fonts", "icons", "translations", "example", "badge_templates", "style"} <= folders


def test_wheel_installed_elsewhere_uses_its_own_files(installed, tmp_path):
    code = (
        "from networking_app.support import resources, i18n;"
        "print(resources.folder(), i18n.languages())"
    )
    assert _run(installed, tmp_path, "-c", code).strip() == (
        f"{installed / 'networking_app' / 'resources'} ('en', 'fi', 'sv')"
    )


def test_wheel_installed_elsewhere_tells_its_version(installed, tmp_path):
    said = _run(installed, tmp_path, "-m", "networking_app", "--version")
    assert networking_app.__version__ in said


def test_wheel_installed_elsewhere_names_the_lists(installed, tmp_path):
    assert "attendees" in _run(installed, tmp_path, "-m", "networking_app", "list")

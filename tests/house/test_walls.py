import sys

from importlinter.cli import lint_imports

from house.tree import PACKAGE, ROOT

FLOORS = {
    "cli", "documents", "domain", "exchange", "gui", "planning", "services", "storage", "support",
    "sync", "wording",
}  # fmt: skip
MODULES = {"__init__", "__main__", "app"}


def test_imports_point_down_only(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", list(sys.path))
    code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert code == 0, capsys.readouterr().out


def test_there_is_no_new_top_folder_or_module():
    inside = {p for p in PACKAGE.iterdir() if p.name != "__pycache__"}
    assert {p.name for p in inside if p.is_dir()} == FLOORS
    assert {p.stem for p in inside if p.suffix == ".py"} == MODULES

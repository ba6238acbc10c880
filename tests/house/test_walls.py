import subprocess
import sys

from house.tree import PACKAGE, ROOT

FLOORS = {
    "cli", "documents", "domain", "exchange", "gui", "planning", "services", "storage", "support",
    "sync", "wording",
}  # fmt: skip
MODULES = {"__init__", "__main__", "app"}
# A process of its own: it switches all loggers off.
LINT = (
    "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
)


def test_imports_point_down_only():
    command = [sys.executable, "-c", LINT]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == 0, done.stdout.decode("utf-8", "replace")


def test_there_is_no_new_top_folder_or_module():
    inside = {p for p in PACKAGE.iterdir() if p.name != "__pycache__"}
    assert {p.name for p in inside if p.is_dir()} == FLOORS
    assert {p.stem for p in inside if p.suffix == ".py"} == MODULES

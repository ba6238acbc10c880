import os
import subprocess
import sys

import pytest

HEAVY = (
    "reportlab", "alembic", "openpyxl", "xlsxwriter", "python_calamine", "qrcode", "pypdfium2",
    "phonenumbers", "email_validator", "zxingcpp", "cryptography", "PySide6.QtMultimedia",
)  # fmt: skip
# The event loop is replaced by a look at what has been loaded once the window stands.
LOOK = """
import sys, time
from PySide6.QtWidgets import QApplication

def look(*_):
    end = time.monotonic() + 1.5
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    heavy = sorted(set({heavy!r}) & set(sys.modules))
    print("shown", bool(shown), "heavy", *heavy)
    return 0

QApplication.exec = look
from networking_app.__main__ import main
sys.argv = ["networking-app", *{arguments!r}]
sys.exit(main())
"""


def _look(tmp_path, *arguments):
    code = LOOK.format(heavy=HEAVY, arguments=arguments)
    variables = {**os.environ, "NETWORKING_APP_HOME": str(tmp_path), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        env=variables,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


@pytest.fixture
def workspace(tmp_path):
    file = tmp_path / "evening.nwapp"
    command = [sys.executable, "-m", "networking_app", "new", str(file), "--title", "Evening"]
    subprocess.run(command, check=True, capture_output=True)
    return str(file)


def test_first_window_of_a_new_user_loads_no_heavy_library(tmp_path):
    assert _look(tmp_path, "window") == "shown True heavy"


def test_first_window_of_an_event_loads_no_heavy_library(tmp_path, workspace):
    assert _look(tmp_path, "window", workspace) == "shown True heavy"

"""Nothing tracked may tell where it was made or where its libraries came from."""

import re
from pathlib import Path

from house import tree
from house.tree import ROOT, place, tracked

# Written apart, so that this file does not find itself.
_HOSTS = [
    ("py", "pi.org"), ("python", "hosted.org"), ("npm", "js.org"), ("npm", "js.com"),
    ("deb.", "debian.org"), ("crates", ".io"), ("proxy.", "golang.org"), ("conda", ".io"),
]  # fmt: skip
_FOLDERS = [("/ro", "ot/"), ("/wo", "rk/main"), ("/wo", "rk/shared"), ("/opt/", "pypi")]
BINARY = {".ttf", ".png", ".mo", ".wav", ".xlsx", ".xls", ".ods", ".pdf", ".nwapp", ".ico", ".zip"}


def _texts():
    for file in tracked():
        if file.suffix not in BINARY:
            yield file, file.read_text(encoding="utf-8", errors="replace")


def _found(words):
    pattern = re.compile("|".join(re.escape(word) for word in words))
    return [(place(file), hit[0]) for file, text in _texts() if (hit := pattern.search(text))]


def test_no_tracked_file_names_a_package_registry():
    assert _found(["".join(parts) for parts in _HOSTS]) == []


def test_no_tracked_file_names_a_folder_of_the_machine_it_was_made_on():
    here = [str(p) for p in (ROOT, Path.home()) if len(p.parts) > 2]
    assert _found(["".join(parts) for parts in _FOLDERS] + here) == []


def test_the_files_are_found_without_git_too():
    assert set(tracked()) - set(tree._walk(ROOT)) == set()


def test_no_tracked_file_is_left_half_merged_or_unfinished():
    words = "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"])
    marks = re.compile(rf"^(<{{7}} |>{{7}} )|\b({words})\b", re.MULTILINE)
    code = [(f, t) for f, t in _texts() if f.suffix in {".py", ".toml", ".yml", ".qss", ".po"}]
    assert [(place(file), hit[0]) for file, text in code if (hit := marks.search(text))] == []

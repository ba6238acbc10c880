import inspect
from importlib import import_module

import pytest

from house.tree import ROOT, assigned, modules, parsed
from networking_app.documents.badges.elements import ELEMENTS
from networking_app.documents.lists import LISTS
from networking_app.documents.lists.definition import AttendeeList
from networking_app.exchange.importers import IMPORTERS
from networking_app.gui.pages import PAGES


def test_every_page_in_its_folder_is_in_pages():
    there = {name for name, module in modules("gui/pages").items() if "PAGE" in assigned(module)}
    assert sorted(page.__name__.rpartition(".")[2] for page in PAGES) == sorted(there)
    assert there != set()


def test_every_importer_in_its_folder_is_in_importers():
    found = modules("exchange/importers").items()
    there = {n for n, m in found if "LAYOUT" in assigned(m) or {"sniff", "read"} <= assigned(m)}
    assert sorted(i.__name__.rpartition(".")[2] for i in IMPORTERS) == sorted(there)


def test_every_list_in_its_folder_is_in_lists():
    there = []
    for name in modules("documents/lists"):
        module = import_module(f"networking_app.documents.lists.{name}")
        there += [v for v in vars(module).values() if isinstance(v, AttendeeList)]
    assert sorted(one.name for one in LISTS) == sorted({one.name for one in there})


def test_every_badge_element_in_its_folder_is_in_elements():
    there = set()
    for name in modules("documents/badges/elements"):
        module = import_module(f"networking_app.documents.badges.elements.{name}")
        there |= {
            value
            for value in vars(module).values()
            if inspect.isclass(value)
            and value.__module__ == module.__name__
            and "KIND" in vars(value)
        }
    assert set(ELEMENTS) == there


@pytest.mark.parametrize(
    "names",
    [
        [page.__name__ for page in PAGES],
        [one.name for one in LISTS],
        [element.KIND for element in ELEMENTS],
        [importer.__name__ for importer in IMPORTERS],
    ],
)
def test_no_name_is_registered_twice(names):
    assert len(names) == len(set(names))


def test_every_benchmark_has_a_title_and_measures():
    for file in sorted((ROOT / "tests" / "bench").glob("bench_*.py")):
        assert {"TITLE", "measure"} <= assigned(parsed(file)), file.name

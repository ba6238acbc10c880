import ast

import catalogues
import pytest
from babel.messages.catalog import Catalog

from house.tree import PACKAGE, parsed, place, python_files

CALLS = {"_": 1, "gettext": 1, "ngettext": 2, "pgettext": 2, "N_": 1}


@pytest.fixture(scope="module")
def source():
    return catalogues.template()


def test_there_are_finnish_and_swedish():
    assert {"fi", "sv"} <= set(catalogues.languages())


@pytest.mark.parametrize("language", catalogues.languages())
def test_every_text_is_translated_with_its_placeholders_and_compiled(language, source):
    assert list(catalogues.problems(language, source)) == []


def test_the_template_is_up_to_date(source):
    file = catalogues.FOLDER / "networking_app.pot"
    assert file.read_bytes() == catalogues.po_bytes(source)


def test_texts_are_written_out_where_they_are_translated():
    """What the extraction cannot read would stay English for ever."""
    computed = []
    for file in python_files():
        if not file.is_relative_to(PACKAGE) or file.name == "i18n.py":
            continue
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                texts = node.args[: CALLS.get(node.func.id, 0)]
                if not all(isinstance(t, ast.Constant) for t in texts):
                    computed.append(place(file, node))
    assert computed == []


@pytest.mark.parametrize(
    ("text", "translation", "fault"),
    [
        ("{n} rows", "{n} riviä", ""),
        ("{n} rows", "", "is not translated"),
        ("{n} rows", "{m} riviä", "has other placeholders: '{m} riviä'"),
        ("{n} rows", "riviä", "has other placeholders: 'riviä'"),
        ("{n} rows", "{n riviä", "has other placeholders: '{n riviä'"),
        ("rows", "riviä\n", "begins or ends with other blanks"),
        (("{n} row", "{n} rows"), ("yksi rivi", "{n} riviä"), ""),
        (("{n} row", "{n} rows"), ("{n} rivi", ""), "is not translated"),
        (
            ("{n} row", "{n} rows"),
            ("{n} rivi", "{k} riviä"),
            "has a placeholder of its own: '{k} riviä'",
        ),
    ],
)
def test_fault_names_what_is_wrong_with_a_translation(text, translation, fault):
    message = Catalog(locale="fi").add(text, translation)
    assert catalogues._fault(message, 2) == fault


def test_fault_refuses_a_translation_marked_fuzzy():
    message = Catalog(locale="fi").add("rows", "riviä", flags=["fuzzy"])
    assert catalogues._fault(message, 2) == "is marked fuzzy"

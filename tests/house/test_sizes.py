import ast

from house.tree import PACKAGE, ROOT, parsed, place, python_files

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def test_files_have_at_most_400_lines():
    lines = {place(f): len(f.read_text(encoding="utf-8").splitlines()) for f in python_files()}
    assert {name: count for name, count in lines.items() if count > 400} == {}


def test_app_has_at_most_120_lines():
    assert len((PACKAGE / "app.py").read_text(encoding="utf-8").splitlines()) <= 120


def test_functions_have_at_most_50_lines():
    too_long = [
        (place(file, node), node.name, node.end_lineno - node.lineno + 1)
        for file in python_files()
        for node in ast.walk(parsed(file))
        if isinstance(node, FUNCTIONS) and node.end_lineno - node.lineno >= 50
    ]
    assert too_long == []


def test_classes_have_at_most_25_methods():
    too_large = [
        (place(file, node), node.name)
        for file in python_files()
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.ClassDef) and sum(isinstance(n, FUNCTIONS) for n in node.body) > 25
    ]
    assert too_large == []


def test_every_module_says_what_it_is_for():
    silent = [
        place(file)
        for file in python_files()
        if file.is_relative_to(ROOT / "src")
        and not ast.get_docstring(parsed(file))
        and parsed(file).body
    ]
    assert silent == []


def test_imports_inside_functions_carry_their_reason():
    reasons = ("slow import", "optional dependency")
    without = []
    for file in python_files():
        if not file.is_relative_to(ROOT / "src"):
            continue
        lines = file.read_text(encoding="utf-8").splitlines()
        for function in (n for n in ast.walk(parsed(file)) if isinstance(n, FUNCTIONS)):
            for node in ast.walk(function):
                if isinstance(node, (ast.Import, ast.ImportFrom)):
                    around = " ".join(lines[node.lineno - 4 : node.end_lineno])
                    if not any(reason in around for reason in reasons):
                        without.append(place(file, node))
    assert sorted(set(without)) == []

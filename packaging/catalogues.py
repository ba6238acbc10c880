"""Collects the app's texts into the catalogues, compiles them, and tells what is missing.

Run as `python3 dev.py translate`. It writes resources/translations/networking_app.pot, brings each
LANG/LC_MESSAGES/networking_app.po up to date (what was translated stays, new texts come empty, gone
ones move to the end) and compiles the .mo beside it. Files hold no dates, line numbers or machine
paths, so the same source gives the same bytes. A new language: make its folder and run it.
"""

from __future__ import annotations

import io
import re
import string
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from environment import ROOT, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages.catalog import Message

FOLDER = ROOT / "resources" / "translations"
SOURCE = ROOT / "src" / "networking_app"
DOMAIN = "networking_app"
# Texts named in a table and translated where they are shown are marked by N_("…").
_KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None}
_DATED = re.compile(
    r'^"(?:POT-Creation-Date|PO-Revision-Date|Generated-By|Language-Team|Last-Translator'
    r"|Report-Msgid-Bugs-To): .*\n",
    re.MULTILINE,
)
_ANY_DAY = datetime(2026, 1, 1, tzinfo=UTC)


def template() -> Catalog:
    """Return the catalogue of all texts in the source, none translated."""
    catalogue = Catalog(
        project="Networking App", version="1", copyright_holder="its authors", charset="utf-8"
    )
    found = extract_from_dir(str(SOURCE), keywords=_KEYWORDS, comment_tags=("Translators:",))
    for name, _line, text, comments, context in sorted(found, key=lambda one: (one[0], one[1])):
        place = (SOURCE / name).relative_to(ROOT).as_posix()
        catalogue.add(text, None, [(place, 0)], auto_comments=comments, context=context)
    return catalogue


def languages() -> list[str]:
    """Return the languages there is a folder for."""
    return sorted(p.name for p in FOLDER.iterdir() if p.is_dir())


def po_file(language: str) -> Path:
    """Return the file a translator edits."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(language: str) -> Catalog:
    """Return the catalogue of a language as it lies in its file, empty where there is none."""
    file = po_file(language)
    if not file.is_file():
        return Catalog(locale=language, project="Networking App", version="1", fuzzy=False)
    with file.open("rb") as source:
        return read_po(source, locale=language, abort_invalid=True)


def po_bytes(catalogue: Catalog) -> bytes:
    """Return the text form, the same for the same texts."""
    out = io.BytesIO()
    write_po(out, catalogue, width=100, sort_by_file=True, include_lineno=False)
    text = out.getvalue().decode("utf-8")
    return re.sub(
        r"^#.*Translations template.*\n", "", _DATED.sub("", text), flags=re.MULTILINE
    ).encode()


def mo_bytes(catalogue: Catalog) -> bytes:
    """Return the compiled form, the same for the same texts."""
    catalogue.creation_date = catalogue.revision_date = _ANY_DAY
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def updated(language: str, source: Catalog) -> Catalog:
    """Return a language's catalogue with exactly the texts of the source."""
    catalogue = read(language)
    catalogue.update(source, no_fuzzy_matching=True, update_header_comment=False)
    catalogue.header_comment = f"# {catalogue.locale.english_name} texts of Networking App."
    catalogue.fuzzy = False
    return catalogue


def problems(language: str, source: Catalog) -> Iterator[str]:
    """Tell what keeps a language from being complete, one sentence for each text."""
    catalogue = read(language)
    where = po_file(language).relative_to(ROOT).as_posix()
    for message in source:
        if not message.id:
            continue
        found = catalogue.get(message.id, message.context)
        what = "is missing" if found is None else _fault(found, catalogue.num_plurals)
        if what:
            first = message.id if isinstance(message.id, str) else message.id[0]
            yield f"{where}: {first!r} {what}"
    for message in catalogue:
        if message.id and source.get(message.id, message.context) is None:
            yield f"{where}: {message.id!r} is no longer in the source"
    mo = po_file(language).with_suffix(".mo")
    if not mo.is_file() or mo.read_bytes() != mo_bytes(catalogue):
        yield f"{mo.relative_to(ROOT).as_posix()} is out of date; run python3 dev.py translate"


def _fault(message: Message, plurals: int) -> str:
    """Return what is wrong with one translation, empty where it is right."""
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    texts = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    if message.fuzzy:
        return "is marked fuzzy"
    if len(texts) != (1 if len(ids) == 1 else plurals) or not all(texts):
        return "is not translated"
    wanted = frozenset[str]().union(*map(placeholders, ids))
    for text in texts:
        # "One guest" may leave out {n}; a name that the source lacks would fail when shown.
        if len(ids) == 1 and placeholders(text) != wanted:
            return f"has other placeholders: {text!r}"
        if not placeholders(text) <= wanted:
            return f"has a placeholder of its own: {text!r}"
    if any(t[:1].isspace() != ids[0][:1].isspace() or t[-1:] == "\n" != ids[0][-1:] for t in texts):
        return "begins or ends with other blanks"
    return ""


def placeholders(text: str) -> frozenset[str]:
    """Return the names in braces; a brace that does not close is a name of its own."""
    try:
        return frozenset(
            name for _, name, _, _ in string.Formatter().parse(text) if name is not None
        )
    except ValueError:
        return frozenset([text])


def main(options: list[str]) -> int:
    """Write the catalogues, or with --check only tell what is not in order."""
    source = template()
    if "--check" not in options:
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / f"{DOMAIN}.pot").write_bytes(po_bytes(source))
        for language in languages():
            file = po_file(language)
            file.parent.mkdir(exist_ok=True)
            catalogue = updated(language, source)
            file.write_bytes(po_bytes(catalogue))
            file.with_suffix(".mo").write_bytes(mo_bytes(read(language)))
    found = [text for language in languages() for text in problems(language, source)]
    for text in found:
        say(text)
    say(
        f"{sum(1 for m in source if m.id)} texts, {len(languages())} languages,"
        f" {len(found)} problems"
    )
    # While translating, what is still empty is the work list, not a failure.
    return 1 if found and "--check" in options else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

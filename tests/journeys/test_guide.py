"""The guides say what the window and the command line say; their pictures are made here.

python3 dev.py test tests/journeys/test_guide.py --pictures    writes docs/pictures anew
"""

from __future__ import annotations

import re
import shutil
from itertools import product
from pathlib import Path
from urllib.parse import unquote

import pytest
from babel.messages.pofile import read_po
from PIL import Image

from journeys import pictures
from networking_app.cli.main import COMMANDS
from networking_app.cli.session import Exit
from networking_app.domain.checkin import Verdict
from networking_app.gui.pages import PAGES
from networking_app.gui.theme import look
from networking_app.support import resources

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
GUIDES = {language: DOCS / f"guide.{language}.md" for language in pictures.LANGUAGES}
TEXTS = (*sorted(ROOT.glob("*.md")), *sorted(DOCS.glob("*.md")))
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
BOLD = re.compile(r"\*\*([^*]+)\*\*")


@pytest.fixture(scope="module")
def examples(tmp_path_factory):
    """Makes the example event once for each language."""
    made = {}

    def example(language: str) -> Path:
        if language not in made:
            folder = tmp_path_factory.mktemp(language)
            made[language] = pictures.example(folder, language)
        return made[language]

    return example


@pytest.fixture
def plain_look(qapp):
    yield
    look().use("light", percent=100, reduce_motion=True)


@pytest.mark.usefixtures("plain_look")
@pytest.mark.parametrize(("name", "language"), [*product(pictures.PICTURES, pictures.LANGUAGES)])
def test_the_window_gives_the_picture(name, language, examples, tmp_path, request):
    if pictures.PICTURES[name].in_example:
        shutil.copy(examples(language), tmp_path / pictures.EXAMPLE)

    picture, texts = pictures.take(name, language, tmp_path)

    file = pictures.FOLDER / f"{name}.{language}.png"
    if request.config.getoption("--pictures", default=False):
        pictures.write(picture, file)
    colours = picture.getcolors(picture.width * picture.height)
    assert len(colours) > 30  # something is drawn
    assert [text for text in texts if str(tmp_path) in text] == []
    with Image.open(file) as kept:
        assert kept.width == picture.width


def test_every_page_has_a_picture():
    shown = {
        "first-start", "event", "readiness", "participants", "import", "desk-welcome", "badges",
        "reports", "backups", "points",
    }  # fmt: skip
    assert shown <= set(pictures.PICTURES)
    assert {page.__name__.rpartition(".")[2] for page in PAGES} == {
        "home", "readiness", "participants", "import_guests", "desk", "badges", "reports",
        "settings", "points",
    }  # fmt: skip


def test_pictures_are_small_and_used():
    files = sorted(pictures.FOLDER.iterdir())
    assert [file.name for file in files if file.stat().st_size > pictures.LARGEST] == []
    used = "".join(guide.read_text("utf-8") for guide in GUIDES.values())
    assert [file.name for file in files if f"pictures/{file.name}" not in used] == []


@pytest.mark.parametrize("text", TEXTS, ids=lambda file: file.name)
def test_links_lead_somewhere(text):
    wrong = []
    for link in LINK.findall(text.read_text("utf-8")):
        place, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", place):
            continue
        target = (text.parent / unquote(place)).resolve() if place else text
        is_there = target.exists()
        if not is_there or (anchor and unquote(anchor) not in _anchors(target)):
            wrong.append(link)
    assert wrong == []


def _anchors(file: Path) -> set[str]:
    """Anchors of the headings, as code hosts make them."""
    found = set()
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("#"):
            words = line.lstrip("#").strip().lower()
            found.add(re.sub(r"[^\w\- ]", "", words).replace(" ", "-"))
    return found


def _interface(language: str) -> set[str]:
    """Every text of the interface; where numbers stand in it, the words before them too."""
    file = resources.folder() / "translations" / "fi" / "LC_MESSAGES" / "networking_app.po"
    with file.open("rb") as po:
        catalogue = read_po(po, locale="fi")
    texts: set[str] = set()
    for message in catalogue:
        told = message.id if language == "en" else message.string
        texts.update(told if isinstance(told, tuple) else (told,))
    return texts | {text.partition("{")[0].strip(" (") for text in texts if "{" in text}


@pytest.mark.parametrize("language", GUIDES)
def test_bold_words_stand_in_the_window(language):
    bold = BOLD.findall(GUIDES[language].read_text("utf-8"))
    said = [words for words in bold if not words.endswith((":", "?"))]  # those begin a paragraph
    known = _interface(language) | {"bold", "Lihavoidut"}
    known |= {"Diet and access needs", "Ruokavalio ja esteettömyystarpeet"}
    assert len(said) > 40
    assert [words for words in said if " ".join(words.split()) not in known] == []


@pytest.mark.parametrize("file", [ROOT / "README.md", *GUIDES.values()], ids=lambda f: f.name)
def test_every_command_is_told(file):
    text = file.read_text("utf-8")
    commands = [*(name for name, _ in COMMANDS), "workspace check", "workspace backup"]
    assert [name for name in commands if f"`{name}" not in text] == []


@pytest.mark.parametrize("language", GUIDES)
def test_exit_codes_and_verdicts_are_told(language):
    text = GUIDES[language].read_text("utf-8")
    assert [code for code in Exit if f"\n| {code.value} | " not in text] == []
    assert [verdict for verdict in Verdict if f"`{verdict.value}`" not in text] == []


def test_both_guides_have_the_same_sections():
    shapes = {
        language: [
            (line.count("#", 0, 4), line.count("|"), line.startswith("!["))
            for line in guide.read_text("utf-8").splitlines()
            if line.startswith(("#", "|", "!["))
        ]
        for language, guide in GUIDES.items()
    }
    assert shapes["en"] == shapes["fi"]

"""Makes the pictures of the guides from the real window."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from journeys import evening_sheet
from journeys.window import Program
from networking_app.domain.points import PointKind, Rule, Window
from networking_app.domain.registration import Guest, Status
from networking_app.services.example import build_example
from networking_app.services.office import new_office
from networking_app.services.points import rules_for

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
LANGUAGES = ("en", "fi")
EXAMPLE = "example.nwapp"
SIZE = (1280, 800)
LARGEST = 150_000  # bytes of a picture
NOW = datetime(2026, 11, 26, 9, 5, tzinfo=ZoneInfo("Europe/Helsinki"))


@dataclass(frozen=True)
class Words:
    """What is typed in a picture, in the language of its reader."""

    title: str
    file: str
    desk: str
    room: str
    note: str
    sheet: evening_sheet.Wording


WORDS = {
    "en": Words(
        "Networking evening",
        "guests.xlsx",
        "Desk A",
        "Sauna lounge",
        "Send to the info desk first",
        evening_sheet.ENGLISH,
    ),
    "fi": Words(
        "Verkostoitumisilta",
        "ilmoittautuneet.xlsx",
        "Tiski A",
        "Saunakabinetti",
        "Ohjaa ensin infopisteelle",
        evening_sheet.FINNISH,
    ),
}


def _first(_program: Program, _folder: Path, _words: Words) -> None:
    """The window opens like this."""


def _new_event(program: Program, _folder: Path, words: Words) -> None:
    program.press("Ctrl+N")
    program.put(words.title)
    for text in ("26.11.2026", "", "17.00", "20.00", "Mikkeli", "120"):
        program.press("Tab")
        program.put(text)


def _import(program: Program, folder: Path, words: Words) -> None:
    sheet = evening_sheet.write(folder / words.file, words.sheet)
    program.window.navigate("import_guests", files=[sheet])


def _participants(program: Program, _folder: Path, _words: Words) -> None:
    office = program.office
    (guest,) = office.guests.find(office.events.current().id, "Poyhonen Aino", 1)
    program.window.navigate("participants", person=guest.id)


def _welcome(program: Program, _folder: Path, _words: Words) -> None:
    guest = _expected(program)
    program.window.navigate("desk")
    program.settle()
    program.scan(guest.badge_code)


def _search(program: Program, _folder: Path, _words: Words) -> None:
    program.window.navigate("desk")
    program.settle()
    program.put("korho")


def _expected(program: Program) -> Guest:
    """A guest who has yet to come and has all that a badge shows."""
    office = program.office
    guests = office.guests.all(office.events.current().id)
    expected = (g for g in guests if g.status is Status.REGISTERED and not g.arrived)
    return next(g for g in expected if g.organisation and g.title)


def _note(program: Program, _folder: Path, words: Words) -> None:
    guest = _expected(program)
    program.office.guests.set_attention(guest.id, words.note, holds=True)
    program.window.navigate("desk")
    program.settle()
    program.scan(guest.badge_code)


def _points(program: Program, _folder: Path, words: Words) -> None:
    office = program.office
    rules = rules_for(words.room, Rule.IN_AND_OUT, ("speaker", "vip"))
    lounge = Window("09:00", "17:00")
    made = office.points.add(
        office.events.current().id,
        replace(rules, kind=PointKind.ROOM, capacity=12, windows=(lounge,)),
    )
    program.window.navigate("points", point=made.id)


def _try_rules(program: Program, _folder: Path, words: Words) -> None:
    _points(program, _folder, words)
    program.settle()
    program.window.navigate("points", tab="try")
    program.settle()
    card = program.page.try_
    card.points.setCurrentIndex(card.points.count() - 1)
    card.choose(_expected(program))


def _kiosk(program: Program, _folder: Path, _words: Words) -> QWidget:
    office = program.office
    office.points.set_pin(office.events.current().id, "246810")
    program.opening.room.preferences.change(kiosk_prints=False)
    program.opening.kiosk.area = QRect(0, 0, *SIZE)
    program.opening.kiosk.start()
    program.until(program.opening.kiosk.is_open)
    return program.opening.kiosk.window


def _walk_in(program: Program, _folder: Path, _words: Words) -> None:
    program.window.navigate("desk")
    program.settle()
    program.press("F2")
    program.put("Helmi")
    program.press("Tab")
    program.put("Korhonen")


def _page(name: str) -> Callable[[Program, Path, Words], None]:
    def show(program: Program, _folder: Path, _words: Words) -> None:
        program.window.navigate(name)

    return show


def _backups(program: Program, _folder: Path, _words: Words) -> QWidget:
    program.window.navigate("settings")
    program.settle()
    program.page.backup.now.click()
    program.settle(20)
    return program.page.backup


@dataclass(frozen=True)
class Shot:
    """How the window comes to show something; it may name the part to draw."""

    show: Callable[[Program, Path, Words], QWidget | None]
    in_example: bool = True


PICTURES = {
    "first-start": Shot(_first, in_example=False),
    "new-event": Shot(_new_event, in_example=False),
    "event": Shot(_page("home")),
    "import": Shot(_import),
    "participants": Shot(_participants),
    "badges": Shot(_page("badges")),
    "desk-welcome": Shot(_welcome),
    "desk-search": Shot(_search),
    "walk-in": Shot(_walk_in),
    "desk-note": Shot(_note),
    "readiness": Shot(_page("readiness")),
    "points": Shot(_points),
    "try-rules": Shot(_try_rules),
    "kiosk": Shot(_kiosk),
    "reports": Shot(_page("reports")),
    "backups": Shot(_backups),
}


def example(folder: Path, language: str) -> Path:
    """Make the example event in a folder."""
    file = folder / EXAMPLE
    office = new_office(file, WORDS[language].desk, lambda: int(NOW.timestamp() * 1000))
    build_example(office.database, language, NOW)
    office.close()
    return file


def take(name: str, language: str, folder: Path) -> tuple[Image.Image, list[str]]:
    """Draw one picture; returns it with the texts that can be read in it.

    Args:
        name: in PICTURES.
        language: of the window.
        folder: holds the example where the picture is of it.
    """
    shot, words = PICTURES[name], WORDS[language]
    # Nothing is saved without an example, and no folder of this machine is to be seen.
    documents = folder if shot.in_example else Path("Documents")
    program = Program(documents, lambda: NOW, SIZE, words.desk, language=language)
    try:
        program.start(folder / EXAMPLE if shot.in_example else None)
        part = shot.show(program, folder, words)
        program.settle(40)
        shown = QApplication.activeModalWidget() or part or program.window
        texts = [one.text() for one in shown.findChildren(QLabel) if one.isVisible()]
        return _picture(shown), texts
    finally:
        if (dialog := QApplication.activeModalWidget()) is not None:
            dialog.close()
        program.opening.kiosk.end()
        program.close()


def _picture(shown: QWidget) -> Image.Image:
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    shown.grab().save(buffer, "PNG")
    return Image.open(io.BytesIO(raw.data())).convert("RGB")


def write(picture: Image.Image, file: Path) -> None:
    """Write a picture small: the window has few colours."""
    file.parent.mkdir(parents=True, exist_ok=True)
    few = picture.quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(file, optimize=True)

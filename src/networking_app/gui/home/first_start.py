"""What stands where no event is open yet: three steps, opening a file, language and theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from networking_app.gui.commands import Command
from networking_app.gui.home.making import Making
from networking_app.gui.icons import IconView
from networking_app.gui.messages import BannerArea
from networking_app.gui.page import Page
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.banner import Notice
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.form import Segmented
from networking_app.gui.widgets.layout import box, column, line, plain, row, scrolled
from networking_app.gui.widgets.text import Label
from networking_app.support import i18n
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from networking_app.gui.room import Room

NATIVE_NAMES = {"en": "English", "fi": "Suomi", "sv": "Svenska"}
_WIDE = 780


class FirstStart(Page):
    """Set up the first event, bring the guests, try the desk."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self.making = Making(room, self)
        self.making.busy.connect(self._busy)
        self.new = Button(_("New event"), "main", icon="plus")
        self.new.clicked.connect(lambda _on: self.making.new_event())
        self.sheet = Button(_("Open spreadsheet"), icon="file-spreadsheet")
        self.sheet.setToolTip(_("You name the event first, then choose the file"))
        self.sheet.clicked.connect(lambda: self.making.new_event(then="import_guests"))
        self.example = Button(_("Start practice"), icon="scan-line")
        self.example.clicked.connect(self.making.example)
        self.open = Button(_("Open event file"), icon="inbox")
        self.open.clicked.connect(self.making.open_file)
        inside = column(
            None,
            BannerArea(room.messages),
            self._steps(),
            self._colleague(),
            Space.SMALL,
            self._switches(),
            None,
            gap=Space.ROOMY,
            margins=Space.ROOMY,
        )
        whole = plain(row((plain(inside), 1)))
        whole.setMaximumWidth(look().px(_WIDE) + 2 * Space.ROOMY)
        middle = plain(row(None, (whole, 100), None, gap=0))
        middle.setProperty("cls", "scrolled")
        self.setLayout(column(scrolled(middle), gap=0))
        self.set_commands(
            Command(_("New event"), self.making.new_event, "Ctrl+N", "plus", bind=True),
            Command(_("Open event file"), self.making.open_file, "Ctrl+O", "inbox", bind=True),
            Command(_("Start practice"), self.making.example, icon="scan-line"),
        )

    def came(self, **what: object) -> None:
        """Ask at once where the page was opened to ask."""
        if what.get("new_event"):
            self.making.new_event()
        elif what.get("open_file"):
            self.making.open_file()

    def first_focus(self) -> QWidget:
        """The first step."""
        return self.new

    def _steps(self) -> QFrame:
        steps = (
            (
                _("Create the event"),
                _("Name, day and place are enough. Rooms, programme and projects can wait."),
                self.new,
            ),
            (
                _("Bring the participants"),
                _(
                    "Open the spreadsheet from your registration form."
                    " You see every row before anything is saved."
                ),
                self.sheet,
            ),
            (
                _("Try the check-in desk"),
                _("Practise with an example event and pretend guests, in a file of its own."),
                self.example,
            ),
        )
        parts = column(
            Label(_("Set up your first event"), "h1", wrap=True),
            Label(
                _("Three steps, about five minutes. Everything stays on this computer."),
                "lead",
                "text2",
                wrap=True,
            ),
            gap=Space.TINY,
            margins=(Space.BIG + Space.TINY, Space.BIG),
        )
        parts.addSpacing(Space.SMALL)
        for number, (title, text, button) in enumerate(steps, 1):
            if number > 1:
                parts.addWidget(line())
            texts = column(Label(title, "h3"), Label(text, "body", "text2", wrap=True), gap=0)
            circle = (StepNumber(number), 0, Qt.AlignmentFlag.AlignTop)
            button_place = (button, 0, Qt.AlignmentFlag.AlignVCenter)
            parts.addLayout(
                row(circle, (texts, 1), button_place, gap=Space.ROOMY, margins=(0, Space.SMALL))
            )
        return box("card", parts)

    def _colleague(self) -> QFrame:
        texts = column(
            Label(_("Got an event from a colleague?"), "strong"),
            Label(_("Open the event file, it holds everything."), "body", "text2", wrap=True),
            gap=0,
        )
        inside = row(
            IconView("package", "text2", "icon_l"),
            (texts, 1),
            self.open,
            gap=Space.NORMAL,
            margins=(Space.WIDE, Space.ROOMY),
        )
        return box("card", inside)

    def _switches(self) -> QWidget:
        tongue = Segmented(_("Language"), languages(), i18n.current())
        tongue.chosen.connect(lambda value: change(self.room, language=value))
        theme = Segmented(_("Theme"), themes()[:3], self.room.preferences.now.theme)
        theme.chosen.connect(lambda value: change(self.room, theme=value))
        return plain(
            row(
                None,
                IconView("languages", "text2", "icon_m"),
                Label(_("Language"), "caption", "text2"),
                tongue,
                Space.ROOMY,
                IconView("sun", "text2", "icon_m"),
                Label(_("Theme"), "caption", "text2"),
                theme,
                None,
            )
        )

    def _busy(self, busy: bool) -> None:
        for button in (self.new, self.sheet, self.example, self.open):
            button.set_busy(busy)


def languages() -> tuple[tuple[str, str], ...]:
    """The languages to choose from, each by its own name."""
    return tuple((code, NATIVE_NAMES.get(code, code)) for code in sorted(
        i18n.languages(), key=lambda code: ("fi", "sv", "en").index(code)
        if code in {"fi", "sv", "en"} else 9
    ))  # fmt: skip


def themes() -> tuple[tuple[str, str], ...]:
    """The themes to choose from; those of everyday use first."""
    return (
        ("light", _("Light")),
        ("dark", _("Dark")),
        ("system", _("As system")),
        ("high_contrast", _("High contrast")),
    )


def change(room: Room, **values: object) -> None:
    """Change settings; where the disk refuses, they count until the app ends."""
    try:
        room.preferences.change(**values)
    except OSError:
        said = _("Your settings cannot be saved, they count until the app is closed.")
        room.messages.banner("settings", Notice("warn", said, can_close=True))


class StepNumber(QWidget):
    """The number of a step in a circle."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A circle a little higher than a line."""
        return QSize(look().px(32), look().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw circle and number."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        area = QRectF(self.rect())
        edge = "accent" if look().is_high_contrast else ""
        painting.rounded(painter, area, area.height() / 2, fill="selected", edge=edge)
        centre = Qt.AlignmentFlag.AlignCenter
        painting.words(painter, area, str(self._number), type_="strong", tone="link", align=centre)

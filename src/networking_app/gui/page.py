"""What a page is: the class all pages derive from and what its module says about it.

A module gui/pages/NAME.py holds:

    ICON = "users"
    ORDER = 2                       # place in the rail and Ctrl+2; 0 = not in the rail
    TOPICS = frozenset({"registration", "person"})  # tables: reload when one was written

    def TITLE() -> str: return _("Participants")

    class ParticipantsPage(Page):
        def __init__(self, room: Room, parent: QWidget | None = None) -> None: ...
        def reload(self) -> None: ...

    PAGE = ParticipantsPage

and may hold NARROW_RAIL = True (always icons only), NEEDS_EVENT = False (works before there is an
event) and UNDER = "participants" (whose entry in the rail is marked). It is then listed in
gui/pages/__init__.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from networking_app.gui.commands import Command
    from networking_app.gui.room import Room


class PageModule(Protocol):
    """What the main window needs of a page's module."""

    @property
    def __name__(self) -> str:
        """Full name of the module."""

    @property
    def ICON(self) -> str:
        """Name of an icon."""

    @property
    def ORDER(self) -> int:
        """Place in the rail, from 1; 0 for none."""

    @property
    def TOPICS(self) -> frozenset[str]:
        """Topics whose change makes it reload."""

    @property
    def PAGE(self) -> Callable[[Room], Page]:
        """The class."""

    def TITLE(self) -> str:
        """Title in the language in use."""


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What a page's module says, filled up with what it may leave out."""

    name: str
    title: Callable[[], str]
    icon: str
    order: int
    topics: frozenset[str]
    make: Callable[[Room], Page]
    narrow_rail: bool = False
    needs_event: bool = True
    under: str = ""


def info(module: PageModule) -> PageInfo:
    """Read a page's module."""
    return PageInfo(
        name=module.__name__.rpartition(".")[2],
        title=module.TITLE,
        icon=module.ICON,
        order=module.ORDER,
        topics=module.TOPICS,
        make=module.PAGE,
        narrow_rail=getattr(module, "NARROW_RAIL", False),
        needs_event=getattr(module, "NEEDS_EVENT", True),
        under=getattr(module, "UNDER", ""),
    )


class Page(QWidget):
    """One page of the window; override what is needed."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = room
        self.setProperty("cls", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._commands: tuple[Command, ...] = ()
        self._shortcuts: list[QShortcut] = []

    def reload(self) -> None:
        """Fetch what is shown, through room.tasks.

        Called when the page is shown first, when it is shown again after one of its topics
        changed, and at once when a topic changes while it is shown.
        """

    def came(self, **what: Any) -> None:
        """Called after the page was navigated to, with what navigate() was given."""

    def left(self) -> None:
        """Called when another page is shown instead."""

    def first_focus(self) -> QWidget | None:
        """Return the widget the focus goes to when the page is shown; None keeps the last one."""
        return None

    def areas(self) -> tuple[QWidget, ...]:
        """Return the areas F6 goes through; by default the whole page is one."""
        return (self,)

    def take_scan(self, code: str) -> bool:
        """Take a scanned code; return False to leave it to the check-in desk."""
        del code
        return False

    def commands(self) -> tuple[Command, ...]:
        """What can be done here, for the palette and the list of keys (F1)."""
        return self._commands

    def set_commands(self, *commands: Command) -> None:
        """Say what can be done here; keys of commands with bind=True work while it is shown."""
        for shortcut in self._shortcuts:
            shortcut.deleteLater()
        self._commands = commands
        self._shortcuts = [self._bound(command) for command in commands if command.bind]

    def _bound(self, command: Command) -> QShortcut:
        shortcut = QShortcut(QKeySequence(command.key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(command.run)
        return shortcut

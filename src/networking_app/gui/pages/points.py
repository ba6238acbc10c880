"""The page of check-in points under Settings: points and rules, questions, trying, tickets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from networking_app.domain.points import PointKind
from networking_app.domain.problems import Trouble
from networking_app.gui.commands import Command
from networking_app.gui.page import Page
from networking_app.gui.settings.points_fields import at_left
from networking_app.gui.settings.points_file import PointsFile, do, fetch
from networking_app.gui.settings.points_keys import HandOutCard, KeysCard, PinCard
from networking_app.gui.settings.points_list import NewPoint, PointsList
from networking_app.gui.settings.points_panel import PointPanel
from networking_app.gui.settings.points_questions import QuestionsCard
from networking_app.gui.settings.points_try import TryCard
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.form import Segmented
from networking_app.gui.widgets.layout import column, plain, row, scrolled
from networking_app.gui.widgets.scaffold import Scaffold
from networking_app.gui.widgets.text import Label
from networking_app.services.points import rules_for
from networking_app.support.i18n import gettext as _
from networking_app.wording.problems import sentence_of_trouble

if TYPE_CHECKING:
    from datetime import date

    from networking_app.gui.room import Room
    from networking_app.services.points import PointRules

ICON = "list-checks"
ORDER = 0
UNDER = "settings"
TOPICS = frozenset({"point", "question", "ticket_key", "event", "check_in", "registration", "tag"})

POINTS, QUESTIONS, TRY, TICKETS = "points", "questions", "try", "tickets"


def TITLE() -> str:
    """Title in the language in use."""
    return _("Check-in points")


class PointsPage(Page):
    """Four tabs over one event: points, questions, the simulator, tickets and PIN."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self.file: PointsFile | None = None
        self._opens = ""
        back = Button(_("All settings"), icon="chevron-left")
        back.clicked.connect(lambda: room.navigate("settings"))
        self.frame = Scaffold(
            room.messages, TITLE(), _("Saved as soon as you change them"), (back,), page=self
        )
        self.tabs = Segmented(
            TITLE(),
            (
                (POINTS, _("Points")),
                (QUESTIONS, _("Questions")),
                (TRY, _("Try the rules")),
                (TICKETS, _("Tickets and PIN")),
            ),
            POINTS,
        )
        self.tabs.chosen.connect(self.show_tab)
        self._make_points()
        self.questions, self.try_ = QuestionsCard(room), TryCard(room)
        self.keys, self.pin, self.hand_out = KeysCard(room), PinCard(room), HandOutCard(room)
        self.stack = QStackedWidget()
        self._tabs: dict[str, QWidget] = {
            POINTS: _tab(self.points_card),
            QUESTIONS: _tab(self.questions),
            TRY: _tab(self.try_),
            TICKETS: _tab(self.hand_out, self.pin, self.keys),
        }
        for tab in self._tabs.values():
            self.stack.addWidget(tab)
        self.frame.filters(self.tabs)
        self.frame.content(self.stack)
        self.frame.panel(self.panel)
        self.set_commands(
            Command(_("Add point"), self._new, "Ctrl+N", "plus", bind=True),
            Command(_("Try the rules"), lambda: self.show_tab(TRY), icon="circle-question-mark"),
            Command(_("Questions at the door"), lambda: self.show_tab(QUESTIONS),
                    icon="message-square-text"),
        )  # fmt: skip

    def reload(self) -> None:
        """Fetch points, questions and keys."""
        office = self.room.services
        self.room.tasks.run(self, lambda: fetch(office), done=self.show_file)

    def came(self, **what: Any) -> None:
        """Show a tab, or one point: `tab="try"`, `point=key`."""
        if tab := what.get("tab"):
            self.show_tab(tab)
        if key := what.get("point"):
            self.show_tab(POINTS)
            self._open(key)

    def first_focus(self) -> QWidget | None:
        """The first point."""
        return self.list.rows[0] if self.list.rows and self.tabs.value() == POINTS else None

    def areas(self) -> tuple[QWidget, ...]:
        """Tabs, what the tab shows, and the panel."""
        areas = (self.tabs, self.stack, self.panel)
        return tuple(area for area in areas if area.isVisible())

    def take_scan(self, code: str) -> bool:
        """While rules are tried a scan asks about its holder; else the desk gets it."""
        if self.tabs.value() != TRY:
            return False
        self.try_.take_code(code)
        return True

    def show_tab(self, tab: str) -> None:
        """Show one of the four."""
        self.tabs.choose(tab)
        self.stack.setCurrentWidget(self._tabs[tab])
        if tab != POINTS and self.panel.isVisible():
            self.panel.close_panel()
        if tab == TRY:
            self.try_.search.setFocus()

    def show_file(self, file: PointsFile) -> None:
        """Show how everything is."""
        self.file = file
        self.frame.show_title(TITLE(), file.event.title)
        opened = self.panel.point.id if self.panel.point and self.panel.isVisible() else ""
        self.list.show_points(file, opened)
        for card in (self.questions, self.try_, self.keys, self.pin, self.hand_out):
            card.show_file(file)
        if self._opens:
            opened, self._opens = self._opens, ""
            self._open(opened)
        elif opened:
            self._show_in_panel(opened)

    def _make_points(self) -> None:
        self.list, self.new, self.panel = PointsList(), NewPoint(), PointPanel()
        self.list.opened.connect(self._open)
        self.list.ordered.connect(self._order)
        self.list.removed.connect(self._remove)
        self.new.wanted.connect(self._add)
        self.panel.changed.connect(self._change)
        self.panel.remove_wanted.connect(self._remove)
        self.panel.closed.connect(lambda: self.list.choose(""))
        said = _(
            "Codes are read at a point. Its rules say who may pass, when and how often; doors count"
            " together, so who came in by one is in by all."
        )
        self.points_card = Card(_("Points"), gap=Space.NORMAL)
        self.points_card.body.addLayout(at_left(Label(said, "body", "text2", wrap=True)))
        self.points_card.body.addWidget(self.list)
        self.points_card.body.addWidget(self.new)

    def _new(self) -> None:
        self.show_tab(POINTS)
        self.new.name.focus()

    def _open(self, key: str) -> None:
        if self.file is None or self.file.point(key) is None:
            self._opens = key
            return
        self._show_in_panel(key)
        self.panel.open_panel(self.list.row_of(key))
        self.list.choose(key)
        self.panel.name.focus()

    def _show_in_panel(self, key: str) -> None:
        point = self.file.point(key) if self.file else None
        if point is None or self.file is None:
            self.panel.close_panel()
            return
        self.panel.show_point(point, self.file, self._today())

    def _today(self) -> date:
        zone = self.file.event.zone if self.file else "UTC"
        return self.room.now().astimezone(ZoneInfo(zone)).date()

    def _add(self, name: str, kind: str) -> None:
        if self.file is None:
            return
        points, event = self.room.services.points, self.file.event.id
        rules = replace(rules_for(name), kind=PointKind(kind))

        def call() -> None:
            self._opens = points.add(event, rules).id

        do(self.room, self, "add_point", call, done=self.new.clear, failed=self._not_added)

    def _not_added(self, error: BaseException) -> None:
        if isinstance(error, Trouble):
            self.new.name.show_error(sentence_of_trouble(error))
            self.new.name.focus()
        else:
            self.room.messages.trouble(error)

    def _change(self, key: str, rules: PointRules) -> None:
        if self.file is None:
            return
        points, event = self.room.services.points, self.file.event.id
        self.room.tasks.run(
            self, lambda: points.change(event, key, rules), failed=self._not_changed
        )

    def _not_changed(self, error: BaseException) -> None:
        if isinstance(error, Trouble):
            self.panel.show_wrong_name(sentence_of_trouble(error))
        else:
            self.room.messages.trouble(error)

    def _order(self, keys: list[str]) -> None:
        points = self.room.services.points
        if self.file is None or keys == [point.id for point in self.file.points]:
            return
        do(self.room, self, "move_points", lambda: points.move(keys))

    def _remove(self, key: str) -> None:
        if self.file is None:
            return
        points, event = self.room.services.points, self.file.event.id
        if self.panel.point is not None and self.panel.point.id == key:
            self.panel.close_panel()
        do(self.room, self, "remove_point", lambda: points.remove(event, key))


def _tab(*cards: QWidget) -> QWidget:
    inside = plain(column(*cards, None, gap=Space.NORMAL))
    inside.setMaximumWidth(look().px(look().sizes.form))
    whole = plain(row((inside, 100), None, gap=0))
    whole.setProperty("cls", "scrolled")
    # As high as its texts are at this width, not as high as they would be at the narrowest.
    whole.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    return scrolled(whole)


PAGE = PointsPage

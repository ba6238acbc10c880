"""The rule simulator: a guest, a point and a time, the answer of the desk, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from networking_app.domain.explained import RuleCheck, explain
from networking_app.domain.typed_dates import typed_day, typed_time
from networking_app.gui.announce import announce
from networking_app.gui.desk_answers import Stand, shown
from networking_app.gui.icons import IconView
from networking_app.gui.settings.points_fields import at_left
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button, IconButton
from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.form import Field
from networking_app.gui.widgets.layout import column, empty, plain, row
from networking_app.gui.widgets.result_panel import Result, ResultPanel, Shown
from networking_app.gui.widgets.search_field import SearchField
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.wording import checkin, explained
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from networking_app.domain.checkin import Holder, ScanAnswer
    from networking_app.domain.points import Point
    from networking_app.domain.registration import Guest
    from networking_app.gui.room import Room
    from networking_app.gui.settings.points_file import PointsFile

_HITS = 5
_PAUSE = 60  # ms of quiet before a search
_PANEL = 190


@dataclass(frozen=True, slots=True)
class Tried:
    """An answer of the simulator, with every rule that was looked at."""

    answer: ScanAnswer
    point: Point
    at: datetime
    checks: tuple[RuleCheck, ...]


class TryCard(Card):
    """Asks whom, where and when; nothing is written."""

    def __init__(self, room: Room) -> None:
        super().__init__(_("Try the rules"), gap=Space.NORMAL)
        self._room = room
        self._file: PointsFile | None = None
        self._key = ""  # of a registration, or a code that was scanned
        self.tried: Tried | None = None
        self.hits: list[Button] = []
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE)
        self._wait.timeout.connect(self._find)
        self._make_fields()
        self.panel = ResultPanel(_waiting())
        self.panel.setFixedHeight(look().px(_PANEL))
        self.sentence = Label("", "lead", wrap=True)
        self.sentence.hide()
        self._checks = column(gap=Space.SMALL)
        said = _("What would the desk say? Nothing is checked in.")
        top = Qt.AlignmentFlag.AlignTop
        self.body.addLayout(at_left(Label(said, "body", "text2", wrap=True)))
        self.body.addLayout(
            row((self.who, 5, top), (self.where, 3, top), (self.day, 2, top), (self.time, 1, top),
                plain(column(Space.CARD, self.now, gap=0)), gap=Space.NORMAL)
        )  # fmt: skip
        self._below = plain(self._hits)
        self._below.hide()
        self.body.addLayout(row(self._below, None))
        self.body.addWidget(self.panel)
        self.body.addLayout(at_left(self.sentence))
        self.body.addLayout(self._checks)

    def show_file(self, file: PointsFile) -> None:
        """Offer the points of an event; an answer that is shown is asked for again."""
        before = self.points.currentData()
        self._file = file
        self.points.clear()
        for point in file.points:
            self.points.addItem(point.name, point.id)
        self.points.setCurrentIndex(max(0, self.points.findData(before)))
        if not self.day_line.text() and not self.time_line.text():
            self.set_now()
        self._try()

    def set_now(self) -> None:
        """Ask about this moment."""
        if self._file is None:
            return
        local = self._room.now().astimezone(ZoneInfo(self._file.event.zone))
        self.day.set_text(f"{local.day}.{local.month}.{local.year}")
        self.time.set_text(f"{local.hour}.{local.minute:02d}")
        self._try()

    def choose(self, guest: Guest) -> None:
        """Ask about this guest."""
        self._take(guest.id, guest.name)

    def take_code(self, code: str) -> None:
        """Ask about whoever holds a code; a badge may be refused where a ticket is not."""
        self._take(code, checkin.short(code))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes to the hits, Enter takes the first."""
        if watched is self.search and isinstance(event, QKeyEvent) and self.hits:
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() == Qt.Key.Key_Down:
                self.hits[0].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if pressed and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.hits[0].click()
                return True
        return super().eventFilter(watched, event)

    def _make_fields(self) -> None:
        self.search = SearchField(_("Name, organisation or code"))
        self.search.textChanged.connect(self._typed)
        self.search.installEventFilter(self)
        self.who = Field(_("Guest"), self.search)
        self.points = QComboBox()
        self.points.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.points.setMinimumWidth(look().px(120))
        self.points.activated.connect(lambda _n: self._try())
        self.where = Field(_("Point"), self.points)
        self.day_line, self.time_line = QLineEdit(), QLineEdit()
        self.day = Field(_("Day"), self.day_line, check=self._wrong_day)
        self.time = Field(_("Time"), self.time_line, check=_wrong_time)
        for line in (self.day_line, self.time_line):
            line.editingFinished.connect(self._try)
            line.setMinimumWidth(look().px(70))
        self.now = IconButton("clock", _("Now"))
        self.now.clicked.connect(self.set_now)
        self._hits = column(gap=Space.TINY)

    def _take(self, key: str, said: str) -> None:
        self._key = key
        self._wait.stop()
        blocked = self.search.blockSignals(True)
        self.search.setText(said)
        self.search.blockSignals(blocked)
        self._show_hits(())
        self._try()

    def _typed(self, text: str) -> None:
        self._key = ""
        if text.strip():
            self._wait.start()
        else:
            self._wait.stop()
            self._show_hits(())
            self._show(None)

    def _find(self) -> None:
        text = self.search.text().strip()
        if self._file is None or not text:
            return
        guests, event = self._room.services.guests, self._file.event.id

        def found(hits: Sequence[Guest]) -> None:
            if self.search.text().strip() == text and not self._key:
                self._show_hits(hits)

        self._room.tasks.run(self, lambda: guests.find(event, text, _HITS), done=found)

    def _show_hits(self, hits: Sequence[Guest]) -> None:
        empty(self._hits)
        self.hits = []
        self._below.setVisible(bool(hits))
        for guest in hits:
            facts = (guest.name, guest.organisation, category(guest.category))
            hit = Button(" · ".join(fact for fact in facts if fact), "quiet", icon="user")
            hit.clicked.connect(lambda _on=False, guest=guest: self.choose(guest))
            self.hits.append(hit)
            self._hits.addWidget(hit, 0, Qt.AlignmentFlag.AlignLeft)

    def _at(self) -> datetime | None:
        """The moment that is asked about; None while it is written wrongly."""
        day, at = typed_day(self.day.text(), self._today()), typed_time(self.time.text())
        if self._file is None or not self.day.is_right() or not self.time.is_right():
            return None
        if day is None or at is None:
            return None
        return datetime.combine(day, at, ZoneInfo(self._file.event.zone))

    def _today(self) -> date:
        zone = self._file.event.zone if self._file else "UTC"
        return self._room.now().astimezone(ZoneInfo(zone)).date()

    def _try(self) -> None:
        at, key, file = self._at(), self._key, self._file
        point = file.point(self.points.currentData() or "") if file else None
        if at is None or not key or point is None:
            return
        desk = self._room.services.checkin

        def work() -> Tried:
            answer = desk.simulate(key, point, at)
            checks = explain(answer.holder, point, at, answer.inside) if answer.holder else ()
            return Tried(answer, point, at, checks)

        def show(tried: Tried) -> None:
            if (self._key, self.points.currentData(), self._at()) == (key, point.id, at):
                self._show(tried)

        self._room.tasks.run(self, work, done=show)

    def _show(self, tried: Tried | None) -> None:
        self.tried = tried
        empty(self._checks)
        self.sentence.setVisible(tried is not None)
        if tried is None:
            self.panel.show_answer(_waiting())
            return
        zone = tried.point.zone
        self.panel.show_answer(shown(tried.answer, Stand(tried.point, zone, tried.at)))
        self.sentence.setText(checkin.sentence(tried.answer, zone))
        announce(self, self.sentence.text())
        if tried.answer.holder is not None:
            for check in tried.checks:
                self._checks.addWidget(_line(check, tried.answer.holder, tried.point))

    def _wrong_day(self, text: str) -> str:
        if typed_day(text, self._today()) is not None:
            return ""
        return _("Write the day as {example}").format(example="26.11.2026")


def _line(check: RuleCheck, holder: Holder, point: Point) -> QWidget:
    """One rule: a tick, a cross or a line where there is none, its name and what it says."""
    icon, tone = ("circle-check", "ok_text") if check.passed else ("octagon-x", "bad_text")
    if not check.applies:
        icon, tone = "circle-minus", "text3"
    name = Label(explained.step(check), "strong")
    name.setFixedWidth(look().px(130))
    said = Label(
        explained.sentence(check, holder, point), "body", "text" if check.applies else "text2",
        wrap=True,
    )  # fmt: skip
    view = IconView(icon, tone, "icon_m", says=explained.state(check))
    made = plain(row((view, 0, _TOP), (name, 0, _TOP), (said, 1), gap=Space.NORMAL))
    made.setAccessibleName(f"{name.text()}: {explained.state(check)}. {said.text()}")
    return made


_TOP = Qt.AlignmentFlag.AlignTop


def _waiting() -> Shown:
    """The panel before a guest was chosen."""
    return Shown(Result.READY, _("Choose a guest"), line=_("Type a name above, then Enter"))


def _wrong_time(text: str) -> str:
    if typed_time(text) is not None:
        return ""
    return _("Write the time as {example}").format(example="9.00")

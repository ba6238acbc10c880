"""The cards beside the curve: what comes next, what is to be done, what was done, which desks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from networking_app.domain.todo import TodoKind
from networking_app.gui.icons import IconView
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button, IconButton
from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.layout import column, empty, line, plain, row
from networking_app.gui.widgets.marks import Pill
from networking_app.gui.widgets.states import Meter
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import dates, todo
from networking_app.wording.history import sentence

if TYPE_CHECKING:
    from datetime import datetime

    from networking_app.domain.event import DeskCount, NextItem
    from networking_app.domain.history import Deed
    from networking_app.domain.todo import Todo
    from networking_app.services.overview import Overview

_TOP = Qt.AlignmentFlag.AlignTop
_MOST_TODOS = 4
_SIGNS = {
    TodoKind.SPEAKER_MISSING: ("circle-alert", "bad_text"),
    TodoKind.OVER_CAPACITY: ("triangle-alert", "bad_text"),
    TodoKind.BADGES: ("id-card", "warn_text"),
    TodoKind.WAITING: ("hourglass", "warn_text"),
    TodoKind.NO_BACKUP: ("hard-drive", "warn_text"),
    TodoKind.SAME_NAMES: ("users", "text2"),
    TodoKind.NO_DATE: ("calendar-days", "text2"),
    TodoKind.NO_PLACE: ("map-pin", "text2"),
    TodoKind.NO_ORGANISATION: ("building-2", "text2"),
}


class NextCard(Card):
    """The sessions that come next, with whether their speakers are here."""

    def __init__(self) -> None:
        super().__init__(gap=Space.SMALL)
        self.setAccessibleName(_("Next"))

    def show_overview(self, seen: Overview) -> None:
        """Show this moment; nothing to show hides the card."""
        empty(self.body)
        self.setVisible(bool(seen.next_items))
        if not seen.next_items:
            return
        first, *rest = seen.next_items
        zone = seen.event.zone
        head, when = _head(first, seen.now, zone)
        self.body.addLayout(
            row(
                (Label(head, "caption_strong", "link"), 1),
                Label(when, "caption_strong", "link"),
            )
        )
        self.body.addWidget(Label(first.title, "h3", wrap=True))
        under = " · ".join(p for p in (dates.times(first.start, first.end, zone), first.room) if p)
        if under:
            self.body.addWidget(Label(under, "body", "text2", wrap=True))
        self._speakers(first)
        for item in rest:
            self.body.addWidget(line())
            time = Label(dates.clock(item.start, zone), "strong")
            time.setVisible(bool(time.text()))
            self.body.addLayout(row((time, 0, _TOP), (Label(item.title, wrap=True), 1)))
            self._speakers(item)

    def _speakers(self, item: NextItem) -> None:
        here = [name for name, is_here in item.speakers if is_here]
        missing = [name for name, is_here in item.speakers if not is_here]
        if here and not missing:
            text = ngettext("Speaker has arrived", "{n} speakers have arrived", len(here))
            self.body.addLayout(row(Pill("arrived", text.format(n=len(here))), None))
        for name in missing[:3]:
            text = _("Not here yet: {name}").format(name=name)
            self.body.addLayout(row(Pill("waiting", text), None))
        if len(missing) > 3:
            more = _("and {n} more").format(n=len(missing) - 3)
            self.body.addWidget(Label(more, "caption", "text2"))


class TodoCard(Card):
    """Things to do, each with the button that leads to it: `wanted(Todo)`."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Things to do"), fact=" ", gap=Space.NORMAL)
        self.buttons: list[Button] = []
        self.wide = look().px(400)
        self._all = False
        self._seen: Overview | None = None

    def show_overview(self, seen: Overview) -> None:
        """Show this moment."""
        self._seen = seen
        empty(self.body)
        self.buttons = []
        count = len(seen.todos)
        fact = ngettext("{n} open", "{n} open", count).format(n=count) if count else ""
        self.show_title(_("Things to do"), fact)
        if not count:
            done = Label(_("All is done for now."), "body", "text2", wrap=True)
            self.body.addLayout(row(IconView("circle-check", "ok_text", "icon_m"), (done, 1)))
        shown = seen.todos if self._all or count <= _MOST_TODOS + 1 else seen.todos[:_MOST_TODOS]
        for number, item in enumerate(shown):
            if number:
                self.body.addWidget(line())
            self.body.addWidget(self._line(item, seen.event.zone))
        if len(shown) < count:
            more = Button(_("Show all {n}").format(n=count), "quiet")
            more.clicked.connect(self._show_all)
            self.body.addLayout(row(more, None))

    def _show_all(self) -> None:
        self._all = True
        if self._seen is not None:
            self.show_overview(self._seen)
            self.buttons[_MOST_TODOS].setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, item: Todo, zone: str) -> QWidget:
        icon, tone = _SIGNS[item.kind]
        fact, meaning = todo.fact(item), todo.meaning(item, zone)
        button = Button(todo.button(item))
        button.setAccessibleDescription(fact)
        button.clicked.connect(partial(self.wanted.emit, item))
        self.buttons.append(button)
        texts = column(
            Label(fact, "strong", wrap=True), Label(meaning, "caption", "text2", wrap=True), gap=0
        )
        icon_place = (IconView(icon, tone, "icon_m"), 0, _TOP)
        room = self.wide - button.sizeHint().width() - 2 * Space.CARD - Space.HUGE
        if look().width(fact, "strong") > room:
            texts.addLayout(row(button, None, margins=(0, Space.TINY, 0, 0)))
            return plain(row(icon_place, (texts, 1), gap=Space.NORMAL))
        return plain(row(icon_place, (texts, 1), button, gap=Space.NORMAL))

    def set_wide(self, wide: int) -> None:
        """Say how wide the card is; buttons stand below their texts where it is narrow."""
        if wide != self.wide:
            self.wide = wide
            if self._seen is not None:
                self.show_overview(self._seen)


class ChangesCard(Card):
    """What was done last, each to be taken back: `undo_wanted(id)`."""

    undo_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Recent changes"), gap=Space.SMALL)
        self.undos: list[IconButton] = []

    def show_overview(self, seen: Overview) -> None:
        """Show this moment; nothing to show hides the card."""
        empty(self.body)
        self.undos = []
        self.setVisible(bool(seen.deeds))
        for deed in seen.deeds:
            self.body.addWidget(self._line(deed, seen))

    def _line(self, deed: Deed, seen: Overview) -> QWidget:
        said = sentence(deed)
        when = _when(deed.at, seen)
        who = " · ".join(part for part in (deed.actor, deed.device) if part)
        text = Label(said, "body", "text3" if deed.undone else "text", wrap=True)
        texts = column(text, gap=0)
        below = _("Undone · {who}").format(who=who) if deed.undone else who
        if below:
            texts.addWidget(Label(below, "caption", "text2", elide=True))
        time = Label(when, "caption", "text2")
        time.setContentsMargins(0, Space.HAIR, 0, 0)
        parts = row((time, 0, _TOP), (texts, 1), gap=Space.NORMAL)
        if not deed.undone and deed.deed not in {"undo", "new_event", "example"}:
            undo = IconButton("undo-2", _("Undo: {what}").format(what=said))
            undo.clicked.connect(partial(self.undo_wanted.emit, deed.id))
            self.undos.append(undo)
            parts.addWidget(undo, 0, _TOP)
        return plain(parts)


class DesksCard(Card):
    """How many each desk let in."""

    def __init__(self) -> None:
        super().__init__(_("By desk"), fact=" ")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.PAGE)
        self._grid.setVerticalSpacing(Space.NORMAL)
        self.body.addLayout(self._grid)

    def show_overview(self, seen: Overview) -> None:
        """Show this moment; nothing to show hides the card."""
        empty(self._grid)
        self.setVisible(bool(seen.desks))
        lately = sum(desk.lately for desk in seen.desks)
        fact = ngettext(
            "last 10 minutes: {n} arrival", "last 10 minutes: {n} arrivals", lately
        ).format(n=lately)
        self.show_title(_("By desk"), fact if lately else "")
        for number, desk in enumerate(seen.desks):
            self._grid.addWidget(_desk(desk, seen.counts.arrived), number // 3, number % 3)
        for place in range(3):
            self._grid.setColumnStretch(place, 1 if place < len(seen.desks) else 0)


def _desk(desk: DeskCount, arrived: int) -> QWidget:
    came = ngettext("{n} arrived", "{n} arrived", desk.arrived).format(n=desk.arrived)
    name = desk.desk or _("Other programs")
    meter = Meter(name)
    share = desk.arrived / arrived if arrived else 0
    meter.show_share(share, _("{desk}: {arrived}").format(desk=name, arrived=came))
    head = row((Label(name, "strong", elide=True), 1), Label(came, "body", "text2"))
    return plain(column(head, meter, gap=Space.SNUG))


def _head(item: NextItem, now: datetime, zone: str) -> tuple[str, str]:
    """The words over the first session and how far away it is."""
    start = dates.local(item.start, zone)
    if start is None:
        return _("Programme"), ""
    minutes = round((start - now).total_seconds() / 60)
    if minutes <= 0:
        return _("Now"), ""
    if minutes < 120:
        return _("Next"), _("in {n} min").format(n=minutes)
    if start.date() == now.astimezone(start.tzinfo).date():
        return _("Next"), dates.clock(item.start, zone)
    return _("Next"), dates.short_day(item.start, zone)


def _when(at: str, seen: Overview) -> str:
    """The time of day of today, else the day."""
    zone = seen.event.zone
    today = dates.calendar_day(seen.now.isoformat(), zone)
    if dates.calendar_day(at, zone) == today:
        return dates.clock(at, zone)
    day = dates.day(at, zone)
    return day.rpartition(".")[0] + "." if today and day.endswith(str(today.year)) else day

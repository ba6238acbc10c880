"""The check-in desk: a scan or a name in, the answer out, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from networking_app.domain.scanned import may_be_code
from networking_app.gui import desk_keys
from networking_app.gui.commands import Command
from networking_app.gui.desk_all import AllDesks
from networking_app.gui.desk_bars import DeskTop
from networking_app.gui.desk_camera import DeskCamera
from networking_app.gui.desk_door import Door, Opened
from networking_app.gui.desk_finder import Finder
from networking_app.gui.desk_handing_out import HandingOut
from networking_app.gui.desk_honour import HonourLine
from networking_app.gui.desk_latest import LatestModel
from networking_app.gui.desk_outcomes import Outcomes
from networking_app.gui.desk_own import OwnDesk
from networking_app.gui.desk_search import Search
from networking_app.gui.desk_stage import Stage
from networking_app.gui.desk_talk import Talk
from networking_app.gui.desk_undoing import Undoing
from networking_app.gui.desk_view import Mode
from networking_app.gui.desk_walk_in_talk import WalkInTalk
from networking_app.gui.desk_way import Way
from networking_app.gui.page import Page
from networking_app.gui.widgets.layout import column
from networking_app.gui.widgets.states import KeyBar
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from networking_app.gui.desk_printing import Told
    from networking_app.gui.room import Room

ICON = "scan-line"
ORDER = 3
TOPICS = frozenset({"check_in", "registration", "event", "point", "question"})
NARROW_RAIL = True


def TITLE() -> str:
    """Title in the rail."""
    return _("Check-in desk")


class DeskPage(Page):
    """Brings the parts together: door (services), stage (drawing), talk and search (what to do)."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self.door = Door(room, self)
        self.finder, self.undoing = Finder(room, self.door, self), Undoing(room, self.door, self)
        self.latest = LatestModel(self)
        self.top = DeskTop()
        self.stage = Stage(room.messages, self.latest)
        self.view, self.form = self.stage.view, self.stage.form
        self.keys = KeyBar()
        self.setLayout(column(self.top, (self.stage, 1), self.keys, gap=0))
        self.talk = Talk(room, self.door, self.undoing, self.stage, self.latest, self)
        self.outcomes = Outcomes(room, self.door, self.undoing, self.talk, self.view)
        self.search = Search(self.door, self.finder, self.undoing, self.stage, self)
        self.way = Way(self.door, self.top, self.view, self)
        self.camera = DeskCamera(room, self.top, self.view, self.talk, self)
        self.all = AllDesks(self.undoing, self.view.side, self)
        self.own = OwnDesk(room, self.top, self)
        self.walk_in = WalkInTalk(room, self.door, self.form, self.talk.printing, self)
        self.handing_out = HandingOut(room, self.door, self)
        self.honour = HonourLine(room.signals)
        self.view.side.place_line(self.honour)
        self._waiting: list[str] = []
        self._listen()
        self.set_commands(*self._commands_here())
        self.talk.ready()

    def reload(self) -> None:
        """Fetch the numbers."""
        self.door.load()
        self.all.look_soon()

    def came(self, **what: Any) -> None:
        """Show the desk; `find="text"` searches at once."""
        self.own.show()
        self.own.remember_place(here=True)
        self.room.messages.keep_toasts_over(self.view.side)
        self.talk.printing.look()
        self._show_keys()
        if what.get("find"):
            self.search.search(str(what["find"]))

    def left(self) -> None:
        """Start with another page next time."""
        self.own.remember_place(here=False)
        self.room.messages.keep_toasts_over(None)

    def first_focus(self) -> QWidget | None:
        """The scan field, or the form that is open."""
        if self.stage.shows_form():
            return self.form.given.editor
        return self.view.scan if self.stage.shows_view() else None

    def areas(self) -> tuple[QWidget, ...]:
        """Top, scan field, middle, list."""
        rest = self.view.areas() if self.stage.shows_view() else (self.stage,)
        return (self.top, *rest)

    def take_scan(self, code: str) -> bool:
        """Have a code judged, whatever is open."""
        if self.door.state is None:
            self._waiting = [*self._waiting, code]
        else:
            self.door.scan(code)
        return True

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Z before the window does: here it takes back the last check-in."""
        is_ask = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_ask and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, Esc, and letters that are meant for the scan field."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.talk.undo_last()
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif self.stage.shows_view() and is_typing(event):
            self.view.scan.setFocus()
            QApplication.sendEvent(self.view.scan.field, event.clone())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the form."""
        super().resizeEvent(event)
        self.form.fit(self.width())

    def _listen(self) -> None:
        self.door.opened.connect(self._opened)
        self.door.answered.connect(self.room.signals.answered)
        self.stage.changed.connect(self._show_keys)
        self.talk.wanted.connect(
            lambda value: self._open_walk_in() if value == "walk_in" else self._find_by_name()
        )
        self.talk.others_wanted.connect(self.search.others_like)
        self.talk.words_wanted.connect(self.search.of_card)
        self.walk_in.keys_changed.connect(self._show_keys)
        self.talk.printing.told.connect(self._tell_badge)
        self.talk.printing.stands.connect(self.top.printer.show_told)
        self.handing_out.offered.connect(self.view.last.offer_hand_out)
        self.view.last.hand_out_wanted.connect(self._hand_out)
        self.talk.began.connect(self.finder.stop)
        self.way.turned.connect(self._turned)
        self.camera.panel.scanned.connect(self.take_scan)
        self.search.emptied.connect(self.talk.ready)
        self.search.began.connect(self.talk.settle.stop)
        self.view.hits.walk_in_wanted.connect(self._open_walk_in)
        self.view.hits.changed.connect(self._show_keys)
        self.form.cancelled.connect(self._close_walk_in)
        self.top.point_chosen.connect(self._stand_at)
        self.room.preferences.changed.connect(self._use_preferences)
        self._use_preferences()

    def _commands_here(self) -> tuple[Command, ...]:
        talk, own = self.talk, self.own
        return (
            Command(_("Check in the chosen guest"), self.search.enter, "Enter", "circle-check"),
            Command(_("Add a walk-in"), self._open_walk_in, "F2", "user-plus", bind=True),
            Command(_("Find by name"), self._find_by_name, "F3", "user-search", bind=True),
            Command(_("Print badge again"), talk.print_last, "F4", "printer", bind=True),
            Command(_("Hand out badge"), self._hand_out, "F9", "id-card", bind=True),
            Command(_("Undo last check-in"), talk.undo_last, "Ctrl+Z", "undo-2"),
            Command(
                _("Undo check-in of the chosen guest"),
                self.search.undo_chosen,
                "Ctrl+U",
                "undo-2",
                bind=True,
            ),
            Command(
                _("Choose several guests"), self.view.hits.tick, "Ctrl+Space", "check", bind=True
            ),
            Command(_("Camera on or off"), self.camera.panel.toggle, "F5", "camera", bind=True),
            Command(_("Guests go in or out"), self.way.turn_round, "F7", "log-out", bind=True),
            Command(_("Let in anyway"), self.outcomes.let_in_anyway, "F8", "log-in", bind=True),
            Command(
                _("List this desk or all desks"), self.all.switch, "Ctrl+D", "history", bind=True
            ),
            Command(_("Sound on or off"), own.mute, "Ctrl+M", "volume-2", bind=True),
            Command(_("Full screen"), own.full_screen, "F11", "maximize", bind=True),
            Command(_("Change the name of this desk"), own.ask, icon="pencil"),
            Command(
                _("Before doors open: is everything ready?"),
                lambda: self.room.navigate("readiness"),
                icon="list-checks",
            ),
        )

    def _use_preferences(self, _names: object = None) -> None:
        now, point = self.room.preferences.now, self.door.point
        self.view.numbers_answer = now.number_keys_answer
        if point is not None and now.desk_point not in {"", point.id}:
            self._stand_at(now.desk_point)  # chosen in the settings

    def _opened(self, opened: Opened | None) -> None:
        point = self.door.point
        if opened is None or point is None:
            self.stage.show_nothing(desk_keys.no_event(lambda: self.room.navigate("home")))
            return
        if opened.latest and not self.latest.rows:
            self.latest.fill(opened.latest)
        self.view.side.show_counts(opened.counts)
        self.view.show_quiet(desk_keys.other_day(opened.event, self.room.now()))
        self.form.show_places(opened.places())
        self.top.show_points(opened.points, point.id)
        self.way.show(point)
        self.view.side.show_inside(opened.inside, point.capacity, point.name)
        self.top.practice.setVisible(opened.event.practice)
        if self.stage.shows_nothing() and opened.has_guests():
            self.stage.show_view()
            self.view.scan.setFocus()
        if self.stage.shows_view() and self.view.mode is Mode.READY:
            self._wait_for_guests(opened)
        waiting, self._waiting = self._waiting, []
        for code in waiting:
            self.door.scan(code)
        self._show_keys()

    def _wait_for_guests(self, opened: Opened) -> None:
        """Invite the next guest, or say that there is nobody to invite yet."""
        if opened.has_guests():
            self.view.show_ready(self.latest.newest())
            return
        self.stage.show_nothing(
            desk_keys.no_guests(lambda: self.room.navigate("participants"), self._open_walk_in)
        )

    def _find_by_name(self) -> None:
        if self.stage.shows_form():
            self.stage.show_view()  # the form stays as a draft
        if self.stage.shows_view():
            self._start_anew()

    def _start_anew(self) -> None:
        self.view.scan.clear_quietly()
        self.talk.ready()
        self.view.scan.setFocus()

    def _open_walk_in(self) -> None:
        if self.door.point is None or self.stage.shows_form():
            return
        typed = self.view.scan.text()
        self.talk.settle.stop()
        self.finder.stop()
        self.view.scan.clear_quietly()
        self.view.show_ready(self.latest.newest())
        self.stage.show_form()
        self.walk_in.opened()
        self.form.begin("" if may_be_code(typed) else typed)

    def _close_walk_in(self) -> None:
        self.form.clear()
        self.stage.show_view()
        self._start_anew()
        if self.door.state is not None:
            self._wait_for_guests(self.door.state)

    def _tell_badge(self, told: Told) -> None:
        """Say how the badge goes of the guest that is shown, or of the last one."""
        holder, last = self.talk.holder(), self.latest.newest()
        shown = holder.registration_id if holder else last.registration_id if last else ""
        if told.about == shown:
            self.view.last.show_badge(told.words, told.icon, told.tone)

    def _hand_out(self) -> None:
        """Of the guest that is shown, else of the last one."""
        holder, last = self.talk.holder(), self.latest.newest()
        if holder is not None and self.view.mode is Mode.ANSWER:
            self.handing_out.note(holder.registration_id, holder.name)
        elif last is not None:
            self.handing_out.note(last.registration_id, last.name)

    def _turned(self) -> None:
        if self.stage.shows_view():
            self._start_anew()

    def _escape(self) -> None:
        if self.stage.shows_form():
            self._close_walk_in()
        elif self.stage.shows_view():
            self._start_anew()

    def _stand_at(self, point_id: str) -> None:
        self.door.choose_point(point_id)
        self.way.stand_at(self.door.point)
        self._start_anew()

    def _show_keys(self) -> None:
        view = self.view
        if self.stage.shows_form():
            keys = desk_keys.walk_in(prints=self.form.prints())
        elif self.stage.shows_nothing():
            keys = desk_keys.nothing()
        elif view.mode is Mode.SEARCH:
            chosen = view.hits.chosen()
            keys = desk_keys.search(
                view.scan.text(),
                has_hits=bool(view.hits.model.guests),
                can_undo=chosen is not None and bool(chosen.arrived),
            )
        elif (form := view.open_form()) is not None:
            keys = form.keys()
        elif view.question_of is not None:
            keys = desk_keys.question(view.question_of)
        else:
            keys = desk_keys.ready(can_undo=self.latest.newest() is not None)
        self.keys.show_keys(*keys)


def is_typing(event: QKeyEvent) -> bool:
    """Whether a key is meant for the scan field, whatever has the focus."""
    plain_key = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    writes = plain_key and event.text().isprintable() and bool(event.text().strip())
    return writes and not isinstance(QApplication.focusWidget(), QLineEdit)


PAGE = DeskPage

"""The table of participants in its card: bulk bar, footer, empty states, pages of long lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from networking_app.domain.registration import KNOWN_CATEGORIES, Guest
from networking_app.gui.models.paged import PagedModel
from networking_app.gui.models.rows import MOST_ROWS, RowsModel
from networking_app.gui.participants_table import Filters, columns, footer, sorting
from networking_app.gui.widgets.button import Button, IconButton
from networking_app.gui.widgets.layout import column
from networking_app.gui.widgets.states import EmptyState
from networking_app.gui.widgets.table import Table
from networking_app.gui.widgets.table_card import TableCard
from networking_app.support.i18n import gettext as _
from networking_app.wording import registration as words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from networking_app.gui.participants_table import Selection
    from networking_app.gui.room import Room

Model = RowsModel[Guest] | PagedModel[Guest]


class Listing(QWidget):
    """Shows a selection of guests.

    `wanted(what)` asks for a deed on the chosen guests: "check_in", "print", "category:WORD",
    "cancel", "wait", "reinstate", "remove". The table's own signals are passed on.
    """

    opened = Signal(str)
    current_changed = Signal(str)
    main_action = Signal(str)
    menu_wanted = Signal(str, QPoint)
    wanted = Signal(str)
    clear_filters = Signal()
    add_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._zone = "Europe/Helsinki"
        self._categories: tuple[str, ...] = ()
        self._selection: Selection | None = None
        self._by_id: dict[str, Guest] = {}
        self._sorted = ("name", False)
        self._searching = False
        self._inside = column(gap=0)
        self.setLayout(self._inside)
        self._make(paged=False)

    def use_zone(self, zone: str) -> None:
        """Show times in this zone."""
        if zone != self._zone:
            self._zone = zone
            self._make(paged=isinstance(self.model, PagedModel))

    def show_selection(self, selection: Selection, filters: Filters) -> None:
        """Show these guests; a text brings the best match to the top until a heading is used."""
        self._selection = selection
        self._categories = selection.categories
        paged = len(selection.guests) > MOST_ROWS
        if paged != isinstance(self.model, PagedModel):
            self._make(paged=paged)
        searching = bool(filters.text)
        if searching != self._searching:
            self._searching = searching
            self.model.sorted_by = ("", False) if searching else self._sorted
        self._fill()
        self._say_sorting()
        self.card.show_footer(footer(selection, filters))
        if selection.guests:
            self.card.show_table()
            if not self.table.currentIndex().isValid():
                self.table.go_to(self.model.id_at(0))
        else:
            self.card.show_empty(self._nothing(filters))

    def chosen(self) -> tuple[str, ...]:
        """The ticked guests in the order shown, else the one with the focus."""
        ticked = self.model.ticked
        if ticked:
            return tuple(sorted(ticked, key=self.model.number_of))
        key = self.table.current_id()
        return (key,) if key else ()

    def current_id(self) -> str:
        """The guest with the focus, "" for none."""
        return self.table.current_id()

    def go_to(self, key: str) -> bool:
        """Put the focus frame on a guest; False if it is not shown."""
        return self.table.go_to(key)

    def mark_changed(self, ids: Sequence[str]) -> None:
        """Tint rows that just changed."""
        self.model.mark_changed(ids)

    def focus_goal(self) -> QWidget:
        """Where the focus belongs: the table, or the main button of the empty state."""
        return self.table if self.table.isVisibleTo(self) else self._main or self.table

    def menu(self, parent: QWidget, act: Callable[[str], None]) -> QMenu:
        """The deeds as a menu; the caller shows it."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for what, text in (
            ("check_in", _("Check in")),
            ("print", _("Print badge")),
            ("edit", _("Edit")),
        ):
            menu.addAction(text).triggered.connect(lambda _on=False, what=what: act(what))
        self._fill_categories(menu.addMenu(_("Category")), act)
        menu.addSeparator()
        _add_states(menu, act)
        return menu

    def _make(self, *, paged: bool) -> None:
        ticked = self.model.ticked if hasattr(self, "model") else set()
        made = columns(self._zone)
        self.model: Model
        if paged:
            self.model = PagedModel(made, self._room.tasks, self._rows, can_tick=True)
        else:
            self.model = RowsModel(made, lambda guest: guest.id, can_tick=True)
        self.model.ticked = set(ticked)
        self.model.sorted_by = ("", False) if self._searching else self._sorted
        self.table = Table(self.model, _("Participants"))
        for name in ("opened", "current_changed", "main_action", "menu_wanted"):
            getattr(self.table, name).connect(getattr(self, name))
        self._main: Button | None = None
        self.card = TableCard(self.table, bulk=self._bulk())
        self.model.sort_changed.connect(self._sort)
        old = self._inside.takeAt(0)
        if old is not None and (gone := old.widget()) is not None:
            gone.hide()
            gone.deleteLater()
        self._inside.addWidget(self.card)
        self._say_sorting()

    def _bulk(self) -> tuple[QWidget, ...]:
        check = Button(_("Check in"), icon="circle-check")
        check.clicked.connect(lambda: self.wanted.emit("check_in"))
        badges = Button(_("Badges"), icon="id-card")
        badges.clicked.connect(lambda: self.wanted.emit("print"))
        category = Button(_("Category"), icon="tag")
        category.clicked.connect(lambda: self._pop(category, self._fill_categories))
        more = IconButton("ellipsis", _("More"))
        more.clicked.connect(lambda: self._pop(more, _add_states))
        return check, badges, category, more

    def _pop(self, button: QWidget, fill: Callable[[QMenu, Callable[[str], None]], None]) -> None:
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu, self.wanted.emit)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _fill_categories(self, menu: QMenu, act: Callable[[str], None]) -> None:
        for word in dict.fromkeys((*self._categories, *KNOWN_CATEGORIES)):
            text = words.category(word).replace("&", "&&")
            menu.addAction(text).triggered.connect(
                lambda _on=False, word=word: act(f"category:{word}")
            )

    def _fill(self) -> None:
        guests = self._selection.guests if self._selection else []
        if isinstance(self.model, RowsModel):
            self.model.show_rows(guests)
            return
        self._by_id = {guest.id: guest for guest in guests}
        key, down = self.model.sorted_by
        found = next((one for one in self.model.columns if one.key == key), None)
        if found is not None:
            guests = sorted(guests, key=found.sort or found.text, reverse=down)
        self.model.show_ids([guest.id for guest in guests])

    def _rows(self, ids: Sequence[str]) -> list[Guest]:
        known = self._by_id
        return [known[key] for key in ids if key in known]

    def _sort(self, key: str, descending: bool) -> None:
        if not self._searching:
            self._sorted = (key, descending)
        if isinstance(self.model, PagedModel):
            self._fill()
        self._say_sorting()

    def _say_sorting(self) -> None:
        key, down = self.model.sorted_by
        title = next((one.title for one in self.model.columns if one.key == key), "")
        self.card.show_sorting(sorting(key, title, descending=down))

    def _nothing(self, filters: Filters) -> EmptyState:
        if filters.any:
            self._main = Button(_("Clear filters"), "main", icon="filter-x")
            self._main.clicked.connect(self.clear_filters)
            return EmptyState(
                "user-search",
                _("Nobody matches"),
                _("Try fewer letters, or take filters away."),
                self._main,
            )
        self._main = Button(_("Import a spreadsheet"), "main", icon="upload")
        self._main.clicked.connect(self.import_wanted)
        other = Button(_("Add participant"), icon="plus")
        other.clicked.connect(self.add_wanted)
        return EmptyState(
            "users",
            _("No participants yet"),
            _("Bring them in from a spreadsheet or a form, or add them one by one."),
            self._main,
            other,
        )


def _add_states(menu: QMenu, act: Callable[[str], None]) -> None:
    for what, text in (
        ("cancel", _("Cancel registration")),
        ("wait", _("Put on the waiting list")),
        ("reinstate", _("Register again")),
        ("remove", _("Remove")),
    ):
        menu.addAction(text).triggered.connect(lambda _on=False, what=what: act(what))

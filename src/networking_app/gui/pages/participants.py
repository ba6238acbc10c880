"""Participants: find, check, change, check in and print guests, and take back what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from networking_app.domain.registration import Status
from networking_app.gui.commands import Command
from networking_app.gui.page import Page
from networking_app.gui.participants_deeds import Deeds
from networking_app.gui.participants_export import ListExport
from networking_app.gui.participants_filters import FilterBar
from networking_app.gui.participants_forms import Forms
from networking_app.gui.participants_listing import Listing
from networking_app.gui.participants_panel import GuestFile, GuestPanel
from networking_app.gui.participants_table import select
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.scaffold import Scaffold
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from networking_app.domain.event import Event
    from networking_app.domain.registration import Guest
    from networking_app.gui.participants_table import Filters, Selection
    from networking_app.gui.room import Room

ICON = "users"
ORDER = 2
TOPICS = frozenset(
    {"event", "registration", "person", "affiliation", "organisation", "check_in", "code",
     "badge_print", "answer", "protected_answer", "consent", "registration_tag", "tag"}
)  # fmt: skip
IMPORT, BADGES = "import_guests", "badges"


def TITLE() -> str:
    """Title of the page."""
    return _("Participants")


class ParticipantsPage(Page):
    """The list of guests with search, filters, bulk actions and a panel for one guest."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self.event_: Event | None = None
        self._lines: Sequence[Guest] | None = None
        self._asked = 0
        self._panel_asked = 0
        self._wanted: dict[str, Any] = {}
        self._touched: tuple[str, ...] = ()
        self.bar = FilterBar(self)
        self.bar.changed.connect(self._filter)
        self.deeds = Deeds(room, self)
        self.deeds.done.connect(self._did)
        self.deeds.added.connect(lambda key: self.came(person=key))
        self.forms = Forms(room, self.deeds, self)
        self.forms.open_wanted.connect(lambda key: self.came(person=key))
        self.listing = Listing(room)
        self._listen_to_listing()
        self.panel = GuestPanel()
        self.panel.wanted.connect(self._act_on_panel)
        self.panel.undo_wanted.connect(lambda action: self.deeds.undo((action,)))
        self._build()
        self.set_commands(*_commands(self))

    def reload(self) -> None:
        """Fetch the guests anew."""
        services = self.room.services

        def fetch() -> tuple[Event, Sequence[Guest]]:
            event = services.events.current()
            return event, services.guests.all(event.id)

        self.room.tasks.run(self, fetch, done=self._fetched)

    def came(self, **what: Any) -> None:
        """Show a person; with check_in or edit do that too; filters as FilterBar.choose."""
        self._wanted = what
        if what.get("filters"):
            self.bar.choose(**what["filters"])
        if what.get("add"):
            self._wanted = {}
            self.add()
        elif self._lines is not None:
            self._serve()

    def first_focus(self) -> QWidget | None:
        """The table, or what stands instead of it."""
        return self.listing.focus_goal()

    def areas(self) -> tuple[QWidget, ...]:
        """Title row, filters, table and panel."""
        parts: tuple[QWidget, ...] = (self.frame.head, self.frame.filter_area, self.listing)
        return (*parts, self.panel) if self.panel.isVisible() else parts

    def add(self) -> None:
        """Open the form for a new guest."""
        if self.event_ is None:
            return
        self.forms.add(self.event_, self._lines or ())

    def edit(self, key: str = "") -> None:
        """Open the form for a guest, the one with the focus if none is named."""
        wanted = key or self.listing.current_id()
        if self.event_ is not None and wanted:
            self.forms.edit(self.event_, self._lines or (), wanted)

    def check_in(self, ids: Sequence[str]) -> None:
        """Let guests in."""
        if self.event_ is not None and ids:
            self.deeds.check_in(self.event_, ids)

    def print_badges(self, ids: Sequence[str]) -> None:
        """Go on to the badges of these guests."""
        if ids:
            self.room.navigate(BADGES, ids=tuple(ids))

    def _build(self) -> None:
        bring = Button(_("Import"), icon="upload")
        bring.clicked.connect(lambda: self.room.navigate(IMPORT))
        export = Button(_("Export"), icon="download")
        self.export = ListExport(self.room, export, self)
        new = Button(_("Add participant"), "main", icon="plus", key="Ctrl+N")
        new.clicked.connect(self.add)
        self.frame = Scaffold(self.room.messages, TITLE(), actions=(bring, export, new), page=self)
        self.frame.filters(*self.bar.items())
        self.frame.content(self.listing)
        self.frame.panel(self.panel)

    def _listen_to_listing(self) -> None:
        listing = self.listing
        listing.opened.connect(lambda key: self._open(key, take_focus=True))
        listing.current_changed.connect(self._follow)
        listing.main_action.connect(lambda key: self.check_in(listing.chosen() or (key,)))
        listing.menu_wanted.connect(self._menu)
        listing.wanted.connect(self._act)
        listing.clear_filters.connect(self.bar.clear)
        listing.add_wanted.connect(self.add)
        listing.import_wanted.connect(lambda: self.room.navigate(IMPORT))

    def _fetched(self, found: tuple[Event, Sequence[Guest]]) -> None:
        event, self._lines = found
        if self.event_ != event:
            self.event_ = event
            self.export.event_id = event.id
            self.listing.use_zone(event.zone)
        self._filter()

    def _filter(self) -> None:
        """Choose what is shown, in the background; the latest question counts."""
        lines, event = self._lines, self.event_
        if lines is None or event is None:
            return
        self._asked += 1
        asked, filters, guests = self._asked, self.bar.filters(), self.room.services.guests

        def choose() -> Selection:
            hits = None
            if filters.text:
                hits = guests.find_ids(event.id, filters.text, len(lines) or 1)
            return select(lines, filters, hits)

        self.room.tasks.run(
            self, choose, done=lambda selection: self._show(asked, selection, filters)
        )

    def _show(self, asked: int, selection: Selection, filters: Filters) -> None:
        if asked != self._asked:
            return
        self.bar.show_found(selection)
        self.listing.show_selection(selection, filters)
        if self._touched:
            self.listing.mark_changed(self._touched)
            self._touched = ()
        if self._wanted:
            self._serve()
        if self.panel.isVisible():
            self._refresh_panel()

    def _serve(self) -> None:
        """Do what the page was navigated to for."""
        wanted, self._wanted = self._wanted, {}
        key = str(wanted.get("person", ""))
        if not key:
            return
        if not self.listing.go_to(key):
            if self.bar.filters().any and any(guest.id == key for guest in self._lines or ()):
                self.bar.clear()
            self._wanted = wanted  # a guest just added comes with the next rows
            return
        self._open(key)
        if wanted.get("check_in"):
            self.check_in((key,))
        if wanted.get("edit"):
            self.edit(key)

    def _did(self, ids: tuple[str, ...]) -> None:
        self._touched = tuple(ids)

    def _follow(self, key: str) -> None:
        if self.panel.isVisible():
            self._load_panel(key)

    def _open(self, key: str, *, take_focus: bool = False) -> None:
        self.panel.open_panel(self.listing.focus_goal(), take_focus=take_focus)
        self._load_panel(key)

    def _refresh_panel(self) -> None:
        file = self.panel.file
        if file is None:
            return
        if any(guest.id == file.guest.id for guest in self._lines or ()):
            self._load_panel(file.guest.id)
        else:
            self.panel.close_panel()

    def _load_panel(self, key: str) -> None:
        """Fetch everything about one guest; the latest asked for is shown."""
        guest = next((one for one in self._lines or () if one.id == key), None)
        event = self.event_
        if guest is None or event is None:
            return
        self._panel_asked += 1
        asked, services = self._panel_asked, self.room.services
        namesakes = sum(1 for one in self._lines or () if one.sort_key == guest.sort_key) - 1

        def fetch() -> GuestFile:
            history = services.history.of_guest(key)
            return GuestFile(
                guest,
                services.guests.details(key),
                tuple((deed, tuple(changes)) for deed, changes in history),
                services.badges.printed(event.id).get(key, ""),
                namesakes,
                event.zone,
            )

        def show(file: GuestFile) -> None:
            if asked == self._panel_asked:
                self.panel.show_file(file)

        self.room.tasks.run(self, fetch, done=show)

    def _act_on_panel(self, what: str) -> None:
        file = self.panel.file
        if file is None:
            return
        if what == "compare":
            self.bar.clear()
            self.bar.search.setText(file.guest.name)
        elif what == "block":
            self.forms.block(file.guest.id, file.guest.name)
        elif what == "unblock":
            self.deeds.block(file.guest.id, "")
        else:
            self._act(what, (file.guest.id,))

    def _act(self, what: str, ids: tuple[str, ...] = ()) -> None:
        chosen = ids or self.listing.chosen()
        if not chosen:
            return
        if what.startswith("category:"):
            self.deeds.set_category(chosen, what.removeprefix("category:"))
            return
        {
            "check_in": lambda: self.check_in(chosen),
            "print": lambda: self.print_badges(chosen),
            "edit": lambda: self.edit(chosen[0]),
            "cancel": lambda: self.deeds.set_status(chosen, Status.CANCELLED),
            "wait": lambda: self.deeds.set_status(chosen, Status.WAITING),
            "reinstate": lambda: self.deeds.set_status(chosen, Status.REGISTERED),
            "remove": lambda: self.deeds.remove(chosen),
        }[what]()

    def _menu(self, key: str, place: QPoint) -> None:
        menu = self.listing.menu(self, lambda what: self._act(what, (key,)))
        menu.popup(place)


def _commands(page: ParticipantsPage) -> tuple[Command, ...]:
    listing, room = page.listing, page.room
    return (
        Command(_("Add participant"), page.add, "Ctrl+N", "user-plus"),
        Command(_("Import participants"), lambda: room.navigate(IMPORT), icon="upload"),
        Command(_("Export the list"), page.export.choose_list, icon="download"),
        Command(_("Find in the list"), page.bar.search.setFocus, "Ctrl+F", "search"),
        Command(
            _("Check in the chosen"),
            lambda: page.check_in(listing.chosen()),
            "Ctrl+Enter",
            "circle-check",
        ),
        Command(
            _("Print badges of the chosen"),
            lambda: page.print_badges(listing.chosen()),
            "Ctrl+P",
            "printer",
            bind=True,
        ),
        Command(_("Change the guest"), page.edit, "F2", "pencil", bind=True),
        Command(_("Clear filters"), page.bar.clear, icon="filter-x"),
    )


PAGE = ParticipantsPage

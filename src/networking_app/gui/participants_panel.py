"""The side panel of one guest: facts, what can be done, and what was done before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from networking_app.domain.registration import Permission, Purpose, Status
from networking_app.gui.icons import IconView
from networking_app.gui.participants_table import face
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.banner import Banner, Notice
from networking_app.gui.widgets.button import Button, IconButton
from networking_app.gui.widgets.flow import Flow
from networking_app.gui.widgets.layout import box, column, line, plain, row
from networking_app.gui.widgets.marks import Pill, Tag
from networking_app.gui.widgets.side_panel import Facts, SidePanel
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import dates
from networking_app.wording import history as wording
from networking_app.wording import registration as words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout, QWidget

    from networking_app.domain.history import Deed, FieldChange
    from networking_app.domain.registration import Guest, GuestDetails

_TOLD = frozenset(
    {"given", "family", "badge_name", "email", "phone_typed", "category", "status", "title",
     "note", "city", "attention", "holds", "blocked"}
)  # fmt: skip
_MADE = frozenset({"add_guest", "walk_in", "import", "example"})
_ICONS = {
    "import": "file-spreadsheet",
    "check_in": "circle-check",
    "cancel": "ban",
    "block": "ban",
    "wait": "hourglass",
    "delete_guest": "trash-2",
    "print_badges": "printer",
    "undo": "undo-2",
    "add_guest": "user-plus",
    "walk_in": "user-plus",
}
_SHOWN = 12  # entries of the history before "Show all"


@dataclass(frozen=True, slots=True)
class GuestFile:
    """What the panel shows of one guest.

    Attributes:
        printed: when the badge was printed last, ISO 8601 in UTC, empty if never.
        namesakes: how many other guests have this name.
        zone: of the event.
    """

    guest: Guest
    details: GuestDetails
    history: tuple[tuple[Deed, tuple[FieldChange, ...]], ...]
    printed: str = ""
    namesakes: int = 0
    zone: str = "Europe/Helsinki"


class GuestPanel(SidePanel):
    """Shows one guest; asks the page to do things.

    `wanted(what)`: "edit", "check_in", "print", "cancel", "reinstate", "block", "unblock",
    "remove" or "compare".
    `undo_wanted(id)`: take back one entry of the history.
    """

    wanted = Signal(str)
    undo_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.edit = IconButton("pencil", _("Edit"))
        super().__init__(_("Participant"), (self.edit,), parent)
        self.edit.clicked.connect(lambda: self.wanted.emit("edit"))
        self.file: GuestFile | None = None
        self._whole_history = False

    def show_file(self, file: GuestFile) -> None:
        """Show this guest; what was revealed of another one is hidden again."""
        held = self._held_focus()
        if self.file is None or self.file.guest.id != file.guest.id:
            self._whole_history = False
        self.file = file
        guest = file.guest
        self.show_title(guest.name, guest.title)
        self.clear()
        self.body.addLayout(self._marks(guest, file.zone))
        self.body.addLayout(self._actions(guest, blocked=bool(file.details.blocked)))
        if file.details.blocked:
            self.body.addWidget(self._blocked(file.details.blocked))
        if file.namesakes:
            self.body.addWidget(self._namesakes(file.namesakes))
        if file.details.attention:
            self.body.addWidget(_desk_note(file.details))
        self.body.addWidget(_facts(file))
        for part in self._private(file.details):
            self.body.addWidget(part)
        self._add_answers(file.details)
        self.body.addWidget(line())
        self._add_history(file)
        if held:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _held_focus(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus) and focus is not self.edit

    def _marks(self, guest: Guest, zone: str) -> QBoxLayout:
        pill = face(guest, zone)
        return row(Pill(pill.kind, pill.text), Tag(words.category(guest.category)), None)

    def _actions(self, guest: Guest, *, blocked: bool) -> QBoxLayout:
        first = Button(_("Check in"), "main", icon="circle-check")
        self._ask(first, "check_in")
        second = Button(_("Print badge"), icon="printer")
        self._ask(second, "print")
        if guest.status is Status.REGISTERED:
            other = Button(_("Cancel registration"), "quiet")
            self._ask(other, "cancel")
        else:
            other = Button(_("Register again"), icon="rotate-ccw")
            self._ask(other, "reinstate")
        remove = Button(_("Remove"), "quiet")
        self._ask(remove, "remove")
        block = Button(_("Block"), "quiet")
        self._ask(block, "block")
        if blocked:
            block.hide()
        if guest.arrived or blocked or guest.status is not Status.REGISTERED:
            first.hide()
        more = plain(Flow(other, block, remove, gap=Space.SMALL))
        return column(row(first, second, None), more, gap=Space.SMALL)

    def _ask(self, button: Button, what: str) -> None:
        button.clicked.connect(lambda: self.wanted.emit(what))

    def _blocked(self, reason: str) -> QWidget:
        """Why the guest is not let in, and the way back."""
        again = Button(_("Let in again"), icon="rotate-ccw")
        self._ask(again, "unblock")
        head = row(
            IconView("ban", "bad_text", "icon_m"), (Label(_("Blocked"), "strong", "bad_text"), 1)
        )
        said = column(
            head,
            Label(reason, "body", wrap=True),
            row(again, None),
            gap=Space.SMALL,
            margins=(Space.NORMAL, Space.TIGHT),
        )
        return box("banner_bad", said)

    def _namesakes(self, count: int) -> Banner:
        text = ngettext("Same name twice.", "Same name {n} times.", count)
        notice = Notice(
            "warn",
            text.format(n=count + 1),
            action=_("Compare"),
            act=lambda: self.wanted.emit("compare"),
        )
        return Banner(notice)

    def _private(self, details: GuestDetails) -> list[QWidget]:
        """Diet and needs, hidden until somebody asks for them."""
        secret = [
            (name, value)
            for name, value in ((_("Diet"), details.diet), (_("Access needs"), details.access))
            if value
        ]
        if not secret:
            return []
        facts = Facts(*secret)
        facts.hide()
        hint = Label(_("Diet and needs are for the kitchen and the hosts only."), "caption",
                     "text2", wrap=True)  # fmt: skip
        show = Button(_("Show diet and needs"), "quiet", icon="eye")

        def turn() -> None:
            hidden = facts.isHidden()
            facts.setVisible(hidden)
            show.icon_name = "eye-off" if hidden else "eye"
            show.show_text(_("Hide diet and needs") if hidden else _("Show diet and needs"))

        show.clicked.connect(turn)
        return [plain(column(hint, row(show, None), facts, gap=Space.TINY))]

    def _add_answers(self, details: GuestDetails) -> None:
        said = [(question, answer) for question, answer in details.answers if answer]
        if details.note:
            said.insert(0, (_("Note"), details.note))
        for question, answer in said:
            text = Label(answer, "body", wrap=True)
            text.setAccessibleName(f"{question}: {answer}")
            self.body.addLayout(
                column(Label(question, "caption", "text2", wrap=True), text, gap=Space.HAIR)
            )

    def _add_history(self, file: GuestFile) -> None:
        self.body.addWidget(Label(_("History"), "h3"))
        entries = file.history if self._whole_history else file.history[:_SHOWN]
        for deed, changes in entries:
            self.body.addWidget(self._entry(deed, changes, file.zone))
        hidden = len(file.history) - len(entries)
        if hidden:
            more = Button(
                ngettext("Show {n} more", "Show {n} more", hidden).format(n=hidden), "quiet"
            )
            more.clicked.connect(self._show_whole_history)
            self.body.addLayout(row(more, None))

    def _show_whole_history(self) -> None:
        self._whole_history = True
        if self.file is not None:
            self.show_file(self.file)

    def _entry(self, deed: Deed, changes: tuple[FieldChange, ...], zone: str) -> QWidget:
        sentence = wording.sentence(deed)
        texts = column(Label(sentence, "body", "text3" if deed.undone else "text", wrap=True),
                       gap=Space.HAIR)  # fmt: skip
        if deed.deed not in _MADE:
            for change in changes:
                if change.field in _TOLD:
                    texts.addWidget(Label(wording.field(change), "caption", "text2", wrap=True))
        texts.addWidget(Label(_where(deed, zone), "caption", "text2", wrap=True))
        icon = IconView(_ICONS.get(deed.deed, "pencil"), "text2", "icon")
        top = Qt.AlignmentFlag.AlignTop
        items = row((icon, 0, top), (texts, 1), gap=Space.TIGHT)
        count = int(deed.facts.get("rows", deed.facts.get("count", 1)))
        if not deed.undone and deed.deed not in {"undo", "print_badges", *_MADE}:
            undo = Button(
                _("Undo") if count < 2 else _("Undo for all {n}").format(n=count), "quiet"
            )
            undo.setAccessibleDescription(sentence)
            undo.clicked.connect(lambda: self.undo_wanted.emit(deed.id))
            items.addWidget(undo, 0, top)
        return plain(items)


def _desk_note(details: GuestDetails) -> QWidget:
    """The note that the desk shows, and whether it stops the guest."""
    note = column(
        Label(_("Note for the desk"), "caption", "text2"),
        Label(details.attention, "body", wrap=True),
        gap=Space.HAIR,
    )
    if details.holds:
        note.addLayout(row(Pill("warning", _("Held until confirmed")), None))
    return plain(note)


def _where(deed: Deed, zone: str) -> str:
    when = dates.day_and_time(deed.at, zone)
    who = deed.actor or deed.device
    if deed.undone:
        return _("{when} · {who} · taken back").format(when=when, who=who)
    return _("{when} · {who}").format(when=when, who=who) if who else when


def _facts(file: GuestFile) -> Facts:
    guest, details = file.guest, file.details
    consents = dict(details.consents)
    printed = dates.day_and_time(file.printed, file.zone) if file.printed else _("not printed")
    return Facts(
        (_("Organisation"), details.organisation),
        (_("E-mail"), details.email),
        (_("Phone"), details.phone_typed or details.phone),
        (_("Name on the badge"), details.badge_name),
        (_("City"), details.city),
        (_("Languages"), details.languages),
        (_("Ticket"), guest.code),
        (_("Badge code"), guest.badge_code),
        (_("Other codes"), ", ".join(details.codes)),
        (_("Badge"), printed),
        (_("Photos"), photo_words(consents.get(Purpose.PHOTO))),
        (_("Contacts"), _sharing(consents.get(Purpose.CONTACT_SHARING))),
        (_("Messages"), _marketing(consents.get(Purpose.MARKETING))),
        (_("Keywords"), ", ".join(details.tags)),
        (_("Source"), guest.source),
    )


def photo_words(permission: Permission | None) -> str:
    """The permission for photos in words; nothing was asked: nothing."""
    return {
        Permission.YES: _("May be published"),
        Permission.ASK: _("Ask before publishing"),
        Permission.NO: _("No photos"),
    }.get(permission, "") if permission else ""  # fmt: skip


def _sharing(permission: Permission | None) -> str:
    if permission is None:
        return ""
    return _("May be shared") if permission is Permission.YES else _("Not to be shared")


def _marketing(permission: Permission | None) -> str:
    if permission is None:
        return ""
    return _("May be sent") if permission is Permission.YES else _("Not to be sent")

"""The form for a new guest or for changing one, with a warning when the person seems known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from networking_app.domain.merging import name_key
from networking_app.domain.registration import (
    KNOWN_CATEGORIES,
    PARTICIPANT,
    GuestDetails,
    Permission,
    Purpose,
)
from networking_app.exchange.importers import emails, phones
from networking_app.gui.announce import announce
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.banner import Banner, Notice
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.form import Field, Segmented, first_wrong, side_by_side
from networking_app.gui.widgets.layout import column, empty, plain, row, scrolled
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext, pgettext
from networking_app.wording import registration as words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from networking_app.domain.registration import Guest

_WAIT = 250  # ms of quiet before a look for doubles


class GuestForm(QDialog):
    """A form over the window.

    `saved(GuestDetails)` when it was filled in right; `open_wanted(id)` when somebody wants to see
    the guest that the form warns of.
    """

    saved = Signal(object)
    open_wanted = Signal(str)

    def __init__(
        self,
        details: GuestDetails | None = None,
        *,
        categories: Sequence[str] = (),
        organisations: Sequence[str] = (),
        look_up: Callable[[str, Callable[[Sequence[Guest]], None]], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the form.

        Args:
            details: of the guest to change; None for a new one.
            categories: those in use, offered in the list.
            organisations: those in use, offered while typing.
            look_up: is given a text and gives back the guests like it.
            parent: the window.
        """
        super().__init__(parent)
        self._before = details
        self._look_up = look_up
        title = _("Change {name}").format(name=details.name) if details else _("Add participant")
        self.setWindowTitle(title)
        self.setMinimumWidth(look().px(look().sizes.dialog))
        self._make_fields(details or GuestDetails(), categories, organisations)
        self._warning = column(gap=0)
        self._failed = Label("", "caption", "bad_text", wrap=True)
        self._failed.hide()
        self._lay_out(title)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        if details is None:
            for field in (self.given, self.family, self.email):
                field.changed.connect(lambda _text: self._timer.start(_WAIT))
        self.given.focus()

    def details(self) -> GuestDetails:
        """What the form says now."""
        before = self._before or GuestDetails()
        phone = self.phone.text()
        consents = dict(before.consents)
        consents.pop(Purpose.PHOTO, None)
        if chosen := self.photo.value():
            consents[Purpose.PHOTO] = Permission(chosen)
        return replace(
            before,
            given=self.given.text(),
            family=self.family.text(),
            badge_name=self.badge_name.text(),
            email=self.email.text(),
            phone=phones.read(phone).number if phone else "",
            phone_typed=phone,
            organisation=self.organisation.text(),
            title=self.title_.text(),
            category=self._category_word(),
            diet=self.diet.text(),
            access=self.access.text(),
            note=self.note.text(),
            attention=self.attention.text(),
            holds=self.holds.isChecked() and bool(self.attention.text()),
            consents=tuple(consents.items()),
        )

    def save(self) -> None:
        """Hand the details over, or show what is wrong and put the focus there."""
        fields = (self.given, self.family, self.email, self.phone)
        wrong = first_wrong(*fields)
        if wrong is not None:
            count = sum(1 for field in fields if field.error())
            text = ngettext("{n} field needs a look", "{n} fields need a look", count)
            self._failed.setText(text.format(n=count))
            self._failed.show()
            announce(self, wrong.error(), urgent=True)
            wrong.focus()
            return
        self.saved.emit(self.details())
        self.accept()

    def _make_fields(
        self, details: GuestDetails, categories: Sequence[str], organisations: Sequence[str]
    ) -> None:
        self.given = Field(_("First name"), QLineEdit(details.given), check=self._wrong_name)
        self.family = Field(_("Last name"), QLineEdit(details.family))
        self.email = Field(_("E-mail"), QLineEdit(details.email), check=wrong_email)
        self.phone = Field(
            _("Phone"), QLineEdit(details.phone_typed or details.phone), check=wrong_phone
        )
        self.organisation = Field(_("Organisation"), QLineEdit(details.organisation))
        completer = QCompleter(list(organisations), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        if isinstance(self.organisation.editor, QLineEdit):
            self.organisation.editor.setCompleter(completer)
        self.title_ = Field(pgettext("of a person", "Title"), QLineEdit(details.title))
        self.category = Field(_("Category"), self._categories(details, categories))
        self.badge_name = Field(
            _("Name on the badge"),
            QLineEdit(details.badge_name),
            hint=_("Only when it differs from the name"),
        )
        self.diet = Field(_("Diet"), QLineEdit(details.diet), hint=_("On no badge and no list"))
        self.access = Field(_("Access needs"), QLineEdit(details.access))
        self.note = Field(_("Note"), _lines(details.note), hint=_("For the organisers"))
        self.attention = Field(
            _("Note for the desk"),
            _lines(details.attention),
            hint=_("Shown when the guest comes, its first line large"),
        )
        self.holds = QCheckBox(_("Hold at the desk until confirmed"))
        self.holds.setChecked(details.holds)
        self.attention.changed.connect(self._show_holds)
        self._show_holds(details.attention)
        photo = dict(details.consents).get(Purpose.PHOTO)
        choices = (("yes", _("Allowed")), ("ask", _("Ask first")), ("no", _("No photos")))
        self.photo = Segmented(_("Photos"), choices, photo.value if photo else "")

    def _categories(self, details: GuestDetails, categories: Sequence[str]) -> QComboBox:
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for word in dict.fromkeys((*KNOWN_CATEGORIES, *categories)):
            box.addItem(words.category(word), word)
        box.setCurrentText(words.category(details.category or PARTICIPANT))
        return box

    def _category_word(self) -> str:
        """The known word of what is chosen or typed, else the text itself."""
        box, typed = self.category.editor, self.category.text()
        if isinstance(box, QComboBox):
            found = box.findText(typed, Qt.MatchFlag.MatchFixedString)
            if found >= 0:
                return str(box.itemData(found))
        return typed

    def _lay_out(self, title: str) -> None:
        photos = column(
            Label(_("Photos"), "caption_strong", "text2"), row(self.photo, None), gap=Space.TINY
        )
        inside = QWidget()
        inside.setProperty("cls", "scrolled")
        inside.setLayout(
            column(
                side_by_side(self.given, self.family),
                self._warning,
                side_by_side(self.email, self.phone),
                side_by_side(self.organisation, self.title_),
                side_by_side(self.category, self.badge_name),
                side_by_side(self.diet, self.access),
                photos,
                self.note,
                self.attention,
                self.holds,
                None,
                gap=Space.FIELDS,
                margins=(0, 0, Space.SMALL, 0),
            )
        )
        cancel = Button(_("Cancel"), key="Esc")
        cancel.clicked.connect(self.reject)
        self.save_button = Button(
            _("Save") if self._before else _("Add participant"), "main", key="Ctrl+S"
        )
        self.save_button.clicked.connect(self.save)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.save)
        self.setLayout(
            column(
                Label(title, "h2", wrap=True),
                (scrolled(inside), 1),
                row((self._failed, 1), None, cancel, self.save_button),
                gap=Space.ROOMY,
                margins=Space.WIDE,
            )
        )
        self.resize(look().px(660), min(look().px(780), self._room()))

    def _room(self) -> int:
        parent = self.parentWidget()
        return max(look().px(360), parent.window().height() - 24) if parent else look().px(780)

    def keyPressEvent(self, event: object) -> None:
        """Enter in a field saves, as in every form."""
        key = event.key()  # type: ignore[attr-defined]  # a QKeyEvent
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.save()
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]  # handed on as it came

    def _show_holds(self, note: str) -> None:
        """Without a note there is nothing to confirm."""
        self.holds.setEnabled(bool(note.strip()))

    def _wrong_name(self, _text: str) -> str:
        if self.given.text() or self.family.text():
            return ""
        return _("Type a first or last name")

    def _ask(self) -> None:
        name = f"{self.given.text()} {self.family.text()}".strip()
        asked = name if self.family.text() else self.email.text()
        if self._look_up is None or not asked:
            self._warn(())
        else:
            self._look_up(asked, self._warn)

    def _warn(self, found: Sequence[Guest]) -> None:
        mine, email = name_key(self.details()), self.email.text().casefold()
        same = [
            guest
            for guest in found
            if name_key(GuestDetails(given=guest.name)) == mine
            or (email and guest.email.casefold() == email)
        ]
        empty(self._warning)
        if not same:
            return
        other = same[0]
        where = ", ".join(part for part in (other.name, other.organisation) if part)
        notice = Notice(
            "warn",
            _("Already on the list: {who}").format(who=where),
            action=_("Show"),
            act=lambda: self._show(other.id),
        )
        self._warning.addWidget(plain(row((Banner(notice), 1))))
        announce(self, notice.fact)

    def _show(self, key: str) -> None:
        self.reject()
        self.open_wanted.emit(key)


def _lines(text: str) -> QPlainTextEdit:
    """A field for a few lines, left by Tab."""
    editor = QPlainTextEdit(text)
    editor.setTabChangesFocus(True)
    editor.setFixedHeight(look().px(72))
    return editor


def wrong_email(text: str) -> str:
    """What is wrong with an e-mail address, "" when nothing is."""
    if not text:
        return ""
    read = emails.read(text)
    if read.address == text and not read.kind:
        return ""
    if read.suggestion:
        return _("Did you mean {address}?").format(address=read.suggestion)
    if emails.is_valid(text):
        return ""
    domain = text.rpartition("@")[2]
    if "@" in text and "." not in domain:
        return _("The part after @ needs a dot, e.g. jarvivesi.fi")
    return _("An address looks like name@example.fi")


def wrong_phone(text: str) -> str:
    """What is wrong with a phone number, "" when it may be one."""
    if not text or phones.read(text).number:
        return ""
    return _("Type digits, e.g. 040 123 4567 or +46 70 123 45 67")

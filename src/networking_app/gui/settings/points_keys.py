"""Keys of other programs' tickets, the supervisor's PIN, and how badges are handed out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from networking_app.domain.problems import Trouble
from networking_app.gui.dialogs.ask import Ask
from networking_app.gui.icons import IconView
from networking_app.gui.settings.cards import line_of
from networking_app.gui.settings.points_fields import at_left
from networking_app.gui.settings.points_file import PointsFile, do
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.form import Field, Segmented
from networking_app.gui.widgets.layout import column, empty, plain, row
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.wording.problems import sentence_of_trouble

if TYPE_CHECKING:
    from networking_app.gui.room import Room
    from networking_app.services.points import TicketKey

WITH_CHECK_IN = "with_check_in"
_LARGEST = 64 * 1024  # bytes; a key has about 100
_SHORTEST_PIN = 4


class KeysCard(Card):
    """Public keys that sign the tickets of other programs: pasted or from a file."""

    def __init__(self, room: Room) -> None:
        super().__init__(_("Tickets of other programs"), gap=Space.NORMAL)
        self._room = room
        self._event = ""
        said = _(
            "pretix can sign its tickets. With the public key of the event, which pretix shows in"
            " the settings of the event, the desk tells a genuine ticket that is not in the list"
            " of guests yet from a forged one, also without a network."
        )
        self._list = column(gap=Space.SNUG)
        self.removes: list[Button] = []
        self.box = QPlainTextEdit()
        self.box.setTabChangesFocus(True)
        self.box.setFixedHeight(look().px(84))
        self.box.setPlaceholderText("-----BEGIN PUBLIC KEY-----")
        self.text = Field(_("Public key"), self.box, hint=_("As text, with or without the frame"))
        self.add = Button(_("Add key"), icon="plus")
        self.add.clicked.connect(lambda: self._add(self.text.text()))
        self.file = Button(_("Choose a file…"), icon="folder-open")
        self.file.clicked.connect(self._ask_file)
        self.body.addLayout(at_left(Label(said, "body", "text2", wrap=True)))
        self.body.addLayout(self._list)
        self.body.addLayout(at_left(self.text))
        self.body.addLayout(row(self.add, self.file, None))

    def show_file(self, file: PointsFile) -> None:
        """List the keys."""
        self._event = file.event.id
        empty(self._list)
        self.removes = []
        for key in file.keys:
            self._list.addWidget(self._key(key))

    def read_file(self, path: Path) -> None:
        """Take the key in a file."""
        try:
            with path.open("rb") as opened:
                text = opened.read(_LARGEST).decode("utf-8-sig", "replace")
        except OSError:
            self.text.show_error(_("The file cannot be read, choose another one"))
            return
        self._add(text)

    def _key(self, key: TicketKey) -> QWidget:
        lines = [one for one in key.public_key.splitlines() if not one.startswith("-----")]
        whole = "".join(lines)
        short = f"{whole[:12]}…{whole[-8:]}" if len(whole) > 24 else whole
        remove = Button(_("Remove"), "quiet", icon="trash-2")
        remove.setAccessibleName(_("Remove the key {key}").format(key=short))
        remove.clicked.connect(partial(self._remove, key.id))
        self.removes.append(remove)
        texts = column(Label("pretix", "strong"), Label(short, "caption", "text2"), gap=0)
        view = IconView("shield", "ok_text", "icon_m", says=_("Checked"))
        return plain(row(view, (texts, 1), remove, gap=Space.NORMAL))

    def _add(self, text: str) -> None:
        if not text.strip():
            self.text.show_error(_("Paste the key here, or choose a file"))
            self.text.focus()
            return
        points, event = self._room.services.points, self._event
        do(
            self._room,
            self,
            "add_ticket_key",
            lambda: points.add_ticket_key(event, text),
            done=self._added,
            failed=self._failed,
        )

    def _added(self) -> None:
        self.box.clear()
        self.text.show_error("")

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Trouble):
            self.text.show_error(sentence_of_trouble(error))
            self.text.focus()
        else:
            self._room.messages.trouble(error)

    def _remove(self, key: str) -> None:
        points = self._room.services.points
        do(self._room, self, "remove_ticket_key", lambda: points.remove_ticket_key(key))

    def _ask_file(self) -> None:
        folder = self._room.preferences.now.last_folder or str(self._room.documents)
        dialog = QFileDialog(self, _("Public key"), folder)
        dialog.setNameFilters([_("Keys (*.pem *.pub *.txt)"), _("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.read_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class PinCard(Card):
    """The supervisor's PIN: set, changed, removed."""

    def __init__(self, room: Room) -> None:
        super().__init__(_("PIN of the supervisor"), gap=Space.NORMAL)
        self._room = room
        self._event = ""
        self._has_pin = False
        self.said = Label("", "body", "text2", wrap=True)
        self.line, self.again_line = _hidden(), _hidden()
        self.pin = Field(_("PIN"), self.line, check=_wrong_pin)
        self.again = Field(_("The same once more"), self.again_line, check=self._wrong_again)
        self.set = Button(_("Set the PIN"), icon="lock")
        self.set.clicked.connect(self._set)
        self.remove = Button(_("Remove the PIN"), "quiet")
        self.remove.clicked.connect(self._ask)
        for line in (self.line, self.again_line):
            line.returnPressed.connect(self._set)
        top = Qt.AlignmentFlag.AlignTop
        buttons = plain(column(Space.CARD, row(self.set, self.remove, gap=Space.SMALL), gap=0))
        self.body.addLayout(at_left(self.said))
        self.body.addLayout(
            row((self.pin, 0, top), (self.again, 0, top), (buttons, 0, top), None,
                gap=Space.NORMAL)
        )  # fmt: skip

    def show_file(self, file: PointsFile) -> None:
        """Say whether there is one."""
        self._event, self._has_pin = file.event.id, file.event.has_pin
        self.said.setText(
            _(
                "A PIN is set: the desk asks for it before a guest is let in against a rule, and"
                " the self-service screen before it closes."
            )
            if self._has_pin
            else _(
                "No PIN is set: everybody at a desk that may do so lets guests in against a rule"
                " with a reason alone."
            )
        )
        self.set.show_text(_("Change the PIN") if self._has_pin else _("Set the PIN"))
        self.remove.setVisible(self._has_pin)

    def _set(self) -> None:
        fields = (self.pin, self.again)
        wrong = next((field for field in [f for f in fields if not f.is_right()]), None)
        if wrong is not None:
            wrong.focus()
            return
        self._put(self.pin.text())

    def _ask(self) -> None:
        question = Ask(
            _("Remove the PIN?"),
            _("Nobody is asked for a PIN then before a guest is let in against a rule."),
            _("Remove the PIN"),
            _("Keep it"),
            lambda: self._put(""),
            parent=self.window(),
        )
        question.open()

    def _put(self, pin: str) -> None:
        points, event = self._room.services.points, self._event
        said = _("The PIN was removed") if not pin else _("The PIN was set")

        def done(_result: object) -> None:
            for field in (self.pin, self.again):
                field.set_text("")
            self._room.messages.toast(said, icon="lock")

        self._room.tasks.run(self, lambda: points.set_pin(event, pin), done=done)

    def _wrong_again(self, text: str) -> str:
        return "" if text == self.pin.text() else _("The two are not the same")


class HandOutCard(Card):
    """Whether a check-in hands out the badge too, and how printed badges are sorted."""

    def __init__(self, room: Room) -> None:
        super().__init__(_("Handing out badges"), gap=Space.ROOMY)
        self._room = room
        self._event = ""
        self.way = Segmented(
            _("Badges"),
            ((WITH_CHECK_IN, _("With the check-in")), ("", _("Apart"))),
        )
        self.way.chosen.connect(self._choose)
        self.boxes_line = QLineEdit()
        self.boxes_line.setFixedWidth(look().px(120))
        self.boxes = Field(_("Badges in one box"), self.boxes_line, check=_wrong_size)
        self.boxes_line.editingFinished.connect(self._save_boxes)
        self._size = 0
        self.body.addLayout(
            line_of(
                _("Badges are handed out"),
                self.way,
                _("Apart: the desk notes it with a key of its own, such as at a badge table"),
            )
        )
        self.body.addLayout(at_left(self.boxes))

    def show_file(self, file: PointsFile) -> None:
        """Show how it is."""
        self._event, self._size = file.event.id, file.event.box_size
        self.way.choose(WITH_CHECK_IN if file.event.hands_out else "")
        self.boxes.show_hint(
            _("Printed badges are numbered by boxes, the desk says “box 4, no. 117”")
        )
        if not self.boxes_line.hasFocus():
            self.boxes.set_text(str(self._size) if self._size else "")

    def _choose(self, way: str) -> None:
        events, event = self._room.services.events, self._event
        self._room.tasks.run(self, lambda: events.change(event, hand_out=way))

    def _save_boxes(self) -> None:
        if not self.boxes.is_right():
            return
        size = int(self.boxes.text() or 0)
        if size != self._size:
            self._size = size
            events, event = self._room.services.events, self._event
            self._room.tasks.run(self, lambda: events.change(event, box_size=size))


def _hidden() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setFixedWidth(look().px(160))
    return line


def _wrong_pin(text: str) -> str:
    if len(text) >= _SHORTEST_PIN:
        return ""
    return _("Use at least {n} digits or letters").format(n=_SHORTEST_PIN)


def _wrong_size(text: str) -> str:
    if not text or (text.isdecimal() and int(text) < 10_000):
        return ""
    return _("Write a number such as {example}").format(example="50")

"""Settings of this computer: look and language, the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from networking_app.gui.home.first_start import change, languages, themes
from networking_app.gui.theme import look
from networking_app.gui.tokens import TEXT_SIZES, Space
from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.form import Field, Segmented
from networking_app.gui.widgets.layout import column, row
from networking_app.gui.widgets.text import Label
from networking_app.support import i18n
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.gui.room import Room

LABEL = 190
"""Width of the names of settings at 100 % text size."""


def line_of(name: str, control: QWidget, hint: str = "") -> QHBoxLayout:
    """A setting: its name, what changes it, and what it does."""
    label = Label(name, "strong", wrap=True)
    label.setFixedWidth(look().px(LABEL))
    label.setMinimumHeight(look().sizes.control)
    label.setBuddy(control)
    if not control.accessibleName() and not isinstance(control, QCheckBox):
        control.setAccessibleName(name)
    right = column(row(control, None), gap=Space.TINY)
    if hint:
        right.addWidget(Label(hint, "caption", "text2", wrap=True))
        control.setAccessibleDescription(hint)
    control.setMinimumHeight(look().sizes.control)
    return row((label, 0, Qt.AlignmentFlag.AlignTop), (right, 1), gap=Space.ROOMY)


class LookCard(Card):
    """Language, theme, text size, motion; all take effect at once."""

    def __init__(self, room: Room) -> None:
        super().__init__(_("Language and look"), gap=Space.ROOMY)
        now = room.preferences.now
        self.language = Segmented(_("Language"), languages(), i18n.current())
        self.language.chosen.connect(lambda value: change(room, language=value))
        self.theme = Segmented(_("Theme"), themes(), now.theme)
        self.theme.chosen.connect(lambda value: change(room, theme=value))
        sizes = tuple((str(size), f"{size} %") for size in TEXT_SIZES)
        self.text_size = Segmented(_("Text size"), sizes, str(now.text_size))
        self.text_size.chosen.connect(lambda value: change(room, text_size=int(value)))
        self.motion = QCheckBox(_("Nothing fades or slides"))
        self.motion.setChecked(now.reduce_motion)
        self.motion.toggled.connect(lambda on: change(room, reduce_motion=on))
        self.body.addLayout(
            line_of(_("Language"), self.language, _("Badges and lists follow it too"))
        )
        self.body.addLayout(line_of(_("Theme"), self.theme))
        self.body.addLayout(line_of(_("Text size"), self.text_size))
        self.body.addLayout(line_of(_("Reduce motion"), self.motion))


class DeskCard(Card):
    """What this desk is called, and which keys answer."""

    def __init__(self, room: Room) -> None:
        super().__init__(_("Check-in desk"), gap=Space.ROOMY)
        self._room = room
        now = room.preferences.now
        self.name = Field(
            _("Name of this desk"),
            QLineEdit(now.desk_name),
            hint=_("Check-ins carry it, such as {example}").format(example=_("Main door")),
        )
        editor = self.name.editor
        if isinstance(editor, QLineEdit):
            editor.setPlaceholderText(room.office.desk if room.office else "")
            editor.editingFinished.connect(self._rename)
        self.name.setMaximumWidth(look().px(420))
        self.numbers = QCheckBox(_("1 to 3 answer a question at the desk"))
        self.numbers.setChecked(now.number_keys_answer)
        self.numbers.toggled.connect(lambda on: change(room, number_keys_answer=on))
        self.body.addWidget(self.name)
        self.honours = QCheckBox(_("Tell when a speaker, VIP or decision-maker arrives"))
        self.honours.setChecked(now.honour_alerts)
        self.honours.toggled.connect(lambda on: change(room, honour_alerts=on))
        self.body.addLayout(
            line_of(_("Number keys"), self.numbers, _("Alt+1 to Alt+3 always answer"))
        )
        self.body.addLayout(
            line_of(_("Guests of honour"), self.honours, _("At whatever desk they are let in"))
        )

    def _rename(self) -> None:
        """Use the new name from the next check-in on: the file is opened under it again."""
        name = self.name.text()
        if name == self._room.preferences.now.desk_name:
            return
        change(self._room, desk_name=name)
        if self._room.office is not None:
            self._room.reopen(path=self._room.office.workspace.path, page="settings")

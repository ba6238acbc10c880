"""The form for an event: title, days, times, place and how many fit, for a new one or a change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QDialog, QFileDialog, QLineEdit, QWidget

from networking_app.domain.typed_dates import event_span, typed_day, typed_time
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.form import Field, Segmented, first_wrong, side_by_side
from networking_app.gui.widgets.layout import column, plain, row, scrolled
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext, pgettext
from networking_app.wording import dates

if TYPE_CHECKING:
    from datetime import date

    from networking_app.domain.event import Event

ENDING = ".nwapp"
ZONE = "Europe/Helsinki"
_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EventForm:
    """What was filled in.

    Attributes:
        values: fields of domain.event.Event by name.
        file: the new file; None puts the event into the file that is open, or changes it.
    """

    values: dict[str, str | int | None]
    file: Path | None = None


class EventDialog(QDialog):
    """Asks for an event; `form()` says what was filled in once it was accepted."""

    def __init__(
        self,
        today: date,
        *,
        event: Event | None = None,
        folder: Path | None = None,
        opened: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make the form.

        Args:
            today: what a day without a year is seen from.
            event: the event to change; None for a new one.
            folder: where the file of a new event goes.
            opened: title of the event that is open, whose file may hold the new one too.
            parent: the window.
        """
        super().__init__(parent)
        self._today = today
        self._folder = folder
        self._is_new = event is None
        self._chose_file = False
        self.setWindowTitle(_("New event") if event is None else _("Edit event"))
        self._make_fields(event)
        self._make_place(opened)
        self.save = Button(_("Create event") if event is None else _("Save"), "main", icon="check")
        self.save.clicked.connect(self._try)
        self.save.setDefault(True)
        self._said = Label("", "caption", "bad_text", wrap=True)
        self._said.hide()
        self._arrange()
        self.title.focus()

    def form(self) -> EventForm:
        """What was filled in; ask after it was accepted."""
        zone = self.zone.text() or ZONE
        start, end = event_span(
            typed_day(self.day.text(), self._today),
            typed_day(self.last_day.text(), self._today),
            typed_time(self.begins.text()),
            typed_time(self.ends.text()),
            zone,
        )
        values: dict[str, str | int | None] = {
            "title": self.title.text(),
            "tagline": self.tagline.text(),
            "start": start,
            "end": end,
            "zone": zone,
            "place": self.place.text(),
            "capacity": int(self.capacity.text()) if self.capacity.text() else None,
        }
        own_file = self._is_new and self.where.value() == "own"
        return EventForm(values, self._path() if own_file else None)

    def _make_fields(self, event: Event | None) -> None:
        zone = event.zone if event else ZONE
        start, end = (event.start, event.end) if event else ("", "")
        first, last = dates.calendar_day(start, zone), dates.calendar_day(end, zone)
        several = first is not None and last is not None and last > first
        self.title = Field(
            pgettext("of an event", "Title"), QLineEdit(event.title if event else ""), required=True
        )
        self.tagline = Field(_("Line under the title"), QLineEdit(event.tagline if event else ""))
        self.day = Field(
            _("Day"),
            QLineEdit(dates.day(start, zone) if first else start),
            hint=_("Such as {example}").format(example="26.11.2026"),
            check=self._wrong_day,
        )
        self.last_day = Field(
            _("Last day"),
            QLineEdit(dates.day(end, zone) if several else ""),
            hint=_("Only when it takes several days"),
            check=self._wrong_last_day,
        )
        begins, ends = dates.clock(start, zone), dates.clock(end, zone)
        example = _("Such as {example}").format(example="9.00")
        self.begins = Field(_("Begins"), QLineEdit(begins), hint=example, check=_wrong_time)
        self.ends = Field(_("Ends"), QLineEdit(ends), hint="", check=_wrong_time)
        self.place = Field(_("Place"), QLineEdit(event.place if event else ""))
        capacity = str(event.capacity) if event and event.capacity is not None else ""
        self.capacity = Field(
            _("Places"),
            QLineEdit(capacity),
            hint=_("Empty when there is no limit"),
            check=_wrong_number,
        )
        self.zone = Field(_("Time zone"), _zones(zone), check=_wrong_zone)

    def _make_place(self, opened: str) -> None:
        choices = [("own", _("A file of its own"))]
        if opened:
            choices.append(("same", _("The file that is open")))
        self.where = Segmented(_("Keep the event in"), tuple(choices), "own")
        self.where.setVisible(bool(opened))
        self.where.chosen.connect(lambda _value: self._show_place())
        self.file = Field(_("File"), QLineEdit(), check=self._wrong_file)
        self.title.changed.connect(lambda _text: self._suggest())
        self.file.editor.textEdited.connect(lambda _text: self._take_file())  # type: ignore[attr-defined]  # a QLineEdit
        self.choose = Button(_("Choose…"), icon="folder-open")
        self.choose.clicked.connect(self._ask_file)
        self._suggest()

    def _arrange(self) -> None:
        fields = column(
            self.title,
            self.tagline,
            side_by_side(self.day, self.last_day),
            side_by_side(self.begins, self.ends),
            side_by_side(self.place, self.capacity),
            self.zone,
            gap=Space.FIELDS,
            margins=(0, 0, Space.NORMAL, 0),
        )
        top = Qt.AlignmentFlag.AlignTop
        self._file_row = plain(
            row((self.file, 1, top), plain(column(Space.CARD, self.choose, gap=0)))
        )
        if self._is_new:
            self.zone.hide()
            self.tagline.hide()
            fields.addWidget(self.where)
            fields.addWidget(self._file_row)
        fields.addStretch(100)
        inside = plain(fields)
        inside.setProperty("cls", "scrolled")
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.setLayout(
            column(
                Label(self.windowTitle(), "h2"),
                (scrolled(inside), 1),
                self._said,
                row(None, cancel, self.save),
                gap=Space.ROOMY,
                margins=Space.WIDE,
            )
        )
        room = self.screen().availableGeometry().height() - 2 * Space.HUGE
        wanted = inside.sizeHint().height() + look().px(190)
        self.resize(look().px(look().sizes.dialog) + Space.VAST, min(wanted, room))

    def _try(self) -> None:
        fields = [self.title, self.day, self.last_day, self.begins, self.ends, self.capacity]
        fields.append(self.zone)
        if self._file_row.isVisibleTo(self):
            fields.append(self.file)
        wrong = first_wrong(*fields)
        self._said.setVisible(wrong is not None)
        if wrong is None:
            self.accept()
            return
        count = sum(1 for field in fields if field.error())
        self._said.setText(
            ngettext("{n} field needs a look", "{n} fields need a look", count).format(n=count)
        )
        wrong.focus()

    def _suggest(self) -> None:
        if not self._chose_file and self._folder is not None:
            self.file.set_text(str(self._folder / file_name(self.title.text())))

    def _take_file(self) -> None:
        self._chose_file = True

    def _show_place(self) -> None:
        self._file_row.setVisible(self.where.value() == "own")

    def _ask_file(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self,
            _("Where to keep the event"),
            self.file.text(),
            _("Event files (*.nwapp)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self._take_file()
            self.file.set_text(str(Path(name).with_suffix(ENDING)))
            self.file.is_right()

    def _path(self) -> Path:
        name = self.file.text()
        return Path(name if name.lower().endswith(ENDING) else name + ENDING)

    def _wrong_file(self, text: str) -> str:
        if not text:
            return _("Choose where to keep the event")
        if self._path().exists():
            return _("There is a file with this name already, choose another name")
        if self._path().parent != self._folder and not self._path().parent.is_dir():
            return _("There is no such folder, choose another one")
        return ""

    def _wrong_day(self, text: str) -> str:
        return "" if not text or typed_day(text, self._today) else _day_help()

    def _wrong_last_day(self, text: str) -> str:
        last, first = typed_day(text, self._today), typed_day(self.day.text(), self._today)
        if text and last is None:
            return _day_help()
        if last is not None and (first is None or last < first):
            return _("The last day is before the first")
        return ""


def file_name(title: str) -> str:
    """A file name for an event that every system takes."""
    name = " ".join(_NOT_IN_FILE_NAMES.sub(" ", title).split()).strip(". ")[:80].strip(". ")
    if not name or _RESERVED.fullmatch(name):
        name = _("Event")
    return name + ENDING


def _day_help() -> str:
    return _("Write the day as {example}").format(example="26.11.2026")


def _wrong_time(text: str) -> str:
    if not text or typed_time(text):
        return ""
    return _("Write the time as {example}").format(example="9.00")


def _wrong_number(text: str) -> str:
    if not text or (text.isdecimal() and 0 < int(text) < 1_000_000):
        return ""
    return _("Write a number such as {example}").format(example="180")


def _wrong_zone(text: str) -> str:
    if text in available_timezones():
        return ""
    return _("Choose a time zone from the list, such as {example}").format(example=ZONE)


def _zones(zone: str) -> QLineEdit:
    field = QLineEdit(zone)
    completer = QCompleter(sorted(available_timezones()), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)
    return field

"""The filters above the participants table: a search field and chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from networking_app.domain.registration import Status
from networking_app.gui.participants_table import EXPECTED, HERE, Filters
from networking_app.gui.widgets.marks import Chip
from networking_app.gui.widgets.search_field import SearchField
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import registration as words

if TYPE_CHECKING:
    from networking_app.gui.participants_table import Selection

_WAIT = 90  # ms after the last key


class FilterBar(QObject):
    """Makes the widgets (`items`) and tells when what is wanted `changed`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(_("Name, organisation, code"))
        self.status = Chip(
            _("Status"), choices=tuple((state.value, words.status_word(state)) for state in Status)
        )
        self.arrival = Chip(
            _("Arrival"), choices=((HERE, _("Arrived")), (EXPECTED, _("Not here yet")))
        )
        self.category = Chip(_("Category"), choices=(("", ""),))
        self.doubles = Chip(_("Same names"))
        self.doubles.hide()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda _text: self._later.start(_WAIT))
        for chip in (self.status, self.arrival, self.category):
            chip.chosen.connect(lambda _value: self._now())
        self.doubles.toggled.connect(lambda _on: self._now())

    def items(self) -> tuple[SearchField, Chip, Chip, Chip, Chip]:
        """The widgets, from the left."""
        return self.search, self.status, self.arrival, self.category, self.doubles

    def filters(self) -> Filters:
        """What is wanted now."""
        return Filters(
            self.search.text().strip(),
            self.status.value,
            self.arrival.value,
            self.category.value,
            self.doubles.isChecked(),
        )

    def clear(self) -> None:
        """Take all filters away."""
        self.choose()

    def choose(self, text: str = "", status: str = "", *, doubles: bool = False) -> None:
        """Want only these."""
        self.blockSignals(True)
        self.search.setText(text)
        self.status.choose(status)
        for chip in (self.arrival, self.category):
            chip.choose("")
        self.doubles.setChecked(doubles)
        self.blockSignals(False)
        self._now()

    def show_found(self, selection: Selection) -> None:
        """Offer the categories there are, and the same names if there are any."""
        choices = tuple((one, words.category(one)) for one in selection.categories)
        self.category.set_choices(choices or (("", ""),))
        count = len(selection.doubles)
        self.doubles.show_text(ngettext("Same names {n}", "Same names {n}", count).format(n=count))
        self.doubles.setVisible(count > 0 or self.doubles.isChecked())

    def _now(self) -> None:
        self._later.stop()
        self.changed.emit()

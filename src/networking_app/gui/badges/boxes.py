"""How printed badges are sorted into boxes, and the labels for these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.form import Field
from networking_app.gui.widgets.layout import column
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

MOST = 5_000


class Boxes(QWidget):
    """`chosen(int)` when another size was typed, 0 for no boxes; `labels_wanted`."""

    chosen = Signal(int)
    labels_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.size_ = _Size()
        self.size_.setRange(0, MOST)
        self.size_.setSingleStep(50)
        self.size_.setSpecialValueText(_("No boxes"))
        self.size_.setKeyboardTracking(False)
        self.size_.valueChanged.connect(self._changed)
        self.field = Field(_("Sort into boxes of"), self.size_)
        self.size_.lineEdit().setAccessibleName(_("Sort into boxes of"))
        self.labels = Button(_("Box labels"), icon="package", tip=_("A label for each box as PDF"))
        self.labels.clicked.connect(self.labels_wanted)
        self._badges = 0
        self.setLayout(column(self.field, self.labels))

    def show_size(self, size: int, *, has_labels: bool) -> None:
        """Show what the event says, unless somebody is typing another size just now."""
        if not self.size_.hasFocus():
            self.size_.blockSignals(True)
            self.size_.setValue(size)
            self.size_.blockSignals(False)
        self.labels.setVisible(has_labels)
        self._tell()

    def show_badges(self, badges: int) -> None:
        """Say how many boxes so many badges fill; one badge needs none."""
        self._badges = badges
        self.setVisible(badges > 1 or not self.labels.isHidden())
        self._tell()

    def value(self) -> int:
        """Badges in one box, 0 for no boxes."""
        return self.size_.value()

    def _changed(self, size: int) -> None:
        self._tell()
        self.chosen.emit(size)

    def _tell(self) -> None:
        size = self.size_.value()
        if not size:
            said = _("The desk then says the number of each badge")
        else:
            boxes = -(-self._badges // size)
            said = ngettext(
                "{n} box; the desk says box and number",
                "{n} boxes; the desk says box and number",
                boxes,
            ).format(n=boxes)
        self.field.show_hint(said)


class _Size(QSpinBox):
    """Leaves the wheel to the page: a size is not changed in passing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

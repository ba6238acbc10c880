"""What small painted widgets share: their size is their own, and follows theme and text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object  # a second class of Qt among the bases is not possible


class OwnSize(_Widget):
    """Stands before the class of Qt: `class Pill(OwnSize, QWidget)`."""

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

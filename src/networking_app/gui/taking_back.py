"""Takes characters out of a text field again that a slow scanner typed into it."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def take_back(widget: QWidget | None, typed: str) -> bool:
    """Remove this text where it stands right before the cursor; False where it does not.

    The field says that it was edited, as if a person had deleted it, and undo brings it back.
    """
    if isinstance(widget, QAbstractSpinBox):
        widget = widget.findChild(QLineEdit)
    if isinstance(widget, QLineEdit):
        return _from_line(widget, typed)
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return _from_text(widget, typed)
    return False


def _from_line(field: QLineEdit, typed: str) -> bool:
    end = field.cursorPosition()
    start = end - len(typed)
    if start < 0 or field.text()[start:end].casefold() != typed.casefold():
        return False
    field.setSelection(start, len(typed))
    field.del_()
    return True


def _from_text(field: QPlainTextEdit | QTextEdit, typed: str) -> bool:
    cursor = field.textCursor()
    cursor.clearSelection()
    left = QTextCursor.MoveOperation.Left
    cursor.movePosition(left, QTextCursor.MoveMode.KeepAnchor, len(typed))
    if cursor.selectedText() != typed:
        return False
    cursor.removeSelectedText()
    field.setTextCursor(cursor)
    return True

"""The side panel: facts about one thing beside the page, or as a drawer over a narrow page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from networking_app.gui.theme import look
from networking_app.gui.tokens import Space, WindowWidth
from networking_app.gui.widgets.button import IconButton
from networking_app.gui.widgets.layout import column, empty, plain, row, scrolled
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from networking_app.gui.widgets.layout import Item

_VALUE = 160  # what the smallest panel leaves beside the labels


class SidePanel(QFrame):
    """Title, cross, a scrolling column `body` and a `foot` that stays; `closed` when closed.

    Esc closes it and the focus goes back to where it was. One that shows pages may be `wide`
    where the window has room.
    """

    closed = Signal()
    wide = False

    def __init__(
        self, title: str = "", actions: tuple[Item, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("cls", "panel")
        self.title = Label(title, "h2", wrap=True)
        self.sub = Label("", "body", "text2", wrap=True)
        self.sub.hide()
        self.close_button = IconButton("x", _("Close panel"), key="Esc")
        self.close_button.clicked.connect(self.close_panel)
        self.body: QVBoxLayout = column(gap=Space.NORMAL)
        self.foot: QVBoxLayout = column()
        inside = QWidget()
        inside.setProperty("cls", "scrolled")
        inside.setLayout(column(self.body, None, gap=0, margins=(0, 0, Space.SMALL, 0)))
        top = Qt.AlignmentFlag.AlignTop
        buttons = row(*actions, self.close_button, gap=0)
        self.setLayout(
            column(
                row((column(self.title, self.sub, gap=0), 1), (plain(buttons), 0, top)),
                (scrolled(inside), 1),
                self.foot,
                gap=Space.NORMAL,
                margins=(Space.CARD, Space.ROOMY, Space.NORMAL, Space.ROOMY),
            )
        )
        self._cause: QWidget | None = None
        self.setAccessibleName(title or _("Details"))
        self.hide()

    def show_title(self, title: str, sub: str = "") -> None:
        """Change the title and the line under it."""
        self.title.setText(title)
        self.sub.setText(sub)
        self.sub.setVisible(bool(sub))
        self.setAccessibleName(title)

    def clear(self) -> None:
        """Empty the body."""
        empty(self.body)

    def open_panel(self, cause: QWidget | None = None, *, take_focus: bool = False) -> None:
        """Show it; on closing the focus returns to `cause`."""
        self._cause = cause or self._cause
        self.show()
        self.raise_()
        if take_focus:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Hide it and give the focus back."""
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.hide()
        if self._cause is not None and (had_focus or self._cause.isVisible()):
            self._cause.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)


class Facts(QWidget):
    """Facts as label and value beside each other; empty values are left out.

    A value with a word too long for its column, such as an e-mail address, stands below its label.
    """

    def __init__(self, *facts: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.SMALL)
        self._grid.setVerticalSpacing(Space.SMALL)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, look().sizes.fact_label)
        self.show_facts(*facts)

    def show_facts(self, *facts: tuple[str, str]) -> None:
        """Show (label, value) pairs instead of those before."""
        empty(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        number = 0
        for name, value in (fact for fact in facts if fact[1]):
            label = Label(name, "caption", "text2", wrap=True)
            text = Label(value, "body", wrap=True)
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            text.setAccessibleName(f"{name}: {value}")
            label.setMaximumWidth(look().px(130))
            if _longest_word(text) > look().px(_VALUE):
                self._grid.addWidget(label, number, 0, 1, 2, top)
                self._grid.addWidget(text, number + 1, 0, 1, 2, top)
                number += 2
            else:
                self._grid.addWidget(label, number, 0, top)
                self._grid.addWidget(text, number, 1, top)
                number += 1


def _longest_word(label: Label) -> int:
    """Width of the widest part of a text that cannot be broken, in pixels."""
    label.ensurePolished()
    metrics = label.fontMetrics()
    return max((metrics.horizontalAdvance(word) for word in label.text().split()), default=0)


class PanelHost(QWidget):
    """Holds the page's content and its panel: beside each other, or the panel over the content."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._panel: SidePanel | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(content, 1)

    def set_panel(self, panel: SidePanel) -> None:
        """Give it its panel, which shows itself with open_panel."""
        self._panel = panel
        panel.setParent(self)
        panel.installEventFilter(self)
        self._arrange()

    def is_drawer(self) -> bool:
        """Whether the panel lies over the content."""
        return self.window().width() < WindowWidth.DRAWER

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place the panel when it is shown."""
        if watched is self._panel and event.type() == QEvent.Type.Show:
            self._arrange()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between beside and over."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        panel = self._panel
        if panel is None:
            return
        sizes = look().sizes
        usual = sizes.panel_max if panel.wide else sizes.panel
        width = sizes.panel_min if self.window().width() < WindowWidth.NARROW_RAIL else usual
        width = min(look().px(width), sizes.panel_max, self.width())
        inside = self._row.indexOf(panel) >= 0
        if self.is_drawer():
            if inside:
                self._row.removeWidget(panel)
            panel.setFixedWidth(width)
            panel.setGeometry(self.width() - width, 0, width, self.height())
            panel.raise_()
        else:
            panel.setFixedWidth(width)
            if not inside:
                self._row.addWidget(panel)

"""How the kiosk looks: everything in multiples of one unit that grows with screen and wish."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from networking_app.gui.theme import look
from networking_app.gui.tokens import SCREEN

if TYPE_CHECKING:
    from networking_app.gui.tokens import Colours

ZOOMS = (1.0, 1.5, 2.0)
"""The text sizes a guest can choose."""
_LEAST = 17


@dataclass(frozen=True, slots=True)
class Scale:
    """The measures of one kiosk window."""

    width: int
    height: int
    zoom: float = 1.0

    @property
    def unit(self) -> float:
        """Size of plain text in px."""
        upright = self.height > self.width
        fits = self.width / 29 if upright else min(self.width / 54, self.height / 31)
        return max(_LEAST, fits * look().percent / 100) * self.zoom

    def px(self, units: float) -> int:
        """A length in px."""
        return max(1, round(self.unit * units))

    @property
    def around(self) -> Scale:
        """The scale of what stands around the step: it grows less, so that the step has room."""
        return replace(self, zoom=min(self.zoom, 1.25))

    @property
    def has_room(self) -> bool:
        """Whether buttons can stay in sight below what scrolls."""
        return self.height >= self.px(24)

    @property
    def is_upright(self) -> bool:
        """Whether things lie below each other: high screens, and large text on small ones."""
        return self.width < self.px(36)


def colours() -> Colours:
    """Those of screens for guests; of the system where high contrast is on."""
    return look().colours if look().is_high_contrast else SCREEN


def style_sheet(scale: Scale) -> str:
    """The style of everything in the kiosk's window; widgets are told apart by `k`."""
    tone, px, around = colours(), scale.px, scale.around.px
    title = 2.5 if scale.has_room else 1.7
    edge = max(2, px(0.08))
    words = "\n".join(
        f'QLabel[k="{name}"] {{ color: {tone.named(ink)}; font-size: {px(size)}px;'
        f" font-weight: {weight}; background: transparent; }}"
        for name, size, weight, ink in (("title", title, 700, "text"), *_WORDS)
    )
    return f"""
        QWidget#kiosk, QWidget#pin {{ background: {tone.window}; }}
        QWidget[k="plain"], QScrollArea, QScrollArea > QWidget > QWidget {{
            background: transparent; border: none; }}
        {words}
        QPushButton {{ font-size: {px(1.1)}px; font-weight: 600; color: {tone.text};
            background: {tone.surface}; border: {edge}px solid {tone.control};
            border-radius: {px(0.35)}px; padding: {px(0.45)}px {px(1)}px; text-align: center; }}
        QPushButton:hover, QPushButton:pressed {{ background: {tone.hover}; }}
        QPushButton[k="main"] {{ background: {tone.accent};
            color: {tone.on_accent}; border-color: {tone.accent}; }}
        QPushButton[k="main"]:hover {{ background: {tone.accent_hover}; }}
        QPushButton[k="quiet"] {{ background: transparent; border-color: transparent;
            color: {tone.text}; font-size: {around(1)}px;
            padding: {around(0.3)}px {around(0.7)}px; }}
        QLabel[k="accent"] {{ color: {tone.accent}; font-size: {around(1.15)}px;
            font-weight: 600; background: transparent; }}
        QLabel[k="around"] {{ color: {tone.text2}; font-size: {around(1)}px;
            background: transparent; }}
        QPushButton:checked {{ background: {tone.accent}; color: {tone.on_accent};
            border-color: {tone.accent}; }}
        QPushButton:disabled {{ color: {tone.text3}; border-color: {tone.border};
            background: transparent; }}
        QPushButton:focus {{ border: {edge + 1}px solid {tone.text}; }}
        QPushButton[k="main"]:focus, QPushButton:checked:focus {{
            border: {edge + 2}px solid {tone.text}; }}
        QLineEdit {{ font-size: {px(1.3)}px; color: {tone.text}; background: {tone.surface};
            border: {edge}px solid {tone.control}; border-radius: {px(0.35)}px;
            padding: {px(0.3)}px {px(0.6)}px; min-height: {px(1.9)}px;
            selection-background-color: {tone.accent}; selection-color: {tone.on_accent}; }}
        QLineEdit:focus {{ border: {edge + 1}px solid {tone.accent}; }}
        QLineEdit:disabled {{ color: {tone.text3}; border-color: {tone.border};
            background: {tone.sunken}; }}
        QScrollBar:vertical {{ width: {px(0.7)}px; background: transparent; margin: 0; }}
        QScrollBar::handle:vertical {{ background: {tone.control};
            border-radius: {px(0.3)}px; min-height: {px(2)}px; }}
    """


_WORDS = (
    ("lead", 1.3, 400, "text2"),
    ("body", 1.0, 400, "text2"),
    ("label", 1.0, 600, "text"),
    ("error", 1.0, 600, "bad_text"),
)

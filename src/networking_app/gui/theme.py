"""How everything looks now: theme, text size, palette, style sheet and fonts, changed live."""

from __future__ import annotations

import tempfile
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from networking_app.gui import tokens
from networking_app.support import resources

if TYPE_CHECKING:
    from networking_app.gui.tokens import Colours, Sizes

_ROLES = {
    "Window": "window",
    "WindowText": "text",
    "Base": "surface",
    "AlternateBase": "sunken",
    "Text": "text",
    "Button": "surface",
    "ButtonText": "text",
    "BrightText": "bad_text",
    "Highlight": "accent",
    "HighlightedText": "on_accent",
    "Link": "link",
    "LinkVisited": "link",
    "PlaceholderText": "text3",
    "Mid": "border",
    "Dark": "control",
    "Light": "hover",
    "Midlight": "selected",
    "Shadow": "control",
    "ToolTipBase": "off_fill",
    "ToolTipText": "on_off",
    "Accent": "accent",
}
_IMAGES = {
    "arrow": ("chevron-down", "text2", 2.0),
    "arrow-off": ("chevron-down", "text3", 2.0),
    "arrow-up": ("chevron-up", "text2", 2.0),
    "tick": ("check", "on_accent", 3.0),
    "dash": ("minus", "on_accent", 3.0),
}


class ThemeChoice(StrEnum):
    """What the person chose in Settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Look(QObject):
    """The look in use; own painted widgets read it whenever they paint."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.choice = ThemeChoice.SYSTEM
        self.percent = 100
        self.reduce_motion = False
        self.colours: Colours = tokens.LIGHT
        self.sizes: Sizes = tokens.Sizes()
        self.is_high_contrast = False
        self._fonts: dict[tuple[int, int], QFont] = {}
        # Style sheets read images from files only; the folder goes with the look.
        self._images = tempfile.TemporaryDirectory(prefix="networking-app-look-")
        app.aboutToQuit.connect(self._images.cleanup)
        QDir.setSearchPaths("look", [self._images.name])
        self._system = QPalette(QGuiApplication.palette())
        _load_fonts()
        app.setStyle(QStyleFactory.create("Fusion"))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def use(
        self,
        choice: ThemeChoice | str | None = None,
        *,
        percent: int | None = None,
        reduce_motion: bool | None = None,
    ) -> None:
        """Change theme, text size (percent) or motion; everything shown follows at once."""
        if choice is not None:
            self.choice = ThemeChoice(choice)
        if percent is not None:
            self.percent = min(max(percent, min(tokens.TEXT_SIZES)), max(tokens.TEXT_SIZES))
        if reduce_motion is not None:
            self.reduce_motion = reduce_motion
        self.is_high_contrast, self.colours = self._choose()
        sizes = tokens.Sizes().scaled(self.percent)
        self.sizes = sizes.widened() if self.is_high_contrast else sizes
        self._fonts.clear()
        self._apply()
        self.changed.emit()

    def colour(self, name: str, alpha: int = 255) -> QColor:
        """The colour of a token, `alpha` from 0 to 255."""
        colour = QColor(self.colours.named(name))
        colour.setAlpha(alpha)
        return colour

    def font(self, name: str) -> QFont:
        """The font of a type token such as "h1", in the text size chosen."""
        size = tokens.TYPE[name]
        return self.font_of(self.px(size.px), size.weight)

    def font_of(self, px: int, weight: int = 400) -> QFont:
        """The app's font in a size that was computed, not scaled any more."""
        key = (max(px, 1), weight)
        if key not in self._fonts:
            self._fonts[key] = make_font(*key)
        return self._fonts[key]

    def width(self, text: str, name: str) -> float:
        """How wide a text is in a type token."""
        return QFontMetricsF(self.font(name)).horizontalAdvance(text)

    def px(self, value: float) -> int:
        """A length in the text size chosen."""
        return round(value * self.percent / 100)

    def is_dark(self) -> bool:
        """Whether light text stands on dark ground."""
        return QColor(self.colours.window).lightness() < QColor(self.colours.text).lightness()

    def _choose(self) -> tuple[bool, Colours]:
        hints = QGuiApplication.styleHints()
        wanted = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        if self.choice is ThemeChoice.HIGH_CONTRAST or (
            wanted and self.choice is ThemeChoice.SYSTEM
        ):
            return True, tokens.high_contrast(_system_colours(self._system, wanted=wanted))
        dark = self.choice is ThemeChoice.DARK or (
            self.choice is ThemeChoice.SYSTEM and hints.colorScheme() == Qt.ColorScheme.Dark
        )
        return False, tokens.DARK if dark else tokens.LIGHT

    def _follow_system(self) -> None:
        if self.choice is ThemeChoice.SYSTEM:
            self.use()

    def _apply(self) -> None:
        self._write_images()
        self._app.setFont(self.font("body"))
        self._app.setPalette(palette_of(self.colours))
        # The same text would not be parsed again, and images are cached by name.
        self._app.setStyleSheet(style_sheet(self))

    def _write_images(self) -> None:
        folder = Path(self._images.name)
        for name, (icon, token, stroke) in _IMAGES.items():
            svg = svg_text(icon, self.colours.named(token), stroke)
            (folder / f"{name}-{self.image_mark()}.svg").write_text(svg, encoding="utf-8")

    def image_mark(self) -> str:
        """A word that differs between looks, as images are cached by file name."""
        return f"{self.colours.text2[1:]}{self.colours.on_accent[1:]}"


def look() -> Look:
    """The look of the running application; made on first use, in the system's theme.

    Raises:
        RuntimeError: there is no QApplication yet.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("a QApplication must exist first")  # noqa: TRY004 (order, not type)
    found = app.findChild(Look)
    if isinstance(found, Look):
        return found
    made = Look(app)
    made.use()
    return made


def palette_of(colours: Colours) -> QPalette:
    """Qt's palette filled from the tokens."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(getattr(QPalette.ColorRole, role), QColor(colours.named(name)))
    off = QPalette.ColorGroup.Disabled
    roles = QPalette.ColorRole
    for dimmed in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(off, dimmed, QColor(colours.text3))
    palette.setColor(off, QPalette.ColorRole.Base, QColor(colours.sunken))
    return palette


def style_sheet(look_: Look) -> str:
    """The one style sheet, filled from the tokens."""
    sizes = look_.sizes
    values: dict[str, object] = {}
    values |= look_.colours.as_dict()
    values |= {f"size_{name}": value for name, value in sizes.as_dict().items()}
    values |= {f"radius_{item.name.lower()}": int(item) for item in tokens.Radius}
    values |= {f"space_{item.name.lower()}": int(item) for item in tokens.Space}
    values |= {f"type_{name}": look_.px(size.px) for name, size in tokens.TYPE.items()}
    values |= {f"weight_{name}": size.weight for name, size in tokens.TYPE.items()}
    values |= {
        "inside": sizes.control - 2 * sizes.edge,
        "inside_focus": sizes.control - 2 * sizes.focus,
        "mark": look_.image_mark(),
        "check_inside": sizes.check - 2 * sizes.edge,
        "radio_radius": sizes.check // 2,
        "radio_dot": sizes.check - 12,
        "type_rules": _type_rules(look_),
    }
    return Template(_template()).substitute(values)


def _type_rules(look_: Look) -> str:
    rules = [
        f'QLabel[type="{name}"] {{ font-size: {look_.px(size.px)}px; font-weight: {size.weight}; }}'
        for name, size in tokens.TYPE.items()
    ]
    rules += [
        f'QLabel[tone="{name}"] {{ color: {value}; }}'
        for name, value in look_.colours.as_dict().items()
        if name.startswith(("text", "link", "on_", "accent", "control")) or name.endswith("_text")
    ]
    return "\n".join(rules)


def make_font(px: int, weight: int = 400) -> QFont:
    """The app's font at a size in pixels and a weight of 400, 600 or 700."""
    font = QFont(tokens.FONT_FAMILY)
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def svg_text(icon: str, colour: str, stroke: float = 2.0) -> str:
    """The SVG of an icon in a colour ("#RRGGBB") with a line width on the 24 grid.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    path = resources.folder() / "icons" / f"{icon}.svg"
    text = path.read_text(encoding="utf-8").replace("currentColor", colour)
    return text.replace('stroke-width="2"', f'stroke-width="{stroke:g}"')


@cache
def _template() -> str:
    return (resources.folder() / "style" / "app.qss").read_text(encoding="utf-8")


def _load_fonts() -> None:
    for name in tokens.FONT_FILES:
        QFontDatabase.addApplicationFont(str(resources.folder() / "fonts" / name))


def _system_colours(palette: QPalette, *, wanted: bool) -> tokens.SystemColours:
    """The system's colours, or plain black on white where it has no contrast theme on."""
    if not wanted:
        return tokens.PLAIN_CONTRAST
    role = QPalette.ColorRole
    return tokens.SystemColours(
        window=palette.color(role.Window).name(),
        text=palette.color(role.WindowText).name(),
        highlight=palette.color(role.Highlight).name(),
        on_highlight=palette.color(role.HighlightedText).name(),
        link=palette.color(role.Link).name(),
        disabled=palette.color(QPalette.ColorGroup.Disabled, role.WindowText).name(),
    )

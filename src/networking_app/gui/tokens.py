"""Every colour, space, size and type size of the window; no other file holds one.

Colours are "#RRGGBB", sizes logical pixels at 100 % text size. The values and the contrast they
must keep are recomputed by tests/gui/test_tokens.py.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import IntEnum


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme, by what they are used for."""

    window: str
    surface: str
    sunken: str
    hover: str
    selected: str
    rail: str
    border: str
    control: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    link: str
    ok_fill: str
    on_ok: str
    ok_tint: str
    ok_text: str
    warn_fill: str
    on_warn: str
    warn_tint: str
    warn_text: str
    bad_fill: str
    on_bad: str
    bad_tint: str
    bad_text: str
    off_fill: str
    on_off: str
    off_tint: str
    off_text: str
    pill_edge: str
    scrim: str
    blue: str
    orange: str
    violet: str
    teal: str
    rose: str
    grey: str

    def named(self, name: str) -> str:
        """The colour with this name.

        Raises:
            AttributeError: there is no such colour.
        """
        value: str = getattr(self, name)
        return value

    def as_dict(self) -> dict[str, str]:
        """All colours by name, for the style sheet."""
        return {field.name: self.named(field.name) for field in fields(self)}


_TABLE = """
window       #F4F6F9 #10161D
surface      #FFFFFF #19212B
sunken       #EBEFF4 #0B1016
hover        #E6EBF2 #232E3A
selected     #E1EBFB #1F3A61
rail         #FFFFFF #141B24
border       #D7DEE8 #2D3947
control      #758195 #7C8BA0
text         #15202D #E9EEF5
text2        #435062 #B7C2D0
text3        #596678 #97A5B8
accent       #1D5BBF #82B2FF
accent_hover #174C9F #9DC3FF
accent_press #123D80 #B7D3FF
on_accent    #FFFFFF #08203F
link         #1A54B2 #8FBAFF
ok_fill      #0A6B57 #10745E
on_ok        #FFFFFF #FFFFFF
ok_tint      #DCF1EB #11352D
ok_text      #075A49 #6BDDBD
warn_fill    #FFC54D #F2B53A
on_warn      #2B1B00 #2B1B00
warn_tint    #FFF1D1 #3A2B0E
warn_text    #744600 #FFCE70
bad_fill     #9F211A #B5362E
on_bad       #FFFFFF #FFFFFF
bad_tint     #FCE5E2 #431E1B
bad_text     #96201A #FFA79F
off_fill     #37424F #58687D
on_off       #FFFFFF #FFFFFF
off_tint     #E4E9EF #263140
off_text     #37424F #C5CFDC
pill_edge    #B4BFCC #435163
scrim        #15202D #000000
blue         #1F66D6 #6FA3F5
orange       #B05A00 #FFB066
violet       #4A2A8F #D9CCFF
teal         #04806B #3FB59B
rose         #7E1D4E #FFB3D6
grey         #566274 #A9B5C4
"""
_PAIRS = [line.split() for line in _TABLE.split("\n") if line]
LIGHT = Colours(**{name: light for name, light, _dark in _PAIRS})
DARK = Colours(**{name: dark for name, _light, dark in _PAIRS})

SCREEN = replace(
    DARK, window="#0B1D33", surface="#173558", sunken="#08182B", hover="#21446E",
    selected="#21446E", border="#2C4C74", control="#8FA6C4", text="#FFFFFF", text2="#B9C8DC",
    text3="#B9C8DC", accent="#FFC54D", accent_hover="#FFD37A", accent_press="#FFDF9E",
    on_accent="#0B1D33", link="#FFC54D", ok_fill="#0A6B57", ok_tint="#075042",
)  # fmt: skip
"""Screens turned to guests: dark in every theme, as a bright one glares in a hall."""

THEME_COLOURS = ("blue", "orange", "violet", "teal", "rose", "grey")


@dataclass(frozen=True, slots=True)
class SystemColours:
    """What a contrast theme of the system gives us."""

    window: str
    text: str
    highlight: str
    on_highlight: str
    link: str
    disabled: str


PLAIN_CONTRAST = SystemColours(
    window="#FFFFFF",
    text="#000000",
    highlight="#0B2E8A",
    on_highlight="#FFFFFF",
    link="#0B2E8A",
    disabled="#4A4A4A",
)
"""Used when high contrast is chosen in Settings and the system has no contrast theme on."""


def high_contrast(system: SystemColours) -> Colours:
    """Colours made only of the system's own: no tints, full-strength edges."""
    plain = {field.name: system.window for field in fields(Colours)}
    strong = [
        "border",
        "control",
        "text",
        "text2",
        "accent_hover",
        "accent_press",
        "ok_text",
        "warn_text",
        "bad_text",
        "off_text",
        "pill_edge",
        "on_ok",
        "on_warn",
        "on_bad",
        "on_off",
        "blue",
        "orange",
        "violet",
        "teal",
        "rose",
        "grey",
    ]
    plain |= dict.fromkeys(strong, system.text)
    plain |= {
        "text3": system.disabled,
        "accent": system.highlight,
        "accent_hover": system.highlight,
        "accent_press": system.highlight,
        "on_accent": system.on_highlight,
        "link": system.link,
        "selected": system.window,
        "scrim": system.window,
    }
    return Colours(**plain)


class Space(IntEnum):
    """The only distances between things."""

    NONE = 0
    HAIR = 2
    TINY = 4
    SNUG = 6
    SMALL = 8
    TIGHT = 10
    NORMAL = 12
    FIELDS = 14
    ROOMY = 16
    CARD = 20
    WIDE = 24
    PAGE = 28
    BIG = 32
    HUGE = 48
    VAST = 64


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of parts in logical pixels; those that hold text grow with the text size."""

    control: int = 36
    desk_button: int = 48
    scan_field: int = 58
    chip: int = 32
    pill: int = 24
    tag: int = 24
    row: int = 40
    head: int = 36
    hit: int = 78
    navigation: int = 40
    navigation_narrow: int = 44
    banner: int = 46
    key: int = 22
    check: int = 20
    palette_row: int = 42
    palette_field: int = 56
    note_card: int = 64
    icon_s: int = 16
    icon: int = 18
    icon_m: int = 20
    icon_l: int = 24
    icon_note: int = 30
    icon_empty: int = 40
    icon_answer: int = 92
    # Not scaled: frames and columns.
    rail_wide: int = 232
    rail_narrow: int = 65
    panel_min: int = 320
    panel: int = 340
    panel_max: int = 440
    palette: int = 700
    dialog: int = 520
    reading: int = 720
    form: int = 900
    fact_label: int = 92
    edge: int = 1
    focus: int = 2
    progress: int = 8
    chart_height: int = 220
    stripes: int = 44
    dash: int = 6

    def scaled(self, percent: int) -> Sizes:
        """The sizes for a text size in percent of the normal one."""
        grown = {
            field.name: round(getattr(self, field.name) * percent / 100)
            for field in fields(self)
            if field.name in _SCALED
        }
        return replace(self, **grown)

    def widened(self) -> Sizes:
        """The same with the thicker edges of high contrast."""
        return replace(self, edge=2, focus=3)

    def as_dict(self) -> dict[str, int]:
        """All sizes by name, for the style sheet."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


_SCALED = frozenset(
    [
        "control",
        "desk_button",
        "scan_field",
        "chip",
        "pill",
        "tag",
        "row",
        "head",
        "hit",
        "navigation",
        "navigation_narrow",
        "banner",
        "key",
        "check",
        "palette_row",
        "palette_field",
        "note_card",
        "icon_s",
        "icon",
        "icon_m",
        "icon_l",
        "icon_note",
        "icon_empty",
        "icon_answer",
        "fact_label",
    ]
)


class Radius(IntEnum):
    """Roundness of corners."""

    TAG = 4
    SEGMENT = 6
    CONTROL = 8
    CARD = 12
    PILL = 12
    CHIP = 16
    PANEL = 20


class WindowWidth(IntEnum):
    """Widths at which the layout changes."""

    SMALLEST = 1093
    NARROW_RAIL = 1400  # below: icons only
    DRAWER = 1200  # below: the side panel lies over the page


class WindowHeight(IntEnum):
    """Heights at which the layout changes."""

    SMALLEST = 574
    TIGHT = 700


FONT_FAMILY = "Source Sans 3"
FONT_FILES = (
    "SourceSans3-Regular.ttf",
    "SourceSans3-Semibold.ttf",
    "SourceSans3-Bold.ttf",
    "SourceSans3-It.ttf",
)


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A size of type: pixels at 100 % and weight."""

    px: int
    weight: int = 400


TYPE: dict[str, TypeSize] = {
    "caption": TypeSize(13),
    "caption_strong": TypeSize(13, 600),
    "body": TypeSize(15),
    "strong": TypeSize(15, 600),
    "lead": TypeSize(17),
    "lead_strong": TypeSize(17, 600),
    "h3": TypeSize(18, 600),
    "scan": TypeSize(20),
    "h2": TypeSize(22, 600),
    "note": TypeSize(22, 600),
    "invite": TypeSize(22),
    "h1": TypeSize(28, 600),
    "number": TypeSize(34, 600),
    "display": TypeSize(40, 600),
    "ready": TypeSize(48, 600),
}

TEXT_SIZES = (100, 115, 130, 150)
"""The text sizes offered, in percent."""


@dataclass(frozen=True, slots=True)
class AnswerType:
    """Sizes of the answer at the desk, in pixels."""

    largest: int = 150
    two_lines_below: int = 88
    smallest: int = 28
    low_panel: int = 340
    line: float = 1.12
    under_line: int = 36
    margin: int = 36


ANSWER = AnswerType()


class Motion(IntEnum):
    """Times in milliseconds."""

    FADE = 120
    TOAST = 8_000
    DONE_BANNER = 5_000
    JUST_CHANGED = 1_000
    SPINNER = 80
    ANNOUNCE_GAP = 1_000

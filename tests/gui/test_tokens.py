"""Contrast of every pair of colours that meet, recomputed, and how colour-blind eyes see them."""

from __future__ import annotations

import pytest

from networking_app.gui import tokens

GROUNDS = ("window", "surface", "sunken", "hover", "selected")
GROUPS = ("ok", "warn", "bad", "off")
FILLS = [(f"on_{g}", f"{g}_fill", 4.5) for g in GROUPS]
PAIRS = [
    *((ink, ground, 4.5) for ink in ("text", "text2", "text3", "link") for ground in GROUNDS),
    *((f"{g}_text", f"{g}_tint", 4.5) for g in GROUPS),
    *((f"{g}_text", "surface", 4.5) for g in GROUPS),
    *FILLS,
    *(("on_accent", fill, 4.5) for fill in ("accent", "accent_hover", "accent_press")),
    *(("control", ground, 3) for ground in ("window", "surface", "sunken")),
    *(("accent", ground, 3) for ground in ("window", "surface", "sunken", "selected")),
    *((f"{g}_fill", "window", 3) for g in ("ok", "bad", "off")),
    *(("text", f"{g}_tint", 4.5) for g in GROUPS),
    *((colour, "surface", 4.5) for colour in tokens.THEME_COLOURS),
]
# Lowest contrast of each group, light and dark, as the design measured it.
MEASURED = {
    "text": (13.7, 9.8),
    "text2": (6.8, 6.3),
    "text3": (4.9, 4.6),
    "link": (5.9, 5.8),
}
BLINDNESS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}


def linear(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def luminance(colour):
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, two):
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def lab(parts):
    red, green, blue = (min(1, max(0, p)) for p in parts)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour, kind):
    return lab(
        [sum(a * b for a, b in zip(line, linear(colour), strict=True)) for line in BLINDNESS[kind]]
    )


@pytest.mark.parametrize("colours", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_contrast_meets_wcag(colours, ink, ground, least):
    assert contrast(colours.named(ink), colours.named(ground)) >= least


@pytest.mark.parametrize("name", MEASURED)
def test_contrast_is_what_the_design_says(name):
    for colours, measured in zip((tokens.LIGHT, tokens.DARK), MEASURED[name], strict=True):
        lowest = min(contrast(colours.named(name), colours.named(ground)) for ground in GROUNDS)
        assert lowest == pytest.approx(measured, abs=0.06)


@pytest.mark.parametrize("kind", BLINDNESS)
@pytest.mark.parametrize("colours", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
def test_result_panels_stay_apart_for_colour_blind_eyes(colours, kind):
    names = ("ok_fill", "warn_fill", "bad_fill", "surface")
    points = [seen(colours.named(name), kind) for name in names]
    for number, one in enumerate(points):
        for two in points[number + 1 :]:
            assert sum((a - b) ** 2 for a, b in zip(one, two, strict=True)) ** 0.5 >= 17.9


def test_high_contrast_uses_the_system_colours_only():
    colours = tokens.high_contrast(tokens.PLAIN_CONTRAST)

    used = set(colours.as_dict().values())

    assert used <= {"#FFFFFF", "#000000", "#0B2E8A", "#4A4A4A"}
    for ink, ground, least in PAIRS:
        pair = (colours.named(ink), colours.named(ground))
        if (
            ink.startswith("on_")
            or ground.endswith(("_fill", "press", "hover"))
            or ink.endswith("_fill")
        ):
            continue
        assert contrast(*pair) >= min(least, 4.5) or pair[0] == pair[1] == "#FFFFFF"


def test_text_size_grows_heights_but_not_columns():
    big = tokens.Sizes().scaled(150)

    assert (big.control, big.row, big.icon_answer) == (54, 60, 138)
    assert (big.rail_narrow, big.panel, big.focus) == (65, 340, 2)

"""Lays out what a screen for guests shows: an answer, the welcome, now and next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from networking_app.domain.screens import Phase
from networking_app.gui.screens.sheet import LINE
from networking_app.wording.guest_screen import Mood

if TYPE_CHECKING:
    from networking_app.gui.screens.sheet import Sheet
    from networking_app.wording.guest_screen import Board, Fact, Greeting, Slot

_ICONS = {Mood.WELCOME: "circle-check", Mood.GOODBYE: "log-out", Mood.MOMENT: "hourglass"}


def draw_greeting(sheet: Sheet, shown: Greeting) -> None:
    """An answer for one guest."""
    ground, card = ("window", "surface") if shown.mood is Mood.MOMENT else ("ok_fill", "ok_tint")
    sheet.fill(ground)
    area = sheet.inside()
    side = sheet.unit * 3.6
    top = area.top()
    if not shown.facts:
        top = area.top() + area.height() * 0.24
    sheet.icon(_ICONS[shown.mood], QRectF(area.left(), top, side, side))
    left = area.left() + side + sheet.unit * 1.2
    words = QRectF(left, top, area.right() - left, area.height() * 0.36)
    if sheet.is_upright:
        words = QRectF(area.left(), top + side * 1.2, area.width(), area.height() * 0.36)
    used = sheet.text(words, shown.headline, sheet.unit * 3.3, weight=700, lines=2)
    below = words.adjusted(0, used + sheet.unit * 0.4, 0, sheet.unit * 4)
    sheet.text(below, shown.line, sheet.unit * 1.6, lines=2)
    _facts(sheet, area, shown.facts, card)


def draw_board(sheet: Sheet, shown: Board) -> None:
    """What all see meanwhile."""
    sheet.fill("window")
    area = sheet.inside()
    foot = _foot(sheet, area, shown)
    area.setBottom(area.bottom() - foot)
    on = shown.phase in {Phase.RUNNING, Phase.BREAK} and (shown.now or shown.next)
    if on:
        _running(sheet, area, shown)
    else:
        _welcome(sheet, area, shown)


def words_of_greeting(shown: Greeting) -> str:
    """What a screen reader says."""
    facts = (part for fact in shown.facts for part in (fact.text, fact.small))
    return ". ".join(part for part in (shown.headline, shown.line, *facts) if part)


def words_of_board(shown: Board) -> str:
    """The same of the welcome."""
    slots = [f"{s.time} {s.title} {s.room}".strip() for s in (*shown.now, *shown.next)]
    said = (shown.headline, shown.title, shown.where, shown.hint, shown.surnames, *slots)
    return ". ".join(part for part in (*said, shown.note) if part)


def _facts(sheet: Sheet, area: QRectF, facts: tuple[Fact, ...], tone: str) -> None:
    """Cards along the bottom: beside each other, upright below each other."""
    gap, height = sheet.unit * 0.9, sheet.unit * 5.2
    columns = 1 if sheet.is_upright else max(2, len(facts))
    width = (area.width() - gap * (columns - 1)) / columns
    rows = -(-len(facts) // columns)
    top = area.bottom() - rows * height - (rows - 1) * gap
    for place, fact in enumerate(facts):
        row, column = divmod(place, columns)
        left = area.left() + column * (width + gap)
        box = QRectF(left, top + row * (height + gap), width, height)
        sheet.box(box, tone)
        side = sheet.unit * 2.2
        left_of = box.left() + sheet.unit
        sheet.icon(fact.icon, QRectF(left_of, box.center().y() - side / 2, side, side))
        text = box.adjusted(side + sheet.unit * 1.8, 0, -sheet.unit * 0.8, 0)
        _middle(sheet, text, fact)


def _middle(sheet: Sheet, area: QRectF, fact: Fact) -> None:
    """Both lines of a fact in the middle of its card's height."""
    px = sheet.unit * 1.3
    rows = 2 if sheet.long(fact.text, px, 600) > area.width() else 1
    small = 0
    if fact.small:
        small = 2 if sheet.long(fact.small, sheet.unit) > area.width() and rows == 1 else 1
    height = px * LINE * rows + sheet.size(sheet.unit) * LINE * small
    area = area.adjusted(0, max(0.0, (area.height() - height) / 2), 0, 0)
    line = QRectF(area.left(), area.top(), area.width(), px * LINE * rows + 2)
    used = sheet.text(line, fact.text, px, weight=600, lines=rows)
    rest = area.adjusted(0, used, 0, sheet.unit * 0.4)
    sheet.text(rest, fact.small, sheet.unit, lines=max(1, small))


def _foot(sheet: Sheet, area: QRectF, shown: Board) -> float:
    """The line for all along the bottom; returns the height it takes."""
    if not shown.note:
        return 0.0
    line = QRectF(area.left(), area.bottom() - sheet.unit * LINE, area.width(), sheet.unit * 1.4)
    sheet.text(line, shown.note, sheet.unit, tone="text2")
    return sheet.unit * 2.2


def _clock(sheet: Sheet, area: QRectF, shown: Board) -> float:
    """The time of day at the top right; returns the width it takes."""
    px = sheet.unit * 2.7
    sheet.text(
        QRectF(area.left(), area.top() - px * 0.2, area.width(), px * 1.4),
        shown.clock, px, weight=700, right=True,
    )  # fmt: skip
    return sheet.long(shown.clock, px, 700) + sheet.unit


def _welcome(sheet: Sheet, area: QRectF, shown: Board) -> None:
    unit = sheet.unit
    room = area.width() - _clock(sheet, area, shown)
    sheet.text(QRectF(area.left(), area.top(), room, unit * 2), shown.where, unit * 1.15,
               tone="text2")  # fmt: skip
    has_side = bool(shown.surnames or shown.next)
    wide = area.width() if sheet.is_upright or not has_side else area.width() * 0.54
    intro = QRectF(area.left(), area.top() + unit * 3.2, wide, area.height() - unit * 3.2)
    if sheet.is_upright:
        intro.setHeight(unit * 17 if has_side else intro.height())
    lofty = sheet.is_upright or not has_side
    top = intro.top()
    for words, px, weight, tone, lines, after in (
        (shown.headline, 4.6 if lofty else 3.6, 700, "text", 2, 0.1 if shown.also else 1.2),
        (shown.also, 1.9 if lofty else 1.6, 400, "text2", 2, 1.6 if lofty else 0.8),
        (shown.title, 1.8, 600, "accent", 3 if lofty else 2, 0.7),
        (shown.hint, 1.2, 400, "text", 2, 0),
    ):
        rest = QRectF(intro.left(), top, intro.width(), intro.bottom() - top)
        used = sheet.text(rest, words, unit * px, weight=weight, tone=tone, lines=lines)
        top += used + (unit * after if used else 0)
    if not has_side:
        return
    side = QRectF(area.left() + area.width() * 0.6, intro.top(), area.width() * 0.4, 0)
    side.setBottom(area.bottom())
    if sheet.is_upright:
        side = QRectF(area.left(), intro.bottom(), area.width(), area.bottom() - intro.bottom())
    _side(sheet, side, shown)


def _side(sheet: Sheet, area: QRectF, shown: Board) -> None:
    """Whom this desk serves, and the programme."""
    unit, top = sheet.unit, area.top()
    if shown.surnames:
        box = QRectF(area.left(), top, area.width(), unit * 3.9)
        sheet.box(box, "surface")
        inner = box.adjusted(unit, unit * 0.3, -unit, 0)
        sheet.text(inner, shown.surnames, unit * 2.7, weight=700)
        wide = sheet.long(shown.surnames, unit * 2.7, 700) + unit
        rest = box.adjusted(unit + wide, unit * 0.75, -unit * 0.6, -unit * 0.5)
        sheet.text(rest, shown.surnames_hint, unit, tone="text2", lines=2)
        top = box.bottom() + unit
    _slots(sheet, QRectF(area.left(), top, area.width(), area.bottom() - top), shown)


def _running(sheet: Sheet, area: QRectF, shown: Board) -> None:
    unit = sheet.unit
    room = area.width() - _clock(sheet, area, shown)
    top = area.top()
    top += sheet.text(QRectF(area.left(), top, room, unit * 4.4), shown.title, unit * 1.3,
                      weight=600, lines=2)  # fmt: skip
    top = max(top, area.top() + unit * 3) + unit * 0.5
    if shown.now:
        top += _heading(sheet, area, top, shown.now_heading)
        for slot in shown.now:
            left = area.bottom() - top
            if left < unit * 4 or (slot is not shown.now[0] and left < unit * 8):
                break
            top = _now(sheet, QRectF(area.left(), top, area.width(), 0), slot) + unit * 0.7
        top += unit * 0.2
    rest = QRectF(area.left(), top, area.width(), area.bottom() - top)
    _slots(sheet, rest, shown)


def _heading(sheet: Sheet, area: QRectF, top: float, words: str) -> float:
    place = QRectF(area.left(), top, area.width(), sheet.unit * 2)
    used = sheet.text(place, words, sheet.unit * 1.5, weight=600, tone="accent")
    return used + sheet.unit * 0.3


def _now(sheet: Sheet, area: QRectF, slot: Slot) -> float:
    """A card of a session that is on; returns where it ends."""
    unit = sheet.unit
    under = " · ".join(part for part in (slot.room, slot.speakers) if part)
    wide = sheet.long(slot.time, unit * 1.2, 600) + unit if slot.time else 0.0
    room = area.width() - 2 * unit - wide
    rows = 2 if sheet.long(slot.title, unit * 1.45, 600) > room else 1
    height = unit * (1.1 + 1.45 * LINE * rows) + (sheet.size(unit) * LINE if under else 0)
    box = QRectF(area.left(), area.top(), area.width(), height)
    sheet.box(box, "surface")
    inner = box.adjusted(unit, unit * 0.45, -unit, 0)
    sheet.text(inner, slot.time, unit * 1.2, weight=600, right=True)
    line = inner.adjusted(0, 0, -wide, 0)
    line.setHeight(unit * 1.5 * LINE * rows)
    used = sheet.text(line, slot.title, unit * 1.45, weight=600, lines=rows)
    sheet.text(inner.adjusted(0, used, 0, 0), under, unit, tone="text2")
    return box.bottom()


def _slots(sheet: Sheet, area: QRectF, shown: Board) -> None:
    """Sessions to come, as many as fit."""
    unit = sheet.unit
    if not shown.next or area.height() < unit * 3.4:
        return
    top = area.top() + _heading(sheet, area, area.top(), shown.next_heading)
    clock = max(sheet.long(slot.time, unit * 1.2, 600) for slot in shown.next) + unit * 1.1
    narrow = area.width() < unit * 26
    for slot in shown.next:
        room = 0.0
        if not narrow and slot.room:
            room = min(sheet.long(slot.room, unit) + unit, area.width() * 0.32)
        wide = area.width() - clock - room
        rows = 2 if sheet.long(slot.title, unit * 1.2) > wide else 1
        under = sheet.size(unit) * LINE if narrow and slot.room else 0.0
        need = unit * 1.2 * LINE * rows
        if top + need + under > area.bottom() + unit * 0.3:
            return
        line = QRectF(area.left(), top, area.width(), need + 2)
        sheet.text(line, slot.time, unit * 1.2, weight=600)
        if room:
            place = QRectF(line.right() - room + unit, top, room - unit, line.height())
            sheet.text(place, slot.room, unit, tone="text2", right=True)
        words = QRectF(area.left() + clock, top, wide, need + 2)
        used = sheet.text(words, slot.title, unit * 1.2, lines=rows)
        if under:
            below = QRectF(words.left(), top + used, wide, under + 2)
            used += sheet.text(below, slot.room, unit, tone="text2")
        top += used + unit * 0.55

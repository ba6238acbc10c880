"""Cards of a running event: who is waited for, and how full each point is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from networking_app.domain.todo import SPEAKER_SOON, Phase
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.layout import column, empty, plain, row
from networking_app.gui.widgets.marks import Pill
from networking_app.gui.widgets.states import Meter
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext, pgettext
from networking_app.wording import dates

if TYPE_CHECKING:
    from datetime import datetime

    from networking_app.domain.points import Point
    from networking_app.services.live import MissingSpeaker
    from networking_app.services.overview import Overview
    from networking_app.services.points import PointCounts

_TOP = Qt.AlignmentFlag.AlignTop
_MOST = 5
_SOON = SPEAKER_SOON.total_seconds() / 60
_IN_ROW = 3


class WatchCard(Card):
    """Speakers who are not here with the minutes to go, then the guests of honour."""

    def __init__(self) -> None:
        super().__init__(_("Who is waited for"), fact=" ", gap=Space.SNUG)
        self.hide()

    def show_overview(self, seen: Overview) -> None:
        """Show this moment; nothing to show hides the card."""
        empty(self.body)
        live = seen.live
        is_day = live is not None and seen.view is Phase.TODAY
        self.setVisible(is_day and bool(live and (live.missing or live.honoured)))
        if live is None or not is_day:
            return
        zone = seen.event.zone
        lines = [_speaker(one, zone) for one in live.missing]
        # Who was waited for longest comes first, then those who just came.
        for name, at in sorted(live.honoured, key=lambda one: one[1] is not None):
            lines.append(_honoured(name, at, zone))
        for line in lines[:_MOST]:
            self.body.addWidget(line)
        for line in lines[_MOST:]:
            line.deleteLater()
        if len(lines) > _MOST:
            more = _("and {n} more").format(n=len(lines) - _MOST)
            self.body.addWidget(Label(more, "caption", "text2"))
        count = len(live.missing) + sum(1 for _name, at in live.honoured if at is None)
        fact = ngettext("{n} not here yet", "{n} not here yet", count).format(n=count)
        self.show_title(_("Who is waited for"), fact if count else _("all are here"))


class PointsCard(Card):
    """How many entered by each point and how many are inside, against its capacity."""

    def __init__(self) -> None:
        super().__init__(_("By check-in point"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.PAGE)
        self._grid.setVerticalSpacing(Space.NORMAL)
        self.body.addLayout(self._grid)
        self.hide()

    def show_overview(self, seen: Overview) -> None:
        """Show this moment; one point without a limit is shown by the numbers on top already."""
        empty(self._grid)
        points = seen.live.points if seen.live is not None else ()
        tells = len(points) > 1 or any(point.capacity is not None for point, _counts in points)
        came = any(counts.entered or counts.inside for _point, counts in points)
        self.setVisible(tells and came)
        if self.isHidden():
            return
        for number, (point, counts) in enumerate(points):
            place = number // _IN_ROW, number % _IN_ROW
            self._grid.addWidget(_point(point, counts, seen.counts.arrived), *place)
        for place_ in range(_IN_ROW):
            self._grid.setColumnStretch(place_, int(place_ < len(points)))


def _speaker(one: MissingSpeaker, zone: str) -> QWidget:
    when = dates.clock(one.start.isoformat(), zone) if one.start is not None else ""
    about = " · ".join(part for part in (when, one.session, one.room) if part)
    texts = column(
        Label(one.name, "strong", elide=True), Label(about, "caption", "text2", elide=True), gap=0
    )
    line = row((texts, 1), gap=Space.SMALL)
    said = _to_go(one.minutes)
    if said:
        near = one.minutes is not None and one.minutes <= _SOON
        line.addWidget(Pill("waiting" if near else "info", said), 0, _TOP)
    whole = plain(line)
    whole.setAccessibleName(", ".join(part for part in (one.name, about, said) if part))
    return whole


def _to_go(minutes: int | None) -> str:
    if minutes is None:
        return ""
    if minutes < 0:
        return ngettext("began {n} min ago", "began {n} min ago", -minutes).format(n=-minutes)
    if minutes < 120:
        return ngettext("{n} min to go", "{n} min to go", minutes).format(n=minutes)
    hours = minutes // 60
    return ngettext("{n} hour to go", "{n} hours to go", hours).format(n=hours)


def _honoured(name: str, at: datetime | None, zone: str) -> QWidget:
    came = _("Not here yet")
    if at is not None:
        came = _("Arrived {time}").format(time=dates.clock(at.isoformat(), zone))
    texts = column(
        Label(name, "strong", elide=True), Label(_("Guest of honour"), "caption", "text2"), gap=0
    )
    kind = "waiting" if at is None else "arrived"
    whole = plain(row((texts, 1), (Pill(kind, came, "star"), 0, _TOP), gap=Space.SMALL))
    whole.setAccessibleName(_("Guest of honour {name}: {came}").format(name=name, came=came))
    return whole


def _point(point: Point, counts: PointCounts, arrived: int) -> QWidget:
    full = point.capacity is not None and counts.inside >= point.capacity
    meter = Meter(point.name, tone="warn_fill" if full else "accent")
    if point.capacity is not None:
        said = _("{n} of {capacity} inside").format(n=counts.inside, capacity=point.capacity)
        share = counts.inside / point.capacity if point.capacity else 1.0
    else:
        said = ngettext("{n} entered", "{n} entered", counts.entered).format(n=counts.entered)
        share = counts.entered / arrived if arrived else 0.0
    meter.show_share(share, _("{desk}: {arrived}").format(desk=point.name, arrived=said))
    head = row((Label(point.name, "strong", elide=True), 1), Label(said, "body", "text2"))
    if full:
        head.addWidget(Pill("warning", pgettext("a room", "Full")))
    return plain(column(head, meter, gap=Space.SNUG))

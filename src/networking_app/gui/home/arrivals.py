"""The arrivals card: how many came when on the day, as a curve, a table and a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.chart import ChartFace, Line, LineChart
from networking_app.gui.widgets.states import EmptyState
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext, pgettext
from networking_app.wording import dates

if TYPE_CHECKING:
    from datetime import datetime

    from networking_app.services.overview import Overview

_MOST_POINTS = 240
_STEPS = (5, 10, 15, 30, 60, 120, 180, 240)
_MOST_TICKS = 8


class ArrivalsCard(Card):
    """Shows the curve of the last day on which guests came."""

    def __init__(self) -> None:
        super().__init__(_("Arrivals"), fact=" ")
        self.chart = LineChart(pgettext("how many", "Arrived"), _("Time"))
        self.nobody = EmptyState(
            "scan-line",
            _("Nobody has arrived yet"),
            _("The curve begins with the first check-in."),
        )
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self.nobody, 1)

    def show_overview(self, seen: Overview) -> None:
        """Show this moment."""
        face = arrivals_face(seen)
        self.nobody.setVisible(face is None)
        self.chart.setVisible(face is not None)
        if face is None:
            self.show_title(_("Arrivals"))
            return
        self.chart.show_face(face)
        day = dates.short_day(seen.arrivals[-1].isoformat(), seen.event.zone)
        self.show_title(_("Arrivals"), day)


def arrivals_face(seen: Overview) -> ChartFace | None:
    """The curve of the last day on which guests came; None before anybody did."""
    zone = seen.event.zone
    moments = [found for at in seen.arrivals if (found := dates.local(at.isoformat(), zone))]
    if not moments:
        return None
    day = moments[-1].date()
    before = sum(1 for moment in moments if moment.date() != day)
    minutes = [_minute(moment) for moment in moments if moment.date() == day]
    points = _curve(minutes, before)
    start = dates.local(seen.event.start, zone)
    mark = _minute(start) if start is not None and start.date() == day else None
    ticks = _ticks(min([*minutes, mark or minutes[0]]), max([*minutes, mark or minutes[-1]]))
    last = _clock(minutes[-1])
    total = len(moments)
    return ChartFace(
        lines=(Line(pgettext("how many", "Arrived"), points),),
        ticks=ticks,
        sentence=_sentence(seen, total, last),
        now=_("{n} at {time}").format(n=total, time=last),
        mark=None if mark is None else (mark, _("Opening {time}").format(time=_clock(mark))),
    )


def _sentence(seen: Overview, total: int, last: str) -> str:
    came = ngettext(
        "{n} of {all} registered has arrived, the last at {time}.",
        "{n} of {all} registered have arrived, the last at {time}.",
        total,
    )
    return came.format(n=total, all=seen.counts.registered, time=last)


def _curve(minutes: list[float], before: int) -> tuple[tuple[float, float], ...]:
    """Points (minute, arrived until then), thinned out where there are very many."""
    by_minute = {minute: number for number, minute in enumerate(minutes, before + 1)}
    first = min(minutes)
    points = [(first, float(before)), *((m, float(n)) for m, n in by_minute.items() if m > first)]
    if by_minute[first] != before:
        points[0] = (max(first - 1, 0), float(before))
        points.insert(1, (first, float(by_minute[first])))
    step = -(-len(points) // _MOST_POINTS)
    return (*points[:-1:step], points[-1])


def _ticks(first: float, last: float) -> tuple[tuple[float, str], ...]:
    """Round times that take in the whole curve."""
    for step in _STEPS:
        start = int(first // step) * step
        end = -int(-(last + step * 0.15) // step) * step
        if (end - start) / step <= _MOST_TICKS:
            break
    return tuple((float(at), _clock(at)) for at in range(start, end + 1, step))


def _minute(moment: datetime) -> float:
    return float(moment.hour * 60 + moment.minute)


def _clock(minute: float) -> str:
    return f"{int(minute) // 60}.{int(minute) % 60:02d}"

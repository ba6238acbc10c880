"""The arrivals card: how many came when on the day, as a curve, a table and a sentence."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from networking_app.domain import clocks
from networking_app.domain.todo import Phase
from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.chart import ChartFace, Line, LineChart
from networking_app.gui.widgets.states import EmptyState
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext, pgettext
from networking_app.wording import dates
from networking_app.wording.arrivals import against

if TYPE_CHECKING:
    from datetime import datetime

    from networking_app.domain.arrivals import Usual
    from networking_app.services.overview import Overview

_MOST_POINTS = 240
_STEPS = (5, 10, 15, 30, 60, 120, 180, 240)
_MOST_TICKS = 8
_SLOT = 10
_LEAST_SPAN = 30  # minutes
_LEAST_DAYS, _MOST_DAYS, _WEEK = 3, 6, 7
_DAY = 24 * 60
_ALL = 0.99  # of those who usually come: the rest would only make the curve long


class ArrivalsCard(Card):
    """Before the day how many registered; then how many came, with the usual curve behind it."""

    def __init__(self) -> None:
        super().__init__(_("Arrivals"), fact=" ")
        name = pgettext("how many", "Arrived")
        columns = (_("Time"), _("In 10 minutes"), name, pgettext("curve", "Usual"))
        self.chart = LineChart(name, _("Time"), columns=columns)
        registered = pgettext("how many", "Registered")
        self.days = LineChart(
            registered, _("Day"), columns=(_("Day"), _("On this day"), registered)
        )
        self.nobody = EmptyState(
            "scan-line",
            _("Nobody has arrived yet"),
            _("The curve begins with the first check-in."),
        )
        self.legend = Label("", "caption", "text2", wrap=True)
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self.days, 1)
        self.body.addWidget(self.legend)
        self.body.addWidget(self.nobody, 1)

    def show_overview(self, seen: Overview) -> None:
        """Show this moment."""
        face = arrivals_face(seen)
        days = registrations_face(seen) if face is None else None
        self.nobody.setVisible(face is None and days is None)
        self.chart.setVisible(face is not None)
        self.days.setVisible(days is not None)
        self.legend.setVisible(face is not None)
        if face is not None:
            self.chart.show_face(face)
            self.legend.setText(_legend(seen))
            self.show_title(_("Arrivals"), _fact(seen))
        elif days is not None:
            self.days.show_face(days)
            self.show_title(_("Registrations"), days.now)
        else:
            self.show_title(_("Arrivals"))


def _fact(seen: Overview) -> str:
    """How the day stands against the usual, and which day is shown."""
    said = _against(seen) if _usual(seen) is not None else ""
    day = dates.short_day(_day_shown(seen).isoformat(), seen.event.zone)
    return _("{one} · {other}").format(one=said, other=day) if said else day


def registrations_face(seen: Overview) -> ChartFace | None:
    """How many had registered by each day; None where all did on one day, or nobody did."""
    counted = Counter(seen.registered)
    days = sorted(counted)
    if len(days) < _LEAST_DAYS:
        return None
    zone, points, rows, total = seen.event.zone, [], [], 0
    points.append((float(days[0].toordinal() - 1), 0.0))
    for day in days:
        total += counted[day]
        points.append((float(day.toordinal()), float(total)))
        rows.append((dates.day(day.isoformat(), zone), str(counted[day]), str(total)))
    lately = sum(n for day, n in counted.items() if (days[-1] - day).days < _WEEK)
    said = ngettext("{n} in the last 7 days", "{n} in the last 7 days", lately).format(n=lately)
    name = pgettext("how many", "Registered")
    first, last = points[0][0], points[-1][0]
    step = max(1, -(-int(last - first) // _MOST_DAYS))
    marks = range(int(first), int(last) + step, step)
    return ChartFace(
        lines=(Line(name, tuple(points)),),
        ticks=tuple((float(at), _short_day(date.fromordinal(at))) for at in marks),
        sentence=ngettext("{n} has registered.", "{n} have registered.", total).format(n=total)
        + " " + said + ".",
        now=said,
        rows=tuple(reversed(rows)),
    )  # fmt: skip


def _short_day(day: date) -> str:
    return f"{day.day}.{day.month}."


def arrivals_face(seen: Overview) -> ChartFace | None:
    """The curve of the day on which guests came last, afterwards of that on which most came.

    None before anybody did.
    """
    zone = seen.event.zone
    moments = [found for at in seen.arrivals if (found := dates.local(at.isoformat(), zone))]
    if not moments:
        return None
    day = _day_shown(seen)
    before = sum(1 for moment in moments if moment.date() < day)
    minutes = [_minute(moment) for moment in moments if moment.date() == day]
    points = _curve(minutes, before)
    start = dates.local(seen.event.start, zone)
    mark = _minute(start) if start is not None and start.date() == day else None
    usual = _usual_line(seen, mark, minutes[-1])
    shown = [*minutes, mark or minutes[0], *(x for x, _y in usual)]
    ticks = _ticks(min(shown), max(*shown, min(shown) + _LEAST_SPAN))
    last, total = _clock(minutes[-1]), before + len(minutes)
    bars = _bars(minutes)
    lines = [Line(pgettext("how many", "Arrived"), points)]
    if usual:
        lines.append(Line(pgettext("curve", "usual"), usual, quiet=True))
    return ChartFace(
        lines=tuple(lines),
        ticks=ticks,
        sentence=_sentence(seen, len(moments), last),
        now=_("{n} at {time}").format(n=total, time=last),
        mark=None if mark is None else (mark, _("Opening {time}").format(time=_clock(mark))),
        bars=bars,
        rows=_rows(seen, bars, before, mark),
    )


def _day_shown(seen: Overview) -> date:
    """The day whose curve is shown."""
    days = [
        day for at in seen.arrivals if (day := dates.calendar_day(at.isoformat(), seen.event.zone))
    ]
    return Counter(days).most_common(1)[0][0] if seen.view is Phase.AFTER else days[-1]


def _usual(seen: Overview) -> Usual | None:
    return seen.live.usual if seen.live is not None else None


def _usual_line(seen: Overview, mark: float | None, last: float) -> tuple[tuple[float, float], ...]:
    """The usual curve on the clock of the day, from the first who usually come to the last.

    It is not shorter than the curve of the day, whose last minute is `last`.
    """
    usual = _usual(seen)
    if usual is None or mark is None:
        return ()
    whole = seen.counts.registered
    found: list[tuple[float, float]] = []
    for minute, share in zip(usual.minutes(), usual.shares, strict=True):
        if not 0 <= mark + minute < _DAY:
            continue
        if share > 0 and not found and minute > usual.minutes()[0]:
            found.append((mark + minute - 5, 0.0))
        if share > 0:
            found.append((mark + minute, usual.count(minute, whole)))
        if share >= _ALL and mark + minute >= last:
            break
    return tuple(found)


def _bars(minutes: list[float]) -> tuple[tuple[float, float, float], ...]:
    """How many came in each ten minutes of the clock."""
    counted = Counter(int(minute) // _SLOT for minute in minutes)
    first, last = min(counted), max(counted)
    return tuple(
        (float(n * _SLOT), float((n + 1) * _SLOT), float(counted[n]))
        for n in range(first, last + 1)
    )


def _rows(
    seen: Overview,
    bars: tuple[tuple[float, float, float], ...],
    before: int,
    mark: float | None,
) -> tuple[tuple[str, ...], ...]:
    """The same numbers as a table: time, in ten minutes, arrived until then, usual until then."""
    usual, total, rows = _usual(seen), before, []
    for first, last, came in bars:
        total += int(came)
        expected = "–"
        if usual is not None and mark is not None:
            expected = str(round(usual.count(last - mark, seen.counts.registered)))
        rows.append((f"{_clock(first)}–{_clock(last)}", f"{came:g}", str(total), expected))
    return tuple(rows)


def _legend(seen: Overview) -> str:
    usual = _usual(seen)
    bars = _("Line: arrived. Bars: in ten minutes. T shows the numbers.")
    if usual is None:
        said = against(None, None, 0, 0, 0)
    else:
        said = ngettext(
            "Dashed: your {n} earlier event.", "Dashed: usual, of your {n} earlier events.",
            usual.events,
        ).format(n=usual.events)  # fmt: skip
    return f"{bars} {said}"


def _against(seen: Overview) -> str:
    """Ahead of the usual or behind it, on the day and after it."""
    live = seen.live
    start = clocks.moment(seen.event.start)
    if live is None or start is None or seen.view is Phase.BEFORE:
        return ""
    minute = (seen.now - start).total_seconds() / 60
    return against(live.usual, live.ahead, minute, len(seen.arrivals), seen.counts.registered)


def _sentence(seen: Overview, total: int, last: str) -> str:
    came = ngettext(
        "{n} of {all} registered has arrived, the last at {time}.",
        "{n} of {all} registered have arrived, the last at {time}.",
        total,
    )
    said = came.format(n=total, all=seen.counts.registered, time=last)
    more = _against(seen)
    return f"{said} {more[:1].upper()}{more[1:]}." if more else said


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

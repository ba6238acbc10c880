"""The Event page as the day goes: numbers by phase, the usual curve, points, who is waited for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from networking_app.domain.arrivals import Past, usual
from networking_app.domain.event import Event, EventCounts
from networking_app.domain.points import Point
from networking_app.domain.todo import Phase
from networking_app.gui.home.arrivals import ArrivalsCard, arrivals_face, registrations_face
from networking_app.gui.home.live_cards import PointsCard, WatchCard
from networking_app.gui.home.tiles import Tiles
from networking_app.gui.widgets.marks import Pill
from networking_app.gui.widgets.text import Label
from networking_app.services.live import Live, MissingSpeaker, Slot
from networking_app.services.overview import Overview
from networking_app.services.points import PointCounts

NOW = datetime(2026, 11, 26, 6, 54, tzinfo=UTC)
START = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)
EVENT = Event("e", "Evening", start="2026-11-26T07:00:00Z", place="Mikkeli", capacity=120)
USUAL = usual([Past(tuple(float(minute) for minute in range(-60, 40)), 100)])
COUNTS = EventCounts(
    registered=100, cancelled=3, waiting=2, arrived=61, inside=58, walk_ins=4, coming=40
)
TIMES = tuple(START + timedelta(minutes=m) for m in range(-66, -5))
LIVE = Live((), (Slot(NOW, 9), Slot(NOW + timedelta(minutes=10), 4)), (), USUAL, 5)
SEEN = Overview(EVENT, COUNTS, Phase.TODAY, TIMES, (), (), (), (), 30, NOW, LIVE)


def texts(widget):
    widget.show()
    QApplication.processEvents()
    return [t for label in widget.findChildren(Label) if label.isVisible() and (t := label.text())]


def numbers(tiles):
    return [tiles.by_name[name].accessibleName() for name in tiles.shown()]


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (
            replace(SEEN, phase=Phase.BEFORE, arrivals=()),
            [
                "Registered, 100, 20 places left",
                "Waiting list, 2, come in when a place is free",
                "Cancelled, 3, of 105 who registered",
                "Badges printed, 70, 30 still to print",
            ],
        ),
        (
            SEEN,
            [
                "Arrived, 61, of 100 registered · 60 %",
                "Inside now, 58, 3 went out",
                "Still coming, 40, 0 in the last 10 min",
                "Walk-ins, 4, registered at the door",
            ],
        ),
        (
            replace(SEEN, phase=Phase.AFTER),
            [
                "Arrived, 61, of 100 registered · 60 %",
                "Did not come, 40, with a place, not let in",
                "Walk-ins, 4, registered at the door",
                "Busiest 10 minutes, 9, from 8.54",
            ],
        ),
    ],
)
def test_four_numbers_are_shown_for_each_phase(qtbot, seen, said):
    tiles = Tiles()
    qtbot.addWidget(tiles)
    tiles.show_overview(seen)
    tiles.show()
    assert numbers(tiles) == said
    assert sum(tile.isVisible() for tile in tiles.by_name.values()) == 4
    tiles.set_columns(2)
    assert sum(tile.isVisible() for tile in tiles.by_name.values()) == 4


def test_first_arrival_makes_it_the_day_where_nobody_knows_the_day():
    assert replace(SEEN, phase=Phase.UNDATED).view is Phase.TODAY
    assert replace(SEEN, phase=Phase.UNDATED, arrivals=()).view is Phase.BEFORE
    assert replace(SEEN, phase=Phase.AFTER).view is Phase.AFTER


def test_curve_stands_beside_the_usual_and_says_how_far_ahead(qtbot):
    card = ArrivalsCard()
    qtbot.addWidget(card)
    card.show_overview(SEEN)
    face = arrivals_face(SEEN)
    assert [line.name for line in face.lines] == ["Arrived", "usual"]
    assert face.lines[1].quiet
    assert face.lines[1].points[-1] == (540 + 40, 100.0)
    assert face.sentence.endswith("have arrived, the last at 8.54. 5 min ahead of usual.")
    assert card.fact.text() == "5 min ahead of usual · Thu 26 Nov 2026"
    assert "Dashed: your 1 earlier event." in card.legend.text()
    assert sum(y for _a, _b, y in face.bars) == 61


def test_numbers_of_the_curve_are_a_table_by_key(qtbot):
    card = ArrivalsCard()
    qtbot.addWidget(card)
    card.show_overview(SEEN)
    card.show()
    card.chart.canvas.setFocus()
    qtbot.keyClick(card.chart.canvas, Qt.Key.Key_T)
    rows = [card.chart.table.rows.row_at(n) for n in range(card.chart.table.rows.count())]
    assert rows[0] == ("7.50–8.00", "6", "6", "1")
    assert rows[-1] == ("8.50–9.00", "5", "61", "61")
    qtbot.keyClick(card.chart.table, Qt.Key.Key_T)
    assert not card.chart.shows_table()


def test_first_event_of_a_file_says_that_there_is_nothing_to_compare_with(qtbot):
    card = ArrivalsCard()
    qtbot.addWidget(card)
    card.show_overview(replace(SEEN, live=replace(LIVE, usual=None, ahead=None)))
    assert "No earlier event in this file to compare with" in card.legend.text()
    assert card.fact.text() == "Thu 26 Nov 2026"


def test_late_guest_of_the_next_day_does_not_hide_the_day():
    late = replace(SEEN, phase=Phase.AFTER, arrivals=(*TIMES, START + timedelta(days=1)))
    face = arrivals_face(late)
    assert face.now == "61 at 8.54"
    assert face.sentence.startswith("62 of 100 registered have arrived")


def test_registrations_by_day_are_shown_before_the_day(qtbot):
    days = (date(2026, 11, 1),) * 4 + (date(2026, 11, 10),) * 5 + (date(2026, 11, 12),)
    seen = replace(SEEN, phase=Phase.BEFORE, arrivals=(), registered=days)
    face = registrations_face(seen)
    assert [y for _x, y in face.lines[0].points] == [0, 4, 9, 10]
    assert face.rows[0] == ("12.11.2026", "1", "10")
    assert face.sentence == "10 have registered. 6 in the last 7 days."
    card = ArrivalsCard()
    qtbot.addWidget(card)
    card.show_overview(seen)
    assert (card.title.text(), card.fact.text()) == ("Registrations", "6 in the last 7 days")
    assert registrations_face(replace(seen, registered=days[:4])) is None


def watched(**values):
    return replace(SEEN, live=replace(LIVE, **values))


def test_speakers_not_here_are_told_with_the_time_to_go(qtbot):
    card = WatchCard()
    qtbot.addWidget(card)
    missing = (
        MissingSpeaker("Ilkka", "Opening", "Hall", START, 6),
        MissingSpeaker("Tuulikki", "Water", "", START + timedelta(minutes=90), 96),
        MissingSpeaker("Kaisa", "Food", "", NOW - timedelta(minutes=4), -4),
        MissingSpeaker("Oiva", "Some time"),
        MissingSpeaker("Jyri", "Evening", "", START + timedelta(hours=5), 306),
        MissingSpeaker("Kati", "Night", "", START + timedelta(hours=9), 546),
    )
    card.show_overview(watched(missing=missing))
    said = texts(card)
    assert said[:4] == ["Who is waited for", "6 not here yet", "Ilkka", "9.00 · Opening · Hall"]
    assert [pill.face.text for pill in card.findChildren(Pill) if pill.isVisible()] == [
        "6 min to go", "96 min to go", "began 4 min ago", "5 hours to go",
    ]  # fmt: skip
    assert "and 1 more" in said
    card.show_overview(replace(watched(missing=missing), phase=Phase.AFTER))
    assert card.isHidden()


def test_guests_of_honour_are_waited_for_until_they_come(qtbot):
    card = WatchCard()
    qtbot.addWidget(card)
    card.show_overview(watched(honoured=(("Klaus", NOW), ("Sanna", None))))
    said = texts(card)
    assert said.index("Sanna") < said.index("Klaus")
    assert [pill.face.text for pill in card.findChildren(Pill) if pill.isVisible()] == [
        "Not here yet", "Arrived 8.54",
    ]  # fmt: skip
    card.show_overview(watched(honoured=(("Klaus", NOW),)))
    assert card.fact.text() == "all are here"
    card.show_overview(watched())
    assert card.isHidden()


def test_points_show_how_full_they_are(qtbot):
    card = PointsCard()
    qtbot.addWidget(card)
    door = (Point("d", "e", "Main door"), PointCounts(61, 58))
    hall = (Point("h", "e", "Hall", capacity=40), PointCounts(44, 40))
    card.show_overview(watched(points=(door, hall)))
    assert texts(card)[1:] == ["Main door", "61 entered", "Hall", "40 of 40 inside"]
    assert [pill.face.text for pill in card.findChildren(Pill)] == ["Full"]
    card.show_overview(watched(points=(door,)))
    assert card.isHidden()

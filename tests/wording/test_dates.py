"""Dates and times as Finns, Swedes and English readers of this app write them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.support import i18n
from networking_app.wording import dates

ZONE = "Europe/Helsinki"
EVENING = "2026-11-26T06:54:00Z"


@pytest.fixture
def in_language(monkeypatch):
    def choose(language):
        monkeypatch.setattr(dates, "current", lambda: language)

    return choose


@pytest.mark.parametrize(
    ("iso", "zone", "said"),
    [
        (EVENING, ZONE, "8.54"),
        ("2026-11-26T06:54:00", ZONE, "8.54"),
        ("2026-11-26T06:54:00+00:00", "America/New_York", "1.54"),
        ("2026-07-26T06:05:00Z", ZONE, "9.05"),
        (EVENING, "No/Such", "6.54"),
        (EVENING, "", "6.54"),
        (EVENING, "../etc/passwd", "6.54"),
        ("2026-11-26", ZONE, ""),
        ("", ZONE, ""),
        ("summer of twenty-two", ZONE, ""),
        ("9999-12-31T23:59:59Z", ZONE, ""),
    ],
)
def test_clock_is_local_with_a_point(iso, zone, said):
    assert dates.clock(iso, zone) == said


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        (EVENING, "26.11.2026"),
        ("2026-11-26T22:30:00Z", "27.11.2026"),
        ("2026-01-02", "2.1.2026"),
        ("2026-02-31", "2026-02-31"),
        ("2022", "2022"),
        ("", "date not known"),
    ],
)
def test_day_is_the_local_one(iso, said):
    assert dates.day(iso, ZONE) == said


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("en", "Thursday 26 November 2026", "Thu 26 Nov 2026"),
        ("fi", "torstaina 26.11.2026", "to 26.11.2026"),
        ("sv", "torsdag 26 november 2026", "tors 26 nov. 2026"),
        ("no language", "Thursday 26 November 2026", "Thu 26 Nov 2026"),
        ("xx-XX", "Thursday 26 November 2026", "Thu 26 Nov 2026"),
    ],
)
def test_weekday_is_said_in_the_language(in_language, language, long, short):
    in_language(language)
    assert dates.long_day(EVENING, ZONE) == long
    assert dates.short_day(EVENING, ZONE) == short


def test_weekday_is_left_out_where_only_the_year_is_known():
    assert dates.long_day("2022", ZONE) == "2022"
    assert dates.short_day("", ZONE) == "date not known"


@pytest.mark.parametrize(
    ("iso", "said"),
    [(EVENING, "26.11.2026 at 8.54"), ("2026-11-26", "26.11.2026"), ("", "date not known")],
)
def test_day_and_time_leaves_out_what_is_not_known(iso, said):
    assert dates.day_and_time(iso, ZONE) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2026-11-26", "2026-11-26", "26.11.2026"),
        ("2026-11-26", "", "26.11.2026"),
        ("2026-11-26", "2026-11-25", "26.11.2026"),
        ("2026-11-26", "2026-11-27", "26.–27.11.2026"),
        ("2026-11-30", "2026-12-01", "30.11.–1.12.2026"),
        ("2026-12-30", "2027-01-02", "30.12.2026–2.1.2027"),
        (EVENING, "2026-11-26T14:00:00Z", "26.11.2026"),
        (EVENING, "2026-11-26T22:00:00Z", "26.11.2026"),
        (EVENING, "2026-11-27T22:00:00Z", "26.–27.11.2026"),
        (EVENING, "2026-11-27", "26.–27.11.2026"),
        ("summer 2022", "2022-09-01", "summer 2022"),
        ("", "", "date not known"),
    ],
)
def test_days_say_what_differs_once(start, end, said):
    assert dates.days(start, end, ZONE) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (EVENING, "2026-11-26T14:00:00Z", "26.11.2026 8.54–16.00"),
        (EVENING, "", "26.11.2026 8.54"),
        (EVENING, EVENING, "26.11.2026 8.54"),
        (EVENING, "2026-11-26T22:00:00Z", "26.11.2026 8.54–24.00"),
        (EVENING, "2026-11-27T22:00:00Z", "26.11.2026 8.54–28.11.2026 0.00"),
        (EVENING, "2026-11-27T00:00:00Z", "26.11.2026 8.54–27.11.2026 2.00"),
        ("2026-11-26", "2026-11-27", "26.–27.11.2026"),
        ("", "", "date not known"),
    ],
)
def test_period_says_days_and_times(start, end, said):
    assert dates.period(start, end, ZONE) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [(EVENING, "2026-11-26T14:00:00Z", "8.54–16.00"), (EVENING, "", "8.54"), ("", EVENING, "")],
)
def test_times_need_a_start(start, end, said):
    assert dates.times(start, end, ZONE) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "date not known"),
        ("  ", "date not known"),
        ("2022", "2022"),
        ("2022-08", "August 2022"),
        ("2022-13", "2022-13"),
        ("2022-08-31", "31.8.2022"),
        ("2022-08-32", "2022-08-32"),
        ("summer 2022", "summer 2022"),
        ("2022-summer", "summer 2022"),
        ("2022-21", "spring 2022"),
        ("2022-22", "summer 2022"),
        ("Syksy 2022", "autumn 2022"),
        ("vintern 2022", "winter 2022"),
        ("kevät/2022", "spring 2022"),
        ("about 2022", "about 2022"),
        ("soon", "soon"),
    ],
)
def test_partial_says_what_is_known(text, said):
    assert dates.partial(text) == said


@pytest.mark.parametrize(
    ("language", "said"), [("fi", "elokuu 2022"), ("sv", "augusti 2022"), ("en", "August 2022")]
)
def test_partial_month_is_said_in_the_language(in_language, language, said):
    in_language(language)
    assert dates.partial("2022-08") == said


@given(st.text())
def test_no_text_breaks_a_date(text):
    for say in (dates.day, dates.long_day, dates.short_day, dates.day_and_time):
        assert say(text, ZONE)
    assert dates.days(text, text, ZONE)
    assert dates.period(text, text, text)


@given(st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_said_day_and_time_name_the_local_moment(moment):
    local = dates.local(moment.isoformat(), ZONE)
    assert local == moment
    day, clock = dates.day_and_time(moment.isoformat(), ZONE).split(" at ")
    assert day == f"{local.day}.{local.month}.{local.year}"
    assert clock == f"{local.hour}.{local.minute:02d}"


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 800))
def test_days_end_with_the_whole_last_day(first, length):
    last = first + timedelta(days=length)
    said = dates.days(first.isoformat(), last.isoformat(), ZONE)
    assert said.endswith(f"{last.day}.{last.month}.{last.year}")


def test_language_of_the_program_decides():
    assert dates.current is i18n.current

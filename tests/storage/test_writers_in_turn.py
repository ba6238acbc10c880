"""Threads of one program write one after another, and each gets its turn."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from networking_app.storage import database, events
from networking_app.storage.database import Author, create


def test_many_threads_write_and_nothing_is_lost(tmp_path):
    opened = create(tmp_path / "work.nwapp", Author("Desk", lambda: 1_800_000_000_000))

    def add(number):
        with opened.write("new_event", {"title": str(number)}) as writer:
            writer.add("event", title=str(number), zone="UTC")

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(add, range(60)))
    with opened.read() as connection:
        titles = {event.title for event in events.all_events(connection)}
    opened.close()
    assert titles == {str(number) for number in range(60)}


def test_who_waits_too_long_for_another_thread_asks_sqlite(tmp_path, monkeypatch):
    monkeypatch.setattr(database, "_TURN", 0)
    opened = create(tmp_path / "work.nwapp", Author("Desk", lambda: 1_800_000_000_000))

    def add():
        with opened.write("new_event", {"title": "second"}) as writer:
            writer.add("event", title="second", zone="UTC")

    with ThreadPoolExecutor(1) as threads:
        with opened.write("new_event", {"title": "first"}) as writer:
            writer.add("event", title="first", zone="UTC")
            second = threads.submit(add)
        second.result()
    with opened.read() as connection:
        titles = {event.title for event in events.all_events(connection)}
    opened.close()
    assert titles == {"first", "second"}

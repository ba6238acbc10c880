from __future__ import annotations

import pytest

from networking_app.domain.todo import Todo, TodoKind
from networking_app.wording import todo

ZONE = "Europe/Helsinki"


@pytest.mark.parametrize("kind", TodoKind)
def test_every_thing_to_do_has_a_fact_a_meaning_and_a_button(kind):
    item = Todo(kind, 2, "Aino Pöyhönen", start="2026-11-26T07:00:00Z")
    said = (todo.fact(item), todo.meaning(item, ZONE), todo.button(item))

    assert all(said)
    assert not any("{" in text for text in said)


def test_one_and_many_are_told_apart():
    assert todo.fact(Todo(TodoKind.BADGES, 1)) == "1 badge not printed yet"
    assert todo.fact(Todo(TodoKind.BADGES, 2)) == "2 badges not printed yet"


def test_missing_speaker_is_named_with_the_time_of_the_event():
    item = Todo(TodoKind.SPEAKER_MISSING, subject="Ilkka", start="2026-11-26T07:00:00Z")

    assert todo.fact(item) == "Ilkka is not here yet"
    assert todo.meaning(item, ZONE) == "Speaks at 9.00"


def test_free_places_are_counted_where_they_are_limited():
    assert todo.meaning(Todo(TodoKind.WAITING, 3, room=1), ZONE) == "1 place is free"
    assert todo.meaning(Todo(TodoKind.WAITING, 3), ZONE) == "The number of places is not limited"

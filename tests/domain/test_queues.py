"""Queues by surname: everybody has one desk, the order is kept, no queue is much too long."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.names import sort_key
from networking_app.domain.queues import ALPHABET, Queue, queues

COMMON = [
    "Virtanen", "Korhonen", "Mäkinen", "Nieminen", "Mäkelä", "Hämäläinen", "Laine", "Heikkinen",
    "Koskinen", "Järvinen", "Lehtonen", "Lehtinen", "Saarinen", "Niemi", "Heinonen", "Heikkilä",
    "Kinnunen", "Salonen", "Turunen", "Salo", "Laitinen", "Tuominen", "Rantanen", "Karjalainen",
    "Jokinen", "Mattila", "Savolainen", "Lahtinen", "Ahonen", "Öhman", "Åberg", "Ojala",
]  # fmt: skip


def names(*families):
    return [sort_key("Aino", family) for family in families]


def signs(found):
    return [(queue.name, queue.guests) for queue in found]


def many(*pairs):
    return names(*(family for family, count in pairs for _ in range(count)))


def test_two_desks_are_cut_between_letters():
    found = queues(many(("Aho", 20), ("Kinnunen", 30), ("Laine", 28), ("Öhman", 22)), 2)
    assert signs(found) == [("A–K", 50), ("L–Ö", 50)]


def test_swedish_letters_come_last():
    found = queues(many(("Zetterberg", 10), ("Åberg", 10), ("Ärling", 10), ("Öhman", 10)), 4)
    assert signs(found) == [("A–Z", 10), ("Å", 10), ("Ä", 10), ("Ö", 10)]


def test_letter_that_is_too_big_is_parted_by_its_second_letters():
    found = queues(many(("Aho", 5), ("Haro", 30), ("Hirvi", 5), ("Huhta", 30), ("Salo", 8)), 2)
    assert signs(found) == [("A–Hi", 40), ("Hu–Ö", 38)]


def test_run_within_one_letter_names_both_ends():
    found = queues(many(("Haro", 9), ("Heino", 1), ("Hirvi", 5), ("Huhta", 5), ("Hyttinen", 10)), 3)
    assert signs(found) == [("A–He", 10), ("Hi–Hu", 10), ("Hy–Ö", 10)]


def test_whole_letters_are_kept_where_that_costs_little():
    spread = many(*((f"{letter}a", 10) for letter in ALPHABET))
    assert all(len(queue.first) == 1 for queue in queues(spread, 4))


@pytest.mark.parametrize(
    ("family", "place"),
    [
        ("Жуков", 1),
        ("王", 1),
        ("Παπάς", 1),
        ("3M", 0),
        ("'t Hooft", 0),
        ("Éluard", 0),
        ("Æbelø", 1),
        ("Ørsted", 1),
        ("Þórsson", 1),
        ("von Essen", 1),
        ("d'Arc", 0),
    ],
)
def test_other_names_stand_where_lists_have_them(family, place):
    base = many(("Aho", 40), ("Kinnunen", 10), ("Laine", 10), ("Salo", 40))
    before = queues(base, 2)
    found = queues(base + names(family), 2)
    assert [queue.name for queue in found] == ["A–K", "L–Ö"]
    assert found[place].guests == before[place].guests + 1
    assert found[1].others == (family[0] in "Ж王Π")


def test_guest_without_family_name_stands_under_the_given_one():
    lone = [sort_key("Björk", "")]
    found = queues(many(("Aho", 10), ("Salo", 10)) + lone, 2)
    assert found[0].guests == 11


def test_many_names_in_other_scripts_get_a_desk_of_their_own():
    found = queues(many(("Aho", 10), ("王", 30)), 2)
    assert found == [Queue("A", "Ö", 10), Queue("", "", 30, others=True)]


def test_event_in_another_script_has_one_queue():
    assert queues(many(("王", 30), ("李", 3)), 4) == [Queue("A", "Ö", 33, others=True)]


def test_no_guests_no_queues():
    assert queues([], 3) == []


def test_more_desks_than_beginnings():
    assert signs(queues(names("Aho", "Aho", "Salo"), 9)) == [("A", 2), ("B–Ö", 1)]


families = st.one_of(
    st.sampled_from(COMMON),
    st.text(alphabet="ABDEHIKLMSTVWYZÅÄÖÉÜØ", min_size=1, max_size=1).flatmap(
        lambda first: st.text(alphabet="aehinorstuyäö'- ", max_size=5).map(lambda t: first + t)
    ),
    st.text(min_size=1, max_size=6).filter(lambda text: bool(text.strip())),
)


@given(st.lists(families, min_size=1, max_size=120), st.integers(1, 8))
def test_everybody_is_counted_once_and_no_queue_is_much_too_long(people, desks):
    found = queues(names(*people), desks)
    sizes = [queue.guests for queue in found]
    assert sum(sizes) == len(people)
    assert all(sizes)
    assert 1 <= len(found) <= desks
    assert max(sizes) <= max(best(people, desks), int(best(people, desks) * 1.1))
    assert sum(queue.others for queue in found) <= 1


@given(st.lists(families, min_size=1, max_size=120), st.integers(1, 8))
def test_signs_follow_each_other_from_a_to_the_end(people, desks):
    found = [queue for queue in queues(names(*people), desks) if queue.first]
    assert found[0].first[0] == "A" or len(found[0].first) == 2
    assert found[-1].last[0] == "Ö" or len(found[-1].last) == 2
    places = [ALPHABET.index(letter) for q in found for letter in (q.first[0], q.last[0])]
    assert places == sorted(places)
    for one, two in pairwise(found):
        step = ALPHABET.index(two.first[0]) - ALPHABET.index(one.last[0])
        assert step in {0, 1}
        assert step == 1 or len(one.last) == 2 or len(two.first) == 2


def best(people, desks):
    """The shortest longest queue by trying, over beginnings that are never parted."""
    counts = _beginnings(people)
    if len(counts) > 14:
        return max(*counts, _greedy(counts, desks))
    cuts = (
        combo
        for size in range(min(desks, len(counts)))
        for combo in combinations(range(1, len(counts)), size)
    )
    return min(
        max(sum(counts[a:b]) for a, b in pairwise((0, *combo, len(counts)))) for combo in cuts
    )


def _beginnings(people):
    found = {}
    a, greek = sort_key("", "A")[0], sort_key("", "\N{GREEK SMALL LETTER ALPHA}")[0]
    for family in people:
        primary = sort_key("Aino", family).partition(" ")[0]
        first, second = primary[:1], primary[1:2]
        if first >= greek:
            begin = (greek, "")
        elif first < a:
            begin = (a, "")
        else:
            begin = (first, second if a <= second < greek else "")
        found[begin] = found.get(begin, 0) + 1
    made, letters = [], []
    for first, second in sorted(found):
        letter = sum(sort_key("", one)[0] <= first for one in ALPHABET)
        letter = 99 if first == greek else max(letter, 1)
        if letters and letters[-1] == (letter, ""):
            made[-1] += found[first, second]
            letters[-1] = (letter, second)
        else:
            made.append(found[first, second])
            letters.append((letter, second))
    return made


def _greedy(counts, desks):
    for most in range(max(counts), sum(counts) + 1):
        need, now = 1, 0
        for count in counts:
            now += count
            if now > most:
                need, now = need + 1, count
        if need <= desks:
            return most
    raise AssertionError


def test_real_names_are_shared_evenly():
    pick = random.Random(4)
    people = names(*(pick.choice(COMMON) for _ in range(2_000)))
    for desks in range(1, 9):
        sizes = [queue.guests for queue in queues(people, desks)]
        assert len(sizes) == desks
        assert max(sizes) <= 2_000 / desks * 1.35

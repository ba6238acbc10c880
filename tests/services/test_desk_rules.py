"""The desk with all its rules: holds, overrides, going out, linked doors, foreign tickets."""

from __future__ import annotations

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

import factories
from networking_app.domain.checkin import Direction, FactKind, Foreign, Verdict
from networking_app.domain.points import PointKind, Question, QuestionKind, Rule
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.domain.registration import Permission, Purpose, Status
from networking_app.services.badges import Badges
from networking_app.services.checkin import CheckIn, Override
from networking_app.services.events import Events
from networking_app.services.guests import Guests
from networking_app.services.history import History
from networking_app.services.points import PointRules, Points, rules_for
from workspaces import tickets

OUT = Direction.OUT


@pytest.fixture
def desk(database):
    return CheckIn(database, "Desk 1", "Henna")


@pytest.fixture
def other(database):
    return CheckIn(database, "Desk 2")


@pytest.fixture
def door(desk, event):
    return desk.point(event)


@pytest.fixture
def points(database):
    return Points(database)


@pytest.fixture
def guests(database):
    return Guests(database)


@pytest.fixture
def row(database, event):
    return factories.guest(database, event)


def facts(database, *columns):
    names = ", ".join(columns or ("kind",))
    with database.read() as connection:
        found = connection.exec_driver_sql(f"SELECT {names} FROM check_in ORDER BY rowid")
        return [line[0] if len(line) == 1 else tuple(line) for line in found]


def code_of(database, row, kind="ticket"):
    with database.read() as connection:
        return tickets(connection, kind)[row]


def counts(database, event):
    found = Events(database).counts(event)
    return found.arrived, found.inside


def test_note_that_holds_is_confirmed_and_the_confirmation_kept(database, desk, door, guests, row):
    guests.set_attention(row, "Give the envelope\nIt is in the drawer", holds=True)
    held = desk.admit(row, door)
    assert (held.verdict, held.holder.attention.splitlines()[0]) == (
        Verdict.HOLD,
        "Give the envelope",
    )
    assert facts(database) == []  # nobody was sent away
    let_in = desk.admit(row, door, override=Override())
    assert (let_in.verdict, let_in.over) == (Verdict.WELCOME, Verdict.HOLD)
    assert facts(database, "kind", "over", "reason") == [("in", "hold", "")]


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.WAITING])
def test_override_lets_in_with_its_reason(database, desk, door, guests, row, status):
    guests.set_status([row], status)
    answer = desk.admit(row, door, override=Override("Organiser said so"))
    assert (answer.verdict, answer.over.value) == (Verdict.WELCOME, status.value)
    assert facts(database, "kind", "over", "reason") == [("in", status.value, "Organiser said so")]
    assert guests.details(row).status is status


def test_override_changes_nothing_where_the_guest_may_come_in(database, desk, door, row):
    answer = desk.admit(row, door, override=Override("Why not"))
    assert (answer.verdict, answer.over) == (Verdict.WELCOME, None)
    assert facts(database, "over", "reason") == [("", "")]


def test_override_opens_no_other_event(database, desk, door):
    stranger = factories.guest(database, factories.event(database, "Gala"))
    assert desk.admit(stranger, door, override=Override("x")).verdict is Verdict.WRONG_EVENT
    assert facts(database) == []


def test_blocked_guest_is_refused_with_the_reason_until_let_in_again(desk, door, guests, row):
    guests.block(row, "Banned in 2024")
    answer = desk.admit(row, door)
    assert (answer.verdict, answer.holder.blocked) == (Verdict.BLOCKED, "Banned in 2024")
    guests.block(row, "")
    assert desk.admit(row, door).verdict is Verdict.WELCOME


def test_guest_who_goes_out_is_not_inside_and_came_once(database, event, desk, door, row, clock):
    desk.admit(row, door)
    clock.forward(minutes=5)
    assert counts(database, event) == (1, 1)
    gone = desk.admit(row, door, OUT)
    assert (gone.verdict, gone.direction) == (Verdict.WELCOME, OUT)
    assert counts(database, event) == (1, 0)
    clock.forward(minutes=5)
    assert desk.admit(row, door).verdict is Verdict.ALREADY_IN
    desk.back(row, door)
    assert counts(database, event) == (1, 1)
    assert Events(database).arrival_times(event) == [factories.START]


def test_undo_of_going_out_and_coming_back(database, event, desk, other, door, row, clock):
    first = desk.admit(row, door).check_in_id
    clock.forward(minutes=1)
    gone = desk.admit(row, door, OUT).check_in_id
    clock.forward(minutes=1)
    back = desk.back(row, door)
    for fact, wanted in ((back, (1, 0)), (gone, (1, 1)), (first, (0, 0))):
        assert other.undo(fact, "slip")
        assert counts(database, event) == wanted
    assert facts(database) == ["in", "out", "back", "undone", "undone", "undone"]
    assert facts(database, "desk", "reason")[-1] == ("Desk 2", "slip")


def test_guest_sent_away_is_a_fact_that_counts_nowhere(database, event, desk, door, row):
    desk.refuse(row, door, "No badge")
    assert facts(database, "kind", "reason") == [("refused", "No badge")]
    assert counts(database, event) == (0, 0)
    assert desk.admit(row, door).verdict is Verdict.WELCOME


def test_linked_doors_count_as_one(database, event, desk, other, door, points, row, clock):
    points.add(event, rules_for("Side door"))
    door, side = desk.points(event)
    assert set(door.linked) == set(side.linked) == {door.id, side.id}
    desk.admit(row, side)
    clock.forward(minutes=1)
    answer = other.admit(row, door)
    assert (answer.verdict, answer.desk) == (Verdict.ALREADY_IN, "Desk 1")
    assert counts(database, event) == (1, 1)


def test_lunch_does_not_count_as_arrival_and_is_eaten_once(database, event, desk, points, row):
    lunch = points.add(event, rules_for("Lunch"))
    assert lunch.kind is PointKind.MEAL
    assert desk.admit(row, lunch).verdict is Verdict.WELCOME
    assert CheckIn(database, "Desk 9").admit(row, lunch).verdict is Verdict.ALREADY_IN
    assert counts(database, event) == (0, 0)
    entered = points.counts(event)[lunch.id]
    assert (entered.entered, entered.inside) == (1, 1)


def test_room_is_full_until_somebody_goes_out(database, event, desk, points, clock):
    room = points.add(event, PointRules("Sauna", PointKind.ROOM, Rule.IN_AND_OUT, capacity=2))
    rows = [factories.guest(database, event, f"Guest {n}") for n in "abc"]
    for row in rows[:2]:
        assert desk.admit(row, room).verdict is Verdict.WELCOME
    full = desk.admit(rows[2], room)
    assert (full.verdict, full.inside) == (Verdict.FULL, 2)
    clock.forward(minutes=1)
    desk.admit(rows[0], room, OUT)
    assert desk.inside(room) == 1
    assert desk.admit(rows[2], room).verdict is Verdict.WELCOME
    assert desk.admit(rows[0], room).verdict is Verdict.FULL
    assert desk.admit(rows[0], room, override=Override("Has the key")).over is Verdict.FULL


def test_each_day_counts_anew_where_days_are_apart(database, event, desk, points, row, clock):
    daily = PointRules("Breakfast", PointKind.MEAL, per_day=True, capacity=1)
    point = points.add(event, daily)
    assert desk.admit(row, point).verdict is Verdict.WELCOME
    clock.forward(hours=1)
    assert desk.admit(row, point).verdict is Verdict.ALREADY_IN
    clock.forward(days=1)
    assert desk.inside(point) == 0
    assert desk.admit(row, point).verdict is Verdict.WELCOME


def test_questions_of_the_door_are_asked_until_they_are_answered(desk, event, points, guests, row):
    asked = (
        Question("", "Company car?", QuestionKind.YES_NO),
        Question("", "May we take photos?", QuestionKind.PHOTO),
        Question("", "Diet?", QuestionKind.DIET, optional=True),
        Question("", "Not at the door"),
    )
    points.set_questions(event, [(q, q.text != "Not at the door") for q in asked])
    door = desk.point(event)
    assert [q.text for q in door.questions] == ["Company car?", "May we take photos?", "Diet?"]
    held = desk.admit(row, door)
    assert held.verdict is Verdict.DATA_MISSING
    car, photo, diet = held.holder.missing
    points.answer(row, {car: " yes ", photo: "ask", diet: ""})
    again = desk.admit(row, door)
    assert (again.verdict, again.holder.missing) == (Verdict.WELCOME, (diet,))
    details = guests.details(row)
    assert details.answers == (("Company car?", "yes"),)
    assert details.consents == ((Purpose.PHOTO, Permission.ASK),)
    points.answer(row, {car: "no", diet: "Nuts"})
    assert guests.details(row).answers == (("Company car?", "no"),)
    assert guests.details(row).diet == "Nuts"


def test_badge_in_hand_is_no_second_ticket(database, event, desk, other, door, row, clock):
    """A photographed badge: the ticket came in already, or the door takes tickets only."""
    desk.scan(code_of(database, row), door)
    clock.forward(minutes=1)
    assert other.scan(code_of(database, row, "badge"), door).verdict is Verdict.ALREADY_IN


def test_door_that_takes_tickets_only_refuses_badges(database, event, desk, door, points, row):
    points.change(event, door.id, PointRules(door.name, admits_badges=False))
    door = desk.point(event)
    assert desk.scan(code_of(database, row, "badge"), door).verdict is Verdict.NOT_ALLOWED
    assert desk.scan(code_of(database, row), door).verdict is Verdict.WELCOME


def test_code_within_an_address_or_a_card_is_found(database, desk, door, guests, event, row):
    code = code_of(database, row)
    for read in (
        f"https://tickets.example.org/t/{code}?print=1",
        f"https://tickets.example.org/?code={code[:5]}-{code[5:]}&lang=fi",
        f'{{"v": 1, "code": "{code.lower()}"}}',
        f"BEGIN:VCARD\nVERSION:3.0\nFN:Aino Pöyhönen\nNOTE:{code}\nEND:VCARD",
    ):
        answer = desk.scan(read, door)
        assert answer.holder is not None, read
        assert answer.verdict is Verdict.WELCOME
    foreign = guests.add(event, factories.details("Ext Erna", codes=("LIPPU-2026",)))
    found = desk.scan("https://other.example.org/checkin/lippu-2026/", door)
    assert found.holder.registration_id == foreign


def test_signed_ticket_is_judged_when_the_key_is_known(database, desk, door, points, guests, event):
    key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    body = b"\x0a\x09abcdefghi"
    raw = b"\x01" + len(body).to_bytes(2, "big") + (64).to_bytes(2, "big") + body + key.sign(body)
    code = base64.b64encode(raw).decode()[::-1]
    assert desk.scan(code, door).foreign is Foreign.NONE
    pem = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    points.add_ticket_key(event, pem)
    answer = desk.scan(code, door)
    assert (answer.verdict, answer.foreign) == (Verdict.UNKNOWN, Foreign.GENUINE)
    assert desk.simulate(code, door, factories.START).foreign is Foreign.GENUINE
    guests.add(event, factories.details("Pre Tix", codes=(code,)))
    assert desk.scan(code, door).verdict is Verdict.WELCOME
    [known] = points.ticket_keys(event)
    points.remove_ticket_key(known.id)
    assert points.ticket_keys(event) == []
    with pytest.raises(Trouble) as caught:
        points.add_ticket_key(event, "no key")
    assert caught.value.kind is TroubleKind.NO_PUBLIC_KEY


def test_badge_is_handed_out_with_the_check_in_where_the_event_says_so(
    database, event, desk, row, clock
):
    Events(database).change(event, hand_out="with_check_in")
    Badges(database).note_printed([row], "plain", "Desk 1")
    door = desk.point(event)
    first = desk.admit(row, door)
    clock.forward(minutes=1)
    seen = desk.admit(row, door).holder.badge
    assert bool(seen.handed_out)
    assert desk.undo(first.check_in_id)
    assert not desk.simulate(row, door, clock.now).holder.badge.handed_out


def test_badge_is_handed_out_apart_and_taken_back(database, desk, door, row, clock):
    Badges(database).note_printed([row], "plain", "Desk 1")
    assert not desk.admit(row, door).holder.badge.handed_out
    clock.forward(seconds=20)
    desk.hand_out(row)
    clock.forward(minutes=1)
    assert desk.simulate(row, door, clock.now).holder.badge.handed_out
    assert desk.undo(desk.simulate(row, door, clock.now).holder.last.id)
    assert desk.simulate(row, door, clock.now).holder.badge.handed_out  # a fact of its own
    assert desk.take_back_badge(row)
    assert not desk.take_back_badge(row)


def test_simulation_looks_at_a_moment_and_writes_nothing(database, event, desk, door, row, clock):
    desk.admit(row, door)
    noon = clock.forward(hours=2)
    before = facts(database)
    early = desk.simulate(row, door, factories.START.replace(hour=5))
    assert early.verdict is Verdict.WELCOME
    assert desk.simulate(code_of(database, row), door, noon).verdict is Verdict.ALREADY_IN
    assert desk.simulate("nothing", door, noon).verdict is Verdict.UNKNOWN
    assert facts(database) == before


def test_undo_by_code_takes_back_the_latest_passing_anywhere(
    database, event, desk, other, door, points, row, clock
):
    lunch = points.add(event, rules_for("Lunch"))
    desk.admit(row, door)
    clock.forward(minutes=1)
    desk.admit(row, lunch)
    clock.forward(minutes=1)
    code = code_of(database, row)
    assert other.undo_code(code, event, "slip").holder.name == "Aino Pöyhönen"
    assert points.counts(event)[door.id].entered == 1
    assert lunch.id not in points.counts(event)
    assert other.undo_code(code, event).desk == "Desk 1"
    assert other.undo_code(code, event) is None
    with pytest.raises(Trouble):
        other.undo_code("NOBODY", event)


def test_place_on_the_waiting_list_is_counted(database, event, desk, door, guests, clock):
    rows = [factories.guest(database, event, f"Guest {n}") for n in "abc"]
    for row in reversed(rows):
        guests.set_status([row], Status.WAITING)
        clock.forward(minutes=1)
    assert [desk.admit(row, door).holder.queue for row in rows] == [3, 2, 1]


def test_refusals_are_told_in_the_history_of_the_guest_only(
    database, desk, door, guests, row, clock
):
    clock.forward(minutes=1)
    guests.set_status([row], Status.CANCELLED)
    clock.forward(minutes=1)
    desk.admit(row, door)
    history = History(database, desk)
    told = [deed.deed for deed, _changes in history.of_guest(row)]
    assert told == ["refused", "cancel", "add_guest"]
    assert "refused" not in [deed.deed for deed in history.recent()]
    assert history.undo_last().deed.deed == "cancel"
    assert facts(database) == [FactKind.REFUSED.value]

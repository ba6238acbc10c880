"""The example event: a published report as a workspace, with made-up guests, some of them here.

Everything is read from resources/example and goes through the same services as a user's own work,
so journal, history and undo of the example are those of a real workspace.
"""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from networking_app.domain.funding import Backing, Cluster, Organisation, Project
from networking_app.domain.programme import SessionDetails, Speaking
from networking_app.domain.registration import GuestDetails
from networking_app.domain.story import Photo, Report
from networking_app.services.checkin import CheckIn
from networking_app.services.events import Events
from networking_app.services.funding import Funding
from networking_app.services.guests import Guests
from networking_app.services.imports import Imports
from networking_app.services.people import People
from networking_app.services.programme import Programme
from networking_app.services.story import Story
from networking_app.storage.database import Author, Database
from networking_app.support import i18n, resources
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from pathlib import Path

    from networking_app.domain.people import Person
    from networking_app.domain.registration import Guest

ARRIVED = 128
_SEED = 2023
# How a morning fills, as (minutes after eight, guests in the house).
_CURVE = (
    (1.5, 0), (10, 3), (20, 11), (25, 19), (30, 31), (35, 52), (40, 71), (45, 88), (48, 102),
    (51, 117), (54, 128),
)  # fmt: skip
_SPEAKERS_SIDE = frozenset(
    {"speaker", "keynote", "host", "organiser", "partner", "exhibitor", "press"}
)


def folder() -> Path:
    """Where the readable files of the example are."""
    return resources.folder() / "example"


def build_example(database: Database, language: str, now: datetime) -> str:
    """Write the example into a new workspace; returns the key of its main event.

    The same every time but for keys and codes. Guests arrive from 8.02 to 8.54 of this morning,
    or of the last one if it is not nine yet.

    Args:
        database: a workspace that holds no newer event.
        language: of the names of doors and desks.
        now: with a time zone; everything is dated before it.
    """
    clock = _Clock(now - timedelta(days=60))
    tables: set[str] = set()
    author = Author(database.author.device, clock, database.author.actor)
    own = Database(database.path, author, tables.update)
    try:
        with i18n.using(language):
            event = _Example(own, clock).build(now)
    finally:
        own.close()
    if database.changed is not None:
        database.changed(frozenset(tables))
    return event


class _Clock:
    """A clock that goes on by a millisecond whenever it is read, and can be put forward."""

    def __init__(self, start: datetime) -> None:
        self._now = _milliseconds(start)

    def __call__(self) -> int:
        self._now += 1
        return self._now

    def forward(self, moment: datetime) -> None:
        """Go on to this moment."""
        self._now = max(self._now, _milliseconds(moment))


class _Example:
    """Writes the example; people are called by their names, as in the files."""

    def __init__(self, database: Database, clock: _Clock) -> None:
        self._database = database
        self._clock = clock
        self._files = folder()
        self._said = tomllib.loads((self._files / "event.toml").read_text(encoding="utf-8"))
        self._people: dict[str, Person] = {}
        self._events = Events(database)
        self._guests = Guests(database)

    def build(self, now: datetime) -> str:
        self._earlier(self._said["earlier"])
        self._clock.forward(now - timedelta(days=40))
        event = self._event(self._said["event"])
        self._behind()
        self._real_people(event)
        self._backing(event, self._said["event"])
        self._programme(event)
        self._clock.forward(now - timedelta(days=12))
        self._import(event, "guests.csv")
        self._story(event)
        self._clock.forward(now - timedelta(days=9))
        self._correct(event)
        self._arrivals(event, _last_morning(now, self._said["event"]["zone"]))
        return event

    def _event(self, said: dict[str, Any]) -> str:
        values = {name: said[name] for name in ("tagline", "start", "end", "place", "zone")}
        values["target_groups"] = "\n".join(said["target_groups"])
        return self._events.create(said["title"], door=_("Main door"), **values)

    def _earlier(self, said: dict[str, Any]) -> None:
        values = {k: said[k] for k in ("tagline", "start", "end", "place", "zone", "capacity")}
        event = self._events.create(said["title"], door=_("Main door"), **values)
        programme = Programme(self._database)
        rooms = {r["name"]: programme.add_room(event, **r) for r in said["rooms"]}
        programme.add_sessions(
            event,
            [
                SessionDetails(s["title"], s["kind"], "", s["start"], s["end"], rooms[s["room"]])
                for s in said["sessions"]
            ],
        )
        self._import(event, said["guests"])

    def _import(self, event: str, file: str) -> None:
        imports = Imports(self._database)
        imports.run(event, imports.open([self._files / file]))

    def _behind(self) -> None:
        funding = Funding(self._database)
        funding.add_organisations([Organisation(**_tuples(o)) for o in self._said["organisations"]])
        funding.add_projects([Project(**_tuples(p)) for p in self._said["projects"]])
        clusters = [
            Cluster(**_tuples({k: v for k, v in c.items() if k != "leader"}))
            for c in self._said["clusters"]
        ]
        funding.add_clusters(clusters)

    def _backing(self, event: str, said: dict[str, Any]) -> None:
        names = ("projects", "organisers", "themes")
        funding = Funding(self._database)
        funding.back(event, Backing(*(tuple(said[name]) for name in names)))
        leaders = {c["name"]: c["leader"] for c in self._said["clusters"] if "leader" in c}
        for cluster in funding.clusters():
            if cluster.name in leaders:
                funding.set_leader(cluster.id, self._people[leaders[cluster.name]].id)

    def _real_people(self, event: str) -> None:
        """Register those whom the report names, with what it says of them and nothing else."""
        people = People(self._database)
        for said in self._said["people"]:
            details = GuestDetails(
                given=said["given"],
                family=said["family"],
                title=said.get("title", ""),
                organisation=said.get("body", ""),
                category=said["category"],
            )
            person = people.of_registration(self._guests.add(event, details))
            self._people[person.name] = person
            titles, biography = said.get("titles", ""), said.get("biography", "")
            if titles or biography:
                people.introduce(person, titles=titles, biography=biography)

    def _programme(self, event: str) -> None:
        items = [
            SessionDetails(
                title=said["title"],
                kind=said["kind"],
                abstract=said.get("abstract", ""),
                speakers=tuple(self._speaking(one) for one in said["speakers"]),
            )
            for said in self._said["sessions"]
        ]
        Programme(self._database).add_sessions(event, items)

    def _speaking(self, said: dict[str, str]) -> Speaking:
        person = self._people[said["name"]]
        return Speaking(person.id, said["role"], person.affiliation_id)

    def _story(self, event: str) -> None:
        story = Story(self._database)
        photos = []
        for said in self._said["photos"]:
            taker = said.get("photographer")
            shown = tuple(self._people[name].id for name in said["people"])
            photos.append(Photo(said["caption"], shown, self._people[taker].id if taker else None))
        story.add_photos(event, photos)
        said = self._said["report"]
        projects = {p.name: p.id for p in Funding(self._database).projects()}
        report = Report(
            title=said["title"],
            lead=said["lead"],
            body=(self._files / said["body"]).read_text(encoding="utf-8"),
            author_id=self._people[said["author"]].id,
            project_id=projects[said["project"]],
            published=said["published"],
        )
        story.publish(event, report)

    def _correct(self, event: str) -> None:
        """Changes by hand, so that the history of a guest has something to show."""
        for said in self._said["corrections"]:
            guest = next(g for g in self._guests.all(event) if g.name == said["name"])
            details = self._guests.details(guest.id)
            values = {k: v for k, v in said.items() if k != "name"}
            self._guests.edit(event, guest.id, replace(details, **values))

    def _arrivals(self, event: str, eight: datetime) -> None:
        guests = self._guests.all(event)
        queue, half = self._queue(guests)
        desks = {name: CheckIn(self._database, name) for name in self._desks()}
        point = desks[_("Desk A")].point(event)
        mistake = self._said["mistake"]
        taken = next(g for g in guests if g.name == mistake["taken"])
        for number, guest in enumerate(queue, 1):
            self._clock.forward(eight + timedelta(minutes=_minute(number)))
            desk = desks[self._desk(guest, half)]
            if guest.name == mistake["meant"]:
                answer = desk.admit(taken.id, point)
                desk.undo(answer.check_in_id, _("The wrong person was picked"))
            desk.admit(guest.id, point)

    def _queue(self, guests: list[Guest]) -> tuple[list[Guest], str]:
        """Who arrives, in order, and the sort key at which the second desk begins."""
        mistake = self._said["mistake"]
        early = {*self._people, mistake["meant"]}
        apart = {*early, mistake["taken"]}
        sure = [g for g in guests if g.name in early]
        others = [g for g in guests if g.name not in apart and g.status == "registered"]
        others.sort(key=lambda g: (g.sort_key, g.email, g.organisation))
        chosen = random.Random(_SEED)  # noqa: S311 (who arrives when, the same every time)
        queue = chosen.sample(others, ARRIVED - len(sure))
        for guest in sure:  # those who make the evening are here before most guests
            queue.insert(chosen.randrange(40), guest)
        return queue, others[len(others) // 2].sort_key

    @staticmethod
    def _desks() -> tuple[str, str, str]:
        return _("Desk A"), _("Desk B"), _("Desk C")

    def _desk(self, guest: Guest, half: str) -> str:
        first, second, side = self._desks()
        if guest.category in _SPEAKERS_SIDE:
            return side
        return first if guest.sort_key < half else second


def _minute(number: int) -> float:
    """When the n-th guest comes, in minutes after eight."""
    for (start, before), (end, after) in pairwise(_CURVE):
        if number <= after:
            return start + (end - start) * (number - before) / (after - before)
    return _CURVE[-1][0]


def _last_morning(now: datetime, zone: str) -> datetime:
    """Eight o'clock of the last morning whose arrivals are over."""
    local = now.astimezone(ZoneInfo(zone))
    eight = datetime.combine(local.date(), time(8), ZoneInfo(zone))
    if eight + timedelta(hours=1) > local:
        eight = datetime.combine(local.date() - timedelta(days=1), time(8), ZoneInfo(zone))
    return eight.astimezone(UTC)


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _tuples(said: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in said.items()}

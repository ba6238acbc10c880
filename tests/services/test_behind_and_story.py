"""Organisations, projects, clusters, programme, photos and reports as they are entered."""

from __future__ import annotations

from dataclasses import replace

import pytest

import factories
from networking_app.domain.funding import Backing, Cluster, Organisation, Project
from networking_app.domain.problems import Trouble
from networking_app.domain.programme import SessionDetails, Speaking
from networking_app.domain.story import Photo, Report
from networking_app.services.funding import Funding
from networking_app.services.guests import Guests
from networking_app.services.people import People
from networking_app.services.programme import Programme
from networking_app.services.story import Story


@pytest.fixture
def funding(database):
    return Funding(database)


@pytest.fixture
def person(database, event):
    return People(database).of_registration(factories.guest(database, event, "Panu Jouhkimo"))


def bare(things):
    return [replace(thing, id="") for thing in things]


def test_an_organisation_is_kept_whole(funding):
    unit = Organisation("Digitalia", "Dig", ("Xamkin Digitalia", "D"), "unit", "Mikkeli", "Xamk Oy")
    keys = funding.add_organisations([unit])
    assert bare(funding.organisations()) == [unit, Organisation("Xamk Oy")]
    assert funding.organisations()[0].id == keys[0]


def test_an_organisation_known_by_an_alias_is_not_made_twice(funding):
    first = funding.add_organisations([Organisation("Xamk Oy", aliases=("Xamk",))])
    funding.add_projects([Project("P", funder="XAMK", implementers=("xamk oy", "New"))])
    assert [body.name for body in funding.organisations()] == ["New", "Xamk Oy"]
    assert funding.add_organisations([Organisation("xamk oy", city="Mikkeli")]) == first
    found = next(body for body in funding.organisations() if body.city)
    assert (found.aliases, found.city) == (("Xamk",), "Mikkeli")


def test_an_organisation_of_a_guest_is_described_later(database, event, funding):
    factories.guest(database, event, organisation="Mindhive Oy")
    funding.add_organisations([Organisation("Mindhive Oy", kind="company")])
    assert bare(funding.organisations()) == [Organisation("Mindhive Oy", kind="company")]


def test_organisations_stand_in_finnish_order(funding):
    funding.add_organisations([Organisation(name) for name in ("Öljy", "Åbo", "Zeta", "Äiti", "A")])
    assert [body.name for body in funding.organisations()] == ["A", "Zeta", "Åbo", "Äiti", "Öljy"]


def test_a_project_is_kept_whole(funding):
    whole = Project(
        "Long name", "Short", "A79", "EAKR", "2021-2027", "Funder", "Office", ("B", "A"), "Next"
    )
    funding.add_projects([whole])
    assert bare(funding.projects()) == [whole]


def test_a_cluster_is_kept_whole(funding, person):
    whole = Cluster(
        "Memory Campus",
        "MC",
        "platform",
        "archives",
        "Mission",
        person.id,
        "Town",
        "Digitalia",
        ("B Oy", "A Oy"),
        "Before ry",
        "planned",
        "summer 2022",
        "Bronze",
        "2022-08",
        "2024",
        "Panu Jouhkimo",
    )
    funding.add_clusters([whole])
    assert bare(funding.clusters()) == [whole]


def test_a_cluster_gets_and_loses_its_leader(funding, person):
    (key,) = funding.add_clusters([Cluster("BEM")])
    assert funding.set_leader(key, person.id)
    assert not funding.set_leader(key, person.id)
    assert funding.clusters()[0].leader == "Panu Jouhkimo"
    funding.set_leader(key, None)
    assert (funding.clusters()[0].leader, funding.clusters()[0].leader_id) == ("", None)


def test_what_carries_an_event_keeps_its_order(funding, database, event):
    funding.add_projects([Project("B", fund="ESR")])
    funding.back(event, Backing(("B", "A"), ("Z Oy", "A Oy"), ("vesi", "metsä")))
    assert [(p.name, p.fund) for p in funding.projects(event)] == [("B", "ESR"), ("A", "")]
    assert funding.organisers(event) == ["Z Oy", "A Oy"]
    assert funding.themes(event) == ["vesi", "metsä"]
    other = factories.event(database, "Other")
    funding.back(other, Backing(themes=("vesi",)))
    assert funding.themes(other) == ["vesi"]
    assert (funding.projects(other), funding.organisers(other)) == ([], [])
    assert len(funding.projects()) == 2


def test_rooms_and_sessions_come_after_those_there_are(database, event):
    programme = Programme(database)
    hall = programme.add_room(event, "Hall", 200)
    programme.add_room(event, "Annex")
    first = programme.add_sessions(event, [SessionDetails("A"), SessionDetails("B")])
    more = SessionDetails(
        "C", "panel", "Abstract", "2026-11-26T07:00:00Z", "2026-11-26T08:00:00Z", hall, 30
    )
    third = programme.add_sessions(event, [more])
    programme.add_sessions(event, [])
    assert [(room.name, room.capacity) for room in programme.rooms(event)] == [
        ("Hall", 200),
        ("Annex", None),
    ]
    found = programme.sessions(event)
    assert [session.id for session in found] == [*third, *first]
    shown = found[0]
    assert (shown.kind, shown.abstract, shown.room, shown.capacity) == (
        "panel",
        "Abstract",
        "Hall",
        30,
    )
    assert (shown.start, shown.end) == (more.start, more.end)


def test_speakers_speak_for_their_body_in_their_order(database, event, funding):
    funding.add_clusters([Cluster("BEM")])
    parts = []
    for name, body, role in (
        ("Z Z", "BEM", "chair"),
        ("A A", "A Oy", "panellist"),
        ("M M", "", "host"),
    ):
        key = factories.guest(database, event, name, organisation=body, title=body and "johtaja")
        one = People(database).of_registration(key)
        parts.append(Speaking(one.id, role, one.affiliation_id))
    Programme(database).add_sessions(event, [SessionDetails("Talk", speakers=tuple(parts))])
    (session,) = Programme(database).sessions(event)
    assert [(s.name, s.role, s.title, s.body) for s in session.speakers] == [
        ("Z Z", "chair", "johtaja", "BEM"),
        ("A A", "panellist", "johtaja", "A Oy"),
        ("M M", "host", "", ""),
    ]


def test_people_are_introduced(database, event, person):
    people = People(database)
    assert people.introduce(person, titles="dosentti", biography="Long")
    assert not people.introduce(person, titles="dosentti", biography="Long")
    key = Guests(database).all(event)[0].id
    assert people.of_registration(key) == replace(person, titles="dosentti", biography="Long")
    with pytest.raises(Trouble):
        people.of_registration("nobody")


def test_photos_keep_who_is_on_them_in_order(database, event, person):
    other = People(database).of_registration(factories.guest(database, event, "Aino A"))
    story = Story(database)
    whole = Photo("Two", (person.id, other.id), other.id, "two.jpg", "yes")
    keys = story.add_photos(event, [whole, Photo("Nobody")])
    assert story.photos(event) == [
        replace(whole, names=("Panu Jouhkimo", "Aino A"), photographer="Aino A", id=keys[0]),
        Photo("Nobody", id=keys[1]),
    ]


def test_a_report_replaces_the_earlier_one(database, event, person, funding):
    story = Story(database)
    assert story.report(event) is None
    key = story.publish(event, Report("First", published="2023-11"))
    assert story.report(event) == Report("First", published="2023-11", id=key)
    (project,) = funding.add_projects([Project("Building")])
    second = Report("Second", "Lead", "Body", person.id, project, "2023-11-28")
    assert story.publish(event, second) == key
    shown = replace(second, author="Panu Jouhkimo", project="Building", id=key)
    assert story.report(event) == shown

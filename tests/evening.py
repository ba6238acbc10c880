"""The example event, built once, and what its tests ask of it."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import text

from networking_app.services.events import Events
from networking_app.services.funding import Funding
from networking_app.services.guests import Guests
from networking_app.services.people import People
from networking_app.services.programme import Programme
from networking_app.services.story import Story

NOW = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
BUILDING = "Building Clusters, Ecosystem Collaboration and RIS3 Communication in South Savo"
BEM = "Blue Economy Mikkeli (BEM)"
REAL = {
    "Klaus Härö": ("keynote", "elokuvaohjaaja", ""),
    "Panu Jouhkimo": ("speaker", "klusterijohtaja", "BEM-vesiklusteri"),
    "Elias Hakalehto": ("speaker", "toimitusjohtaja", "Finnoflag Oy"),
    "Jyri Koivisto": ("speaker", "myyntijohtaja", "Operon Group Oy"),
    "Teija Rautiainen": ("speaker", "klusterijohtaja", "Etelä-Savon ruokaklusteri"),
    "Kati Saltiola": ("speaker", "koordinaattori", "Memory Campus"),
    "Merja Olenius": ("speaker", "kehittämisjohtaja", "Etelä-Savon maakuntaliitto"),
    "Ville Venäläinen": ("host", "", "Mindhive Oy"),
    "Kaisa Voutila": ("organiser", "projektipäällikkö", "Building Clusters"),
    "Niko Arola": ("organiser", "", ""),
    "Saija Tillgren": ("organiser", "", ""),
    "Johanna Koponen": ("organiser", "", ""),
    "Ari Jääskeläinen": ("organiser", "", ""),
}


class Built:
    """The example in a workspace, with everything the tests ask of it."""

    def __init__(self, database, event):
        self.database, self.id = database, event
        self.event = Events(database).current()
        self.guests = Guests(database).all(event)
        self.by_name = {guest.name: guest for guest in self.guests}
        funding, programme, story = Funding(database), Programme(database), Story(database)
        self.clusters = {cluster.name: cluster for cluster in funding.clusters()}
        self.projects = {project.name: project for project in funding.projects()}
        self.bodies = {body.name: body for body in funding.organisations()}
        self.carried_by = [project.name for project in funding.projects(event)]
        self.organisers = funding.organisers(event)
        self.themes = funding.themes(event)
        self.sessions = programme.sessions(event)
        self.photos = story.photos(event)
        self.report = story.report(event)
        with database.read() as connection:
            self.target_groups = connection.execute(
                text("SELECT target_groups FROM event WHERE id = :id"), {"id": event}
            ).scalar_one()

    def person(self, name):
        return People(self.database).of_registration(self.by_name[name].id)

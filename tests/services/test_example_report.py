"""Every fact of the published report has its place in the example, and nothing is added."""

from __future__ import annotations

import pytest

from evening import BEM, BUILDING, REAL
from networking_app.services.guests import Guests

FACTS = {
    "title": (lambda e: e.event.title, "Joukkuepelillä tehdään mestariteoksia"),
    "kind and subject": (
        lambda e: e.event.tagline,
        "Verkostoitumistilaisuus Etelä-Savon maakunnan klusterityöstä",
    ),
    "time and place are not told": (
        lambda e: (e.event.start, e.event.end, e.event.place),
        ("", "", ""),
    ),
    "themes": (lambda e: e.themes, ["metsä", "vesi", "ruoka", "matkailu", "hyvinvointi"]),
    "target groups": (
        lambda e: e.target_groups.splitlines(),
        [
            "Etelä-Savon tki-toimijat",
            "yrittäjät",
            "yritysten edustajat",
            "päättäjät",
            "opiskelijat",
        ],
    ),
    "projects": (lambda e: e.carried_by, [BUILDING, "Pk-yritysten muutoskyvykkyys"]),
    "first fund": (lambda e: e.projects[BUILDING].fund, "EAKR"),
    "first administrator": (
        lambda e: e.projects[BUILDING].administrator,
        "Etelä-Savon maakuntaliitto",
    ),
    "first implementer": (
        lambda e: e.projects[BUILDING].implementers,
        ("Etelä-Savon maakuntaliitto",),
    ),
    "what comes after": (lambda e: "Tki-tiekartta" in e.projects[BUILDING].continues, True),
    "second fund": (lambda e: e.projects["Pk-yritysten muutoskyvykkyys"].fund, "ESR"),
    "second funder": (
        lambda e: e.projects["Pk-yritysten muutoskyvykkyys"].funder,
        "Etelä-Savon ELY-keskus",
    ),
    "second implementers": (
        lambda e: e.projects["Pk-yritysten muutoskyvykkyys"].implementers,
        (
            "Mikkelin kehitysyhtiö Miksei Oy",
            "Kaakkois-Suomen ammattikorkeakoulu Oy",
            "LUT-yliopisto",
            "Etelä-Savon kauppakamari",
            "Savonlinnan hankekehitys",
        ),
    ),
    "organisers": (lambda e: len(e.organisers), 6),
    "cluster project": (lambda e: "CircInWater" in e.projects, True),
    "clusters": (
        lambda e: sorted(e.clusters),
        [BEM, "Etelä-Savon ruokaklusteri", "Memory Campus"],
    ),
    "BEM leader": (lambda e: e.clusters[BEM].leader, "Panu Jouhkimo"),
    "BEM members": (lambda e: e.clusters[BEM].members, ("Finnoflag Oy", "Operon Group Oy")),
    "BEM registration": (lambda e: e.clusters[BEM].registration, "registered"),
    "BEM label": (
        lambda e: (e.clusters[BEM].label, e.clusters[BEM].label_granted),
        ("Cluster Excellence Bronze Label", "2022-08"),
    ),
    "BEM sector": (lambda e: e.clusters[BEM].sector, "vesi"),
    "BEM mission": (lambda e: "vesisektorin liiketoimintaa" in e.clusters[BEM].mission, True),
    "food leader": (lambda e: e.clusters["Etelä-Savon ruokaklusteri"].leader, "Teija Rautiainen"),
    "food registered": (
        lambda e: e.clusters["Etelä-Savon ruokaklusteri"].registered,
        "summer 2022",
    ),
    "food predecessor": (
        lambda e: "Ekoneum ry" in e.clusters["Etelä-Savon ruokaklusteri"].predecessor,
        True,
    ),
    "food mission": (
        lambda e: "puolestapuhuja" in e.clusters["Etelä-Savon ruokaklusteri"].mission,
        True,
    ),
    "memory owner": (lambda e: e.clusters["Memory Campus"].owner, "Mikkelin kaupunki"),
    "memory coordinator": (lambda e: e.clusters["Memory Campus"].coordinator, "Digitalia"),
    "memory is a platform": (lambda e: e.clusters["Memory Campus"].kind, "platform"),
    "memory registration": (lambda e: e.clusters["Memory Campus"].registration, "planned"),
    "Digitalia is of Xamk": (
        lambda e: (e.bodies["Digitalia"].parent, e.bodies[e.bodies["Digitalia"].parent].short_name),
        ("Kaakkois-Suomen ammattikorkeakoulu Oy", "Xamk"),
    ),
    "own titles": (lambda e: e.person("Elias Hakalehto").titles, "dosentti, mikrobiologi"),
    "PMEU": (lambda e: "PMEU-menetelmä" in e.person("Elias Hakalehto").biography, True),
    "films": (
        lambda e: [
            film
            for film in (
                "Äideistä parhain",
                "Postia pappi Jaakobille",
                "Tuntematon mestari",
                "Miekkailija",
                "Ei koskaan yksin",
            )
            if film not in e.person("Klaus Härö").biography
        ],
        [],
    ),
    "order of talks": (
        lambda e: [(s.speakers[0].name, s.speakers[0].role) for s in e.sessions],
        [
            ("Ville Venäläinen", "host"),
            ("Klaus Härö", "keynote"),
            ("Panu Jouhkimo", "speaker"),
            ("Elias Hakalehto", "speaker"),
            ("Jyri Koivisto", "speaker"),
            ("Teija Rautiainen", "speaker"),
            ("Kati Saltiola", "speaker"),
            ("Merja Olenius", "speaker"),
        ],
    ),
    "whom they speak for": (
        lambda e: {s.speakers[0].name: s.speakers[0].body for s in e.sessions},
        {name: REAL[name][2] for name in list(REAL)[:8]},
    ),
    "times of talks are not told": (
        lambda e: {(s.start, s.end, s.room) for s in e.sessions},
        {("", "", "")},
    ),
    "EcoSairila": (lambda e: "MBR-puhdistamoa" in e.sessions[2].abstract, True),
    "purchases of the UN": (lambda e: "30 miljardilla dollarilla" in e.sessions[4].abstract, True),
    "new strategy": (lambda e: "1.1.2024" in e.sessions[7].abstract, True),
    "report title": (lambda e: e.report.title, "Mestariteoksia tehdään yhteistyössä"),
    "report published": (lambda e: e.report.published, "2023-11-28"),
    "report author": (lambda e: e.report.author, "Kaisa Voutila"),
    "report project": (lambda e: e.report.project, BUILDING),
    "report lead": (lambda e: e.report.lead.startswith("Joukkuepelillä tehdään"), True),
    "report body": (lambda e: "Kuva: Elokuvaohjaaja Klaus Härö." in e.report.body, True),
    "photographers": (
        lambda e: [photo.photographer for photo in e.photos],
        ["", "Kaisa Voutila", "Niko Arola", "Panu Jouhkimo", "Niko Arola"],
    ),
    "main photo": (
        lambda e: e.photos[0].names,
        (
            "Jyri Koivisto",
            "Panu Jouhkimo",
            "Elias Hakalehto",
            "Klaus Härö",
            "Merja Olenius",
            "Ville Venäläinen",
            "Kaisa Voutila",
            "Niko Arola",
            "Saija Tillgren",
            "Johanna Koponen",
            "Ari Jääskeläinen",
        ),
    ),
    "people on the others": (
        lambda e: [photo.names for photo in e.photos[1:]],
        [
            ("Klaus Härö",),
            ("Elias Hakalehto", "Ville Venäläinen"),
            ("Jyri Koivisto",),
            ("Merja Olenius", "Ville Venäläinen"),
        ],
    ),
    "captions": (lambda e: e.photos[3].caption, "Myyntijohtaja Jyri Koivisto, Operon Group Oy."),
}


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_of_the_report_has_its_place(built, fact):
    ask, answer = FACTS[fact]
    assert ask(built) == answer


@pytest.mark.parametrize("name", REAL)
def test_a_person_of_the_report_is_as_the_report_says(built, name):
    guest = built.by_name[name]
    assert (guest.category, guest.title, guest.organisation) == REAL[name]


@pytest.mark.parametrize("name", REAL)
def test_nothing_else_is_said_of_a_real_person(built, name):
    details = Guests(built.database).details(built.by_name[name].id)
    said = (details.email, details.phone_typed, details.city, details.diet, details.access)
    assert said == ("",) * 5
    assert (details.answers, details.consents, details.tags, details.note) == ((), (), (), "")

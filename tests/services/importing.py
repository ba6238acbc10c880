"""What tests of imports share: a sheet, bringing it in, and reading the report."""

from __future__ import annotations

import csv

from networking_app.services.checkin import CheckIn
from networking_app.services.guests import Guests
from networking_app.services.history import History

HEADINGS = ("Sukunimi", "Etunimi", "Sähköposti", "Organisaatio", "Puhelin")


def write(folder, *rows, headings=HEADINGS, name="guests.csv"):
    file = folder / name
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=";").writerows([headings, *rows])
    return file


def bring(imports, event, file, **more):
    return imports.run(event, imports.open([file]), **more)


def outcomes(report):
    return [result.outcome.value for result in report.results]


def kinds(report):
    return [problem.kind for result in report.results for problem in result.problems]


def listed(database, event):
    return [(g.name, g.email, g.organisation) for g in Guests(database).all(event)]


def undo(database, action):
    return History(database, CheckIn(database, "Desk A")).undo(action)

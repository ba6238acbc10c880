"""Readers of files with registrations: a new program is a module here and a name in IMPORTERS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.exchange.importers import (
    alfio,
    attendize,
    eventbrite,
    forms,
    hievents,
    indico,
    meetup,
    pretix,
    spreadsheet,
)

if TYPE_CHECKING:
    from networking_app.exchange.importers.layout import Importer

IMPORTERS: tuple[Importer, ...] = (
    spreadsheet,
    pretix,
    indico,
    eventbrite,
    forms,
    alfio,
    hievents,
    attendize,
    meetup,
)

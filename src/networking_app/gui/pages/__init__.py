"""One module for each page of the window; PAGES lists them all.

What a page's module holds is written in gui/page.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.gui.pages import (
    badges,
    desk,
    home,
    import_guests,
    participants,
    points,
    readiness,
    reports,
    settings,
)

if TYPE_CHECKING:
    from networking_app.gui.page import PageModule

# One on each line, in the order of the rail.
PAGES: tuple[PageModule, ...] = (
    home,
    readiness,
    participants,
    import_guests,
    desk,
    badges,
    reports,
    settings,
    points,
)

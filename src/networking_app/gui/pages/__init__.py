"""One module for each page of the window; PAGES lists them all.

What a page's module holds is written in gui/page.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from networking_app.gui.page import PageModule

# Import the module above and add its name here: from networking_app.gui.pages import home
PAGES: tuple[PageModule, ...] = ()

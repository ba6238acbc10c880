"""Says how a day's arrivals stand against those of earlier events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext

if TYPE_CHECKING:
    from networking_app.domain.arrivals import Usual

_LIKE = 2  # minutes or guests that are no difference
_LATE = 0.95  # of all have usually come: from then on the number counts, not the time


def against(usual: Usual | None, ahead: int | None, minute: float, arrived: int, whole: int) -> str:
    """Such as "10 min ahead of usual".

    Args:
        usual: of the earlier events, None if there were none.
        ahead: minutes ahead of it, None where that cannot be said.
        minute: now, from the start of the event.
        arrived: guests who have come.
        whole: guests with a place.
    """
    if usual is None:
        return _("No earlier event in this file to compare with")
    if not arrived:
        return ""
    if ahead is not None and usual.share(minute) < _LATE:
        return _by_time(ahead)
    more = round(arrived - usual.count(minute, whole))
    if abs(more) <= _LIKE:
        return _("as many as usual")
    if more > 0:
        return ngettext("{n} more than usual", "{n} more than usual", more).format(n=more)
    return ngettext("{n} fewer than usual", "{n} fewer than usual", -more).format(n=-more)


def _by_time(ahead: int) -> str:
    if abs(ahead) <= _LIKE:
        return _("as usual")
    if ahead > 0:
        return ngettext("{n} min ahead of usual", "{n} min ahead of usual", ahead).format(n=ahead)
    return ngettext("{n} min behind usual", "{n} min behind usual", -ahead).format(n=-ahead)

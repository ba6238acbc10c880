"""Sentences for what was done, in the past tense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.domain.registration import Status
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext, pgettext
from networking_app.wording.registration import category, status_word

if TYPE_CHECKING:
    from networking_app.domain.history import Deed, FieldChange


def sentence(deed: Deed) -> str:
    """What was done, such as "186 guests imported from guests.xlsx"."""
    return _sentence(deed.deed, deed.facts)


def taken_back(deed: Deed) -> str:
    """What was taken back."""
    return _("Undone: {what}").format(what=_sentence(deed.deed, deed.facts))


def field(change: FieldChange) -> str:
    """One changed field with its value before and after."""
    named = _fields().get(change.field, change.field)
    before, after = _shown(change.field, change.before), _shown(change.field, change.after)
    return _("{field}: {before} → {after}").format(field=named, before=before, after=after)


def _sentence(deed: str, facts: dict[str, object]) -> str:
    name = str(facts.get("name", ""))
    count = int(str(facts.get("count", 1)))
    if deed == "undo":
        inner = {k: v for k, v in facts.items() if k != "deed"}
        return _("Undone: {what}").format(what=_sentence(str(facts.get("deed", "")), inner))
    if deed == "import":
        rows = int(str(facts.get("rows", 0)))
        return ngettext(
            "{rows} guest imported from {file}", "{rows} guests imported from {file}", rows
        ).format(rows=rows, file=facts.get("file", ""))
    if deed in _ABOUT_MANY:
        said = _about_many(deed, count)
        return said.format(name=name, count=count, to=category(str(facts.get("to", ""))))
    said = _single().get(deed, _("A change was made"))
    return said.format(name=name, title=facts.get("title", ""))


def _single() -> dict[str, str]:
    return {
        "check_in": _("{name} checked in"),
        "check_out": _("{name} went out"),
        "came_back": _("{name} came back"),
        "refused": _("{name} was not let in"),
        "add_point": _("Check-in point {name} added"),
        "edit_point": _("Check-in point {name} changed"),
        "remove_point": _("Check-in point {name} removed"),
        "move_points": _("Check-in points put in another order"),
        "edit_questions": _("Questions at the door changed"),
        "answer_at_door": _("A question was answered at the door"),
        "add_ticket_key": _("Key for tickets of another program added"),
        "remove_ticket_key": _("Key for tickets of another program removed"),
        "set_pin": _("PIN of the supervisor changed"),
        "edit_attention": _("Note for the desk changed"),
        "block": _("{name} blocked"),
        "unblock": _("{name} let in again"),
        "add_guest": _("{name} added"),
        "walk_in": _("{name} added at the door"),
        "edit_guest": _("{name} changed"),
        "kiosk_edit": _("{name} corrected their own badge at the kiosk"),
        "new_event": _("Event {title} made"),
        "edit_event": _("Event changed"),
        "edit_programme": _("Programme changed"),
        "edit_funding": _("Projects and clusters changed"),
        "edit_story": _("Photos and report changed"),
        "edit_person": _("{name} changed"),
        "example": _("Example event made"),
    }


_ABOUT_MANY = frozenset(
    {"cancel", "wait", "reinstate", "set_category", "delete_guest", "print_badges"}
)


def _about_many(deed: str, count: int) -> str:
    said = {
        "cancel": ngettext("{name} cancelled", "{count} guests cancelled", count),
        "wait": ngettext(
            "{name} put on the waiting list", "{count} guests put on the waiting list", count
        ),
        "reinstate": ngettext("{name} registered again", "{count} guests registered again", count),
        "set_category": ngettext(
            "Category changed to {to}", "Category of {count} guests changed to {to}", count
        ),
        "delete_guest": ngettext("{name} removed", "{count} guests removed", count),
        "print_badges": ngettext("{count} badge printed", "{count} badges printed", count),
    }
    return said[deed]


def _fields() -> dict[str, str]:
    return {
        "given": _("First name"),
        "family": _("Last name"),
        "badge_name": _("Name on the badge"),
        "email": _("E-mail"),
        "phone": _("Phone"),
        "phone_typed": _("Phone as typed"),
        "category": _("Category"),
        "status": _("Status"),
        "title": pgettext("of a person", "Title"),
        "note": _("Note"),
        "city": _("City"),
        "attention": _("Note for the desk"),
        "holds": _("Hold at the desk until confirmed"),
        "blocked": _("Blocked"),
        "value": _("Answer"),
        "deleted": _("Removed"),
    }


def _shown(name: str, value: object) -> str:
    if value is None or value == "":
        return "–"
    if name == "status" and value in list(Status):
        return status_word(Status(str(value)))
    if name == "holds":
        return _("yes") if value else _("no")
    return category(str(value)) if name == "category" else str(value)

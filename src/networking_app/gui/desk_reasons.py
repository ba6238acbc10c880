"""Reasons that are often given at the desk, offered by number in the form that asks why."""

from __future__ import annotations

from networking_app.support.i18n import gettext as _


def reasons_to_let_in() -> tuple[str, ...]:
    """Why a guest is let in against a rule, as far as it is often the same."""
    return (
        _("Organiser said so"),
        _("Companion of a speaker"),
        _("Mistake in the list"),
        _("Staff or crew"),
    )


def reasons_to_turn_away() -> tuple[str, ...]:
    """Why a guest is turned away."""
    return (_("Organiser said no"), _("No ticket"), _("Event is full"), _("Wrong place"))


def reasons_to_undo() -> tuple[str, ...]:
    """Why a check-in is taken back."""
    return (_("Wrong guest"), _("Did not come in"), _("Trial scan"))


def reasons_for_badge() -> tuple[str, ...]:
    """Why a badge is printed again."""
    return (_("Lost"), _("Damaged"), _("Wrong text"))

"""What each step of the kiosk looks like; built anew whenever language or size changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from networking_app.domain import kiosk as rules
from networking_app.gui.kiosk.badge_preview import BadgePreview
from networking_app.gui.kiosk.icon import Sign
from networking_app.gui.kiosk.parts import Big, Entry, Words
from networking_app.gui.kiosk.visit import Notice
from networking_app.gui.widgets.flow import Flow
from networking_app.gui.widgets.layout import column, row
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.domain.kiosk import Slip
    from networking_app.gui.kiosk.flow import Flow as Course
    from networking_app.gui.kiosk.style import Scale
    from networking_app.gui.kiosk.visit import Visit


class StepView(QWidget):
    """One step: a title, what it asks, and what the guest can do."""

    def __init__(self, visit: Visit, course: Course, scale: Scale) -> None:
        super().__init__()
        self.setProperty("k", "plain")
        self.visit, self.course, self.scale = visit, course, scale
        self.title = ""
        self.sticky: QWidget | None = None  # buttons that stay in sight while the rest scrolls
        self.body = column(gap=scale.px(0.8))
        self.setLayout(self.body)
        self.build()

    def build(self) -> None:
        """Put the parts together."""

    def first_focus(self) -> QWidget | None:
        """What takes the keys when the step is shown."""
        return None

    def show_busy(self, busy: bool) -> None:
        """Take no input while the services work."""
        for part in (self, self.sticky):
            for button in part.findChildren(Big) if part is not None else ():
                button.setEnabled(not busy)

    def say(self, title: str, lead: str = "", *, icon: str = "") -> None:
        """Show the title, with an icon before it, and a line under it."""
        self.title = title
        if icon and self.scale.has_room:
            sign = Sign(icon, self.scale, 3.2)
            self.body.addLayout(row(sign, (Words(title, "title"), 1), gap=self.scale.px(0.9)))
        else:
            self.body.addWidget(Words(title, "title"))
        if lead:
            self.body.addWidget(Words(lead, "lead"))

    def offer_buttons(self, *buttons: Big, sticky: bool = False) -> None:
        """Buttons beside each other; they go on in the next line where the room ends."""
        holder = QWidget()
        holder.setProperty("k", "plain")
        holder.setLayout(Flow(*buttons, gap=self.scale.px(0.6)))
        if sticky and self.scale.has_room:
            self.sticky = holder
            return
        self.body.addSpacing(self.scale.px(0.4))
        self.body.addWidget(holder)


class StartStep(StepView):
    """Scan, or type the whole name."""

    def build(self) -> None:
        """Title, field, button."""
        self.say(
            _("Check in here"),
            _("Hold your code under the scanner, or type your first and last name."),
            icon="qr-code",
        )
        self.name = Entry(_("First and last name"), self.visit.typed)
        self.name.line.textEdited.connect(self._typed)
        self.name.entered.connect(self._go)
        self.go = Big(_("Continue"), "main")
        self.go.clicked.connect(self._go)
        self.body.addSpacing(self.scale.px(0.6))
        self.body.addWidget(self.name)
        self.offer_buttons(self.go)
        self.show_notice()

    def first_focus(self) -> QWidget:
        """The field."""
        return self.name.line

    def show_busy(self, busy: bool) -> None:
        """Take no name either while the guest has to wait."""
        super().show_busy(busy)
        self.go.setEnabled(not busy and not self.visit.wait)

    def show_notice(self) -> None:
        """Say what came of the last try, and how long to wait."""
        said = {
            Notice.NONE: "",
            Notice.NOT_FOUND: _(
                "We did not find this name. Type your first and last name as you registered, or"
                " come to the desk."
            ),
            Notice.TWO_WORDS: _("Type both your first and your last name."),
            Notice.CODE_UNKNOWN: _(
                "This code is not known here. Try again, type your name, or come to the desk."
            ),
            Notice.WAIT: _("One moment, please."),
        }[self.visit.notice]
        if self.visit.wait:
            again = _("You can try again in {n} s.").format(n=self.visit.wait)
            said = f"{said} {again}".strip()
        self.name.show_error(said)
        self.go.setEnabled(not self.visit.wait and not self.visit.is_busy)

    def _typed(self, text: str) -> None:
        self.visit.typed = text
        if self.visit.notice and not self.visit.wait:
            self.visit.notice = Notice.NONE
            self.show_notice()

    def _go(self) -> None:
        if self.go.isEnabled():
            self.course.type_name(self.name.text())


class OrganisationStep(StepView):
    """Several guests have the name: which organisation?"""

    def build(self) -> None:
        """Title, field, buttons."""
        self.say(_("Where are you from?"), _("Type the name of your organisation in full."))
        self.name = Entry(_("Organisation"), self.visit.organisation)
        self.name.line.textEdited.connect(self._typed)
        self.name.entered.connect(self._go)
        self.go = Big(_("Continue"), "main")
        self.go.clicked.connect(self._go)
        desk = Big(_("I have none"))
        desk.clicked.connect(self.course.to_desk)
        over = Big(_("Start over"))
        over.clicked.connect(self.course.start_over)
        self.body.addWidget(self.name)
        self.offer_buttons(self.go, desk, over)

    def first_focus(self) -> QWidget:
        """The field."""
        return self.name.line

    def _typed(self, text: str) -> None:
        self.visit.organisation = text

    def _go(self) -> None:
        if self.name.text():
            self.course.type_organisation(self.name.text())


class YouStep(StepView):
    """Is this you? Only the first name, a letter and the organisation."""

    def build(self) -> None:
        """The question and its two answers."""
        offer = self.visit.offer
        if offer is None:
            return
        who, body = rules.veiled(offer.who.given, offer.who.family), offer.who.organisation
        asked = (
            _("{name}, {organisation}?").format(name=who, organisation=body)
            if body
            else _("{name}?").format(name=who)
        )
        self.say(asked, _("Is this you?"))
        self.yes = Big(_("Yes, this is me"), "main")
        self.yes.clicked.connect(self.course.to_badge)
        no = Big(_("No"))
        no.clicked.connect(self.course.start_over)
        self.offer_buttons(self.yes, no)

    def first_focus(self) -> QWidget | None:
        """Yes."""
        return getattr(self, "yes", None)


class BadgeStep(StepView):
    """Is everything right on the badge?"""

    def build(self) -> None:
        """Fields, the badge as it will be, buttons."""
        visit, scale = self.visit, self.scale
        self.say(_("Is your badge right?"))
        lead = Words(_("You can correct what stands on it."), "body")
        self.preview = BadgePreview(visit.text, scale)
        self.fields = {
            "name": Entry(_("Name"), visit.text.name, most=rules.NAME_MOST),
            "organisation": Entry(
                _("Organisation"), visit.text.organisation, most=rules.ORGANISATION_MOST
            ),
            "title": Entry(_("Title or role"), visit.text.title, most=rules.TITLE_MOST),
        }
        for entry in self.fields.values():
            entry.line.textEdited.connect(self._typed)
            entry.line.setCursorPosition(0)
            entry.entered.connect(self._go)
        fields = column(*self.fields.values(), gap=scale.px(0.35))
        if scale.is_upright:
            self.body.addWidget(self.preview)
            self.body.addWidget(lead)
            self.body.addLayout(fields)
        else:
            beside = column(scale.px(1.7), self.preview, lead, None, gap=scale.px(0.6))
            self.body.addLayout(row((fields, 5), (beside, 4), gap=scale.px(1.5)))
        words = _("Check in and print badge") if self.course.prints else _("Check in")
        self.go = Big(_("Continue") if self._asks() else words, "main")
        self.go.clicked.connect(self._go)
        over = Big(_("Start over"))
        over.clicked.connect(self.course.start_over)
        self.offer_buttons(self.go, over, sticky=True)
        self.show_slips()

    def first_focus(self) -> QWidget:
        """The button: most have nothing to correct."""
        return self.go

    def show_slips(self) -> None:
        """Say what is wrong."""
        for name, entry in self.fields.items():
            entry.show_error(_slip(self.visit.slips.get(name)))

    def _asks(self) -> bool:
        return self.visit.offer is not None and bool(self.visit.offer.questions)

    def _typed(self) -> None:
        text = {name: entry.line.text() for name, entry in self.fields.items()}
        self.visit.text = replace(self.visit.text, **text)
        self.preview.show_text(self.visit.text)

    def _go(self) -> None:
        if self.go.isEnabled():
            self.course.take_text()


class ThanksStep(StepView):
    """The guest is in."""

    def build(self) -> None:
        """Thanks, and where the badge is."""
        visit, scale = self.visit, self.scale
        first = visit.offer.who.given or visit.offer.who.family if visit.offer else ""
        self.say(
            _("Welcome, {name}!").format(name=first),
            _("You are checked in. Enjoy the day."),
            icon="circle-check",
        )
        if visit.badge is not None:
            words = column(Words(visit.badge.text, "label"), Words(visit.badge.small, "body"))
            fact = row(Sign(visit.badge.icon, scale, 2.4), (words, 1), gap=scale.px(0.8))
            self.body.addSpacing(scale.px(0.6))
            self.body.addLayout(fact)
        self.done = Big(_("Done"), "main")
        self.done.clicked.connect(self.course.start_over)
        self.offer_buttons(self.done)

    def first_focus(self) -> QWidget:
        """Done."""
        return self.done


class DeskStep(StepView):
    """Whatever it is, the staff help."""

    def build(self) -> None:
        """A kind sentence and no reason."""
        self.say(
            _("Please come to the desk"), _("We are glad to help you there."), icon="handshake"
        )
        self.done = Big(_("Done"), "main")
        self.done.clicked.connect(self.course.start_over)
        self.offer_buttons(self.done)

    def first_focus(self) -> QWidget:
        """Done."""
        return self.done


def _slip(slip: Slip | None) -> str:
    if slip is None:
        return ""
    return {
        rules.Slip.MISSING: _("A badge needs a name."),
        rules.Slip.TOO_LONG: _("This is too long for a badge."),
    }[slip]

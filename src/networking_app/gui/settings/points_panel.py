"""The side panel of one check-in point: all its rules, saved as they are changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from networking_app.domain.points import Point, PointKind, Rule
from networking_app.domain.registration import KNOWN_CATEGORIES
from networking_app.gui.announce import announce
from networking_app.gui.settings.points_fields import Picks, Windows, hinted
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.form import Field
from networking_app.gui.widgets.layout import column, line, plain, row
from networking_app.gui.widgets.side_panel import SidePanel
from networking_app.gui.widgets.text import Label
from networking_app.services.points import DOORS, PointRules, rules_of
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import dates
from networking_app.wording import points as words
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from datetime import date

    from networking_app.gui.settings.points_file import PointsFile

_MOST = 1_000_000


class PointPanel(SidePanel):
    """Shows one point; `changed(key, PointRules)` at every change, `remove_wanted(key)`."""

    changed = Signal(str, object)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Check-in point"), parent=parent)
        self.point: Point | None = None
        self._file: PointsFile | None = None
        self._told: PointRules | None = None
        self._shows = False
        self.sentence = Label("", "body", "text2", wrap=True)
        self._make_name()
        self._make_rules()
        self._make_audience()
        self._make_rest()
        self._arrange()

    def show_point(self, point: Point, file: PointsFile, today: date) -> None:
        """Show a point; fields somebody is at stay as they are when nothing else changed.

        Args:
            point: which one.
            file: the other points and the guests.
            today: of the event's zone, for days without a year.
        """
        rules = rules_of(point, file.links.get(point.id, ""))
        same = self.point is not None and self.point.id == point.id and rules == self._told
        self.point, self._file, self._told = point, file, rules
        self.show_title(point.name)
        self._say(rules)
        self._count(file.inside.get(point.id))
        if same:
            return
        self._shows = True
        self._fill(point, file, rules, today)
        self._shows = False

    def show_wrong_name(self, sentence: str) -> None:
        """The name cannot be used."""
        self.name.show_error(sentence)
        announce(self, sentence, urgent=True)

    def rules(self) -> PointRules | None:
        """What the fields say; None while one of them is wrong."""
        windows = self.windows.windows()
        wrong = not self.capacity.is_right() or windows is None or not self.name.text()
        if wrong or windows is None or self._told is None:
            return None
        most = self.capacity.text()
        return replace(
            self._told,
            name=self.name.text(),
            kind=PointKind(self.kinds.currentData()),
            rule=self._rule(),
            allowed=self.allowed.chosen(),
            tags=self.tags.chosen(),
            windows=windows,
            per_day=self.per_day.isChecked(),
            capacity=int(most) if most else None,
            admits_badges=self.badges.isChecked(),
            link=self.together.currentData() or "",
        )

    def _make_name(self) -> None:
        self.name_line = QLineEdit()
        self.name = Field(_("Name"), self.name_line, required=True)
        self.name_line.editingFinished.connect(self._tell)
        self.kinds = _combo()
        for kind in PointKind:
            self.kinds.addItem(words.kind(kind), kind.value)
        self.kind = Field(_("Kind"), self.kinds)
        self.kinds.activated.connect(lambda _n: self._kind_chosen())

    def _make_rules(self) -> None:
        self._rules = QButtonGroup(self)
        self.choices: dict[Rule, QRadioButton] = {}
        self._hints = column(gap=Space.SNUG)
        for number, rule in enumerate(Rule):
            button = QRadioButton(words.rule_name(rule))
            self._rules.addButton(button, number)
            self.choices[rule] = button
            self._hints.addWidget(hinted(button, words.rule_hint(rule, per_day=False)))
        self._rules.idClicked.connect(lambda _number: self._tell())
        self.per_day = QCheckBox(_("Each day counts anew"))
        self.per_day.toggled.connect(lambda _on: self._tell())

    def _make_audience(self) -> None:
        self.allowed = Picks(
            _("Who is let in"),
            _("Nothing chosen lets everybody in"),
            _("Another category"),
            category,
        )
        self.allowed.changed.connect(self._tell)
        self.tags = Picks(
            _("Keywords"),
            _("Whoever has one of them is let in whatever the category"),
            _("Another keyword"),
        )
        self.tags.changed.connect(self._tell)
        self.windows = Windows()
        self.windows.changed.connect(self._tell)

    def _make_rest(self) -> None:
        self.capacity_line = QLineEdit()
        self.capacity = Field(_("At most inside"), self.capacity_line, check=_wrong_number)
        self.capacity_line.editingFinished.connect(self._tell)
        self.together = _combo()
        self.linked = Field(
            _("Counts together with"),
            self.together,
            hint=_("Who came in by one of them is in by all"),
        )
        self.together.activated.connect(lambda _n: self._tell())
        self.badges = QCheckBox(_("Codes on badges let in here"))
        self.badges.toggled.connect(lambda _on: self._tell())
        self.remove = Button(_("Remove this point"), "danger", icon="trash-2")
        self.remove.clicked.connect(self._want_removal)

    def _arrange(self) -> None:
        for part in (
            self.sentence,
            self.name,
            self.kind,
            plain(
                column(Label(_("How often"), "caption_strong", "text2"), self._hints,
                       gap=Space.SNUG)
            ),
            hinted(self.per_day, _("A new day begins at 4.00 in the morning")),
            line(),
            self.allowed,
            self.tags,
            line(),
            self.windows,
            self.capacity,
            line(),
            self.linked,
            hinted(self.badges, _("Off: a photographed badge is no ticket here")),
        ):  # fmt: skip
            self.body.addWidget(part)
        self.foot.addLayout(row(self.remove, None))

    def _fill(self, point: Point, file: PointsFile, rules: PointRules, today: date) -> None:
        self.name.set_text(rules.name)
        self.kinds.setCurrentIndex(self.kinds.findData(rules.kind.value))
        self.choices[rules.rule].setChecked(True)
        self.per_day.setChecked(rules.per_day)
        known = dict.fromkeys((*file.audience.categories, *KNOWN_CATEGORIES))
        self.allowed.show_words(tuple(known), rules.allowed)
        self.tags.show_words(file.audience.tags, rules.tags)
        first = dates.calendar_day(file.event.start, file.event.zone)
        seen = min(today, first) if first is not None else today
        self.windows.show_windows(rules.windows, seen, (*rules.allowed, *known))
        self.capacity.set_text("" if rules.capacity is None else str(rules.capacity))
        self.badges.setChecked(rules.admits_badges)
        self._fill_together(point, file, rules)
        only = len(file.points) < 2
        if only:
            self.remove.set_off(_("An event needs a check-in point"))
        else:
            self.remove.set_on()

    def _fill_together(self, point: Point, file: PointsFile, rules: PointRules) -> None:
        is_door = rules.kind is PointKind.DOOR
        self.together.clear()
        alone = point.id if is_door else ""
        self.together.addItem(_("All doors") if is_door else _("Stands alone"), "")
        if is_door:
            self.together.addItem(_("Stands alone"), alone)
        seen = {"", alone, *([DOORS] if is_door else [])}
        for other in file.points:
            word = file.link(other)
            if other.id == point.id or word in seen:
                continue
            seen.add(word)
            group = [p.name for p in file.points if file.link(p) == word and p.id != point.id]
            self.together.addItem(", ".join(group), word)
        here = rules.link if rules.link != (DOORS if is_door else point.id) else ""
        if rules.link and self.together.findData(here) < 0:
            self.together.addItem(_("Stands alone"), here)
        self.together.setCurrentIndex(max(0, self.together.findData(here)))

    def _kind_chosen(self) -> None:
        """A new kind counts together anew: doors with doors, others alone."""
        if self.point is not None and self._file is not None and self._told is not None:
            kind = PointKind(self.kinds.currentData())
            self._fill_together(self.point, self._file, replace(self._told, kind=kind, link=""))
        self._tell()

    def _count(self, inside: int | None) -> None:
        if inside is None:
            self.capacity.show_hint(_("Empty when there is no limit"))
        else:
            text = ngettext("{n} is inside now", "{n} are inside now", inside)
            self.capacity.show_hint(text.format(n=inside))

    def _rule(self) -> Rule:
        return next((rule for rule, b in self.choices.items() if b.isChecked()), Rule.ONCE)

    def _say(self, rules: PointRules) -> None:
        others = []
        if self._file is not None and self.point is not None:
            others = self._together_with(self._file, self.point, rules)
        self.sentence.setText(words.sentence(rules, others))

    def _together_with(self, file: PointsFile, point: Point, rules: PointRules) -> list[str]:
        usual = DOORS if rules.kind is PointKind.DOOR else point.id
        word = rules.link or usual
        return [p.name for p in file.points if p.id != point.id and file.link(p) == word]

    def _tell(self) -> None:
        if self._shows or self.point is None:
            return
        rules = self.rules()
        if rules is None or rules == self._told:
            return
        self._told = rules
        self._say(rules)
        self.changed.emit(self.point.id, rules)

    def _want_removal(self) -> None:
        if self.point is not None:
            self.remove_wanted.emit(self.point.id)


def _combo() -> QComboBox:
    box = QComboBox()
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box


def _wrong_number(text: str) -> str:
    if not text or (text.isdecimal() and 0 < int(text) < _MOST):
        return ""
    return _("Write a number such as {example}").format(example="80")

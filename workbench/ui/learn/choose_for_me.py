"""What a search for the best approach is to know: how long it may take, and what will be labelled."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSpinBox, QVBoxLayout, QWidget

from workbench.operations.runs.planning.expected_labelling import ExpectedLabelling
from workbench.operations.search.search_request import SearchRequest
from workbench.ui.controls.fields import FIELD_WIDTH, CalmWheel, FieldRows, whole
from workbench.ui.controls.tab_order import tab_to_chosen
from workbench.ui.controls.text import label, set_tooltip
from workbench.ui.learn.choosing.kept_choices import KeptChoices
from workbench.ui.look.tokens import SMALL, TINY
from workbench.ui.services.run_words import shape_words
from workbench.ui.services.translation import tr

_MINUTE = 60
_BUDGETS = (5 * _MINUTE, 30 * _MINUTE, 8 * 60 * _MINUTE)  # seconds; the last is a night
_OTHER = len(_BUDGETS)  # the number of the choice of a time of one's own
_USUAL = 1  # the number of the budget chosen at first
_MOST_MINUTES = 7 * 24 * 60
_MOST_CLASSES, _MOST_EXAMPLES = 1000, 1000


@dataclass(frozen=True)
class Wanted:
    """What is wanted of a search: how long it may take, and classes and examples of each that will be labelled."""

    seconds: float
    way: int
    shot: int


class ChooseForMe(QWidget):
    """Asks for a budget and for what will be labelled, filled in from the page Label until a person types over it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._decided_way = self._decided_shot = self._decided_time = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(label(_promise(), wrap=True))
        column.addSpacing(SMALL)
        column.addWidget(label(tr("Time it may take"), "strong"))
        self.minutes = _minutes_field(self)
        self.budgets = self._add_budgets(column)
        column.addSpacing(SMALL)
        column.addWidget(label(tr("What will be labelled"), "strong"))
        self.labelled = LabelledForm()
        column.addWidget(self.labelled)
        self.source = label("", "small", wrap=True)
        column.addWidget(self.source)
        self.used = label("", "warn", wrap=True)
        self.used.hide()
        column.addWidget(self.used)
        column.addStretch(1)
        self._connect()
        self.show_expected(ExpectedLabelling())

    @property
    def wanted(self) -> Wanted:
        """What is chosen."""
        number = self.budgets.checkedId()
        seconds = self.minutes.value() * _MINUTE if number == _OTHER else _BUDGETS[number]
        return Wanted(float(seconds), self.labelled.way.value(), self.labelled.shot.value())

    @property
    def asked(self) -> Wanted:
        """What is chosen, with 0 for a number that no person decided: fewer will do where there are too few images."""
        wanted = self.wanted
        way, shot = wanted.way if self._decided_way else 0, wanted.shot if self._decided_shot else 0
        return replace(wanted, way=way, shot=shot)

    def decided(self, choices: KeptChoices) -> KeptChoices:
        """Return those choices with what a person decided here."""
        wanted = self.wanted
        return replace(
            choices,
            seconds=wanted.seconds if self._decided_time else None,
            way=wanted.way if self._decided_way else None,
            shot=wanted.shot if self._decided_shot else None,
        )

    def show_choices(self, choices: KeptChoices) -> None:
        """Show what a person decided earlier."""
        with QSignalBlocker(self):
            if choices.seconds is not None:
                self._show_seconds(choices.seconds)
            if choices.way is not None:
                self.labelled.way.setValue(choices.way)
            if choices.shot is not None:
                self.labelled.shot.setValue(choices.shot)
        self._decided_time = choices.seconds is not None
        self._decided_way, self._decided_shot = choices.way is not None, choices.shot is not None

    def show_expected(self, expected: ExpectedLabelling) -> None:
        """Fill in what will be labelled, but for what a person decided."""
        fields = ((self.labelled.way, expected.way), (self.labelled.shot, expected.shot))
        decided = (self._decided_way, self._decided_shot)
        for (field, value), is_decided in zip(fields, decided, strict=True):
            if not is_decided:
                with QSignalBlocker(field):
                    field.setValue(value)
        known, usual = tr("As on the page Label."), tr("Usual numbers: there are no classes on the page Label yet.")
        self.source.setText(known if expected.known else usual)
        self.source.setVisible(not all(decided))
        self.changed.emit()

    def show_possible(self, request: SearchRequest | None) -> None:
        """Say with how much settings will be tried where that is less than wanted; None where no search can begin."""
        fewer = request is not None and request.uses_fewer
        used = shape_words(request.way, request.shot) if request is not None else ""
        words = tr("Tried with {used}: there are no images for more.", used=used)
        self.used.setText(words if fewer else "")
        self.used.setVisible(fewer)

    def _add_budgets(self, column: QVBoxLayout) -> QButtonGroup:
        group, rows = QButtonGroup(self), QVBoxLayout()
        rows.setSpacing(0)
        column.addLayout(rows)
        names = (tr("5 minutes"), tr("30 minutes"), tr("Overnight (8 hours)"), tr("Other:"))
        for number, name in enumerate(names):
            choice = QRadioButton(name)
            choice.setAccessibleName(name)
            group.addButton(choice, number)
            if number != _OTHER:
                rows.addWidget(choice)
                continue
            row = QHBoxLayout()
            row.setSpacing(TINY)
            row.addWidget(choice)
            row.addWidget(self.minutes)
            row.addStretch(1)
            rows.addLayout(row)
        group.button(_USUAL).setChecked(True)
        tab_to_chosen(group)
        return group

    def _connect(self) -> None:
        self.budgets.idToggled.connect(self._on_budget)
        self.minutes.valueChanged.connect(self._on_minutes)
        self.labelled.way.valueChanged.connect(self._on_way)
        self.labelled.shot.valueChanged.connect(self._on_shot)
        self.minutes.setEnabled(False)

    def _show_seconds(self, seconds: float) -> None:
        number = _BUDGETS.index(int(seconds)) if seconds in _BUDGETS else _OTHER
        if number == _OTHER:
            self.minutes.setValue(round(seconds / _MINUTE))
        self.budgets.button(number).setChecked(True)

    def _on_budget(self, number: int, chosen: bool) -> None:
        if chosen:
            self.minutes.setEnabled(number == _OTHER)
            self._decided_time = True
            self.changed.emit()

    def _on_minutes(self) -> None:
        self._decided_time = True
        self.changed.emit()

    def _on_way(self) -> None:
        self._decided_way = True
        self.changed.emit()

    def _on_shot(self) -> None:
        self._decided_shot = True
        self.changed.emit()


class LabelledForm(FieldRows):
    """How many classes will be labelled, and how many examples there will be of each."""

    def __init__(self) -> None:
        super().__init__()
        usual = ExpectedLabelling()
        self.way = whole(usual.way, 2, _MOST_CLASSES)
        self.shot = whole(usual.shot, 1, _MOST_EXAMPLES)
        self.add(tr("Classes"), self.way, tr("How many classes the images to label belong to."))
        self.add(tr("Examples per class"), self.shot, tr("How many labelled images there will be of each class."))


def _minutes_field(form: QWidget) -> QSpinBox:
    field = whole(120, 1, _MOST_MINUTES)
    field.setSuffix(" " + tr("min"))
    field.setSingleStep(10)
    field.setFixedWidth(FIELD_WIDTH)
    field.setAccessibleName(tr("Minutes"))
    set_tooltip(field, tr("How many minutes the search may take."))
    field.installEventFilter(CalmWheel(form))
    return field


def _promise() -> str:
    return tr("Several approaches are trained within this time and compared on new classes; the best one is kept.")

"""The settings of a test: its way and shot, the number of queries and episodes, and the classes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSpinBox, QWidget

from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.evaluate_run import EvaluationRequest, tested_role
from workbench.operations.evaluation.evaluations import EvaluationSummary
from workbench.ui.check.subjects import SubjectSettings
from workbench.ui.controls.text import label, set_tooltip
from workbench.ui.look.tokens import SMALL, TINY
from workbench.ui.services.translation import tr

_MOST = 100
_MOST_EXAMPLES = 10_000  # As many as no class has; the classes to test on allow fewer.
_MOST_EPISODES = 100_000


@dataclass(frozen=True)
class FormPlace:
    """All that the form says."""

    settings: SubjectSettings
    query: int
    episodes: int


class CheckForm(QWidget):
    """Four numbers and a choice of classes; `changed` is emitted when the person changes one of them.

    Classes and examples follow the run that is chosen, until the person changes one of these two.
    """

    changed = Signal()
    followed = Signal()  # Classes or examples became those of another run.

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(TINY)
        self._is_chosen = False
        self._most_examples = _MOST_EXAMPLES
        self._is_wanted = False  # Whether a person, or a run, wanted what the form says.
        self.limited = label("", "small", wrap=True)
        request = EvaluationRequest()
        self.way = _spin(2, _MOST, request.way)
        self.shot = _spin(0, _MOST_EXAMPLES, request.shot)
        self.query = _spin(1, _MOST, request.query)
        self.episodes = _spin(2, _MOST_EPISODES, request.episodes, step=100)
        self.role = QComboBox()
        fields = (
            (self.way, tr("Classes"), tr("Classes per episode (way).")),
            (
                self.shot,
                tr("Examples"),
                tr("Labelled examples per class in an episode (shot); 0: none, only a table of traits."),
            ),
            (self.query, tr("Queries"), tr("Images of each class to recognise in an episode (query).")),
            (self.episodes, tr("Episodes"), tr("Test episodes; more make the confidence interval narrower.")),
        )
        for column, (field, name, words) in enumerate(fields):
            if field in (self.way, self.shot):
                field.valueChanged.connect(self._on_shape)
            field.valueChanged.connect(self.changed)
            grid.addWidget(_head(field, name, words), 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 4 if field is self.episodes else 3)
        self._fill_roles()
        grid.addWidget(self.role, 2, 0, 1, 4)
        grid.setRowMinimumHeight(2, 40)
        grid.addWidget(self.limited, 3, 0, 1, 4)
        self.limited.hide()
        self.shot.setKeyboardTracking(False)  # A number is only judged when it is written in full.

    @property
    def settings(self) -> SubjectSettings:
        """The settings in the form, as far as they distinguish tests."""
        return SubjectSettings(self.way.value(), self.shot.value(), self.role.currentData(), self._is_chosen)

    def request(self, run: str) -> EvaluationRequest:
        """Return the request to test a run, or a baseline, with the settings of the form."""
        counts = (self.way.value(), self.shot.value(), self.query.value(), self.episodes.value())
        return EvaluationRequest(run, *counts, role=tested_role(self.role.currentData()))

    def comparison_request(self, keys: Sequence[str]) -> ComparisonRequest:
        """Return the request to compare subjects, by key, with the baselines, with the settings of the form."""
        request = ComparisonRequest(tuple(keys), role=tested_role(self.role.currentData()))
        counts = {"way": self.way, "shot": self.shot, "query": self.query, "episodes": self.episodes}
        return replace(request, **{name: field.value() for name, field in counts.items()})

    def show_settings_of(self, test: EvaluationSummary) -> None:
        """Set the form to the settings of a test, without emitting a change."""
        _set({self.way: test.way, self.shot: test.shot, self.query: test.query, self.episodes: test.episodes})
        with QSignalBlocker(self):
            self.role.setCurrentIndex(self.role.findData(test.role))

    def limit(self, images: int) -> None:
        """Keep to the images of the largest class to test on, and say so where more examples were wanted."""
        most = images - 1 if images > 1 else _MOST_EXAMPLES
        if most != self._most_examples:
            self._most_examples = most
            if self._keep_to_limit():
                self.followed.emit()

    def follow(self, way: int, shot: int) -> None:
        """Set classes and examples to those a run was trained for, unless the person has chosen others."""
        if not self._is_chosen and (way, shot) != (self.way.value(), self.shot.value()):
            _set({self.way: way, self.shot: shot})
            self._is_wanted = True
            self._keep_to_limit()
            self.followed.emit()

    def place(self) -> FormPlace:
        """Return what the form says, for `go_to` of the form that is built in place of this one."""
        return FormPlace(self.settings, self.query.value(), self.episodes.value())

    def go_to(self, place: FormPlace) -> None:
        """Say what the form before said, without emitting a change."""
        settings = place.settings
        _set({self.way: settings.way, self.shot: settings.shot, self.query: place.query, self.episodes: place.episodes})
        with QSignalBlocker(self):
            self.role.setCurrentIndex(self.role.findData(settings.role))
        self._is_chosen = self._is_wanted = settings.is_chosen

    def show_tested(self, request: EvaluationRequest, way: int, shot: int) -> None:
        """Show what was tested where there were fewer classes or examples than the form requested, and still does."""
        pairs = ((self.way, request.way, way), (self.shot, request.shot, shot))
        fewer = {field: tested for field, asked, tested in pairs if tested < asked == field.value()}
        if fewer:
            _set(fewer)
            self.changed.emit()

    def _on_shape(self) -> None:
        self._is_chosen = self._is_wanted = True
        self._keep_to_limit()

    def _keep_to_limit(self) -> bool:
        """Lower the examples to what the classes have, and say why until fewer are wanted; whether they are lower."""
        most, wanted = self._most_examples, self.shot.value()
        if wanted > most:
            _set({self.shot: most})
            self.limited.setText(
                tr(
                    "At most {most} examples: the largest class has {images} images, and one is left to recognise.",
                    most=most,
                    images=most + 1,
                )
            )
            self.limited.setVisible(self._is_wanted)
        elif wanted < most:
            self.limited.hide()
        return wanted > most

    def _fill_roles(self) -> None:
        choices = (
            ("meta-test", tr("Test classes"), tr("Held-out classes: the unbiased accuracy.")),
            (
                "meta-validation",
                tr("Validation classes"),
                tr("Checkpoints are selected on these classes, so accuracy is optimistic."),
            ),
            (
                "meta-train",
                tr("Training classes"),
                tr("Runs are trained on these classes, so they are easy."),
            ),
        )
        for number, (role, name, words) in enumerate(choices):
            self.role.addItem(name, role)
            self.role.setItemData(number, words, Qt.ItemDataRole.ToolTipRole)
        self.role.setAccessibleName(tr("Which classes to test on"))
        self.role.currentIndexChanged.connect(self._on_role)
        self._on_role()

    def _on_role(self) -> None:
        words = self.role.currentData(Qt.ItemDataRole.ToolTipRole)
        other = tr("Checkpoints are selected on validation classes, so accuracy there is optimistic.")
        set_tooltip(self.role, words if self.role.currentIndex() else f"{words} {other}")
        self.changed.emit()


def _head(field: QSpinBox, name: str, words: str) -> QWidget:
    """Return what heads a field, which says the same."""
    head = label(name, "small")
    for widget in (head, field):
        set_tooltip(widget, words)
    head.setBuddy(field)
    field.setAccessibleName(name)
    field.setAccessibleDescription(words)
    return head


def _set(values: Mapping[QSpinBox, int]) -> None:
    """Set fields as the program does, not the person."""
    for field, value in values.items():
        with QSignalBlocker(field):
            field.setValue(value)


def _spin(least: int, most: int, value: int, *, step: int = 1) -> QSpinBox:
    field = QSpinBox()
    field.setRange(least, most)
    field.setSingleStep(step)
    field.setValue(value)
    field.setGroupSeparatorShown(True)
    field.setMinimumWidth(64)
    # The style sheet's padding does not reach the text of a spin box.
    field.lineEdit().setTextMargins(SMALL, 0, 0, 0)
    return field

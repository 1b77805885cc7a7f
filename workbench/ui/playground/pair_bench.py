"""What every bench shows around its two halves: tasks to choose, a question, a sentence, two sliders, a training."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from workbench.ui.controls.text import Elided, label, set_kind
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import LARGE, MEDIUM, SMALL
from workbench.ui.playground.bench import Bench
from workbench.ui.playground.pair_half import PairHalf
from workbench.ui.playground.pair_model import PairModel
from workbench.ui.playground.places_slider import PlacesSlider
from workbench.ui.playground.question_row import QuestionRow
from workbench.ui.playground.training_box import TrainingBox
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.translation import number, say, tr

_NAMED = (0, 1, 5, 10)  # steps, where there are many
_MANY = 5
_TALK = 60  # pixels of height: three lines

Model = TypeVar("Model", bound=PairModel)
ShownHalf = TypeVar("ShownHalf", bound=PairHalf)


class PairBench(Bench, Generic[Model, ShownHalf]):
    """Shows one model in two halves; `_attach` gives it both, and `_lay_out` what there is to choose."""

    model: Model
    learner: ShownHalf
    twin: ShownHalf

    def __init__(self, theme: Theme, jobs: Jobs) -> None:
        super().__init__(theme, jobs)
        self.hint = Elided("", "muted", cut=Qt.TextElideMode.ElideRight)
        self.question, self.sentence = QuestionRow(), label("", "section", wrap=True)
        self.step_title, self.moment_title = label("", "strong"), label("", "strong")
        self.steps, self.moments = PlacesSlider(theme), PlacesSlider(theme)
        self.training = TrainingBox(theme)
        self.talk = QStackedWidget()

    def entered(self) -> None:
        self.model.begin()
        self._renew()

    def speak(self) -> None:
        for part in (self.learner, self.twin, self.question, self.training):
            part.speak()
        self._renew()

    def _seen(self) -> str:
        """Return what was just seen, or what is to be done, in the person's language."""
        raise NotImplementedError

    def _attach(self, model: Model, learner: ShownHalf, twin: ShownHalf) -> None:
        """Show a model in two halves, and let it be changed."""
        self.model, self.learner, self.twin = model, learner, twin
        model.changed.connect(self._renew)
        self.question.guessed.connect(model.take_guess)
        self.steps.slider.valueChanged.connect(self._go_to_step)
        self.moments.slider.valueChanged.connect(model.go_to_moment)
        self.training.training_requested.connect(model.train)
        self.training.stop_requested.connect(model.stop_training)
        self.training.own_requested.connect(self._use)

    def _renew(self) -> None:
        model = self.model
        self.learner.renew()
        self.twin.renew()
        self._renew_sliders()
        self.talk.setCurrentWidget(self.question if model.is_asking and model.starts else self.sentence)
        for act in (self.question.learner, self.question.twin, self.question.neither):
            act.setEnabled(model.can_adapt)
        self.sentence.setText(self._words())
        self.training.show_state(model.training, has_own=bool(model.own), is_own=model.is_own)

    def _renew_sliders(self) -> None:
        model = self.model
        self.steps.slider.setEnabled(not model.is_asking and model.can_adapt)
        is_named = range(model.most_steps + 1) if model.most_steps < _MANY else _NAMED
        names = [str(step) if step in is_named else "" for step in range(model.most_steps + 1)]
        _show(self.steps, names, model.wanted_step)
        self.steps.describe(self.step_title.text(), number(model.wanted_step))
        tasks = [start.tasks for start in model.starts]
        self.moments.slider.setEnabled(len(tasks) > 1)
        _show(self.moments, [number(count) for count in tasks], model.moment)
        self.moments.describe(self.moment_title.text(), number(tasks[model.moment]) if tasks else "")

    def _words(self) -> str:
        model = self.model
        if model.pair is None and model.refusal is not None:
            return say(model.refusal)
        if model.is_loading:
            return tr("Loading the learning library…")
        if model.is_right is None or model.shown_step != 1:
            return self._seen()
        return f"{tr('Guessed right.') if model.is_right else tr('Guessed wrong.')} {self._seen()}"

    def _lay_out(self, choices: Sequence[QPushButton], above: QWidget | None = None) -> None:
        """Put everything in its place; `above` the halves is what both are given, where they do not show it."""
        tasks = QHBoxLayout()
        tasks.setSpacing(SMALL)
        for act in choices:
            act.setCheckable(True)
            set_kind(act, "choice")
            tasks.addWidget(act)
        tasks.addSpacing(SMALL)
        tasks.addWidget(self.hint, 1)
        halves = QHBoxLayout()
        halves.setSpacing(MEDIUM)
        halves.addWidget(self.learner, 1)
        halves.addWidget(self.twin, 1)
        self.talk.addWidget(self.question)
        self.talk.addWidget(self.sentence)
        self.talk.setFixedHeight(_TALK)
        below = QHBoxLayout()
        below.setSpacing(LARGE)
        below.addLayout(self._sliders(), 1)
        below.addWidget(self.training)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(tasks)
        if above is not None:
            column.addWidget(above)
        column.addLayout(halves, 1)
        column.addWidget(self.talk)
        column.addLayout(below)

    def _sliders(self) -> QGridLayout:
        sliders = QGridLayout()
        sliders.setHorizontalSpacing(LARGE)
        for place, (title, slider) in enumerate(((self.step_title, self.steps), (self.moment_title, self.moments))):
            sliders.addWidget(title, 0, place)
            sliders.addWidget(slider, 1, place)
            sliders.setColumnStretch(place, 1)
        return sliders

    def _go_to_step(self, step: int) -> None:
        if step != self.model.wanted_step:
            self.model.go_to_step(step)

    def _use(self, own: bool) -> None:
        self.model.use(own=own)


def _show(slider: PlacesSlider, names: list[str], place: int) -> None:
    """Name the places of a slider and go to one, without it telling anyone."""
    was_blocked = slider.slider.blockSignals(True)
    slider.name_places(names)
    slider.slider.setValue(place)
    slider.slider.blockSignals(was_blocked)

"""The bench of curves: points on a plane, and two networks that adapt to them side by side."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout

from workbench.operations.playground.adapted_pair import MOST_STEPS
from workbench.operations.playground.curve_tasks import FAMILIES
from workbench.operations.playground.pair_training import SHORT, PairPlan
from workbench.operations.playground.seen import seen_before, what_was_seen
from workbench.operations.playground.starts import SHIPPED_STARTS
from workbench.ui.controls.text import Elided, button, label, set_kind, set_tooltip
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import LARGE, MEDIUM, SMALL
from workbench.ui.playground.bench import Bench
from workbench.ui.playground.curve_half import CurveHalf
from workbench.ui.playground.curves_model import CurvesModel
from workbench.ui.playground.places_slider import PlacesSlider
from workbench.ui.playground.question_row import QuestionRow
from workbench.ui.playground.training_box import TrainingBox
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.translation import number, say, tr

_NAMED = (0, 1, 5, 10)  # steps
_TALK = 60  # pixels of height: three lines


class CurvesBench(Bench):
    """Shows one model in two halves, and what a person can do with it."""

    key = "curves"

    def __init__(self, theme: Theme, jobs: Jobs, *, plan: PairPlan = SHORT, shipped: Path = SHIPPED_STARTS) -> None:
        super().__init__(theme, jobs)
        self.model = CurvesModel(jobs, self, plan, shipped)
        self.families = {family: button("") for family in FAMILIES}
        self.own = button("")
        self.hint = Elided("", "muted", cut=Qt.TextElideMode.ElideRight)
        self.learner = CurveHalf(theme, self.model, is_twin=False)
        self.twin = CurveHalf(theme, self.model, is_twin=True)
        self.question, self.sentence = QuestionRow(), label("", "section", wrap=True)
        self.step_title, self.moment_title = label("", "strong"), label("", "strong")
        self.steps, self.moments = PlacesSlider(theme), PlacesSlider(theme)
        self.training = TrainingBox(theme)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.learner.plane)

    @classmethod
    def bench_name(cls) -> str:
        return tr("Curves")

    def entered(self) -> None:
        self.model.begin()
        self._renew()

    def speak(self) -> None:
        words = dict(zip(FAMILIES, (tr("A sine curve"), tr("A straight line"), tr("A sum of two")), strict=True))
        for family, act in self.families.items():
            act.setText(words[family])
            act.setAccessibleName(words[family])
        self.own.setText(tr("My own points"))
        self.own.setAccessibleName(self.own.text())
        set_tooltip(self.own, tr("Removes the curve and all points"))
        self.hint.setText(tr("Click to add a point, drag to move it, right-click to remove it."))
        set_tooltip(
            self.hint,
            tr("By keyboard: arrows move the cursor, Enter adds a point, Page Down chooses one, Delete removes it."),
        )
        self.step_title.setText(tr("Steps on these points"))
        self.moment_title.setText(tr("Curves learned from before"))
        for part in (self.learner, self.twin, self.question, self.training):
            part.speak()
        self._renew()

    def _renew(self) -> None:
        model = self.model
        self.learner.renew()
        self.twin.renew()
        for family, act in self.families.items():
            act.setChecked(model.task is not None and model.task.family == family)
        self.own.setChecked(model.task is None and not model.is_loading)
        self._renew_sliders()
        self.talk.setCurrentWidget(self.question if model.is_asking and model.starts else self.sentence)
        for act in (self.question.learner, self.question.twin, self.question.neither):
            act.setEnabled(model.can_adapt)
        self.sentence.setText(self._words())
        self.training.show_state(model.training, has_own=bool(model.own), is_own=model.is_own)

    def _renew_sliders(self) -> None:
        model = self.model
        self.steps.slider.setEnabled(not model.is_asking and model.can_adapt)
        _show(self.steps, [str(step) if step in _NAMED else "" for step in range(MOST_STEPS + 1)], model.shown_step)
        self.steps.describe(self.step_title.text(), number(model.shown_step))
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
        family = None if model.task is None else model.task.family
        seen = None if model.pair is None else what_was_seen(model.pair, model.shown_step, family)
        if seen is None:
            return tr("Put a point on either plane, and both adapt to it.")
        words = [say(seen)]
        if model.is_right is not None and model.shown_step == 1:
            words.insert(0, tr("Guessed right.") if model.is_right else tr("Guessed wrong."))
        if model.known is not None and family in FAMILIES[1:] and model.shown_step:
            words.append(say(seen_before(model.known, model.shown_step)))
        return " ".join(words)

    def _lay_out(self) -> None:
        tasks = QHBoxLayout()
        tasks.setSpacing(SMALL)
        for act in (*self.families.values(), self.own):
            act.setCheckable(True)
            set_kind(act, "choice")
            tasks.addWidget(act)
        tasks.addSpacing(SMALL)
        tasks.addWidget(self.hint, 1)
        halves = QHBoxLayout()
        halves.setSpacing(MEDIUM)
        halves.addWidget(self.learner, 1)
        halves.addWidget(self.twin, 1)
        self.talk = QStackedWidget()
        self.talk.addWidget(self.question)
        self.talk.addWidget(self.sentence)
        self.talk.setFixedHeight(_TALK)
        below = QHBoxLayout()
        below.setSpacing(LARGE)
        sliders = QGridLayout()
        sliders.setHorizontalSpacing(LARGE)
        for place, (title, slider) in enumerate(((self.step_title, self.steps), (self.moment_title, self.moments))):
            sliders.addWidget(title, 0, place)
            sliders.addWidget(slider, 1, place)
            sliders.setColumnStretch(place, 1)
        below.addLayout(sliders, 1)
        below.addWidget(self.training)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(tasks)
        column.addLayout(halves, 1)
        column.addWidget(self.talk)
        column.addLayout(below)

    def _connect(self) -> None:
        model = self.model
        model.changed.connect(self._renew)
        for act in self.families.values():
            act.clicked.connect(self._draw)
        self.own.clicked.connect(model.clear)
        self.question.guessed.connect(model.take_guess)
        self.steps.slider.valueChanged.connect(self._go_to_step)
        self.moments.slider.valueChanged.connect(model.go_to_moment)
        self.training.training_requested.connect(model.train)
        self.training.stop_requested.connect(model.stop_training)
        self.training.own_requested.connect(self._use)

    def _draw(self) -> None:
        (family,) = (family for family, act in self.families.items() if act is self.sender())
        self.model.draw(family)

    def _go_to_step(self, step: int) -> None:
        if step != self.model.shown_step:
            self.model.go_to_step(step)

    def _use(self, own: bool) -> None:
        self.model.use(own=own)


def _show(slider: PlacesSlider, names: list[str], place: int) -> None:
    """Name the places of a slider and go to one, without it telling anyone."""
    was_blocked = slider.slider.blockSignals(True)
    slider.name_places(names)
    slider.slider.setValue(place)
    slider.slider.blockSignals(was_blocked)

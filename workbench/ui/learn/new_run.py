"""The left side of the page Learn: what a new run is to be, whether it can begin, and what it would cost."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workbench.errors import UserError
from workbench.operations.runs.planning.expected_labelling import ExpectedLabelling, expected_labelling
from workbench.operations.runs.planning.suggested_request import Suggestion, suggested_request
from workbench.operations.runs.training_checks import why_not_train
from workbench.operations.runs.training_request import TrainingRequest
from workbench.operations.search.search_request import SearchRequest, possible_search
from workbench.ui.controls.tab_order import tab_in_layout_order
from workbench.ui.controls.text import label, set_kind
from workbench.ui.learn.choose_for_me import ChooseForMe
from workbench.ui.learn.choose_myself import ChooseMyself
from workbench.ui.learn.choosing.kept_choices import keep_choices, kept_choices
from workbench.ui.learn.choosing.search_choice import SearchChoice
from workbench.ui.learn.choosing.steady_card import SteadyCard
from workbench.ui.learn.choosing.what_there_is import training_choices
from workbench.ui.learn.cost_line import CostLine
from workbench.ui.learn.training_form import TrainingChoices, TrainingForm
from workbench.ui.look.tokens import MEDIUM, SMALL
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import duration, say, tr
from workbench.words import Message

_PAUSE = 120  # milliseconds: keys typed in one go are one change


class NewRun(QWidget):
    """Offers the form once torch is loaded; what is chosen is kept with the project's place in the settings.

    Where `search_offered`, the person may leave the choice to the program, which is then the first thing offered.
    """

    loaded = Signal()
    judged = Signal(object)  # Why it cannot begin (str), empty while that is being found out; None where it can.

    def __init__(self, context: ProjectContext, *, search_offered: bool) -> None:
        super().__init__()
        self._context = context
        self._kept = kept_choices(context.settings, context.path)
        self._choices: TrainingChoices | None = None
        self._looked = self._stale = False  # Whether the images were looked at, and whether they changed since.
        self._refused: tuple[TrainingRequest, ...] = ()  # Those that cannot be started, by the last check.
        self.cost = CostLine(context.training, context.jobs)
        self.choice = SearchChoice()
        self.for_me = ChooseForMe()
        self.myself = ChooseMyself(context)
        self.area, self.inside = QScrollArea(), QWidget()
        # Those of several that cannot be trained so, and why.
        self.left_out = label("", "warn", wrap=True)
        self._lay_out()
        self._steady = SteadyCard(self.area)
        self.choice.setVisible(search_offered)
        if not search_offered or self._kept.by_person:
            self.choice.myself.setChecked(True)
        self.for_me.show_choices(self._kept)
        self._show_choice()
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self._judge)
        self._connect()
        context.jobs.start(tr("List approaches"), training_choices, owner=self, done=self._take_choices)
        self._look_at_images()

    @property
    def form(self) -> TrainingForm | None:
        """The form of a training; None while torch is being loaded."""
        return self.myself.form

    @property
    def searches(self) -> bool:
        """Whether the choice of approach and settings is left to the program."""
        return self.choice.for_me.isChecked()

    @property
    def approach_shown(self) -> str:
        """The name of the approach whose options are shown, empty where the program chooses."""
        return "" if self.form is None or self.searches else self.form.approaches.chosen.name

    @property
    def trains_several(self) -> bool:
        """Whether what is ticked is to be trained in turn."""
        return not self.searches and self.myself.trains_several

    @property
    def lacks_table(self) -> bool:
        """Whether what is chosen reads a table of traits that the project does not have."""
        if self.form is None or self.searches or self.trains_several:
            return False
        return self.form.approaches.chosen.uses_traits and not self.form.traits.has_table

    def choose_table(self) -> None:
        """Ask for a table of traits, as the field in the form does."""
        if self.form is not None:
            self.form.traits.choose.click()

    def requests(self) -> tuple[TrainingRequest, ...]:
        """Return what is to be trained, nothing while there is no form yet."""
        return self.myself.requests()

    def startable(self) -> tuple[TrainingRequest, ...]:
        """Return what is to be trained, less what is known not to be able to begin."""
        return tuple(request for request in self.requests() if request not in self._refused)

    def show_request(self, request: TrainingRequest) -> None:
        """Fill the form, which a person then sees."""
        if self.form is not None:
            self.choice.myself.setChecked(True)
            self.form.show_request(request)

    def show_approach(self, name: str) -> None:
        """Choose an approach and scroll to its card, now or as soon as there is a form."""
        self.choice.myself.setChecked(True)
        self.myself.show_approach(name)

    def ask_again(self) -> None:
        """Check again whether it can start and what it would cost, and what the images suggest if they changed."""
        if self._stale:
            self._look_at_images()
        if self.form is not None:
            self._timer.start()

    def leave(self) -> None:
        """Stop checking and measuring: the project is about to be closed."""
        self._timer.stop()
        self.cost.pause()

    def _lay_out(self) -> None:
        set_kind(self.inside, "inside")
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, MEDIUM, 0)
        column.setSpacing(SMALL)
        for part in (self.choice, self.for_me, self.myself):
            column.addWidget(part)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.inside)
        self.left_out.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, SMALL, 0, 0)
        whole.setSpacing(SMALL)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.left_out)

    def _connect(self) -> None:
        self.cost.measured.connect(self._show_costs)
        self.choice.changed.connect(self._on_choice)
        self.for_me.changed.connect(self._on_changed)
        self.myself.changed.connect(self._on_changed)
        self.myself.led_to.connect(self._steady.bring_up)
        changes = self._context.changes
        for changed in (changes.tasks_changed, changes.traits_changed):
            changed.connect(self._on_other_material)
        for changed in (changes.tasks_changed, changes.classes_changed):
            changed.connect(self._on_other_images)

    def _on_other_material(self) -> None:
        self.cost.forget()
        self.ask_again()

    def _on_other_images(self) -> None:
        self._stale = True
        if self.isVisible():
            self._look_at_images()

    def _look_at_images(self) -> None:
        self._stale = False
        project = self._context.project
        self._context.jobs.start(
            tr("Look at the images"),
            lambda report: (expected_labelling(project), suggested_request(project, report)),
            owner=self,
            done=self._take_suggestion,
            failed=self._on_no_suggestion,
            newest="suggestion",
        )

    def _on_no_suggestion(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._context.notifier.complain(say(error.text))
        self._build()

    def _take_suggestion(self, found: tuple[ExpectedLabelling, Suggestion]) -> None:
        expected, suggestion = found
        self.for_me.show_expected(expected)
        self.myself.suggest(suggestion)
        self._build()

    def _take_choices(self, choices: TrainingChoices) -> None:
        self._choices = choices
        if self._looked:
            self._build()

    def _build(self) -> None:
        """Make the form once it is known what there is to choose from, and what is suggested if anything is."""
        self._looked = True
        if self.form is not None or self._choices is None:
            return
        form = self.myself.build(self._choices, self._kept)
        form.approaches.changing.connect(self._steady.hold)
        # What does not fit could not be scrolled to.
        beside = self.area.verticalScrollBar().sizeHint().width()
        self.area.setMinimumWidth(self.inside.minimumSizeHint().width() + beside)
        tab_in_layout_order(self.inside, self.area)
        self.loaded.emit()
        self._judge()

    def _on_choice(self) -> None:
        self._kept = replace(self._kept, chooses=not self.searches)
        self._show_choice()
        self.judged.emit("")  # What the other choice was told says nothing of this one.
        self._on_changed()

    def _show_choice(self) -> None:
        self.for_me.setVisible(self.searches)
        self.myself.setVisible(not self.searches)

    def _on_changed(self) -> None:
        self._kept = self.myself.decided(self.for_me.decided(self._kept))
        keep_choices(self._context.settings, self._context.path, self._kept)
        self._show_costs()
        # The last result holds until the next check, so that Start stays enabled for a quick click.
        self._timer.start()

    def _judge(self) -> None:
        if self.searches:
            self._judge_search()
            return
        if not (requests := self.requests()):
            self.take_reasons((), ())
            return
        self._context.jobs.start(
            tr("Check settings"),
            lambda report: tuple(why_not_train(self._context.project, request) for request in requests),
            owner=self,
            done=lambda reasons: self.take_reasons(requests, reasons),
            newest="unsupported_reason",
        )

    def _judge_search(self) -> None:
        wanted, project = self.for_me.asked, self._context.project
        request = SearchRequest(wanted.seconds, wanted.way, wanted.shot)
        self._context.jobs.start(
            tr("Check settings"),
            lambda report: possible_search(project, request),
            owner=self,
            done=self._take_possible,
            newest="unsupported_reason",
        )

    def _take_possible(self, possible: SearchRequest | Message) -> None:
        """Show what a search would be tried with, or why none can begin."""
        request = possible if isinstance(possible, SearchRequest) else None
        self.for_me.show_possible(request)
        self.judged.emit(say(possible) if isinstance(possible, Message) else None)
        self._show_left_out((), ())
        self.cost.promise(None if request is None else request.seconds)
        self._show_costs()

    def take_reasons(self, requests: Sequence[TrainingRequest], reasons: Sequence[Message | None]) -> None:
        """Show which of several can begin and what they would cost, with the reason of each that cannot."""
        judged = tuple(zip(requests, reasons, strict=True))
        able = [request for request, reason in judged if reason is None]
        self._refused = tuple(request for request, reason in judged if reason is not None)
        if able:
            self.judged.emit(None)
        else:
            self.judged.emit(say(reasons[0]) if reasons and reasons[0] else tr("Select the approaches to train."))
        self._show_left_out(requests, reasons if able else ())
        if self._context.training.is_busy:
            self.cost.pause()
        else:
            self.cost.ask(able)
        self._show_costs()

    def _show_left_out(self, requests: Sequence[TrainingRequest], reasons: Sequence[Message | None]) -> None:
        cards = self.form.approaches.cards if self.form is not None else {}
        lines = [
            tr("{approach} will be skipped: {reason}", approach=cards[request.approach].approach.title, reason=reason)
            for request, reason in zip(requests, reasons, strict=False)
            if reason is not None
        ]
        self.left_out.setText("\n".join(lines))
        self.left_out.setVisible(bool(lines))

    def _show_costs(self) -> None:
        if self.form is None:
            return
        durations = {}
        for name, card in self.form.approaches.cards.items():
            cost = self.cost.of(self.form.request_for(card.approach)) if self.cost.knows(name) else None
            if cost is not None:
                durations[name] = duration(cost.seconds)
        self.form.approaches.show_costs(durations)

"""The left side of the page Learn: the form of a new run, whether it can begin, and what it would cost."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workbench.errors import UserError
from workbench.operations.devices import DeviceFacts, describe_device
from workbench.operations.runs.describe_approaches import describe_approaches, describe_encoders
from workbench.operations.runs.training_checks import why_not_train
from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.controls.tab_order import tab_in_layout_order
from workbench.ui.controls.text import label, set_kind
from workbench.ui.learn.cost_line import CostLine
from workbench.ui.learn.training_form import TrainingChoices, TrainingForm
from workbench.ui.learn.trait_table_field import TraitTableField
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.job_report import Report
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import duration, say, tr
from workbench.words import Message, marked, message

_PAUSE = 120  # milliseconds: keys typed in one go are one change
_DEVICES = ("auto", "cpu", "cuda", "mps")


class NewRun(QWidget):
    """Offers the form once torch is loaded; what is chosen stays while pages come and go."""

    loaded = Signal()
    judged = Signal(object)  # Why it cannot begin (str), empty while that is being found out; None where it can.

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self._context = context
        self.form: TrainingForm | None = None
        self._refused: tuple[TrainingRequest, ...] = ()  # Those that cannot be started, by the last check.
        self.cost = CostLine(context.training, context.jobs)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Those of several that cannot be trained so, and why.
        self.left_out = label("", "warn", wrap=True)
        self.left_out.hide()
        self._loading = label(tr("Loading the learning library…"), "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._loading)
        column.addWidget(self.area, 1)
        column.addWidget(self.left_out)
        column.addWidget(self.cost.label)
        self.cost.measured.connect(self._show_costs)
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self._judge)
        for changed in (context.changes.tasks_changed, context.changes.traits_changed):
            changed.connect(self._on_other_material)
        context.jobs.start(tr("List approaches"), _choices, owner=self, done=self._take_choices)

    @property
    def trains_several(self) -> bool:
        """Whether what is ticked is to be trained in turn."""
        return self.form is not None and self.form.approaches.several.isChecked()

    @property
    def lacks_table(self) -> bool:
        """Whether what is chosen reads a table of traits that the project does not have."""
        chosen = self.form is not None and self.form.approaches.chosen.uses_traits and not self.trains_several
        return chosen and self.form is not None and not self.form.traits.has_table

    def choose_table(self) -> None:
        """Ask for a table of traits, as the field in the form does."""
        if self.form is not None:
            self.form.traits.choose.click()

    def requests(self) -> tuple[TrainingRequest, ...]:
        """Return what is to be trained, nothing while there is no form yet."""
        return self.form.requests() if self.form is not None else ()

    def startable(self) -> tuple[TrainingRequest, ...]:
        """Return what is to be trained, less what is known not to be able to begin."""
        return tuple(request for request in self.requests() if request not in self._refused)

    def show_request(self, request: TrainingRequest) -> None:
        """Fill the form."""
        if self.form is not None:
            self.form.show_request(request)

    def ask_again(self) -> None:
        """Check again whether it can start and what it would cost."""
        if self.form is not None:
            self._timer.start()

    def _on_other_material(self) -> None:
        self.cost.forget()
        self.ask_again()

    def leave(self) -> None:
        """Stop checking and measuring: the project is about to be closed."""
        self._timer.stop()
        self.cost.pause()

    def _take_choices(self, choices: TrainingChoices) -> None:
        self.form = TrainingForm(choices, self._context.theme, TraitTableField(self._context))
        set_kind(self.form, "inside")
        self._loading.hide()
        self.area.setWidget(self.form)
        # What does not fit could not be scrolled to.
        beside = self.area.verticalScrollBar().sizeHint().width()
        self.area.setMinimumWidth(self.form.minimumSizeHint().width() + beside)
        tab_in_layout_order(self.form, self.area)
        controller = self._context.training
        if controller.draft is not None and controller.drafts is not None:
            self.form.show_requests(controller.drafts, controller.draft)
        elif controller.draft is not None:
            self.form.show_request(controller.draft)
        self.form.changed.connect(self._on_changed)
        self.loaded.emit()
        self._judge()

    def _on_changed(self) -> None:
        if self.form is None:
            return
        controller = self._context.training
        controller.draft = self.form.request()
        controller.drafts = self.form.requests() if self.trains_several else None
        self._show_costs()
        # The last result holds until the next check, so that Start stays enabled for a quick click.
        self._timer.start()

    def _judge(self) -> None:
        requests = self.requests()
        if not requests:
            self.take_reasons((), ())
            return
        self._context.jobs.start(
            tr("Check settings"),
            lambda report: tuple(why_not_train(self._context.project, request) for request in requests),
            owner=self,
            done=lambda reasons: self.take_reasons(requests, reasons),
            newest="unsupported_reason",
        )

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


def _choices(report: Report) -> TrainingChoices:
    report.report(None, message(marked("Loading the learning library")))
    devices: dict[str, DeviceFacts] = {}
    for name in _DEVICES:
        try:
            devices[name] = describe_device(name)
        except UserError:
            continue
    return TrainingChoices(describe_approaches(), describe_encoders(), devices)

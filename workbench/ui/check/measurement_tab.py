"""What the tabs have in common that measure something of their own: words, a button beside them, and the figures."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.evaluations import EvaluationDetails
from workbench.operations.progress import Cancelled
from workbench.ui.check.result_tab import ResultTab
from workbench.ui.controls.text import button, label, set_tooltip
from workbench.ui.look.tokens import SMALL, TINY
from workbench.ui.services.job import Job
from workbench.ui.services.job_report import Report
from workbench.ui.services.lanes import MEASURING
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr

_PARTS = 1000
_LEAST_WIDTH, _LEAST_HEIGHT = 200, 190  # pixels of the figures
_ENOUGH = 560  # pixels for the words and the button beside each other
MeasuredT = TypeVar("MeasuredT")  # What is measured.


class _Figures(QStackedWidget):
    """Takes all room there is, and needs little, however much there is to show: it scrolls itself."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)


class MeasurementTab(ResultTab, Generic[MeasuredT]):
    """Shows what was measured last, and measures what is chosen at the left on request.

    A subclass defines what is measured (`work`), how it is stored (`stored`) and shown (`show_figures`). The page shows
    the progress in words, and offers to cancel; it gets the job by `began`.
    """

    began = Signal(Job)
    measured = Signal(object)  # What `work` returned.

    def __init__(self, context: ProjectContext, page_request: Callable[[], ComparisonRequest]) -> None:
        super().__init__(context, page_request)
        self._job: Job | None = None
        self._stale = True
        self._measured = False  # Whether what is shown was measured here, and is newer than anything stored.
        self._figures: MeasuredT | None = None
        self._unsupported_reason = ""
        self.heading = label("", "section", wrap=True)
        self.sentence = label("", "strong", wrap=True)
        self.notes = label("", "small", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.act_words())
        self.act = button(self.act_words())
        self.nothing = label(self.explanation(), "muted", wrap=True)
        self.figures_view = self.content()
        self._stack = _Figures()
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self.figures_view)
        self._lay_out()
        self.act.clicked.connect(self.begin)
        self.context.changes.evaluations_changed.connect(self._on_stored)
        self._renew()

    def content(self) -> QWidget:
        """Build what shows the figures."""
        raise NotImplementedError

    def more_acts(self) -> Sequence[QWidget]:
        """Return what stands beside the button; called after `content`."""
        return ()

    def act_words(self) -> str:
        """Return what stands on the button."""
        raise NotImplementedError

    def explanation(self) -> str:
        """Return what stands in place of figures, before there are any."""
        raise NotImplementedError

    def work(self, request: ComparisonRequest, report: Report) -> MeasuredT:
        """Measure; called on a worker's thread."""
        raise NotImplementedError

    def stored(self) -> MeasuredT | None:
        """Return what was measured last, or None; called on a worker's thread."""
        raise NotImplementedError

    def show_figures(self, figures: MeasuredT) -> bool:
        """Show what was measured, and say in `sentence` and `notes` what it means; whether there are figures."""
        raise NotImplementedError

    @classmethod
    def done_words(cls) -> str:
        """Return one short line that there are new figures, whose sentence is in the tab; empty to say nothing."""
        return tr("Done: see the {tab} tab of the Check page.", tab=cls.tab_name())

    @property
    def is_busy(self) -> bool:
        """Whether something is being measured."""
        return self._job is not None

    def allow(self, unsupported_reason: str) -> None:
        """Show why nothing can be measured now; empty where it can."""
        self._unsupported_reason = unsupported_reason
        self._renew()

    def begin(self) -> None:
        """Measure what is chosen, unless that is under way."""
        if not self.is_busy:
            request = self.page_request()
            self.measure(lambda report: self.work(request, report))

    def measure(self, work: Callable[[Report], MeasuredT]) -> None:
        """Begin what measures, on a worker's thread, and show what comes of it."""
        self.context.notifier.begin()
        self._job = self.context.jobs.start(
            self.act_words,
            work,
            owner=self,
            done=self._on_done,
            failed=self._on_failed,
            lane=MEASURING,
        )
        self._job.progressed.connect(self._renew)
        self._renew()
        self.began.emit(self._job)

    def show_result(self, details: EvaluationDetails) -> None:
        """Do nothing: what is shown here is not about one test."""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put what can be done below the words where there is no room beside them."""
        super().resizeEvent(event)
        sides = QBoxLayout.Direction
        self._head.setDirection(sides.LeftToRight if self.width() >= _ENOUGH else sides.TopToBottom)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(TINY)
        for line in (self.heading, self.sentence, self.nothing):
            words.addWidget(line)
        words.addStretch(1)
        acts = QHBoxLayout()
        acts.setSpacing(SMALL)
        for widget in (self.act, *self.more_acts()):
            acts.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(SMALL)
        self._head.addLayout(words, 1)
        self._head.addLayout(acts)
        self._head.setAlignment(acts, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        # What is below stays where it is while something is measured.
        kept = self.bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(kept)
        inside = QWidget()
        inside.setProperty("kind", "inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(self._head)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.notes)
        # In a low window it scrolls, rather than press figures and words together.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _on_stored(self) -> None:
        self._stale = not self._measured
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self.context.jobs.start(
            tr("Load tests"),
            lambda report: self.stored(),
            owner=self,
            done=self._take_stored,
            newest=type(self).__name__,
        )

    def _take_stored(self, figures: MeasuredT | None) -> None:
        if figures is not None and not self._measured and figures != self._figures:
            self._show(figures)

    def take(self, figures: MeasuredT) -> None:
        """Show what was measured in the tab that stood in the place of this one, or now."""
        self._measured = True
        self._show(figures)

    def _on_done(self, figures: MeasuredT) -> None:
        self._job = None
        self.take(figures)
        if self.done_words():
            self.context.notifier.say(self.done_words())
        self.measured.emit(figures)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._renew()
        if isinstance(error, Cancelled):
            self.context.notifier.say(tr("Cancelled; nothing was kept."))
        else:
            self.context.notifier.complain_of(error)

    def _show(self, figures: MeasuredT) -> None:
        self._figures = figures
        has_figures = self.show_figures(figures)
        self._stack.setCurrentIndex(1 if has_figures else 0)
        self.nothing.setVisible(not has_figures)
        self._renew()

    def _renew(self) -> None:
        job = self._job
        share = job.share if job is not None and job.running else None
        self.bar.setVisible(job is not None)
        self.bar.setRange(0, 0 if share is None else _PARTS)
        self.bar.setValue(round((share or 0.0) * _PARTS))
        self.act.setEnabled(job is None and not self._unsupported_reason)
        set_tooltip(self.act, self._unsupported_reason)
        for words in (self.heading, self.sentence, self.notes):
            words.setVisible(bool(words.text()))

"""The strip of several trainings in turn: which is under way, what comes after it, and what could not be trained."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from workbench.ui.controls.text import button, icon_button, label, set_kind, set_tooltip
from workbench.ui.look.tokens import LARGE, MEDIUM, SMALL
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.run_words import Titles, called, joined
from workbench.ui.services.training_queue import Missed
from workbench.ui.services.training_stage import Stage
from workbench.ui.services.translation import say, tr

_PARTS = 1000


class QueueStrip(QFrame):
    """Visible while the queue runs, and afterwards as long as there is something to report about it."""

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self._queue, self._controller = context.queue, context.training
        set_kind(self, "panel")
        self.title = label("", "strong", wrap=True)
        self.next = label("", "small", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _PARTS)
        self.bar.setAccessibleName(tr("Runs done"))
        self.missed = label("", "warn", wrap=True)
        self.skip = button(tr("Skip this run"))
        set_tooltip(self.skip, tr("Save and stop this run and start the next; it can be resumed later."))
        self.skip.clicked.connect(self._queue.skip)
        self.close_missed = icon_button(context.theme.icon("close"), tr("Close"))
        self.close_missed.clicked.connect(self._queue.forget_missed)
        self._theme = context.theme
        context.theme.changed.connect(self._renew_icon)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.title, 1)
        row.addWidget(self.skip)
        row.addWidget(self.close_missed)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, SMALL, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addLayout(row)
        for widget in (self.bar, self.next, self.missed):
            column.addWidget(widget)
        self.show_queue({})

    def _renew_icon(self) -> None:
        self.close_missed.setIcon(self._theme.icon("close"))

    def show_queue(self, titles: Titles) -> None:
        """Show how far the queue is."""
        queue = self._queue
        request, total = queue.current, len(queue.requests)
        self.setVisible(queue.is_under_way or bool(queue.missed))
        for widget in (self.bar, self.skip):
            widget.setVisible(queue.is_under_way)
        self.close_missed.setVisible(not queue.is_under_way)
        self.skip.setEnabled(queue.can_skip)
        if request is not None:
            turn = tr("Training {number} of {total}", number=queue.index + 1, total=total)
            self.title.setText(joined(turn, called(request.approach, titles)))
        elif not queue.is_under_way:
            self.title.setText(tr("Trained {number} of {total}", number=len(queue.runs), total=total))
        self.bar.setValue(round(_PARTS * (queue.index + self._share()) / max(1, total)))
        left = queue.requests[queue.index + 1 :] if request is not None else ()
        names = ", ".join(called(request.approach, titles) for request in left if titles)
        self.next.setText(tr("Next: {approaches}", approaches=names))
        self.next.setVisible(bool(names))
        self.missed.setText("\n".join(_missed(missed, titles) for missed in queue.missed))
        self.missed.setVisible(bool(queue.missed))

    def _share(self) -> float:
        run_started = self._controller.run_started
        if run_started is None or self._controller.stage in (Stage.FINISHED, Stage.FAILED, Stage.IDLE):
            return 0.0
        return self._controller.share


def tell_of_end(context: ProjectContext, *, is_seen: bool) -> None:
    """Lead to the comparison of runs that were trained in turn, where the page Learn is seen; else tell of it."""
    runs = len(context.training.trained_together)
    if runs and is_seen:
        context.notifier.go_to("check")
    elif runs:
        # A person at work on another page is not taken away from it.
        context.notifier.say(tr("{count} runs finished: compare them on the Check page", count=runs))


def _missed(missed: Missed, titles: Titles) -> str:
    name, why = called(missed.approach, titles), say(missed.why)
    return f"{name}: {why}" if name else why

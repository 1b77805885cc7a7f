"""The strip of several trainings in turn: which is under way, what comes after it, and what could not be trained."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from workbench.ui.bench import Bench
from workbench.ui.tokens import LARGE, MEDIUM, SMALL
from workbench.ui.training_desk import Stage
from workbench.ui.translation import say, tr
from workbench.ui.widgets.text import button, icon_button, label, set_kind

_PARTS = 1000


class QueueStrip(QFrame):
    """Is there while trainings take their turn, and afterwards as long as there is something to say about them."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._queue, self._desk = bench.queue, bench.training
        self._titles: Mapping[str, str] = {}
        set_kind(self, "panel")
        self.title = label("", "strong", wrap=True)
        self.next = label("", "small", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _PARTS)
        self.bar.setAccessibleName(tr("Trainings done"))
        self.missed = label("", "warn", wrap=True)
        self.skip = button(tr("Skip this one"))
        self.skip.setToolTip(tr("Save it, end it here, and begin the next; it can be resumed later."))
        self.skip.clicked.connect(self._queue.skip)
        self.close_missed = icon_button(bench.theme.icon("close"), tr("Close"))
        self.close_missed.clicked.connect(self._queue.forget_missed)
        bench.theme.changed.connect(lambda: self.close_missed.setIcon(bench.theme.icon("close")))
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

    def show_queue(self, titles: Mapping[str, str]) -> None:
        """Show how far the queue is; `titles` is what approaches are called."""
        queue, self._titles = self._queue, titles
        wish, total = queue.current, len(queue.wishes)
        self.setVisible(queue.is_under_way or bool(queue.missed))
        for widget in (self.bar, self.skip):
            widget.setVisible(queue.is_under_way)
        self.close_missed.setVisible(not queue.is_under_way)
        self.skip.setEnabled(queue.can_skip)
        if wish is not None:
            turn = tr("Training {number} of {total}", number=queue.place + 1, total=total)
            self.title.setText(f"{turn} · {self._called(wish.approach)}")
        elif not queue.is_under_way:
            self.title.setText(tr("Trained {number} of {total}", number=len(queue.runs), total=total))
        self.bar.setValue(round(_PARTS * (queue.place + self._share()) / max(1, total)))
        names = [self._called(each.approach) for each in queue.wishes[queue.place + 1 :]] if wish is not None else []
        self.next.setText(tr("Then: {approaches}", approaches=", ".join(names)))
        self.next.setVisible(bool(names))
        self.missed.setText("\n".join(f"{self._called(each.approach)}: {say(each.why)}" for each in queue.missed))
        self.missed.setVisible(bool(queue.missed))

    def _called(self, approach: str) -> str:
        return self._titles.get(approach, approach)

    def _share(self) -> float:
        begun = self._desk.begun
        if begun is None or self._desk.stage in (Stage.FINISHED, Stage.FAILED, Stage.IDLE):
            return 0.0
        return self._desk.episode / begun.episodes

"""The buttons of the page Learn: Start, or Pause and Stop, or Resume; what Start would cost, or why it is grey."""

from PySide6.QtWidgets import QHBoxLayout, QLabel

from workbench.ui.controls.header_words import HeaderWords
from workbench.ui.controls.text import button, set_kind, set_tooltip
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.search_controller import SearchStage
from workbench.ui.services.training_stage import Stage
from workbench.ui.services.translation import say, tr


class TrainingControls:
    """Puts the buttons into a page's header, beside the `cost`, and shows what fits the stage of the training."""

    def __init__(self, context: ProjectContext, row: QHBoxLayout, cost: QLabel) -> None:
        self._context = context
        self._cost = cost
        self._reason: str | None = ""
        self.reason = HeaderWords("warn")
        self.pause, self.stop = button(tr("Pause")), button(tr("Stop"))
        set_tooltip(self.pause, tr("Save and pause; Resume continues exactly from here."))
        set_tooltip(self.stop, tr("Save and stop; the run stays in the list and can be resumed from there."))
        self.start = button(tr("Start"), primary=True)
        self.resume = button(tr("Resume"), primary=True)
        self.watch = button(tr("Show the search"))
        # Start, Pause and Resume replace one another, so that a second click never stops what the first started.
        for widget in (self.watch, self.reason, cost, self.stop, self.pause, self.start, self.resume):
            row.addWidget(widget)
        self.heirs = self.pause, self.resume  # What has the focus when Start or the other goes away.
        self.start.clicked.connect(context.notifier.begin)
        self.pause.clicked.connect(context.training.pause)
        self.stop.clicked.connect(context.training.stop)

    def refuse(self, reason: str | None) -> None:
        """Say why Start is grey: a sentence, or empty while that is being found out; None where it is not."""
        self._reason = reason
        self.reason.setText(reason or "")
        set_tooltip(self.start, reason or "")
        self.renew()

    def make_room_for_search(self, *, is_shown: bool) -> None:
        """Leave the primary button to the search where that is shown, and offer to show one that goes on or may."""
        search = self._context.search
        set_kind(self.start, "" if is_shown else "primary")
        self.watch.setVisible(not is_shown and (search.is_busy or search.stage is SearchStage.PAUSED))

    def say_how_many(self, several: int | None) -> None:
        """Say on Start how many trainings it starts; None where it is the one that is chosen."""
        text = tr("Start") if not several else tr("Start {count} runs", count=several)
        self.start.setText(text)
        self.start.setAccessibleName(text)

    def renew(self) -> None:
        """Show the buttons that fit."""
        stage = self._context.training.stage
        ready = stage in (Stage.IDLE, Stage.FINISHED, Stage.FAILED) and not self._context.queue.is_under_way
        searching = self._context.search.is_busy
        read_only = self._context.read_only
        self.start.setVisible(ready and not searching)
        self.start.setEnabled(self._reason is None and read_only is None)
        self.reason.setVisible(ready and bool(self._reason) and not searching)
        self._cost.setVisible(ready and not self._reason and not searching)
        self.pause.setVisible(self._context.training.is_busy)
        self.pause.setEnabled(stage in (Stage.STARTING, Stage.TRAINING))
        self.stop.setVisible(not ready)
        self.stop.setEnabled(stage in (Stage.STARTING, Stage.TRAINING, Stage.PAUSED))
        self.resume.setVisible(stage is Stage.PAUSED)
        self.resume.setEnabled(not searching)
        if read_only is not None:
            set_tooltip(self.start, say(read_only))

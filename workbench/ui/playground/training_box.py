"""Trains both networks here, and goes back to the ones that were shipped."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from workbench.ui.controls.text import button, icon_button, label, name_icon_button, set_tooltip
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import SMALL, TINY
from workbench.ui.services.job import Job
from workbench.ui.services.translation import duration, say, tr

_WIDE = 208  # pixels
_PARTS = 1000


class TrainingBox(QWidget):
    """Shows what can be done, or how far a training is, with a button to cancel it."""

    training_requested = Signal()
    stop_requested = Signal()
    own_requested = Signal(bool)  # Whether the networks trained here are to be used, or those shipped.

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._job: Job | None = None
        self.setFixedWidth(_WIDE)
        self.train, self.swap = button(""), button("")
        self.bar, self.cancel = QProgressBar(), icon_button(theme.icon("close"), "")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _PARTS)
        self.words = label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        column.addWidget(self.train)
        column.addLayout(row)
        column.addWidget(self.words)
        column.addWidget(self.swap)
        column.addStretch(1)
        self.train.clicked.connect(self.training_requested)
        self.cancel.clicked.connect(self.stop_requested)
        self.swap.clicked.connect(self._ask_for_other)
        self._is_own = False

    def show_state(self, job: Job | None, *, has_own: bool, is_own: bool) -> None:
        """Show a training, or that there is none; and which networks are in use."""
        if job is not self._job:
            self._job = job
            if job is not None:
                job.progressed.connect(self.renew)
        self._is_own = is_own
        for part in (self.bar, self.cancel, self.words):
            part.setVisible(job is not None)
        self.train.setVisible(job is None)
        self.swap.setVisible(has_own and job is None)
        self.swap.setText(tr("Use the shipped ones") if is_own else tr("Use the ones trained here"))
        self.swap.setAccessibleName(self.swap.text())
        self.renew()

    def renew(self) -> None:
        """Show how far the training is."""
        job = self._job
        if job is None:
            return
        self.bar.setValue(round(_PARTS * (job.share or 0.0)))
        left = job.seconds_left()
        going = tr("about {time} left", time=duration(left)) if left else say(job.text) if job.text else ""
        self.words.setText(tr("Stopping…") if job.stopping else going)
        self.cancel.setEnabled(not job.stopping)

    def speak(self) -> None:
        """Say everything in the language that the window speaks now."""
        self.train.setText(tr("Train it yourself"))
        self.train.setAccessibleName(self.train.text())
        set_tooltip(
            self.train, tr("Trains both networks on this computer, in less than two minutes; kept until it is closed")
        )
        self.bar.setAccessibleName(tr("How far it is"))
        name_icon_button(self.cancel, tr("Cancel"))

    def _ask_for_other(self) -> None:
        self.own_requested.emit(not self._is_own)

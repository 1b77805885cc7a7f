"""The line of the start page that says what is being opened or made, how far it is, and cancels it."""

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from workbench.ui.controls.text import Elided, icon_button, label
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import CONTROL_HEIGHT, SMALL
from workbench.ui.services.job import Job, Title
from workbench.ui.services.translation import say, tr

_SOON = 0.6  # seconds until it is worth a bar
_PARTS = 1000
_BAR = 120  # pixels


class BusyRow(QWidget):
    """Keeps its height whether or not something is being done, so that nothing below it moves."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title: Title = ""
        self.job: Job | None = None
        self.text = Elided("", "muted")
        self.step = label("", "small")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR)
        self.bar.setAccessibleName(tr("How far it is"))
        self.cancel = icon_button(theme.icon("close"), tr("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.text, 1)
        for widget in (self.step, self.bar, self.cancel):
            row.addWidget(widget)
            widget.hide()
        self.setFixedHeight(CONTROL_HEIGHT)
        self._clock = QTimer(self, interval=100)
        self._clock.timeout.connect(self._renew)

    def say(self, title: Title) -> None:
        """Show what is being done; an empty text when it is over."""
        self.title = title
        self.text.setText(title if isinstance(title, str) else title())
        if not title:
            self._follow(None)
            for widget in (self.step, self.bar, self.cancel):
                widget.hide()

    def follow(self, job: Job) -> None:
        """Show how far a job is from now on, until something else is said."""
        self._follow(job)
        # A method, as a job may outlive this row: Qt forgets the methods of what was deleted, but no lambda.
        job.ended.connect(self._let_go)
        self._clock.start()

    def _let_go(self) -> None:
        self._follow(None)

    def _follow(self, job: Job | None) -> None:
        if self.job is not None:
            self.job.ended.disconnect(self._let_go)
        if job is None:
            self._clock.stop()
        self.job = job

    def _cancel(self) -> None:
        if self.job is not None:
            self.job.cancel()
            self._renew()

    def _renew(self) -> None:
        job = self.job
        if job is None or time.monotonic() - job.started_at < _SOON:
            return
        words = tr("Stopping…") if job.stopping else say(job.text) if job.text is not None else ""
        self.step.setText(words)
        self.bar.setRange(0, 0 if job.share is None else _PARTS)
        self.bar.setValue(round(_PARTS * (job.share or 0.0)))
        self.cancel.setEnabled(not job.stopping)
        for widget in (self.step, self.bar, self.cancel):
            widget.show()

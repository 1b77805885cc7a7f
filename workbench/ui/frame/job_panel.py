"""The jobs under way: each with its name, its bar, what it is doing, the time left and Cancel."""

import time

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.controls.text import icon_button, label, set_kind
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import MEDIUM, SMALL, TINY
from workbench.ui.services.job import Job
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.translation import duration, say, tr

_SOON, _LATE = 0.3, 8.0  # seconds after which a long job, and one that only reads, gets a bar
_LEAST = 88  # pixels of height: one job


class JobRow(QFrame):
    """One job."""

    def __init__(self, job: Job, theme: Theme) -> None:
        super().__init__()
        self.job = job
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        column.setSpacing(TINY)
        head = QHBoxLayout()
        self.name = label(job.name, "strong", wrap=True)
        self.name.setMinimumWidth(1)
        head.addWidget(self.name, 1)
        self.cancel = icon_button(theme.icon("close"), tr("Cancel {name}", name=job.name))
        self.cancel.clicked.connect(job.cancel)
        head.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(job.name)
        column.addWidget(self.bar)
        self.text = label("", "small", wrap=True)
        self.left = label("", "small")
        # A long word, such as the name of a file, must not make the row wider than the rail.
        self.text.setMinimumWidth(1)
        column.addWidget(self.text)
        column.addWidget(self.left)
        job.progressed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Show how far the job is."""
        share, text, left = self.job.share, self.job.text, self.job.seconds_left()
        # A range of nothing shows a bar that moves without a share.
        self.bar.setRange(0, 0 if share is None else 1000)
        if share is not None:
            self.bar.setValue(round(1000 * share))
        waiting = tr("Waiting") if not self.job.running else ""
        words = tr("Stopping…") if self.job.stopping else say(text) if text else waiting
        self.text.setText(words)
        # A line of its own even while it says nothing, so that Cancel stays where it is.
        self.left.setText(tr("about {time} left", time=duration(left)) if left else " ")
        self.cancel.setEnabled(not self.job.stopping)


class JobPanel(QScrollArea):
    """Lists the jobs that take a while; it scrolls where there is no room for all."""

    def __init__(self, jobs: Jobs, theme: Theme) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(tr("Jobs in progress"))
        self._jobs = jobs
        self._theme = theme
        self._rows: dict[Job, JobRow] = {}
        inside = QWidget()
        set_kind(inside, "inside")
        self.setWidget(inside)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, MEDIUM)
        self._column.setSpacing(0)
        jobs.changed.connect(self._renew)
        # Time left changes without a report from the job, and a job becomes worth showing by lasting.
        self._clock = QTimer(self, interval=250)
        self._clock.timeout.connect(self._renew)
        self._renew()

    @property
    def rows(self) -> tuple[JobRow, ...]:
        """The rows shown, oldest job first."""
        return tuple(self._rows.values())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's names, here and below
        return QSize(super().sizeHint().width(), self._column.totalHeightForWidth(self.viewport().width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, min(_LEAST, self.sizeHint().height()))

    def _renew(self) -> None:
        now = time.monotonic()
        listed = self._jobs.listed
        worthy = [job for job in listed if now - job.started_at >= (_SOON if job.is_long else _LATE)]
        for job in [job for job in self._rows if job not in worthy]:
            row = self._rows.pop(job)
            row.hide()
            row.deleteLater()
        for job in worthy:
            if job not in self._rows:
                self._rows[job] = JobRow(job, self._theme)
                self._column.addWidget(self._rows[job])
            self._rows[job].renew()
        # Without a place in the window yet, it would appear for a moment as a window of its own.
        if self._rows and self.parentWidget() is not None:
            self.show()
        elif not self._rows:
            self.hide()
        self.updateGeometry()
        self._clock.start() if listed else self._clock.stop()

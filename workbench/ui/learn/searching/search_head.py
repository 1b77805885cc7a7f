"""The head of a search: one large line, how much time is left, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from workbench.ui.controls.text import button, label, set_kind, set_tooltip
from workbench.ui.learn.searching.search_chooser import SearchChooser
from workbench.ui.learn.searching.search_words import HeadState
from workbench.ui.look.tokens import LARGE, MEDIUM, SMALL
from workbench.ui.services.translation import duration, tr

_PARTS = 1000
_WIDE = 560  # pixels


class SearchHead(QFrame):
    """Shows one `HeadState` after another."""

    pause_requested = Signal()
    resume_requested = Signal()
    end_requested = Signal()
    extend_requested = Signal(float)  # Seconds more.
    longer_requested = Signal(float)  # Seconds in all.
    label_requested = Signal(int)  # The run to label with.
    check_requested = Signal(int)
    restore_requested = Signal(int)  # The run that was found, and deleted.

    def __init__(self) -> None:
        super().__init__()
        self._state = HeadState("")
        set_kind(self, "panel")
        self.line = label("", "title", wrap=True)
        self.detail = label("", "muted", wrap=True)
        self.used = label("", "small", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _PARTS)
        self.bar.setAccessibleName(tr("Time passed"))
        self.left = label("", "small")
        self.trouble = label("", "complaint", wrap=True)
        self.trouble.setMargin(SMALL)
        self.gone = label("", "warn", wrap=True)
        self.restore = button(tr("Restore"), primary=True)
        self.chooser = SearchChooser()
        self.pause, self.stop, self.more = button(tr("Pause")), button(tr("Stop and test")), button("")
        self.resume, self.longer = button(tr("Resume"), primary=True), button(tr("Try longer"))
        self.use, self.check = button(tr("Label with it"), primary=True), button(tr("Look at the test"))
        self.heirs = self.pause, self.resume  # What has the focus when the one or the other goes away.
        set_tooltip(self.pause, tr("Save and pause; Resume continues exactly from here."))
        set_tooltip(self.stop, tr("Train no further, and test the best of what was tried so far."))
        self._lay_out()
        self._connect()
        self.show_state(self._state)

    def show_state(self, state: HeadState, why_not: str = "") -> None:
        """Show another state; `why_not` says why the search cannot go on now, empty where it can."""
        self._state = state
        self.line.setText(state.line)
        shown = (
            (self.detail, state.detail),
            (self.used, state.used),
            (self.trouble, state.trouble),
            (self.gone, state.gone),
            (self.left, state.left),
        )
        for words, text in shown:
            words.setText(text)
            words.setVisible(bool(text))
        self.bar.setVisible(state.share is not None)
        self.bar.setValue(round(_PARTS * (state.share or 0.0)))
        self.pause.setVisible(state.runs_now)
        self.pause.setEnabled(state.can_pause)
        self.stop.setVisible(state.can_end)
        self.resume.setVisible(state.resumes)
        self.longer.setVisible(state.longer is not None)
        for act in (self.use, self.check):
            act.setVisible(state.run is not None)
        self.restore.setVisible(state.restores is not None)
        self.more.setVisible(state.extends is not None)
        text = tr("+{time}", time=duration(state.extends or 0.0))
        self.more.setText(text)
        self.more.setAccessibleName(text)
        for act in (self.resume, self.longer):
            act.setEnabled(not why_not)
        self.stop.setEnabled(state.runs_now or not why_not)
        set_tooltip(self.resume, why_not)
        set_tooltip(self.longer, why_not or _about_longer(state.longer))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        # A long sentence must leave room for what is under it.
        set_kind(self.line, "title" if self.width() >= _WIDE else "section")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        for widget in (
            self.chooser, self.line, self.detail, self.used, self.bar, self.left, self.trouble, self.gone,
        ):  # fmt: skip
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for act in (self.use, self.check, self.restore, self.resume, self.pause, self.stop, self.more, self.longer):
            row.addWidget(act)
        row.addStretch(1)
        column.addLayout(row)

    def _connect(self) -> None:
        self.pause.clicked.connect(self.pause_requested)
        self.resume.clicked.connect(self.resume_requested)
        self.stop.clicked.connect(self.end_requested)
        self.more.clicked.connect(lambda: self.extend_requested.emit(self._state.extends or 0.0))
        self.longer.clicked.connect(lambda: self.longer_requested.emit(self._state.longer or 0.0))
        self.use.clicked.connect(lambda: self.label_requested.emit(self._state.run))
        self.check.clicked.connect(lambda: self.check_requested.emit(self._state.run))
        self.restore.clicked.connect(lambda: self.restore_requested.emit(self._state.restores))


def _about_longer(seconds: float | None) -> str:
    return "" if seconds is None else tr("Search on, until it took {time} in all.", time=duration(seconds))

"""The strip above the plots: which run, how far it is, what should be known, and what can be done with it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout

from workbench.ui.controls.text import button, label, set_kind, set_tooltip
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import LARGE, MEDIUM, SMALL, TINY
from workbench.ui.services.translation import tr

_PARTS = 1000
_MOST_NOTES = 3


@dataclass(frozen=True)
class StripState:
    """What the strip says; `share` is None for no bar and negative for a bar without a share."""

    title: str
    sentence: str
    share: float | None = None
    trouble: str = ""
    notes: tuple[str, ...] = ()
    resumes_at: int | None = None  # The episode that was saved last, where the run can be resumed.
    finished: bool = False
    stored: bool = False  # Its settings can be used again.
    of_search: bool = False  # It was made by the search that can be shown.


class ProgressStrip(QFrame):
    """Shows one `StripState` after another."""

    resume_requested = Signal()
    settings_requested = Signal()
    page_requested = Signal(str)
    search_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icons: list[tuple[QPushButton, str]] = []
        set_kind(self, "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        self.title = label("", "strong", wrap=True)
        self.sentence = label("", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Episodes done"))
        self.trouble = label("", "complaint", wrap=True)
        self.trouble.setMargin(SMALL)
        self.notes = label("", "small", wrap=True)
        column.addLayout(self._above())
        for widget in (self.sentence, self.bar, self.trouble, self.notes):
            column.addWidget(widget)
        self._row = QHBoxLayout()
        self._row.setSpacing(SMALL)
        self.resume = self._button(tr("Resume"), "start")
        self.resume.clicked.connect(self.resume_requested)
        self.check = self._button(tr("Check"), "check")
        self.check.clicked.connect(lambda: self.page_requested.emit("check"))
        self.label = self._button(tr("Label"), "label")
        self.label.clicked.connect(lambda: self.page_requested.emit("label"))
        self.reuse = self._button(tr("Use these settings"), "copy")
        self.reuse.clicked.connect(self.settings_requested)
        self._row.addStretch(1)
        column.addLayout(self._row)
        theme.changed.connect(self._paint)
        self._paint()
        self.show_state(StripState("", ""))

    def show_state(self, state: StripState) -> None:
        """Show another state."""
        self.title.setText(state.title)
        self.title.setVisible(bool(state.title))
        self.sentence.setText(state.sentence)
        self.sentence.setVisible(bool(state.sentence))
        # While it changes all the time it has two lines, so that the plots below stay where they are.
        two_lines = 2 * self.sentence.fontMetrics().lineSpacing() + TINY
        self.sentence.setMinimumHeight(two_lines if state.share is not None else 0)
        self.bar.setVisible(state.share is not None)
        if state.share is not None:
            self.bar.setRange(0, 0 if state.share < 0 else _PARTS)
            self.bar.setValue(round(_PARTS * state.share))
        self.trouble.setText(state.trouble)
        self.trouble.setVisible(bool(state.trouble))
        # The newest matter most; all of them are in the tooltip.
        self.notes.setText("\n".join(state.notes[-_MOST_NOTES:]))
        set_tooltip(self.notes, "\n".join(state.notes))
        self.notes.setVisible(bool(state.notes))
        self.resume.setVisible(state.resumes_at is not None)
        if state.resumes_at is not None:
            words = _resume_words(state.resumes_at)
            self.resume.setText(words)
            self.resume.setAccessibleName(words)
        for act in (self.check, self.label):
            act.setVisible(state.finished)
        self.reuse.setVisible(state.stored)
        self.search.setVisible(state.of_search)

    def _above(self) -> QHBoxLayout:
        self.search = button(tr("Search") + " ›", flat=True)
        set_tooltip(self.search, tr("Back to the search"))
        self.search.setAccessibleName(tr("Back to the search"))
        self.search.clicked.connect(self.search_requested)
        above = QHBoxLayout()
        above.addWidget(self.title, 1)
        above.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        return above

    def _button(self, text: str, meaning: str) -> QPushButton:
        action = button(text)
        self._icons.append((action, meaning))
        self._row.addWidget(action)
        return action

    def _paint(self) -> None:
        for act, meaning in self._icons:
            act.setIcon(self._theme.icon(meaning))


def _resume_words(episode: int) -> str:
    """Say where a run goes on: after a failure that is further back than it had come."""
    if episode == 0:
        return tr("Start from the beginning")
    return tr("Resume at episode {episode}", episode=episode)

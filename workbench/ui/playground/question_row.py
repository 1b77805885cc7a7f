"""The question before a reveal: which of the two will be nearer?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.operations.playground.seen import Side
from workbench.ui.controls.text import button, label
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.translation import tr


class QuestionRow(QWidget):
    """Asks until one of the two is picked, or the person would rather just see."""

    guessed = Signal(object)  # Side

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "section", wrap=True)
        self.learner, self.twin, self.neither = (
            button(""),
            button(""),
            button("", flat=True),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.words, 1)
        for act in (self.learner, self.twin, self.neither):
            row.addWidget(act)
        self.learner.clicked.connect(self._guess_learner)
        self.twin.clicked.connect(self._guess_twin)
        self.neither.clicked.connect(self._guess_neither)

    def speak(self) -> None:
        """Say everything in the language that the window speaks now."""
        self.words.setText(tr("Which of the two will be nearer after one step?"))
        self.learner.setText(tr("The learner"))
        self.twin.setText(tr("Its twin"))
        self.neither.setText(tr("Just show it"))
        for act in (self.learner, self.twin, self.neither):
            act.setAccessibleName(act.text())

    def _guess_learner(self) -> None:
        self.guessed.emit(Side.LEARNER)

    def _guess_twin(self) -> None:
        self.guessed.emit(Side.TWIN)

    def _guess_neither(self) -> None:
        self.guessed.emit(Side.NEITHER)

"""What the project's images suggest, in a sentence, and the way back to it for whoever chose otherwise."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.operations.runs.planning.suggested_request import Suggestion
from workbench.ui.controls.text import button, label, set_kind
from workbench.ui.services.translation import say, tr


class SuggestionLine(QWidget):
    """Says nothing while there is no suggestion, or no reason for it."""

    requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", wrap=True)
        self.use = button("")
        set_kind(self.use, "link")
        self.use.clicked.connect(self.requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.use)
        self.hide()

    def show_suggestion(self, suggestion: Suggestion | None, *, followed: bool) -> None:
        """Show a suggestion, and offer it where it is not what is chosen already."""
        reason = suggestion.reason if suggestion is not None else None
        self.setVisible(reason is not None)
        self.words.setText(say(reason) if reason is not None else "")
        # What is below stays where it is: the words change, and not whether there are any.
        text = tr("Set as suggested") if followed else tr("Use the suggestion")
        self.use.setText(text)
        self.use.setAccessibleName(text)
        self.use.setEnabled(not followed)

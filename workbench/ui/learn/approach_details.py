"""The description of an approach: what it does, when to choose it, what it cannot do."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from workbench.operations.runs.describe_approaches import ApproachDescription
from workbench.ui.controls.text import label, set_kind
from workbench.ui.look.tokens import MEDIUM, SMALL
from workbench.ui.services.translation import say


class ApproachDetails(QFrame):
    """Shows one approach after another."""

    def __init__(self) -> None:
        super().__init__()
        set_kind(self, "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.setSpacing(SMALL)
        self.title = label("", "strong", wrap=True)
        self.summary, self.choose_when, self.cannot = (label("", wrap=True) for _ in range(3))
        self.paper = label("", "small", wrap=True)
        for line in (self.title, self.summary, self.choose_when, self.cannot, self.paper):
            column.addWidget(line)

    def show_approach(self, approach: ApproachDescription) -> None:
        """Show an approach."""
        self.title.setText(say(approach.title))
        self.summary.setText(say(approach.summary))
        self.choose_when.setText(say(approach.choose_when))
        self.cannot.setText(say(approach.cannot))
        self.paper.setText(approach.paper)

"""What opens under the card of an approach: what it does, when to choose it, what it cannot do, and its options."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from workbench.operations.runs.describe_approaches import ApproachDescription
from workbench.ui.controls.text import label
from workbench.ui.look.tokens import MEDIUM, SMALL
from workbench.ui.services.translation import say


class ApproachDetails(QFrame):
    """Shows one approach after another; `inside` has room for what else belongs to the one that is chosen."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, 0, MEDIUM)
        column.setSpacing(SMALL)
        self.summary, self.choose_when, self.cannot = (label("", wrap=True) for _ in range(3))
        self.paper = label("", "small", wrap=True)
        for line in (self.summary, self.choose_when, self.cannot, self.paper):
            column.addWidget(line)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(SMALL)
        column.addLayout(self.inside)

    def show_approach(self, approach: ApproachDescription) -> None:
        """Show an approach."""
        self.summary.setText(say(approach.summary))
        self.choose_when.setText(say(approach.choose_when))
        self.cannot.setText(say(approach.cannot))
        self.paper.setText(approach.paper)

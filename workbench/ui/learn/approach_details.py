"""What opens under the card of an approach: what it does, when to choose it, what it cannot do, and its options."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from workbench.operations.runs.describe_approaches import ApproachDescription
from workbench.ui.controls.text import button, label, set_kind
from workbench.ui.look.tokens import MEDIUM, SMALL
from workbench.ui.services.translation import say, tr


class ApproachDetails(QFrame):
    """Shows one approach after another; `inside` has room for what else belongs to the one that is chosen."""

    guide_requested = Signal(str)  # The name of the approach, which is that of its page.

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, 0, MEDIUM)
        column.setSpacing(SMALL)
        self.summary, self.choose_when, self.cannot = (label("", wrap=True) for _ in range(3))
        self.paper = label("", "small", wrap=True)
        for line in (self.summary, self.choose_when, self.cannot):
            column.addWidget(line)
        self.more = button(tr("Learn more"))
        set_kind(self.more, "link")
        self.more.clicked.connect(self._ask_for_guide)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self.paper, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(SMALL)
        column.addLayout(self.inside)

    def show_approach(self, approach: ApproachDescription) -> None:
        """Show an approach."""
        self._name = approach.name
        self.more.setAccessibleName(tr("Learn more about {approach}", approach=approach.title))
        self.summary.setText(say(approach.summary))
        self.choose_when.setText(say(approach.choose_when))
        self.cannot.setText(say(approach.cannot))
        self.paper.setText(approach.paper)

    def _ask_for_guide(self) -> None:
        self.guide_requested.emit(self._name)

"""What the page Learn shows before anything was learned: what to do first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from workbench.ui.controls.text import button, label, set_kind
from workbench.ui.look.tokens import HUGE, LARGE
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr


class NothingLearned(QFrame):
    """One sentence, or why training cannot start, with a button that solves it."""

    table_requested = Signal()

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        set_kind(self, "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        column.addStretch(1)
        self.words = label("", "muted", wrap=True)
        self.images = button(tr("Go to Images"), icon=context.theme.icon("images"))
        self.images.clicked.connect(lambda: context.notifier.go_to("images"))
        self.table = button(tr("Choose a table…"))
        self.table.clicked.connect(self.table_requested)
        self.title = label(tr("Nothing trained yet"), "section", wrap=True)
        for line in (self.title, self.words):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(line)
        for way_out in (self.table, self.images):
            column.addWidget(way_out, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.show_reason("")

    def name_damaged(self, text: str) -> None:
        """Say which runs are damaged, in place of there being none; empty where none is."""
        self.title.setText(text or tr("Nothing trained yet"))

    def show_reason(self, reason: str, *, lacks_table: bool = False, searches: bool = False) -> None:
        """Say why it cannot begin, perhaps for want of a table of traits; empty where it can.

        `searches` says that the choice of an approach is left to the program.
        """
        ready = tr("Choose an approach on the left and press Start. Over many episodes it learns how to "
"learn new classes from a few examples.")  # fmt: skip
        wait = tr("Say on the left how long it may take, and press Start.")
        self.words.setText(reason or (wait if searches else ready))
        self.images.setVisible(bool(reason))
        self.table.setVisible(bool(reason) and lacks_table)

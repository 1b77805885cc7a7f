"""The outcome of an export: how many labels, where, what speaks against them, and which images were not copied."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from workbench.operations.labelling.export_labels import ExportReport
from workbench.ui.controls.reason_view import ReasonView
from workbench.ui.controls.text import Elided, button, label, set_kind
from workbench.ui.look.tokens import MEDIUM, SMALL
from workbench.ui.services.translation import say, tr


class ExportOutcome(QFrame):
    """Hidden until something was exported."""

    def __init__(self) -> None:
        super().__init__()
        set_kind(self, "panel")
        self._output = Path()
        self.words = label("", "strong", wrap=True)
        self.output = Elided("", "muted")
        self.open = button(tr("Open folder"))
        self.open.clicked.connect(self._open)
        self.warnings = label("", "bad", wrap=True)
        self.trouble = label("", "warn", wrap=True)
        self.missing = ReasonView()
        self.missing.setFixedHeight(132)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        column.setSpacing(SMALL)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.words)
        lines.addWidget(self.output)
        row.addLayout(lines, 1)
        row.addWidget(self.open)
        column.addLayout(row)
        column.addWidget(self.warnings)
        column.addWidget(self.trouble)
        column.addWidget(self.missing)
        self.hide()

    def show_report(self, report: ExportReport) -> str:
        """Show the outcome of an export, and return the line."""
        self._output = report.output
        line = tr("{count} labels exported to {name}.", count=report.labels, name=report.output.name)
        self.words.setText(line)
        self.output.setText(str(report.output))
        self.warnings.setText("\n".join(map(say, report.warnings)))
        self.warnings.setVisible(bool(report.warnings))
        self.trouble.setText(tr("{count} images could not be copied:", count=len(report.missing)))
        self.missing.show_entries(report.missing)
        for words in (self.trouble, self.missing):
            words.setVisible(bool(report.missing))
        self.show()
        return line

    def folder(self) -> Path:
        """Return the folder that is opened: the one written, or the one that holds the file."""
        return self._output if self._output.is_dir() else self._output.parent

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder())))

"""The dialog for unexpected errors: what happened, and a report that can be copied."""

import platform
import traceback
from datetime import datetime

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from workbench import __version__
from workbench.folders import logs_folder
from workbench.ui.controls.text import button, label
from workbench.ui.look.tokens import HUGE, LARGE, SMALL
from workbench.ui.services.translation import tr


def report_of(error: BaseException) -> str:
    """Return all that helps to fix an error: versions, system and where it came from; no image, no label."""
    head = f"Meta-Learning Workbench {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    return f"{head}\n{platform.platform()}\n{datetime.now().isoformat(timespec='seconds')}\n\n{''.join(lines)}"


def write_to_log(report: str) -> None:
    """Add a report to the log; where that cannot be written, the dialog still shows it."""
    try:
        with (logs_folder() / "errors.log").open("a", encoding="utf-8", errors="replace") as file:
            file.write(report + "\n")
    except OSError:
        return


class ReportDialog(QDialog):
    """Shows one report; work continues behind it."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Unexpected error"))
        self.resize(680, 420)
        self.report = report
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        column.addWidget(label(tr("An unexpected error occurred"), "section"))
        text = tr(
            "Saved work is safe, and you can continue. If it happens again, copy this report and send it to "
            "whoever maintains the program. It names files of the program, none of your images."
        )
        column.addWidget(label(text, wrap=True))
        text_area = QPlainTextEdit(report)
        text_area.setReadOnly(True)
        text_area.setAccessibleName(tr("Report"))
        text_area.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text_area.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        column.addWidget(text_area, 1)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        copy = button(tr("Copy report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report))
        close = button(tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addWidget(close)
        column.addLayout(row)

"""The only place that builds the window's parts and hands them out."""

import signal
from pathlib import Path

from PySide6.QtWidgets import QApplication

from workbench.operations.projects import open_to_read
from workbench.ui.start_window import StartWindow


def open_window(project: Path | None) -> int:
    """Show the window until it is closed and return the exit code.

    Raises UserError when `project` is given and cannot be opened.
    """
    if project is not None:
        open_to_read(project).close()
    # Qt's loop never gives Python the chance to answer Ctrl-C; this window holds nothing that could be lost.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application = QApplication(["metalearning-workbench"])
    application.setApplicationDisplayName("Meta-Learning Workbench")
    window = StartWindow(project)
    window.show()
    return application.exec()

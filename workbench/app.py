"""The only place that builds the window's parts and hands them out."""

import signal
import sys
from pathlib import Path
from types import FrameType, TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from workbench.errors import UserError
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.look.theme import Theme
from workbench.ui.services.settings import Settings
from workbench.words import marked, message


def open_window(project: Path | None) -> int:
    """Show the window, on a project if one is given, until it is closed; returns the exit code.

    Raises UserError when there is no such file; what else may be wrong with a project the window says.
    """
    if project is not None and not project.is_file():
        raise UserError(message(marked("There is no file {path}. Check its name."), path=str(project)))
    application = QApplication(["metalearning-workbench"])
    settings = Settings()
    window = MainWindow(settings, Theme(application, settings))
    _report_bugs(window)
    _stop_when_asked(window)
    window.show()
    if project is not None:
        window.open_project(project)
    return application.exec()


def _report_bugs(window: MainWindow) -> None:
    """Show what nothing caught, instead of only writing it to a terminal nobody sees."""

    def shown(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if not isinstance(error, KeyboardInterrupt):
            window.report(error)

    sys.excepthook = shown


def _stop_when_asked(window: MainWindow) -> None:
    """Make Ctrl-C and the end of a session stop and keep, as closing does."""

    def stop(number: int, frame: FrameType | None) -> None:
        window.stop_and_close()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    # Qt's loop runs no Python by itself, and without that no signal is answered.
    ticking = QTimer(window, interval=200)
    ticking.timeout.connect(lambda: None)
    ticking.start()

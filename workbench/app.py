"""The only place that builds the window's parts and hands them out."""

import os
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

PROJECTOR_SCALE = 1.5
_SCALE = "QT_SCALE_FACTOR"


def open_window(project: Path | None) -> int:
    """Show the window, on a project if one is given, until it is closed; returns the exit code.

    Raises UserError when there is no such file; any other error of a project is shown in the window.
    """
    if project is not None and not project.is_file():
        raise UserError(message(marked("There is no file {path}. Check its name."), path=str(project)))
    settings = Settings()
    scale_for_projector(settings)
    application = QApplication(["metalearning-workbench"])
    window = MainWindow(settings, Theme(application, settings))
    _report_bugs(window)
    _stop_on_signals(window)
    window.show()
    if project is not None:
        window.open_project(project)
    code = application.exec()
    if not window.threads_ended:
        # Everything is saved. A thread that still loads a library would not survive the end of the interpreter.
        os._exit(code)
    return code


def scale_for_projector(settings: Settings) -> None:
    """Let all that Qt draws be larger where that was chosen; it is read when the application begins."""
    if settings.is_for_projector:
        chosen = float(os.environ.get(_SCALE) or 1.0)
        os.environ[_SCALE] = str(PROJECTOR_SCALE * chosen)


def _report_bugs(window: MainWindow) -> None:
    """Show uncaught exceptions in the window, instead of only writing them to a terminal that nobody sees."""

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if not isinstance(error, KeyboardInterrupt):
            window.report(error)

    sys.excepthook = show


def _stop_on_signals(window: MainWindow) -> None:
    """Let Ctrl-C and the end of a session stop and save as closing the window does."""

    def stop(number: int, frame: FrameType | None) -> None:
        window.stop_and_close()

    for number in (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])):
        signal.signal(number, stop)
    # Qt's loop runs no Python by itself, and without that no signal is answered.
    ticking = QTimer(window, interval=200)
    ticking.timeout.connect(lambda: None)
    ticking.start()

"""Close the window at a random moment while it opens, imports, learns or proposes, and measure how it ends.

`python -m tests.faults.closing_window FOLDER SEED` works on FOLDER/made.mlwb and prints as JSON how often the person
was asked, the seconds from the answer to the end, those of work among them, what was under way, and exceptions.
"""

import json
import os
import random
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.dropping import drag, drop, files
from workbench.errors import UserError
from workbench.ui.frame.closing import ClosingDialog
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.look.theme import Theme
from workbench.ui.services.settings import Settings

PAGES = ("images", "learn", "check", "label", "export")


class ClosesTheWindow(QObject):
    """Begins something on random pages, closes the window after a random time, and answers what is asked."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        super().__init__()
        self._folder, self._chance = folder, chance
        self.asked, self.errors = 0, list[str]()
        settings = Settings()
        settings.language = "en"
        self.window = MainWindow(settings, Theme(QApplication.instance() or QApplication([]), settings))  # pyright: ignore[reportArgumentType]
        self.window.jobs.failed.connect(self._on_failed)
        self.window.closed.connect(self._ended)
        self.window.show()
        self._answered = self._work = 0.0
        self.seconds = self.work = -1.0
        self.jobs: list[str] = []
        self._timer = QTimer(self, interval=20)
        self._timer.timeout.connect(self._look)
        self.window.open_project(folder / "made.mlwb")
        self._begins_left, self._then_close = chance.randint(1, 4), -1
        if chance.random() < 0.2:
            QTimer.singleShot(chance.randrange(4000), self._close)
        else:
            self._then_close = chance.randrange(4000)
        QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        """Begin something each time that the window can, until it is closed."""
        if self._answered or self._begins_left <= 0:
            return
        workspace = self.window.workspace
        if workspace is not None:
            if self._then_close >= 0:
                QTimer.singleShot(self._then_close, self._close)
                self._then_close = -1
            self._begins_left -= 1
            workspace.show_page(self._chance.choice(PAGES))
            page = workspace.page
            if page.key == "images":
                dropped = files([self._folder / self._chance.choice(["pile", "examples", "more"])])
                if drag(page, page.rect().center(), dropped):
                    drop(page, page.rect().center(), dropped)
            buttons = [button for button in page.findChildren(QPushButton) if button.isVisible() and button.isEnabled()]
            start = next((button for button in buttons if button.text() == "Start"), None)
            if start is not None:
                start.click()
        QTimer.singleShot(self._chance.randrange(600), self._begin)

    def _close(self) -> None:
        self._answered, self._work = time.monotonic(), time.process_time()
        self.jobs = [job.name for job in self.window.jobs.listed]
        self._timer.start()
        self.window.close()

    def _look(self) -> None:
        for dialog in self.window.findChildren(ClosingDialog):
            if dialog.isVisible():
                self.asked += 1
                self._answered, self._work = time.monotonic(), time.process_time()
                dialog.stop.click()

    def _ended(self) -> None:
        self.seconds, self.work = time.monotonic() - self._answered, time.process_time() - self._work
        QTimer.singleShot(0, QApplication.quit)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.took(error)

    def took(self, error: BaseException | None) -> None:
        """Remember an exception that nobody expected."""
        with suppress(AttributeError):
            self.errors.append("".join(traceback.format_exception(error))[-600:])


def main() -> None:
    """Close the window once."""
    folder, seed = Path(sys.argv[1]), sys.argv[2]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    closes = ClosesTheWindow(folder, random.Random(seed))
    sys.excepthook = lambda kind, error, trace: closes.took(error)
    sys.unraisablehook = lambda raised: closes.took(raised.exc_value)
    application.exec()
    names = ("asked", "seconds", "work", "jobs", "errors")
    found = {name: getattr(closes, name) for name in names}
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    if not closes.window.threads_ended:
        os._exit(0)  # As the program does.


if __name__ == "__main__":
    main()

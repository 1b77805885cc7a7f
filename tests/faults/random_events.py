"""Random clicks, keys, drags, sizes, languages and projects at the real window, all from one seed.

`python -m tests.faults.random_events --seed 7 --events 10000` does so on a small project of its own and prints what
went wrong: uncaught exceptions, gaps of the event loop over 200 ms, and what a check of the projects finds. Event n of
a seed is always the same; what it meets depends on how far the work in the background is.
"""

import argparse
import faulthandler
import gc
import json
import os
import random
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QEvent, QObject, QTimer, QtMsgType, QUrl, Slot, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QDrag
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.faults.random_gestures import Hands
from tests.faults.window_findings import Findings, Watch
from tests.ui.label.label_parts import fill
from workbench.errors import UserError
from workbench.operations.progress import Silent
from workbench.operations.project.check_project import check_project
from workbench.operations.project.opening import new_project
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.frame.report import ReportDialog
from workbench.ui.look.theme import Theme
from workbench.ui.services.settings import Settings

PAGES = ("images", "learn", "check", "label", "export")


class _Nothing(QObject):
    """Takes what would be opened in another program."""

    @Slot(QUrl)
    def opened(self, url: QUrl) -> None:
        """Open nothing."""


class RandomPerson(QObject):
    """Throws events at the window, one each time that its event loop comes round."""

    def __init__(
        self, application: QApplication, folder: Path, seed: int, *, events: int, seconds: float, log: TextIO
    ) -> None:
        super().__init__()
        self._log = log  # Of what there is to read even where the program ends all at once.
        self.findings = Findings()
        self._application, self._folder, self._seed, self._events = application, folder, seed, events
        self._until = time.monotonic() + seconds
        self._settings = Settings()
        self._settings.language = "en"
        self._theme = Theme(application, self._settings)
        self._number, self._watch = 0, Watch(self.findings)
        self._chance = random.Random(seed)
        self._nothing = _Nothing()
        self.threads_ended = True  # Whether nothing is left at work of any window that was closed.
        self._hands = Hands(application, lambda: self.window)
        self._kinds: dict[str, tuple[float, Callable[[], None]]] = {
            "click": (40, self._hands.click),
            "key": (30, self._hands.key),
            "type": (3, self._hands.type),
            "drag": (6, self._hands.drag),
            "wheel": (6, self._hands.wheel),
            "page": (6, self._page),
            "resize": (3, self._resize),
            "drop": (1, self._drop),
            "appearance": (0.6, self._appearance),
            "language": (0.3, self._language),
            "close the project": (0.4, self._close_project),
            "close the window": (0.15, self._close_window),
        }
        self.window = self._new_window()

    @property
    def project(self) -> Path:
        """The project that is opened again and again."""
        return self._folder / "random.mlwb"

    def run(self) -> Findings:
        """Throw all events, close the window and check what was worked on."""
        began = time.monotonic()
        for scheme in ("file", "http", "https"):
            QDesktopServices.setUrlHandler(scheme, self._nothing, "opened")  # pyright: ignore[reportArgumentType]
        sys.excepthook = lambda kind, error, trace: self._on_error(error)
        sys.unraisablehook = lambda raised: self._on_error(raised.exc_value)
        threading.excepthook = lambda raised: self._on_error(raised.exc_value)
        qInstallMessageHandler(self._on_message)
        with self._watch:
            QTimer.singleShot(0, self._step)
            self._application.exec()
        qInstallMessageHandler(None)
        sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__
        for path in sorted(self._folder.rglob("*.mlwb")):
            report = check_project(path, Silent())
            self.findings.damage += [str(fault) for fault in report.damage]
        self.findings.seconds = time.monotonic() - began
        return self.findings

    def _step(self) -> None:
        if self._number >= self._events or time.monotonic() > self._until:
            self._end()
            return
        # First, as what follows may not come back for long: a menu or a drag has an event loop of its own.
        QTimer.singleShot(0, self._step)
        self._number += 1
        self._chance = self._hands.chance = random.Random(f"{self._seed}:{self._number}")
        names = list(self._kinds)
        (name,) = self._chance.choices(names, [self._kinds[name][0] for name in names])
        self._watch.what = f"event {self._number}, {name}"
        self.findings.events[name] += 1
        self._log.write(self._watch.what + "\n")
        self._log.flush()
        self._make_room()
        self._kinds[name][1]()
        if self._number % 50 == 0:
            self._rest()

    def _rest(self) -> None:
        """Let what is under way come to its end now and then, as a person would."""
        until = time.monotonic() + 0.5
        while self.window.jobs.listed and time.monotonic() < until:
            self._application.processEvents()
            time.sleep(0.002)

    def _make_room(self) -> None:
        """Have a window with a project most of the time, and answer what only files could answer."""
        if self._chance.random() < 0.2:
            QDrag.cancel()
        if not self.window.isVisible():
            self.threads_ended &= self.window.threads_ended
            self.window.deleteLater()
            self.window = self._new_window()
        for dialog in self.window.findChildren(QFileDialog):
            if dialog.isVisible():
                self._answer(dialog)
        for report in self.window.findChildren(ReportDialog):
            report.reject()
        if self.window.workspace is None and self.window.start.new.isEnabled() and self._chance.random() < 0.3:
            self.window.open_project(self.project)

    def _answer(self, dialog: QFileDialog) -> None:
        folder = dialog.fileMode() is QFileDialog.FileMode.Directory
        saving = dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
        if self._chance.random() < 0.7:
            name = self._chance.choice(["pile", "examples", "images"]) if folder else "answered"
            suffix = next((s for s in (".mlwb", ".csv", ".json") if f"*{s}" in " ".join(dialog.nameFilters())), "")
            path = self._folder / (name if folder else f"{name}{self._chance.randrange(5)}{suffix}")
            if saving or path.exists():
                dialog.fileSelected.emit(str(path))
        dialog.reject()

    def _page(self) -> None:
        if self.window.workspace is not None and self._application.activeModalWidget() is None:
            self.window.workspace.rail.steps[self._chance.choice(PAGES)].click()

    def _resize(self) -> None:
        self.window.resize(self._chance.randint(1024, 1900), self._chance.randint(640, 1200))

    def _drop(self) -> None:
        name = self._chance.choice(["pile", "examples", "images", "nowhere", "random.mlwb"])
        self._hands.drop([self._folder / name])

    def _appearance(self) -> None:
        self._settings.scheme = self._chance.choice(["light", "dark", "system"])
        self._theme.apply()

    def _language(self) -> None:
        self._settings.language = self._chance.choice(["en", "es"])
        self.window.speak_anew()

    def _close_project(self) -> None:
        self.window.close_project()

    def _close_window(self) -> None:
        self.window.close()

    def _new_window(self) -> MainWindow:
        window = MainWindow(self._settings, self._theme)
        window.jobs.failed.connect(self._on_failed)
        window.show()
        window.open_project(self.project)
        return window

    def _end(self) -> None:
        self._watch.what = "the end"
        for widget in (self._application.activePopupWidget(), self._application.activeModalWidget()):
            if widget is not None:
                widget.close()
        if self.window.isVisible():
            self.window.stop_and_close()
        self._wait_for_the_end(time.monotonic() + 60)

    def _wait_for_the_end(self, until: float) -> None:
        if not self.window.isVisible():
            self.threads_ended &= self.window.threads_ended
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._application.quit()
        elif time.monotonic() > until:
            self.findings.exceptions["the window does not close"] = self._watch.what
            self._application.quit()
        else:
            QTimer.singleShot(50, lambda: self._wait_for_the_end(until))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._on_error(error)

    def _on_error(self, error: BaseException | None) -> None:
        if error is not None:
            trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))
            self.findings.exceptions.setdefault(trace, self._watch.what)

    def _on_message(self, kind: QtMsgType, context: object, text: str) -> None:
        if "does not support" not in text:
            self.findings.said_by_qt[text] += 1


def make_project(folder: Path) -> None:
    """Make the small project with a run and images to label."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "random.mlwb").exists():
        with new_project(folder / "random.mlwb") as project:
            fill(project, folder)


def main() -> int:
    """Throw the events that the command line asks for; 1 when anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument(
        "--log", type=Path, default=Path(os.devnull), help="Where each event is written before it comes."
    )
    parser.add_argument("--seconds", type=float, default=float("inf"), help="Where it ends at the latest.")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    faulthandler.enable()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        os.environ["WORKBENCH_DATA"] = str(folder / "data")
        make_project(folder / "work")
        application = QApplication([])
        gc.freeze()  # The window, in a program of its own, need not look at what this script has imported.
        bounds = {"events": asked.events, "seconds": asked.seconds}
        with asked.log.open("w") as log:
            person = RandomPerson(application, folder / "work", asked.seed, **bounds, log=log)
            findings = person.run()
    lines = findings.lines()
    sys.stdout.write((json.dumps(vars(findings) | {"seed": asked.seed}) if asked.json else "\n".join(lines)) + "\n")
    code = 0 if findings.sound else 1
    if not person.threads_ended:
        sys.stdout.flush()
        os._exit(code)  # As the program does.
    return code


if __name__ == "__main__":
    sys.exit(main())

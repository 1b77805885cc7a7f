"""Random clicks, keys, drags, sizes, languages and projects at the real window, all from one seed.

`python -m tests.faults.random_events --seed 7 --events 10000` does so on a small project of its own and prints what
went wrong: uncaught exceptions, gaps of the event loop over 200 ms, and what a check of the projects finds. Event n of
a seed is always the same; what it meets depends on how far the work in the background is.
"""

import argparse
import faulthandler
import json
import os
import random
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO, TypeGuard

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, QtMsgType, QUrl, Slot, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QDrag, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.ui.dropping import drag, drop, files
from tests.ui.label.label_parts import fill
from workbench.errors import UserError
from workbench.operations.progress import Silent
from workbench.operations.project.check_project import check_project
from workbench.operations.project.opening import new_project
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.frame.report import ReportDialog
from workbench.ui.look.theme import Theme
from workbench.ui.services.settings import Settings

LONGEST_GAP = 0.2  # seconds
BUTTONS = (Qt.MouseButton.LeftButton,) * 8 + (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
HELD = (Qt.KeyboardModifier.NoModifier,) * 6 + (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
KEYS = (
    *(Qt.Key(number) for number in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)),
    *(Qt.Key(number) for number in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End) * 3,
    *(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space) * 3,
    *(Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Menu),
    *(Qt.Key(number) for number in range(Qt.Key.Key_F1, Qt.Key.Key_F12 + 1)),
)
TEXTS = ("a", "<b>x</b>", "%s{0}{x:>3000000000}", "=1+1", "ñ\u202e", "1e9", "-1", "", "'t Gooi", "x" * 300)
PAGES = ("images", "learn", "check", "label", "export")


@dataclass
class Findings:
    """What went wrong, and how many events of each kind there were."""

    exceptions: dict[str, str] = field(default_factory=dict)  # Each once, with the event before it first came.
    gaps: list[tuple[float, float, str]] = field(default_factory=list)  # seconds in all, of work, and the event before
    damage: list[str] = field(default_factory=list)
    said_by_qt: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def sound(self) -> bool:
        """Whether nothing went wrong; a gap while other programs had the processor is none of ours."""
        return not (self.exceptions or self.damage or any(work > LONGEST_GAP for _, work, _ in self.gaps))

    def lines(self) -> list[str]:
        """Say it in lines."""
        return [
            f"{sum(self.events.values())} events in {self.seconds:.0f} s: {dict(self.events)}",
            *(f"exception after {what}: {text}" for text, what in self.exceptions.items()),
            *(f"gap of {all_:.2f} s, {work:.2f} s of it work, after {what}" for all_, work, what in self.gaps),
            *(f"damage: {text}" for text in self.damage),
            *(f"Qt said {count} times: {text}" for text, count in self.said_by_qt.most_common(10)),
        ]


class _Nothing(QObject):
    """Takes what would be opened in another program."""

    @Slot(QUrl)
    def opened(self, url: QUrl) -> None:
        """Open nothing."""


class RandomPerson(QObject):
    """Throws events at the window, one each time that its event loop comes round."""

    def __init__(
        self, application: QApplication, folder: Path, seed: int, events: int, log: TextIO | None = None
    ) -> None:
        super().__init__()
        self._log = log  # Of what there is to read even where the program ends all at once.
        self.findings = Findings()
        self._application, self._folder, self._seed, self._events = application, folder, seed, events
        self._settings = Settings()
        self._settings.language = "en"
        self._theme = Theme(application, self._settings)
        self._number, self._what = 0, "the start"
        self._chance = random.Random(seed)
        self._nothing = _Nothing()
        self._last: tuple[float, float] | None = None
        self._kept: QWidget | None = None
        self._where = ""  # In our files, while the window does not answer.
        self._thread, self._clock_runs = threading.get_ident(), True
        self._clock = QTimer(self, interval=10, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)
        self._kinds: dict[str, tuple[float, Callable[[], None]]] = {
            "click": (40, self._click),
            "key": (30, self._key),
            "type": (3, self._type),
            "drag": (6, self._drag),
            "wheel": (6, self._wheel),
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
            QDesktopServices.setUrlHandler(scheme, self._nothing, "opened")
        sys.excepthook = lambda kind, error, trace: self._on_error(error)
        sys.unraisablehook = lambda raised: self._on_error(raised.exc_value)
        threading.excepthook = lambda raised: self._on_error(raised.exc_value)
        qInstallMessageHandler(self._on_message)
        self._clock.start()
        watch = threading.Thread(target=self._watch, daemon=True)
        watch.start()
        QTimer.singleShot(0, self._step)
        self._application.exec()
        self._clock.stop()
        self._clock_runs = False
        watch.join()
        qInstallMessageHandler(None)
        sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__
        for path in sorted(self._folder.rglob("*.mlwb")):
            report = check_project(path, Silent())
            self.findings.damage += [str(fault) for fault in report.damage]
        self.findings.seconds = time.monotonic() - began
        return self.findings

    def _step(self) -> None:
        if self._number >= self._events:
            self._end()
            return
        # First, as what follows may not come back for long: a menu or a drag has an event loop of its own.
        QTimer.singleShot(0, self._step)
        self._number += 1
        self._chance = random.Random(f"{self._seed}:{self._number}")
        names = list(self._kinds)
        (name,) = self._chance.choices(names, [self._kinds[name][0] for name in names])
        self._what = f"event {self._number}, {name}"
        self.findings.events[name] += 1
        if self._log is not None:
            self._log.write(self._what + "\n")
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

    def _target(self) -> tuple[QWidget, QPoint]:
        """Return the widget at a random point of what is in front, and the point in it."""
        # Kept: where Python lets go of a list that Qt made, it forgets what is in it, too.
        front = self._kept = self._front()
        point = QPoint(int(self._chance.random() * front.width()), int(self._chance.random() * front.height()))
        widget = front.childAt(point)
        return (widget, widget.mapFrom(front, point)) if self._is_alive(widget) else (front, point)

    def _front(self) -> QWidget:
        fronts = (self._application.activePopupWidget(), self._application.activeModalWidget())
        return next((widget for widget in fronts if self._is_alive(widget)), self.window)

    def _is_alive(self, widget: QWidget | None) -> TypeGuard[QWidget]:
        """Whether there is a widget; of what Qt itself deleted, as the list of a box, Python may still know."""
        return widget is not None and shiboken6.isValid(widget)

    def _click(self) -> None:
        widget, point = self._target()
        button, held = self._chance.choice(BUTTONS), self._chance.choice(HELD)
        if self._chance.random() < 0.1:
            QTest.mouseDClick(widget, button, held, point)
        else:
            QTest.mouseClick(widget, button, held, point)

    def _key(self) -> None:
        widget = self._in_focus()
        QTest.keyClick(widget, self._chance.choice(KEYS), self._chance.choice(HELD))

    def _type(self) -> None:
        widget = self._in_focus()
        for letter in self._chance.choice(TEXTS)[:40]:
            # QTest knows no other letters than those of ASCII.
            QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
            if not shiboken6.isValid(widget):
                return

    def _drag(self) -> None:
        widget, start = self._target()
        _, end = self._target()
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        for part in (0.3, 0.6, 1.0):
            if not shiboken6.isValid(widget):
                return
            QTest.mouseMove(widget, start + (end - start) * part)
        if shiboken6.isValid(widget):
            QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)

    def _wheel(self) -> None:
        widget, point = self._target()
        at = QPointF(point)
        turned = QPoint(0, self._chance.choice([-120, 120, 960, -960]))
        event = QWheelEvent(
            at, QPointF(widget.mapToGlobal(point)), QPoint(), turned, Qt.MouseButton.NoButton,
            self._chance.choice(HELD), Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def _page(self) -> None:
        if self.window.workspace is not None and self._application.activeModalWidget() is None:
            self.window.workspace.rail.steps[self._chance.choice(PAGES)].click()

    def _resize(self) -> None:
        self.window.resize(self._chance.randint(1024, 1900), self._chance.randint(640, 1200))

    def _drop(self) -> None:
        widget, point = self._target()
        paths = [self._folder / self._chance.choice(["pile", "examples", "images", "nowhere", "random.mlwb"])]
        if drag(widget, point, data := files(paths)):
            drop(widget, point, data)

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

    def _in_focus(self) -> QWidget:
        focus = self._application.focusWidget()
        return focus if self._is_alive(focus) else self._front()

    def _new_window(self) -> MainWindow:
        window = MainWindow(self._settings, self._theme)
        window.jobs.failed.connect(self._on_failed)
        window.show()
        window.open_project(self.project)
        return window

    def _end(self) -> None:
        self._what = "the end"
        for widget in (self._application.activePopupWidget(), self._application.activeModalWidget()):
            if widget is not None:
                widget.close()
        if self.window.isVisible():
            self.window.stop_and_close()
        self._wait_for_the_end(time.monotonic() + 60)

    def _wait_for_the_end(self, until: float) -> None:
        if not self.window.isVisible():
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._application.quit()
        elif time.monotonic() > until:
            self.findings.exceptions["the window does not close"] = self._what
            self._application.quit()
        else:
            QTimer.singleShot(50, lambda: self._wait_for_the_end(until))

    def _tick(self) -> None:
        now = time.monotonic(), time.thread_time()
        if self._last is not None and now[0] - self._last[0] > LONGEST_GAP:
            what = f"{self._what} ({self._where})"
            self.findings.gaps.append((now[0] - self._last[0], now[1] - self._last[1], what))
        self._last = now
        self._where = ""

    def _watch(self) -> None:
        """Remember, from another thread, what the window was at while it did not answer."""
        while self._clock_runs:
            time.sleep(0.02)
            if self._last is not None and time.monotonic() - self._last[0] > LONGEST_GAP and not self._where:
                frames = traceback.extract_stack(sys._current_frames()[self._thread])
                ours = [
                    f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames if "/workbench/" in frame.filename
                ]
                self._where = " ".join(ours[-4:])

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._on_error(error)

    def _on_error(self, error: BaseException | None) -> None:
        if error is not None:
            trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))
            self.findings.exceptions.setdefault(trace, self._what)

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
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    faulthandler.enable()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        os.environ["WORKBENCH_DATA"] = str(folder / "data")
        make_project(folder / "work")
        application = QApplication([])
        with asked.log.open("w") as log:
            findings = RandomPerson(application, folder / "work", asked.seed, asked.events, log).run()
    lines = findings.lines()
    sys.stdout.write((json.dumps({"seed": asked.seed, "lines": lines}) if asked.json else "\n".join(lines)) + "\n")
    return 0 if findings.sound else 1


if __name__ == "__main__":
    sys.exit(main())

"""Take the README's pictures: the real window does the whole job on the sample, and is grabbed on its way.

`python packaging/screenshots.py FOLDER`; takes two or three minutes.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench.operations.project.sample import sample_examples
from workbench.operations.runs.training_request import TrainingRequest
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.look.theme import Theme
from workbench.ui.services.settings import Settings
from workbench.ui.services.training_controller import Stage

REQUEST = TrainingRequest(
    "prototypical", query=5, episodes=600, episodes_per_step=2, validate_every=30, validation_episodes=60
)
MOST = 600  # seconds that anything may take


class Photographer:
    """Uses the window and grabs it."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application = application
        self._folder = folder
        self._settings = Settings()
        self._settings.language, self._settings.scheme = "en", "light"
        self.window = MainWindow(self._settings, Theme(application, self._settings))
        self.window.resize(1280, 800)
        self.window.show()

    def until(self, reached: Callable[[], Any], most: float = MOST) -> None:
        """Let the window run until something is so."""
        end = time.monotonic() + most
        while time.monotonic() < end and not reached():
            self._application.processEvents()
            time.sleep(0.001)

    def settle(self) -> None:
        """Let the window run until nothing is under way and everything is painted."""
        self.until(lambda: False, 0.5)
        self.until(lambda: not self.window.jobs.listed)
        self.until(lambda: False, 1.0)

    def page(self, key: str) -> Any:
        """Go to a page and return it."""
        assert self.window.workspace is not None
        self.window.workspace.show_page(key)
        return self.window.workspace.page

    def grab(self, name: str) -> None:
        """Save what the window shows."""
        self.window.grab().save(str(self._folder / f"{name}.png"))

    def turn(self, language: str, scheme: str) -> None:
        """Change language and appearance, as the settings do."""
        self._settings.language, self._settings.scheme = language, scheme
        self.window.theme.apply()
        self.window.speak_anew()
        self.settle()


def take(photographer: Photographer, place: Path) -> None:
    """Do the whole job, taking a picture of every page."""
    photographer.settle()
    photographer.grab("start")
    photographer.window.try_example(place / "Workbench example")
    photographer.until(lambda: photographer.window.workspace is not None)
    images = photographer.page("images")
    photographer.settle()
    images.folders.folders.setCurrentIndex(images.folders.folders.model().index(1, 0))
    photographer.settle()
    photographer.grab("images")
    learn = photographer.page("learn")
    photographer.until(lambda: learn.new_run.form)
    learn.new_run.show_request(REQUEST)
    photographer.until(learn.controls.start.isEnabled)
    learn.controls.start.click()
    photographer.until(lambda: learn.controller.episode >= 0.7 * REQUEST.episodes)
    photographer.grab("learn")
    photographer.until(lambda: learn.controller.stage is Stage.FINISHED)
    photographer.settle()
    check = photographer.page("check")
    photographer.settle()
    check.head.act.click()
    photographer.settle()
    photographer.grab("check")
    label_and_export(photographer)


def label_and_export(photographer: Photographer) -> None:
    """Label the pile of the sample; then the same pages in Spanish and dark."""
    label = photographer.page("label")
    photographer.settle()
    examples = sample_examples(label.context.path)
    assert examples is not None
    label.editing.add_folder(examples)
    photographer.until(lambda: label.labelling.has_proposals)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return):
        QTest.keyClick(label.grid, key)
    photographer.settle()
    photographer.grab("label")
    photographer.page("export")
    photographer.settle()
    photographer.grab("export")
    photographer.turn("es", "dark")
    photographer.page("learn")
    photographer.settle()
    photographer.grab("learn-es-dark")
    photographer.page("label")
    photographer.settle()
    photographer.grab("label-es-dark")


def main(arguments: list[str]) -> int:
    """Take all pictures into the folder named."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    # What is seen of names and places should be anybody's.
    os.environ["LOGNAME"] = "ana"
    documents = Path(tempfile.gettempdir()) / "Documents"
    documents.mkdir()
    with tempfile.TemporaryDirectory() as data:
        os.environ["WORKBENCH_DATA"] = data
        application = QApplication([])
        photographer = Photographer(application, folder)
        try:
            take(photographer, documents)
        finally:
            photographer.window.stop_and_close()
            photographer.until(lambda: not photographer.window.isVisible())
            shutil.rmtree(documents)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

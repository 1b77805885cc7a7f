"""A small project to label, and what a person sees and does on the page Label."""

import warnings
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.made_images import make_classes, make_nested_tasks, make_pile
from workbench.operations.labelling.labels import current_labels
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.training import train_approach
from workbench.operations.runs.training_request import TrainingRequest
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.ui.label.class_popup import ClassPopup
from workbench.ui.label.label_page import LabelPage
from workbench.ui.services.project_context import ProjectContext

SHORT = TrainingRequest(
    "prototypical", image_size=16, query=3, episodes=4, episodes_per_step=2, validate_every=4, validation_episodes=2
)
NO_KEY = Qt.KeyboardModifier.NoModifier
WAIT = 20_000  # milliseconds; a busy computer is slow, not wrong


def fill(project: Project, folder: Path) -> dict[str, str]:
    """Put a run and a pile of twenty images of four classes into a project; return the class of each file.

    `folder`/examples has three examples of each, one sub-folder a class.
    """
    import_images(project, make_nested_tasks(folder / "images"), ImportRequest(), Silent())
    train_approach(project, SHORT, Silent())
    truth = make_pile(folder / "pile")
    import_images(project, folder / "pile", ImportRequest(), Silent())
    make_classes(folder / "examples", classes=4, images=3)
    return truth


class Labeller:
    """A person at the page Label."""

    def __init__(self, qtbot: QtBot, context: ProjectContext, *, keep: int = 100) -> None:
        # Of known images: with 100 per cent, every image is proposed a class.
        context.settings.remember_number("label.keep", keep)
        self.qtbot = qtbot
        self.context = context
        self.page = LabelPage(context)
        qtbot.addWidget(self.page, before_close_func=self._leave)
        self.page.resize(1000, 700)
        self.page.show()
        self.page.entered()
        self.wait(lambda: self.page.reading.sources is not None)
        self.settle()

    def wait(self, until: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(until, timeout=WAIT)

    def _leave(self, page: LabelPage) -> None:
        self.settle()
        page.leave()

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.wait(lambda: not self.context.jobs.listed)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        QTest.keyClick(self.page.grid, key, modifier)

    def type_class(self, name: str) -> None:
        self.page.panel.name.setFocus()
        QTest.keyClicks(self.page.panel.name, name)
        QTest.keyClick(self.page.panel.name, Qt.Key.Key_Return)
        self.settle()

    def take_examples(self, folder: Path) -> None:
        """Take the examples of a folder and wait for what is proposed."""
        self.page.editing.add_folder(folder / "examples")
        self.wait(lambda: self.page.labelling.has_proposals)
        self.settle()

    def undo(self, times: int = 1) -> None:
        for _ in range(times):
            self.context.history.undo()
        self.settle()

    @property
    def headings(self) -> list[tuple[str, int]]:
        return [(section.title, section.count) for section in self.page.grid.cards.sections]

    @property
    def classes(self) -> list[str]:
        return [row.name for row in self.page.panel.rows.classes]

    @property
    def current(self) -> str:
        return self.names[self.page.grid.current_row()]

    @property
    def names(self) -> list[str]:
        return [image.path.name for image in self.page.grid.cards.images]

    @property
    def labels(self) -> dict[str, tuple[str, str]]:
        """What is in the project: by file, the class and how it was decided."""
        return {label.path.name: (label.label, label.decision) for label in current_labels(self.context.project)}

    @property
    def popup(self) -> ClassPopup:
        popups = [popup for popup in self.page.findChildren(ClassPopup) if popup.isVisible()]
        assert len(popups) == 1
        return popups[0]

    def drop_on_class(self, row: int, data: QMimeData) -> None:
        view = self.page.panel.list
        point = QPointF(view.visualRect(self.page.panel.rows.index(row)).bottomLeft()) + QPointF(9, -2)
        where = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NO_KEY)
        # As a real drag does: a drop out of nowhere is ignored.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            coming = [kind(point.toPoint(), *where) for kind in (QDragEnterEvent, QDragMoveEvent)]
        for made in (*coming, QDropEvent(point, *where)):
            QApplication.sendEvent(view.viewport(), made)


def files(*paths: Path) -> QMimeData:
    """Return files as they are dragged from a file manager."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data

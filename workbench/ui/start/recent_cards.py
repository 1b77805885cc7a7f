"""The recent projects as cards, side by side as far as there is room; what they show is read on a thread."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from workbench.deferred_module import DeferredModule
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import MEDIUM
from workbench.ui.services.job_report import Report
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.settings import Settings
from workbench.ui.services.translation import tr
from workbench.ui.start.project_card import LEAST_WIDTH, CardContent, ProjectCard, opened_words
from workbench.words import Message, marked

if TYPE_CHECKING:
    from workbench.operations.project.kept_summary import ProjectGlance

_kept = DeferredModule("workbench.operations.project.kept_summary")  # The window is up before what reads files.
_LOOKING = Message(marked("Looking at recent projects"))


class RecentCards(QScrollArea):
    """Shows a card for each project that was opened lately."""

    open_requested = Signal(Path)
    changed = Signal()  # A project was taken out of the list.
    looked = Signal()  # All is shown that is known.

    def __init__(self, settings: Settings, theme: Theme, jobs: Jobs) -> None:
        super().__init__()
        self._settings, self._theme, self._jobs = settings, theme, jobs
        self.cards: dict[Path, ProjectCard] = {}
        self._known: dict[Path, CardContent] = {}
        self._columns = 0
        inside = QWidget()
        inside.setProperty("kind", "inside")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(MEDIUM)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.renew()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().sizeHint().width(), self._grid.sizeHint().height())

    def renew(self) -> None:
        """Show the recent projects anew."""
        for card in self.cards.values():
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {path: self._card(path) for path in self._settings.recent()}
        self._columns = 0
        self._arrange()

    def look(self) -> None:
        """Read what is known of each project, and whether it is there, on a thread."""
        paths = tuple(self.cards)
        if paths:
            self._jobs.start(
                tr("Load project"),
                lambda report: _contents(paths, report),
                owner=self,
                done=self._take,
                failed=lambda error: None,  # Only when it was cancelled.
                newest="cards",
            )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _card(self, path: Path) -> ProjectCard:
        card = ProjectCard(path.stem, str(path.parent), opened_words(self._settings.opened_at(path)), self._theme)
        card.open_requested.connect(lambda: self.open_requested.emit(path))
        card.forget_requested.connect(lambda: self._forget(path))
        card.show_content(self._known.get(path, CardContent()))
        return card

    def _take(self, contents: dict[Path, CardContent]) -> None:
        self._known = contents
        for path, content in contents.items():
            if path in self.cards:
                self.cards[path].show_content(content)
        self.looked.emit()

    def _forget(self, path: Path) -> None:
        self._settings.forget(path)
        self.renew()
        self.changed.emit()

    def _arrange(self) -> None:
        columns = max(1, (self.viewport().width() + MEDIUM) // (LEAST_WIDTH + MEDIUM))
        if columns == self._columns:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for number, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self.updateGeometry()


def _contents(paths: Sequence[Path], report: Report) -> dict[Path, CardContent]:
    contents: dict[Path, CardContent] = {}
    for path in paths:
        report.report(None, _LOOKING)
        glance: ProjectGlance = _kept.glance_at(path)
        pictures = glance.summary.pictures if glance.summary is not None else ()
        images = [QImage.fromData(picture.png) for picture in pictures]
        contents[path] = CardContent(glance, tuple(image for image in images if not image.isNull()))
    return contents

"""The tab Watch: the chosen run learns one episode of the test's classes, step by step, forward and back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.watching.watch_episode import watch_episode
from workbench.operations.evaluation.watching.watched import SupportChange, WatchedEpisode, WatchRequest
from workbench.ui.check.measurement_tab import MeasurementTab
from workbench.ui.check.watching.decision_rows import DecisionRows
from workbench.ui.check.watching.episode_images import EpisodeImages
from workbench.ui.check.watching.episode_layout import TileKind
from workbench.ui.check.watching.paint_points import PointsView
from workbench.ui.check.watching.step_bar import StepBar
from workbench.ui.check.watching.step_picture import StepPicture
from workbench.ui.controls.text import button, set_tooltip
from workbench.ui.look.tokens import MEDIUM, SMALL
from workbench.ui.services.job_report import Report
from workbench.ui.services.translation import say, tr

_MOST_WAY, _MOST_SHOT, _QUERIES = 8, 5, 3  # What can be looked at one by one.
_BESIDE = 460  # pixels for images and drawing beside each other


@dataclass(frozen=True)
class WatchPlace:
    """What is watched, which step is shown, and which image is the current one."""

    watched: WatchedEpisode | None
    step: int
    row: int | None


class WatchTab(MeasurementTab[WatchedEpisode]):
    """Shows an episode, and learns it again whenever its examples are changed."""

    watched: WatchedEpisode | None = None

    @classmethod
    def tab_name(cls) -> str:
        return tr("Watch")

    @classmethod
    def done_words(cls) -> str:
        return ""

    def content(self) -> QWidget:
        self.images = EpisodeImages(self.context)
        self.picture = StepPicture(self.context.theme)
        self.decisions = DecisionRows(self.context.theme)
        self.steps = StepBar(self)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(MEDIUM)
        self._sides.addWidget(self.images, 1)
        self._sides.addWidget(self.picture, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.steps)
        column.addWidget(self.decisions)
        column.addLayout(self._sides, 1)
        self.steps.moved.connect(self._show_step)
        self.images.put.connect(self.put)
        self.images.moved.connect(self._on_image)
        return content

    def more_acts(self) -> Sequence[QWidget]:
        self.out = button(tr("Take out"))
        self.undo = button(tr("As it was"))
        set_tooltip(self.out, tr("Take the selected example out of the episode (Delete)"))
        set_tooltip(self.undo, tr("Give the episode the examples back that it was drawn with"))
        self.out.clicked.connect(self.images.take_out)
        self.undo.clicked.connect(self.restore)
        for widget in (self.out, self.undo):
            widget.hide()
        return self.out, self.undo

    def act_words(self) -> str:
        return tr("Another episode") if self.watched is not None else tr("Watch an episode")

    def explanation(self) -> str:
        return tr(
            "How does it learn new classes? The selected model learns one episode, step by step. Then drag an example "
            "out, or onto another class, and see what changes."
        )

    def begin(self) -> None:
        """Watch the next episode of what is chosen, unless that is under way."""
        if not self.is_busy:
            self._watch(self._next())

    def work(self, request: ComparisonRequest, report: Report) -> WatchedEpisode:
        return watch_episode(self.context.project, _watched_as(request), report)

    def stored(self) -> WatchedEpisode | None:
        return None

    def show_figures(self, figures: WatchedEpisode) -> bool:
        same = self.watched is not None and self.watched.request.run == figures.request.run
        step = self.steps.step if same else 0
        self.watched = figures
        self.heading.setText(say(figures.title))
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.notes.setText(" ".join(map(say, figures.notes)))
        self.act.setText(self.act_words())
        self.act.setAccessibleName(self.act.text())
        self.images.show_episode(figures)
        self.picture.make_room(figures.steps)
        self.steps.show_steps([say(one.title) for one in figures.steps], step)
        self._show_step(self.steps.step)
        self.out.show()
        self.undo.show()
        self.undo.setEnabled(bool(figures.request.changes))
        # Once the words are as wide as they will be.
        QTimer.singleShot(0, self, self._make_room)
        self._make_room()
        return True

    def put(self, row: int, label: int | None) -> None:
        """Make the image of a row an example of a class, or of none, and learn the episode again."""
        if self.watched is not None and not self.is_busy:
            request = self.watched.request
            self._watch(replace(request, changes=(*request.changes, SupportChange(row, label))))

    def restore(self) -> None:
        """Learn the episode again with the examples that it was drawn with."""
        if self.watched is not None and not self.is_busy:
            self._watch(replace(self.watched.request, changes=()))

    def place(self) -> WatchPlace:
        current = self.images.current
        return WatchPlace(self.watched, self.steps.step, None if current is None else current.image.row)

    def go_to(self, place: Any) -> None:
        if not isinstance(place, WatchPlace) or place.watched is None:
            return
        self.take(place.watched)
        self.steps.slider.setValue(place.step)
        rows = [tile.image.row for tile in self.images.tiles]
        if place.row in rows:
            self.images.go_to(rows.index(place.row))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        sides = QBoxLayout.Direction
        self._sides.setDirection(sides.LeftToRight if self.width() >= _BESIDE else sides.TopToBottom)
        self._make_room()

    def _make_room(self) -> None:
        """Let the tab scroll where it is too low, rather than the drawing be pressed."""
        if self.watched is None:
            return
        self._stack.setMinimumHeight(self.figures_view.minimumSizeHint().height())
        # Nothing moves between two steps, however long their sentences are.
        metrics, width = self.sentence.fontMetrics(), self.sentence.width()
        lines = (
            metrics.boundingRect(0, 0, width, 0, Qt.TextFlag.TextWordWrap.value, say(step.sentence)).height()
            for step in self.watched.steps
        )
        self.sentence.setMinimumHeight(max(lines))

    def _next(self) -> WatchRequest:
        request, before = _watched_as(self.page_request()), self.watched
        if before is None or replace(before.request, number=0, changes=()) != request:
            return request
        return replace(request, number=before.request.number + 1)

    def _watch(self, request: WatchRequest) -> None:
        project = self.context.project
        self.measure(lambda report: watch_episode(project, request, report))

    def _show_step(self, number: int) -> None:
        if self.watched is None:
            return
        step = self.watched.steps[number]
        self.sentence.setText(say(step.sentence))
        self.images.show_decisions(step.named)
        self.decisions.show_step(self.watched, step)
        self._draw()

    def _on_image(self) -> None:
        current = self.images.current
        self.out.setEnabled(current is not None and current.part is TileKind.EXAMPLE)
        self._draw()

    def _draw(self) -> None:
        if self.watched is not None and self.steps.step < len(self.watched.steps):
            current, step = self.images.current, self.watched.steps[self.steps.step]
            query = current.number if current is not None and current.part is TileKind.QUERY else None
            self.picture.show_step(step, PointsView(self.watched, step.named, query))


def _watched_as(request: ComparisonRequest) -> WatchRequest:
    """Return the first episode of a test as one to watch: of few classes, with few images."""
    return WatchRequest(
        next((run for run in request.runs if run.isdecimal()), request.runs[0] if request.runs else ""),
        way=min(request.way, _MOST_WAY),
        shot=min(request.shot, _MOST_SHOT),
        query=min(request.query, _QUERIES),
        role=request.role,
        mix_tasks=request.mix_tasks,
        seed=request.seed,
        device=request.device,
    )

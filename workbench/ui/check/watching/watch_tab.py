"""The tab Watch: the chosen run learns one episode of the test's classes, step by step, forward and back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from workbench.errors import UserError
from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.evaluate_run import PIXELS
from workbench.operations.evaluation.watching.watch_episode import watch_episode
from workbench.operations.evaluation.watching.watched import SupportChange, WatchedEpisode, WatchRequest
from workbench.ui.check.measurement_tab import MeasurementTab
from workbench.ui.check.result_tab import unbroken
from workbench.ui.check.watching.decision_rows import DecisionRows
from workbench.ui.check.watching.episode_images import EpisodeImages
from workbench.ui.check.watching.episode_layout import TileKind
from workbench.ui.check.watching.kept_episodes import KeptEpisode, WatchPlace, kept_heading
from workbench.ui.check.watching.paint_points import PointsView
from workbench.ui.check.watching.step_bar import StepBar
from workbench.ui.check.watching.step_picture import StepPicture
from workbench.ui.controls.text import button, set_tooltip
from workbench.ui.look.tokens import MEDIUM, SMALL
from workbench.ui.services.job_report import Report
from workbench.ui.services.translation import say, tr

_MOST_WAY, _MOST_SHOT, _QUERIES = 8, 5, 3  # What can be looked at one by one.
_BESIDE = 460  # pixels for images and drawing beside each other


class WatchTab(MeasurementTab[WatchedEpisode]):
    """Shows an episode of the selected run, and learns it again whenever its examples are changed."""

    watched: WatchedEpisode | None = None
    _refusal = ""  # The complaint that is not withdrawn yet.

    @classmethod
    def tab_name(cls) -> str:
        return tr("Watch")

    @classmethod
    def done_words(cls) -> str:
        return ""

    def content(self) -> QWidget:
        self._kept = dict[str, KeptEpisode]()
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

    def allow(self, unsupported_reason: str) -> None:
        # The page calls this whenever the choice changes.
        run = self._chosen()
        pixels = tr("Raw pixels learn nothing. Choose a run to watch.") if run == PIXELS else ""
        super().allow(unsupported_reason or pixels)
        self.nothing.setText(pixels or self.explanation())
        if self.watched is None or self.watched.request.run != run:
            self._show_kept(run)

    def take(self, figures: WatchedEpisode) -> None:
        run = figures.request.run
        self._keep()
        last = self._kept.get(run)
        if last is None:
            self._kept[run] = KeptEpisode(figures)
        else:
            changed = replace(last.watched.request, changes=figures.request.changes) == figures.request
            self._kept[run] = replace(last, watched=figures, before=last.watched if changed else None)
        # Another may have been selected meanwhile, whose place this is not.
        if run == self._chosen():
            super().take(figures)
        else:
            self._renew()

    def show_figures(self, figures: WatchedEpisode) -> bool:
        self.watched, kept = figures, self._kept[figures.request.run]
        self.heading.setText(kept_heading(kept))
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.notes.setText(unbroken(" ".join(map(say, figures.notes))))
        self._name_act()
        self.images.show_episode(figures)
        self.picture.make_room(figures.steps)
        self.steps.show_steps([say(one.title) for one in figures.steps], kept.step)
        self._show_step(self.steps.step)
        rows = [tile.image.row for tile in self.images.tiles]
        if kept.row in rows:
            self.images.go_to(rows.index(kept.row))
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
        self._keep()
        return WatchPlace(dict(self._kept))

    def go_to(self, place: Any) -> None:
        if isinstance(place, WatchPlace):
            self._kept = dict(place.kept)
            self._show_kept(self._chosen())

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
            metrics.boundingRect(0, 0, width, 0, Qt.TextFlag.TextWordWrap.value, unbroken(say(step.sentence))).height()
            for step in self.watched.steps
        )
        self.sentence.setMinimumHeight(max(lines))

    def _chosen(self) -> str:
        return _watched_as(self.page_request()).run

    def _keep(self) -> None:
        """Keep which step and image of what is shown are looked at."""
        if self.watched is not None:
            run, current = self.watched.request.run, self.images.current
            row = None if current is None else current.image.row
            self._kept[run] = replace(self._kept[run], step=self.steps.step, row=row)

    def _show_kept(self, run: str) -> None:
        """Show what was watched of a run, or invite to watch it: never another's picture."""
        self._keep()
        self._withdraw()
        self.watched = None
        if run in self._kept:
            self._show(self._kept[run].watched)
            return
        for words in (self.heading, self.sentence, self.notes):
            words.setText("")
        for high in (self.sentence, self._stack):
            high.setMinimumHeight(0)
        self._stack.setCurrentIndex(0)
        self.nothing.show()
        self.out.hide()
        self.undo.hide()
        self._name_act()
        self._renew()

    def _name_act(self) -> None:
        self.act.setText(self.act_words())
        self.act.setAccessibleName(self.act.text())

    def _on_failed(self, error: Exception) -> None:
        super()._on_failed(error)
        self._refusal = say(error.text) if isinstance(error, UserError) else ""

    def _withdraw(self) -> None:
        """Take back what was complained of: something else is done now."""
        if self._refusal:
            self.context.notifier.withdraw(self._refusal)
            self._refusal = ""

    def _next(self) -> WatchRequest:
        request, before = _watched_as(self.page_request()), self.watched
        if before is None or replace(before.request, number=0, changes=()) != request:
            return request
        return replace(request, number=before.request.number + 1)

    def _watch(self, request: WatchRequest) -> None:
        self._withdraw()
        project = self.context.project
        self.measure(lambda report: watch_episode(project, request, report))

    def _show_step(self, number: int) -> None:
        if self.watched is None:
            return
        self._withdraw()
        step = self.watched.steps[number]
        self.sentence.setText(unbroken(say(step.sentence)))
        self.images.show_decisions(step.named)
        self.decisions.show_step(self.watched, step)
        self._draw()

    def _on_image(self) -> None:
        self._withdraw()
        current = self.images.current
        example = current.image if current is not None and current.part is TileKind.EXAMPLE else None
        needed = self.watched is not None and example is not None and self.watched.needs(example)
        self.out.setEnabled(example is not None and not needed)
        words = tr("Take the selected example out of the episode (Delete)")
        if needed:
            words = tr(
                "This is the only example of its class, and each class needs one. To take one out, choose two or more "
                "examples at the left and watch another episode."
            )
        set_tooltip(self.out, words)
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

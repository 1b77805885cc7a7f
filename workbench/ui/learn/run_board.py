"""The right side of the page Learn: a run's strip, its curves, its embedding and its validation episode."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from workbench.operations.runs.curve import GrowingCurve
from workbench.operations.runs.embedding_frames import EmbeddedRun
from workbench.operations.runs.gap_words import GapWords, gap_words
from workbench.operations.runs.training_events import EmbeddingFrame, EpisodePreview, ReferenceImages
from workbench.ui.controls.pair import Pair, Panel
from workbench.ui.controls.panel_grid import PanelGrid
from workbench.ui.controls.text import Elided, label, set_tooltip
from workbench.ui.learn.episode_view import EpisodeView
from workbench.ui.learn.moment_slider import MomentSlider
from workbench.ui.learn.problems.problem_panels import ProblemPanels
from workbench.ui.learn.progress_strip import ProgressStrip
from workbench.ui.look.tokens import LARGE, TINY
from workbench.ui.plots.curve_plots import MOST_POINTS, AccuracyPlot, LossPlot
from workbench.ui.plots.embedding_plot import EmbeddingPlot
from workbench.ui.plots.plot_key import PlotKey
from workbench.ui.plots.plot_saving import PlotSaving
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.training_stage import Stage
from workbench.ui.services.translation import say, tr

_FRAME = 100  # milliseconds between two drawings: a curve needs no more, and the training gets the time


class RunBoard(QWidget):
    """Shows either the current training or a stored run, as the caller chooses."""

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self._context = context
        self._live = True
        self._run: int | None = None  # The current training that was drawn last.
        self._embedded: EmbeddedRun | None = None  # The stored run's.
        theme = context.theme
        self.strip = ProgressStrip(theme)
        self.accuracy, self.loss = AccuracyPlot(theme), LossPlot(theme)
        for plot in (self.accuracy, self.loss):
            name = plot.accessibleName()
            PlotSaving(context, plot, name, picture=lambda plot=plot: plot, data=plot.data)
        self.accuracy_key = PlotKey(theme, (("line", "accent"),), (("dot", "text"), ("dashes", "muted")))
        self.gap = label("", "small", wrap=True)
        self.embedding, self.episode = EmbeddingPlot(context), EpisodeView(context)
        self.embedding_words = Elided("", "small", cut=Qt.TextElideMode.ElideRight)
        curves = Pair(
            "learn.curves",
            Panel(tr("Accuracy"), self.accuracy, note=_above_each_other(self.accuracy_key, self.gap)),
            Panel(tr("Loss"), self.loss),
            context.settings,
        )
        pictures = Pair(
            "learn.pictures",
            Panel(tr("Embedding"), self.embedding, note=self.embedding_words),
            Panel(tr("Validation episode"), self.episode),
            context.settings,
        )
        self.panels = PanelGrid("learn.board", curves, pictures, context.settings)
        self.problem, self._pages = ProblemPanels(context), QStackedWidget()
        self.moments = MomentSlider()
        self.moments.moved.connect(self._show_moment)
        self._lay_out()
        self._clock = QTimer(self, interval=_FRAME, singleShot=True)
        self._clock.timeout.connect(self._draw)
        context.training.events_sent.connect(self._on_events)
        self._show_keys(None, None)

    def _lay_out(self) -> None:
        for page in (self.panels, self.problem):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        column.addWidget(self.strip)
        column.addWidget(self._pages, 1)
        column.addWidget(self.moments)

    def show_live(self) -> None:
        """Show the current training from now on."""
        if not self._live:
            self._reset_zoom()
            self.moments.forget()
        self._live = True
        self._draw()

    def show_stored(self, curve: GrowingCurve | None, ways: tuple[int, int] | None, problem: str | None = None) -> None:
        """Show a stored run's curve, or nothing yet; its embedding comes by `show_embedding`.

        `problem` is what the run learned in place of images.
        """
        if self._live or curve is None:
            self._reset_zoom()
        self._live = False
        self._show_curve(curve, ways, problem)
        self.episode.show_nothing(tr("Shown during training."))
        if problem is not None:
            self.show_embedding(None, "")

    def show_embedding(self, embedded: EmbeddedRun | None, why: str) -> None:
        """Show a stored run's embedding, or say why there is none."""
        self._embedded = embedded
        self.moments.forget()
        self.embedding.show_reference(embedded.reference if embedded is not None else None)
        self.embedding_words.setText(why)
        if embedded is not None:
            episodes = (*embedded.earlier.episodes, embedded.frame.episode)
            self.moments.show_moments(episodes, tr("best checkpoint"))
            self._show_stored_frame(embedded)

    def leave(self) -> None:
        """Remember the splitters."""
        self.panels.leave()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if self._live:
            self._draw()

    def _reset_zoom(self) -> None:
        for plot in (self.accuracy, self.loss, self.embedding.plot, *self.problem.plots):
            plot.follow()

    def _on_events(self) -> None:
        if self._live and not self._clock.isActive():
            self._clock.start()

    def _show_moment(self) -> None:
        if self._live:
            self._draw()
        elif self._embedded is not None:
            self._show_stored_frame(self._embedded)

    def _show_stored_frame(self, embedded: EmbeddedRun) -> None:
        chosen = self.moments.episode
        frame = embedded.frame if chosen is None else embedded.earlier.at(chosen) or embedded.frame
        self.embedding.show_frame(frame.points)
        self._explain_embedding("", embedded.reference, frame)

    def _draw(self) -> None:
        # A hidden plot is drawn when it is shown again.
        if not self._live or not self.isVisible():
            return
        controller = self._context.training
        self._show_curve(
            controller.curve,
            (controller.run_started.way, controller.run_started.training_way)
            if controller.run_started is not None
            else None,
            controller.problem,
        )
        reference = controller.run_started.reference if controller.run_started is not None else None
        self.embedding.show_reference(reference)
        frame, preview = self._of_the_moment()
        if frame is not None:
            self.embedding.show_frame(frame.points)
        none = tr("There are no held-out classes, so there is nothing to show here.")
        missing = controller.run_started is not None and reference is None
        self._explain_embedding(none if missing else "", reference, frame)
        if preview is not None:
            self.episode.show_episode(preview)
        elif controller.stage is not Stage.IDLE:
            self.episode.show_nothing(tr("Appears after the first validation."))

    def _of_the_moment(self) -> tuple[EmbeddingFrame | None, EpisodePreview | None]:
        """Return what the current training showed at the moment that is chosen."""
        controller = self._context.training
        if self._run != controller.run:
            self._run = controller.run
            self.moments.forget()
        frames, previews = controller.frames, controller.previews
        newest = tr("live") if controller.is_busy else tr("as it is now")
        self.moments.show_moments(frames.episodes or previews.episodes, newest)
        chosen = self.moments.episode
        if chosen is None:
            return controller.frame, controller.preview
        return frames.at(chosen), previews.at(chosen)

    def _show_curve(self, curve: GrowingCurve | None, ways: tuple[int, int] | None, problem: str | None) -> None:
        self._pages.setCurrentWidget(self.panels if problem is None else self.problem)
        self.moments.setVisible(problem is None)  # They are of pictures, which a problem has none of.
        if problem is not None:
            self.problem.show_curve(problem, curve)
            return
        points = curve.thinned(MOST_POINTS) if curve is not None and len(curve) else None
        checked = curve.checked if curve is not None else ()
        way, training_way = ways or (None, None)
        self.accuracy.show_curve(points, checked, way)
        self.loss.show_curve(points)
        self._show_keys(way, training_way)
        # With more ways accuracy is lower, whatever has been learned.
        comparable = way is not None and way == training_way
        self._show_gap(gap_words(curve) if curve is not None and comparable else None)

    def _show_gap(self, words: GapWords | None) -> None:
        self.gap.setVisible(words is not None)
        if words is not None:
            self.gap.setText(say(words.text))
            advice = tr("More training classes may help; more episodes hardly will. The best checkpoint is kept.")
            set_tooltip(self.gap, advice if words.grows else "")

    def _show_keys(self, way: int | None, training_way: int | None) -> None:
        if way is None or training_way is None:
            self.accuracy_key.say(tr("Training"), tr("Validation"), tr("Chance"))
            set_tooltip(self.accuracy_key, "")
            return
        self.accuracy_key.say(
            tr("Training, {way} classes", way=training_way),
            tr("Validation, {way} classes", way=way),
            # The dashed line belongs to the validations beside it, whatever the training episodes are.
            tr("Chance, {way} classes", way=way),
        )
        tip = tr("Episodes with more classes are harder, so the two curves are not directly comparable.")
        set_tooltip(self.accuracy_key, tip if training_way != way else "")

    def _explain_embedding(self, why: str, reference: ReferenceImages | None, frame: EmbeddingFrame | None) -> None:
        if reference is None or frame is None:
            self.embedding_words.setText(why)
        elif reference.role == "meta-test":
            self.embedding_words.setText(why or tr("Test classes, after {count} episodes", count=frame.episode))
        else:
            self.embedding_words.setText(why or tr("Validation classes, after {count} episodes", count=frame.episode))


def _above_each_other(*widgets: QWidget) -> QWidget:
    stacked = QWidget()
    column = QVBoxLayout(stacked)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(TINY)
    for widget in widgets:
        column.addWidget(widget)
    return stacked

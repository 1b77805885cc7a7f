"""One half of a bench: a network's name, its error, what it makes of the task, and what the steps do to it."""

from collections.abc import Sequence
from math import isfinite

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench.operations.playground.adapted_pair import AdaptedStep
from workbench.ui.controls.text import Elided, label
from workbench.ui.look.tokens import MEDIUM, SMALL, TINY
from workbench.ui.playground.adapting_picture import AdaptingPicture, AdaptingView
from workbench.ui.playground.pair_model import PairModel
from workbench.ui.services.translation import tr

_USUAL_MOVE = 0.25  # of the weights of a layer; a whole bar, unless one moved further


class PairHalf(QFrame):
    """Shows the learner or its twin, as the model has them; what it makes of a task, a bench adds."""

    def __init__(self, picture: AdaptingPicture, *, is_twin: bool) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.is_twin = is_twin
        self.title, self.subtitle = label("", "section"), Elided("", "muted", cut=Qt.TextElideMode.ElideRight)
        self.error, self.error_words = label("", "title"), label("", "muted")
        self.picture = picture

    def speak(self) -> None:
        """Say everything in the language that the window speaks now."""
        self.title.setText(tr("Its twin") if self.is_twin else tr("The learner"))
        self.picture.speak()

    def renew(self) -> None:
        """Show what the model has now."""
        raise NotImplementedError

    def learned(self) -> str:
        """Return what the network has learned, in the person's language."""
        raise NotImplementedError

    def _show_adapting(self, model: PairModel) -> AdaptedStep | None:
        """Show what the steps do to the network; return the one that is shown, None without any."""
        steps = self._steps(model)
        is_fresh = model.moment < len(model.starts) and model.starts[model.moment].tasks == 0
        self.subtitle.setText(tr("Nothing learned yet: both begin alike") if is_fresh else self.learned())
        self.picture.show_view(_adapting(model, steps))
        return steps[model.shown_step] if steps else None

    def _steps(self, model: PairModel) -> Sequence[AdaptedStep]:
        if model.pair is None:
            return ()
        return model.pair.twin if self.is_twin else model.pair.learner

    def _show_error(self, error: str, words: str) -> None:
        """Show an error as it is written, and below what it is; nothing of it where it is hidden."""
        self.error.setText(error)
        self.error_words.setText(words if error else "")

    def _lay_out(self, *body: QWidget) -> None:
        """Put in its place what it makes of a task; the first takes the room that there is."""
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.setSpacing(TINY)
        for left, right in ((self.title, self.error), (self.subtitle, self.error_words)):
            row = QHBoxLayout()
            row.addWidget(left, 1)
            row.addWidget(right)
            column.addLayout(row)
        self.error.setMinimumHeight(self.error.fontMetrics().height())
        for place, part in enumerate(body):
            column.addWidget(part, 0 if place else 1)
        column.addWidget(self.picture)


def half_color(*, is_twin: bool) -> str:
    """Return the name of the theme's colour in which a half shows its network."""
    return "warn" if is_twin else "accent"


def _adapting(model: PairModel, steps: Sequence[AdaptedStep]) -> AdaptingView:
    if not steps or model.pair is None or model.is_asking or steps[0].loss is None:
        return AdaptingView()
    step, both = model.shown_step, (*model.pair.learner, *model.pair.twin)
    losses = [each.loss for each in both if each.loss is not None and isfinite(each.loss)]
    moved = [share for each in both for share in each.moved if isfinite(share)]
    most_moved = max(_USUAL_MOVE, *moved)
    own = tuple(each.loss if each.loss is not None else 0.0 for each in steps)
    return AdaptingView(own, step, steps[step].moved, max(losses, default=1.0), most_moved)

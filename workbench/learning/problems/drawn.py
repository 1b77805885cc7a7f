"""Examples that depend on who learns, drawn for all tasks of a step at once, and held to be learned from again."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from workbench.learning.approach import Classifier
from workbench.learning.episode import Episode, Support
from workbench.learning.objective import LearnAll
from workbench.learning.problems.problem import TaskExamples


class DrawnByLearner(TaskExamples):
    """Examples that are drawn by the learner that asks for them."""

    @abstractmethod
    def seen_together(self, several: Sequence["DrawnByLearner"], learner: Classifier, step: int) -> list[Support]:
        """Return what is seen of several of its kind at a step, by a learner of the inputs of them all in turn."""

    def seen_by(self, learner: Classifier, step: int = 0) -> Support:
        return self.seen_together([self], learner, step)[0]


@dataclass(frozen=True)
class DrawnEpisode(Episode):
    """An episode whose queries, too, are drawn by the learner that asks for them; `asks` is never empty."""

    asks: DrawnByLearner | None = None

    def asked(self, learner: Classifier) -> tuple[Tensor, Tensor]:
        seen = as_drawn(self.asks).seen_by(learner)
        return seen.images, seen.labels


def as_drawn(support: Support | None) -> DrawnByLearner:
    """Return a support as one that is drawn. Raises TypeError for another."""
    if not isinstance(support, DrawnByLearner):
        raise TypeError("these examples do not depend on who learns")
    return support


@dataclass(frozen=True)
class Held:
    """What learners saw at each step, and were then asked: it stays so when their start changes."""

    steps: tuple[Sequence[Support], ...]
    asked: Sequence[Support]

    def outputs(self, learn: LearnAll, every: int = 1) -> tuple[Tensor, Tensor]:
        """Return outputs (n, outputs) and answers (n, ...) of every so-manieth row, a task after the other.

        They are what is learned from as many of the rows seen; with the graph of the start.
        """
        learner = learn(lambda _, step: [_thinned(seen, every) for seen in self.steps[step]])
        queries = [_thinned(asked, every) for asked in self.asked]
        return learner(torch.cat([each.images for each in queries])), torch.cat([each.labels for each in queries])


def hold(learn: LearnAll, episodes: Sequence[Episode]) -> Held:
    """Let all learners see what they draw at each step, and be asked."""
    supports = [as_drawn(episode.support) for episode in episodes]
    for support in supports:
        support.require_images()
    steps: list[Sequence[Support]] = []

    def see(learner: Classifier, step: int) -> Sequence[Support]:
        steps.append(supports[0].seen_together(supports, learner, step))
        return steps[-1]

    learner = learn(see)
    asks = [as_drawn(episode.asks if isinstance(episode, DrawnEpisode) else None) for episode in episodes]
    return Held(tuple(steps), asks[0].seen_together(asks, learner, 0))


def _thinned(seen: Support, every: int) -> Support:
    return TaskExamples(seen.images[::every], seen.labels[::every], seen.way)

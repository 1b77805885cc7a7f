"""The twin without meta-learning: one network for all tasks at once, fine-tuned on the examples of a new one.

The pretrained network that MAML is compared with by Finn, Abbeel & Levine, 2017, "Model-Agnostic Meta-Learning for Fast
Adaptation of Deep Networks", section 5.1: trained by plain regression on the points of all tasks, then fine-tuned by
gradient descent. With `optimizer=adam` it is fine-tuned by Adam (Kingma & Ba, 2015), which needs no well chosen step.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import torch

from workbench.learning.approach import (
    Accumulated,
    AdaptedNetwork,
    Approach,
    Capabilities,
    Classifier,
    stacked,
    whole_steps,
)  # fmt: skip
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.inner_loop import ClassHead, Learner, Weights, detached, gradients_of
from workbench.learning.networks.encoders import Encoder
from workbench.learning.networks.normalisation import BatchStatistics
from workbench.learning.options import Options, option
from workbench.words import marked


@dataclass(frozen=True, kw_only=True)
class TwinOptions(Options):
    """The options of the twin without meta-learning."""

    test_steps: int = option(10, marked("Fine-tuning steps on a new task"), least=0, most=1000, basic=True)
    rate: float = option(0.01, marked("Fine-tuning step size"), least=1e-6, most=10.0, basic=True)
    optimizer: str = option(
        "sgd", marked("Fine-tuning optimiser"), choices={"sgd": marked("Gradient descent"), "adam": marked("Adam")}
    )


class Twin(Approach):
    """Learns one network for all tasks at once, and fine-tunes it on the examples of a new task."""

    name = "transfer"
    family = "baseline"
    paper = "Finn, Abbeel & Levine, 2017, Model-Agnostic Meta-Learning for Fast Adaptation of Deep Networks"
    summary = marked(
        "Learns all tasks at once, as if they were one. A new task is learned by training that network further on "
        "its examples."
    )
    choose_when = marked("Choose it to see what meta-learning adds: it is the same network, trained without it.")
    cannot = marked("What tasks have in common may be an average that is right for none of them.")
    options_kind = TwinOptions
    capabilities = Capabilities(adapts_iteratively=True)

    def __init__(self, encoder: Encoder, shape: EpisodeShape, options: TwinOptions) -> None:
        super().__init__(encoder, shape, options)
        self.chosen = options
        self.head = ClassHead(encoder.dimension, shape.way, copied=False)
        self.learner = Learner(encoder, self.head, shape.objective)

    def optimizer(self, rate: float) -> torch.optim.Optimizer:
        return super().optimizer(rate) if self.shape.objective.outer is None else whole_steps(self)

    def adapt(self, support: Support) -> Classifier:
        return deque(self.adapting(support), maxlen=1).pop()

    def adapting(self, support: Support) -> Iterator[Classifier]:
        support.require_images()
        weights = detached(self.learner.start(support.way))
        kind = torch.optim.Adam if self.chosen.optimizer == "adam" else torch.optim.SGD
        optimizer = kind(weights.values(), lr=self.chosen.rate)
        yield self._classifier(weights)
        for step in range(self.chosen.test_steps):
            seen = support.seen_by(self._classifier(weights), step)
            with torch.enable_grad():
                slopes = gradients_of(self.learner.loss(weights, seen), weights)
            for name, weight in weights.items():
                weight.grad = slopes[name]
            optimizer.step()
            yield self._classifier(weights)

    def accumulate(self, episodes: Sequence[Episode]) -> Accumulated:
        """Accumulate the gradients of one batch of all examples and queries; return loss and score, both (1,).

        Where the objective has outer steps of its own, they are taken on the queries alone.
        """
        weights = self.learner.start(self.shape.way)
        if (outer := self.shape.objective.outer) is not None:
            unadapted = partial(self._outputs, weights)
            return outer.fit(list(self.parameters()), lambda _: unadapted, episodes)
        seen = [whole.seen_by(self._classifier(weights)) for whole in (episode.together() for episode in episodes)]
        outputs = self._outputs(weights, torch.cat([support.images for support in seen]))
        result = self.shape.objective.outcome(outputs, torch.cat([support.labels for support in seen]))
        result.loss.backward()
        return stacked([result])

    def _classifier(self, weights: Weights) -> Classifier:
        kept = {name: weight.detach().clone() for name, weight in weights.items()}
        return AdaptedNetwork(kept, partial(self._outputs, kept))

    def _outputs(self, weights: Weights, inputs: torch.Tensor) -> torch.Tensor:
        return self.learner.logits(weights, inputs, BatchStatistics())

"""Reptile: learn initial weights from which a few steps of ordinary training lead to a good classifier.

Nichol, Achiam & Schulman, 2018, "On First-Order Meta-Learning Algorithms". Meta-training takes a few inner steps on
each of some episodes, and moves the initial weights towards the average reached (algorithm 2). Defaults are the paper's
for comparing algorithms on 5-way Omniglot (appendix A), but for `test_steps` (50 in the paper): Adam without momentum,
learning rate 0.001; 5 steps on 10 images each, of 10 of each class; an outer step size of 1.0 that falls linearly to 0;
on new classes, as many images per step as there are classes. For 20 classes the authors take `inner_steps=10
inner_batch=20 inner_rate=0.0005 test_batch=10`. Their encoder of Omniglot, with strides and 256 numbers, is
`conv4-strided`; here it is Conv-4 with pooling and 64 unless that is chosen. As in their code, Adam's mean squared
gradients are carried from episode to episode, and adapting begins with them (`keep_squares=no`: they start at zero).

Departures: `head=copied` has one initial classifier for all classes, so that their number is free; it stays near zero,
so its steps are `head_pace` times as long as the encoder's, and fewer are enough. `head=numbered` is the paper's, with
the encoder's step size. A query is normalised by the statistics of the support, not by those of support and query;
`transduction=yes` is the paper's other setting, in which the queries of a test are classified together, but normalised
with the support, where the authors' code normalises them by themselves. In training, an
episode's queries are trained on like its examples. Steps on features of a frozen network, of length 1, are shorter the
more numbers they have.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from math import sqrt

import torch
from torch import Tensor
from torch.func import functional_call
from torch.nn import functional
from torch.optim import SGD, Optimizer
from torch.optim.lr_scheduler import LinearLR, LRScheduler

from workbench.facts import Fact, fact
from workbench.learning.approach import Accumulated, Approach, Capabilities, Classifier, stacked
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.inner_loop import HEAD, ClassHead, Learner, Weights, detached, gradients_of, head_option
from workbench.learning.networks.encoders import Encoder
from workbench.learning.networks.inner_descent import Adam, Plain
from workbench.learning.networks.normalisation import BatchStatistics
from workbench.learning.objective import Outcome
from workbench.learning.options import Options, TriedRange, option
from workbench.words import marked

_USUAL_SUM = 64.0  # of a vector's numbers: 64 of about 1 for a 28-pixel image
_USUAL_WIDTH = 320.0  # of a vector of features that changes as fast as one of an image, with equal steps


@dataclass(frozen=True, kw_only=True)
class ReptileOptions(Options):
    """The options of Reptile."""

    decay: str = option(
        "linear",
        marked("Learning rate schedule"),
        choices={
            "linear": marked("Linear"),
            "cosine": marked("Cosine"),
            "halving": marked("Halving"),
            "none": marked("Constant"),
        },
    )
    inner_steps: int = option(5, marked("Inner steps in training"), least=1, most=100, basic=True)
    test_steps: int = option(25, marked("Inner steps on new classes"), least=1, most=500, basic=True)
    inner_rate: float = option(
        0.001, marked("Inner step size"), least=1e-6, most=1.0, basic=True, tried=TriedRange(3e-4, 3e-3)
    )
    inner_batch: int = option(10, marked("Inner batch size in training"), least=1, most=1000)
    test_batch: int = option(
        0, marked("Inner batch size on new classes (0: the number of classes)"), least=0, most=1000
    )
    train_shot: int = option(10, marked("Examples per class in training (0: as in testing)"), least=0, most=1000)
    outer_step: float = option(
        1.0,
        marked("Outer step size"),
        least=0.01,
        most=2.0,
    )
    inner_optimizer: str = option(
        "adam", marked("Inner optimiser"), choices={"adam": marked("Adam without momentum"), "sgd": marked("SGD")}
    )
    keep_squares: bool = option(True, marked("Keep Adam's state between episodes"))
    head: str = head_option()
    head_pace: float = option(
        10.0, marked("Classifier learning rate factor (shared initialisation)"), least=0.1, most=1000.0
    )
    transduction: bool = option(False, marked("Transductive testing"))


class Reptile(Approach):
    """Learns initial weights from which a few steps of training lead to a classifier of new classes."""

    name = "reptile"
    family = "optimisation"
    paper = "Nichol, Achiam & Schulman, 2018, On First-Order Meta-Learning Algorithms"
    summary = marked(
        "Learns initial weights from which a few steps of ordinary training are enough to tell new classes "
        "apart. New classes are learned by taking such steps on their examples."
    )
    choose_when = marked(
        "Choose it when new classes look unlike the training classes and you have several examples of each."
    )
    cannot = marked("It needs long meta-training, and takes longer than others to learn new classes.")
    options_kind = ReptileOptions
    capabilities = Capabilities(adapts_iteratively=True, uses_learning_rate=False)
    squares: Tensor  # (weights,)
    taken: Tensor  # scalar

    def __init__(self, encoder: Encoder, shape: EpisodeShape, options: ReptileOptions) -> None:
        super().__init__(encoder, shape, options)
        self.chosen = options
        self.capabilities = replace(self.capabilities, transductive=options.transduction)
        self.head = ClassHead(encoder.dimension, shape.way, copied=options.head == "copied")
        # What does not adapt would never be learned: there is no other gradient than the way that weights went.
        self.learner = Learner(encoder, self.head, shape.objective, whole=True)
        # Adam's state: the mean square of each weight's gradients, and the number of steps.
        size = sum(weight.numel() for weight in self._own().values())
        self.register_buffer("squares", torch.zeros(size))
        self.register_buffer("taken", torch.zeros(()))

    @classmethod
    def training_shape(cls, shape: EpisodeShape, options: Options) -> EpisodeShape:
        shot = options.train_shot if isinstance(options, ReptileOptions) else 0
        return replace(shape, shot=max(1, shot - 1), query=1) if shot else shape

    def seen_in_training(self, shape: EpisodeShape) -> tuple[int, int]:
        examples, queries = super().seen_in_training(shape)
        return self.chosen.inner_steps * min(self.chosen.inner_batch, examples + queries), 0

    def optimizer(self, rate: float) -> Optimizer:
        """Return plain SGD whose learning rate is the option `outer_step`; `rate` is ignored.

        The gradients are initial minus reached weights, so that an outer step size of 1 moves all the way.
        """
        weights = [weight for weight in self.parameters() if weight.requires_grad]
        return SGD(weights, lr=self.chosen.outer_step, weight_decay=self.chosen.weight_decay)

    def schedule(self, optimizer: Optimizer, steps: int) -> LRScheduler | None:
        if self.chosen.decay == "linear":
            return LinearLR(optimizer, 1.0, 0.0, max(1, steps))
        return super().schedule(optimizer, steps)

    def divergence_hint(self, rate: float) -> Fact:
        return fact("run.lower_inner_step_size", step=self.chosen.inner_rate)

    def adapt(self, support: Support) -> Classifier:
        return deque(self.adapting(support), maxlen=1).pop()

    def adapting(self, support: Support) -> Iterator[Classifier]:
        support.require_images()
        # The order of the examples must not depend on torch's random state.
        order = torch.Generator().manual_seed(0)
        weights, descent = detached(self.learner.start(support.way)), self._descent(support.way)
        yield self._classifier(weights, support)
        size = self.chosen.test_batch or support.way
        for step, rows in enumerate(batches(len(support.labels), size, self.chosen.test_steps, order)):
            images, labels = _batch(support.seen_by(partial(self._training_logits, weights), step), support, rows)
            batch = Support(images, labels, support.way)
            with torch.enable_grad():
                gradients = gradients_of(self.learner.loss(weights, batch), weights)
            weights = descent.step(weights, gradients)
            yield self._classifier(weights, support)

    def accumulate(self, episodes: Sequence[Episode]) -> Accumulated:
        """Accumulate initial minus reached weights, averaged over `episodes`, as gradients (algorithm 2).

        Returned loss and accuracy are those of each episode's last batch, before the step on it: with the paper's
        settings its images are new to the weights, which have only seen others of their classes.
        """
        return stacked([self._fit(episode, 1 / len(episodes)) for episode in episodes])

    def _fit(self, episode: Episode, share: float) -> Outcome:
        whole = episode.together()
        start = weights = detached(self.learner.start(whole.way))
        descent = self._descent(whole.way)
        result = Outcome(whole.images.new_zeros(()), whole.images.new_zeros(()))
        for step, rows in enumerate(batches(len(whole.labels), self.chosen.inner_batch, self.chosen.inner_steps)):
            images, labels = _batch(whole.seen_by(partial(self._training_logits, weights), step), whole, rows)
            result = self.shape.objective.outcome(self._training_logits(weights, images), labels)
            weights = descent.step(weights, gradients_of(result.loss, weights))
        self._move(start, weights, share)
        self._remember(descent, episode.support.way)
        return result

    def _training_logits(self, weights: Weights, images: Tensor) -> Tensor:
        # In training mode every batch is normalised by its own statistics, which is faster than with `BatchStatistics`.
        encoder = {name.removeprefix("encoder."): weight for name, weight in weights.items() if name not in HEAD}
        vectors = functional_call(self.encoder, encoder, (images,))
        return functional.linear(vectors, *(weights[name] for name in HEAD))

    def _classifier(self, weights: Weights, support: Support) -> Classifier:
        reached = {name: weight.detach() for name, weight in weights.items()}

        @cache
        def measured() -> BatchStatistics:
            statistics = BatchStatistics()
            self.learner.vectors(reached, support.images, statistics)
            return statistics

        def classify(images: Tensor) -> Tensor:
            if self.capabilities.transductive:
                together = torch.cat([support.images, images])
                return self.learner.logits(reached, together, BatchStatistics())[len(support.images) :]
            return self.learner.logits(reached, images, measured())

        return classify

    def _descent(self, way: int) -> Adam | Plain:
        if self.chosen.inner_optimizer == "sgd":
            return Plain(self._rates(1.0, 1.0))
        if self.encoder.takes != "features":
            return Adam(self._rates(1.0, 1.0), self._remembered(way), int(self.taken))
        dimension = self.encoder.dimension
        rates = self._rates(_USUAL_WIDTH / dimension, _USUAL_SUM / sqrt(dimension))
        return Adam(rates, self._remembered(way), int(self.taken))

    def _rates(self, encoder: float, head: float) -> dict[str, float]:
        head *= self.chosen.head_pace if self.head.copied else 1.0
        return {name: self.chosen.inner_rate * (head if name in HEAD else encoder) for name in self._own()}

    def _own(self) -> Weights:
        return {name: weight for name, weight in self.named_parameters() if weight.requires_grad}

    def _whole(self, name: str, values: Tensor) -> Tensor:
        """Expand values for an episode's weights to values for this approach's weights."""
        if name not in HEAD:
            return values
        if self.head.copied:
            return values.mean(0, keepdim=True)
        return torch.cat([values, values.new_zeros(self.shape.way - len(values), *values.shape[1:])])

    @torch.no_grad()
    def _move(self, start: Weights, reached: Weights, share: float) -> None:
        for name, weight in self._own().items():
            change = share * self._whole(name, start[name] - reached[name])
            weight.grad = change if weight.grad is None else weight.grad + change

    def _remembered(self, way: int) -> Weights:
        own = self._own()
        parts = torch.split(self.squares, [weight.numel() for weight in own.values()])
        whole = {name: part.view_as(weight) for part, (name, weight) in zip(parts, own.items(), strict=True)}
        for name in HEAD:
            whole[name] = whole[name].expand(way, *whole[name].shape[1:]) if self.head.copied else whole[name][:way]
        return {name: part.clone() for name, part in whole.items()}

    def _remember(self, descent: Adam | Plain, way: int) -> None:
        if isinstance(descent, Plain) or not self.chosen.keep_squares:
            return
        # The change is added, so that outputs without a class in this episode keep their values.
        changes = {name: descent.squares[name] - before for name, before in self._remembered(way).items()}
        self.squares += torch.cat([self._whole(name, change).flatten() for name, change in changes.items()])
        self.taken.fill_(descent.steps)


def _batch(seen: Support, support: Support, rows: Tensor) -> tuple[Tensor, Tensor]:
    """Return those rows of the examples and their labels, or all where what is seen of them depends on the learner."""
    return (seen.images[rows], seen.labels[rows]) if seen is support else (seen.images, seen.labels)


def batches(count: int, size: int, steps: int, draw: torch.Generator | None = None) -> Iterator[Tensor]:
    """Yield, for each step, rows (size,) below `count`, or all if fewer: all in random order, then all again."""
    rows = torch.empty(0, dtype=torch.int64)
    for _ in range(steps):
        if len(rows) < min(size, count):
            rows = torch.cat([rows, torch.randperm(count, generator=draw)])
        yield rows[:size]
        rows = rows[size:]

"""MAML: learn initial weights from which a few gradient steps on the support lead to a good classifier.

Finn, Abbeel & Levine, 2017, "Model-Agnostic Meta-Learning for Fast Adaptation of Deep Networks", section 3.1; its
first-order approximation (section 5.2) is `order=first`. `inner=head` is ANIL (Raghu, Raghu, Bengio & Vinyals, 2020,
"Rapid Learning or Feature Reuse?"): the inner loop adapts the classifier only. Departures, with the paper's choice in
brackets:

- Queries are normalised by the statistics of the support, in ANIL by running statistics (`transduction=yes`: by those
  of all queries together, in training and in tests, but not in labelling).
- All classes have the same initial classifier, so that their number is free (`head=numbered`). What classes have in
  common cancels out of a softmax: before the first step all logits are equal, no gradient reaches the encoder, and the
  first step changes the classifier only. With `inner_steps=1` the encoder would never be adapted.
- The classifier takes vectors minus the mean of the support's (`centred=no`). After a ReLU vectors share most of their
  length, and steps large enough to separate them overshoot in that direction.
- Training takes three inner steps, small ones for the encoder and larger ones for the classifier (for Omniglot one,
  `inner_steps=1 test_steps=3 inner_rate=0.4 head_rate=0.4`). `head_rate` is meant for vectors of 64 numbers of about 1,
  like the paper's, and is divided by the ratio of the squared length of the encoder's vectors to theirs; otherwise the
  features of a frozen network, of length 1, would hardly be separated.
- The paper's settings for 20 classes of Omniglot: `inner_steps=5 inner_rate=0.1 head_rate=0.1 rates=none`, 16 tasks at
  a time; for 5 classes 32 tasks, and three steps in tests.
- On Omniglot the encoder is Conv-4 with pooling. The paper's has strides, and its code averages the last maps to 64
  numbers; the encoder `conv4-strided` keeps all 256.
- The scale and the shift of the normalisation adapt, too. In the authors' code convolutions and classifier do; the
  normalisation has a shift alone, which is learned, but does not adapt.
- The meta-learning rate decays as a cosine (`decay=none`).
- Step sizes are learned as logarithms, so that they stay positive, one per layer (`rates=none`) or one per layer and
  step (`rates=step`; Antoniou, Edwards & Storkey, 2019, "How to Train Your MAML"). `rates=weight` is Meta-SGD (Li,
  Zhou, Chen & Li, 2017, "Meta-SGD: Learning to Learn Quickly for Few-Shot Learning"): each weight has its own, which
  may become negative.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import torch
from torch import Tensor
from torch.func import grad
from torch.nn import functional
from torch.optim import Optimizer

from workbench.learning.accelerator.many_tasks import (
    MeasuredMoments,
    Moments,
    Pull,
    are_alike,
    fit_tasks,
    learn_together,
    pullable,
)  # fmt: skip
from workbench.learning.approach import (
    Accumulate,
    Accumulated,
    AdaptedNetwork,
    Approach,
    Capabilities,
    Classifier,
    whole_steps,
)  # fmt: skip
from workbench.learning.approaches.maml_options import MamlOptions
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.inner_loop import (
    HEAD,
    ClassHead,
    InnerPoint,
    Learner,
    Weights,
    detached,
    gradients_of,
)
from workbench.learning.networks.encoders import Encoder
from workbench.learning.networks.normalisation import BatchStatistics, TaskStatistics
from workbench.learning.networks.step_sizes import StepSizes, WeightSizes, hastened, layer_of
from workbench.learning.objective import LearnerOfAll, Outcome, ShowAll
from workbench.learning.one_pass import fit_in_one_pass
from workbench.words import marked

_VECTORS = "vectors"
_USUAL_SQUARED_LENGTH = 64.0


def _body_of(weights: Weights) -> Weights:
    return {name: weight for name, weight in weights.items() if name not in HEAD}


class Maml(Approach):
    """Learns initial weights from which a few steps of gradient descent on the support are enough."""

    name = "maml"
    family = "optimisation"
    paper = "Finn, Abbeel & Levine, 2017, Model-Agnostic Meta-Learning for Fast Adaptation of Deep Networks"
    summary = marked(
        "Learns a network that can be fine-tuned from a few examples. For new classes, the network itself is "
        "trained a few steps further on their examples."
    )
    choose_when = marked(
        "Choose it when new classes differ so much from the training classes that the network itself must adapt."
    )
    cannot = marked("It is slow in training and in labelling, because the network is fine-tuned for every episode.")
    options_kind = MamlOptions
    capabilities = Capabilities(adapts_iteratively=True)

    def __init__(self, encoder: Encoder, shape: EpisodeShape, options: MamlOptions) -> None:
        super().__init__(encoder, shape, options)
        self.chosen = options
        self.capabilities = replace(
            self.capabilities,
            transductive=options.transduction,
            adapts_embeddings=options.inner == "head" and not options.transduction,
        )
        self.head = ClassHead(encoder.dimension, shape.way, copied=options.head == "copied")
        steps = options.inner_steps if options.rates == "step" else 1
        self.step_sizes = (
            WeightSizes(self._first_sizes(), self._start(1 if self.head.copied else shape.way))
            if options.rates == "weight"
            else StepSizes(self._first_sizes(), steps, learned=options.rates != "none")
        )

    def adapt(self, support: Support) -> Classifier:
        *_, last = self.adapting(support)
        return last

    def adapting(self, support: Support) -> Iterator[Classifier]:
        support.require_images()
        weights = self._start(support.way)
        if not self.training:
            weights = detached(weights)
        first = self._point_at(weights, support, graph=self.training or self.chosen.inner == "all")
        for point in self._walk(first, support):
            yield AdaptedNetwork(point.weights, partial(self._classified, point))

    def accumulate(self, episodes: Sequence[Episode]) -> Accumulated:
        if (outer := self.shape.objective.outer) is not None:
            return outer.fit(
                [weight for weight in self.parameters() if weight.requires_grad], self._learn_all, episodes
            )
        if self.capabilities.adapts_embeddings:
            return fit_in_one_pass(self.encoder, episodes, self._outcome)
        # Where a task takes longer to begin than to compute, all at once take hardly longer than one.
        at_once = self.together(episodes) if self.encoder.takes == "numbers" else None
        return super().accumulate(episodes) if at_once is None else at_once(episodes)

    def together(self, episodes: Sequence[Episode]) -> Accumulate | None:
        if self.chosen.inner == "head" or not are_alike(episodes):
            return None
        way = episodes[0].support.way
        return lambda alike: fit_tasks(partial(self._task, self._start(way)), self.encoder, alike)

    def optimizer(self, rate: float) -> Optimizer:
        if self.shape.objective.outer is not None:
            return whole_steps(self)
        return hastened(super().optimizer(rate), self.step_sizes, rate)

    def _outcome(self, examples: Tensor, queries: Tensor, episode: Episode) -> Outcome:
        start = InnerPoint(self._start(episode.support.way), episode.support, examples, BatchStatistics())
        *_, last = self._walk(start, episode.support)
        return self.shape.objective.outcome(self._logits(last, queries), episode.answers)

    def _task(
        self, weights: Weights, images: Tensor, labels: Tensor, queries: Tensor, answers: Tensor
    ) -> tuple[Tensor, Tensor, MeasuredMoments]:
        """Return the loss and the score of one of many tasks, and what was measured: `_walk`, by `torch.func`."""
        support = Support(images, labels, len(weights[HEAD[0]]))
        vectors, pull, found = self._pullable(weights, images)
        measured, moved = [found], False
        for step in range(self.chosen.inner_steps):
            if moved:
                vectors, pull, found = self._pullable(weights, images)
                measured.append(found)
            moved = step > 0 or not self.head.copied
            weights = self._stepped(weights, support, vectors, pull if moved else None, step)
        statistics = TaskStatistics()
        vectors = self._vectors(weights, images, statistics)
        measured += [statistics.of_layers(self.encoder)] if moved else []
        over = TaskStatistics() if self.capabilities.transductive else statistics
        logits = self._logits(InnerPoint(weights, support, vectors, over), self._vectors(weights, queries, over))
        measured += [over.of_layers(self.encoder)] if over is not statistics else []
        result = self.shape.objective.outcome(logits, answers)
        return result.loss, result.accuracy, measured

    def _stepped(self, weights: Weights, support: Support, vectors: Tensor, pull: Pull | None, step: int) -> Weights:
        head = {name: self._held(weights[name]) for name in HEAD}
        gradients, slopes = grad(partial(self._head_loss, support), argnums=(0, 1))(head, vectors)
        gradients |= {} if pull is None else pull(slopes)[0]
        kept = {name: self._held(gradient) for name, gradient in gradients.items()}
        return weights | self.step_sizes.down(weights, kept, step)

    def _learn_all(self, show: ShowAll) -> LearnerOfAll:
        start = self._start(self.shape.way)
        return learn_together(show, self._outputs, self._step_of_one, start, self.chosen.inner_steps)

    def _step_of_one(self, step: int, weights: Weights, images: Tensor, labels: Tensor) -> Weights:
        vectors, pull, _ = self._pullable(weights, images)
        goes_back = self.chosen.inner == "all" and (step > 0 or not self.head.copied)
        support = Support(images, labels, len(weights[HEAD[0]]))
        return self._stepped(weights, support, vectors, pull if goes_back else None, step)

    def _held(self, value: Tensor) -> Tensor:
        """Return a value of which the meta-gradient's graph goes on only where it is exact."""
        return value if self.chosen.order == "second" else value.detach()

    def _pullable(self, weights: Weights, images: Tensor) -> tuple[Tensor, Pull, list[Moments]]:
        """Return a support's vectors, from their slopes to those of the encoder's weights, and what was measured."""
        held = {name: self._held(weight) for name, weight in weights.items()}

        def vectors(body: Weights) -> tuple[Tensor, list[Moments]]:
            statistics = TaskStatistics()
            return self._vectors(held | body, images, statistics), statistics.of_layers(self.encoder)

        return pullable(vectors, _body_of(held))

    def _head_loss(self, support: Support, head: Weights, vectors: Tensor) -> Tensor:
        return self._support_loss(InnerPoint(head, support, vectors, TaskStatistics()))

    def _start(self, way: int) -> Weights:
        """Return the initial values of the weights that the inner loop adapts."""
        return self.head.start(way) if self.chosen.inner == "head" else Learner(self.encoder, self.head).start(way)

    def _first_sizes(self) -> dict[str, float]:
        lengths = {"images": self.encoder.dimension, "features": 1, "numbers": _USUAL_SQUARED_LENGTH}
        head = self.chosen.head_rate * _USUAL_SQUARED_LENGTH / lengths[self.encoder.takes]
        return {layer_of(name): head if name in HEAD else self.chosen.inner_rate for name in self._start(1)}

    def _walk(self, point: InnerPoint, support: Support) -> Iterator[InnerPoint]:
        """Yield the starting point of the inner loop, and the point after each step."""
        yield point
        steps = self.chosen.inner_steps if self.training else self.chosen.test_steps or self.chosen.inner_steps
        for step in range(steps):
            moved = self._moved(point, step)
            weights = point.weights | moved
            if len(moved) == len(HEAD) and point.support is support:
                point = replace(point, weights=weights)
            else:
                # A kept last classifier must not keep the support's graph alive; nor are other examples asked for.
                goes_on = step + 1 < steps
                asked = support if goes_on else point.support
                point = self._point_at(weights, asked, graph=self.training or goes_on, step=step + 1)
            yield point

    @torch.enable_grad()
    def _moved(self, point: InnerPoint, step: int) -> Weights:
        """Return the new values of the weights that a step changes."""
        # Before the first step a copied head gives the encoder exactly zero gradient, so none is computed.
        alike = step == 0 and self.head.copied
        body = {} if alike else _body_of(point.weights)
        moved = self.step_sizes.down(point.weights, self._gradients(point, body), step)
        return moved if self.training else detached(moved)

    def _gradients(self, point: InnerPoint, body: Weights) -> Weights:
        """Return the gradients of the support's loss for the head and for `body`, some weights of the encoder."""
        graph = self.training and self.chosen.order == "second"
        head = {name: point.weights[name] for name in HEAD}
        if not body:
            return gradients_of(self._support_loss(point), head, keep_graph=graph)
        # The head may depend on these vectors by earlier steps, but the gradient is that with the head held fixed: so a
        # view stands for the vectors, and backpropagation from them to the encoder is a second pass.
        here = replace(point, vectors=point.vectors.view_as(point.vectors))
        gradients = gradients_of(self._support_loss(here), head | {_VECTORS: here.vectors}, keep_graph=graph)
        slopes = gradients.pop(_VECTORS)
        behind = torch.autograd.grad(
            point.vectors, list(body.values()), slopes, create_graph=graph, allow_unused=True, materialize_grads=True
        )
        return gradients | dict(zip(body, behind, strict=True))

    def _support_loss(self, point: InnerPoint) -> Tensor:
        return self.shape.objective.loss(self._logits(point, point.vectors), point.support.labels)

    def _point_at(self, weights: Weights, support: Support, *, graph: bool, step: int = 0) -> InnerPoint:
        statistics = BatchStatistics()
        seen = support.seen_by(partial(self._outputs, weights), step)
        with torch.set_grad_enabled(graph):
            return InnerPoint(weights, seen, self._vectors(weights, seen.images, statistics), statistics)

    def _outputs(self, weights: Weights, inputs: Tensor) -> Tensor:
        return functional.linear(self._vectors(weights, inputs, BatchStatistics()), *(weights[name] for name in HEAD))

    def _vectors(self, weights: Weights, images: Tensor, statistics: BatchStatistics) -> Tensor:
        if self.capabilities.adapts_embeddings:
            return self.encoder(images)
        return Learner(self.encoder, self.head).vectors(weights, images, statistics)

    def _logits(self, point: InnerPoint, vectors: Tensor) -> Tensor:
        centre = point.vectors.mean(0) if self.chosen.centred and self.shape.objective.outer is None else 0.0
        return functional.linear(vectors - centre, *(point.weights[name] for name in HEAD))

    def _classified(self, point: InnerPoint, images: Tensor) -> Tensor:
        statistics = BatchStatistics() if self.capabilities.transductive else point.statistics
        return self._logits(point, self._vectors(point.weights, images, statistics))

"""LSTM meta-learner: a small recurrent network, shared by all weights, decides how each weight is updated.

Ravi & Larochelle, 2017, "Optimization as a Model for Few-Shot Learning". A weight is the cell state of an LSTM whose
candidate is minus its gradient (section 3.1); its initial value is learned, too. A first LSTM of 20 units reads
gradient and loss, split into size and sign as by Andrychowicz et al., 2016, "Learning to learn by gradient descent by
gradient descent" (appendix A, p = 10); the two gates read its output, the weight, and their own previous value.
Gradients and losses of the learner are treated as constants (section 3.3). Every inner step uses the whole support;
twelve steps are the paper's for one shot. Departures:

- by default only the linear classifier is adapted: the encoder learns from the queries of many episodes, and its batch
  normalisation works as in other approaches. `adapts=all` is the paper's, with the statistics of the support (section
  3.4); `adapts=last` is between. On the features of a frozen network only the classifier is ever adapted, because the
  layer on them has 1.6 million weights; their vectors are scaled to length 10;
- all classes have the same initial classifier (Ye & Chao, 2022, "How to Train Your MAML to Excel in Few-Shot
  Classification"), so that their number is free; `head=numbered` is the paper's;
- the weights from the LSTM to the gates start at zero, so that the untrained rule is gradient descent;
- the encoder is this program's (64 filters instead of 32), meta-gradients are not clipped, and the learning rate decays
  as a cosine over the run unless `decay=none`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import exp, log

import torch
from torch import Tensor, nn

from workbench.learning.approach import Accumulated, Approach, Capabilities, Classifier
from workbench.learning.embedded import AlreadyEmbedded
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.inner_loop import HEAD, ClassHead, Learner, Weights, detached, gradients_of, head_option
from workbench.learning.networks.encoders import Encoder
from workbench.learning.networks.normalisation import BatchStatistics
from workbench.learning.objective import Outcome
from workbench.learning.one_pass import fit_in_one_pass
from workbench.learning.options import Options, TriedRange, option
from workbench.learning.tracing.inner_steps import inner_steps
from workbench.learning.tracing.trace import Gates, Trace
from workbench.learning.tracing.watched import watched
from workbench.words import marked

_FIRST_FORGET = 5.0  # Before the sigmoid: a step keeps 99.3 % of a weight.
_SMALLEST = 10.0  # Values below e^-10 are encoded linearly, others by their logarithm.
_LENGTH_OF_FEATURES = 10.0


@dataclass(frozen=True, kw_only=True)
class LstmOptions(Options):
    """The options of the LSTM meta-learner."""

    steps: int = option(12, marked("Inner steps in training"), least=1, most=50, basic=True)
    test_steps: int = option(0, marked("Inner steps on new classes (0: as in training)"), least=0, most=1000)
    adapts: str = option(
        "head",
        marked("Adapted part (with a pretrained network, always the classifier only)"),
        choices={
            "head": marked("Classifier only (fast)"),
            "last": marked("Classifier and last block"),
            "all": marked("Whole network, as in the paper (slow)"),
        },
        basic=True,
    )
    rate: float = option(
        0.1, marked("Initial inner step size"), least=0.0001, most=0.99, basic=True, tried=TriedRange(0.03, 0.3)
    )
    units: int = option(20, marked("Meta-learner hidden units"), least=1, most=200)
    head: str = head_option()


class LstmLearner(Approach):
    """Learns initial weights, and how much of them and of their gradients each inner step keeps."""

    name = "lstm"
    family = "optimisation"
    paper = "Ravi & Larochelle, 2017, Optimization as a Model for Few-Shot Learning"
    summary = marked(
        "Learns the update rule by which a network corrects its mistakes on a few examples. New classes are "
        "learned in a few steps of that rule."
    )
    choose_when = marked(
        "Choose it when new classes should be learned in a few steps and you do not want to set the step size yourself."
    )
    cannot = marked(
        "It is not expected to gain from more steps than it was trained with, and training is slow when the "
        "whole network is adapted."
    )
    options_kind = LstmOptions
    capabilities = Capabilities(adapts_iteratively=True)

    def __init__(self, encoder: Encoder, shape: EpisodeShape, options: LstmOptions) -> None:
        super().__init__(encoder, shape, options)
        self.chosen = options
        only_head = options.adapts == "head" or encoder.takes == "features"
        self.capabilities = replace(self.capabilities, adapts_embeddings=only_head)
        self.head = ClassHead(encoder.dimension, shape.way, copied=options.head == "copied")
        self.rule = Rule(options.units, options.rate)
        self._length = _LENGTH_OF_FEATURES if encoder.takes == "features" else 1.0
        body = AlreadyEmbedded(encoder.dimension) if self.capabilities.adapts_embeddings else encoder
        self._learner = Learner(body, self.head, shape.objective)
        self._governed = _last_block(body) if options.adapts == "last" else ""

    def adapt(self, support: Support) -> Classifier:
        support.require_images()
        inputs = self._inputs(support)
        *_, weights = self._descent(inputs)
        return self._classifier(weights, inputs)

    def adapting(self, support: Support) -> Iterator[Classifier]:
        support.require_images()
        inputs = self._inputs(support)
        for weights in self._descent(inputs):
            yield self._classifier(weights, inputs)

    def trace(self, episode: Episode) -> Trace:
        with watched(self.rule) as taken:

            def gates() -> Gates | None:
                opened = [Gates(float(memory.forget.mean()), float(memory.admit.mean())) for _, memory in taken]
                taken.clear()  # The states of all weights are large.
                return opened[-1] if opened else None

            return inner_steps(self, episode, gates)

    def accumulate(self, episodes: Sequence[Episode]) -> Accumulated:
        if self.capabilities.adapts_embeddings:
            return fit_in_one_pass(self.encoder, episodes, self._outcome)
        return super().accumulate(episodes)

    def _outcome(self, examples: Tensor, queries: Tensor, episode: Episode) -> Outcome:
        inputs = replace(episode.support, images=self._length * examples)
        *_, weights = self._descent(inputs)
        logits = self._learner.logits(weights, self._length * queries, BatchStatistics())
        return self.shape.objective.outcome(logits, episode.answers)

    def _inputs(self, support: Support) -> Support:
        """Return the support as input of the learner: as vectors (n, dimension) if only the classifier adapts."""
        if not self.capabilities.adapts_embeddings:
            return support
        return replace(support, images=self._vectors(support.images))

    def _vectors(self, images: Tensor) -> Tensor:
        return self._length * self.encoder(images)

    def _descent(self, support: Support) -> Iterator[Weights]:
        """Yield the adapted weights before the first step and after each."""
        start = self._learner.start(support.way)
        governed = {name: weight for name, weight in start.items() if name in HEAD or name.startswith(self._governed)}
        weights = torch.cat([weight.flatten() for weight in governed.values()])
        memory = self.rule.memory(weights)
        yield governed
        for step in range(self.chosen.steps if self.training else self.chosen.test_steps or self.chosen.steps):
            gradients, loss = self._slope(_parted(weights, governed), support, step)
            weights, memory = self.rule(weights, gradients, loss, memory)
            yield _parted(weights, governed)

    def _slope(self, weights: Weights, support: Support, step: int) -> tuple[Tensor, Tensor]:
        """Return the gradients (weights,) of the support's loss, and the loss, both as constants (section 3.3)."""
        leaves = detached(weights)
        seen = support.seen_by(partial(self._outputs, weights), step)
        with torch.enable_grad():
            loss = self._learner.loss(leaves, replace(seen, images=seen.images.detach()))
            gradients = gradients_of(loss, leaves)
        return torch.cat([gradient.flatten() for gradient in gradients.values()]), loss.detach()

    def _outputs(self, weights: Weights, inputs: Tensor) -> Tensor:
        return self._learner.logits(weights, inputs, BatchStatistics())

    def _classifier(self, weights: Weights, support: Support) -> Classifier:
        statistics = BatchStatistics()
        self._learner.vectors(weights, support.images, statistics)  # measures the statistics
        if not self.capabilities.adapts_embeddings:
            return lambda images: self._learner.logits(weights, images, statistics)
        return lambda images: self._learner.logits(weights, self._vectors(images), statistics)


@dataclass(frozen=True)
class OptimiserMemory:
    """The state of the rule for each weight, from the previous step."""

    output: Tensor  # (weights, units), output of the first LSTM
    cell: Tensor  # (weights, units)
    forget: Tensor  # (weights,), forget gates, 0 to 1
    admit: Tensor  # (weights,), input gates, 0 to 1


class Rule(nn.Module):
    """The meta-learner: an LSTM that reads gradient and loss, and two gates, all shared by all weights.

    Ravi & Larochelle, 2017, section 3.1.
    """

    def __init__(self, units: int, rate: float) -> None:
        super().__init__()
        self.reader = nn.LSTMCell(4, units)
        self.forget = _gate(units, _FIRST_FORGET)
        self.admit = _gate(units, log(rate / (1 - rate)))

    def memory(self, weights: Tensor) -> OptimiserMemory:
        """Return the state before the first step on weights (n,)."""
        nothing = weights.new_zeros(len(weights), self.reader.hidden_size)
        return OptimiserMemory(nothing, nothing, nothing[:, 0], nothing[:, 0])

    def forward(
        self, weights: Tensor, gradients: Tensor, loss: Tensor, before: OptimiserMemory
    ) -> tuple[Tensor, OptimiserMemory]:
        """Return the updated weights (n,) and state, given weights and gradients (n,) and the scalar loss."""
        # Half precision would lose small steps.
        with torch.autocast(weights.device.type, enabled=False):
            inputs = torch.cat([size_and_sign(gradients), size_and_sign(loss).expand(len(weights), 2)], 1)
            output, cell = self.reader(inputs, (before.output, before.cell))
            forget = _opened(self.forget, output, weights, before.forget)
            admit = _opened(self.admit, output, weights, before.admit)
        return forget * weights - admit * gradients, OptimiserMemory(output, cell, forget, admit)


def size_and_sign(values: Tensor) -> Tensor:
    """Return size and sign (..., 2), about -1 to 1, of values (...) (Andrychowicz et al., 2016, appendix A)."""
    sizes = values.abs()
    size = sizes.clamp(min=exp(-_SMALLEST)).log() / _SMALLEST
    small = sizes < exp(-_SMALLEST)
    sign = torch.where(small, values * exp(_SMALLEST), values.sign())
    return torch.stack([torch.where(small, -1.0, size), sign], -1)


def _gate(units: int, bias: float) -> nn.Linear:
    gate = nn.Linear(units + 2, 1)
    nn.init.zeros_(gate.weight)
    nn.init.constant_(gate.bias, bias)
    return gate


def _opened(gate: nn.Linear, output: Tensor, weights: Tensor, before: Tensor) -> Tensor:
    """Return a gate's values (weights,), from 0 to 1, given the LSTM's `output` (weights, units)."""
    # Term by term, because concatenating the inputs would copy them all.
    for_output, for_weight, for_before = torch.split(gate.weight[0], [output.shape[1], 1, 1])
    return (output @ for_output + for_weight * weights + for_before * before + gate.bias).sigmoid()


def _last_block(body: Encoder) -> str:
    """Return the prefix of the learner's names for the weights of the encoder's last block."""
    names = ["encoder." + name for name, _ in body.named_parameters()]
    return re.findall(r"^.+?\.\d+\.|^.+\.", names[-1])[0] if names else ""


def _parted(flat: Tensor, like: Weights) -> Weights:
    """Split weights (n,) into tensors with the shapes and names of `like`."""
    pieces = torch.split(flat, [weight.numel() for weight in like.values()])
    return {name: piece.view_as(weight) for (name, weight), piece in zip(like.items(), pieces, strict=True)}

"""Meta Networks: gradients of the examples are turned into fast weights, for the episode and for each query.

Munkhdalai & Yu, 2017, "Meta Networks", algorithm 1, with u the encoder and an augmented dense layer, b an augmented
dense layer and an augmented softmax layer. `head=numbered` and `scale=none` are the paper's. Gradients are inputs only:
nothing is backpropagated through them, as in the authors' code, and results were worse where it was. Departures:
- b takes the encoder's vectors instead of images, and the encoder itself has slow weights only, because a separate
  convolution for each query costs too much; vectors longer than `width` are first projected to it.
- The learning rate decays as a cosine over the run unless `decay=none`.
- The activation is ELU (see `fast_weights.py`), and one m serves both layers of b.
- The attention's cosines are multiplied by a learned scale, initially 10 (see `matching.py`).
- With `head=copied` all classes have the same initial classifier, so that their number is free, but then the loss of an
  example has no gradient below the softmax layer. So the hidden layer's gradients are those with the softmax layer's
  fast weights added (the mean of the memory), and the representation loss is contrastive even for one shot.
- The contrastive loss is the squared error of the cosines that the memory is read by: 1 within a class, else 0.
- d reads all examples, divided into at most T groups whose mean gradients it takes, as in the authors' code, instead of
  T random examples: the same examples in the same order always give the same answers.
"""

from dataclasses import dataclass
from math import log, sqrt

import torch
from torch import Tensor, nn
from torch.nn import functional

from workbench.learning.approach import Classifier
from workbench.learning.episode import EpisodeShape, Support
from workbench.learning.fast_weights import Augmented, ExampleReader, TaskReader, outer, read, slopes, through
from workbench.learning.inner_loop import HEAD, ClassHead, head_option
from workbench.learning.networks.encoders import Encoder
from workbench.learning.one_pass import OnVectors
from workbench.learning.options import Options, option
from workbench.learning.tracing.trace import Attention, Embedded, SlowAndFast, TraceStep
from workbench.words import marked

_FIRST_SCALE = 10.0
_QUERIES_AT_ONCE = 512  # Each has its own fast weights.


@dataclass(frozen=True, kw_only=True)
class MetaNetOptions(Options):
    """The options of Meta Networks."""

    head: str = head_option(basic=True)
    width: int = option(64, marked("Embedding size"), least=2, most=512)
    groups: int = option(5, marked("Example groups for the fast weights of an episode"), least=1, most=100)
    units: int = option(10, marked("Hidden units of the fast-weight generators"), least=1, most=200)
    scale: str = option(
        "learned",
        marked("Similarity scale"),
        choices={"learned": marked("Learned"), "none": marked("None, as in the paper")},
    )


@dataclass(frozen=True)
class FastWeightMemory:
    """What is stored of n examples: their keys, and the fast weights of both layers of the base learner."""

    keys: Tensor  # (n, width)
    hidden: Tensor  # (n, width, inputs)
    outputs: Tensor  # (n, way, width)


class MetaNet(OnVectors):
    """Learns slow weights, and two networks that generate fast weights from gradients."""

    name = "metanet"
    family = "model"
    paper = "Munkhdalai & Yu, 2017, Meta Networks"
    summary = marked(
        "Learns to make quick corrections (fast weights) from its mistakes on the examples. For each new "
        "image, it uses the corrections of the most similar examples."
    )
    choose_when = marked("Choose it when the network should adapt to each new image, in a single pass.")
    cannot = marked(
        "It cannot treat all examples equally: their order matters a little, and classes with more examples "
        "are favoured."
    )
    options_kind = MetaNetOptions
    class_vectors: Tensor  # (way, width)

    def __init__(self, encoder: Encoder, shape: EpisodeShape, options: MetaNetOptions) -> None:
        super().__init__(encoder, shape, options)
        self.chosen = options
        inputs, width = min(encoder.dimension, options.width), options.width
        self.narrow = nn.Linear(encoder.dimension, inputs) if inputs < encoder.dimension else nn.Identity()
        # Features have length 1, whatever their number; the layers after expect numbers of about 1.
        self.stretch = sqrt(encoder.dimension) if encoder.takes == "features" else 1.0
        self.embedding = Augmented(inputs, width)
        self.hidden = Augmented(inputs, width)
        self.outputs = ClassHead(width, shape.way, copied=options.head == "copied")
        # The representation loss of `head=numbered` uses these class vectors; no gradient ever reaches them.
        self.register_buffer("class_vectors", nn.init.xavier_uniform_(torch.empty(shape.way, width)))
        self.task_reader = TaskReader(options.units)
        self.example_reader = ExampleReader(options.units)
        learned = options.scale == "learned"
        self.log_scale = nn.Parameter(torch.tensor(log(_FIRST_SCALE) if learned else 0.0), requires_grad=learned)

    def classifier(self, examples: Tensor, support: Support) -> Classifier:
        weights, bias = (self.outputs.start(support.way)[name] for name in HEAD)
        inputs = self.narrow(examples * self.stretch)
        task = self.task_reader(self.task_gradients(inputs, support))
        memory = self.memory(inputs, self.embedding(inputs, task), support)

        def logits(vectors: Tensor) -> Tensor:
            return torch.cat([answers(part) for part in torch.split(vectors, _QUERIES_AT_ONCE)])

        def answers(vectors: Tensor) -> Tensor:
            inputs = self.narrow(vectors * self.stretch)
            attention = self.attention(self.embedding(inputs, task), memory.keys)
            hidden = self.hidden(inputs, read(attention, memory.hidden))
            return functional.linear(hidden, weights, bias) + through(read(attention, memory.outputs), hidden)

        return logits

    def traced(self, seen: Embedded) -> tuple[TraceStep, ...]:
        weights, bias = (self.outputs.start(seen.support.way)[name] for name in HEAD)
        inputs, queries = (self.narrow(vectors * self.stretch) for vectors in (seen.examples, seen.queries))
        task = self.task_reader(self.task_gradients(inputs, seen.support))
        memory = self.memory(inputs, self.embedding(inputs, task), seen.support)
        alone = functional.linear(functional.elu(self.hidden.slow(queries)), weights, bias)
        slow = _sizes(self.embedding.slow.weight, self.hidden.slow.weight, weights)
        fast = _sizes(task, memory.hidden, memory.outputs)
        attention = Attention(self.attention(self.embedding(queries, task), memory.keys))
        return TraceStep(SlowAndFast(slow, fast), alone), TraceStep(attention, seen.logits)

    def attention(self, queries: Tensor, keys: Tensor) -> Tensor:
        """Return the attention (q, n) of each query (q, width) to the keys (n, width); its rows sum to 1."""
        cosines = functional.normalize(queries, dim=1) @ functional.normalize(keys, dim=1).T
        return (self.log_scale.exp() * cosines).softmax(1)

    def task_gradients(self, inputs: Tensor, support: Support) -> Tensor:
        """Return the embedding's gradients (groups, width, inputs) of the representation loss.

        `inputs` are the support's vectors (n, inputs); each gradient is the mean of a group of them.
        """
        sums = self.embedding.slow(inputs)
        rows = slopes(lambda outputs: self._representation_loss(functional.elu(outputs), support), sums)
        dealt = [slice(first, None, self.chosen.groups) for first in range(min(self.chosen.groups, len(sums)))]
        return torch.stack([rows[group].T @ inputs[group].detach() / len(rows[group]) for group in dealt])

    def memory(self, inputs: Tensor, keys: Tensor, support: Support) -> FastWeightMemory:
        """Return the base learner's fast weights from each example (n, inputs), with the keys (n, width)."""
        weights, bias = (self.outputs.start(support.way)[name].detach() for name in HEAD)
        inputs = inputs.detach()
        sums = self.hidden.slow(inputs).detach()
        outputs = self._softmax_layer(functional.elu(sums), support, weights, bias)
        in_place = weights + outputs.detach().mean(0) if self.outputs.copied else weights

        def loss(hidden: Tensor) -> Tensor:
            logits = functional.linear(functional.elu(hidden), in_place, bias)
            return functional.cross_entropy(logits, support.labels, reduction="sum")

        return FastWeightMemory(keys, self.example_reader(outer(slopes(loss, sums), inputs)), outputs)

    def _softmax_layer(self, hidden: Tensor, support: Support, weights: Tensor, bias: Tensor) -> Tensor:
        """Return the softmax layer's fast weights (n, way, width) of each example."""
        own = functional.one_hot(support.labels, support.way)
        wrong = functional.linear(hidden, weights, bias).softmax(1) - own
        if not self.outputs.copied:
            return self.example_reader(outer(wrong, hidden))
        # With a copied head all classes but an example's own have the same gradient, so that only two are read.
        others, its_own = self.example_reader(torch.stack([hidden / support.way, hidden / support.way - hidden]))
        return torch.where(own[:, :, None] == 1, its_own[:, None], others[:, None])

    def _representation_loss(self, represented: Tensor, support: Support) -> Tensor:
        """Return the sum of the embedding's loss over examples (n, width), without fast weights."""
        if not self.outputs.copied and len(support.labels) == support.way:
            logits = represented @ self.class_vectors[: support.way].T
            return functional.cross_entropy(logits, support.labels, reduction="sum")
        directions = functional.normalize(represented, dim=1)
        alike = (support.labels[:, None] == support.labels).to(directions.dtype)
        return (directions @ directions.T - alike).square().mean(1).sum() / 2


def _sizes(embedding: Tensor, hidden: Tensor, outputs: Tensor) -> tuple[float, float, float]:
    """Return the root mean squares of the weights of three layers."""
    one, two, three = (float(weights.square().mean().sqrt()) for weights in (embedding, hidden, outputs))
    return one, two, three

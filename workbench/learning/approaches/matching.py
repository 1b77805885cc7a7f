"""Matching Networks: an image is given the class whose examples get most of its attention.

Vinyals, Blundell, Lillicrap, Kavukcuoglu & Wierstra, 2016, "Matching Networks for One Shot Learning": attention is a
softmax over cosine similarities, and a class gets the sum over its examples (eq. 1), so that a class with more examples
has an advantage. `full_context=yes` is section 2.1.2 with appendix A, whose embeddings depend on the order of the
examples. Departures: the learning rate decays as a cosine over the run unless `decay=none`; cosines are multiplied by a
learned scale, initially 10, because with plain cosines, `scale=none`, the paper's, the attention is so even that no
answer is ever confident (with five classes and one shot at most 0.65), and learning is slow.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import log

import torch
from torch import Tensor, nn
from torch.nn import functional

from workbench.learning.approach import Classifier
from workbench.learning.episode import EpisodeShape, Support
from workbench.learning.networks.encoders import Encoder
from workbench.learning.one_pass import OnVectors
from workbench.learning.options import Options, option
from workbench.learning.tracing.trace import Attention, ClassProbabilities, Embedded, TraceStep
from workbench.words import marked

_FIRST_SCALE = 10.0


@dataclass(frozen=True, kw_only=True)
class MatchingOptions(Options):
    """The options of Matching Networks."""

    full_context: bool = option(False, marked("Full context embeddings"), basic=True)
    reading_steps: int = option(5, marked("Reading steps (full context embeddings only)"), least=1, most=50)
    scale: str = option(
        "learned",
        marked("Similarity scale"),
        choices={"learned": marked("Learned"), "none": marked("None, as in the paper")},
    )


class Matching(OnVectors):
    """Learns an encoder in which the images of a class point in the same direction."""

    name = "matching"
    family = "metric"
    paper = "Vinyals, Blundell, Lillicrap, Kavukcuoglu & Wierstra, 2016, Matching Networks for One Shot Learning"
    summary = marked(
        "Learns to weight the examples by their similarity to a new image. The class with the largest total "
        "weight wins."
    )
    choose_when = marked(
        "Choose it when the images of a class look different from each other, as each example is compared separately."
    )
    cannot = marked(
        "It cannot treat classes equally when they have different numbers of examples: those with more are favoured."
    )
    options_kind = MatchingOptions

    def __init__(self, encoder: Encoder, shape: EpisodeShape, options: MatchingOptions) -> None:
        super().__init__(encoder, shape, options)
        learned = options.scale == "learned"
        self.log_scale = nn.Parameter(torch.tensor(log(_FIRST_SCALE) if learned else 0.0), requires_grad=learned)
        self.context = FullContext(encoder.dimension, options.reading_steps) if options.full_context else None

    def classifier(self, examples: Tensor, support: Support) -> Classifier:
        attention = self._log_attention(examples)
        others = functional.one_hot(support.labels, support.way).T == 0  # (way, examples)
        # logsumexp, because the plain sum may underflow to zero.
        return lambda vectors: attention(vectors)[:, None].masked_fill(others, float("-inf")).logsumexp(2)

    def traced(self, seen: Embedded) -> tuple[TraceStep, ...]:
        attention = Attention(self._log_attention(seen.examples)(seen.queries).exp())
        return TraceStep(attention), TraceStep(ClassProbabilities(seen.logits.exp()), seen.logits)

    def _log_attention(self, examples: Tensor) -> Callable[[Tensor], Tensor]:
        """Return the function from vectors (q, dimension) to the logarithms of their attention (q, examples)."""
        read = examples if self.context is None else self.context.examples(examples)
        directions = functional.normalize(read, dim=1)

        def attention(vectors: Tensor) -> Tensor:
            embedded = vectors if self.context is None else self.context.queries(vectors, read)
            return (self.log_scale.exp() * functional.normalize(embedded, dim=1) @ directions.T).log_softmax(1)

        return attention


class FullContext(nn.Module):
    """Full-context embeddings: every vector depends on the whole support.

    Vinyals et al., 2016, "Matching Networks for One Shot Learning", section 2.1.2 and appendix A.
    """

    def __init__(self, dimension: int, steps: int) -> None:
        super().__init__()
        self.steps = steps
        self.reader = nn.LSTM(dimension, dimension, bidirectional=True)
        self.attention = nn.LSTMCell(2 * dimension, dimension)

    def examples(self, vectors: Tensor) -> Tensor:
        """Return g (n, dimension): the support's vectors (n, dimension) plus a bidirectional LSTM's outputs."""
        forwards, backwards = self.reader(vectors)[0].chunk(2, dim=1)
        return forwards + backwards + vectors

    def queries(self, vectors: Tensor, examples: Tensor) -> Tensor:
        """Return f (n, dimension): vectors (n, dimension) after some steps of attention to examples (m, dimension)."""
        hidden = cell = torch.zeros_like(vectors)
        for _ in range(self.steps):
            # `read` joins the input instead of the state h, which gives the same sum as the paper's [h, r].
            read = (hidden @ examples.T).softmax(1) @ examples
            output, cell = self.attention(torch.cat([vectors, read], 1), (hidden, cell))
            hidden = output + vectors
        return hidden

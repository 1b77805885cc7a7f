"""R2-D2: ridge regression from vectors to classes, solved in closed form for every support.

Bertinetto, Henriques, Torr & Vedaldi, 2019, "Meta-learning with differentiable closed-form solvers", section 3.2: the
weights W of the vectors X of the support, with classes Y as ones among zeros, are (X'X + λI)⁻¹X'Y, or by the Woodbury
identity X'(XX' + λI)⁻¹Y where there are fewer examples than numbers in a vector; logits are α X W + β, where λ, α and β
are learned with the encoder. As in the authors' code, X has a column of ones. β is the same for all classes and so
changes no answer; it is kept as the paper has it. `train_way` is the paper's training with more classes than the test
(section 4).

Departures: examples are weighted by one over the number of those of their class, so that a class with more examples is
not favoured; with equal numbers that only scales λ. λ and α are exponentials of what is learned, so that they stay
above zero. The initial λ is `penalty` times the squared length that vectors about have: 1 on the features of a frozen
network, else their dimension, so that for the authors' 64 numbers it is about their 50.
"""

from dataclasses import dataclass, replace
from math import log
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from workbench.learning.approach import Classifier
from workbench.learning.episode import EpisodeShape, Support
from workbench.learning.networks.encoders import Encoder
from workbench.learning.one_pass import OnVectors
from workbench.learning.options import Options, option
from workbench.learning.tracing.trace import ClassScores, Embedded, TraceStep
from workbench.words import marked


@dataclass(frozen=True, kw_only=True)
class R2D2Options(Options):
    """The options of R2-D2."""

    train_way: int = option(
        0, marked("Classes per training episode (0: as in testing)"), least=0, most=1000, basic=True, tried=(0, 10, 20)
    )
    penalty: float = option(0.8, marked("Initial ridge penalty"), least=1e-4, most=1e4)
    scale: float = option(10.0, marked("Initial logit scale"), least=0.01, most=1000.0)


class R2D2(OnVectors):
    """Learns an encoder from whose vectors ridge regression tells new classes apart."""

    name = "r2-d2"
    family = "optimisation"
    paper = "Bertinetto, Henriques, Torr & Vedaldi, 2019, Meta-learning with differentiable closed-form solvers (R2-D2)"
    summary = marked(
        "Learns features on which a linear classifier can be computed at once. New classes get the exact ridge "
        "regression on their examples, without any training steps."
    )
    choose_when = marked("Choose it when new classes get several examples each, and for quick answers while labelling.")
    cannot = marked(
        "It cannot represent a class whose images fall into very different groups, as its classifier is linear."
    )
    options_kind = R2D2Options

    def __init__(self, encoder: Encoder, shape: EpisodeShape, options: R2D2Options) -> None:
        super().__init__(encoder, shape, options)
        squared_length = encoder.dimension if encoder.takes == "images" else 1
        self.log_penalty = nn.Parameter(torch.tensor(log(options.penalty * squared_length)))
        self.log_scale = nn.Parameter(torch.tensor(log(options.scale)))
        self.offset = nn.Parameter(torch.zeros(()))

    @classmethod
    def training_shape(cls, shape: EpisodeShape, options: Options) -> EpisodeShape:
        way = options.train_way if isinstance(options, R2D2Options) else 0
        return replace(shape, way=way or shape.way)

    def classifier(self, examples: Tensor, support: Support) -> Classifier:
        classes = functional.one_hot(support.labels, support.way).to(examples.dtype)
        weight = (classes / classes.sum(0)).sum(1, keepdim=True).sqrt()
        weights = ridge_weights(weight * _with_ones(examples), weight * classes, self.log_penalty.exp())
        return lambda vectors: self.log_scale.exp() * _with_ones(vectors) @ weights + self.offset

    def traced(self, seen: Embedded) -> tuple[TraceStep, ...]:
        # Regression towards 1 for the own class and 0 for others, before it is scaled to logits.
        scores = (seen.logits - self.offset) / self.log_scale.exp()
        return (TraceStep(ClassScores(scores), seen.logits),)


def ridge_weights(inputs: Tensor, outputs: Tensor, penalty: Tensor) -> Tensor:
    """Return the weights (d, m) of ridge regression from inputs (n, d) to outputs (n, m), with a scalar penalty.

    Of the two forms of the solution (Bertinetto et al., 2019, section 3.2), it solves the smaller system: n or d
    equations.
    """
    count, dimension = inputs.shape
    if count < dimension:
        return inputs.T @ _solved(inputs @ inputs.T, penalty, outputs)
    return _solved(inputs.T @ inputs, penalty, inputs.T @ outputs)


def _solved(products: Tensor, penalty: Tensor, right: Tensor) -> Tensor:
    unit = torch.eye(len(products), dtype=products.dtype, device=products.device)
    return cast("Tensor", torch.linalg.solve(products + penalty * unit, right))


def _with_ones(vectors: Tensor) -> Tensor:
    return functional.pad(vectors, (0, 1), value=1.0)

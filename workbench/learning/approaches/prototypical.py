"""Prototypical Networks: the prototype of a class is its examples' mean vector, and the nearest prototype wins.

Snell, Swersky & Zemel, 2017, "Prototypical Networks for Few-shot Learning", with squared Euclidean distance (section
2.4); meta-training with more ways than the test (section 3) is the option `train_way`. Departures: the learning rate
decays as a cosine over the run unless `decay=halving` asks for the paper's halving every 2,000 steps, which are
optimiser steps here and episodes in the paper, the same with one episode at a time; on the features of a frozen
network, which have length 1, distances are multiplied by a learned scale.
"""

from dataclasses import dataclass, replace
from math import log

import torch
from torch import Tensor, nn

from workbench.learning.approach import Classifier, class_means, squared_distances
from workbench.learning.episode import EpisodeShape, Support
from workbench.learning.networks.encoders import Encoder
from workbench.learning.one_pass import OnVectors
from workbench.learning.options import Options, option
from workbench.learning.tracing.flattening import with_prototypes
from workbench.learning.tracing.trace import Distances, Embedded, TraceStep
from workbench.words import marked

_FIRST_SCALE_OF_UNIT_VECTORS = 10.0


@dataclass(frozen=True, kw_only=True)
class PrototypicalOptions(Options):
    """The options of Prototypical Networks."""

    train_way: int = option(
        0, marked("Classes per training episode (0: as in testing)"), least=0, most=1000, basic=True, tried=(0, 10, 20)
    )


class Prototypical(OnVectors):
    """Learns an encoder that places the images of a class around their mean."""

    name = "prototypical"
    family = "metric"
    paper = "Snell, Swersky & Zemel, 2017, Prototypical Networks for Few-shot Learning"
    summary = marked(
        "Learns an embedding in which images of one class lie close together. A new class is represented by "
        "the mean of its few examples, its prototype; the nearest prototype wins."
    )
    choose_when = marked(
        "Choose it first: it is fast, has few settings, and stays accurate when new classes get more examples."
    )
    cannot = marked(
        "It cannot represent a class whose images look very different from each other, as it keeps a single "
        "prototype of it."
    )
    options_kind = PrototypicalOptions

    def __init__(self, encoder: Encoder, shape: EpisodeShape, options: PrototypicalOptions) -> None:
        super().__init__(encoder, shape, options)
        self.log_scale = nn.Parameter(torch.zeros(()), requires_grad=encoder.takes == "features")
        if encoder.takes == "features":
            nn.init.constant_(self.log_scale, log(_FIRST_SCALE_OF_UNIT_VECTORS))

    @classmethod
    def training_shape(cls, shape: EpisodeShape, options: Options) -> EpisodeShape:
        way = options.train_way if isinstance(options, PrototypicalOptions) else 0
        return replace(shape, way=way or shape.way)

    def classifier(self, examples: Tensor, support: Support) -> Classifier:
        prototypes = class_means(examples, support.labels, support.way)
        return lambda vectors: -squared_distances(vectors, prototypes) * self.log_scale.exp()

    def traced(self, seen: Embedded) -> tuple[TraceStep, ...]:
        prototypes = class_means(seen.examples, seen.support.labels, seen.support.way)
        distances = Distances(squared_distances(seen.queries, prototypes))
        return with_prototypes(seen, prototypes), TraceStep(distances, seen.logits)

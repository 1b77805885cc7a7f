"""Meta-Baseline: learn to classify all training classes first, then compare with the centre of each class by episodes.

Chen, Liu, Xu, Darrell & Wang, 2021, "Meta-Baseline: Exploring Simple Meta-Learning for Few-Shot Learning", section 3
and figure 1: Classifier-Baseline classifies among all training classes and then takes the nearest class mean by cosine
similarity; Meta-Baseline goes on with episodes, in which the cosines are multiplied by a learned scale, initially 10.
Both stages are parts of one meta-training here, `episodes` is the share of the second. With `episodes=0` it is
SimpleShot: Wang, Chao, Weinberger & van der Maaten, 2019, "SimpleShot: Revisiting Nearest-Neighbor Classification for
Few-Shot Learning": vectors are centred on the mean of the training images and scaled to length 1 (CL2N), and the
nearest class mean wins by Euclidean distance.

Departures: vectors are centred and compared as by SimpleShot in the second stage, too, which learned faster on
validation classes of Omniglot; `similarity=cosine` is the paper's. An episode of the second stage has more classes and
fewer queries than a test, with as many images altogether, so that both stages read the same batches; the mean of the
training images is a running one; Adam with a falling rate trains both stages. The vectors of a frozen network have
length 1 and are multiplied by 20 before they are classified among all training classes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log

import torch
from torch import Tensor, nn
from torch.nn import functional

from workbench.learning.approach import Accumulated, Classifier, class_means, squared_distances
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.networks.encoders import Encoder
from workbench.learning.objective import Outcome
from workbench.learning.one_pass import OnVectors, classify_in_one_pass, fit_in_one_pass, with_many_classes
from workbench.learning.options import Options, option
from workbench.learning.tracing.flattening import with_prototypes
from workbench.learning.tracing.trace import Cosines, Distances, Embedded, TraceStep
from workbench.words import Message, marked

_FIRST_SCALE = 10.0
_SCALE_OF_UNIT_VECTORS = 20.0
_SHARE_OF_A_BATCH = 0.1  # in the running mean, as in batch normalisation


@dataclass(frozen=True, kw_only=True)
class MetaBaselineOptions(Options):
    """The options of Meta-Baseline."""

    episodes: float = option(
        0.5,
        marked("Share of the training by episodes (0: none, as SimpleShot)"),
        least=0.0,
        most=1.0,
        basic=True,
        tried=(0.0, 0.5),
    )
    similarity: str = option(
        "centred",
        marked("Similarity to a class"),
        choices={
            "centred": marked("Distance of centred vectors, as SimpleShot"),
            "cosine": marked("Cosine similarity to the mean, as in the paper"),
        },
        basic=True,
        tried=("centred", "cosine"),
    )


class MetaBaseline(OnVectors):
    """Learns an encoder by classification, then one in which images point in the direction of their class mean."""

    name = "meta-baseline"
    family = "metric"
    paper = "Chen, Liu, Xu, Darrell & Wang, 2021, Meta-Baseline: Exploring Simple Meta-Learning for Few-Shot Learning"
    summary = marked(
        "Learns to classify all training classes first, then practises on few-shot episodes. A new image gets the "
        "class whose mean vector points most nearly in the same direction."
    )
    choose_when = marked(
        "Choose it when there are many training classes: it is simple, trains quickly and is hard to beat."
    )
    cannot = marked(
        "It cannot represent a class whose images look very different from each other, as it keeps a single mean of it."
    )
    options_kind = MetaBaselineOptions
    mean: Tensor  # (dimension,), of the vectors of the training images

    def __init__(self, encoder: Encoder, shape: EpisodeShape, options: MetaBaselineOptions) -> None:
        super().__init__(encoder, shape, options)
        self.chosen = options
        self.log_scale = nn.Parameter(torch.tensor(log(_FIRST_SCALE)))
        self.register_buffer("mean", torch.zeros(encoder.dimension))
        weights = torch.empty(shape.training_classes, encoder.dimension)
        self.training_weights = nn.Parameter(nn.init.normal_(weights, std=0.01))
        self.training_bias = nn.Parameter(torch.zeros(shape.training_classes))

    @property
    def classifies(self) -> bool:
        """Whether meta-training is in its first stage."""
        return self.progress < 1 - self.chosen.episodes

    @classmethod
    def training_shape(cls, shape: EpisodeShape, options: Options) -> EpisodeShape:
        return with_many_classes(shape, shape.shot)

    @classmethod
    def training_way(cls, shape: EpisodeShape, drawn: int) -> int:
        return shape.training_classes

    @classmethod
    def unsupported_reason(cls, shape: EpisodeShape, options: Options) -> Message | None:
        if shape.training_classes < 2:
            return Message(marked("Meta-Baseline needs at least two classes to train on."))
        return None

    def classifier(self, examples: Tensor, support: Support) -> Classifier:
        scale = self.log_scale.exp()
        if self.chosen.similarity == "centred":
            means = class_means(self._centred(examples), support.labels, support.way)
            # Half of it, so that the logits of a single example differ as its cosines do.
            return lambda vectors: -scale / 2 * squared_distances(self._centred(vectors), means)
        directions = functional.normalize(class_means(examples, support.labels, support.way), dim=1)
        return lambda vectors: scale * functional.normalize(vectors, dim=1) @ directions.T

    def traced(self, seen: Embedded) -> tuple[TraceStep, ...]:
        labels, way = seen.support.labels, seen.support.way
        if self.chosen.similarity == "centred":
            seen = replace(seen, examples=self._centred(seen.examples), queries=self._centred(seen.queries))
            means = class_means(seen.examples, labels, way)
            compared = Distances(squared_distances(seen.queries, means))
        else:
            means = class_means(seen.examples, labels, way)
            compared = Cosines(functional.normalize(seen.queries, dim=1) @ functional.normalize(means, dim=1).T)
        return with_prototypes(seen, means), TraceStep(compared, seen.logits)

    def accumulate(self, episodes: Sequence[Episode]) -> Accumulated:
        if self.classifies:
            return classify_in_one_pass(self.encoder, episodes, self._training_logits)
        return fit_in_one_pass(self.encoder, episodes, self._outcome)

    def _training_logits(self, vectors: Tensor) -> Tensor:
        self._follow(vectors)
        if self.encoder.takes == "features":
            vectors = _SCALE_OF_UNIT_VECTORS * vectors
        return functional.linear(vectors, self.training_weights, self.training_bias)

    def _outcome(self, examples: Tensor, queries: Tensor, episode: Episode) -> Outcome:
        self._follow(torch.cat([examples, queries]))
        return super()._outcome(examples, queries, episode)

    def _centred(self, vectors: Tensor) -> Tensor:
        return functional.normalize(vectors - self.mean, dim=1)

    @torch.no_grad()
    def _follow(self, vectors: Tensor) -> None:
        if self.training:
            self.mean.lerp_(vectors.mean(0), _SHARE_OF_A_BATCH)

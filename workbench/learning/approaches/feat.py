"""FEAT: class means look at one another, by self-attention, before the nearest one wins.

Ye, Hu, Zhan & Sha, 2020, "Few-Shot Learning via Embedding Adaptation with Set-to-Set Functions", section 3: the set of
prototypes is transformed by one head of attention, with a residual and layer normalisation, and an image gets the class
of the nearest one, whatever the order of the classes. While training, the images of each class are transformed in the
same way, and all images are compared with the centres of these sets, too ("contrastive learning of set-to-set
functions"): this second loss has the weight `contrast`. Squared distances, one temperature and dropout are those of the
authors' code.

Departures: the encoder is trained from its beginning, not first as a classifier. Distances are means over the numbers
of a vector, not sums, so that a temperature of 1 is the authors' 64 for their 64 numbers; 0.2 learned faster on
validation classes of Omniglot. Attention is at most `width` numbers wide, as the shipped network's vectors of 1,280
would take 6.5 million weights; its output starts at zero, so that prototypes are at first only normalised. The vectors
of a frozen network, which have length 1, are multiplied by the square root of their dimension, which is the length that
layer normalisation gives the prototypes.
"""

from dataclasses import dataclass, replace
from math import sqrt

import torch
from torch import Tensor, nn
from torch.nn import functional

from workbench.learning.approach import Classifier, class_means, squared_distances
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.networks.encoders import Encoder
from workbench.learning.objective import Outcome
from workbench.learning.one_pass import OnVectors
from workbench.learning.options import Options, TriedRange, option
from workbench.learning.tracing.flattening import with_prototypes
from workbench.learning.tracing.trace import Distances, Embedded, TraceStep
from workbench.words import marked

_DROPPED_FROM_ATTENTION = 0.1


@dataclass(frozen=True, kw_only=True)
class FeatOptions(Options):
    """The options of FEAT."""

    temperature: float = option(
        0.2, marked("Temperature"), least=0.001, most=100.0, basic=True, tried=TriedRange(0.05, 1.0)
    )
    contrast: float = option(0.1, marked("Weight of the contrastive loss"), least=0.0, most=100.0, basic=True)
    width: int = option(256, marked("Attention width"), least=8, most=4096)
    dropout: float = option(0.5, marked("Dropout"), least=0.0, most=0.9)


class Feat(OnVectors):
    """Learns an encoder, and how the prototypes of a task change in one another's presence."""

    name = "feat"
    family = "metric"
    paper = "Ye, Hu, Zhan & Sha, 2020, Few-Shot Learning via Embedding Adaptation with Set-to-Set Functions (FEAT)"
    summary = marked(
        "Represents each new class by the mean of its examples, then lets a transformer adapt these means to one "
        "another. The nearest mean wins, by what tells the classes at hand apart."
    )
    choose_when = marked("Choose it when the classes to tell apart resemble each other, and there is time to train.")
    cannot = marked(
        "It cannot judge a class on its own: a class that is added may change the proposals for all others."
    )
    options_kind = FeatOptions

    def __init__(self, encoder: Encoder, shape: EpisodeShape, options: FeatOptions) -> None:
        super().__init__(encoder, shape, options)
        self.chosen = options
        self.among = SetToSet(encoder.dimension, min(encoder.dimension, options.width), options.dropout)
        self._length = sqrt(encoder.dimension) if encoder.takes == "features" else 1.0

    def classifier(self, examples: Tensor, support: Support) -> Classifier:
        prototypes = self.among(class_means(self._length * examples, support.labels, support.way))
        return lambda vectors: self._logits(self._length * vectors, prototypes)

    def traced(self, seen: Embedded) -> tuple[TraceStep, ...]:
        before = class_means(self._length * seen.examples, seen.support.labels, seen.support.way)
        after = self.among(before)
        scaled = replace(seen, examples=self._length * seen.examples, queries=self._length * seen.queries)
        distances = Distances(squared_distances(scaled.queries, after))
        moved = with_prototypes(scaled, after, before)
        return with_prototypes(scaled, before), moved, TraceStep(distances, seen.logits)

    def _outcome(self, examples: Tensor, queries: Tensor, episode: Episode) -> Outcome:
        result = super()._outcome(examples, queries, episode)
        if not self.chosen.contrast:
            return result
        vectors = self._length * torch.cat([examples, queries])
        labels = torch.cat([episode.support.labels, episode.answers])
        contrast = functional.cross_entropy(self._logits(vectors, self.centres(vectors, labels)), labels)
        return Outcome(result.loss + self.chosen.contrast * contrast, result.accuracy)

    def centres(self, vectors: Tensor, labels: Tensor) -> Tensor:
        """Return the centres (way, dimension) of each class's transformed set of vectors (n, dimension).

        They are what the contrastive loss compares with (Ye et al., 2020, section 3).
        """
        return class_means(self.among(vectors, labels[:, None] == labels), labels, int(labels.max()) + 1)

    def _logits(self, vectors: Tensor, centres: Tensor) -> Tensor:
        return -squared_distances(vectors, centres) / (self.chosen.temperature * vectors.shape[1])


class SetToSet(nn.Module):
    """One head of self-attention over a set, with a residual and layer normalisation.

    Ye et al., 2020, section 3, after Vaswani et al., 2017, "Attention Is All You Need", section 3.2.1.
    """

    def __init__(self, dimension: int, width: int, dropout: float) -> None:
        super().__init__()
        self.questions, self.keys, self.values = (nn.Linear(dimension, width, bias=False) for _ in range(3))
        for layer in (self.questions, self.keys, self.values):
            nn.init.xavier_normal_(layer.weight)
        self.output = nn.Linear(width, dimension)
        nn.init.zeros_(self.output.weight)
        nn.init.zeros_(self.output.bias)
        self.norm = nn.LayerNorm(dimension)
        self.dropout, self.attention_dropout = nn.Dropout(dropout), nn.Dropout(_DROPPED_FROM_ATTENTION)

    def forward(self, members: Tensor, together: Tensor | None = None) -> Tensor:
        """Return the transformed members (n, dimension); only those `together`, bool (n, n), are of one set."""
        questions = self.questions(members)
        attention = questions @ self.keys(members).T / sqrt(questions.shape[1])
        if together is not None:
            attention = attention.masked_fill(~together, float("-inf"))
        read = self.attention_dropout(attention.softmax(1)) @ self.values(members)
        return self.norm(members + self.dropout(self.output(read)))

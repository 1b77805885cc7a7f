"""Siamese Networks: learn whether two images are of one class, and compare a query with each example.

Koch, Zemel & Salakhutdinov, 2015, "Siamese Neural Networks for One-shot Image Recognition": the weighted L1 distance
between the vectors of two images becomes the probability that they are of one class (section 3.1). Training pairs are
those of one class in an episode, and as many of two classes. Departures: the encoder is this program's, without the
paper's layer of 4,096 sigmoid units after it; the weights of the distance are kept positive, so that no image is more
similar to another than to itself; training uses Adam, without affine distortions and learning rates per layer. The
paper has one shot; with several, the most similar example counts, or with `examples=mean` all do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

import torch
from torch import Tensor, nn
from torch.nn import functional

from workbench.learning.approach import Accumulated, Approach, Capabilities, Classifier, class_means
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.networks.encoders import Encoder
from workbench.learning.objective import Outcome
from workbench.learning.one_pass import fit_in_one_pass
from workbench.learning.options import Options, option
from workbench.learning.tracing.flattening import placed
from workbench.learning.tracing.trace import Embedded, PairSimilarities, Trace, TraceStep
from workbench.words import marked

_FIRST_DISTANCE = 10.0  # rough distance between unrelated images before training


@dataclass(frozen=True, kw_only=True)
class SiameseOptions(Options):
    """The options of Siamese Networks."""

    examples: str = option(
        "most",
        marked("Class similarity"),
        choices={"most": marked("Most similar example"), "mean": marked("Mean over the examples")},
        basic=True,
        tried=("most", "mean"),
    )


class Siamese(Approach):
    """Learns an encoder and a distance by which the images of a class lie close together."""

    name = "siamese"
    family = "metric"
    paper = "Koch, Zemel & Salakhutdinov, 2015, Siamese Neural Networks for One-shot Image Recognition"
    summary = marked(
        "Learns to say whether two images show the same class. A new image gets the class of the most similar example."
    )
    choose_when = marked("Choose it when there is one example of each class, which is what it was made for.")
    cannot = marked("It cannot tell good examples from bad: by default, a single mislabelled one can mislead it.")
    options_kind = SiameseOptions
    capabilities = Capabilities(adapts_embeddings=True)

    def __init__(self, encoder: Encoder, shape: EpisodeShape, options: SiameseOptions) -> None:
        super().__init__(encoder, shape, options)
        self.chosen = options
        # Numbers after a ReLU differ by about 0.8; those of vectors of length 1 by less, the more there are.
        apart = 0.8 if encoder.takes == "images" else 1.1 / sqrt(encoder.dimension)
        first = log(_FIRST_DISTANCE / (apart * encoder.dimension))
        self.log_weights = nn.Parameter(torch.full((encoder.dimension,), first))
        self.bias = nn.Parameter(torch.tensor(0.8 * _FIRST_DISTANCE))

    def adapt(self, support: Support) -> Classifier:
        support.require_images()
        examples = self.encoder(support.images)
        return lambda images: self._class_logits(self.similarity(self.encoder(images), examples), support)

    def trace(self, episode: Episode) -> Trace:
        support = episode.support
        support.require_images()
        with torch.no_grad():
            examples, queries = self.encoder(support.images), self.encoder(episode.queries)
            pairs = self.similarity(queries, examples)
            seen = Embedded(support, examples, queries, self._class_logits(pairs, support))
            return Trace((placed(seen), TraceStep(PairSimilarities(pairs.sigmoid()), seen.logits)))

    def similarity(self, left: Tensor, right: Tensor) -> Tensor:
        """Return the logits (n, m) of being of one class, for vectors (n, dimension) and (m, dimension).

        Koch et al., 2015, section 3.1: a learned weighted L1 distance.
        """
        weights = self.log_weights.exp()
        return self.bias - torch.cdist(left * weights, right * weights, p=1)

    def episode_loss(self, episode: Episode) -> Outcome:
        """Return the binary cross-entropy of classifying pairs of the episode's images as of one class or two."""
        return self._outcome(self.encoder(episode.support.images), self.encoder(episode.queries), episode)

    def accumulate(self, episodes: Sequence[Episode]) -> Accumulated:
        return fit_in_one_pass(self.encoder, episodes, self._outcome)

    def _outcome(self, examples: Tensor, queries: Tensor, episode: Episode) -> Outcome:
        vectors = torch.cat([examples, queries])
        labels = torch.cat([episode.support.labels, episode.answers])
        # All pairs are compared and some masked: the gradient of indexing vectors is not deterministic on a GPU.
        logits = self.similarity(vectors, vectors)
        counted = balanced_pairs(labels)
        alike = (labels[:, None] == labels).to(logits.dtype)
        wrong = functional.binary_cross_entropy_with_logits(logits, alike, counted.to(logits.dtype), reduction="sum")
        with torch.no_grad():
            answers = self._class_logits(logits[len(examples) :, : len(examples)], episode.support).argmax(1)
        return Outcome(wrong / counted.sum().clamp(min=1), (answers == episode.answers).float().mean())

    def _class_logits(self, similarity: Tensor, support: Support) -> Tensor:
        if self.chosen.examples == "mean":
            return class_means(similarity.T, support.labels, support.way).T
        others = functional.one_hot(support.labels, support.way).T == 0  # (way, examples)
        return similarity[:, None].masked_fill(others, float("-inf")).amax(2)


def balanced_pairs(labels: Tensor) -> Tensor:
    """Return which pairs of labels (n,) count, bool (n, n): equally many of one class and of two.

    Each pair counts once; those of the more frequent kind are sampled at random.
    """
    alike = labels[:, None] == labels
    once = torch.ones_like(alike).triu(1)
    same, different = (alike & once).flatten().nonzero()[:, 0], (~alike & once).flatten().nonzero()[:, 0]
    count = min(len(same), len(different))
    counted = torch.zeros_like(alike).flatten()
    for pairs in (same, different):
        counted[pairs[torch.randperm(len(pairs))[:count].to(pairs.device)]] = True
    return counted.view_as(alike)

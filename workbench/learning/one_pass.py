"""Meta-training on several episodes with one pass of the encoder over all their images."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace

import torch
from torch import Tensor

from workbench.learning.approach import Accumulated, Approach, Capabilities, Classifier, outcome, stacked
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.networks.encoders import Encoder
from workbench.learning.objective import Outcome
from workbench.learning.tracing.flattening import placed
from workbench.learning.tracing.trace import DecisionAlone, Embedded, Trace, TraceStep


def fit_in_one_pass(
    encoder: Encoder, episodes: Sequence[Episode], outcome_of: Callable[[Tensor, Tensor, Episode], Outcome]
) -> Accumulated:
    """Accumulate the gradients of the mean loss over `episodes`; return their mean loss (1,) and accuracies (n,).

    `outcome_of` is given the support's vectors (n, dimension), the queries' vectors (queries, dimension), and the
    episode.
    """
    # One pass over all episodes costs less than one per support and query set.
    images = torch.cat([part for episode in episodes for part in (episode.support.images, episode.queries)])
    sizes = [len(part) for episode in episodes for part in (episode.support.labels, episode.answers)]
    vectors = iter(encoder(images).float().split(sizes))
    # Half precision would round away the difference between similar vectors.
    with torch.autocast(images.device.type, enabled=False):
        results = [outcome_of(next(vectors), next(vectors), episode) for episode in episodes]
        loss = torch.stack([result.loss for result in results]).mean()
    loss.backward()
    return loss.detach()[None], stacked(results)[1]


def with_many_classes(shape: EpisodeShape, shot: int) -> EpisodeShape:
    """Return a shape of as many images with as many training classes as possible, for batches to classify.

    Each class has `shot` examples and at least one query; where there are few training classes, each has more queries,
    but never more images than in `shape`.
    """
    each = shape.shot + shape.query
    images = shape.way * each
    most = images // (shot + 1)
    way = min(most, shape.training_classes) if shape.training_classes else most
    return replace(shape, way=way, shot=shot, query=min(images // way, each) - shot)


def classify_in_one_pass(
    encoder: Encoder, episodes: Sequence[Episode], logits_of: Callable[[Tensor], Tensor]
) -> Accumulated:
    """Accumulate the gradients of classifying the images of `episodes`, as one batch, among all meta-train classes.

    `logits_of` is given vectors (n, dimension). Returns loss and accuracy, both (1,).
    """
    images = torch.cat([part for episode in episodes for part in (episode.support.images, episode.queries)])
    answers = torch.cat(
        [episode.classes[labels] for episode in episodes for labels in (episode.support.labels, episode.answers)]
    )
    vectors = encoder(images).float()
    with torch.autocast(images.device.type, enabled=False):
        result = outcome(logits_of(vectors), answers)
    result.loss.backward()
    return stacked([result])


class OnVectors(Approach):
    """An approach that does not adapt its encoder, and whose classifier is a function of vectors only."""

    capabilities = Capabilities(adapts_embeddings=True)

    @abstractmethod
    def classifier(self, examples: Tensor, support: Support) -> Classifier:
        """Return the function from vectors (n, dimension) to logits (n, way).

        `examples` (m, dimension) are the vectors of the support's images.
        """

    def adapt(self, support: Support) -> Classifier:
        support.require_images()
        classify = self.classifier(self.encoder(support.images), support)
        return lambda images: classify(self.encoder(images))

    def trace(self, episode: Episode) -> Trace:
        episode.support.require_images()
        with torch.no_grad():
            examples, queries = self.encoder(episode.support.images), self.encoder(episode.queries)
            logits = self.classifier(examples, episode.support)(queries)
            seen = Embedded(episode.support, examples, queries, logits)
            return Trace((placed(seen), *self.traced(seen)))

    def traced(self, seen: Embedded) -> tuple[TraceStep, ...]:
        """Return the steps from vectors to the decision, of which the last has the logits of `seen`."""
        return (TraceStep(DecisionAlone(), seen.logits),)

    def episode_loss(self, episode: Episode) -> Outcome:
        return self._outcome(self.encoder(episode.support.images), self.encoder(episode.queries), episode)

    def accumulate(self, episodes: Sequence[Episode]) -> Accumulated:
        return fit_in_one_pass(self.encoder, episodes, self._outcome)

    def _outcome(self, examples: Tensor, queries: Tensor, episode: Episode) -> Outcome:
        return outcome(self.classifier(examples, episode.support)(queries), episode.answers)

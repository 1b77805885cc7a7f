"""Transfer learning: an encoder trained by plain classification, and a new small classifier for new classes.

Chen, Liu, Kira, Wang & Huang, 2019, "A Closer Look at Few-shot Classification": `head=linear` is its Baseline,
`head=cosine` its Baseline++ (section 3.2). Meta-training classifies among all meta-train classes at once. The images of
a step are one batch, of as many classes as possible with at least two images of each; `batch=episodes` takes one
episode after another instead, many images of few classes, as this program did at first. Departures: the linear head
takes vectors of length 1 (Tian et al., 2020, "Rethinking Few-Shot Image Classification", section 3.2; `unit_length=no`
is the paper's), and the head of new classes minimises its regularised loss by L-BFGS instead of 100 steps of SGD, so
that the same examples always give the same classifier.

With `fine_tune` the whole network is trained on the support after the head was fitted, as by Dhillon, Chaudhari,
Ravichandran & Soatto, 2020, "A Baseline for Few-Shot Image Classification" (section 3.1; Adam, 25 epochs at a learning
rate of 0.00005 in section 4), but without their transductive loss on the queries: an image's answer depends on no
other. The support is one batch, and batch normalisation keeps the running statistics of meta-training.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.func import functional_call
from torch.nn import functional

from workbench.learning.approach import Accumulated, Approach, Capabilities, Classifier, class_means, outcome
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.inner_loop import Weights, detached
from workbench.learning.networks.encoders import Encoder
from workbench.learning.objective import Outcome
from workbench.learning.one_pass import classify_in_one_pass, with_many_classes
from workbench.learning.options import Options, TriedRange, option
from workbench.learning.tracing.flattening import placed
from workbench.learning.tracing.trace import ClassScores, Embedded, Trace, TraceStep
from workbench.words import Message, marked


@dataclass(frozen=True, kw_only=True)
class TransferOptions(Options):
    """The options of transfer learning."""

    head: str = option(
        "linear",
        marked("Classifier"),
        choices={"linear": marked("Linear"), "cosine": marked("Cosine")},
        basic=True,
        tried=("linear", "cosine"),
    )
    batch: str = option(
        "classes",
        marked("Images of a training batch"),
        choices={"classes": marked("Few of many classes"), "episodes": marked("Many of few classes, as in episodes")},
        earlier="episodes",
    )
    fine_tune: int = option(
        0, marked("Fine-tuning steps on the whole network (0: none)"), least=0, most=500, basic=True
    )
    fine_tune_rate: float = option(0.00005, marked("Fine-tuning learning rate"), least=1e-7, most=0.1)
    scale: float = option(20.0, marked("Logit scale"), least=0.1, most=100.0)
    penalty: float = option(
        0.001, marked("L2 penalty of the linear classifier"), least=0.0, most=10.0, tried=TriedRange(1e-4, 0.1)
    )
    fit_steps: int = option(30, marked("Classifier fitting steps"), least=1, most=1000)
    unit_length: bool = option(True, marked("L2-normalise features for the linear classifier"))


class Transfer(Approach):
    """Learns an encoder by classifying all meta-train classes, then fits a classifier to the support."""

    name = "transfer"
    family = "baseline"
    paper = "Chen, Liu, Kira, Wang & Huang, 2019, A Closer Look at Few-shot Classification"
    summary = marked(
        "Learns to classify all training classes, then keeps the features it learned. New classes get a "
        "small classifier of their own, fitted to their examples."
    )
    choose_when = marked(
        "Choose it when there are many images to train on, or with the pretrained network: it trains quickly "
        "and is a good baseline for the other approaches."
    )
    cannot = marked("It is never trained on few-shot episodes, and does less well with one or two examples per class.")
    capabilities = Capabilities(adapts_embeddings=True)
    options_kind = TransferOptions

    def __init__(self, encoder: Encoder, shape: EpisodeShape, options: TransferOptions) -> None:
        super().__init__(encoder, shape, options)
        self.chosen = options
        fine_tuned = options.fine_tune > 0
        self.capabilities = Capabilities(adapts_iteratively=fine_tuned, adapts_embeddings=not fine_tuned)
        weights = torch.empty(shape.training_classes, encoder.dimension)
        self.training_weights = nn.Parameter(nn.init.normal_(weights, std=0.01))
        self.training_bias = nn.Parameter(torch.zeros(shape.training_classes))

    def adapt(self, support: Support) -> Classifier:
        return deque(self.adapting(support), maxlen=1).pop()

    def adapting(self, support: Support) -> Iterator[Classifier]:
        """Yield the classifier (logits (n, way)) with its head fitted, then after each step of fine-tuning."""
        support.require_images()
        with torch.no_grad():
            vectors = self._prepared(self.encoder(support.images))
        weights, bias = self._fitted(vectors, support.labels, support.way)
        yield lambda images: self._logits(self._prepared(self.encoder(images)), weights, bias)
        if self.chosen.fine_tune:
            yield from self._tuned(support, weights, bias)

    def trace(self, episode: Episode) -> Trace:
        if self.capabilities.adapts_iteratively:
            return super().trace(episode)
        with torch.no_grad():
            logits = self.adapt(episode.support)(episode.queries)
            examples = self._prepared(self.encoder(episode.support.images))
            seen = Embedded(episode.support, examples, self._prepared(self.encoder(episode.queries)), logits)
            return Trace((placed(seen), TraceStep(ClassScores(logits), logits)))

    def episode_loss(self, episode: Episode) -> Outcome:
        """Return the loss of classifying the episode's images among all meta-train classes."""
        images = torch.cat([episode.support.images, episode.queries])
        answers = episode.classes[torch.cat([episode.support.labels, episode.answers])]
        return outcome(self._training_logits(self.encoder(images)), answers)

    def accumulate(self, episodes: Sequence[Episode]) -> Accumulated:
        if self.chosen.batch == "episodes":
            return super().accumulate(episodes)
        return classify_in_one_pass(self.encoder, episodes, self._training_logits)

    @classmethod
    def training_shape(cls, shape: EpisodeShape, options: Options) -> EpisodeShape:
        mixed = isinstance(options, TransferOptions) and options.batch == "classes"
        return with_many_classes(shape, 1) if mixed else shape

    @classmethod
    def training_way(cls, shape: EpisodeShape, drawn: int) -> int:
        return shape.training_classes

    @classmethod
    def unsupported_reason(cls, shape: EpisodeShape, options: Options) -> Message | None:
        if shape.training_classes < 2:
            return Message(marked("Transfer learning needs at least two classes to train on."))
        return None

    def _training_logits(self, vectors: Tensor) -> Tensor:
        return self._logits(self._prepared(vectors), self.training_weights, self.training_bias)

    def _prepared(self, vectors: Tensor) -> Tensor:
        vectors = vectors.float()
        if self.chosen.head == "cosine" or self.chosen.unit_length:
            vectors = functional.normalize(vectors, dim=1)
        return vectors

    def _logits(self, vectors: Tensor, weights: Tensor, bias: Tensor) -> Tensor:
        if self.chosen.head == "cosine":
            return self.chosen.scale * vectors @ functional.normalize(weights, dim=1).T
        return self.chosen.scale * vectors @ weights.T + bias

    def _fitted(self, vectors: Tensor, labels: Tensor, way: int) -> tuple[Tensor, Tensor]:
        # The cosine of a zero vector is undefined, so the cosine head starts at the class means.
        start = (
            class_means(vectors, labels, way)
            if self.chosen.head == "cosine"
            else vectors.new_zeros(way, vectors.shape[1])
        )
        weights, bias = start.clone().requires_grad_(), vectors.new_zeros(way, requires_grad=True)
        solver = torch.optim.LBFGS([weights, bias], max_iter=self.chosen.fit_steps, line_search_fn="strong_wolfe")

        def loss() -> Tensor:
            solver.zero_grad()
            total = self._loss(vectors, labels, weights, bias)
            total.backward()
            return total

        with torch.enable_grad():
            solver.step(loss)
        return weights.detach(), bias.detach()

    def _loss(self, vectors: Tensor, labels: Tensor, weights: Tensor, bias: Tensor) -> Tensor:
        # A cosine ignores the length of a weight vector, so a penalty would only shrink it without end.
        penalty = 0.0 if self.chosen.head == "cosine" else self.chosen.penalty
        wrong = functional.cross_entropy(self._logits(vectors, weights, bias), labels)
        return wrong + penalty * weights.square().sum()

    def _tuned(self, support: Support, weights: Tensor, bias: Tensor) -> Iterator[Classifier]:
        learned = {name: weight for name, weight in self.encoder.named_parameters() if weight.requires_grad}
        encoder, head = detached(learned), detached({"weights": weights, "bias": bias})
        solver = torch.optim.Adam([*encoder.values(), *head.values()], lr=self.chosen.fine_tune_rate)
        for _ in range(self.chosen.fine_tune):
            solver.zero_grad()
            with torch.enable_grad():
                vectors = self._prepared(functional_call(self.encoder, encoder, (support.images,)))
                self._loss(vectors, support.labels, **head).backward()
            solver.step()
            yield self._tuned_classifier(encoder, head)

    def _tuned_classifier(self, encoder: Weights, head: Weights) -> Classifier:
        # The next step changes the weights in place; this classifier keeps a copy of the present ones.
        encoder, head = (
            {name: weight.detach().clone() for name, weight in weights.items()} for weights in (encoder, head)
        )

        def classify(images: Tensor) -> Tensor:
            return self._logits(self._prepared(functional_call(self.encoder, encoder, (images,))), **head)

        return classify

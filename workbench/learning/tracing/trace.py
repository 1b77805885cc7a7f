"""What a trace consists of: the steps from images to decisions, and one dataclass for each kind of thing to show."""

from dataclasses import dataclass

from torch import Tensor

from workbench.learning.episode import Support


@dataclass(frozen=True)
class Embedded:
    """An episode as the vectors of an encoder, and the logits that an approach makes of them."""

    support: Support
    examples: Tensor  # (n, dimension)
    queries: Tensor  # (queries, dimension)
    logits: Tensor  # (queries, way)


@dataclass(frozen=True)
class Placed:
    """Where the network places the images: the two directions in which their vectors differ most.

    `share` is how much of their variance lies in these two, 0 to 1.
    """

    examples: Tensor  # (n, 2)
    queries: Tensor  # (queries, 2)
    share: float


@dataclass(frozen=True)
class Prototypes:
    """One vector for each class, among those of the images; `before` is where it was before it was changed."""

    places: Placed
    centres: Tensor  # (way, 2)
    before: Tensor | None = None  # (way, 2)


@dataclass(frozen=True)
class TraitPlaces:
    """Where the traits of each class place it, before the examples are taken in; NaN for a class without traits."""

    places: Placed
    centres: Tensor  # (way, 2)


@dataclass(frozen=True)
class Distances:
    """Squared distances of each query to what stands for each class: the nearest wins."""

    values: Tensor  # (queries, way)


@dataclass(frozen=True)
class Cosines:
    """Cosines of the angle between each query and the mean of each class: the largest wins."""

    values: Tensor  # (queries, way)


@dataclass(frozen=True)
class ClassScores:
    """The outputs of a linear classifier that was fitted to the examples: the largest wins."""

    values: Tensor  # (queries, way)


@dataclass(frozen=True)
class Attention:
    """How the attention of each query is shared among the examples; its rows sum to 1."""

    weights: Tensor  # (queries, n)


@dataclass(frozen=True)
class ClassProbabilities:
    """The attention that the examples of each class get together; its rows sum to 1, and the largest wins."""

    values: Tensor  # (queries, way)


@dataclass(frozen=True)
class PairSimilarities:
    """The probability that a query and an example show the same class, by the network."""

    probabilities: Tensor  # (queries, n)


@dataclass(frozen=True)
class Gates:
    """How much of a weight, and of its gradient, a step of a learned rule keeps; means over all weights, 0 to 1."""

    kept: float
    admitted: float


@dataclass(frozen=True)
class InnerStep:
    """The network after so many steps on the examples; `gates` are those of a learned rule, None before it acts."""

    number: int
    total: int
    places: Placed
    gates: Gates | None = None


@dataclass(frozen=True)
class MemoryUse:
    """What a memory holds after an example was written, and from whose entries each query would read.

    `held` are the shares of the examples in what each row holds that was ever written; `read` the shares of a query's
    reading that come from entries of each example, which sum to 1 at most: the rest comes from rows of nobody.
    """

    example: int  # the row in the support of the example just written
    seen: int  # examples read so far
    total: int
    rows_written: float  # to how many rows, by the weights of writing
    rows: int  # of the memory
    held: Tensor  # (rows, n)
    read: Tensor  # (queries, n)


@dataclass(frozen=True)
class SlowAndFast:
    """How large the slow and the fast weights of each layer are: root mean squares."""

    slow: tuple[float, float, float]  # of the embedding, the hidden and the output layer
    fast: tuple[float, float, float]


@dataclass(frozen=True)
class DecisionAlone:
    """Nothing but the decision."""


Shown = (
    Placed
    | Prototypes
    | TraitPlaces
    | Distances
    | Cosines
    | ClassScores
    | Attention
    | ClassProbabilities
    | PairSimilarities
    | InnerStep
    | MemoryUse
    | SlowAndFast
    | DecisionAlone
)


@dataclass(frozen=True)
class TraceStep:
    """One step: what can be shown of it, and the logits so far, None before there are any."""

    shown: Shown
    logits: Tensor | None = None  # (queries, way)


@dataclass(frozen=True)
class Trace:
    """The steps of an approach on one episode; the last has the very logits of `adapt(support)(queries)`."""

    steps: tuple[TraceStep, ...]

    @property
    def logits(self) -> Tensor:
        """The logits (queries, way) by which the queries are decided. Raises ValueError if no step has any."""
        for step in reversed(self.steps):
            if step.logits is not None:
                return step.logits
        raise ValueError("a trace without a decision")

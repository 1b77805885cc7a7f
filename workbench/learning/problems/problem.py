"""What a problem is: where its tasks come from, the network that learns them, and what it is asked for.

Model-agnostic meta-learning asks of a model only that it is trained by gradient descent (Finn, Abbeel & Levine, 2017,
section 2.2), so that what learns images learns these as well: by the same inner loop, approaches and training loop.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

import torch
from torch import Tensor

from workbench.errors import UserError
from workbench.facts import fact
from workbench.learning.approach import Approach
from workbench.learning.approaches import approach_named
from workbench.learning.episode import Episode, Episodes, EpisodeShape, Support, numbers
from workbench.learning.networks.encoders import Encoder
from workbench.learning.objective import Objective
from workbench.learning.options import Answer, Options, checked_options
from workbench.learning.problems.twin import Twin
from workbench.learning.recommender.rating_set import RatingSet
from workbench.words import marked, message


class TaskExamples(Support):
    """Examples without classes: `images` are inputs (n, inputs), `labels` what is to be answered (n, ...)."""

    def require_images(self) -> None:
        """Raise UserError unless there is an example."""
        if not len(self.images):
            raise UserError(fact("problem.without_examples"))


def episode_of(inputs: Tensor, values: Tensor, shot: int) -> Episode:
    """Return an episode of inputs (n, inputs) and their values (n, outputs), the first `shot` of them examples."""
    rows, outputs = torch.arange(len(inputs)), values.shape[1]
    support = TaskExamples(inputs[:shot], values[:shot], outputs)
    return Episode(support, inputs[shot:], values[shot:], torch.arange(outputs), rows[:shot], rows[shot:])


@dataclass(frozen=True)
class Usual:
    """How a problem is usually trained: what a person need not say."""

    shot: int
    query: int
    episodes: int
    episodes_per_step: int
    learning_rate: float
    validation_episodes: int = 200


@dataclass(frozen=True)
class Tested:
    """A figure of a test: the mean of a score over tasks, and half the width of its 95 % interval.

    `at` says when it was measured, as `("5", "1")`: with 5 points, after 1 step. `under` is what it is of where that is
    not the learner on the tasks it learned from.
    """

    score: str
    at: tuple[str, ...]
    under: tuple[str, ...]
    mean: float
    ci95: float
    tasks: int


class Problem(ABC):
    """Tasks without images: a learner, what it is asked for, and episodes of tasks drawn by number.

    `network` maps inputs (n, inputs) to vectors, from which the last layer, which approaches add, makes `outputs`
    numbers. `options` are those that an approach needs here and would not have by default.
    """

    name: ClassVar[str]
    paper: ClassVar[str]
    objective: ClassVar[Objective]
    outputs: ClassVar[int]
    families: ClassVar[tuple[str, ...]]  # of tasks; the first is the one to learn
    usual: ClassVar[Usual]
    learners: ClassVar[tuple[str, ...]]  # names of approaches
    options: ClassVar[Mapping[str, Mapping[str, Answer]]]
    # Whether a project must hold data to learn it from; without, as in a trial, there are some that are made.
    needs_data: ClassVar[bool] = False
    tested_steps: ClassVar[int | None] = 10  # on a new task; None: as many as the run's options say

    def with_data(self, data: RatingSet, split: int) -> "Problem":
        """Return this problem on data, divided by the seed `split` into what is learned from, validated and tested on.

        Raises UserError where there is too little.
        """
        raise TypeError(f"{self.name} needs no data")

    @abstractmethod
    def tested(self, approach: Approach, tasks: int, seed: int) -> Iterator["Tested | float"]:
        """Yield the figures of an approach, in evaluation mode, on so many tasks, and shares of the work as it is done.

        The approach takes `tested_steps` on a new task.
        """

    @abstractmethod
    def network(self) -> Encoder:
        """Return a network with fresh weights, which takes inputs (n, inputs)."""

    @abstractmethod
    def tasks(self, shape: EpisodeShape, seed: int, family: str | None = None) -> "Tasks":
        """Return episodes of tasks of a family, by default the first; an episode depends on seed and number alone."""

    def validation_tasks(self, shape: EpisodeShape, seed: int) -> "Tasks":
        """Return episodes of tasks to validate on; where there is no end of tasks, they are drawn as those to learn."""
        return self.tasks(shape, seed)

    def shape(self, shot: int, query: int) -> EpisodeShape:
        """Return the shape of episodes of so many examples and queries."""
        return EpisodeShape(self.outputs, shot, query, objective=self.objective)

    def learner(self, approach: str) -> type[Approach]:
        """Return what an approach is here. Raises UserError for one that cannot learn this problem."""
        if approach not in self.learners:
            text = marked("{approach} does not learn {problem}. Available: {names}.")
            names = ", ".join(self.learners)
            raise UserError(message(text, approach=approach, problem=self.name, names=names))
        return Twin if approach == Twin.name else approach_named(approach)

    def options_for(self, approach: str, answers: Mapping[str, Answer]) -> Options:
        """Return the options of an approach here, with those answers. Raises UserError for one that is out of range."""
        return checked_options(self.learner(approach).options_kind, {**self.options.get(approach, {}), **answers})

    def build(self, approach: str, shape: EpisodeShape, answers: Mapping[str, Answer]) -> Approach:
        """Return an approach with fresh weights that learns this problem. Raises UserError as `options_for` does."""
        return self.learner(approach)(self.network(), shape, self.options_for(approach, answers))


class Tasks(Episodes, ABC):
    """Episodes of a problem's tasks, on one device, with the scores of a validation on them."""

    def __init__(self, problem: Problem, shape: EpisodeShape, seed: int) -> None:
        self.problem = problem
        self.shape = shape
        self.seed = seed
        self.device = torch.device("cpu")

    @property
    def way(self) -> int:
        """Number of outputs."""
        return self.shape.way

    @property
    def classes(self) -> int:
        """Number of classes: there are none."""
        return 0

    def calibrate(self, encoder: Encoder) -> None:
        """Fit an encoder's input normalisation to the tasks to learn from; numbers come as they are."""

    @property
    def lower_is_better(self) -> bool:
        """Whether a lower score is a better one."""
        return self.problem.objective.lower_is_better

    @abstractmethod
    def episode(self, number: int) -> Episode:
        """Return episode `number` of this seed."""

    def scores(self, approach: Approach, count: int) -> Iterator[float]:
        """Yield the score of an approach, in evaluation mode, on the queries of each of so many episodes."""
        for number in range(count):
            episode = self.episode(number)
            with torch.no_grad():
                classify = approach.adapt(episode.support)
                queries, answers = episode.asked(classify)
                yield numbers(self.problem.objective.score(classify(queries), answers)[None])[0]

    def scores_by_step(self, approach: Approach, number: int) -> tuple[float, ...]:
        """Return the scores on the queries of an episode before adapting and after each step."""
        episode, scores = self.episode(number), list[Tensor]()
        with torch.no_grad():
            for classify in approach.adapting(episode.support):
                queries, answers = episode.asked(classify)
                scores.append(self.problem.objective.score(classify(queries), answers))
        return tuple(numbers(torch.stack(scores)))

"""Ratings: learn what a person likes from a few things that they rated, as a recommender must of somebody new.

Lee, Im, Jang, Cho & Chung, 2019, "MeLU: Meta-Learned User Preference Estimator for Cold-Start Recommendation": a task
is a person, the support what they rated, the queries what they have not; embeddings are shared by all, and the layers
that decide adapt. One in ten people are kept to validate, one to test. Departures: what is learned is what a person
gives beyond what others give an item, so that nothing has to be learned to be as good as an average; an item is
embedded by its number, too; an episode has any number of ratings up to `shot`, so that few and many are learned from;
several inner steps of learned sizes instead of one fixed. Ratings are learned as 1 to 5, whatever their scale.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from workbench.errors import UserError
from workbench.facts import fact
from workbench.learning.approach import Approach
from workbench.learning.episode import Episode, EpisodeShape
from workbench.learning.networks.encoders import Encoder
from workbench.learning.objective import Regression
from workbench.learning.paired import mean_with_interval
from workbench.learning.problems.problem import Problem, TaskExamples, Tasks, Tested, Usual, episode_of
from workbench.learning.recommender.baselines import RATING_BASELINES, Foretell, Known
from workbench.learning.recommender.made_ratings import made_ratings
from workbench.learning.recommender.preference import Preference
from workbench.learning.recommender.rating_set import AttributeNumbers, Indices, RatingSet, RatingValues, numbers_of
from workbench.learning.recommender.scores import absolute_error, precision, ranking_gain

TESTED_SHOTS = (1, 3, 5, 10, 20)
QUERIES = 10
LEAST_PEOPLE = 10
HELD_BACK = 5  # ratings

_STARS = 5
_SELDOM = 3  # An item that fewer people rated has no embedding of its own.
_SAME_SIZE = 32  # So many episodes in a row have equally many ratings, so that they can be learned at once.
_SIZES = 1  # Sets the draw of sizes apart from that of episodes.
_ONE_OUTPUT = {"head": "numbered"}

# From a person, their items (n,) and ratings (n,), and the items asked for (m,), to ratings (m,).
ForetellFor = Callable[[int, Indices, RatingValues, Indices], RatingValues]
_SCORES: Mapping[str, Callable[[RatingValues, RatingValues], float]] = MappingProxyType(
    {"mae": absolute_error, "ndcg5": ranking_gain, "precision5": precision}
)


class Stars(Regression):
    """To come near ratings: learned by the squared error, judged by the mean absolute one, both of 1 to 5.

    The fewer ratings there are, the less is learned from them: as if a few more had been foretold exactly. That is what
    shrinkage does to a mean, and without it a step from one rating would be as long as from twenty.
    """

    def loss(self, outputs: Tensor, answers: Tensor) -> Tensor:
        return super().loss(outputs, answers) * len(answers) / (len(answers) + HELD_BACK)

    def score(self, outputs: Tensor, answers: Tensor) -> Tensor:
        return functional.l1_loss(outputs.detach(), answers)


@dataclass(frozen=True)
class Parts:
    """The people to learn from, to validate on, and to test on, by number."""

    learned: Indices
    validated: Indices
    tested: Indices


class Ratings(Problem):
    """People, and a few things that each of them rated; by default those that are made."""

    name = "ratings"
    paper = (
        "Lee, Im, Jang, Cho & Chung, 2019, MeLU: Meta-Learned User Preference Estimator for Cold-Start Recommendation"
    )
    objective = Stars()
    outputs = 1
    families = ("people",)
    usual = Usual(shot=20, query=QUERIES, episodes=4_800, episodes_per_step=_SAME_SIZE, learning_rate=3e-3)
    learners = ("maml", "reptile", "lstm", "transfer")
    options = MappingProxyType(
        {
            "maml": {"inner_steps": 3, "inner_rate": 0.05, "head_rate": 0.05, **_ONE_OUTPUT, "centred": False},
            "reptile": {
                "inner_steps": 10, "inner_batch": 10, "inner_optimizer": "sgd", "inner_rate": 0.01, "outer_step": 0.1,
                "train_shot": 0, "test_steps": 10, "test_batch": 10, **_ONE_OUTPUT,
            },
            "lstm": {"adapts": "all", "steps": 3, "rate": 0.05, **_ONE_OUTPUT},
        }
    )  # fmt: skip
    needs_data = True
    tested_steps = None

    def __init__(self, data: RatingSet | None = None, split: int = 0) -> None:
        self._given, self._split = data, split

    def with_data(self, data: RatingSet, split: int) -> "Ratings":
        made = Ratings(data, split)
        enough = made._able()
        if len(enough) < LEAST_PEOPLE or data.lowest == data.highest:
            raise UserError(fact("ratings.too_few", people=LEAST_PEOPLE, least=QUERIES + 1, found=len(enough)))
        return made

    @cached_property
    def data(self) -> RatingSet:
        """The ratings, of 1 to 5."""
        data = made_ratings() if self._given is None else self._given
        return replace(data, rating=1 + (_STARS - 1) * (data.rating - data.lowest) / (data.highest - data.lowest))

    @cached_property
    def star(self) -> float:
        """How much of the scale that people rated on is one of 1 to 5."""
        return 1.0 if self._given is None else (self._given.highest - self._given.lowest) / (_STARS - 1)

    def on_scale(self, stars: float) -> float:
        """Return a rating of 1 to 5 on the scale that people rated on, no lower or higher than anybody's."""
        lowest = 1.0 if self._given is None else self._given.lowest
        return lowest + self.star * (float(np.clip(stars, 1, _STARS)) - 1)

    @cached_property
    def parts(self) -> Parts:
        """People by what they are for; those with too few ratings to be asked count in averages alone."""
        able = np.random.default_rng(self._split).permutation(self._able())
        tenth = max(1, len(able) // 10)
        held = able[: 2 * tenth]
        everyone = np.arange(len(self.data.people))
        return Parts(everyone[~np.isin(everyone, held)], held[:tenth], held[tenth:])

    @cached_property
    def known(self) -> Known:
        """What the people to learn from gave each item, of 1 to 5."""
        return Known(self.data, self.parts.learned)

    def tested(self, approach: Approach, tasks: int, seed: int) -> Iterator[Tested | float]:
        people = self.parts.tested[:tasks]
        baselines = {name: for_anyone(fitted(self.known)) for name, fitted in RATING_BASELINES.items()}
        foretelling: dict[tuple[str, ...], ForetellFor] = {(): self.foretelling(approach)}
        foretelling |= {("baselines", name): foretell for name, foretell in baselines.items()}
        for shot in TESTED_SHOTS:
            scores: dict[tuple[str, ...], list[dict[str, float]]] = {under: [] for under in foretelling}
            for person in people:
                for under, foretell in foretelling.items():
                    scores[under].append(self.scores_of(foretell, int(person), shot, seed))
                yield 1 / len(people) / len(TESTED_SHOTS)
            for under, each in scores.items():
                for score in _SCORES:
                    found = mean_with_interval([one[score] for one in each])
                    yield Tested(score, (str(shot),), under, found.mean, found.ci95, len(people))

    def scores_of(self, foretell: ForetellFor, person: int, shot: int | None, seed: int) -> dict[str, float]:
        """Return the scores for ten ratings of a person, by name, given so many others of theirs, or all.

        Which are asked depends on seed and person alone. The error is on the scale that people rated on.
        """
        rows = np.random.default_rng([seed, person]).permutation(self.data.rows_of_people[person])
        asked, told = rows[:QUERIES], rows[QUERIES:][:shot]
        item, rating = self.data.item, self.data.rating
        foretold = foretell(person, item[told], rating[told], item[asked])
        scores = {name: score(foretold, rating[asked]) for name, score in _SCORES.items()}
        # Nobody gives more than the most; but what is liked most is named first all the same.
        return scores | {"mae": self.star * absolute_error(np.clip(foretold, 1, _STARS), rating[asked])}

    def foretelling(self, approach: Approach) -> ForetellFor:
        """Return what adapts an approach, in evaluation mode, to a person, and foretells their ratings, of 1 to 5."""

        def foretell(person: int, items: Indices, ratings: RatingValues, asked: Indices) -> RatingValues:
            with torch.no_grad():
                classify = approach.adapt(TaskExamples(self.rows(person, items), self.beyond(items, ratings), 1))
                return self.known.shrunk[asked] + classify(self.rows(person, asked))[:, 0].double().numpy()

        return foretell

    def rows(self, person: int, items: Indices) -> Tensor:
        """Return what the network gets of items (n,) for a person: (n, inputs)."""
        of_person = np.broadcast_to(self._of_people[0][person], (len(items), self._of_people[0].shape[1]))
        return torch.from_numpy(np.concatenate([self._of_items[0][items], of_person], 1))

    def beyond(self, items: Indices, ratings: RatingValues) -> Tensor:
        """Return what ratings (n,) of items (n,) are beyond what others give, (n, 1)."""
        return torch.from_numpy((ratings - self.known.shrunk[items]).astype(np.float32))[:, None]

    def network(self) -> Encoder:
        return Preference(len(self.data.items) + 1, (*self._of_items[1], *self._of_people[1]))

    def tasks(self, shape: EpisodeShape, seed: int, family: str | None = None) -> Tasks:
        return PeopleToLearn(self, shape, seed, self.parts.learned)

    def validation_tasks(self, shape: EpisodeShape, seed: int) -> Tasks:
        return PeopleHeldOut(self, shape, seed, self.parts.validated)

    def _able(self) -> Indices:
        """Return who has enough ratings to be asked for some of them."""
        counts = np.array([len(rows) for rows in (self._given or self.data).rows_of_people])
        return np.flatnonzero(counts > QUERIES)

    @cached_property
    def _of_items(self) -> tuple[AttributeNumbers, tuple[int, ...]]:
        """For each item its number in the network, its attributes and what others give it, and the widths of these."""
        count = len(self.data.items)
        number = np.where(self.known.counts < _SELDOM, 0, np.arange(1, count + 1))
        attributes, widths = numbers_of(self.data.of_items, count)
        others = self.known.shrunk - self.known.mean
        columns = [number[:, None], attributes, others[:, None]]
        return np.concatenate(columns, 1).astype(np.float32), (*widths, 1)

    @cached_property
    def _of_people(self) -> tuple[AttributeNumbers, tuple[int, ...]]:
        return numbers_of(self.data.of_people, len(self.data.people))


class PeopleHeldOut(Tasks):
    """People in turn, each with `shot` of their ratings as examples, or as many as there are, and queries."""

    def __init__(self, problem: Ratings, shape: EpisodeShape, seed: int, people: Indices) -> None:
        super().__init__(problem, shape, seed)
        self.ratings, self.people = problem, people

    def episode(self, number: int) -> Episode:
        draw = np.random.default_rng([self.seed, number])
        return self.drawn(draw, int(self.people[number % len(self.people)]), self.shape.shot)

    def drawn(self, draw: np.random.Generator, person: int, shot: int) -> Episode:
        """Return an episode of a person with so many examples, fewer where there are fewer beside the queries."""
        data = self.ratings.data
        rows = data.rows_of_people[person]
        shot = max(0, min(shot, len(rows) - self.shape.query))
        rows = draw.permutation(rows)[: shot + self.shape.query]
        items = data.item[rows]
        return episode_of(self.ratings.rows(person, items), self.ratings.beyond(items, data.rating[rows]), shot)


class PeopleToLearn(PeopleHeldOut):
    """People by chance, with one to `shot` of their ratings as examples."""

    def __init__(self, problem: Ratings, shape: EpisodeShape, seed: int, people: Indices) -> None:
        super().__init__(problem, shape, seed, people)
        counts = np.array([len(rows) for rows in problem.data.rows_of_people])[people]
        self.most = min(shape.shot, int(counts.max()) - shape.query)
        if self.most < min(1, shape.shot):
            raise UserError(fact("ratings.too_few", people=1, least=1 + shape.query, found=0))
        self.enough = [people[counts >= size + shape.query] for size in range(self.most + 1)]

    def episode(self, number: int) -> Episode:
        sizes = np.random.default_rng([self.seed, number // _SAME_SIZE, _SIZES])
        size = int(sizes.integers(min(1, self.most), self.most, endpoint=True))
        draw = np.random.default_rng([self.seed, number])
        return self.drawn(draw, int(draw.choice(self.enough[size])), size)


def for_anyone(foretell: Foretell) -> ForetellFor:
    """Return what foretells the same whoever a person is."""
    return lambda person, items, ratings, asked: foretell(items, ratings, asked)

"""Recommend to a person what a run that learned ratings foretells that they like most, and say which ratings say so."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np

from workbench import learning
from workbench.errors import UserError
from workbench.facts import fact
from workbench.operations.progress import Reporter
from workbench.operations.runs.listing import RunFacts, describe_runs
from workbench.operations.runs.problems.problem_data import problem_of
from workbench.operations.runs.record import RunRecord
from workbench.operations.runs.run_settings import episode_shape
from workbench.store.models import CheckpointKind
from workbench.store.project import Project
from workbench.words import marked, message

if TYPE_CHECKING:
    from workbench.learning.problems.ratings import ForetellFor, Ratings
    from workbench.learning.recommender.rating_set import Indices, RatingValues

_PROBLEM = "ratings"
_TITLES = ("title", "movietitle", "name")
_REASONS = 3


@dataclass(frozen=True)
class Reason:
    """A rating that moved a recommendation: by how much what is foretold would differ without it."""

    item: str
    title: str
    rating: float
    moved: float


@dataclass(frozen=True)
class ItemRecommendation:
    """An item that a person has not rated, what they are foretold to give it, and the ratings that moved it most."""

    item: str
    title: str
    foretold: float
    why: tuple[Reason, ...]


@dataclass(frozen=True)
class Recommendations:
    """What a run recommends to a person, best first."""

    run: int
    person: str
    rated: int
    items: tuple[ItemRecommendation, ...]


def recommend_items(project: Project, person: str, reporter: Reporter, *, top: int = 10) -> Recommendations:
    """Recommend so many items to a person of the table of ratings, by the newest usable run that learned it.

    Raises UserError where there is no such run, the person is not in its table, or rated nothing; Cancelled when asked
    to stop.
    """
    if top < 1:
        raise UserError(fact("request.count_too_small", name="top", least=1, value=top))
    run = _newest_run(project)
    record = RunRecord(project, run.id)
    stored = record.checkpoint(CheckpointKind.BEST) or record.require_checkpoint()
    problem = cast("Ratings", problem_of(project, run.settings))
    approach = problem.build(run.settings.approach, episode_shape(run.settings), run.settings.options)
    learning.load_approach(approach, stored.weights)
    taste = _Taste.of(problem, problem.foretelling(approach.eval()), run.id, person)
    foretold = taste.foretold(taste.others)
    best = np.argsort(-foretold, kind="stable")[:top]
    moved = foretold[best] - taste.without_each(taste.others[best], reporter)
    items = tuple(
        taste.recommendation(int(place), float(foretold[place]), moved[:, column]) for column, place in enumerate(best)
    )
    return Recommendations(run.id, person, len(taste.items), items)


def _newest_run(project: Project) -> RunFacts:
    runs = [run for run in describe_runs(project, problems=True) if run.problem == _PROBLEM and run.episode]
    if not runs:
        raise UserError(fact("ratings.no_run"))
    return runs[-1]


@dataclass(frozen=True)
class _Taste:
    """What a person rated, of 1 to 5, and what else there is."""

    problem: "Ratings"
    foretell: "ForetellFor"
    person: int
    items: "Indices"  # (n,)
    ratings: "RatingValues"  # (n,)
    others: "Indices"  # (m,)

    @classmethod
    def of(cls, problem: "Ratings", foretell: "ForetellFor", run: int, name: str) -> "_Taste":
        data = problem.data
        if name not in data.people:
            text = marked("Nobody called {name} is among the {people} people whose ratings run {run} learned.")
            raise UserError(message(text, name=name, run=str(run), people=len(data.people)))
        person = data.people.index(name)
        rows = data.rows_of_people[person]
        others = np.setdiff1d(np.arange(len(data.items)), data.item[rows])
        if not len(rows) or not len(others):
            text = marked("There is nothing to recommend to {name}, who rated {rated} of {items} items.")
            raise UserError(message(text, name=name, rated=len(rows), items=len(data.items)))
        return cls(problem, foretell, person, data.item[rows], data.rating[rows], others)

    def foretold(self, asked: "Indices") -> "RatingValues":
        return self.foretell(self.person, self.items, self.ratings, asked)

    def without_each(self, asked: "Indices", reporter: Reporter) -> "RatingValues":
        """Return what is foretold for items (m,) without each of the ratings in turn, (n, m)."""
        if len(self.items) == 1:  # From nothing at all nothing is foretold but what others give.
            return self.problem.known.shrunk[asked][None]
        rows: list[RatingValues] = []
        for left_out in range(len(self.items)):
            reporter.report(left_out / len(self.items), message(marked("Weighing each rating")))
            kept = np.arange(len(self.items)) != left_out
            rows.append(self.foretell(self.person, self.items[kept], self.ratings[kept], asked))
        return np.stack(rows)

    def recommendation(self, place: int, foretold: float, moved: "RatingValues") -> ItemRecommendation:
        """Return an item of the others, by its place among them; `moved` is how far each rating did (n,)."""
        return ItemRecommendation(*self.named(int(self.others[place])), self.shown(foretold), self.reasons(moved))

    def reasons(self, moved: "RatingValues") -> tuple[Reason, ...]:
        most = np.argsort(-np.abs(moved), kind="stable")[:_REASONS]
        return tuple(
            Reason(*self.named(int(item)), self.shown(float(rating)), float(self.problem.star * way))
            for item, rating, way in zip(self.items[most], self.ratings[most], moved[most], strict=True)
        )

    def named(self, item: int) -> tuple[str, str]:
        """Return the name of an item, and its title, which is its name where there is none."""
        name = self.problem.data.items[item]
        titles = (known.cells[item] for known in self.problem.data.of_items if known.name in _TITLES)
        return name, next(titles, "") or name

    def shown(self, rating: float) -> float:
        """Return a rating of 1 to 5 on the scale that people rated on, within its bounds."""
        return self.problem.on_scale(rating)

"""Stage 3 of a search: who is best on validation classes, and how good on test classes, never looked at before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench import learning
from workbench.facts.fit import Fit
from workbench.operations.evaluation.candidates import ComparisonRequest, candidates_of, ready
from workbench.operations.evaluation.compare_runs import compare_runs
from workbench.operations.evaluation.comparisons import ComparedRow, ComparisonResult
from workbench.operations.evaluation.differences import MeasuredAccuracy, difference_of, measured_now
from workbench.operations.evaluation.pile_accuracy import as_tested
from workbench.operations.evaluation.shared_episodes import SharedEpisodes, Source
from workbench.operations.features.episode_pool import class_ids_of, load_view, readable_images_of, view_of
from workbench.operations.progress import Reporter
from workbench.operations.search.heads import SHIPPED
from workbench.operations.search.search_request import SearchRequest
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import marked, message

if TYPE_CHECKING:
    from workbench.learning.evaluation import EpisodeResult

_OTHER_EPISODES = 10_000  # added to the seed: those that the trials were chosen by would flatter the best of them


@dataclass(frozen=True)
class Contender:
    """A run that may be the best; `cost` decides between equals: the seconds of its training, or 0."""

    run: int
    cost: float


def embed_test_images(project: Project, fit: Fit, device: str, reporter: Reporter) -> None:
    """Let the shipped network look at the images of the test, before trainings begin: what it takes is known then.

    What cannot be read the test says. Raises Cancelled.
    """
    rows = readable_images_of(project, class_ids_of(project, Role.META_TEST))
    load_view(rows, view_of(SHIPPED, None, None, fit), device, reporter)


def choose(
    project: Project, request: SearchRequest, contenders: Sequence[Contender], device: str, reporter: Reporter
) -> int:
    """Return the best run on episodes of validation classes; of those not clearly worse than it the cheapest.

    Clear is what the paired interval over episodes is. Raises UserError, Cancelled.
    """
    if len(contenders) == 1:
        return contenders[0].run
    measured = _measured(project, request, [contender.run for contender in contenders], device, reporter)
    return cheapest_of_the_best(measured, contenders)


def cheapest_of_the_best(measured: Mapping[int, MeasuredAccuracy], contenders: Sequence[Contender]) -> int:
    """Return the cheapest of those that are not clearly less accurate than the most accurate."""
    best = max(measured.values(), key=lambda accuracy: accuracy.mean.mean)
    as_good = set[int]()
    for run, accuracy in measured.items():
        behind = difference_of(best, accuracy)
        if behind.mean <= behind.ci95:
            as_good.add(run)
    return min((one for one in contenders if one.run in as_good), key=lambda one: one.cost).run


def tested(
    project: Project, request: SearchRequest, runs: Sequence[int], *, episodes: int, reporter: Reporter
) -> ComparisonResult:
    """Test runs on the same episodes of test classes; the comparison is kept. Raises UserError, Cancelled."""
    numbers = tuple(str(run) for run in runs)
    counts = (request.way, request.shot, request.query, episodes)
    comparison = ComparisonRequest(numbers, (), *counts, Role.META_TEST, seed=request.seed, device=request.device)
    return compare_runs(project, comparison, reporter)


def row_of(result: ComparisonResult, run: int) -> ComparedRow:
    """Return the row of a run in a comparison."""
    return next(row for row in result.rows if row.run == run)


def _measured(
    project: Project, request: SearchRequest, runs: Sequence[int], device: str, reporter: Reporter
) -> dict[int, MeasuredAccuracy]:
    episodes = request.validation_episodes
    counts = (request.way, request.shot, request.query, episodes)
    seed = request.seed + _OTHER_EPISODES
    asked = ComparisonRequest(tuple(map(str, runs)), (), *counts, Role.META_VALIDATION, seed=seed, device=device)
    candidates = candidates_of(project, asked)
    shared = SharedEpisodes(project, asked, candidates, device, reporter)
    measured: dict[int, MeasuredAccuracy] = {}
    for candidate, source in shared:
        if not isinstance(source, Source) or candidate.run is None:
            continue
        loaded = ready(project, candidate, source, device, reporter)
        adapt, drawn, _ = as_tested(loaded.trained, loaded.sampler, 0)
        results: list[EpisodeResult] = []
        for result in learning.try_episodes(adapt, drawn, range(episodes)):
            results.append(result)
            text = message(marked("{what}: choosing by validation classes"), what=candidate.heading)
            reporter.report((len(measured) + len(results) / episodes) / len(candidates), text)
        measured[candidate.run] = measured_now(learning.summary(results), source.pool.class_ids, source.drawn.digest)
    return measured

"""How good searching is: searches replayed on recorded tasks, of which the data set at hand was not learned from.

For each task the table of past searches is that of the other data sets. Regret: the test accuracy of the best setting
that was recorded (by its test), minus that of what is chosen by validation classes. Compared are the search with the
table, the search without, random search over the same settings, and the defaults of the page Learn. Time is that of the
records, CPU seconds of one thread, from when the features of the images are known (`searching.replay` says what is not
as in a search). "Among all" are also those on networks trained from nothing that were not recorded: Prototypical
Networks on Conv-4 stand for them, and ResNet-12 is too slow. Intervals, 95 %, are over tasks, of means over seeds.
Run: python -m tests.benchmarks.search [--seeds 5] [--cold]
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import inf
from pathlib import Path
from statistics import fmean, median

from tests.benchmarks.searching.others import by_defaults, random_search
from tests.benchmarks.searching.records import RecordedTask, read_records
from tests.benchmarks.searching.replay import Replayed, replayed
from tests.made_images import make_classes
from workbench import learning
from workbench.learning.paired import mean_with_interval
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project
from workbench.operations.search.heads import SHIPPED
from workbench.operations.search.search_request import SearchRequest
from workbench.operations.search.space import learners
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.operations.tasks.split_classes import RoleRequest
from workbench.store.models import Role
from workbench.store.project import Project

MINUTES = (1, 5, 15)
_WITHIN = 0.01  # of the best
Search = Callable[[RecordedTask, float, int], Replayed]


@dataclass(frozen=True)
class Regret:
    """How far behind a way of searching is on a task after so many seconds, 0 to 1, and when it came near the best."""

    test: float  # behind the setting that is the best on test classes
    choice: float  # behind the setting that all validations together would have chosen, on test classes
    validation: float  # behind the best validation accuracy of all, on validation classes
    near: float  # seconds after which it stayed within a point of the best on test classes; inf: it did not


def main() -> None:
    """Replay all, and print a table a line a way of searching."""
    given = _parser().parse_args()
    tasks = read_records()
    if not given.cold:
        tasks = tuple(replace(task, embedding=0.0) for task in tasks)
    with tempfile.TemporaryDirectory() as workplace, project_to_replay_in(Path(workplace)) as project:
        ways = ways_of(project, tasks)
        for minutes in MINUTES:
            for name, search in ways.items():
                _print(f"{minutes} min, {name}", list(_over(tasks, search, 60.0 * minutes, given.seeds)))


def ways_of(project: Project, tasks: Sequence[RecordedTask]) -> dict[str, Search]:
    """Return the ways of searching that are compared."""

    def search(task: RecordedTask, seconds: float, seed: int, *, learns: bool, among: Sequence[str] = ()) -> Replayed:
        request = SearchRequest(seconds, task.way, task.shot, query=1, seed=seed, device="cpu", fit="stretch")
        past = [other.as_past for other in tasks if other.data != task.data]
        return replayed(project, task, request, past if learns else None, among=among)

    def among_all(task: RecordedTask, seconds: float, seed: int, *, learns: bool) -> Replayed:
        unknown = {f"{kind.name}@{SHIPPED}" for kind in learning.APPROACHES} - set(task.learners)
        among = [learner for learner in learners(with_traits=False) if learner not in unknown]
        return search(task, seconds, seed, learns=learns, among=among)

    return {
        "with the table": partial(search, learns=True),
        "without it": partial(search, learns=False),
        "with the table, among all": partial(among_all, learns=True),
        "without it, among all": partial(among_all, learns=False),
        "random": random_search,
        "defaults": by_defaults,
    }


def regret_of(task: RecordedTask, found: Replayed) -> Regret:
    """Return how far behind what was found is."""
    settings = (*task.of("head"), *task.of("trained"))
    best = max(setting.kept[-1].test for setting in settings)
    by_validation = max(settings, key=lambda setting: setting.accuracy)
    end = found.moments[-1].accuracy if found.moments else 0.0
    reached = found.end.test if found.end else 1 / task.way
    return Regret(
        best - reached,
        by_validation.kept[-1].test - reached,
        by_validation.accuracy - end,
        _near(found, best - _WITHIN),
    )


def project_to_replay_in(folder: Path) -> Project:
    """Return a project with classes enough for episodes; a replay looks at none of its images."""
    project = new_project(folder / "replayed.mlwb")
    for seed, role in enumerate(Role, 1):
        classes = make_classes(folder / role.value, 6, 6, seed=seed)
        import_images(project, classes, ImportRequest(roles=RoleRequest(role)), Silent())
    return project


def _over(
    tasks: Sequence[RecordedTask], search: Search, seconds: float, seeds: int
) -> Iterator[tuple[RecordedTask, list[Regret]]]:
    for task in tasks:
        yield task, [regret_of(task, search(task, seconds, seed)) for seed in range(seeds)]


def _print(name: str, measured: Sequence[tuple[RecordedTask, list[Regret]]]) -> None:
    points = [
        mean_with_interval([100 * fmean(pick(one) for one in regrets) for _, regrets in measured])
        for pick in (_test, _choice, _validation)
    ]
    near = [one.near for _, regrets in measured for one in regrets]
    cells = [f"{mean.mean:5.2f} ± {mean.ci95:4.2f}" for mean in points]
    cells += [f"{median(near):.0f}", f"{fmean(time < inf for time in near):.2f}"]
    cells += [" ".join(f"{task.task} {100 * fmean(map(_test, regrets)):.1f}" for task, regrets in measured)]
    sys.stdout.write(f"| {name} | {' | '.join(cells)} |\n")
    sys.stdout.flush()


def _near(found: Replayed, least: float) -> float:
    """Return when what would be used was as good as that, and stayed so; inf where it did not."""
    since = inf
    for moment in found.moments:
        since = inf if moment.kept.test < least else min(since, moment.seconds)
    return since


def _test(regret: Regret) -> float:
    return regret.test


def _choice(regret: Regret) -> float:
    return regret.choice


def _validation(regret: Regret) -> float:
    return regret.validation


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=5, help="replays of each search")
    parser.add_argument("--cold", action="store_true", help="the features of the images are not known yet")
    return parser


if __name__ == "__main__":
    main()

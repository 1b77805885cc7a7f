"""Meta-test a run that learned a problem: its scores on tasks it has never seen, step by step."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench import learning
from workbench.errors import UserError
from workbench.facts import fact
from workbench.operations.deferred import torch
from workbench.operations.progress import Reporter
from workbench.operations.runs.listing import list_runs
from workbench.operations.runs.problems.problem_data import problem_of
from workbench.operations.runs.record import RunRecord, find_run
from workbench.operations.runs.run_settings import RunSettings, episode_shape
from workbench.store.models import CheckpointKind
from workbench.store.project import Project
from workbench.words import marked, message

if TYPE_CHECKING:
    from workbench.learning.approach import Approach
    from workbench.learning.problems.problem import Problem, Tested

_TWIN = "transfer"
_PRETRAINED = "pretrained"
_META_TEST_SEED = 2  # Added to the seed, so that tasks differ from those of training and validation.


@dataclass(frozen=True)
class ProblemReport:
    """The figures of a test of a run, and of the same network that learned nothing before.

    Where the project has a twin without meta-learning of the same problem, the newest one's figures are among those of
    the run, under `pretrained`. What depends on no learner is among them as well.
    """

    run: int
    problem: str
    approach: str
    tasks: int
    seed: int
    figures: "tuple[Tested, ...]"
    untrained: "tuple[Tested, ...]"


def problem_of_run(project: Project, run: str) -> str | None:
    """Return what a run, an id or `latest`, learned in place of images. Raises UserError when there is no such run."""
    return find_run(project, run).facts().settings.problem


def evaluate_problem(
    project: Project, run: str, reporter: Reporter, *, tasks: int = 600, seed: int = 0
) -> ProblemReport:
    """Test a run on so many tasks of a seed, beside a network of the same kind with fresh weights.

    Raises UserError when there is no such run, it learned images, or has no checkpoint; Cancelled when asked to stop.
    """
    record = find_run(project, run)
    settings = record.facts().settings
    if settings.problem is None:
        raise UserError(fact("run.learned_images", run=record.id))
    if tasks < 2:
        raise UserError(fact("request.count_too_small", name="episodes", least=2, value=tasks))
    problem = problem_of(project, settings)
    learners = [_trained(problem, record), _fresh(problem, settings)]
    learners += [_trained(problem, twin) for twin in _newest_twin(project, problem.name)]
    own, untrained, *twins = [
        _figures(problem, approach, (tasks, seed), (number, len(learners)), reporter)
        for number, approach in enumerate(learners)
    ]
    shared = {*own} & {*untrained}
    beside = [replace(each, under=(_PRETRAINED, *each.under)) for twin in twins for each in twin if each not in shared]
    without = tuple(each for each in untrained if each not in shared)
    return ProblemReport(record.id, problem.name, settings.approach, tasks, seed, (*own, *beside), without)


def _newest_twin(project: Project, problem: str) -> list[RunRecord]:
    runs = [run for run in list_runs(project, problems=True).runs if run.problem == problem and run.is_usable]
    return [find_run(project, str(run.id)) for run in reversed(runs) if run.approach == _TWIN][:1]


def _trained(problem: "Problem", record: RunRecord) -> "Approach":
    stored = record.checkpoint(CheckpointKind.BEST) or record.require_checkpoint()
    approach = _fresh(problem, record.facts().settings)
    learning.load_approach(approach, stored.weights)
    return approach


def _fresh(problem: "Problem", settings: RunSettings) -> "Approach":
    with torch.random.fork_rng():
        torch.manual_seed(settings.seed)
        tested = {} if problem.tested_steps is None else {"test_steps": problem.tested_steps}
        options = {**settings.options, **tested}
        return problem.build(settings.approach, episode_shape(settings), options).eval()


def _figures(
    problem: "Problem", approach: "Approach", drawn: tuple[int, int], part: tuple[int, int], reporter: Reporter
) -> "tuple[Tested, ...]":
    tasks, seed = drawn
    done = 0.0
    figures: list[Tested] = []
    for each in problem.tested(approach, tasks, seed + _META_TEST_SEED):
        if isinstance(each, float | int):
            done += each
            share = (part[0] + done) / part[1]
            reporter.report(share, message(marked("Testing on new tasks")))
        else:
            figures.append(each)
    return tuple(figures)

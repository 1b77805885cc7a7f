"""What every learner promises on every problem beside images: a new one in PROBLEMS is held to it as it stands."""

from itertools import product

import pytest
import torch

from tests.fact_codes import refused
from tests.learning.parts import gradients, seed_weights
from workbench.errors import UserError
from workbench.facts.problems import PROBLEM_SCORES, PROBLEM_TITLES
from workbench.learning.approach import Approach
from workbench.learning.checkpoint import approach_bytes, load_approach
from workbench.learning.episode import Episode
from workbench.learning.events import TrainingStep, ValidationResult
from workbench.learning.problems import PROBLEMS, problem_named
from workbench.learning.problems.problem import Problem, Tasks
from workbench.learning.training import Plan, Training, train

PAIRS = [(problem, learner) for problem in PROBLEMS for learner in problem.learners]
# Meta-SGD, ANIL, first order: what MAML is besides.
VARIANTS = [({"rates": "weight"},), ({"inner": "head"},), ({"order": "first"},)]
SHOT, QUERY = 4, 6

every_pair = pytest.mark.parametrize(
    ("problem", "learner"), PAIRS, ids=lambda value: value if isinstance(value, str) else value.name
)


def tasks_of(problem: Problem, seed: int = 0, shot: int = SHOT) -> Tasks:
    return problem.tasks(problem.shape(shot, QUERY), seed)


def fresh(problem: Problem, learner: str, **options: object) -> Approach:
    seed_weights(0)
    return problem.build(learner, problem.shape(SHOT, QUERY), options)  # pyright: ignore[reportArgumentType]


def answers(approach: Approach, episode: Episode) -> torch.Tensor:
    with torch.no_grad():
        classify = approach.eval().adapt(episode.support)
        return classify(episode.asked(classify)[0])


def test_every_problem_has_a_title_and_a_score() -> None:
    names = [problem.name for problem in PROBLEMS]
    assert names == list(PROBLEM_TITLES) == list(PROBLEM_SCORES)
    for problem in PROBLEMS:
        assert problem_named(problem.name) is problem
        assert PROBLEM_SCORES[problem.name].lower_is_better == problem.objective.lower_is_better
    with pytest.raises(UserError):
        problem_named("weather")


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.name)
def test_an_approach_that_cannot_learn_a_problem_is_refused(problem: Problem) -> None:
    with pytest.raises(UserError):
        problem.learner("siamese")


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.name)
def test_an_episode_depends_on_its_seed_and_number_alone(problem: Problem) -> None:
    one, same, other = (tasks_of(problem, seed).episode(7) for seed in (0, 0, 1))
    assert torch.equal(one.support.images, same.support.images)
    assert torch.equal(one.support.labels, same.support.labels)
    assert not torch.equal(one.support.labels, other.support.labels)


@every_pair
def test_it_answers_every_query_with_finite_numbers(problem: Problem, learner: str) -> None:
    episode = tasks_of(problem).episode(0)
    outputs = answers(fresh(problem, learner), episode)
    assert outputs.isfinite().all()
    assert outputs.shape[1] == problem.outputs


@every_pair
def test_adapting_leaves_every_parameter_and_buffer_as_it_was(problem: Problem, learner: str) -> None:
    approach = fresh(problem, learner)
    before = {name: value.clone() for name, value in approach.state_dict().items()}
    answers(approach, tasks_of(problem).episode(0))
    assert all(torch.equal(before[name], value) for name, value in approach.state_dict().items())
    assert all(weight.grad is None for weight in approach.parameters())


@every_pair
def test_it_answers_the_same_once_it_is_saved_and_loaded(problem: Problem, learner: str) -> None:
    approach, episode = fresh(problem, learner), tasks_of(problem).episode(0)
    seed_weights(1)
    other = problem.build(learner, problem.shape(SHOT, QUERY), {})
    load_approach(other, approach_bytes(approach))
    assert torch.equal(answers(approach, episode), answers(other, episode))


@every_pair
def test_it_takes_more_examples_than_it_was_trained_with(problem: Problem, learner: str) -> None:
    episode = tasks_of(problem, shot=2 * SHOT).episode(0)
    assert answers(fresh(problem, learner), episode).isfinite().all()


@every_pair
def test_no_examples_are_refused(problem: Problem, learner: str) -> None:
    episode = tasks_of(problem, shot=0).episode(0)
    with refused("problem.without_examples"):
        fresh(problem, learner).eval().adapt(episode.support)


@pytest.mark.parametrize(
    ("problem", "learner", "options"),
    [*((*pair, {}) for pair in PAIRS), *((p, "maml", o) for p, (o,) in product(PROBLEMS, VARIANTS))],
    ids=lambda value: value if isinstance(value, str) else getattr(value, "name", str(value)),
)
def test_the_training_loop_trains_and_validates_it(problem: Problem, learner: str, options: dict[str, object]) -> None:
    approach = fresh(problem, learner, **options)
    before = approach_bytes(approach)
    training = Training(approach, Plan(4, 2, 1e-3, 2, 3))
    events = list(train(training, tasks_of(problem), tasks_of(problem, 1)))
    steps = [event for event in events if isinstance(event, TrainingStep)]
    results = [event for event in events if isinstance(event, ValidationResult)]
    assert [step.episode for step in steps] == [2, 4]
    assert [result.episode for result in results] == [2, 4]
    assert approach_bytes(approach) != before
    better = min if problem.objective.lower_is_better else max
    assert training.best_accuracy == better(result.accuracy for result in results)


@every_pair
def test_fitting_adds_finite_gradients(problem: Problem, learner: str) -> None:
    approach, tasks = fresh(problem, learner).train(), tasks_of(problem)
    approach.fit_episodes([tasks.episode(0), tasks.episode(1)])
    found = gradients(approach)
    assert found
    assert all(bool(gradient.isfinite().all()) for gradient in found.values())

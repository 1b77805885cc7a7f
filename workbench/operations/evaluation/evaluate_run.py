"""Meta-test a run: its accuracy on classes it has never seen, over episodes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import msgspec

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, fact
from workbench.facts.fit import Fit
from workbench.operations.evaluation.centring import centred
from workbench.operations.evaluation.differences import stored_facts
from workbench.operations.evaluation.drawn_episodes import drawn_episodes
from workbench.operations.evaluation.pile_accuracy import PileFigures, as_tested
from workbench.operations.features.episode_pool import ClassPool, View, class_ids_of, pool_of
from workbench.operations.progress import Reporter
from workbench.operations.runs.fitted_run import with_fit
from workbench.operations.runs.listing import unfinished
from workbench.operations.runs.run_traits import queried_classes, with_traits
from workbench.operations.runs.trained import Trained, load_trained
from workbench.operations.runs.training_request import needs_examples
from workbench.operations.tasks.shared_roles import warn_of_shared_roles
from workbench.operations.tasks.split_classes import ROLE_WORDS
from workbench.store.models import Evaluation as Row
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import Message, marked, message

if TYPE_CHECKING:
    from workbench.learning.evaluation import EpisodeAccuracies, EpisodeResult
    from workbench.learning.sampling import EpisodeSampler

PIXELS = "pixels"
_FEW_EPISODES = 30
_FEW_CLASSES = 10  # See workbench/decisions/intervals_over_classes.md.


@dataclass(frozen=True)
class EvaluationRequest:
    """Which run to test and on what: `run` is an id, `latest`, `pretrained`, or `pixels` for the plainest baseline.

    `fit` is as in `with_fit`; raw pixels are stretched. A test that is kept says which it was; older ones, which
    do not, stretched images for the pretrained network. With `transductive`, a run whose options allow it sees the
    queries of an episode together, as in some papers; else it answers each by itself, as when labelling.
    """

    run: str = "latest"
    way: int = 5
    shot: int = 1
    query: int = 15
    episodes: int = 600
    role: Role = Role.META_TEST
    mix_tasks: bool = True
    seed: int = 0
    device: str = "auto"
    pixels_size: int = 28
    fit: Fit | None = None
    transductive: bool = False


@dataclass(frozen=True)
class EvaluationReport:
    """An accuracy with its 95 % intervals, and the share of right answers for each class id.

    `ci95` is over episodes of these classes, `ci95_classes` over which classes were drawn, `chance` the accuracy of
    guessing. `id` is the evaluation's in the project. `way` and `shot` are how many classes, and examples of each, the
    episodes had at most, which is less than requested where there are fewer. `pile` is of the same episodes, each query
    being answered with the help of the others; None where there is no such figure. `fit` is how images became squares,
    `transductive` whether the queries of an episode were seen together.
    """

    id: int
    run: int | str
    accuracy: float
    ci95: float
    episodes: int
    way: int
    shot: int
    query: int
    role: str
    by_class: dict[int, float]
    notes: tuple[Message, ...]
    pile: PileFigures | None = None
    fit: Fit = "stretch"
    ci95_classes: float = 0.0
    chance: float = 0.0
    transductive: bool = False

    @property
    def widest(self) -> float:
        """Half the width of the wider interval, which is what an accuracy is shown with."""
        return max(self.ci95, self.ci95_classes)


def evaluate_run(project: Project, request: EvaluationRequest, reporter: Reporter) -> EvaluationReport:
    """Draw seeded episodes from the classes of a role, adapt to each, and keep the accuracy in the project.

    An image's answer depends on no other; beside it stands the accuracy with the help of the episode's other queries.
    Two runs tested with the same seed and shape see identical episodes where they see the same images. Raises UserError
    when there is no such run or no episode can be drawn, Cancelled when asked to stop (nothing is kept then).
    """
    refuse_test_counts(request)
    device = learning.choose_device(request.device).name
    trained, fit_notes = _fitted(project, request, device, reporter)
    pool = _pool(project, request, trained, device, reporter)
    if trained:
        trained, centring_notes = centred(project, trained, request.role, device, reporter)
        fit_notes = (*fit_notes, *centring_notes)
    shape = learning.EpisodeShape(request.way, request.shot, request.query)
    sampler = learning.EpisodeSampler(pool.pool, shape, seed=request.seed, mix_tasks=request.mix_tasks)
    drawn = drawn_episodes(pool, sampler, request.episodes, mix_tasks=request.mix_tasks)
    result, pile = _evaluated(trained, sampler, request, reporter)
    tested = replace(request, way=sampler.way, shot=sampler.shot, fit=trained.view.fit if trained else "stretch")
    tested = replace(tested, transductive=trained is not None and trained.approach.capabilities.transductive)
    run = trained.run if trained else None
    notes = (
        *warn_of_shared_roles(project),
        *unfinished(project, run),
        *_flattering(request, trained),
        *rough_intervals(request.episodes, len(drawn.classes)),
        *uneven_tasks(sampler),
    )
    number = _save(project, evaluation_row(tested, run, result, pool, pile, digest=drawn.digest))
    notes = (*notes, *fit_notes, *pool.notes, *sampler.notes)
    return _report(number, tested, trained, result, pool=pool, pile=pile, notes=notes)


def _report(
    number: int,
    tested: EvaluationRequest,
    trained: Trained | None,
    result: "EpisodeAccuracies",
    *,
    pool: ClassPool,
    pile: PileFigures | None,
    notes: tuple[Message, ...],
) -> EvaluationReport:
    return EvaluationReport(
        number,
        trained.shown if trained else PIXELS,
        result.accuracy,
        result.ci95,
        result.episodes,
        tested.way,
        tested.shot,
        tested.query,
        tested.role.value,
        {pool.class_ids[number]: right / total for number, (right, total) in result.by_class().items()},
        notes,
        pile,
        tested.fit or "stretch",
        result.ci95_classes,
        result.chance,
        tested.transductive,
    )


def _fitted(
    project: Project, request: EvaluationRequest, device: str, reporter: Reporter
) -> tuple[Trained | None, tuple[Fact, ...]]:
    """Load what is to be tested, None for raw pixels, and return what is to be said of how it sees images."""
    if request.run == PIXELS:
        return None, ()
    loaded, seen_notes = one_by_one(load_trained(project, request.run, device, transductive=True), request)
    trained, notes = with_fit(project, loaded, request.fit, device, reporter)
    # That images were stretched, as they always were, goes without saying.
    return trained, seen_notes if trained.view.fit == "stretch" else (*seen_notes, *notes)


def one_by_one(trained: Trained, request: EvaluationRequest | None = None) -> tuple[Trained, tuple[Fact, ...]]:
    """Return what answers each query by itself, and say so of a run that might see them together.

    A request for a transductive test leaves it as it is.
    """
    if not trained.approach.capabilities.transductive or (request is not None and request.transductive):
        return trained, ()
    return replace(trained, approach=trained.approach.inductive()), (fact("candidate.not_transductive_here"),)


def rough_intervals(episodes: int, classes: int) -> tuple[Fact, ...]:
    """Warn that intervals over so few episodes, or so few classes, are unreliable."""
    notes: list[Fact] = []
    if episodes < _FEW_EPISODES:
        notes.append(fact("comparison.rough_intervals", least=_FEW_EPISODES))
    if classes < _FEW_CLASSES:
        notes.append(fact("comparison.few_classes", count=classes))
    return tuple(notes)


def uneven_tasks(sampler: "EpisodeSampler") -> tuple[Fact, ...]:
    """Say that classes of small tasks count more, where tasks of different sizes are kept apart."""
    return (fact("episodes.tasks_as_often"),) if sampler.has_uneven_tasks else ()


def _flattering(request: EvaluationRequest, trained: Trained | None) -> tuple[Message, ...]:
    if request.role != Role.META_TRAIN or trained is None or trained.run is None:
        return ()
    text = marked("Runs are trained on meta-train classes: this accuracy says little about new classes.")
    return (Message(text),)


def _pool(
    project: Project, request: EvaluationRequest, trained: Trained | None, device: str, reporter: Reporter
) -> ClassPool:
    """Load the classes of the test in the view of the run, with their traits for a run that uses them."""
    view = trained.view if trained else View("conv4", request.pixels_size, 1)
    ids = tested_classes(project, request.role)
    if trained is None or trained.traits is None:
        if not request.shot:
            subject = trained.called if trained else fact("subject.pixels")
            raise UserError(needs_examples(subject))
        return pool_of(project, ids, view, rotate_classes=False, device=device, reporter=reporter)
    queried = queried_classes(project, trained.traits, ids, request.shot)
    pool = pool_of(project, queried.class_ids, view, rotate_classes=False, device=device, reporter=reporter)
    pool = with_traits(pool, trained.traits, queried.rows)
    return replace(pool, notes=(*pool.notes, *queried.notes))


def _evaluated(
    trained: Trained | None, sampler: "EpisodeSampler", request: EvaluationRequest, reporter: Reporter
) -> "tuple[EpisodeAccuracies, PileFigures | None]":
    adapt, episodes, trial = as_tested(trained, sampler, request.shot)
    results: list[EpisodeResult] = []
    for result in learning.try_episodes(adapt, episodes, range(request.episodes), trial and trial.watch):
        results.append(result)
        text = message(marked("{done} of {total} episodes"), done=len(results), total=request.episodes)
        reporter.report(len(results) / request.episodes, text)
    return learning.summary(results), trial and trial.figures()


def evaluation_row(
    request: EvaluationRequest,
    run: int | None,
    result: "EpisodeAccuracies",
    pool: ClassPool,
    pile: PileFigures | None,
    *,
    digest: str,
) -> Row:
    """Return the row that the project keeps of a test; `digest` is that of its episodes."""
    ids, image_ids = pool.class_ids, pool.image_ids
    confusion = [[ids[a], ids[b], count] for (a, b), count in sorted(result.confusion.items())]
    images = [[ids[a], ids[b], [image_ids[row] for row in rows]] for (a, b), rows in sorted(result.images.items())]
    return Row(
        run_id=run,
        settings=msgspec.to_builtins(request),
        way=request.way,
        shot=request.shot,
        query=request.query,
        episodes=result.episodes,
        seed=request.seed,
        role=request.role,
        accuracy=result.accuracy,
        ci95=result.ci95,
        details={
            **stored_facts(result, digest, transductive=request.transductive),
            "confusion": confusion,
            "images": images,
            "pile": msgspec.to_builtins(pile),
        },
    )


def request_from_json(stored: Mapping[str, Any]) -> EvaluationRequest:
    """Return the request that the settings of a stored test are; names that are unknown are ignored."""
    return msgspec.convert(stored, EvaluationRequest)


def _save(project: Project, row: Row) -> int:
    with project.write() as session:
        session.add(row)
        session.flush()
        return row.id


def refuse_test_counts(request: EvaluationRequest) -> None:
    """Raise UserError when a count of the request is too small."""
    for name, least in {"way": 2, "shot": 0, "query": 1, "episodes": 2, "seed": 0}.items():
        if getattr(request, name) < least:
            raise UserError(fact("request.count_too_small", name=name, least=least, value=getattr(request, name)))


def tested_classes(project: Project, role: Role) -> tuple[int, ...]:
    """Return the classes of a role. Raises UserError when there are none."""
    ids = class_ids_of(project, role)
    if not ids:
        text = marked("This project has no {role} classes. Import folders, or give classes that role.")
        raise UserError(message(text, role=ROLE_WORDS[role]))
    return ids


def tested_role(name: str) -> Role:
    """Return the role of that name."""
    return Role(name)

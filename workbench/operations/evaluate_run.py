"""Meta-test a run: its accuracy on classes it has never seen, over episodes."""

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from workbench.errors import UserError
from workbench.operations.episode_pool import ClassPool, View, class_ids_of, pool_of
from workbench.operations.progress import Reporter
from workbench.operations.run_traits import asked_classes, with_traits
from workbench.operations.runs import unfinished
from workbench.operations.split_classes import ROLE_WORDS
from workbench.operations.train_wish import needs_examples
from workbench.operations.trained import Trained, load_trained
from workbench.store.models import Evaluation as Row
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import Message, marked, message

if TYPE_CHECKING:
    from workbench.learning.evaluation import Adapt, Evaluation
    from workbench.learning.sampling import EpisodeSampler

PIXELS = "pixels"
_FEW_EPISODES = 30


@dataclass(frozen=True)
class EvaluateWish:
    """Which run to test and on what: `run` is an id, `latest`, `pretrained`, or `pixels` for the plainest baseline."""

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


@dataclass(frozen=True)
class EvaluationReport:
    """An accuracy with its 95 % interval over episodes, and the share of right answers for each class id.

    `id` is the evaluation's in the project. `way` and `shot` are how many classes, and examples of each, the episodes
    had at most, which is less than was asked where there are fewer.
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


def evaluate_run(project: Project, wish: EvaluateWish, reporter: Reporter) -> EvaluationReport:
    """Draw seeded episodes from the classes of a role, adapt to each, and keep the accuracy in the project.

    Two runs tested with the same seed and shape see identical episodes where they see the same images. Raises UserError
    when there is no such run or no episode can be drawn, Cancelled when asked to stop (nothing is kept then).
    """
    from workbench.learning.device import choose_device
    from workbench.learning.episode import TaskShape
    from workbench.learning.evaluation import nearest_pixels
    from workbench.learning.sampling import EpisodeSampler

    refuse_test_counts(wish)
    device = choose_device(wish.device).name
    trained = None if wish.run == PIXELS else load_trained(project, wish.run, device, queries_together=True)
    pool = _pool(project, wish, trained, device, reporter)
    if trained and trained.needs_to_look_around:
        trained.look_around(pool.pool.images)
    sampler = EpisodeSampler(
        pool.pool, TaskShape(wish.way, wish.shot, wish.query), seed=wish.seed, mix_tasks=wish.mix_tasks
    )
    found = _tried(trained.approach.adapt if trained else nearest_pixels, sampler, wish.episodes, reporter)
    tested = replace(wish, way=sampler.way, shot=sampler.shot)
    run = trained.run if trained else None
    doubts = (*unfinished(project, run), *_flattering(wish, trained))
    number = _save(project, evaluation_row(tested, run, found, pool))
    return EvaluationReport(
        number,
        trained.shown if trained else PIXELS,
        found.accuracy,
        found.ci95,
        found.episodes,
        tested.way,
        tested.shot,
        wish.query,
        wish.role.value,
        {pool.class_ids[number]: right / total for number, (right, total) in found.by_class().items()},
        (*doubts, *rough_intervals(wish.episodes), *pool.notes, *sampler.notes),
    )


def rough_intervals(episodes: int) -> tuple[Message, ...]:
    """Say that intervals over so few episodes are not to be relied on."""
    if episodes >= _FEW_EPISODES:
        return ()
    text = marked("Intervals over fewer than {least} episodes are rough. Ask more.")
    return (message(text, least=_FEW_EPISODES),)


def _flattering(wish: EvaluateWish, trained: Trained | None) -> tuple[Message, ...]:
    if wish.role != Role.META_TRAIN or trained is None or trained.run is None:
        return ()
    text = marked("Runs learn from meta-train classes: this says little of classes that are new.")
    return (Message(text),)


def _pool(project: Project, wish: EvaluateWish, trained: Trained | None, device: str, reporter: Reporter) -> ClassPool:
    """Load the classes of the test as they are shown, with their traits for a run that uses them."""
    view = trained.view if trained else View("conv4", wish.pixels_size, 1)
    ids = tested_classes(project, wish.role)
    if trained is None or trained.traits is None:
        if not wish.shot:
            what = trained.called if trained else Message(marked("Comparing raw pixels"))
            raise UserError(needs_examples(what))
        return pool_of(project, ids, view, rotated=False, device=device, reporter=reporter)
    asked = asked_classes(project, trained.traits, ids, wish.shot)
    pool = pool_of(project, asked.class_ids, view, rotated=False, device=device, reporter=reporter)
    pool = with_traits(pool, trained.traits, asked.rows)
    return replace(pool, notes=(*pool.notes, *asked.notes))


def _tried(adapt: "Adapt", sampler: "EpisodeSampler", episodes: int, reporter: Reporter) -> "Evaluation":
    from workbench.learning.evaluation import summary, try_episodes

    results = []
    for result in try_episodes(adapt, sampler, range(episodes)):
        results.append(result)
        text = message(marked("{done} of {total} episodes"), done=len(results), total=episodes)
        reporter.report(len(results) / episodes, text)
    return summary(results)


def evaluation_row(wish: EvaluateWish, run: int | None, found: "Evaluation", pool: ClassPool) -> Row:
    """Return what the project keeps of a test."""
    ids, image_ids = pool.class_ids, pool.image_ids
    confusion = [[ids[a], ids[b], count] for (a, b), count in sorted(found.confusion.items())]
    images = [[ids[a], ids[b], [image_ids[row] for row in rows]] for (a, b), rows in sorted(found.images.items())]
    settings: dict[str, Any] = asdict(wish) | {"role": wish.role.value}
    return Row(
        run_id=run,
        settings=settings,
        way=wish.way,
        shot=wish.shot,
        query=wish.query,
        episodes=found.episodes,
        seed=wish.seed,
        role=wish.role,
        accuracy=found.accuracy,
        ci95=found.ci95,
        details={"confusion": confusion, "images": images},
    )


def _save(project: Project, row: Row) -> int:
    with project.write() as session:
        session.add(row)
        session.flush()
        return row.id


def refuse_test_counts(wish: EvaluateWish) -> None:
    """Raise UserError when a count of the wish is too small."""
    for name, least in {"way": 2, "shot": 0, "query": 1, "episodes": 2, "seed": 0}.items():
        if getattr(wish, name) < least:
            text = marked("{name} must be at least {least}, not {value}.")
            raise UserError(message(text, name=name, least=least, value=getattr(wish, name)))


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

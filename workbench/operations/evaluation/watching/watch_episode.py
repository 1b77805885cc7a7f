"""Watch a run learn one episode of the test's classes, step by step, and see what other examples would change."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench import learning
from workbench.errors import UserError
from workbench.facts import approach_title
from workbench.operations.deferred import torch
from workbench.operations.evaluation.centring import centred
from workbench.operations.evaluation.evaluate_run import PIXELS, tested_classes
from workbench.operations.evaluation.watching.scene import Scene, bounds_of, points_of
from workbench.operations.evaluation.watching.step_views import view_of_step
from workbench.operations.evaluation.watching.watched import (
    Beside,
    SupportChange,
    WatchedEpisode,
    WatchedImage,
    WatchedStep,
    WatchRequest,
)
from workbench.operations.features.episode_pool import ClassPool, load_view, pool_to_draw_from, readable_images_of
from workbench.operations.progress import Reporter
from workbench.operations.runs.run_traits import queried_classes, with_traits
from workbench.operations.runs.trained import Trained, load_trained
from workbench.store.models import ImageClass, Task
from workbench.store.project import Project
from workbench.words import Message, marked, message

if TYPE_CHECKING:
    from workbench.learning.episode import Episode
    from workbench.learning.tracing.trace import Trace

_READING = Message(marked("Read the images of the episode"))
_LEARNING = Message(marked("Learn the episode step by step"))


@dataclass(frozen=True)
class _Drawn:
    """An episode as it was drawn, without its images, and the pool that its rows are of."""

    pool: ClassPool
    episode: "Episode"


@dataclass(frozen=True)
class _Chosen:
    """Which rows are in the episode, and as what."""

    examples: tuple[tuple[int, int], ...]  # row, class it is an example of
    queries: tuple[tuple[int, int], ...]
    taken_out: tuple[tuple[int, int], ...]  # row, class it was drawn as an example of, or was put into last
    numbers: tuple[int, ...]  # of the classes, in the pool


def watch_episode(project: Project, request: WatchRequest, reporter: Reporter) -> WatchedEpisode:
    """Return the steps in which a run learns an episode; nothing is kept in the project.

    Only the images of the episode are read. Raises UserError when there is no such run or class, an image cannot be
    read, or a class is left without an example; Cancelled when asked to stop.
    """
    reporter.report(0.0, _READING)
    device = learning.choose_device(request.device).name
    if request.run == PIXELS:
        raise UserError(Message(marked("Raw pixels learn nothing. Choose a run to watch.")))
    trained = load_trained(project, request.run, device)
    trained, centring_notes = centred(project, trained, request.role, device, reporter)
    pool, trait_notes = _pool(project, trained, request)
    drawn = _drawn(pool, request)
    chosen = _changed(drawn, request.changes)
    episode = _episode(drawn, chosen, trained, device, reporter)
    reporter.report(0.5, _LEARNING)
    if trained.centred_on_examples:
        trained.calibrate(episode.support.images)
    trace = trained.approach.trace(episode)
    reporter.report(0.9, _LEARNING)
    names = _names(project, [pool.class_ids[number] for number in chosen.numbers])
    answers = tuple(label for _, label in chosen.queries)
    return WatchedEpisode(
        request,
        _title(trained, request),
        names,
        _images(pool, chosen, chosen.examples),
        _images(pool, chosen, chosen.queries),
        _images(pool, chosen, chosen.taken_out),
        _steps(trace, names, tuple(label for _, label in chosen.examples), answers),
        _beside(trained, episode, answers),
        (*centring_notes, *trait_notes),
        _described(episode),
    )


def _pool(project: Project, trained: Trained, request: WatchRequest) -> tuple[ClassPool, tuple[Message, ...]]:
    pool = pool_to_draw_from(readable_images_of(project, tested_classes(project, request.role)))
    if trained.traits is None:
        return pool, ()
    queried = queried_classes(project, trained.traits, pool.class_ids, request.shot)
    if len(queried.class_ids) < len(pool.class_ids):
        pool = pool_to_draw_from([row for row in pool.files if row.class_id in set(queried.class_ids)])
    return with_traits(pool, trained.traits, queried.rows), queried.notes


def _drawn(pool: ClassPool, request: WatchRequest) -> _Drawn:
    shape = learning.EpisodeShape(request.way, request.shot, request.query)
    sampler = learning.EpisodeSampler(pool.pool, shape, seed=request.seed, mix_tasks=request.mix_tasks)
    return _Drawn(pool, sampler.episode(request.number))


def _changed(drawn: _Drawn, changes: Sequence[SupportChange]) -> _Chosen:
    """Return which images the episode has after a person's changes."""
    episode, count = drawn.episode, len(drawn.pool.files)
    labels = learning.whole_numbers(episode.support.labels)
    examples = dict(zip(learning.whole_numbers(episode.support_rows), labels, strict=True))
    queries = dict(
        zip(learning.whole_numbers(episode.query_rows), learning.whole_numbers(episode.answers), strict=True)
    )
    out = dict[int, int]()
    for change in changes:
        if not 0 <= change.row < count or (change.label is not None and not 0 <= change.label < episode.support.way):
            raise UserError(Message(marked("This image or class is not part of the episode.")))
        before = examples.pop(change.row, out.pop(change.row, None))
        if change.label is None and before is not None:
            out[change.row] = before
        if change.label is not None:
            # An example is no query: its answer would be known.
            queries.pop(change.row, None)
            examples[change.row] = change.label
    if not queries:
        raise UserError(Message(marked("At least one query has to be left to recognise.")))
    ordered = sorted(examples.items(), key=lambda example: example[1])
    return _Chosen(tuple(ordered), tuple(queries.items()), tuple(out.items()), learning.whole_numbers(episode.classes))


def _episode(drawn: _Drawn, chosen: _Chosen, trained: Trained, device: str, reporter: Reporter) -> "Episode":
    """Return the episode with its images, as the run takes them, on the device."""
    rows = [row for row, _ in (*chosen.examples, *chosen.queries)]
    loaded = load_view([drawn.pool.files[row] for row in rows], trained.view, device, reporter)
    if len(loaded.kept) < len(rows):
        trouble = loaded.troubles[0]
        text = marked("An image of this episode cannot be read: {path}. {reason}")
        raise UserError(message(text, path=str(trouble.path), reason=trouble.reason))
    images = torch.from_numpy(loaded.values.copy()).to(device)
    count = len(chosen.examples)
    traits = drawn.episode.support.traits
    support = replace(
        drawn.episode.support,
        images=images[:count],
        labels=torch.tensor([label for _, label in chosen.examples], dtype=torch.int64, device=device),
        traits=None if traits is None else traits.to(device),
    )
    return replace(
        drawn.episode,
        support=support,
        queries=images[count:],
        answers=torch.tensor([label for _, label in chosen.queries], dtype=torch.int64, device=device),
        classes=drawn.episode.classes.to(device),
        support_rows=torch.tensor(rows[:count], dtype=torch.int64, device=device),
        query_rows=torch.tensor(rows[count:], dtype=torch.int64, device=device),
    )


def _described(episode: "Episode") -> frozenset[int]:
    """Return the classes that traits describe; only runs that can do without examples are given any."""
    return frozenset(learning.whole_numbers(torch.nonzero(episode.support.has_traits()).flatten()))


def _steps(
    trace: "Trace", names: tuple[str, ...], labels: tuple[int, ...], answers: tuple[int, ...]
) -> tuple[WatchedStep, ...]:
    steps: list[WatchedStep] = []
    bounds, before = _common_bounds(trace), None
    for step in trace.steps:
        named = None if step.logits is None else learning.whole_numbers(step.logits.argmax(1))
        scene = Scene(names, labels, answers, named, before, bounds)
        view = view_of_step(step, scene)
        steps.append(WatchedStep(view.title, view.sentence, view.drawings, named, scene.right))
        before = named
    return tuple(steps)


def _common_bounds(trace: "Trace") -> tuple[float, float, float, float] | None:
    """Return what all inner steps have room in, so that only what moved has moved; None where there are none."""
    places = [step.shown.places for step in trace.steps if isinstance(step.shown, learning.InnerStep)]
    if not places:
        return None
    return bounds_of([points_of(part) for place in places for part in (place.examples, place.queries)])


def _beside(trained: Trained, episode: "Episode", answers: tuple[int, ...]) -> Beside | None:
    if len(set(learning.whole_numbers(episode.support.labels))) < episode.support.way:
        return None
    named = learning.whole_numbers(learning.transfer_beside(trained.approach, episode).argmax(1))
    return Beside(named, sum(one == other for one, other in zip(named, answers, strict=True)))


def _images(pool: ClassPool, chosen: _Chosen, pairs: Sequence[tuple[int, int]]) -> tuple[WatchedImage, ...]:
    label_of = {pool.class_ids[number]: label for label, number in enumerate(chosen.numbers)}
    files = [(row, label, pool.files[row]) for row, label in pairs]
    return tuple(
        WatchedImage(row, file.id, file.path, file.sha256, label, label_of.get(file.class_id))
        for row, label, file in files
    )


def _names(project: Project, class_ids: Sequence[int]) -> tuple[str, ...]:
    """Return what sentences call the classes: with their folder where two have one name."""
    query = (
        select(ImageClass.id, ImageClass.name, Task.name)
        .join(Task, Task.id == ImageClass.task_id)
        .where(ImageClass.id.in_(list(class_ids)))
    )
    with project.read() as session:
        found = {number: (name, task) for number, name, task in session.execute(query)}
    counts = Counter(name for name, _ in found.values())
    return tuple(f"{name} ({task})" if counts[name] > 1 else name for name, task in map(found.__getitem__, class_ids))


def _title(trained: Trained, request: WatchRequest) -> Message:
    approach = approach_title(trained.approach.name)
    if trained.run is None:
        text = marked("{approach} on the pretrained network, episode {number}")
        return message(text, approach=approach, number=request.number + 1)
    text = marked("Run {run}, {approach}: episode {number}")
    return message(text, run=str(trained.run), approach=approach, number=request.number + 1)

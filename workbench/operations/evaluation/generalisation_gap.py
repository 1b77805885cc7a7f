"""The generalisation gap: how much higher a run's accuracy is on its training classes than on held-out classes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, fact
from workbench.learning.paired import Difference
from workbench.operations.evaluation.differences import MeasuredAccuracy, difference_of, measured_now
from workbench.operations.evaluation.evaluate_run import EvaluationRequest, refuse_test_counts
from workbench.operations.features.episode_pool import ClassPool, pool_of
from workbench.operations.progress import Reporter
from workbench.operations.runs.curve import RunCurve, run_curve
from workbench.operations.runs.gap_words import first_and_last_gap
from workbench.operations.runs.listing import LATEST
from workbench.operations.runs.record import find_run
from workbench.operations.runs.run_traits import own_traits
from workbench.operations.runs.trained import PRETRAINED, Trained, load_trained
from workbench.store.project import Project
from workbench.words import Decimal, Message, marked, message

if TYPE_CHECKING:
    from workbench.learning.evaluation import EpisodeAccuracies, EpisodeResult
    from workbench.learning.sampling import EpisodeSampler

_LEAST_EPISODES = 200
_LARGE = 0.05


@dataclass(frozen=True)
class GapRequest:
    """A run (its id or `latest`) and the episodes to draw from its own classes, at least 200 of each kind."""

    run: str = LATEST
    way: int = 5
    shot: int = 1
    query: int = 15
    episodes: int = _LEAST_EPISODES
    seed: int = 0
    device: str = "auto"


@dataclass(frozen=True)
class GapGrowth:
    """The gap early and late in training, from the first and the last third of the validations, 0 to 1."""

    early: float
    late: float
    is_there: bool


@dataclass(frozen=True)
class LearningGap:
    """Accuracy on the classes a run was trained on, minus that on its meta-validation classes, on episodes alike.

    Accuracies go from 0 to 1, with 95 % intervals. `growth` is None where the ways of training and
    validation differ, or there were too few validations. `is_guessing` is whether accuracy on held-out classes is no
    better than chance.
    """

    run: int
    way: int
    shot: int
    trained: Difference
    held_out: Difference
    gap: Difference
    growth: GapGrowth | None
    is_large: bool
    is_growing: bool
    notes: tuple[Fact, ...]
    is_guessing: bool = False

    @property
    def may_be_large(self) -> bool:
        """Whether it would be large if it were clear, which it is not."""
        return self.gap.mean >= _LARGE and not self.gap.is_above

    @property
    def sentence(self) -> Message:
        """The figures in words."""
        values = {"points": Decimal(100 * self.gap.mean), "interval": Decimal(100 * self.gap.widest)}
        if self.growth is not None:
            values |= {"early": Decimal(100 * self.growth.early), "late": Decimal(100 * self.growth.late)}
        return message(_words_where_guessing(self) if self.is_guessing else _words(self), **values)


def generalisation_gap(project: Project, request: GapRequest, reporter: Reporter) -> LearningGap:
    """Test a run on episodes of its training classes and of its meta-validation classes; nothing is kept.

    Raises UserError when there is no such run, or no episode can be drawn from either; Cancelled when asked to stop.
    """
    refuse_test_counts(
        EvaluationRequest(request.run, request.way, request.shot, request.query, request.episodes, seed=request.seed)
    )
    if request.run == PRETRAINED:
        raise UserError(Message(marked("The pretrained network was not trained on classes of this project.")))
    record, device = find_run(project, request.run, with_checkpoint=True), learning.choose_device(request.device).name
    trained, settings = load_trained(project, str(record.id), device), record.facts().settings
    pools: list[ClassPool] = []
    # Training classes too are tested unrotated.
    for ids in (settings.trained_on, settings.validated_on):
        if len(ids) < 2 and settings.seen_elsewhere:
            raise UserError(fact("gap.trained_elsewhere", run=record.id))
        if len(ids) < 2:
            raise UserError(fact("gap.no_validation_classes"))
        pool = pool_of(project, ids, trained.view, rotate_classes=False, device=device, reporter=reporter)
        pools.append(own_traits(pool, settings))
    samplers = _samplers(pools, request, mix_tasks=settings.mix_tasks)
    own, held_out = (_results(trained, samplers, number, reporter) for number in (0, 1))
    both = [measured_now(result, pool.class_ids, "") for result, pool in zip((own, held_out), pools, strict=True)]
    return _gap_between(record.id, samplers, both, held_out.chance, run_curve(project, record.id))


@dataclass(frozen=True)
class _Samplers:
    both: "tuple[EpisodeSampler, EpisodeSampler]"
    request: GapRequest
    notes: tuple[Fact, ...]

    @property
    def way(self) -> int:
        return self.both[0].way

    @property
    def episodes(self) -> int:
        return max(_LEAST_EPISODES, self.request.episodes)


def _samplers(pools: list[ClassPool], request: GapRequest, *, mix_tasks: bool) -> _Samplers:
    """Return samplers of the same way: that of the role with fewer classes."""

    def samplers_of(way: int) -> "tuple[EpisodeSampler, EpisodeSampler]":
        shape = learning.EpisodeShape(way, request.shot, request.query)
        first, second = (
            learning.EpisodeSampler(pool.pool, shape, seed=request.seed, mix_tasks=mix_tasks) for pool in pools
        )
        return first, second

    requested = samplers_of(request.way)
    both = samplers_of(min(sampler.way for sampler in requested))
    notes = (note for part in (*pools, *both) for note in part.notes)
    return _Samplers(both, request, tuple(dict.fromkeys(notes)))


def _results(trained: Trained, samplers: _Samplers, number: int, reporter: Reporter) -> "EpisodeAccuracies":
    results: list[EpisodeResult] = []
    count = samplers.episodes
    approach, episodes = learning.embedding_once(trained.approach, samplers.both[number])
    for result in learning.try_episodes(approach.adapt, episodes, range(count)):
        results.append(result)
        text = marked("Training classes: {done} of {total} episodes")
        if number:
            text = marked("Held-out classes: {done} of {total} episodes")
        done = len(results)
        reporter.report((number * count + done) / (2 * count), message(text, done=done, total=count))
    return learning.summary(results)


def _gap_between(
    run: int, samplers: _Samplers, both: Sequence[MeasuredAccuracy], chance: float, curve: RunCurve
) -> LearningGap:
    gap, growth = difference_of(*both), _growth(curve)
    own, held_out = (measured.mean for measured in both)
    is_guessing = held_out.mean - held_out.widest <= chance
    is_large = gap.is_above and gap.mean >= _LARGE
    is_growing = growth is not None and growth.is_there
    return LearningGap(
        run,
        samplers.way,
        samplers.request.shot,
        own,
        held_out,
        gap,
        growth,
        is_large,
        is_growing,
        samplers.notes,
        is_guessing,
    )


def _growth(curve: RunCurve) -> GapGrowth | None:
    gaps = first_and_last_gap(curve) if curve.way == curve.training_way else None
    if gaps is None:
        return None
    first, last = gaps
    return GapGrowth(first.width, last.width, last.has_grown_since(first))


def _words_where_guessing(measured: LearningGap) -> str:
    if measured.is_large:
        return marked(
            "It has memorised its training classes: on held-out classes it is not clearly better than chance. Import "
            "more classes; training longer does not help."
        )
    return marked(
        "No better than chance, even on its training classes: it has learned nothing yet. Train it longer, "
        "or try another approach."
    )


def _words(measured: LearningGap) -> str:
    if measured.gap.mean <= 0 and not measured.is_growing:
        return marked("No sign of overfitting: accuracy on held-out classes is as high as on its training classes.")
    if measured.is_large and measured.is_growing:
        return marked(
            "Overfitting: accuracy on its training classes is {points} ± {interval} points above that on "
            "held-out classes, and the gap grew from {early} to {late} points during training. Import more "
            "classes; training longer does not help."
        )
    if measured.is_large:
        return marked(
            "Accuracy on its training classes is {points} ± {interval} points above that on held-out "
            "classes: more training classes would help most."
        )
    if measured.may_be_large:
        return _words_where_unclear(measured)
    if measured.is_growing:
        return marked(
            "The gap between training and held-out classes grew from {early} to {late} points during "
            "training, but is not large at the selected checkpoint: {points} ± {interval} points."
        )
    return marked(
        "No sign of overfitting: accuracy on its training classes is {points} ± {interval} points above "
        "that on held-out classes."
    )


def _words_where_unclear(measured: LearningGap) -> str:
    if measured.is_growing:
        return marked(
            "Perhaps overfitting: the gap between training and held-out classes grew from {early} to {late} points "
            "during training. At the selected checkpoint it is {points} ± {interval} points, which is not clear."
        )
    return marked(
        "Perhaps overfitting: accuracy on its training classes is {points} ± {interval} points above that on "
        "held-out classes, which is not clear with so few classes or episodes."
    )

"""How fast approaches adapt in steps: accuracy before the first step and after each, on the same episodes."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, fact, reason_of
from workbench.learning.paired import Difference
from workbench.operations.evaluation.candidates import (
    Candidate,
    ComparisonRequest,
    candidates_of,
    ready,
    refuse_without_examples,
)
from workbench.operations.evaluation.comparisons import keep_result, newest_result
from workbench.operations.evaluation.differences import MeasuredAccuracy, difference_of, measured_now
from workbench.operations.evaluation.shared_episodes import SharedEpisodes, Source
from workbench.operations.progress import Reporter
from workbench.operations.runs.listing import describe_runs
from workbench.store.project import Project
from workbench.words import Decimal, marked, message

if TYPE_CHECKING:
    from workbench.learning.stepwise import StepResults

_MOST_OF_IT = 0.9  # the share of all that the steps gain, by which most of it is reached
_A_GAIN = 0.01


@dataclass(frozen=True)
class StepPoint:
    """The accuracy (0 to 1) after so many steps, its 95 % intervals, and the median milliseconds until then."""

    steps: int
    accuracy: float
    ci95: float
    milliseconds: float
    ci95_classes: float = 0.0

    @property
    def mean(self) -> Difference:
        """The accuracy with its intervals."""
        return Difference(self.accuracy, self.ci95, self.ci95_classes)


@dataclass(frozen=True)
class StepLine:
    """The curve of one run; without points, `sentence` says why."""

    key: str
    run: int | None
    title: Fact
    shown: Fact
    points: tuple[StepPoint, ...]
    sentence: Fact


@dataclass(frozen=True)
class AdaptationCurve:
    """Accuracy against steps for the runs that adapt in steps; where there are none, `sentence` says so.

    `chance` is the accuracy of guessing, 0 to 1.
    """

    request: ComparisonRequest
    way: int
    device: str
    lines: tuple[StepLine, ...]
    sentence: Fact
    notes: tuple[Fact, ...]
    chance: float = 0.0

    @property
    def guessing(self) -> float:
        """The accuracy of guessing; curves of older versions have only the number of classes."""
        return self.chance or 1 / self.way


def adaptation_curve(project: Project, request: ComparisonRequest, reporter: Reporter) -> AdaptationCurve:
    """Follow each run that adapts in steps, and keep the curve in the project; other runs are skipped.

    Raises as `compare_runs` does.
    """
    refuse_without_examples(request)
    device = learning.choose_device(request.device)
    chosen = candidates_of(project, request)
    candidates = [one for one in chosen if one.run is not None and _takes_steps(one.approach)]
    if not candidates:
        return AdaptationCurve(request, request.way, device.shown, (), fact("steps.none"), ())
    episodes = SharedEpisodes(project, request, candidates, device.name, reporter)
    observer = _Observer(project, request, device.name, count=len(candidates), reporter=reporter)
    lines = sorted((observer.line(candidate, source) for candidate, source in episodes), key=_rank)
    way, sentence = max(episodes.drawn.ways), lines[0].sentence
    chance = episodes.drawn.chance
    curve = AdaptationCurve(request, way, device.shown, tuple(lines), sentence, episodes.notes, chance)
    with project.write() as session:
        keep_result(session, "steps", request, curve)
    return curve


def why_no_steps(project: Project, keys: Sequence[str]) -> Fact | None:
    """Return why these have no such curve, None where one of them is a run that adapts in steps."""
    approaches = {str(run.id): run.approach for run in describe_runs(project)}
    chosen = (approaches[key] for key in keys if key in approaches)
    return None if any(_takes_steps(approach) for approach in chosen) else fact("steps.none")


def newest_adaptation_curve(project: Project) -> AdaptationCurve | None:
    """Return the newest curve, or None."""
    return newest_result(project, "steps", AdaptationCurve)


class _Observer:
    """Follows one run after the other, and reports the progress."""

    def __init__(
        self, project: Project, request: ComparisonRequest, device: str, *, count: int, reporter: Reporter
    ) -> None:
        self._project, self._request, self._device = project, request, device
        self._reporter, self._before, self._total = reporter, 0, count * request.episodes

    def line(self, candidate: Candidate, source: Source | Fact) -> StepLine:
        """Return the curve of a run."""
        about = (candidate.key, candidate.run, candidate.title, candidate.shown)
        try:
            if isinstance(source, Fact):
                raise UserError(source)
            episode_steps = self._followed(candidate, source)
            measured = _measured(episode_steps, source)
            points = _points(episode_steps, measured)
            return StepLine(*about, points, _sentence(candidate.shown, points, measured))
        except UserError as error:
            return StepLine(*about, (), reason_of(error))
        finally:
            self._before += self._request.episodes

    def _followed(self, candidate: Candidate, source: Source) -> "list[StepResults]":
        loaded_candidate = ready(self._project, candidate, source, self._device, self._reporter)
        if loaded_candidate.trained is None:
            return []
        approach = loaded_candidate.trained.approach
        followed: list[StepResults] = []
        # One unmeasured warm-up: whatever is done for the first time takes longer.
        next(learning.try_steps(approach, loaded_candidate.sampler, [0], self._device))
        for steps in learning.try_steps(
            approach, loaded_candidate.sampler, range(self._request.episodes), self._device
        ):
            followed.append(steps)
            text = marked("{what}: {done} of {total} episodes")
            values = {"what": candidate.heading, "done": len(followed), "total": self._request.episodes}
            self._reporter.report((self._before + len(followed)) / self._total, message(text, **values))
        return followed


def _takes_steps(approach: str) -> bool:
    return learning.approach_named(approach).capabilities.adapts_iteratively


def _measured(episode_steps: "list[StepResults]", source: Source) -> list[MeasuredAccuracy]:
    """Return what was measured before the first step and after each."""
    # A run takes as many steps on every episode, unless an approach decides by the examples.
    count = min(len(steps.results) for steps in episode_steps)
    summaries = [learning.summary([steps.results[step] for steps in episode_steps]) for step in range(count)]
    return [measured_now(summary, source.pool.class_ids, source.drawn.digest) for summary in summaries]


def _points(episode_steps: "list[StepResults]", measured: list[MeasuredAccuracy]) -> tuple[StepPoint, ...]:
    points: list[StepPoint] = []
    for step, one in enumerate(measured):
        milliseconds = median(steps.milliseconds[step] for steps in episode_steps)
        points.append(StepPoint(step, one.mean.mean, one.mean.ci95, milliseconds, one.mean.ci95_classes))
    return tuple(points)


def _sentence(candidate: Fact, points: tuple[StepPoint, ...], measured: list[MeasuredAccuracy]) -> Fact:
    first, last, best = points[0], points[-1], max(points, key=lambda point: point.accuracy)
    gain = difference_of(measured[-1], measured[0])
    before, after = Decimal(100 * first.accuracy), Decimal(100 * last.accuracy)
    if not gain.is_above or gain.mean < _A_GAIN:
        return fact("steps.no_gain", what=candidate, count=last.steps, before=before, after=after)
    if difference_of(measured[-1], measured[best.steps]).is_below:
        code = "steps.fewer_better"
        enough = best.steps
    else:
        code = "steps.most_gained"
        enough = next(point.steps for point in points if point.accuracy - first.accuracy >= _MOST_OF_IT * gain.mean)
    values = {"before": before, "after": after, "milliseconds": Decimal(last.milliseconds), "enough": enough}
    return fact(code, what=candidate, count=last.steps, **values)


def _rank(line: StepLine) -> float:
    return -line.points[-1].accuracy if line.points else 1.0

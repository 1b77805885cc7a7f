"""How many examples of each class are needed: accuracy against shots, on the same queries."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, fact, reason_of
from workbench.learning.paired import Difference
from workbench.operations.evaluation.candidates import (
    Candidate,
    ComparisonRequest,
    as_labelling_sees,
    candidates_of,
    ready,
    refuse_without_examples,
)
from workbench.operations.evaluation.comparisons import keep_result, newest_result
from workbench.operations.evaluation.differences import MeasuredAccuracy, difference_of, measured_now
from workbench.operations.evaluation.pile_accuracy import as_tested
from workbench.operations.evaluation.shared_episodes import SharedEpisodes, Source
from workbench.operations.progress import Reporter
from workbench.operations.tasks.class_counts import class_counts
from workbench.store.project import Project
from workbench.words import Decimal, Message, marked, message

if TYPE_CHECKING:
    from workbench.learning.evaluation import EpisodeResult

SHOTS = (1, 2, 3, 5, 10)
_LEAST_QUERIES = 5
_ENOUGH = 0.02  # What is this near to the accuracy with the most examples is as good for a person.


@dataclass(frozen=True)
class ShotPoint:
    """The accuracy (0 to 1) with so many examples of each class, and its 95 % intervals over episodes and classes."""

    shots: int
    accuracy: float
    ci95: float
    ci95_classes: float = 0.0

    @property
    def mean(self) -> Difference:
        """The accuracy with its intervals."""
        return Difference(self.accuracy, self.ci95, self.ci95_classes)


@dataclass(frozen=True)
class ShotLine:
    """The curve of one run or baseline; without points, `sentence` says why.

    `enough` is the fewest examples with which it is within two points of what the most give, `seen_classes` counts the
    tested classes that it was trained on.
    """

    key: str
    run: int | None
    title: Fact
    shown: Fact
    is_baseline: bool
    points: tuple[ShotPoint, ...]
    enough: int | None
    sentence: Fact
    seen_classes: int = 0


@dataclass(frozen=True)
class ShotCurve:
    """Accuracy against shots for several candidates; `sentence` is about the first, `chance` the accuracy of guessing.

    Best first at the most shots, those that were trained on tested classes after the others.
    """

    request: ComparisonRequest
    shots: tuple[int, ...]
    way: int
    lines: tuple[ShotLine, ...]
    sentence: Fact
    notes: tuple[Fact, ...]
    chance: float = 0.0

    @property
    def guessing(self) -> float:
        """The accuracy of guessing; curves of older versions have only the number of classes."""
        return self.chance or 1 / self.way


def shot_curve(
    project: Project, request: ComparisonRequest, reporter: Reporter, shots: Sequence[int] = SHOTS
) -> ShotCurve:
    """Try each candidate with more and more examples, as far as images allow, and keep the curve in the project.

    Every episode is drawn once, with the most examples; with fewer, only the first of them are used, so that the
    queries stay the same; `request.shot` does not matter. Raises as `compare_runs` does.
    """
    device = learning.choose_device(request.device).name
    allowed, notes = _allowed(project, request, shots)
    request = replace(request, shot=allowed[-1])
    refuse_without_examples(request)
    candidates = as_labelling_sees(project, candidates_of(project, request), device, reporter)
    episodes = SharedEpisodes(project, request, candidates, device, reporter)
    tries = _Tries(project, request, allowed, device, count=len(candidates), reporter=reporter)
    drawn = episodes.drawn
    lines = [
        _judged(
            replace(tries.line(candidate, source), seen_classes=len(candidate.trained_on & drawn.classes)),
            candidate.heading,
            drawn.chance,
        )
        for candidate, source in episodes
    ]
    lines.sort(key=_rank)
    all_notes = (*notes, *episodes.notes, *(remark for candidate in candidates for remark in candidate.remarks))
    curve = ShotCurve(request, allowed, max(drawn.ways), tuple(lines), lines[0].sentence, all_notes, drawn.chance)
    with project.write() as session:
        keep_result(session, "shots", request, curve)
    return curve


def newest_shot_curve(project: Project) -> ShotCurve | None:
    """Return the newest curve, or None."""
    return newest_result(project, "shots", ShotCurve)


class _Tries:
    """Tests one candidate after the other with each number of examples, and reports the progress."""

    def __init__(
        self,
        project: Project,
        request: ComparisonRequest,
        shots: tuple[int, ...],
        device: str,
        *,
        count: int,
        reporter: Reporter,
    ) -> None:
        self._project, self._request, self._shots, self._device = project, request, shots, device
        self._reporter, self._done, self._total = reporter, 0, count * len(shots) * request.episodes

    def line(self, candidate: Candidate, source: Source | Fact) -> ShotLine:
        """Return the curve of a candidate."""
        before = self._done
        try:
            if isinstance(source, Fact):
                raise UserError(source)
            return _line(candidate, self._measured(candidate, source))
        except UserError as error:
            about = (candidate.title, candidate.shown, candidate.is_baseline)
            return ShotLine(candidate.key, candidate.run, *about, (), None, reason_of(error))
        finally:
            self._done = before + len(self._shots) * self._request.episodes

    def _measured(self, candidate: Candidate, source: Source) -> dict[int, MeasuredAccuracy]:
        loaded_candidate = ready(self._project, candidate, source, self._device, self._reporter)
        shot_counts = (0, *self._shots) if loaded_candidate.knows_every_class else self._shots
        measured: dict[int, MeasuredAccuracy] = {}
        adapt, episodes, _ = as_tested(loaded_candidate.trained, loaded_candidate.sampler, 0)
        for shots in shot_counts:
            adapt_few = learning.with_shots(adapt, shots)
            results: list[EpisodeResult] = []
            for result in learning.try_episodes(adapt_few, episodes, range(self._request.episodes)):
                results.append(result)
                self._report(candidate, shots, len(results))
            # Fewer examples are of the same episodes.
            measured[shots] = measured_now(learning.summary(results), source.pool.class_ids, source.drawn.digest)
        return measured

    def _report(self, candidate: Candidate, shots: int, episodes: int) -> None:
        self._done += 1
        text = marked("{what} with {count} examples: {done} of {total} episodes")
        progress = message(text, what=candidate.heading, count=shots, done=episodes, total=self._request.episodes)
        self._reporter.report(min(1.0, self._done / self._total), progress)


def _allowed(
    project: Project, request: ComparisonRequest, shots: Sequence[int]
) -> tuple[tuple[int, ...], tuple[Fact, ...]]:
    """Return the numbers of examples that leave the median class queries enough, and notes on the others."""
    counts = class_counts(project, request.role)
    # Where there are no classes, drawing refuses.
    images = round(median(count.images for count in counts)) if counts else 0
    queries = min(max(request.query, 1), _LEAST_QUERIES)
    requested = sorted(set(shots))
    allowed = tuple(count for count in requested if count + queries <= images) or tuple(requested[:1])
    if not allowed or allowed[0] < 1:
        raise UserError(Message(marked("Numbers of examples must be at least 1.")))
    if len(allowed) == len(requested) or not counts:
        return allowed, ()
    return allowed, (fact("shots.end", shots=allowed[-1], images=images),)


def _line(candidate: Candidate, measured: dict[int, MeasuredAccuracy]) -> ShotLine:
    points = tuple(
        ShotPoint(shots, one.mean.mean, one.mean.ci95, one.mean.ci95_classes) for shots, one in measured.items()
    )
    most = points[-1]
    enough = next(point.shots for point in points if most.accuracy - point.accuracy <= _ENOUGH)
    about = (candidate.title, candidate.shown, candidate.is_baseline)
    sentence = _sentence(candidate.heading, measured, enough)
    return ShotLine(candidate.key, candidate.run, *about, points, enough, sentence)


def _sentence(what: Fact, measured: dict[int, MeasuredAccuracy], enough: int) -> Fact:
    shots = list(measured)
    least, most = shots[0], shots[-1]
    if least == most:
        return fact("shots.single", what=what, count=most)
    if enough == least:
        gain = difference_of(measured[most], measured[least])
        if not gain.is_above:
            return fact("shots.least_as_good", what=what, least=least, most=most)
        return fact("shots.least_nearly_enough", what=what, least=least, most=most, points=_points(gain))
    first = difference_of(measured[enough], measured[least])
    if enough == most:
        last = difference_of(measured[most], measured[shots[-2]])
        code = "shots.more_help"
        if not last.is_above:
            code = "shots.more_may_help"
        values = {"points": _points(first), "more": _points(last)}
        return fact(code, least=least, most=most, what=what, before=shots[-2], **values)
    last_gain = difference_of(measured[most], measured[enough])
    values = {"points": _points(first), "more": _points(last_gain)}
    return fact("shots.enough", least=least, enough=enough, what=what, most=most, **values)


def _judged(line: ShotLine, what: Fact, chance: float) -> ShotLine:
    """Say of a line that it is no better than guessing, where that is so at all its points."""
    if not line.points or any(point.accuracy - point.mean.widest > chance for point in line.points):
        return line
    code = "shots.no_better_than_chance"
    if all(point.accuracy + point.mean.widest < chance for point in line.points):
        code = "shots.worse_than_chance"
    return replace(line, enough=None, sentence=fact(code, what=what))


def _points(difference: Difference) -> Decimal:
    return Decimal(100 * difference.mean)


def _rank(line: ShotLine) -> tuple[bool, float]:
    return line.seen_classes > 0, -line.points[-1].accuracy if line.points else 1.0

"""Compare runs and baselines on identical episodes: accuracy, time, size, and a recommendation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, fact, reason_of
from workbench.operations.evaluation._frozen_cost import frozen_bytes, frozen_ms
from workbench.operations.evaluation.candidates import (
    Candidate,
    ComparisonRequest,
    LoadedCandidate,
    as_labelling_sees,
    candidates_of,
    ready,
    refuse_counts,
)
from workbench.operations.evaluation.comparison_words import best_of, chosen_on, recommend, with_differences
from workbench.operations.evaluation.comparisons import CandidateFigures, ComparedRow, ComparisonResult, keep_comparison
from workbench.operations.evaluation.differences import measured_test
from workbench.operations.evaluation.evaluate_run import evaluation_row
from workbench.operations.evaluation.pile_accuracy import as_tested
from workbench.operations.evaluation.shared_episodes import EpisodeSet, SharedEpisodes, Source
from workbench.operations.evaluation.validation_choice import Chosen, validation_accuracies
from workbench.operations.progress import Reporter
from workbench.operations.tasks.shared_roles import warn_of_shared_roles
from workbench.store.models import Evaluation
from workbench.store.project import Project
from workbench.words import marked, message

if TYPE_CHECKING:
    from workbench.learning.device import Device
    from workbench.learning.evaluation import EpisodeResult
    from workbench.learning.stopwatch import Stopwatch

_TIMED_EPISODES = 20


def compare_runs(project: Project, request: ComparisonRequest, reporter: Reporter) -> ComparisonResult:
    """Let each candidate adapt to the same episodes, and keep the comparison, and a test of each, in the project.

    The best approach and the best baseline are chosen by episodes of other classes where there are any. A candidate
    that cannot do it has its reason in its row, and the others continue. Raises UserError when a run is not there or no
    episode can be drawn, Cancelled when asked to stop (nothing is kept then).
    """
    device = learning.choose_device(request.device)
    candidates = candidates_of(project, request)
    refuse_counts(request, candidates)
    candidates = as_labelling_sees(project, candidates, device.name, reporter)
    episodes = SharedEpisodes(project, request, candidates, device.name, reporter)
    asked = replace(request, way=max(episodes.drawn.ways))
    by_validation = validation_accuracies(project, asked, candidates, device.name, reporter)
    trials = _Trials(project, request, device.name, len(candidates), reporter)
    tried = [trials.of(candidate, source) for candidate, source in episodes]
    return _saved(project, request, device, episodes, tried=tried, by_validation=by_validation)


@dataclass(frozen=True)
class _Trial:
    """The result of a candidate; `test` is the row to keep."""

    candidate: Candidate
    bytes: int = 0
    remarks: tuple[Fact, ...] = ()
    test: Evaluation | None = None
    times: "_Times | None" = None
    reason: Fact | None = None


@dataclass(frozen=True)
class _Times:
    """Milliseconds to adapt, of which some are spent embedding (None where that is not apart), and for a query."""

    adapt: float
    embed: float | None
    query: float


class _Trials:
    """Tests one candidate after the other, and reports the progress."""

    def __init__(
        self, project: Project, request: ComparisonRequest, device: str, count: int, reporter: Reporter
    ) -> None:
        self._project, self._request, self._device, self._reporter = project, request, device, reporter
        self._total = count * request.episodes
        self._before = 0
        self._frozen: dict[int, float] = {}  # milliseconds by size

    def of(self, candidate: Candidate, source: Source | Fact) -> _Trial:
        """Return the result of a candidate, or why it has none."""
        try:
            return _Trial(candidate, reason=source) if isinstance(source, Fact) else self._try(candidate, source)
        except UserError as error:
            return _Trial(candidate, reason=reason_of(error))
        finally:
            self._before += self._request.episodes

    def _try(self, candidate: Candidate, source: Source) -> _Trial:
        loaded_candidate = ready(self._project, candidate, source, self._device, self._reporter)
        watch = self._timed(loaded_candidate)
        adapt, episodes, pile = as_tested(loaded_candidate.trained, loaded_candidate.sampler, source.drawn.shot)
        results: list[EpisodeResult] = []
        for result in learning.try_episodes(adapt, episodes, range(self._request.episodes), pile and pile.watch):
            results.append(result)
            self._report(candidate, len(results))
        test_of = self._request.test_of(candidate.key)
        request = replace(test_of, way=source.sampler.way, shot=source.drawn.shot, fit=candidate.view.fit)
        figures = None if pile is None else pile.figures()
        summary = learning.summary(results)
        test = evaluation_row(request, candidate.run, summary, source.pool, figures, digest=source.drawn.digest)
        times = self._times(loaded_candidate, watch, source)
        return _Trial(candidate, _size(loaded_candidate), loaded_candidate.remarks, test, times)

    def _timed(self, loaded_candidate: LoadedCandidate) -> "Stopwatch":
        """Time some episodes, each image of them embedded, as it is when a person labels."""
        adapt, sampler = loaded_candidate.adapt, loaded_candidate.sampler
        # One unmeasured warm-up: whatever is done for the first time takes longer.
        next(learning.try_episodes(adapt, sampler, [0]))
        watch = learning.Stopwatch(adapt, self._device, loaded_candidate.embedder)
        for _ in learning.try_episodes(watch, sampler, range(min(_TIMED_EPISODES, self._request.episodes))):
            self._report(loaded_candidate.candidate, 0)
        return watch

    def _times(self, loaded_candidate: LoadedCandidate, watch: "Stopwatch", source: Source) -> _Times:
        """Return the times to adapt and for a query, plus the frozen network's, whose features are cached."""
        if loaded_candidate.trained is None:
            return _Times(watch.adapt_ms, 0.0, watch.query_ms)
        if not loaded_candidate.takes_features:
            return _Times(watch.adapt_ms, watch.embed_ms, watch.query_ms)
        size = loaded_candidate.candidate.view.size
        if size not in self._frozen:
            self._frozen[size] = frozen_ms(size, self._device)
        frozen = self._frozen[size]
        embedding = max(source.drawn.ways) * source.drawn.shot * frozen
        return _Times(watch.adapt_ms + embedding, embedding + (watch.embed_ms or 0.0), watch.query_ms + frozen)

    def _report(self, candidate: Candidate, episodes: int) -> None:
        text = marked("{what}: {done} of {total} episodes")
        progress = message(text, what=candidate.heading, done=episodes, total=self._request.episodes)
        self._reporter.report((self._before + episodes) / self._total, progress)


def _size(loaded_candidate: LoadedCandidate) -> int:
    """Return the bytes of all weights that it needs."""
    network = frozen_bytes() if loaded_candidate.takes_features else 0
    if loaded_candidate.trained is None or loaded_candidate.trained.run is None:
        return network
    approach = loaded_candidate.trained.approach
    return network + sum(parameter.nbytes for parameter in (*approach.parameters(), *approach.buffers()))


def _saved(
    project: Project,
    request: ComparisonRequest,
    device: "Device",
    episodes: SharedEpisodes,
    *,
    tried: Sequence[_Trial],
    by_validation: Chosen | None,
) -> ComparisonResult:
    drawn, request = episodes.drawn, replace(request, shot=episodes.drawn.shot)
    notes = (*episodes.notes, *warn_of_shared_roles(project))
    measured = {trial.candidate.key: measured_test(trial.test) for trial in tried if trial.test is not None}
    with project.write() as session:
        session.add_all([trial.test for trial in tried if trial.test is not None])
        session.flush()
        rows = [_row(trial, drawn, by_validation, _seeds(trial.candidate, tried)) for trial in tried]
        pair = best_of(rows, by_validation=by_validation is not None)
        recommendation = recommend(rows, measured, drawn.chance, pair)
        way, classes = max(drawn.ways), len(drawn.classes)
        comparison = ComparisonResult(
            request, way, classes, drawn.chance, device.shown, drawn.digest,
            with_differences(rows, measured, pair.baseline), recommendation.winner, recommendation.sentence, notes,
            chosen_on=chosen_on(pair, request.role),
        )  # fmt: skip
        return keep_comparison(session, comparison)


def _seeds(candidate: Candidate, tried: Sequence[_Trial]) -> tuple[float, ...]:
    """Return the accuracies of all runs of its recipe, the oldest run first; none for what no run made."""
    alike = [
        (trial.candidate.run, trial.test.accuracy)
        for trial in tried
        if trial.test is not None and trial.candidate.run is not None and trial.candidate.recipe == candidate.recipe
    ]
    return tuple(accuracy for _, accuracy in sorted(alike)) if candidate.recipe else ()


def _row(trial: _Trial, drawn: EpisodeSet, by_validation: Chosen | None, seeds: tuple[float, ...]) -> ComparedRow:
    candidate, test = trial.candidate, trial.test
    figures = None
    if test is not None and trial.times is not None:
        figures = CandidateFigures(
            test.accuracy,
            test.ci95,
            None,
            trial.times.adapt,
            trial.times.query,
            test.id,
            test.details["ci95_classes"],
            test.details["transductive"],
            seeds,
            (by_validation or {}).get(candidate.key),
            trial.times.embed,
        )
    return ComparedRow(
        candidate.key,
        candidate.run,
        candidate.approach,
        candidate.encoder,
        candidate.title,
        candidate.shown,
        candidate.is_baseline,
        candidate.seconds / 60,
        trial.bytes,
        len(drawn.classes & candidate.trained_on),
        _remarks(trial, drawn),
        figures,
        trial.reason,
    )


def _remarks(trial: _Trial, drawn: EpisodeSet) -> tuple[Fact, ...]:
    remarks: list[Fact] = []
    trained_classes = len(drawn.classes & trial.candidate.trained_on)
    if trained_classes:
        remarks.append(fact("candidate.trained_on_tested", seen=trained_classes, total=len(drawn.classes)))
    elif drawn.classes & trial.candidate.validated_on:
        remarks.append(fact("candidate.selected_on_tested"))
    return (*remarks, *trial.remarks)

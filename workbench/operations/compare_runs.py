"""Compare runs and baselines on identical episodes: how right, how fast, how large, and what that says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.errors import UserError
from workbench.learning.paired import paired_difference
from workbench.operations.comparison_words import best_baseline, what_holds
from workbench.operations.comparisons import ComparedRow, Comparison, Figures, keep_comparison
from workbench.operations.contestants import CompareWish, Contestant, contestants_of, refuse_counts
from workbench.operations.evaluate_run import evaluation_row
from workbench.operations.frozen_cost import frozen_bytes, frozen_ms
from workbench.operations.players import Player, ready
from workbench.operations.progress import Reporter
from workbench.operations.same_episodes import Drawn, SameEpisodes, Source
from workbench.operations.task_facts import warn_of_leaks
from workbench.store.models import Evaluation
from workbench.store.project import Project
from workbench.words import Message, marked, message

if TYPE_CHECKING:
    from workbench.learning.device import Device
    from workbench.learning.stopwatch import Stopwatch


def compare_runs(project: Project, wish: CompareWish, reporter: Reporter) -> Comparison:
    """Let each contestant adapt to the same episodes, and keep the comparison, and a test of each, in the project.

    A contestant that cannot do it has its reason in its row, and the others go on. Raises UserError when a run is not
    there or no episode can be drawn, Cancelled when asked to stop (nothing is kept then).
    """
    from workbench.learning.device import choose_device

    device = choose_device(wish.device)
    contestants = contestants_of(project, wish)
    refuse_counts(wish, contestants)
    episodes = SameEpisodes(project, wish, contestants, device.name, reporter)
    trials = _Trials(project, wish, device.name, len(contestants), reporter)
    tried = [trials.of(contestant, source) for contestant, source in episodes]
    return _kept(project, wish, device, episodes, tried)


@dataclass(frozen=True)
class _Trial:
    """How a contestant did; `test` is what is kept of it, `accuracies` one for each episode."""

    contestant: Contestant
    bytes: int = 0
    remarks: tuple[Message, ...] = ()
    test: Evaluation | None = None
    accuracies: tuple[float, ...] = ()
    adapt_ms: float = 0.0
    query_ms: float = 0.0
    reason: Message | None = None


class _Trials:
    """Tries one contestant after the other, and says how far that is."""

    def __init__(self, project: Project, wish: CompareWish, device: str, count: int, reporter: Reporter) -> None:
        self._project, self._wish, self._device, self._reporter = project, wish, device, reporter
        self._total = count * wish.episodes
        self._before = 0
        self._frozen: dict[int, float] = {}  # milliseconds by size

    def of(self, contestant: Contestant, source: Source | Message) -> _Trial:
        """Return how a contestant did, or why it could not."""
        try:
            return _Trial(contestant, reason=source) if isinstance(source, Message) else self._try(contestant, source)
        except UserError as error:
            return _Trial(contestant, reason=error.text)
        finally:
            self._before += self._wish.episodes

    def _try(self, contestant: Contestant, source: Source) -> _Trial:
        from workbench.learning.evaluation import summary, try_episodes
        from workbench.learning.stopwatch import Stopwatch

        player = ready(self._project, contestant, source, self._device)
        # Once in vain, as whatever is done for the first time takes longer.
        next(try_episodes(player.adapt, player.sampler, [0]))
        watch, results = Stopwatch(player.adapt, self._device), []
        for result in try_episodes(watch, player.sampler, range(self._wish.episodes)):
            results.append(result)
            self._report(contestant, len(results))
        wish = replace(self._wish.test_of(contestant.key), way=source.sampler.way, shot=source.drawn.shot)
        test = evaluation_row(wish, contestant.run, summary(results), source.pool)
        adapt_ms, query_ms = self._times(player, watch, source)
        accuracies = tuple(result.accuracy for result in results)
        return _Trial(contestant, _size(player), player.remarks, test, accuracies, adapt_ms, query_ms)

    def _times(self, player: Player, watch: "Stopwatch", source: Source) -> tuple[float, float]:
        """Return the milliseconds to adapt and for a query, with the frozen network's, whose features were at hand."""
        if not player.takes_features:
            return watch.adapt_ms, watch.query_ms
        size = player.contestant.view.size
        if size not in self._frozen:
            self._frozen[size] = frozen_ms(size, self._device)
        frozen = self._frozen[size]
        images = max(source.drawn.ways) * source.drawn.shot
        return watch.adapt_ms + images * frozen, watch.query_ms + frozen

    def _report(self, contestant: Contestant, done: int) -> None:
        text = marked("{what}: {done} of {total} episodes")
        shown = message(text, what=contestant.heading, done=done, total=self._wish.episodes)
        self._reporter.report((self._before + done) / self._total, shown)


def _size(player: Player) -> int:
    """Return the bytes of all weights that it needs."""
    network = frozen_bytes() if player.takes_features else 0
    if player.trained is None or player.trained.run is None:
        return network
    approach = player.trained.approach
    return network + sum(each.nbytes for each in (*approach.parameters(), *approach.buffers()))


def _kept(
    project: Project, wish: CompareWish, device: "Device", episodes: SameEpisodes, tried: Sequence[_Trial]
) -> Comparison:
    drawn, wish = episodes.drawn, replace(wish, shot=episodes.drawn.shot)
    notes = (*episodes.notes, *warn_of_leaks(project))
    with project.write() as session:
        session.add_all([trial.test for trial in tried if trial.test is not None])
        session.flush()
        rows = _with_differences([_row(trial, drawn) for trial in tried], tried)
        accuracies = {trial.contestant.key: trial.accuracies for trial in tried}
        says = what_holds(rows, accuracies, drawn.chance)
        way, classes = max(drawn.ways), len(drawn.classes)
        found = Comparison(
            wish, way, classes, drawn.chance, device.shown, drawn.digest, rows, says.winner, says.sentence, notes
        )  # fmt: skip
        return keep_comparison(session, found)


def _row(trial: _Trial, drawn: Drawn) -> ComparedRow:
    contestant, test = trial.contestant, trial.test
    figures = None
    if test is not None:
        figures = Figures(test.accuracy, test.ci95, None, trial.adapt_ms, trial.query_ms, test.id)
    return ComparedRow(
        contestant.key,
        contestant.run,
        contestant.approach,
        contestant.encoder,
        contestant.title,
        contestant.shown,
        contestant.is_baseline,
        contestant.seconds / 60,
        trial.bytes,
        len(drawn.classes & contestant.trained_on),
        _remarks(trial, drawn),
        figures,
        trial.reason,
    )


def _remarks(trial: _Trial, drawn: Drawn) -> tuple[Message, ...]:
    found, seen = [], len(drawn.classes & trial.contestant.trained_on)
    if seen:
        text = marked("It was trained on {seen} of the {total} tested classes: this says nothing about new ones.")
        found.append(message(text, seen=seen, total=len(drawn.classes)))
    elif drawn.classes & trial.contestant.validated_on:
        found.append(Message(marked("Its best moment was chosen by these classes, which flatters it.")))
    return (*found, *trial.remarks)


def _with_differences(rows: Sequence[ComparedRow], tried: Sequence[_Trial]) -> tuple[ComparedRow, ...]:
    """Return the rows, best first, each with its difference to the best baseline."""
    accuracies = {trial.contestant.key: trial.accuracies for trial in tried}
    baseline, found = best_baseline(rows), []
    for row in rows:
        if row.figures is not None and baseline is not None and row.key != baseline.key:
            difference = paired_difference(accuracies[row.key], accuracies[baseline.key])
            found.append(replace(row, figures=replace(row.figures, to_baseline=difference)))
        else:
            found.append(row)
    return tuple(sorted(found, key=lambda row: -row.figures.accuracy if row.figures else 1.0))

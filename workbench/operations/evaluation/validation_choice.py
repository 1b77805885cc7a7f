"""Which of several approaches, and of several baselines, is the best: by classes that the comparison is not about."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from statistics import fmean
from typing import TYPE_CHECKING

from workbench import learning
from workbench.errors import UserError
from workbench.operations.evaluation.candidates import Candidate, ComparisonRequest, ready
from workbench.operations.evaluation.pile_accuracy import as_tested
from workbench.operations.evaluation.shared_episodes import SharedEpisodes, Source
from workbench.operations.progress import Reporter
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import marked, message

if TYPE_CHECKING:
    from workbench.learning.evaluation import EpisodeResult

_MOST_EPISODES = 200  # Differences that more would tell are not worth their time.
_SHARE = 3  # of the test's episodes, one in so many

Chosen = Mapping[str, float]  # the accuracy of each candidate on validation classes, by its key


def validation_accuracies(
    project: Project, request: ComparisonRequest, candidates: Sequence[Candidate], device: str, reporter: Reporter
) -> Chosen | None:
    """Return the accuracy of each on episodes of the same shape of the meta-validation classes.

    What cannot be tested on them has none. None where there is nothing to choose from, or too few such classes for
    these episodes: whoever compares then chooses by the tested episodes themselves. Raises Cancelled when asked to
    stop.
    """
    if request.role is Role.META_VALIDATION or not has_choice(candidates):
        return None
    asked = replace(
        request, role=Role.META_VALIDATION, episodes=min(_MOST_EPISODES, max(2, request.episodes // _SHARE))
    )
    try:
        episodes = SharedEpisodes(project, asked, candidates, device, reporter)
    except UserError:  # There are none, or none that can be read.
        return None
    if max(episodes.drawn.ways) < request.way:
        return None
    accuracies: dict[str, float] = {}
    for number, (candidate, source) in enumerate(episodes):
        # What has learned from these classes would look better than the others.
        if isinstance(source, Source) and not candidate.trained_on & episodes.drawn.classes:
            told = _Told(candidate, number / len(candidates), reporter)
            with suppress(UserError):  # The comparison says why, as it fails there too.
                loaded = ready(project, candidate, source, device, reporter)
                adapt, drawn, _ = as_tested(loaded.trained, loaded.sampler, 0)
                tried = learning.try_episodes(adapt, drawn, range(asked.episodes))
                accuracies[candidate.key] = fmean(told.of(result) for result in tried)
    return accuracies


def has_choice(candidates: Sequence[Candidate]) -> bool:
    """Whether there are several approaches, or several baselines."""
    baselines = sum(candidate.is_baseline for candidate in candidates)
    return max(baselines, len(candidates) - baselines) > 1


class _Told:
    """Reports that a candidate is being tried, again and again, so that Cancel is heard."""

    def __init__(self, candidate: Candidate, share: float, reporter: Reporter) -> None:
        self._text = message(marked("{what}: choosing by validation classes"), what=candidate.heading)
        self._share, self._reporter = share, reporter

    def of(self, result: "EpisodeResult") -> float:
        """Return the accuracy of an episode."""
        self._reporter.report(self._share, self._text)
        return result.accuracy

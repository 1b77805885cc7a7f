"""Identical episodes for encoders that take images of different sizes and channels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, fact, reason_of
from workbench.operations.evaluation.candidates import Candidate, ComparisonRequest
from workbench.operations.evaluation.drawn_episodes import EpisodeSet, drawn_episodes
from workbench.operations.evaluation.evaluate_run import rough_intervals, tested_classes, uneven_tasks
from workbench.operations.features.episode_pool import ClassPool, PoolImage, View, pool_of_images, readable_images_of
from workbench.operations.progress import Reporter
from workbench.operations.runs.run_traits import described_classes
from workbench.store.models import Role
from workbench.store.project import Project

if TYPE_CHECKING:
    from workbench.learning.sampling import EpisodeSampler


@dataclass(frozen=True)
class Source:
    """The images of the classes of a role in one view, the sampler that draws from them, and the episodes it draws."""

    pool: ClassPool
    sampler: "EpisodeSampler"
    mix_tasks: bool
    drawn: EpisodeSet
    role: Role

    def sampler_of(self, pool: ClassPool) -> "EpisodeSampler":
        """Return a sampler of the same episodes from a pool of the same images that has more to it, such as traits."""
        return learning.EpisodeSampler(pool.pool, self.sampler.shape, seed=self.sampler.seed, mix_tasks=self.mix_tasks)


class SharedEpisodes:
    """Gives each candidate the same episodes: an image that one of them cannot load is left out for all.

    Raises UserError when there are no such classes, or no candidate can load any of their images.
    """

    def __init__(
        self,
        project: Project,
        request: ComparisonRequest,
        candidates: Sequence[Candidate],
        device: str,
        reporter: Reporter,
    ) -> None:
        self._request, self._device, self._reporter = request, device, reporter
        # One view after the other, as memory may not hold the images of two.
        self._candidates = sorted(candidates, key=lambda candidate: repr(_common_view(candidate.view)))
        classes = tested_classes(project, request.role)
        self._rows = readable_images_of(project, classes if request.shot else described_classes(project, classes))
        self._refused: dict[View, Fact] = {}
        self._last: tuple[View, Source] | None = None
        notes = self._leave_out_unloadable_images()
        first = self._source(next(view for view in self._views() if view not in self._refused))
        self.drawn = first.drawn
        rough = rough_intervals(request.episodes, len(self.drawn.classes))
        self.notes: tuple[Fact, ...] = (*notes, *rough, *uneven_tasks(first.sampler))

    def __iter__(self) -> Iterator[tuple[Candidate, Source | Fact]]:
        """Yield each candidate with its source, or why it cannot load the images."""
        for candidate in self._candidates:
            view = _common_view(candidate.view)
            source = self._refused[view] if view in self._refused else self._source(view)
            if isinstance(source, Source) and source.drawn != self.drawn:
                raise RuntimeError("the episodes of two views differ")
            yield candidate, source

    def _views(self) -> list[View]:
        return list(dict.fromkeys(_common_view(candidate.view) for candidate in self._candidates))

    def _leave_out_unloadable_images(self) -> tuple[Fact, ...]:
        ids_by_view: list[set[int]] = []
        notes: list[Fact] = []
        for view in self._views():
            try:
                source = self._source(view)
            except UserError as error:
                self._refused[view] = reason_of(error)
                continue
            ids_by_view.append(set(source.pool.image_ids))
            notes += [*source.pool.notes, *source.sampler.notes]
        if not ids_by_view:
            raise UserError(next(iter(self._refused.values())))
        in_all_views, in_any_view = ids_by_view[0].intersection(*ids_by_view), set[int]().union(*ids_by_view)
        if in_any_view != in_all_views:
            notes.append(fact("comparison.images_left_out", count=len(in_any_view - in_all_views)))
            self._rows, self._last = [row for row in self._rows if row.id in in_all_views], None
        return tuple(dict.fromkeys(notes))

    def _source(self, view: View) -> Source:
        if self._last is None or self._last[0] != view:
            self._last = None  # Its images go before others come.
            self._last = (view, self._load(self._rows, view))
        return self._last[1]

    def _load(self, rows: Sequence[PoolImage], view: View) -> Source:
        request = self._request
        pool = pool_of_images(rows, view, rotate_classes=False, device=self._device, reporter=self._reporter)
        shape = learning.EpisodeShape(request.way, request.shot, request.query)
        sampler = learning.EpisodeSampler(pool.pool, shape, seed=request.seed, mix_tasks=request.mix_tasks)
        drawn = drawn_episodes(pool, sampler, request.episodes, mix_tasks=request.mix_tasks)
        return Source(pool, sampler, request.mix_tasks, drawn, request.role)


def _common_view(view: View) -> View:
    """Return one view for all encoders that take the same images."""
    return view if learning.encoder_kind(view.encoder).pretrained else replace(view, encoder="conv4")

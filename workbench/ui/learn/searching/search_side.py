"""A search on the page Learn: begins it as it is wanted, shows its board, and hands on what it found to other pages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.operations.runs.listing import RunFacts
from workbench.operations.search.history import (
    MadeBySearch,
    SearchFacts,
    describe_newest_search,
    made_last,
    runs_of_searches,
)
from workbench.operations.search.search_request import SearchRequest
from workbench.ui.learn.choose_for_me import Wanted
from workbench.ui.learn.searching.run_filter import RunFilter
from workbench.ui.learn.searching.search_board import SearchBoard
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.search_controller import SearchStage
from workbench.ui.services.translation import say, tr

if TYPE_CHECKING:
    from workbench.operations.project.opening import Project


@dataclass(frozen=True)
class _Read:
    """The newest search, whether nothing was trained after it, and which search made which run."""

    newest: SearchFacts | None
    is_last: bool
    of_runs: dict[int, MadeBySearch]


def _read_searches(project: "Project") -> _Read:
    newest = describe_newest_search(project)
    return _Read(newest, newest is not None and made_last(project, newest.id), runs_of_searches(project))


class SearchSide(QObject):
    """Says whether the search is what the page shows at its right; `of_runs` is the search that made each run."""

    changed = Signal()

    def __init__(self, context: ProjectContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._search = context, context.search
        self._stage = self._search.stage
        self.is_shown = self._search.stage is not SearchStage.IDLE
        self.of_runs: dict[int, MadeBySearch] = {}
        self.board = SearchBoard(context)
        self.filter = RunFilter()
        self.filter.activated.connect(self._on_filter)
        self.board.label_requested.connect(self._label_with)
        self.board.check_requested.connect(self._look_at_test)
        self._search.state_changed.connect(self._on_state)
        context.changes.runs_changed.connect(self._read)
        self._read()

    @property
    def is_known(self) -> bool:
        """Whether there is a search to show."""
        return self._search.stage is not SearchStage.IDLE

    def start(self, wanted: Wanted) -> None:
        """Begin a search, and show it."""
        why_not = self._search.why_not()
        if why_not is not None:
            self._context.notifier.say(say(why_not))
            return
        learns = self._context.settings.learns_from_searches
        self._search.start(SearchRequest(wanted.seconds, wanted.way, wanted.shot, learns=learns))

    def show(self) -> None:
        """Show the search at the right."""
        self.is_shown = self.is_known
        self.changed.emit()

    @property
    def numbers(self) -> dict[int, int]:
        """The number of the search for each run that one made."""
        return {run: made.search for run, made in self.of_runs.items()}

    def is_of_newest(self, run: int) -> bool:
        """Say whether a run was made by the search that can be shown."""
        made = self.of_runs.get(run)
        return made is not None and made.search == self._search.number

    def lists(self, run: RunFacts) -> bool:
        """Say whether a run is to be listed."""
        return self.filter.shows(self.of_runs.get(run.id))

    def hide(self) -> None:
        """Show something else at the right."""
        self.is_shown = False

    def _on_filter(self) -> None:
        if self.filter.currentData() == self._search.number:
            self.is_shown = True
        self.changed.emit()

    def _read(self) -> None:
        project = self._context.project
        self._context.jobs.start(
            tr("Load search"),
            lambda report: _read_searches(project),
            owner=self,
            done=self._take,
            newest="search",
        )

    def _take(self, read: "_Read") -> None:
        self.of_runs = read.of_runs
        self.filter.offer(sorted({made.search for made in read.of_runs.values()}))
        if read.newest is not None and self._search.stage is SearchStage.IDLE:
            # One that was interrupted is what the person wants to know of first.
            self.is_shown = read.newest.resumable or read.is_last
            self._search.take(read.newest)
        self.changed.emit()

    def _on_state(self) -> None:
        before, self._stage = self._stage, self._search.stage
        if before is self._stage:
            return
        if self._stage in (SearchStage.STARTING, SearchStage.IDLE):
            # One that was stopped before there was anything of it leaves nothing to show.
            self.is_shown = self._stage is SearchStage.STARTING
        facts = self._search.facts
        if before is not SearchStage.IDLE and self._stage is SearchStage.FINISHED and facts is not None and facts.found:
            self._context.notifier.say(say(facts.found.sentence))
        self.changed.emit()

    def _label_with(self, run: int) -> None:
        self._context.settings.remember_model(self._context.path, str(run))
        # So that the page reads anew what it labels with.
        self._context.changes.runs_changed.emit(self)
        self._context.notifier.go_to("label")

    def _look_at_test(self, run: int) -> None:
        self._search.run_to_check = run
        self._context.changes.runs_changed.emit(self)
        self._context.notifier.go_to("check")

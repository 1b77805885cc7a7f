"""A search on the page Learn: begins it as it is wanted, shows its board, and hands on what it found to other pages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.operations.runs.listing import RunFacts
from workbench.operations.search.history import (
    ListedSearch,
    MadeBySearch,
    SearchFacts,
    describe_newest_search,
    describe_search,
    list_searches,
    made_last,
    runs_of_searches,
)
from workbench.operations.search.run_presence import Presence, presence_of
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
    """All searches, the newest, and an earlier one that is to be shown, if any.

    `is_last`: nothing was trained after the newest; then which search made which run, and whether that is there.
    """

    listed: tuple[ListedSearch, ...]
    newest: SearchFacts | None
    earlier: SearchFacts | None
    is_last: bool
    of_runs: dict[int, MadeBySearch]
    presence: dict[int, Presence]


def _read_searches(project: "Project", chosen: int | None) -> _Read:
    listed = list_searches(project)
    newest = describe_newest_search(project)
    is_earlier = chosen in [search.id for search in listed[1:]]
    earlier = describe_search(project, chosen) if chosen is not None and is_earlier else None
    of_runs = runs_of_searches(project)
    found = [facts.found.run for facts in (newest, earlier) if facts is not None and facts.found is not None]
    is_last = newest is not None and made_last(project, newest.id)
    return _Read(listed, newest, earlier, is_last, of_runs, presence_of(project, [*of_runs, *found]))


class SearchSide(QObject):
    """Says whether the search is what the page shows at its right; `of_runs` is the search that made each run."""

    changed = Signal()
    filtered = Signal()  # A person chose which runs to list.

    def __init__(self, context: ProjectContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._search = context, context.search
        self._stage = self._search.stage
        self.is_shown = self._search.stage is not SearchStage.IDLE
        self.of_runs: dict[int, MadeBySearch] = {}
        self._chosen: int | None = None  # The search that is to be shown, None for the newest.
        self.board = SearchBoard(context)
        self.filter = RunFilter()
        self.filter.activated.connect(self._on_filter)
        self.board.label_requested.connect(self._label_with)
        self.board.check_requested.connect(self._look_at_test)
        self.board.search_chosen.connect(self._choose)
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

    def show_newest(self) -> None:
        """Show the newest search at the right, which may go on now."""
        self._take_newest()
        self.show()

    @property
    def numbers(self) -> dict[int, int]:
        """The number of the search for each run that one made."""
        return {run: made.search for run, made in self.of_runs.items()}

    def made(self, run: int) -> bool:
        """Say whether a search made a run, which can then be shown."""
        return self.is_known and run in self.of_runs

    def show_of(self, run: int) -> None:
        """Show the search that made a run."""
        if run in self.of_runs:
            self._choose(self.of_runs[run].search)

    def reveal(self, run: int) -> None:
        """List the runs among which a run is, where it would not be listed."""
        made = self.of_runs.get(run)
        if made is not None and not self.filter.shows(made):
            self.filter.choose(made.search)

    def lists(self, run: RunFacts) -> bool:
        """Say whether a run is to be listed."""
        return self.filter.shows(self.of_runs.get(run.id))

    def hide(self) -> None:
        """Show something else at the right."""
        self.is_shown = False

    def _on_filter(self) -> None:
        search = self.filter.search
        if search is not None:
            self._choose(search)
        self.filtered.emit()

    def _choose(self, search: int) -> None:
        if search == self._search.number:
            self.show_newest()
            return
        self._chosen = search
        self._read()
        self.show()

    def _read(self) -> None:
        project, chosen = self._context.project, self._chosen
        self._context.jobs.start(
            tr("Load search"),
            lambda report: _read_searches(project, chosen),
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
        elif read.newest is not None and self._search.number not in (None, read.newest.id):
            self._search.take(read.newest)
        self.board.take(read.listed, read.presence, read.earlier)
        self.changed.emit()

    def _on_state(self) -> None:
        before, self._stage = self._stage, self._search.stage
        if before is self._stage:
            return
        if self._stage in (SearchStage.STARTING, SearchStage.IDLE):
            # One that was stopped before there was anything of it leaves nothing to show.
            self.is_shown = self._stage is SearchStage.STARTING
            self._take_newest()
        facts = self._search.facts
        if before is not SearchStage.IDLE and self._stage is SearchStage.FINISHED and facts is not None and facts.found:
            self._context.notifier.say(say(facts.found.sentence))
        self.changed.emit()

    def _take_newest(self) -> None:
        self._chosen = None
        self.board.show_newest()

    def _label_with(self, run: int) -> None:
        self._context.settings.remember_model(self._context.path, str(run))
        # So that the page reads anew what it labels with.
        self._context.changes.runs_changed.emit(self)
        self._context.notifier.go_to("label")

    def _look_at_test(self, run: int) -> None:
        self._search.run_to_check = run
        self._context.changes.runs_changed.emit(self)
        self._context.notifier.go_to("check")

"""The page Learn: choose how to learn, watch the training, and review earlier runs."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from workbench.operations.runs.listing import ListedRuns, RunFacts, list_all_runs
from workbench.operations.runs.training_request import request_of
from workbench.ui.controls.held_focus import HeldFocus
from workbench.ui.controls.page import Page
from workbench.ui.learn.compacting import Compacting
from workbench.ui.learn.new_run import NewRun
from workbench.ui.learn.nothing_learned import NothingLearned
from workbench.ui.learn.queue_strip import QueueStrip, tell_of_end
from workbench.ui.learn.run_board import RunBoard
from workbench.ui.learn.run_panel import RunPanel
from workbench.ui.learn.run_rows import NOT_YET
from workbench.ui.learn.searching.search_side import SearchSide
from workbench.ui.learn.stored_run import StoredRun
from workbench.ui.learn.strip_words import live_strip, preparing_rows, stored_strip
from workbench.ui.learn.training_controls import TrainingControls
from workbench.ui.look.tokens import LARGE
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.run_words import damaged_runs, finished_sentence
from workbench.ui.services.training_stage import Stage
from workbench.ui.services.translation import tr

_LEFT = 320
_FRAME = 100  # milliseconds between two changes of the strip


class LearnPage(Page):
    """Shows the run that is chosen: the current one while it trains, or an earlier one."""

    key = "learn"

    def __init__(self, context: ProjectContext) -> None:
        super().__init__(context)
        self.controller = context.training
        self._runs: tuple[RunFacts, ...] = ()
        self._chosen: int | None = self.controller.run  # None: the current one, which may have no number yet.
        self._stage = self.controller.stage
        self._last = self.controller.run  # The current run when the stage changed last.
        self.new_run = NewRun(context, search_offered=True)
        self.controls = TrainingControls(context, self.buttons, self.new_run.cost.label)
        self.compacting = Compacting(context)
        self.run_panel = RunPanel(context, self.compacting.act)
        self.board = RunBoard(context)
        self.stored = StoredRun(context, self.board, self)
        self.search = SearchSide(context, self)
        self.nothing = NothingLearned(context)
        self.queue_strip = QueueStrip(context)
        self._lay_out()
        self._clock = QTimer(self, interval=_FRAME, singleShot=True)
        self._clock.timeout.connect(self._show_strip)
        self._connect()
        context.names.read()
        self._read_runs()
        self.controls.refuse("")
        self._show()

    @classmethod
    def step_name(cls) -> str:
        return tr("Learn")

    def entered(self) -> None:
        self.new_run.ask_again()

    def guide_page(self) -> str:
        chosen = self.new_run.approach_shown if self.tabs.currentWidget() is self.new_run else ""
        return chosen or self.key

    def show_part(self, name: str) -> None:
        self.tabs.setCurrentWidget(self.new_run)
        self.new_run.show_approach(name)

    def place(self) -> object:
        return None if self.is_live or self.search.is_shown else self._chosen

    def go_to(self, place: object) -> None:
        if isinstance(place, int):
            self._open(place)

    def leave(self) -> None:
        self.context.settings.remember_layout("learn.splitter", self.splitter.saveState())
        self.board.leave()
        self.new_run.leave()

    def _lay_out(self) -> None:
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.new_run, tr("New run"))
        self.run_panel.put_first(self.search.filter)
        self.tabs.addTab(self.run_panel, tr("Runs"))
        self.right = QStackedWidget()
        for board in (self.nothing, self.board, self.search.board):
            self.right.addWidget(board)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(LARGE)
        self.splitter.addWidget(self.tabs)
        self.splitter.addWidget(self._right_side())
        self.splitter.setStretchFactor(1, 1)
        self.tabs.setMinimumWidth(_LEFT - 40)
        self.splitter.setSizes([_LEFT, 4 * _LEFT])
        self.splitter.restoreState(self.context.settings.layout("learn.splitter"))
        self.body.addWidget(self.splitter, 1)
        HeldFocus(self, *self.controls.heirs, *self.search.board.head.heirs)

    def _right_side(self) -> QWidget:
        column = QVBoxLayout(side := QWidget())
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        column.addWidget(self.queue_strip)
        column.addWidget(self.right, 1)
        return side

    def _connect(self) -> None:
        self.controls.start.clicked.connect(self._start)
        self.controls.resume.clicked.connect(self.controller.go_on)
        self.controls.watch.clicked.connect(self.search.show_newest)
        self.new_run.judged.connect(self._on_judged)
        self.nothing.table_requested.connect(self.new_run.choose_table)
        for came in (self.new_run.loaded, self.context.names.came, self.context.queue.changed, self.stored.curve_read):
            came.connect(self._show)
        self.run_panel.list.chosen.connect(self._choose)
        self.run_panel.deleted_shown.connect(self._on_listed)
        self.run_panel.editing.imported.connect(self._choose)
        strip = self.board.strip
        strip.resume_requested.connect(self._resume_chosen)
        strip.settings_requested.connect(self._use_settings)
        strip.page_requested.connect(self.context.notifier.go_to)
        self.controller.state_changed.connect(self._on_stage)
        self.controller.events_sent.connect(self._on_events)
        self.context.queue.completed.connect(self._on_completed)
        self.context.changes.runs_changed.connect(self._read_runs)
        self.search.changed.connect(self._on_search)
        self.search.filtered.connect(self._on_filtered)
        self.search.board.run_opened.connect(self._open)
        self.search.board.restore_requested.connect(self.run_panel.editing.restore)
        strip.search_requested.connect(self._show_search)

    @property
    def facts(self) -> RunFacts | None:
        """The run that is shown, as stored; None where it is not yet."""
        shown_run = self.controller.run if self._chosen is None else self._chosen
        return next((run for run in self.run_panel.listed if run.id == shown_run), None)

    @property
    def is_live(self) -> bool:
        """Whether the run shown is the current one."""
        return self._chosen is None or self._chosen == self.controller.run

    def _start(self) -> None:
        if self.new_run.searches:
            self.search.start(self.new_run.for_me.asked)
            return
        self.search.hide()
        self._chosen = None
        requests = self.new_run.startable()
        if self.new_run.trains_several:
            self.context.queue.start(requests)
        elif requests:
            self.controller.start(requests[0])

    def _resume_chosen(self) -> None:
        if self.facts is not None:
            # A GPU that the run used may not be in this computer.
            device = "cpu" if self.facts.settings.device == "cpu" else "auto"
            run, episode, self._chosen = self.facts.id, self.facts.episode, None
            if not episode:
                self.context.notifier.say(tr("Nothing of run {run} was saved yet: it starts over.", run=str(run)))
            self.controller.resume(run, device)

    def _use_settings(self) -> None:
        if self.facts is not None:
            self.new_run.show_request(request_of(self.facts.settings))
            self.tabs.setCurrentWidget(self.new_run)

    def _choose(self, run: int) -> None:
        self._chosen = None if run == NOT_YET else run
        self.search.hide()
        self._show()

    def _open(self, run: int) -> None:
        """Show a run that may not be among those that are listed now."""
        self.search.reveal(run)
        self._choose(run)

    def _show_search(self) -> None:
        if self.facts is not None:
            self.search.show_of(self.facts.id)

    def _on_filtered(self) -> None:
        """Show a run that is listed, in place of one that no longer is."""
        if self.facts is not None and not self.search.lists(self.facts) and not self.controller.is_busy:
            self._chosen = self.run_panel.neighbour(None)
        self._show_what_is_there()

    def _on_search(self) -> None:
        if not self.context.search.is_busy:
            self.new_run.ask_again()
        self._show()

    def _on_judged(self, reason: str | None) -> None:
        self.controls.say_how_many(len(self.new_run.startable()) if self.new_run.trains_several else None)
        self.controls.refuse(reason)
        new_run = self.new_run
        self.nothing.show_reason(reason or "", lacks_table=new_run.lacks_table, searches=new_run.searches)

    def _on_stage(self) -> None:
        before, self._stage = self._stage, self.controller.stage
        if before is self._stage:
            self._show_strip()
            return
        # An earlier run stays shown while the trainings of the queue follow one another.
        if self._stage in (Stage.STARTING, Stage.TRAINING) and self._chosen in (None, self._last):
            self._chosen = self.controller.run
        self._last = self.controller.run
        if self._stage is Stage.STARTING:
            self.new_run.cost.pause()
        elif not self.controller.is_busy:
            self.new_run.ask_again()
            self.stored.forget()
        if self._stage is Stage.FINISHED and self.controller.outcome is not None:
            self.context.notifier.say(finished_sentence(self.controller.outcome, self.controller.best))
        self._show()

    def _on_completed(self) -> None:
        tell_of_end(self.context, is_seen=self.isVisible())

    def _on_events(self) -> None:
        if not self._clock.isActive():
            self._clock.start()

    def _read_runs(self) -> None:
        project = self.context.project
        self.context.jobs.start(
            tr("Load runs"), lambda report: list_all_runs(project), owner=self, done=self._take_runs, newest="runs"
        )

    def _take_runs(self, every: tuple[ListedRuns, ListedRuns]) -> None:
        listed, deleted = every
        self._runs = runs = listed.runs
        self.run_panel.take_runs(runs, deleted.runs)
        if self.controller.run in [run.id for run in deleted.runs]:
            if self._chosen in (None, self.controller.run):
                self._chosen = self.run_panel.neighbour(self.controller.run)
            self.controller.let_go()
        for tell in (self.nothing.name_damaged, self.run_panel.name_damaged, self.context.notifier.tell_of_damage):
            tell(damaged_runs(listed.damaged))
        self.tabs.setTabText(1, tr("Runs ({number})", number=len(runs)) if runs else tr("Runs"))
        self._on_listed()

    def _on_listed(self) -> None:
        """Show a neighbour of the run that was shown where that is no longer listed; the newest at first."""
        there = [run.id for run in self.run_panel.listed] + [self.controller.run]
        if self._chosen not in there or (self._chosen is None and self.controller.stage is Stage.IDLE):
            self._chosen = self.run_panel.neighbour(self._chosen)
        self._show_what_is_there()

    def _show_what_is_there(self) -> None:
        if self._chosen is None and self.controller.stage is Stage.IDLE and self._runs:
            self.search.show()  # All that there is are runs of searches, which are not listed.
        self._show()

    def _show(self) -> None:
        self.controls.renew()
        self.controls.make_room_for_search(is_shown=self.search.is_shown)
        stage = self.controller.stage if self.controller.stage is not Stage.IDLE else None
        titles = self.context.names.titles
        self.run_panel.searches, self.run_panel.lists = self.search.numbers, self.search.lists
        # While the search is shown no run is, so that a click on any shows it.
        shown = None if self.search.is_shown else self.facts
        above = preparing_rows(self.controller, titles)
        self.run_panel.show_runs(titles, shown, self.controller.run, stage, above=above)
        nothing = self.controller.stage is Stage.IDLE and self._chosen is None
        board = self.nothing if nothing else self.board
        self.right.setCurrentWidget(self.search.board if self.search.is_shown else board)
        self._show_strip()
        self.stored.hide()
        if self.is_live:
            self.stored.forget()  # What a stored run showed is gone from the plot.
            self.board.show_live()
        elif self.facts is not None and not self.search.is_shown:
            self.stored.show(self.facts)

    def _show_strip(self) -> None:
        self.queue_strip.show_queue(self.context.names.titles)
        if self.is_live and self.controller.stage is not Stage.IDLE:
            state = live_strip(self.controller, self.facts, self.context.names.titles)
        elif self.facts is not None:
            checked = self.controller.curve.checked if self.is_live else self.stored.checked_of(self.facts.id)
            can_resume = self.facts.resumable and self.facts.deleted_at is None and self.context.may_begin_to_learn
            state = stored_strip(self.facts, self.context.names.titles, checked, can_resume=can_resume)
        else:
            return
        of_search = self.facts is not None and self.search.made(self.facts.id)
        self.board.strip.show_state(replace(state, of_search=of_search))

"""The right side of the page Learn about a search: its head, what it tried, and its plots."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from workbench.operations.search.history import ListedSearch, SearchFacts, describe_search
from workbench.operations.search.plotted import ByValue, PlottedSearch, plotted
from workbench.operations.search.run_presence import Presence
from workbench.ui.controls.tab_row import TabRow
from workbench.ui.controls.text import label, set_kind
from workbench.ui.learn.searching.search_head import SearchHead
from workbench.ui.learn.searching.search_words import (
    head_of_earlier,
    head_state,
    named_shares,
    shown_value,
    value_name,
)
from workbench.ui.learn.searching.tried_table import TriedTable
from workbench.ui.look.tokens import LARGE, MEDIUM, SMALL
from workbench.ui.plots.importance_plot import ImportancePlot
from workbench.ui.plots.plot_key import PlotKey
from workbench.ui.plots.search_time_plot import SearchTimePlot
from workbench.ui.plots.value_plot import NamedValue, ValuePlot
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.search_controller import SearchStage
from workbench.ui.services.translation import say, tr

_FRAME = 250  # milliseconds between two changes of what is shown while a search goes on
_TABLE = 0  # the tab that shows what is known without reading the project


class SearchBoard(QWidget):
    """Shows the newest search, under way or over, or an earlier one that was chosen on it."""

    run_opened = Signal(int)
    label_requested = Signal(int)
    check_requested = Signal(int)
    restore_requested = Signal(int)
    search_chosen = Signal(int)  # Its number; it is to be read, and shown by `take`.

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self._context, self._search = context, context.search
        self._plotted: PlottedSearch | None = None
        self._listed: Sequence[ListedSearch] = ()
        self._presence: Mapping[int, Presence] = {}
        self._earlier: SearchFacts | None = None  # The search that is shown, None where it is the newest.
        theme = context.theme
        self.head = SearchHead()
        self.tabs = TabRow((tr("Tried"), tr("Over time"), tr("What mattered"), tr("By setting")), first_row=2)
        self.table = TriedTable(theme)
        self.time = SearchTimePlot(theme)
        self.time_key = PlotKey(
            theme, (("line", "accent"), ("dot", "accent")), (("dot", "muted"), ("dashes", "muted"), ("line", "line"))
        )
        self.importance, self.value = ImportancePlot(theme), ValuePlot(theme)
        self.too_few = label(tr("Shown once at least six trainings were tried."), "muted", wrap=True)
        self.option = QComboBox()
        self.option.setAccessibleName(tr("Setting"))
        self.option.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.option.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def number(self) -> int | None:
        """The number of the search that is shown, None while it has none."""
        return self._search.number if self._earlier is None else self._earlier.id

    def take(
        self, listed: Sequence[ListedSearch], presence: Mapping[int, Presence], earlier: SearchFacts | None
    ) -> None:
        """Take all searches, whether the runs that they made are there, and the one to show unless it is the newest."""
        self._listed, self._presence, self._earlier = listed, presence, earlier
        self._show()

    def show_newest(self) -> None:
        """Show the newest search, as when one begins."""
        self._earlier = None
        self._show()

    def _lay_out(self) -> None:
        self.time_key.say(
            tr("Best so far"), tr("Trainings"), tr("Simple heads"), tr("Best simple head"), tr("Time it may take")
        )
        self.pages = QStackedWidget()
        for parts in (
            (self.table,),
            (self.time_key, self.time),
            (self.too_few, self.importance),
            (self.option, self.value),
        ):
            self.pages.addWidget(_column(*parts))
        self.panel = QFrame()
        set_kind(self.panel, "panel")
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(MEDIUM, SMALL, MEDIUM, MEDIUM)
        inside.setSpacing(SMALL)
        inside.addWidget(self.tabs)
        inside.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        column.addWidget(self.head)
        column.addWidget(self.panel, 1)
        column.addStretch()

    def _connect(self) -> None:
        search, head = self._search, self.head
        self._clock = QTimer(self, interval=_FRAME, singleShot=True)
        self._clock.timeout.connect(self._show)
        search.state_changed.connect(self._show)
        search.trials_changed.connect(self._show_soon)
        search.ticked.connect(self._show_head)
        self._context.jobs.changed.connect(self._show_head)
        self._context.names.came.connect(self._show)
        self.tabs.moved.connect(self._on_tab)
        self.option.activated.connect(self._show_value)
        self.table.run_opened.connect(self.run_opened)
        head.pause_requested.connect(search.pause)
        head.resume_requested.connect(search.resume)
        head.end_requested.connect(search.end_early)
        head.extend_requested.connect(search.extend)
        head.longer_requested.connect(search.resume)
        head.label_requested.connect(self.label_requested)
        head.check_requested.connect(self.check_requested)
        head.restore_requested.connect(self.restore_requested)
        head.chooser.chosen.connect(self.search_chosen)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._show()

    def _show_soon(self) -> None:
        if self.isVisible() and not self._clock.isActive():
            self._clock.start()

    def _show(self) -> None:
        self._show_head()
        earlier, is_live = self._earlier, self._is_live
        trials = self._search.trials if earlier is None else earlier.trials
        self.panel.setVisible(is_live or bool(trials))
        titles = self._context.names.titles
        self.table.show_trials(trials, titles, self._presence, is_live=is_live, is_over=self._is_over)
        self._read_plots()

    @property
    def _is_live(self) -> bool:
        return self._earlier is None and self._search.is_busy

    @property
    def _is_over(self) -> bool:
        """Whether it cannot go on with what it has not finished."""
        return self._earlier is not None or self._search.stage is SearchStage.FINISHED

    def _show_head(self) -> None:
        live = self._search.number if self._search.is_busy else None
        self.head.chooser.offer(self._listed, self.number, live)
        read_only = self._context.read_only
        self.head.restore.setEnabled(read_only is None)
        if self._earlier is not None:
            self.head.show_state(head_of_earlier(self._earlier, self._presence))
            return
        why_not = self._search.why_not() if not self._search.is_busy else read_only
        self.head.show_state(head_state(self._search, self._presence), say(why_not) if why_not is not None else "")

    def _on_tab(self) -> None:
        self.pages.setCurrentIndex(self.tabs.current)
        self._read_plots()

    def _read_plots(self) -> None:
        number, project = self.number, self._context.project
        if self.tabs.current == _TABLE or number is None or not self.isVisible():
            return

        def read() -> tuple[SearchFacts, PlottedSearch]:
            facts = describe_search(project, number)
            return facts, plotted(facts)

        self._context.jobs.start(
            tr("Load search"), lambda report: read(), owner=self, done=self._take_plots, newest="plots"
        )

    def _take_plots(self, read: tuple[SearchFacts, PlottedSearch]) -> None:
        facts, self._plotted = read
        if facts.id != self.number:
            return
        search, titles, is_over = self._search, self._context.names.titles, self._is_over
        passed = facts.seconds if is_over else search.seconds - search.left
        seconds = search.seconds if self._earlier is None else facts.request.seconds
        self.time.show_times(self._plotted.over_time, passed, seconds, is_over=is_over)
        self.importance.show_shares(named_shares(self._plotted.mattered, titles))
        self.importance.setVisible(bool(self._plotted.mattered))
        self.too_few.setVisible(not self._plotted.mattered)
        self._offer_options([value.name for value in self._plotted.by_value])
        self._show_value()

    def _offer_options(self, names: list[str]) -> None:
        before = self.option.currentData()
        if names != [self.option.itemData(index) for index in range(self.option.count())]:
            self.option.clear()
            for name in names:
                self.option.addItem(value_name(name, self._context.names.titles), name)
            self.option.setCurrentIndex(max(0, names.index(before) if before in names else 0))

    def _show_value(self) -> None:
        chosen = [value for value in self._plotted.by_value if value.name == self.option.currentData()] \
            if self._plotted is not None else []  # fmt: skip
        if not chosen:
            return
        (by_value,) = chosen
        if by_value.is_scale:
            self.value.scale.axis("bottom").title = value_name(by_value.name, self._context.names.titles)
            self.value.show_numbers([float(value) for value in by_value.values], by_value.accuracies)
        else:
            self.value.show_named(self._named(by_value))

    def _named(self, by_value: ByValue) -> list[NamedValue]:
        found: dict[str, list[float]] = {}
        for value, accuracy in zip(by_value.values, by_value.accuracies, strict=True):
            name = shown_value(by_value.name, value, self._context.names.titles)
            found.setdefault(name, []).append(accuracy)
        return [NamedValue(name, tuple(accuracies)) for name, accuracies in found.items()]


def _column(*widgets: QWidget) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SMALL)
    for index, widget in enumerate(widgets):
        column.addWidget(widget, 1 if index == len(widgets) - 1 else 0)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return held

"""What a search tried, as a table: each setting in words, how accurate it was, and how it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent

from workbench.operations.search.run_presence import Presence
from workbench.operations.search.search_record import TrialFacts
from workbench.ui.controls.row_model import Column
from workbench.ui.controls.row_view import RowView
from workbench.ui.learn.searching.search_words import HEADS, setting_detail, setting_title, state_of
from workbench.ui.look.theme import Theme
from workbench.ui.services.run_words import Titles, joined
from workbench.ui.services.translation import duration, percent, say, tr

_RUN, _ACCURACY, _STATE = 5, 2, 3  # columns
_NARROW, _MEDIUM, _WIDE = 460, 520, 640  # pixels from which there is room for more columns


@dataclass(frozen=True)
class TriedRow:
    """One trial in words; `below` is the line below its title."""

    trial: TrialFacts
    title: str
    detail: str
    state: str
    below: str
    presence: Presence = Presence.THERE  # of its run

    @property
    def run(self) -> int | None:
        """The run that can be opened, None where there is none."""
        return self.trial.run if self.presence is Presence.THERE else None


class TriedTable(RowView):
    """Sorted by accuracy at first; a click on a run, or Enter, opens it."""

    run_opened = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _columns(), lambda row: row.trial.number, tr("What the search tried"))
        self.sort_by(_ACCURACY)
        self.clicked.connect(self._on_clicked)
        self.row_opened.connect(self._open)
        self.doubleClicked.connect(lambda index: self._open(self.current()))

    def show_trials(
        self,
        trials: Sequence[TrialFacts],
        titles: Titles,
        presence: Mapping[int, Presence],
        *,
        is_live: bool,
        is_over: bool,
    ) -> None:
        """Show other trials; `is_live`: their search goes on now, `is_over`: it has ended.

        `presence` is whether runs are there; one that it does not know is new.
        """
        rows = [
            TriedRow(
                trial,
                setting_title(trial, titles),
                setting_detail(trial, titles),
                state_of(trial, is_live=is_live, is_over=is_over),
                "",
                presence.get(trial.run or 0, Presence.THERE),
            )
            for trial in trials
        ]
        self.show_rows(self._with_lines_below(rows))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        before = self.isColumnHidden(_STATE)
        super().resizeEvent(event)
        if before != self.isColumnHidden(_STATE):
            self.show_rows(self._with_lines_below(self.rows))

    def _with_lines_below(self, rows: Sequence[TriedRow]) -> list[TriedRow]:
        """Return the rows, each with its state below its title where there is no column for that."""
        hidden = self.isColumnHidden(_STATE)
        return [replace(row, below=joined(row.state, row.detail) if hidden else row.detail) for row in rows]

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == _RUN:
            self._open(self.current())

    def _open(self, row: TriedRow | None) -> None:
        if row is not None and row.run is not None:
            self.run_opened.emit(row.run)


def _columns() -> list[Column]:
    return [
        Column(tr("Setting"), lambda row: row.title, lambda row: (row.title.casefold(), row.trial.number),
               detail=lambda row: row.below, cut_end=True, tip=_about_setting),
        Column(tr("Stage"), _stage, lambda row: row.trial.stage, spare=_WIDE),
        Column(tr("Validation"), _accuracy, lambda row: row.trial.accuracy or -1.0, number=True, descending=True,
               tooltip=tr("On the validation classes, with its 95 % confidence interval.")),
        Column(tr("State"), lambda row: row.state, lambda row: row.state, tip=_reason, spare=_NARROW),
        Column(tr("Time"), lambda row: duration(row.trial.seconds), lambda row: row.trial.seconds, number=True,
               descending=True, spare=_MEDIUM),
        Column(tr("No."), _run, lambda row: row.trial.run or 0, number=True, tip=_about_run,
               muted=lambda row: row.run is None),
    ]  # fmt: skip


def _stage(row: TriedRow) -> str:
    return tr("Simple head") if row.trial.stage == HEADS else tr("Training")


def _accuracy(row: TriedRow) -> str:
    trial = row.trial
    return "–" if trial.accuracy is None else percent(trial.accuracy, trial.ci95 or 0.0)


def _reason(row: TriedRow) -> str:
    if row.trial.reason is not None:
        return say(row.trial.reason)
    others = tr("Others were better after as many episodes.")
    return others if row.trial.state.value == "pruned" else ""


def _about_setting(row: TriedRow) -> str:
    return "\n".join(filter(None, (row.detail, row.state, _reason(row))))


def _run(row: TriedRow) -> str:
    if row.trial.run is None:
        return "–"
    return str(row.trial.run) if row.run is None else f"{row.run} ›"


def _about_run(row: TriedRow) -> str:
    if row.trial.run is None:
        return ""
    number = str(row.trial.run)
    return tr("Show run {run}", run=number) if row.run is not None else tr("Run {run} was deleted", run=number)

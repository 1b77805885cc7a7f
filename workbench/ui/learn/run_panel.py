"""The runs of the project and, under them, the settings of the chosen one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.operations.runs.listing import RunFacts
from workbench.ui.controls.text import label
from workbench.ui.learn.run_list import NOT_YET, RunList, RunRow
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.run_words import Titles, best_shown, run_detail, run_name, run_when, settings_lines
from workbench.ui.services.training_controller import Stage
from workbench.ui.services.translation import tr


class RunPanel(QWidget):
    """Lists runs, newest first; `foot` stands below their settings, which say how much room each takes."""

    def __init__(self, theme: Theme, foot: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        self.empty = label(tr("No runs yet. Choose an approach under New run and press Start."), "muted", wrap=True)
        self.damaged = label("", "bad", wrap=True)
        self.list = RunList(theme)
        self.settings = label("", "small", wrap=True)
        column.addWidget(self.damaged)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.settings)
        column.addWidget(foot)
        column.addStretch()
        self.name_damaged("")
        self.show_runs((), {}, None, None, None)

    def name_damaged(self, text: str) -> None:
        """Say which runs are damaged, empty where none is."""
        self.damaged.setText(text)
        self.damaged.setVisible(bool(text))

    def show_runs(
        self,
        runs: Sequence[RunFacts],
        titles: Titles,
        chosen: RunFacts | None,
        live: int | None,
        stage: Stage | None,
        *,
        above: Sequence[RunRow] = (),
    ) -> None:
        """Show runs; `live` is the number of the current run, whose stage is `stage`; `above` is what is no run yet."""
        rows = [
            RunRow(
                facts.id,
                run_name(facts, titles),
                run_detail(facts, titles, stage if facts.id == live else None),
                run_when(facts),
                best_shown(facts),
            )
            for facts in reversed(runs)
        ]
        rows = [*above, *rows]
        self.list.show_runs(rows, chosen.id if chosen is not None else NOT_YET)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows and not self.damaged.text())
        self.settings.setText("\n".join(settings_lines(chosen, titles)) if chosen is not None else "")
        self.settings.setVisible(chosen is not None)

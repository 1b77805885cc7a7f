"""The project's table of traits in the training form: what it describes, and a way to give another one."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.errors import UserError
from workbench.operations.attributes.trait_tables import (
    TraitTableReport,
    describe_traits,
    keep_traits,
    project_traits,
    read_traits,
)
from workbench.ui.controls.file_dialogs import choose_file
from workbench.ui.controls.text import Elided, button, label, set_kind, set_tooltip
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.job_report import Report
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import say, tr


class TraitTableField(QWidget):
    """Shows the table that is stored; a file that is chosen is read and stored instead of it."""

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self._context = context
        self._complaint = ""  # About the file that was tried last.
        self.has_table = False
        self.name = Elided()
        self.words = label("", "small", wrap=True)
        self.choose = button("")
        self.choose.setEnabled(context.read_only is None)
        self.choose.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(label(tr("Table of traits"), "strong"))
        for widget in (self.name, self.words, self.choose):
            column.addWidget(widget)
        context.changes.traits_changed.connect(self._read)
        context.changes.tasks_changed.connect(self._read)
        self._show(None)
        self._read()

    def take_file(self, path: Path) -> None:
        """Read a table and store it; its errors are shown above the page until another one is tried."""
        project = self._context.project
        self._context.notifier.withdraw(self._complaint)
        self._complaint = ""
        self._context.write(
            tr("Save table of traits"),
            lambda report: keep_traits(project, read_traits(path)),
            owner=self,
            done=lambda report: self._context.changes.traits_changed.emit(self),
            failed=self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._complaint = say(error.text)
            self._context.notifier.complain(self._complaint)

    def _ask(self) -> None:
        kinds = tr("Tables") + " (*.csv *.tsv *.txt)"
        choose_file(self, self._context.settings, tr("Choose a table of traits"), self.take_file, kinds=kinds)

    def _read(self) -> None:
        project = self._context.project

        def described(report: Report) -> TraitTableReport | None:
            table = project_traits(project)
            return describe_traits(project, table) if table is not None else None

        self._context.jobs.start(tr("Read table of traits"), described, owner=self, done=self._show, newest="traits")

    def _show(self, table: TraitTableReport | None) -> None:
        self.has_table = table is not None
        self.name.setVisible(table is not None)
        self.choose.setText(tr("Choose a table…") if table is None else tr("Choose another table…"))
        self.choose.setAccessibleName(self.choose.text())
        set_tooltip(self.words, "")
        useless = table is not None and not table.described and table.without
        set_kind(self.words, "warn" if useless else "small")
        if table is None:
            self.words.setText(
                tr("A CSV file with one row per class, named in the first column, and one column per trait.")
            )
            return
        self.name.setText(table.name)
        size = tr("{count} classes", count=table.classes) + ", " + tr("{count} traits", count=len(table.columns))
        known = tr(
            "It describes {described} of the {all} classes of this project.",
            described=table.described,
            all=table.described + len(table.without),
        )
        self.words.setText("\n".join((f"{size}. {known}", *map(say, table.notes))))
        if table.without:
            set_tooltip(self.words, tr("Classes without a row: {classes}", classes=", ".join(table.without[:20])))

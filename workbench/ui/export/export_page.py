"""The page Export: what was decided goes out as a table, as JSON, or as copies in class folders."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from workbench.errors import UserError
from workbench.facts.decision import Decision
from workbench.operations.labelling.export_labels import ExportPreview, ExportReport, export_labels, export_preview
from workbench.operations.progress import Cancelled
from workbench.ui.controls.file_dialogs import choose_new
from workbench.ui.controls.invitation import Invitation
from workbench.ui.controls.page import Page
from workbench.ui.controls.table_copy import TableCopy
from workbench.ui.controls.text import button, label, set_tooltip
from workbench.ui.export.export_form import ExportForm
from workbench.ui.export.export_outcome import ExportOutcome
from workbench.ui.export.label_counts import LabelCounts
from workbench.ui.export.preview_table import PreviewTable
from workbench.ui.look.tokens import HUGE, SMALL
from workbench.ui.services.lanes import EXPORTING
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import number, say, tr

_ROW = 28
_WIDEST = 280  # pixels of a column, until a person makes it wider


class ExportPage(Page):
    """Shows what will be written, asks for the format and the path, and writes it."""

    key = "export"

    def __init__(self, context: ProjectContext) -> None:
        super().__init__(context)
        self.go = button(tr("Export…"), primary=True)
        self.go.clicked.connect(self._ask_where)
        self.buttons.addWidget(self.go)
        self.outcome = ExportOutcome()
        self.counts, self.preview = LabelCounts(), PreviewTable()
        self.decisions = label("", wrap=True)
        self.shown_rows = label("", "muted")
        self.form = ExportForm(context.settings)
        self.empty = Invitation(button("", primary=False))
        self.empty.say(
            tr("No labels yet"),
            tr(
                "Once images are labelled, including as unknown or none of the classes, their labels can be "
                "exported here."
            ),
            tr("Go to Label"),
        )
        self.empty.act.clicked.connect(lambda: context.notifier.go_to("label"))
        self.content = self._content()
        self.stack = QStackedWidget()
        # Nothing is shown until it is known whether there is something.
        for widget in (QWidget(), self.empty, self.content):
            self.stack.addWidget(widget)
        self.body.addWidget(self.stack, 1)
        self._labels = 0
        context.changes.labels_changed.connect(self._read)
        context.changes.classes_changed.connect(self._read)
        context.changes.tasks_changed.connect(self._read)
        context.jobs.changed.connect(self._renew_button)
        self._renew_button()
        self._read()

    @classmethod
    def step_name(cls) -> str:
        return tr("Export")

    def export_to(self, output: Path) -> None:
        """Write all labels in the format chosen."""
        project, kind = self.context.project, self.form.chosen
        self.outcome.hide()
        self.context.jobs.start(
            lambda: tr("Export to {name}", name=output.name),
            lambda report: export_labels(project, kind, output, report),
            owner=self,
            done=self._on_exported,
            failed=self._on_failed,
            lane=EXPORTING,
        )

    def _content(self) -> QWidget:
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HUGE)
        left = QVBoxLayout()
        left.setSpacing(SMALL)
        left.addWidget(label(tr("Format"), "section"))
        left.addWidget(self.form)
        left.addSpacing(SMALL)
        left.addWidget(label(tr("Labels"), "section"))
        left.addWidget(self.decisions)
        left.addWidget(self._counts_table(), 1)
        right = QVBoxLayout()
        right.setSpacing(SMALL)
        right.addWidget(self.outcome)
        right.addWidget(label(tr("Preview"), "section"))
        right.addWidget(self.shown_rows)
        right.addWidget(self._preview_table(), 1)
        row.addLayout(left, 2)
        row.addLayout(right, 5)
        return content

    def _counts_table(self) -> QTableView:
        table = _plain_table(tr("Labels by class"))
        table.setModel(self.counts)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(1, 84)
        table.setMinimumWidth(272)
        return table

    def _preview_table(self) -> QTableView:
        self.table = _plain_table(tr("Preview"))
        self.table.setModel(self.preview)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setDefaultSectionSize(110)
        return self.table

    def _read(self) -> None:
        project = self.context.project
        name = tr("Load labels")
        self.context.jobs.start(
            name, lambda report: export_preview(project), owner=self, done=self._show, newest="preview"
        )

    def _show(self, preview: ExportPreview) -> None:
        first = not self.preview.columnCount()
        self.counts.show(preview.by_label)
        self.preview.show(preview)
        if first:
            self.table.resizeColumnsToContents()
            for column in range(self.preview.columnCount()):
                self.table.setColumnWidth(column, min(self.table.columnWidth(column), _WIDEST))
        self._labels = preview.labels
        self.decisions.setText(_in_words(preview))
        self._say_how_many_rows(preview)
        self.stack.setCurrentWidget(self.content if preview.labels else self.empty)
        self._renew_button()

    def _say_how_many_rows(self, preview: ExportPreview) -> None:
        shown, total = len(preview.rows), preview.labels
        self.shown_rows.setText(tr("The first {shown} of {total} rows", shown=number(shown), total=number(total)))
        self.shown_rows.setVisible(shown < total)

    def _renew_button(self) -> None:
        busy = self.context.jobs.is_busy(EXPORTING)
        self.go.setEnabled(self._labels > 0 and not busy)
        nothing = "" if self._labels else tr("There are no labels to export yet.")
        set_tooltip(self.go, tr("An export is in progress.") if busy else nothing)

    def _ask_where(self) -> None:
        suggestion = self.form.suggestion(self.context.path)
        choose_new(
            self,
            self.context.settings,
            tr("Export labels"),
            self.export_to,
            suggestion=str(suggestion),
            kinds=self.form.kinds(),
        )

    def _on_exported(self, report: ExportReport) -> None:
        self.context.notifier.say(self.outcome.show_report(report))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.context.notifier.say(tr("The export was stopped; nothing was written."))
        elif isinstance(error, UserError):
            self.context.notifier.complain(say(error.text))


def _plain_table(name: str) -> QTableView:
    table = QTableView()
    table.setAccessibleName(name)
    TableCopy(table)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    table.horizontalHeader().setHighlightSections(False)
    return table


def _in_words(preview: ExportPreview) -> str:
    """Return how many labels there are, and of which kind."""
    kinds = {
        Decision.ACCEPTED: tr("accepted as proposed"),
        Decision.CORRECTED: tr("corrected"),
        Decision.UNKNOWN: tr("unknown"),
        Decision.REJECTED: tr("none of the classes"),
    }
    parts = [f"{number(count)} {kinds[kind]}" for kind in kinds if (count := preview.by_decision.get(kind, 0))]
    return f"{tr('{count} labels', count=preview.labels)}: {', '.join(parts)}."

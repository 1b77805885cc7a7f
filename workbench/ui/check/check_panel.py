"""The left side of the page Check: how to test, what can be tested, and the earlier tests of what is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from workbench.operations.evaluation.evaluations import EvaluationSummary
from workbench.ui.check.check_form import CheckForm, FormPlace
from workbench.ui.check.subjects import Subject, subject_columns, test_columns
from workbench.ui.controls.row_view import RowPlace, RowView
from workbench.ui.controls.text import Elided, label
from workbench.ui.look.tokens import MEDIUM, SMALL, TINY
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr


@dataclass(frozen=True)
class PanelPlace:
    """How to test, and which subject and test are chosen."""

    form: FormPlace
    subjects: RowPlace
    tests: RowPlace


class CheckPanel(QFrame):
    """Says which test of which subject is to be shown, and which subjects are to be tested."""

    test_chosen = Signal(object)  # An EvaluationSummary, or None where the subject was never tested.
    chosen_moved = Signal()  # Other subjects are chosen.

    def __init__(self, context: ProjectContext) -> None:
        super().__init__()
        self._context = context
        self.setProperty("kind", "panel")
        self.setMinimumWidth(300)
        self.form = CheckForm()
        self.table = RowView(context.theme, subject_columns(), lambda row: row.key, tr("Models to test"), several=True)
        self.table.sort_by(0)
        self.history = RowView(context.theme, test_columns(), lambda test: test.id, tr("Earlier tests"))
        self.history.sort_by(0)
        self._whose = Elided(tr("Earlier tests"), "small", cut=Qt.TextElideMode.ElideRight)
        self.damaged = label("", "bad", wrap=True)
        self.damaged.hide()
        self._lay_out()
        self.table.row_chosen.connect(self._on_subject)
        self.table.selection_moved.connect(self.chosen_moved)
        self.history.row_chosen.connect(self.test_chosen)

    def show_subjects(self, subjects: Sequence[Subject]) -> None:
        """Show what can be tested; when nothing is chosen yet, choose what was tested last, or else the newest run."""
        self.table.show_rows(subjects)
        wanted = self._wanted({subject.key for subject in subjects})
        if wanted is not None:
            self.table.select_keys({wanted}, wanted)
            self.table.scrollTo(self.table.currentIndex())
        current = self.table.current()
        if current is None:
            tested = [subject for subject in subjects if subject.tests]
            first = max(tested, key=lambda subject: subject.tests[0].id) if tested else subjects[0]
            self.table.select_keys({first.key}, first.key)
            self.table.scrollTo(self.table.currentIndex())
        else:
            self._show_history(current)

    def name_damaged(self, text: str) -> None:
        """Say which runs are damaged, empty where none is."""
        self.damaged.setText(text)
        self.damaged.setVisible(bool(text))

    def show_test(self, test: EvaluationSummary) -> None:
        """Choose a test in the list of earlier ones, which shows it."""
        self.history.select_keys({test.id}, test.id)

    def show_test_of(self, key: str, test: EvaluationSummary) -> None:
        """Show a test of the subject of that key; what is chosen stays chosen."""
        self.table.select_keys({subject.key for subject in self.chosen()}, key)
        self.show_test(test)

    def chosen(self) -> list[Subject]:
        """Return the chosen subjects, in the order they are shown."""
        return self.table.chosen()

    def place(self) -> PanelPlace:
        """Return what is chosen, for `go_to` of the panel that is built in place of this one."""
        return PanelPlace(self.form.place(), self.table.place(), self.history.place())

    def go_to(self, place: PanelPlace) -> None:
        """Choose what was chosen in the panel before, once that is listed."""
        self.form.go_to(place.form)
        self.table.expect(place.subjects)
        self.history.expect(place.tests)

    def leave(self) -> None:
        """Remember how the room is divided."""
        self._context.settings.remember_layout("check.panel", self._splitter.saveState())

    def _wanted(self, keys: set[str]) -> str | None:
        """Return the key of the run that another page asked to be shown, once; None where there is none."""
        search = self._context.search
        key = None if search.run_to_check is None else str(search.run_to_check)
        if key not in keys:
            return None
        search.run_to_check = None
        return key

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        below = QWidget()
        lines = QVBoxLayout(below)
        lines.setContentsMargins(0, TINY, 0, 0)
        lines.setSpacing(TINY)
        lines.addWidget(self._whose)
        lines.addWidget(self.history, 1)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(below)
        self._splitter.setSizes([300, 180])
        self._splitter.setStretchFactor(0, 1)
        self._splitter.restoreState(self._context.settings.layout("check.panel"))
        self.table.setMinimumHeight(120)
        self.history.setMinimumHeight(72)
        column.addWidget(self.form)
        column.addWidget(self.damaged)
        column.addWidget(self._splitter, 1)

    def _on_subject(self, subject: Subject) -> None:
        if subject.shape is not None:
            self.form.follow(*subject.shape)
        self._show_history(subject)
        tests = self.history.rows
        if not tests:
            self.test_chosen.emit(None)
            return
        if self.history.current() is not None:
            return  # The one that was chosen before the page was built anew.
        # A test with the settings of the form first, so that going through the subjects compares like with like.
        self.show_test(subject.surest or subject.tests[0])

    def _show_history(self, subject: Subject) -> None:
        self._whose.setText(tr("Earlier tests of {what}", what=subject.name))
        self.history.show_rows(subject.tests)

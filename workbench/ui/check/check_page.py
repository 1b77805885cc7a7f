"""The page Check: how often a run is right on classes it has never seen, which it confuses, and against what."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from workbench.operations.evaluation.candidates import ComparisonRequest
from workbench.operations.evaluation.comparisons import ComparedRow, ComparisonResult
from workbench.operations.evaluation.evaluate_run import EvaluationReport, tested_role
from workbench.operations.evaluation.evaluation_checks import largest_class, why_not_test
from workbench.operations.evaluation.evaluations import (
    EvaluationDetails,
    EvaluationSummary,
    describe_evaluation,
    describe_evaluations,
)
from workbench.operations.evaluation.verdict import Verdict, describe_verdict
from workbench.operations.runs.listing import ListedRuns, RunFacts, list_runs
from workbench.ui.check.check_head import CheckHead
from workbench.ui.check.check_invitation import invite_to_images, invite_to_test
from workbench.ui.check.check_panel import CheckPanel
from workbench.ui.check.check_place import CheckPlace
from workbench.ui.check.measurements import Measurements, RequestedTest
from workbench.ui.check.result_view import ResultView
from workbench.ui.check.subjects import subject_key, subjects
from workbench.ui.controls.held_focus import HeldFocus
from workbench.ui.controls.invitation import Invitation
from workbench.ui.controls.page import Page
from workbench.ui.controls.text import button
from workbench.ui.look.tokens import MEDIUM
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.run_words import damaged_runs
from workbench.ui.services.translation import say, tr
from workbench.words import Message


class CheckPage(Page):
    """Chooses what to test at the left, and shows at the right the result of a test."""

    key = "check"

    def __init__(self, context: ProjectContext) -> None:
        super().__init__(context)
        self._facts: tuple[Sequence[RunFacts], Sequence[EvaluationSummary]] | None = None
        self._unsupported_reason: Message | None = context.read_only
        self._shown_test: EvaluationSummary | None = None
        self._arrived: int | None = None  # The test that has just ended.
        self._stale = True
        self._is_placed = False  # Whether the form says what it said before the page was built anew.
        self.measurements = Measurements(context, self)
        self.panel = CheckPanel(context)
        self.invitation = Invitation(button(tr("Start test")))
        self.results = ResultView(context, self._comparison_request, self.invitation)
        self.head = CheckHead()
        self._lay_out()
        self._connect()
        self._renew_words()

    @classmethod
    def step_name(cls) -> str:
        return tr("Check")

    def entered(self) -> None:
        if self._stale:
            self._read_all()
        elif self.context.training.trained_together:
            self._compare_trained()

    def place(self) -> object:
        return None if self._facts is None else CheckPlace(self.panel.place(), self.results.place())

    def go_to(self, place: object) -> None:
        if isinstance(place, CheckPlace):
            self._is_placed = True
            self.panel.go_to(place.panel)
            self.results.go_to(place.results)

    def leave(self) -> None:
        self.context.settings.remember_layout("check.page", self._splitter.saveState())
        self.panel.leave()
        self.results.leave()

    def _lay_out(self) -> None:
        self.buttons.addWidget(self.head)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(MEDIUM)
        self._splitter.addWidget(self.panel)
        self._splitter.addWidget(self.results)
        self._splitter.setSizes([340, 708])
        self._splitter.setStretchFactor(1, 1)
        self._splitter.restoreState(self.context.settings.layout("check.page"))
        self.body.addWidget(self._splitter, 1)
        self.results.built.connect(HeldFocus(self, self.head.cancel).watch)

    def _connect(self) -> None:
        self.head.act.clicked.connect(self._test)
        self.head.cancel.clicked.connect(self.measurements.cancel)
        self.invitation.act.clicked.connect(self._follow_invitation)
        self.measurements.moved.connect(self._renew_words)
        self.measurements.tested.connect(self._on_tested)
        self.panel.test_chosen.connect(self._show_test)
        self.panel.chosen_moved.connect(self._on_chosen_moved)
        self.panel.form.changed.connect(self._on_form)
        # Later: the table cannot be filled anew while a row of it is being chosen.
        self.panel.form.followed.connect(self._on_form, Qt.ConnectionType.QueuedConnection)
        self.results.began.connect(self.measurements.follow)
        self.results.row_chosen.connect(self._on_compared_row)
        self.results.compared.connect(self._on_compared)
        self.context.names.came.connect(self._show_subjects)
        changes = self.context.changes
        changes.runs_changed.connect(self._on_changed)
        changes.evaluations_changed.connect(self._on_changed)
        changes.tasks_changed.connect(self._on_tasks_changed)

    # What is read.

    def _read_all(self) -> None:
        self._stale = False
        self._read_facts()
        self._read_unsupported_reason()
        self.context.names.read()

    def _read_facts(self) -> None:
        project = self.context.project
        self._start(lambda: (list_runs(project), describe_evaluations(project)), self._take_facts)

    def _read_unsupported_reason(self) -> None:
        project, settings = self.context.project, self.panel.form.settings
        # Without examples it depends on the run.
        role, runs = tested_role(settings.role), self._against()
        self._start(
            lambda: (
                why_not_test(project, settings.way, settings.shot, role=role, runs=runs),
                largest_class(project, role),
            ),
            self._take_unsupported_reason,
        )

    def _read_result(self) -> None:
        if self._shown_test is None:
            return
        project, number, against = self.context.project, self._shown_test.id, self._against()
        self._start(
            lambda: (describe_evaluation(project, number), describe_verdict(project, number, against)),
            self._take_result,
        )

    def _read_verdict(self) -> None:
        if self._shown_test is not None:
            project, number, against = self.context.project, self._shown_test.id, self._against()
            self._start(lambda: (number, describe_verdict(project, number, against)), self._take_verdict)

    def _start(self, read, done) -> None:
        self.context.jobs.start(tr("Load tests"), lambda report: read(), owner=self, done=done, newest=done.__name__)

    def _against(self) -> list[str]:
        return [subject.key for subject in self.panel.chosen()]

    # What comes of it.

    def _take_facts(self, facts: tuple[ListedRuns, Sequence[EvaluationSummary]]) -> None:
        listed, tests = facts
        first, self._facts = self._facts is None, (listed.runs, tests)
        self.panel.name_damaged(damaged_runs(listed.damaged))
        self.context.notifier.tell_of_damage(damaged_runs(listed.damaged))
        if first and tests and not self._is_placed:
            self.panel.form.show_settings_of(tests[0])
            self._read_unsupported_reason()
        self._show_subjects()
        self._compare_trained()
        current = self.panel.table.current()
        for test in tests:
            if test.id == self._arrived and current is not None and current.key == subject_key(test):
                self.panel.show_test(test)
        self._arrived = None

    def _show_subjects(self) -> None:
        if self._facts is not None:
            runs, tests = self._facts
            listed = subjects(runs, tests, self.context.names.titles, self.panel.form.settings)
            self.panel.show_subjects(listed)
            self.results.name_subjects({subject.key: subject.name for subject in listed})
        self._renew_words()

    def _take_unsupported_reason(self, facts: tuple[Message | None, int]) -> None:
        self._unsupported_reason, images = facts
        self._renew_words()
        self.panel.form.limit(images)

    def _take_result(self, result: tuple[EvaluationDetails, Verdict]) -> None:
        details, verdict = result
        if self._shown_test is None or self._shown_test.id != details.summary.id:
            return
        self.results.show_result(details, verdict)

    def _take_verdict(self, verdict: tuple[int, Verdict]) -> None:
        if self._shown_test is not None and verdict[0] == self._shown_test.id:
            self.results.show_verdict(verdict[1])

    # What happens.

    def _show_test(self, test: EvaluationSummary | None) -> None:
        self._shown_test = test
        if test is None:
            self.results.show_none()
            self._renew_words()
        else:
            self._read_result()

    def _on_chosen_moved(self) -> None:
        self._renew_words()
        self._read_verdict()
        if not self.panel.form.settings.shot:
            self._read_unsupported_reason()

    def _on_form(self) -> None:
        self._show_subjects()
        self._read_unsupported_reason()

    def _on_changed(self) -> None:
        if self.isVisible():
            self._read_facts()
            self._read_verdict()
        else:
            self._stale = True

    def _on_tasks_changed(self) -> None:
        self._on_changed()
        if self.isVisible():
            self._read_unsupported_reason()
        # Names of classes may have changed.
        self._read_result()

    def _compare_trained(self) -> None:
        """Compare the runs that were trained in turn, once, as soon as they are in the table."""
        controller = self.context.training
        there = {row.key for row in self.panel.table.rows} & {str(run) for run in controller.trained_together}
        if not there or self._unsupported_reason is not None or self.results.comparison.is_busy:
            return
        controller.trained_together = ()
        self.panel.table.select_keys(there, max(there, key=int))
        self.results.compare()

    def _comparison_request(self) -> ComparisonRequest:
        return self.panel.form.comparison_request(self._against())

    def _on_compared(self, comparison: ComparisonResult) -> None:
        current = self.panel.table.current()
        tested = {row.key: row.figures.evaluation for row in comparison.rows if row.figures is not None}
        self._arrived = tested.get(current.key) if current is not None else None

    def _on_compared_row(self, row: ComparedRow) -> None:
        tests = self._facts[1] if self._facts is not None else ()
        test = next((test for test in tests if row.figures is not None and test.id == row.figures.evaluation), None)
        if test is not None:
            self.panel.show_test_of(row.key, test)

    def _test(self) -> None:
        chosen = self.panel.chosen()
        if len(chosen) > 1:
            self.results.compare()
        else:
            self.results.open_test()
            self.measurements.begin(
                [RequestedTest(subject.name, self.panel.form.request(subject.key)) for subject in chosen]
            )

    def _on_tested(self, requested: RequestedTest, report: EvaluationReport) -> None:
        self._arrived = report.id
        # There are no more classes or examples than these, and the table shows what was tested.
        self.panel.form.show_tested(requested.request, report.way, report.shot)

    def _follow_invitation(self) -> None:
        if self._unsupported_reason is None:
            self._test()
        else:
            self.context.notifier.go_to("images")

    # What is said.

    def _renew_words(self) -> None:
        chosen = len(self.panel.chosen())
        unsupported_reason = say(self._unsupported_reason) if self._unsupported_reason is not None else ""
        is_busy, is_read_only = self.measurements.is_busy, self.context.project.read_only
        if is_busy:
            self.head.show_progress(self.measurements.words)
        else:
            # The choice is not known before the runs are read; why nothing can be changed stands above the page.
            known = chosen if self._facts is not None else 1
            self.head.show_rest(unsupported_reason, known, is_told=is_read_only)
        self.results.allow(unsupported_reason or ("" if chosen else tr("Select a model to test.")))
        if self._unsupported_reason is not None and not is_read_only:
            invite_to_images(self.invitation, unsupported_reason)
        else:
            current, can = self.panel.table.current(), bool(chosen) and not is_busy and not is_read_only
            invite_to_test(self.invitation, current.name if current else "", chosen, can=can)

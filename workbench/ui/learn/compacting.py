"""Makes the project smaller on request: a button, a dialog that says what goes, and a job that does it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.operations.progress import Cancelled
from workbench.operations.project.compact_project import (
    CompactReport,
    PossibleSaving,
    StoppedAfterGivingUp,
    compact_project,
    possible_saving,
)
from workbench.ui.controls.text import button, label, set_tooltip
from workbench.ui.look.tokens import HUGE, LARGE, SMALL
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import bytes_shown, say, tr

_LANE = "compact"


class Compacting:
    """Has the button; what it starts belongs to the project, and goes on when the page is built anew."""

    def __init__(self, context: ProjectContext) -> None:
        self._context = context
        self.act: QPushButton = button(tr("Make the project smaller…"))
        self.act.clicked.connect(self._look)
        if context.read_only is not None:
            self.act.setEnabled(False)
            set_tooltip(self.act, say(context.read_only))

    def _look(self) -> None:
        if self._context.jobs.is_busy(_LANE):
            self._context.notifier.say(tr("The project is being made smaller already."))
            return
        project = self._context.project
        self._context.jobs.start(
            tr("Load project"), lambda report: possible_saving(project), owner=self.act, done=self._ask, newest="saving"
        )

    def _ask(self, saving: PossibleSaving) -> None:
        dialog = CompactDialog(self._context.path.name, saving, self.act.window())
        dialog.accepted.connect(lambda: self._begin(give_up_resuming=dialog.give_up.isChecked()))
        dialog.open()

    def _begin(self, *, give_up_resuming: bool) -> None:
        context, name = self._context, self._context.path.name

        def done(report: CompactReport) -> None:
            before, after = bytes_shown(report.before), bytes_shown(report.after)
            context.notifier.say(tr("{name} had {before} and now has {after}.", name=name, before=before, after=after))
            context.changes.runs_changed.emit(None)

        def failed(error: Exception) -> None:
            # What was dropped before it was stopped stays dropped.
            context.changes.runs_changed.emit(None)
            if isinstance(error, StoppedAfterGivingUp):
                context.notifier.say(_what_went(error))
            elif isinstance(error, Cancelled):
                context.notifier.say(tr("Stopped; the project is whole, if not smaller."))
            else:
                context.notifier.complain_of(error)

        context.jobs.start(
            lambda: tr("Make the project smaller"),
            lambda report: compact_project(context.project, report, give_up_resuming=give_up_resuming),
            owner=context.history,
            done=done,
            failed=failed,
            lane=_LANE,
        )


def _what_went(stopped: StoppedAfterGivingUp) -> str:
    words = tr("Stopped; the project is whole, if not smaller.")
    if stopped.removed:
        words += " " + tr("{count} deleted runs are gone already.", count=stopped.removed)
    return words + (" " + tr("What resuming needed is given up already.") if stopped.runs else "")


class CompactDialog(QDialog):
    """Says what goes, what stays and how much that should save; `give_up` adds what resuming would need."""

    def __init__(self, name: str, saving: PossibleSaving, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Make the project smaller"))
        self.setMinimumWidth(480)
        self._name, self._saving = name, saving
        self.expected = label("", "strong", wrap=True)
        self.give_up = QCheckBox(tr("Give up resuming stopped runs, too"))
        self.give_up.toggled.connect(self._renew)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        column.addWidget(label(tr("Make the project smaller"), "section"))
        column.addWidget(self.expected)
        goes = tr(
            "What only resuming would need of finished runs goes, and the file is written anew without empty space. "
            "Labels, tests, curves and the weights of every run that is not deleted stay."
        )
        column.addWidget(label(goes, wrap=True))
        if saving.deleted_runs:
            text = tr(
                "{count} deleted runs go for good ({size}): they cannot be restored any more.",
                count=saving.deleted_runs,
                size=bytes_shown(saving.deleted_bytes),
            )
            column.addWidget(label(text, "strong", wrap=True))
        if saving.resumable_runs:
            column.addWidget(self.give_up)
            text = tr(
                "{count} runs could then be used, but not be resumed; saves {size} more. This cannot be undone.",
                count=saving.resumable_runs,
                size=bytes_shown(saving.resumable_bytes),
            )
            column.addWidget(label(text, "muted", wrap=True))
        column.addWidget(label(tr("Meanwhile the disk holds the project up to three times."), "muted", wrap=True))
        column.addLayout(self._buttons())
        self._renew()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        cancel, self.start = button(tr("Cancel")), button(tr("Make smaller"), primary=True)
        cancel.clicked.connect(self.reject)
        self.start.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(self.start)
        return row

    def _renew(self) -> None:
        saving = self._saving
        less = saving.empty + saving.finished_bytes + saving.deleted_bytes
        less += saving.resumable_bytes if self.give_up.isChecked() else 0
        words = {"name": self._name, "size": bytes_shown(saving.size)}
        # Under a megabyte nobody waits for it.
        if less < 10**6:
            self.expected.setText(tr("{name} has {size}. There is hardly anything to save.", **words))
        else:
            saved = bytes_shown(less)
            self.expected.setText(tr("{name} has {size}. It can become about {saved} smaller.", **words, saved=saved))

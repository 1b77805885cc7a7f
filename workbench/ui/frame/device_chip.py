"""The chip that always says which device computes and, when it is not a GPU, why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.errors import UserError
from workbench.operations.devices import DeviceFacts, DeviceTest, describe_device, test_device
from workbench.ui.controls.text import button, label, set_tooltip
from workbench.ui.frame.step_rail import rail_button
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import HUGE, LARGE, SMALL
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.translation import say, tr


class DeviceChip(QWidget):
    """Shows the device once torch is loaded; a click says why it is that one and offers the test."""

    def __init__(self, jobs: Jobs, theme: Theme) -> None:
        super().__init__()
        self._jobs = jobs
        self.facts: DeviceFacts | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.chip: QPushButton = rail_button(tr("Looking for a GPU…"), theme, "device")
        self.chip.clicked.connect(self._explain)
        row.addWidget(self.chip)
        self._jobs.start(tr("Look for a GPU"), lambda report: describe_device(), owner=self, done=self._show)

    def _show(self, facts: DeviceFacts) -> None:
        self.facts = facts
        text = facts.shown if facts.is_gpu else tr("{device} · why?", device=facts.shown)
        self.chip.setText(text)
        reason = say(facts.reason) if facts.reason else tr("Using the GPU.")
        set_tooltip(self.chip, reason)
        self.chip.setAccessibleName(f"{facts.shown}. {reason}")

    def _explain(self) -> None:
        if self.facts is not None:
            DeviceDialog(self.facts, self._jobs, self.window()).open()


class DeviceDialog(QDialog):
    """Says which device computes and why, and tests it for a second."""

    def __init__(self, facts: DeviceFacts, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Device"))
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        column.addWidget(label(tr("Computing on {device}", device=facts.shown), "section"))
        reason = say(facts.reason) if facts.reason else tr("A GPU was found and is used for training and labelling.")
        column.addWidget(label(reason, wrap=True))
        self.outcome = label(tr("The test takes about a second."), "muted", wrap=True)
        column.addWidget(self.outcome)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        self.test = button(tr("Test device"))
        self.test.clicked.connect(self._test)
        close = button(tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        row.addWidget(self.test)
        row.addWidget(close)
        column.addLayout(row)

    def _test(self) -> None:
        self.test.setEnabled(False)
        self.outcome.setText(tr("Testing…"))
        self._jobs.start(
            lambda: tr("Test device"),
            lambda report: test_device("auto", report),
            owner=self,
            done=self._show,
            failed=self._fail,
        )

    def _show(self, outcome: DeviceTest) -> None:
        self.test.setEnabled(True)
        self.outcome.setText(say(outcome.text))

    def _fail(self, error: Exception) -> None:
        self.test.setEnabled(True)
        self.outcome.setText(say(error.text) if isinstance(error, UserError) else "")

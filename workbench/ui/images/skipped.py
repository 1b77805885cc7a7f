"""The files that were left out, each with the reason; where images moved, they can be located from here."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.facts.file_reason import FileReason
from workbench.ui.controls.reason_dialog import ReasonDialog
from workbench.ui.controls.text import button, set_tooltip
from workbench.ui.services.translation import tr
from workbench.words import Message


class SkippedDialog(ReasonDialog):
    """Shows entries; `missing` of them are images that are not where they were."""

    locate_requested = Signal()

    def __init__(
        self, entries: Sequence[FileReason[Message]], missing: int, why_not: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Skipped files"), tr("{count} files skipped", count=len(entries)), entries, parent)
        self.locate = button(tr("Locate {count} missing images…", count=missing))
        self.locate.setVisible(missing > 0)
        self.locate.setEnabled(not why_not)
        set_tooltip(self.locate, why_not or tr("Choose the folder they are in now; they are recognised by content."))
        self.locate.clicked.connect(self._locate)
        self.row.insertWidget(0, self.locate)
        self.setTabOrder(self.table, self.locate)

    def _locate(self) -> None:
        self.accept()
        self.locate_requested.emit()

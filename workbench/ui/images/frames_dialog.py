"""The imported frames that show nothing or are out of focus, each with the reason."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from workbench.facts import Fact
from workbench.facts.file_reason import FileReason
from workbench.ui.controls.reason_dialog import ReasonDialog
from workbench.ui.controls.text import label
from workbench.ui.services.translation import tr


class FramesDialog(ReasonDialog):
    """Shows the frames; they stay imported."""

    def __init__(self, frames: Sequence[FileReason[Fact]], parent: QWidget | None = None) -> None:
        heading = tr("{count} frames to look at", count=len(frames))
        super().__init__(tr("Frames to look at"), heading, frames, parent)
        words = tr("They were imported. Remove from the folder those that teach nothing.")
        self.column.insertWidget(1, label(words, wrap=True))

"""The notice about the last import: a line, its warnings, and what can be done about them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from workbench.facts import Fact
from workbench.facts.file_reason import FileReason
from workbench.ui.controls.text import button, icon_button, label, set_kind, set_tooltip
from workbench.ui.images.frames_dialog import FramesDialog
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import MEDIUM, SMALL, TINY
from workbench.ui.services.importing import Imported
from workbench.ui.services.translation import say, tr

_MOST_WARNINGS = 4


class ImportNotice(QFrame):
    """Sums up the folders imported together; hidden until there is one, and when it is closed."""

    list_requested = Signal()
    options_requested = Signal(Imported)  # What is to be imported again, in another way.
    individuals_requested = Signal(Imported)  # What is to be imported again, its inner folders as individuals.

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_kind(self, "panel")
        self._imported: list[Imported] = []
        self.words = label("", "strong", wrap=True)
        self.warnings = label("", "warn", wrap=True)
        self.show_list = button(tr("Show skipped"))
        self.show_list.clicked.connect(self.list_requested)
        self.show_frames = button(tr("Show frames"))
        set_tooltip(self.show_frames, tr("Show the frames that are black, white, of one tone or out of focus"))
        self.show_frames.clicked.connect(self._list_frames)
        self.question = label("", wrap=True)
        self.individuals = button(tr("They are individuals"))
        set_tooltip(
            self.individuals,
            tr("Import the folder again: its sub-folders as classes, and the folders inside them as individuals"),
        )
        self.individuals.clicked.connect(lambda: self.individuals_requested.emit(self._imported[-1]))
        self.otherwise = button(tr("Import again with options…"))
        set_tooltip(self.otherwise, tr("Remove this folder and import it again with another layout or other roles"))
        self.otherwise.clicked.connect(lambda: self.options_requested.emit(self._imported[-1]))
        close = icon_button(theme.icon("close"), tr("Close this message"))
        close.clicked.connect(self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        column.setSpacing(TINY)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.words, 1)
        for act in (self.show_list, self.show_frames, self.otherwise):
            row.addWidget(act)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        asking = QHBoxLayout()
        asking.setSpacing(SMALL)
        asking.addWidget(self.question, 1)
        asking.addWidget(self.individuals)
        column.addLayout(asking)
        column.addWidget(self.warnings)
        self.hide()

    def begin(self) -> None:
        """Forget earlier imports: new ones start."""
        self._imported = []
        self.hide()

    def add(self, imported: Imported) -> str:
        """Show one more folder that was imported, and return the line."""
        self._imported.append(imported)
        line = import_summary(self._imported)
        skipped = any(imported.report.skipped for imported in self._imported)
        reports = [imported.report for imported in self._imported]
        # What holds for the project stands above the classes, for as long as it holds.
        warnings = dict.fromkeys(
            say(text) for report in reports for text in report.warnings if text not in report.shared_roles
        )
        self.words.setText(line)
        self.warnings.setText(_lines(list(warnings)))
        set_tooltip(self.warnings, "\n".join(warnings) if len(warnings) > _MOST_WARNINGS else "")
        self.warnings.setVisible(bool(warnings))
        self.show_list.setVisible(skipped)
        self.show_frames.setVisible(bool(self._frames()))
        # An import must not take out folders that were there before it.
        alone = len(self._imported) == 1 and imported.report.known == 0
        self.otherwise.setVisible(alone)
        question = imported.report.question if alone else None
        self.question.setText("" if question is None else say(question))
        for widget in (self.question, self.individuals):
            widget.setVisible(question is not None)
        self.show()
        return line

    def _frames(self) -> list[FileReason[Fact]]:
        return [frame for imported in self._imported for frame in imported.report.frames]

    def _list_frames(self) -> None:
        FramesDialog(self._frames(), self).open()


def import_summary(imported: Sequence[Imported]) -> str:
    """Return a summary of imports in one line."""
    reports = [folder.report for folder in imported]
    images = tr("{count} images", count=sum(report.added for report in reports))
    classes = sum(len(task.classes) for report in reports for task in report.tasks)
    if classes:
        parts = [tr("{images} in {classes} added", images=images, classes=tr("{count} classes", count=classes))]
    else:
        parts = [tr("{images} without classes added", images=images)]
    for template, count in (
        (lambda n: tr("{count} already imported", count=n), sum(report.known for report in reports)),
        (lambda n: tr("{count} skipped", count=n), sum(len(report.skipped) for report in reports)),
        (lambda n: tr("{count} sidecar files left alone", count=n), sum(report.sidecars for report in reports)),
        (lambda n: tr("{count} duplicates", count=n), sum(report.duplicates for report in reports)),
    ):
        if count:
            parts.append(template(count))
    return ", ".join(parts) + "."


def _lines(warnings: Sequence[str]) -> str:
    lines = list(warnings[:_MOST_WARNINGS])
    if len(warnings) > _MOST_WARNINGS:
        lines.append(tr("{count} more warnings.", count=len(warnings) - _MOST_WARNINGS))
    return "\n".join(lines)

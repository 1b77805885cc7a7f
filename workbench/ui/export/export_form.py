"""How labels are to be written: the three formats, each with a sentence."""

from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from workbench.operations.labelling.export_labels import ExportFormat
from workbench.ui.controls.text import label
from workbench.ui.look.tokens import HUGE, SMALL, TINY
from workbench.ui.services.settings import Settings
from workbench.ui.services.translation import tr

_SETTING = "export.format"
_FORMATS = (ExportFormat.CSV, ExportFormat.JSON, ExportFormat.FOLDERS)


class ExportForm(QWidget):
    """Asks for a format and remembers the one chosen last."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.formats = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        before = settings.text(_SETTING)
        for number, (title, sentence) in enumerate(_words()):
            choice = QRadioButton(title)
            choice.setAccessibleDescription(sentence)
            choice.setChecked(_FORMATS[number] == before or (number == 0 and before not in _FORMATS))
            self.formats.addButton(choice, number)
            explanation = label(sentence, "muted", wrap=True)
            explanation.setContentsMargins(HUGE, 0, 0, SMALL)
            column.addWidget(choice)
            column.addWidget(explanation)
        self.formats.idToggled.connect(self._remember)

    @property
    def chosen(self) -> ExportFormat:
        """The format chosen."""
        return _FORMATS[self.formats.checkedId()]

    def suggestion(self, project: Path) -> Path:
        """Return a free name beside the project."""
        stem = tr("{project} labels", project=project.stem)
        suffix = "" if self.chosen is ExportFormat.FOLDERS else f".{self.chosen}"
        names = (f"{stem}{'' if number == 1 else f' {number}'}{suffix}" for number in range(1, 1000))
        return next((project.with_name(name) for name in names if not project.with_name(name).exists()), project.parent)

    def kinds(self) -> str:
        """Return the format as a file dialog names it."""
        return {
            ExportFormat.CSV: tr("Tables (*.csv)"),
            ExportFormat.JSON: tr("JSON files (*.json)"),
            ExportFormat.FOLDERS: tr("New folder (*)"),
        }[self.chosen]

    def _remember(self) -> None:
        self._settings.remember_text(_SETTING, self.chosen.value)


def _words() -> tuple[tuple[str, str], ...]:
    return (
        (tr("Table (CSV)"), tr("One row per image, for spreadsheets and statistics programs.")),
        (tr("JSON"), tr("The same data for other programs, at full precision.")),
        (
            tr("Class folders"),
            tr("Copies of the labelled images, one folder per class. The originals stay where they are."),
        ),
    )

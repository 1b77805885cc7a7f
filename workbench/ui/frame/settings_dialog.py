"""Settings: language, appearance, size and learning from searches, and where the program keeps its files."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbench import __version__
from workbench.deferred_module import DeferredModule
from workbench.folders import backups_folder, logs_folder
from workbench.ui.controls.text import button, label, rule
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import HUGE, LARGE, SMALL
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.settings import LANGUAGES, SCHEMES, Settings
from workbench.ui.services.translation import tr

_past_searches = DeferredModule("workbench.ui.frame.past_searches")  # Its table needs what takes long to import.


class SettingsDialog(QDialog):
    """Writes each choice as it is made; `language_chosen` and `scheme_chosen` say so."""

    language_chosen = Signal()
    scheme_chosen = Signal()

    def __init__(self, settings: Settings, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._theme, self._jobs = settings, theme, jobs
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        self._inside: QWidget | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self.speak()

    def speak(self) -> None:
        """Say everything anew, in the language that the window speaks now; the dialog stays where it is."""
        self.setWindowTitle(tr("Settings"))
        before, self._inside = self._inside, QWidget(self)
        self._lay_out(self._inside)
        if before is not None:
            self._whole.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._whole.addWidget(self._inside)
        self._inside.show()
        self.language.setFocus()
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is said needs, which other words may make higher or lower."""
        self._whole.activate()
        width = max(self.width(), self.minimumWidth(), self._whole.minimumSize().width())
        self.resize(width, self._whole.heightForWidth(width))

    def _lay_out(self, inside: QWidget) -> None:
        column = QVBoxLayout(inside)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        column.addWidget(label(tr("Settings"), "title"))
        form = QFormLayout()
        form.setSpacing(LARGE)
        languages = {"system": tr("System default"), "en": "English", "es": "Español"}
        self.language = _choice(LANGUAGES, languages, self._settings.language)
        self.language.activated.connect(self._choose_language)
        schemes = {"system": tr("System default"), "light": tr("Light"), "dark": tr("Dark")}
        self.scheme = _choice(SCHEMES, schemes, self._settings.scheme)
        self.scheme.activated.connect(self._choose_scheme)
        form.addRow(tr("Language"), self.language)
        form.addRow(tr("Appearance"), self.scheme)
        column.addLayout(form)
        column.addLayout(self._about_size())
        column.addWidget(rule())
        column.addLayout(self._about_searches())
        column.addWidget(rule())
        promise = tr("Nothing leaves this computer. Your images are never changed.")
        column.addWidget(label(promise, "muted", wrap=True))
        column.addWidget(label(tr("Version {version}", version=__version__), "small"))
        self.where = label("", "small", wrap=True)
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.where.hide()
        column.addWidget(self.where)
        column.addLayout(self._buttons())

    def _about_size(self) -> QVBoxLayout:
        self.projector = QCheckBox(tr("One and a half times as large, for a projector"))
        self.projector.setChecked(self._settings.is_for_projector)
        self.projector.toggled.connect(self._choose_size)
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        column.addWidget(self.projector)
        column.addWidget(label(tr("From the next start of the program on."), "small", wrap=True))
        return column

    def _about_searches(self) -> QVBoxLayout:
        self.learns = QCheckBox(tr("Learn from earlier searches"))
        self.learns.setChecked(self._settings.learns_from_searches)
        self.learns.toggled.connect(self._choose_learning)
        self.searches = button(tr("Show what they found…"))
        self.searches.clicked.connect(self._show_searches)
        words = tr("A search begins with what was good on similar images. Only figures are kept, on this computer.")
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        row = QHBoxLayout()
        row.addWidget(self.learns)
        row.addStretch(1)
        row.addWidget(self.searches)
        column.addLayout(row)
        column.addWidget(label(words, "small", wrap=True))
        return column

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        backups = button(tr("Open backups folder"))
        backups.clicked.connect(lambda: self._open(backups_folder()))
        logs = button(tr("Open log folder"))
        logs.clicked.connect(lambda: self._open(logs_folder()))
        close = button(tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        row.addWidget(backups)
        row.addWidget(logs)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _open(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        # Where the system shows no folders, the person can still find it.
        self.where.setText(str(folder))
        self.where.show()
        self._fit()

    def _choose_size(self, is_for_projector: bool) -> None:
        self._settings.is_for_projector = is_for_projector

    def _choose_learning(self, learns: bool) -> None:
        self._settings.learns_from_searches = learns

    def _show_searches(self) -> None:
        _past_searches.PastSearchesDialog(self._jobs, self._theme, self).open()

    def _choose_language(self) -> None:
        self._settings.language = self.language.currentData()
        self.language_chosen.emit()

    def _choose_scheme(self) -> None:
        self._settings.scheme = self.scheme.currentData()
        self.scheme_chosen.emit()


def _choice(values: tuple[str, ...], names: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    for value in values:
        box.addItem(names[value], value)
    box.setCurrentIndex(values.index(chosen))
    return box

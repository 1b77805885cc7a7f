"""Asks how a folder is to be imported, where the usual way does not fit."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workbench.operations.tasks.class_tables import TABLE_SUFFIXES, is_table_file
from workbench.operations.tasks.import_report import ImportRequest, grouping_of, layout_of, roles_of
from workbench.operations.tasks.several_pages import PageCount
from workbench.operations.tasks.split_classes import WHAT_ROLES_MEAN
from workbench.ui.controls.disclosure import Disclosure
from workbench.ui.controls.file_dialogs import choose_file
from workbench.ui.controls.text import Elided, button, label, set_tooltip
from workbench.ui.images.page_fields import PageFields
from workbench.ui.images.roles import ROLE_NAMES, role_name
from workbench.ui.look.tokens import HUGE, LARGE, SMALL
from workbench.ui.services.settings import Settings
from workbench.ui.services.translation import say, tr

LAYOUTS = ("auto", "classes", "individuals", "splits", "split-roles", "tasks", "unlabelled")
GROUPINGS = ("none", "subfolder", "prefix")


class ImportDialog(QDialog):
    """Asks about one folder."""

    requested = Signal(Path, ImportRequest)

    def __init__(self, folder: Path, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._folder = folder
        self._settings = settings
        self._table: Path | None = None
        self.setWindowTitle(tr("Import a folder"))
        self.setMinimumWidth(600)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(SMALL)
        column.addWidget(label(folder.name or str(folder), "section"))
        column.addWidget(Elided(str(folder.parent), "small"))
        column.addSpacing(LARGE)
        self.layouts = self._add_layouts(column)
        self.labels = Elided("", "small")
        self.choose_table = button(tr("Classes from a table…"))
        self._add_table(column)
        column.addSpacing(LARGE)
        self.roles = QComboBox()
        self._add_roles(column)
        column.addSpacing(LARGE)
        self.pages = PageFields()
        column.addWidget(self.pages)
        self.specimens = QComboBox()
        self._add_advanced(column)
        column.addSpacing(LARGE)
        column.addLayout(self._buttons())
        self.layouts.idToggled.connect(self._renew)
        if is_table_file(folder):
            self.take_table(folder)
            self.choose_table.hide()

    def request(self) -> ImportRequest:
        """Return what is chosen."""
        grouping = grouping_of(self.specimens.currentData())
        by_layout = self._table is None
        as_roles = by_layout and self.chosen == "split-roles"
        roles = roles_of("folders") if as_roles else roles_of(self.roles.currentData())
        if by_layout and self.chosen == "splits":
            roles = replace(roles, by_folder=False)
        layout = layout_of(self.chosen.replace("split-roles", "splits")) if by_layout else None
        return ImportRequest(layout, roles, grouping, self._table, self.pages.choice())

    def ask_of_pages(self, count: PageCount) -> None:
        """Ask which page and channels are meant, where files of the folder have several."""
        self.pages.ask(count)
        QTimer.singleShot(0, self, self._fit)

    @property
    def chosen(self) -> str:
        """Which of the layouts is chosen."""
        return LAYOUTS[self.layouts.checkedId()]

    def choose_layout(self, name: str) -> None:
        """Choose one of the layouts."""
        self.layouts.button(LAYOUTS.index(name)).click()

    def _add_layouts(self, column: QVBoxLayout) -> QButtonGroup:
        column.addWidget(label(tr("Folder layout"), "strong"))
        words = {
            "auto": tr("Detect automatically"),
            "classes": tr("Each sub-folder is a class"),
            "individuals": tr("Each sub-folder is a class, and the folders inside it are individuals"),
            "splits": tr("Split folders (train, validation, test): join classes of the same name"),
            "split-roles": tr("Split folders (train, validation, test): take them as class roles"),
            "tasks": tr("Each sub-folder is a separate folder of classes"),
            "unlabelled": tr("Unlabelled images"),
        }
        group = QButtonGroup(self)
        for number, layout in enumerate(LAYOUTS):
            choice = QRadioButton(words[layout])
            choice.setChecked(layout == "auto")
            choice.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            group.addButton(choice, number)
            column.addWidget(choice)
        return group

    def take_table(self, table: Path) -> None:
        """Take the classes from a table."""
        self._table = table
        self.labels.setText(table.name)
        for choice in self.layouts.buttons():
            choice.setEnabled(False)
        self._renew()

    def _add_table(self, column: QVBoxLayout) -> None:
        tip = tr("A CSV table with a column of files and one of classes, JSON as COCO has it, or a Camtrap DP")
        set_tooltip(self.choose_table, tip)
        self.choose_table.clicked.connect(self._ask_for_table)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.choose_table)
        row.addWidget(self.labels, 1)
        column.addLayout(row)

    def _ask_for_table(self) -> None:
        kinds = tr("Tables") + f" ({' '.join(f'*{suffix}' for suffix in TABLE_SUFFIXES)})"
        choose_file(self, self._settings, tr("Choose a table of files and classes"), self.take_table, kinds=kinds)

    def _add_roles(self, column: QVBoxLayout) -> None:
        column.addWidget(label(tr("Class roles"), "strong"))
        self.roles.addItem(tr("Split into train, validation and test"), "auto")
        for role in ROLE_NAMES:
            self.roles.addItem(tr("All: {role}", role=role_name(role)), role)
        set_tooltip(self.roles, say(WHAT_ROLES_MEAN))
        self.roles.setAccessibleName(tr("Class roles"))
        column.addWidget(self.roles)

    def _add_advanced(self, column: QVBoxLayout) -> None:
        part = Disclosure(tr("Advanced"))
        inside = part.inside
        inside.addWidget(label(tr("Specimens"), "strong"))
        why = tr(
            "If a class has several images of the same specimen, an episode must not use some as examples "
            "and others as queries, or the test would be too easy."
        )
        inside.addWidget(label(why, "muted", wrap=True))
        words = {
            "none": tr("Each image is its own specimen"),
            "subfolder": tr("Each sub-folder of a class is a specimen"),
            "prefix": tr("The file name up to its last _ or - names the specimen, as in fish12_3.jpg"),
        }
        for grouping in GROUPINGS:
            self.specimens.addItem(words[grouping], grouping)
        self.specimens.setAccessibleName(tr("Specimens"))
        inside.addWidget(self.specimens)
        # Once the fields that were hidden are laid out.
        part.line.toggled.connect(lambda: QTimer.singleShot(0, self, self._fit))
        column.addWidget(part)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        cancel = button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go = button(tr("Import"), primary=True)
        self.go.setDefault(True)
        self.go.clicked.connect(self._go)
        row.addWidget(cancel)
        row.addWidget(self.go)
        return row

    def _renew(self) -> None:
        self.roles.setEnabled(self._table is not None or self.chosen not in ("unlabelled", "split-roles"))
        self.specimens.setEnabled(self.chosen not in ("unlabelled", "individuals"))

    def _fit(self) -> None:
        column = self.layout()
        if column is not None:
            column.activate()
            self.resize(self.width(), column.totalHeightForWidth(self.width()))

    def _go(self) -> None:
        request = self.request()
        self.accept()
        self.requested.emit(self._folder, request)

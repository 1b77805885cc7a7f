"""Asks which page and which channels of files are meant, where a folder holds files with several."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from workbench.operations.tasks.import_report import PageChoice, pages_chosen
from workbench.operations.tasks.several_pages import PageCount
from workbench.ui.controls.text import label
from workbench.ui.look.tokens import LARGE, SMALL
from workbench.ui.services.translation import tr


class PageFields(QWidget):
    """Hidden until there is something to choose."""

    def __init__(self) -> None:
        super().__init__()
        self.page = QComboBox()
        for words, choice in (
            (tr("The first page that is not blank"), "first"),
            (tr("The brightest of all pages, pixel by pixel"), "max"),
            (tr("The page of this number:"), "number"),
        ):
            self.page.addItem(words, choice)
        self.page.setAccessibleName(tr("Page"))
        self.number = QSpinBox(minimum=1)
        self.number.setAccessibleName(tr("Number of the page"))
        self.in_colour = QCheckBox(tr("Show these channels as red, green and blue:"))
        self.channels = [QSpinBox(minimum=1) for _ in range(3)]
        names = (tr("Channel shown as red"), tr("Channel shown as green"), tr("Channel shown as blue"))
        for field, name in zip(self.channels, names, strict=True):
            field.setAccessibleName(name)
        self._pages, self._channels = QWidget(), QWidget()
        self._lay_out()
        self.page.currentIndexChanged.connect(self._renew)
        self.in_colour.toggled.connect(self._renew)
        self._renew()
        self.hide()

    def ask(self, count: PageCount) -> None:
        """Offer what there is to choose from."""
        self.number.setMaximum(max(1, count.pages))
        for number, field in enumerate(self.channels, 1):
            field.setMaximum(max(1, count.channels))
            field.setValue(number)
        self._pages.setVisible(count.pages > 1)
        self._channels.setVisible(count.channels > 1)
        self.setVisible(count.is_choice)

    def choice(self) -> PageChoice | None:
        """Return what is chosen, None where all is left as it is."""
        kind = self.page.currentData()
        page = "max" if kind == "max" else str(self.number.value()) if kind == "number" else None
        channels = ",".join(str(field.value()) for field in self.channels) if self.in_colour.isChecked() else None
        return pages_chosen(page, channels)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, LARGE, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(label(tr("Files with several pages or channels"), "strong"))
        for part, fields in (
            (self._pages, [self.page, self.number]),
            (self._channels, [self.in_colour, *self.channels]),
        ):
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(SMALL)
            for field in fields:
                row.addWidget(field)
            row.addStretch(1)
            column.addWidget(part)

    def _renew(self) -> None:
        self.number.setEnabled(self.page.currentData() == "number")
        for field in self.channels:
            field.setEnabled(self.in_colour.isChecked())

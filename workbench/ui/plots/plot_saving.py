"""Saving a plot: its picture as PNG or SVG and its data as CSV, from its menu or a small button."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QToolButton, QWidget

from workbench.operations.tables import table_text
from workbench.operations.written_files import refuse_existing, write_whole
from workbench.ui.controls.file_dialogs import choose_new
from workbench.ui.controls.text import icon_button
from workbench.ui.look.png_file import png_of
from workbench.ui.plots.picture import drawing_of, pixels_of
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr


@dataclass(frozen=True)
class PlotData:
    """What a plot shows, as a table; its columns are called the same in every language."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]]


def figure_text(value: float) -> str:
    """Return a figure as a file has it, in whatever language."""
    return f"{value:.6g}"


class PlotSaving(QObject):
    """Lets a person save what `area` shows: `picture` returns the widget to draw, its key included.

    A widget that `picture` makes anew, without a parent, is only drawn.
    """

    def __init__(
        self,
        context: ProjectContext,
        area: QAbstractScrollArea,
        name: str,
        *,
        picture: Callable[[], QWidget],
        data: Callable[[], PlotData],
    ) -> None:
        super().__init__(area)
        self._context, self._area, self._name = context, area, name
        self._picture, self._data = picture, data
        self.save_picture = QAction(tr("Save picture…"), self)
        self.save_data = QAction(tr("Save data…"), self)
        self.save_picture.triggered.connect(self._ask_for_picture)
        self.save_data.triggered.connect(self._ask_for_data)
        self.cover(area)

    def cover(self, area: QAbstractScrollArea) -> None:
        """Show the menu on another part of the same plot, too."""
        area.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        area.customContextMenuRequested.connect(lambda at: self._open_menu(area.viewport().mapToGlobal(at)))

    def button(self) -> QToolButton:
        """Return a small button that opens the menu."""
        made = icon_button(self._context.theme.icon("export"), tr("Save picture or data"))
        made.clicked.connect(lambda: self._open_menu(made.mapToGlobal(QPoint(0, made.height()))))
        return made

    def save_picture_to(self, path: Path) -> None:
        """Write the picture, in the format that the name says."""
        widget = self._picture()
        suffix = path.suffix.lower()
        if suffix == ".svg":
            content = drawing_of(widget, self._name)
            self._write(path, lambda: content)
        elif suffix == ".png":
            image = pixels_of(widget)
            # Compressing it takes longest, and needs no widget.
            self._write(path, lambda: png_of(image))
        else:
            text = tr("{name} cannot be saved: pictures are PNG or SVG files. Choose a name that ends in .png or .svg.",
                      name=path.name)  # fmt: skip
            self._context.notifier.complain(text)

    def save_data_to(self, path: Path) -> None:
        """Write the data as a table."""
        data = self._data()
        self._write(path, lambda: table_text(data.columns, data.rows).encode("utf-8", "surrogateescape"))

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self._area)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.save_picture, self.save_data])
        menu.popup(at)

    def _ask_for_picture(self) -> None:
        kinds = f"{tr('PNG picture')} (*.png);;{tr('SVG drawing')} (*.svg)"
        self._ask(tr("Save picture"), self.save_picture_to, f"{self._name}.png", kinds)

    def _ask_for_data(self) -> None:
        self._ask(tr("Save data"), self.save_data_to, f"{self._name}.csv", f"{tr('CSV table')} (*.csv)")

    def _ask(self, title: str, chosen: Callable[[Path], None], suggestion: str, kinds: str) -> None:
        window = self._area.window()
        choose_new(window, self._context.settings, title, chosen, suggestion=suggestion, kinds=kinds)

    def _write(self, path: Path, content: Callable[[], bytes]) -> None:
        def work() -> None:
            refuse_existing(path)
            write_whole(path, content())

        self._context.jobs.start(
            tr("Save {name}", name=path.name),
            lambda report: work(),
            owner=self,
            done=lambda _: self._context.notifier.say(tr("Saved as {path}.", path=str(path))),
            failed=self._context.notifier.complain_of,
        )

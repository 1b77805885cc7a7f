"""The slider that makes the pictures of a grid larger and smaller, and remembers how large they were."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider

from workbench.ui.controls.text import set_tooltip
from workbench.ui.grid.card_grid import CardGrid
from workbench.ui.services.settings import Settings
from workbench.ui.services.translation import tr

_LEAST, _MOST = 96, 192  # pixels of a picture


class SizeSlider(QSlider):
    """Sets the size of the pictures of `grid` to what was remembered under `setting`, and to what a person chooses."""

    def __init__(self, grid: CardGrid, settings: Settings, setting: str, usual: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._grid = grid
        self._settings = settings
        self._setting = setting
        self.setRange(_LEAST, _MOST)
        self.setSingleStep(8)
        self.setPageStep(32)
        self.setFixedWidth(80)
        set_tooltip(self, tr("Thumbnail size"))
        self.setAccessibleName(tr("Thumbnail size"))
        self.setValue(settings.number(setting, usual))
        grid.set_picture_size(self.value())
        self.valueChanged.connect(self._on_value)

    def _on_value(self, pixels: int) -> None:
        self._grid.set_picture_size(pixels)
        self._settings.remember_number(self._setting, pixels)

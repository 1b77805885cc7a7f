"""The button for how images that are not square become so before a class is proposed for them."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from workbench.facts.fit import Fit
from workbench.ui.controls.text import name_icon_button
from workbench.ui.look.theme import Theme
from workbench.ui.services.fit_words import fit_names
from workbench.ui.services.translation import tr


class FitButton(QToolButton):
    """Opens a menu of the ways, the present one ticked; `chosen` carries the one that a person picks."""

    chosen = Signal(object)  # Fit | None

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.fit: Fit | None = None
        self._paint_icon()
        name_icon_button(self, tr("Image shape"))
        self.clicked.connect(self._open)
        theme.changed.connect(self._paint_icon)

    def show_fit(self, fit: Fit | None) -> None:
        """Show which way is the present one."""
        self.fit = fit
        tip = tr(
            "How images that are not square become so: {fit}. Automatic: as the model was trained; for the pretrained "
            "network, what gives the best accuracy on validation classes.",
            fit=fit_names()[fit],
        )
        name_icon_button(self, tr("Image shape"), tip)

    def menu_of_fits(self) -> QMenu:
        """Return the menu."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for fit, name in fit_names().items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(fit == self.fit)
            action.triggered.connect(partial(self._choose, fit))
            group.addAction(action)
        return menu

    def _choose(self, fit: Fit | None) -> None:
        self.show_fit(fit)
        self.chosen.emit(fit)

    def _open(self) -> None:
        menu = self.menu_of_fits()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _paint_icon(self) -> None:
        self.setIcon(self._theme.icon("images"))

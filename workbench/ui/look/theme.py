"""Light or dark, by the system or by the person's choice: the palette and the one style sheet."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from workbench.ui.look.icons import icon
from workbench.ui.look.style_sheet import style_sheet
from workbench.ui.look.tokens import DARK, LIGHT, Colors


class AppearanceSetting(Protocol):
    """Whatever keeps the appearance that a person chose."""

    @property
    def scheme(self) -> str:
        """`light`, `dark`, or `system`."""
        ...


class Theme(QObject):
    """The colours in use; `changed` is emitted after they have changed everywhere Qt paints by itself.

    `changing` is emitted before: Qt polishes every widget there is, so what need not be there had better go.
    """

    changing = Signal()
    changed = Signal()

    def __init__(self, application: QApplication, settings: AppearanceSetting) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self.colors: Colors = LIGHT
        self._applied: Colors | None = None
        application.setStyle("fusion")
        application.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    def apply(self) -> None:
        """Apply the settings, and the system's scheme where they say so."""
        chosen = self._settings.scheme
        system = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        colors = DARK if chosen == "dark" or (chosen == "system" and system) else LIGHT
        if colors is self._applied:
            return  # Nothing would change, and all widgets are polished.
        self.changing.emit()
        self.colors = self._applied = colors
        # Without a sheet in between, each widget would be polished once for every one around it: a second instead of a
        # quarter of it.
        self._application.setStyleSheet("")
        self._application.setPalette(_palette(self.colors))
        self._application.setStyleSheet(style_sheet(self.colors))
        self.changed.emit()

    def icon(self, meaning: str, color: str | None = None) -> QIcon:
        """Return an icon in the colour of text, whichever that is when it is painted, or in the one given."""
        return icon(meaning, color)


def _palette(colors: Colors) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for color_role, color in {
        role.Window: colors.page,
        role.Base: colors.panel,
        role.AlternateBase: colors.page,
        role.Button: colors.raised,
        role.ToolTipBase: colors.raised,
        role.WindowText: colors.text,
        role.Text: colors.text,
        role.ButtonText: colors.text,
        role.ToolTipText: colors.text,
        role.PlaceholderText: colors.muted,
        role.Highlight: colors.accent,
        role.HighlightedText: colors.on_accent,
        role.Link: colors.accent,
        role.Mid: colors.line,
        role.Dark: colors.line,
        role.Light: colors.raised,
        role.Accent: colors.accent,
    }.items():
        palette.setColor(color_role, QColor(color))
    for color_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, color_role, QColor(colors.muted))
    return palette

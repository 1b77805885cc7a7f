"""A button that tells when it comes and goes, for where the focus of the keyboard is to be."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton

# The focus comes back by itself after these.
_BRIEF = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class ActButton(QPushButton):
    """Sends itself with every signal. Overrides, not an event filter: that is called for a widget half deleted."""

    came = Signal(object)  # It can be pressed from now on.
    went = Signal(object)  # It had the focus, and can no longer be pressed.
    left = Signal(object)  # The focus went elsewhere, while it could be pressed.

    _held = False  # Whether it has the focus, or Qt took it for a reason that is still to be told.

    @property
    def can_be_pressed(self) -> bool:
        """Whether it is shown and enabled."""
        return self.isVisible() and self.isEnabled()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's names, here and below
        super().focusInEvent(event)
        self._held = True

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        if self.can_be_pressed and event.reason() not in _BRIEF:
            self._held = False
            self.left.emit(self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self._tell()

    def _tell(self) -> None:
        if self.can_be_pressed:
            self.came.emit(self)
        elif self._held:
            self._held = False
            self.went.emit(self)

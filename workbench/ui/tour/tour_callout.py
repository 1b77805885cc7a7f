"""What the tour says, with the buttons that lead through it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.ui.controls.text import button, label, set_kind
from workbench.ui.look.tokens import LARGE, MEDIUM, SMALL
from workbench.ui.services.translation import tr

_WIDTH = 336


class TourCallout(QFrame):
    """Takes the keys as long as it has the focus: Enter presses its button, Escape skips the rest."""

    next_requested = Signal()
    back_requested = Signal()
    skip_requested = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        set_kind(self, "callout")
        self.count, self.title, self.text = label("", "small"), label("", "section"), label("", wrap=True)
        self.waits_for = label("", "muted", wrap=True)
        self.skip = button(tr("Skip (Esc)"), flat=True)
        self.back = button(tr("Back"))
        self.next = button("", primary=True)
        for act, signal in (
            (self.skip, self.skip_requested),
            (self.back, self.back_requested),
            (self.next, self.next_requested),
        ):
            act.clicked.connect(signal)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, LARGE)
        column.setSpacing(SMALL)
        for line in (self.count, self.title, self.text, self.waits_for):
            column.addWidget(line)
        column.addSpacing(SMALL)
        column.addLayout(row)

    def say(self, place: int, total: int, title: str, text: str) -> None:
        """Say a step; places are counted from 0."""
        self.count.setText(tr("{number} of {total}", number=place + 1, total=total))
        self.title.setText(title)
        self.text.setText(text)
        is_last = place == total - 1
        self.next.setText(tr("Done") if is_last else tr("Next"))
        self.next.setAccessibleName(self.next.text())
        self.back.setEnabled(place > 0)
        self.skip.setVisible(not is_last)
        self.setAccessibleName(tr("Tour, {number} of {total}: {title}", number=place + 1, total=total, title=title))

    def say_waiting(self, waits_for: str) -> None:
        """Say what a locked step waits for, in a sentence or not at all, and be as high as all of it needs."""
        self.waits_for.setText(waits_for)
        self.waits_for.setVisible(bool(waits_for))
        self.setAccessibleDescription(f"{self.text.text()} {waits_for}".strip())
        self._column.activate()
        self.resize(_WIDTH, self._column.totalHeightForWidth(_WIDTH))

    def announce(self) -> None:
        """Let a screen reader read it, though the focus stays on the button."""
        words = f"{self.accessibleName()}. {self.accessibleDescription()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.skip_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

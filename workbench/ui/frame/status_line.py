"""The line at the bottom: what just happened, Undo and Redo; and above the page, what went wrong."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.ui.controls.key_words import key_words
from workbench.ui.controls.text import Elided, button, icon_button, label, set_kind, set_tooltip
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import HUGE, LARGE, MEDIUM, SMALL
from workbench.ui.services.history import REDO_KEYS, History
from workbench.ui.services.translation import tr

_TO_READ = 5.0  # seconds
_STAYS = 60_000  # milliseconds that a line stays; what has to be acted on is a banner
_MOST = 420  # characters of a sentence above the page: more would leave a small window no room for it


class StatusLine(QWidget):
    """Says one line; Undo and Redo stand beside it while there is something to undo or to do again."""

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, history: History, theme: Theme) -> None:
        super().__init__()
        self._history = history
        set_kind(self, "status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(40)
        row = QHBoxLayout(self)
        row.setContentsMargins(HUGE, 0, LARGE, 0)
        row.setSpacing(MEDIUM)
        self.text = Elided("", "muted", cut=Qt.TextElideMode.ElideRight)
        self.undo = button(tr("Undo"), flat=True, icon=theme.icon("undo"))
        self.redo = button(tr("Redo"), flat=True, icon=theme.icon("redo"))
        self.undo.clicked.connect(self.undo_requested)
        self.redo.clicked.connect(self.redo_requested)
        row.addWidget(self.text, 1)
        for act in (self.undo, self.redo):
            # If one took the other's place, a click too many on Undo would do it all again.
            policy = act.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            act.setSizePolicy(policy)
            row.addWidget(act)
        self._said_at = 0.0
        self.fading = QTimer(self, singleShot=True)
        self.fading.timeout.connect(self._fade)
        history.changed.connect(self._renew)
        self._renew()

    def say(self, text: str) -> None:
        """Show a line, until another comes, it is old, or the person goes on to another page."""
        self.text.setText(text)
        self._said_at = time.monotonic()
        self.fading.start(_STAYS)

    def turn_page(self) -> None:
        """Take the line away, which belongs to the page before, as soon as there was time to read it."""
        left = _TO_READ - (time.monotonic() - self._said_at)
        if left > 0:
            self.fading.start(round(1000 * left))
        else:
            self.text.setText("")

    def _fade(self) -> None:
        if self.window().isActiveWindow():
            self.text.setText("")
        else:
            # Nobody was here to read it: it waits until somebody is.
            self.fading.start()

    def _renew(self) -> None:
        _show(self.undo, self._history.next_undo, ("Ctrl+Z",))
        _show(self.redo, self._history.next_redo, REDO_KEYS)


def _show(act: QPushButton, step: str | None, keys: Sequence[str]) -> None:
    """Show what a button would undo or do again, and the keys for it; without a step, no button."""
    named = "/".join(map(key_words, keys))
    act.setVisible(step is not None)
    set_tooltip(act, f"{step} ({named})" if step else "")


class Banner(QWidget):
    """A sentence above the page; a complaint can be closed, a state of things stays; a long one is whole on hover."""

    closed = Signal()  # The person has read it.
    taken = Signal()  # The person takes up what it offers.

    def __init__(self, text: str, theme: Theme, *, complaint: bool, offer: str = "") -> None:
        super().__init__()
        self.setAccessibleName(text)
        self.whole = text
        frame = QFrame()
        set_kind(frame, "complaint" if complaint else "banner")
        # The distance to what is above comes and goes with the banner.
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, MEDIUM, 0, 0)
        whole.addWidget(frame)
        row = QHBoxLayout(frame)
        row.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        self.text = label(text if len(text) <= _MOST else text[:_MOST].rstrip() + "…", wrap=True)
        if len(text) > _MOST:
            set_tooltip(self.text, text)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self.text, 1)
        if offer:
            act = button(offer)
            act.clicked.connect(self.taken)
            row.addWidget(act, 0, Qt.AlignmentFlag.AlignTop)
        if complaint:
            close = icon_button(theme.icon("close"), tr("Close this message"))
            close.clicked.connect(self.closed)
            row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)


class Banners(QWidget):
    """The banners above the page: at most one complaint, the newest."""

    closed = Signal()  # The person has closed the complaint.

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._complaint: Banner | None = None
        self._complained_at = 0.0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(HUGE, 0, HUGE, 0)
        self._column.setSpacing(0)

    def state(self, text: str, *, offer: str = "", on_taken: Callable[[], None] | None = None) -> None:
        """Show how things are, for as long as the project is open; `offer` and `on_taken` are as in `complain`."""
        banner = Banner(text, self._theme, complaint=False, offer=offer)
        if on_taken is not None:
            banner.taken.connect(on_taken)
        self._column.addWidget(banner)

    def complain(self, text: str, *, offer: str = "", on_taken: Callable[[], None] | None = None) -> None:
        """Show what went wrong until the person closes it or something else goes wrong.

        `offer` is what a button beside it says, and `on_taken` what it does.
        """
        self.clear_complaint()
        self._complaint = Banner(text, self._theme, complaint=True, offer=offer)
        if on_taken is not None:
            self._complaint.taken.connect(on_taken)
        self._complained_at = time.monotonic()
        self._complaint.closed.connect(self.clear_complaint)
        self._complaint.closed.connect(self.closed)
        self._column.addWidget(self._complaint)

    @property
    def complaint(self) -> str:
        """The complaint shown, empty without one."""
        return self._complaint.whole if self._complaint is not None else ""

    def clear_old_complaint(self) -> None:
        """Take the complaint away if there was time to read it: something has gone well since."""
        if self._complaint is not None and time.monotonic() - self._complained_at > _TO_READ:
            self.clear_complaint()

    def withdraw(self, text: str) -> None:
        """Take the complaint away if it is that one."""
        if self.complaint == text:
            self.clear_complaint()

    def clear_complaint(self) -> None:
        """Take the complaint away."""
        if self._complaint is not None:
            self._complaint.hide()
            self._complaint.deleteLater()
            self._complaint = None

"""The head of the page Check: the progress of the work or why there can be none, and the two buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.ui.controls.text import button, label, set_kind, set_tooltip
from workbench.ui.look.tokens import LARGE, SMALL, TINY
from workbench.ui.services.translation import tr

_WORDS = 500  # most pixels for the words beside the button


class CheckHead(QWidget):
    """Words, Cancel while something is measured, and the page's one action: to test one, or to compare several."""

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "muted", wrap=True)
        self.cancel = button(tr("Cancel"))
        self.act = button(tr("Start test"), primary=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # Two lines whatever is said, so that the page below stays where it is.
        self.words.setFixedHeight(2 * self.words.fontMetrics().lineSpacing() + TINY)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        for widget in (self.words, self.cancel, self.act):
            row.addWidget(widget)

    def show_progress(self, words: str) -> None:
        """Show the progress of the work under way."""
        self._say(words, "muted")
        self.cancel.show()
        self._renew_act(can=False, why=words)

    def show_rest(self, unsupported_reason: str, chosen: int, *, is_told: bool = False) -> None:
        """Say what can be done while nothing is under way: why nothing, or what with so many chosen.

        Where `is_told`, the reason stands elsewhere in the window already, and here only in the button's tooltip.
        """
        words = unsupported_reason or ("" if chosen else tr("Select a model to test."))
        self._say("" if is_told else words, "warn" if unsupported_reason else "muted")
        self.cancel.hide()
        several = chosen > 1
        self.act.setText(tr("Compare") if several else tr("Start test"))
        self.act.setAccessibleName(self.act.text())
        compared = tr("Evaluate the selected models and the baselines on the same episodes") if several else ""
        self._renew_act(can=not words, why=words or compared)

    def _renew_act(self, *, can: bool, why: str) -> None:
        self.act.setEnabled(can)
        set_tooltip(self.act, why)

    def _say(self, words: str, kind: str) -> None:
        self.words.setText(words)
        set_tooltip(self.words, words)
        # One line where there is room, else two that are about as long as each other.
        wide = self.words.fontMetrics().horizontalAdvance(words)
        self.words.setFixedWidth(min(_WORDS, wide + LARGE if wide < _WORDS else wide * 3 // 5))
        set_kind(self.words, kind)

"""Where the focus of the keyboard goes when the button that has it goes away by its own click."""

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workbench.ui.controls.act_button import ActButton


class HeldFocus(QObject):
    """Keeps the focus where the person acts when a button is hidden or disabled while it has the focus.

    Qt would move it to whatever comes next, as the first step of the rail, where a press of Space leaves the page. Here
    one of `heirs` gets it that can be pressed, or else `page`, until one of them can; and the button that was pressed
    gets it back when its only heir goes away in turn. A focus that the person has moved meanwhile stays where it
    is. It is so for all buttons that the page has when this is made, and for those of what is to `watch` later.
    """

    def __init__(self, page: QWidget, *heirs: ActButton) -> None:
        super().__init__(page)
        self._page, self._heirs = page, heirs
        self._pressed: ActButton | None = None  # The button that gets the focus back.
        self._waits = False  # Whether the page has the focus in place of a button.
        self.watch(page)

    def watch(self, part: QWidget) -> None:
        """Keep the focus when a button of this part of the page goes away, too."""
        for act in part.findChildren(ActButton):
            act.went.connect(self._hand_on)
            act.came.connect(self._on_came)
            act.left.connect(self._on_left)

    def _hand_on(self, gone: ActButton) -> None:
        # While the page is deleted, its buttons are hidden.
        if not shiboken6.isValid(self._page) or not self._page.isVisible():
            return
        if gone not in self._heirs:
            self._pressed = gone
        elif len(self._heirs) > 1:
            self._pressed = None
        heirs = [act for act in (self._pressed, *self._heirs) if act is not None and act is not gone]
        heir = next((act for act in heirs if act.can_be_pressed), self._page)
        self._waits = heir is self._page
        heir.setFocus()

    def _on_came(self, act: ActButton) -> None:
        if self._waits and act in (self._pressed, *self._heirs):
            self._waits = False
            if self._page.window().focusWidget() is self._page:
                act.setFocus()

    def _on_left(self, act: ActButton) -> None:
        if not self._waits:
            self._pressed = None

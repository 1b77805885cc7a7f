"""The order in which Tab goes through a form whose fields were not made in the order they are shown."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLayout, QRadioButton, QWidget


def tab_in_layout_order(widget: QWidget, after: QWidget) -> None:
    """Make Tab go from `after` through all that takes the focus in the widget's layouts, from the first to the last."""
    for field in _fields(widget):
        if field is not after:
            QWidget.setTabOrder(after, field)
            after = field


def tab_to_chosen(group: QButtonGroup) -> None:
    """Make Tab go to the chosen one of a group of buttons, from which the arrow keys go to the others.

    Qt goes to the first one, where an arrow key would change the choice.
    """

    def renew() -> None:
        for choice in group.buttons():
            policies = Qt.FocusPolicy
            choice.setFocusPolicy(policies.StrongFocus if choice.isChecked() else policies.ClickFocus)

    group.buttonToggled.connect(renew)
    renew()


def _fields(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QRadioButton):
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _inside(layout)


def _inside(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _fields(widget)
        elif inner is not None:
            yield from _inside(inner)

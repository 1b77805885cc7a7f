"""The bar that shows how many classes have each role, in its colours, and the legend to it."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.operations.tasks.split_classes import WHAT_ROLES_MEAN
from workbench.ui.controls.text import label, set_tooltip
from workbench.ui.images.roles import ROLE_NAMES, role_name
from workbench.ui.look.tokens import CLASS_COLORS, SMALL, TINY
from workbench.ui.services.translation import number, say

_COLORS: dict[str, str] = dict(zip(ROLE_NAMES, CLASS_COLORS, strict=False))
_GAP = 2


def paint_roles(painter: QPainter, box: QRectF, counts: Mapping[str, int]) -> None:
    """Paint the bar of roles: train, validation and test from left to right, each as wide as its share."""
    nonzero = [(role, counts[role]) for role in ROLE_NAMES if counts.get(role)]
    total, left = sum(count for _, count in nonzero), box.left()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    room = box.width() - _GAP * (len(nonzero) - 1)
    for role, count in nonzero:
        width = room * count / total
        painter.setBrush(QColor(_COLORS[role]))
        painter.drawRoundedRect(QRectF(left, box.top(), width, box.height()), 2, 2)
        left += width + _GAP
    painter.restore()


class RoleLegend(QWidget):
    """Says which colour of the bars is which role and how many classes have it; on hover, what the roles mean."""

    def __init__(self) -> None:
        super().__init__()
        set_tooltip(self, say(WHAT_ROLES_MEAN))
        self.counts = {role: label("", "small") for role in ROLE_NAMES}
        grid = QGridLayout(self)
        grid.setContentsMargins(TINY, 0, TINY, 0)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for line, role in enumerate(ROLE_NAMES):
            grid.addWidget(_Swatch(_COLORS[role]), line, 0)
            grid.addWidget(label(role_name(role), "small"), line, 1)
            grid.addWidget(self.counts[role], line, 2)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many classes have each role."""
        for role, count_label in self.counts.items():
            count_label.setText(number(counts.get(role, 0)))


class _Swatch(QWidget):
    def __init__(self, color: str) -> None:
        super().__init__()
        self._color = color
        self.setFixedSize(10, 10)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._color))
        painter.drawRoundedRect(self.rect(), 2, 2)

"""The key of a plot: a small drawing of each thing in it, and what it is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.ui.controls.text import Elided
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import TINY

_WIDTH, _HEIGHT = 14, 14


class Swatch(QWidget):
    """A line, a dashed line or a dot in one of the theme's colours."""

    def __init__(self, kind: str, color: str, theme: Theme) -> None:
        super().__init__()
        self._kind = kind
        self._color = color
        self._theme = theme
        self.setFixedSize(QSize(_WIDTH, _HEIGHT))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(getattr(self._theme.colors, self._color))
        centre = _HEIGHT / 2
        if self._kind == "dot":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(QRectF(_WIDTH / 2 - 4, centre - 4, 8, 8))
            return
        style = Qt.PenStyle.DashLine if self._kind == "dashes" else Qt.PenStyle.SolidLine
        painter.setPen(QPen(color, 1.5 if self._kind == "dashes" else 2.0, style))
        painter.drawLine(0, round(centre), _WIDTH, round(centre))


class PlotKey(QWidget):
    """Rows of swatches with words that can change."""

    def __init__(self, theme: Theme, *rows: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        self.words: list[Elided] = []
        self._rows: list[QHBoxLayout] = []  # The row of each of the words.
        for things in rows:
            row = QHBoxLayout()
            row.setSpacing(TINY)
            column.addLayout(row)
            for index, (kind, color) in enumerate(things):
                row.addSpacing(TINY if index else 0)
                row.addWidget(Swatch(kind, color, theme))
                self.words.append(Elided("", "small", cut=Qt.TextElideMode.ElideRight))
                self._rows.append(row)
                row.addWidget(self.words[-1], 1)

    def say(self, *words: str) -> None:
        """Say what each thing is, row by row."""
        for line, row, text in zip(self.words, self._rows, words, strict=True):
            line.setText(text)
            # Where there is no room for all, each gives up as much as it has.
            row.setStretchFactor(line, 1 + line.fontMetrics().horizontalAdvance(text))

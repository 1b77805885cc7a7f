"""A small picture of what a few steps do to a network: its error at the points, and how far each layer moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import BODY_TEXT, MEDIUM, SMALL, mixed
from workbench.ui.services.translation import decimal, percent, tr

_LINES = 4  # of text: a title, and three layers
_SHARE = 0.42  # of the width that the errors take
_BAR = 8  # pixels of height
_TINY = 1e-9


@dataclass(frozen=True)
class AdaptingView:
    """What is shown: errors at the points after each step, how far layers moved by now, and what both halves share.

    `most_loss` and `most_moved` are where the pictures of both halves end, so that they can be compared.
    """

    losses: tuple[float, ...] = ()
    step: int = 0
    moved: tuple[float, ...] = ()
    most_loss: float = 1.0
    most_moved: float = 1.0


class AdaptingPicture(QWidget):
    """Errors at the left, layers at the right; empty while nothing may be shown."""

    def __init__(self, theme: Theme, color: str) -> None:
        super().__init__()
        self._theme, self._color = theme, color
        self.view = AdaptingView()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_view(self, view: AdaptingView) -> None:
        """Show something else."""
        self.view = view
        self.speak()
        self.update()

    def speak(self) -> None:
        """Say the numbers in the language that the window speaks now, for whoever cannot see the picture."""
        self.setAccessibleName(tr("How the network changes"))
        layers = zip(_layer_names(), self.view.moved, strict=False)
        words = [tr("{layer}: moved {share}", layer=name, share=percent(moved)) for name, moved in layers]
        if self.view.losses:
            words.insert(0, self.titled(self.view.losses[self.view.step]))
        self.setAccessibleDescription("; ".join(words))
        self.update()

    def titled(self, error: float | None) -> str:
        """Return what the errors are, with the one at the step that is shown, if any is."""
        if error is None:
            return tr("Error at the points")
        return tr("Error at the points: {error}", error=error_shown(error))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's names, here and below
        return QSize(300, _LINES * self._line() + SMALL)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(BODY_TEXT)
        painter.setFont(font)
        split = self.width() * _SHARE
        self._paint_losses(painter, QRectF(0, 0, split - MEDIUM, self.height()))
        self._paint_layers(painter, QRectF(split, 0, self.width() - split, self.height()))

    def _paint_losses(self, painter: QPainter, box: QRectF) -> None:
        colors, view = self._theme.colors, self.view
        own = QColor(getattr(colors, self._color))
        painter.setPen(QColor(colors.muted))
        title = self.titled(view.losses[view.step] if view.losses else None)
        _write(painter, QRectF(box.left(), 0, box.width(), self._line()), title)
        plot = box.adjusted(4, self._line() + 4, -4, -6)
        painter.setPen(QPen(QColor(colors.line), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        if len(view.losses) < 2:
            return
        places = [self._place(plot, step, loss) for step, loss in enumerate(view.losses)]
        painter.setPen(QPen(QColor(mixed(colors.panel, getattr(colors, self._color), 0.5)), 2))
        painter.drawPolyline(places)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(own)
        painter.drawEllipse(places[view.step], 5, 5)

    def _place(self, plot: QRectF, step: int, loss: float) -> QPointF:
        share = min(1.0, loss / max(self.view.most_loss, _TINY)) if isfinite(loss) else 1.0
        across = plot.left() + plot.width() * step / (len(self.view.losses) - 1)
        return QPointF(across, plot.bottom() - share * plot.height())

    def _paint_layers(self, painter: QPainter, box: QRectF) -> None:
        colors, line, names = self._theme.colors, self._line(), _layer_names()
        painter.setPen(QColor(colors.muted))
        _write(painter, QRectF(box.left(), 0, box.width(), line), tr("How far each layer moved"))
        metrics = QFontMetrics(painter.font())
        wide = max(map(metrics.horizontalAdvance, names)) + SMALL
        number = metrics.horizontalAdvance("100 %") + SMALL
        for row, name in enumerate(names, 1):
            painter.setPen(QColor(colors.text))
            _write(painter, QRectF(box.left(), row * line, wide, line), name)
            bar = QRectF(box.left() + wide, row * line + (line - _BAR) / 2, box.width() - wide - number, _BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.line))
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
            if row > len(self.view.moved):
                continue
            moved = self.view.moved[row - 1]
            share = min(1.0, moved / max(self.view.most_moved, _TINY)) if isfinite(moved) else 1.0
            painter.setBrush(QColor(getattr(colors, self._color)))
            if share > 0:
                painter.drawRoundedRect(bar.adjusted(0, 0, (share - 1) * bar.width(), 0), _BAR / 2, _BAR / 2)
            painter.setPen(QColor(colors.muted))
            end = QRectF(bar.right(), row * line, number, line)
            painter.drawText(end, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent(moved))

    def _line(self) -> int:
        font = self.font()
        font.setPixelSize(BODY_TEXT)
        return QFontMetrics(font).height() + 2


def error_shown(error: float) -> str:
    """Return a mean squared error as people read it."""
    return decimal(error, 2) if isfinite(error) else "∞"


def _layer_names() -> Sequence[str]:
    return tr("First layer"), tr("Second layer"), tr("Last layer")


def _write(painter: QPainter, box: QRectF, text: str) -> None:
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

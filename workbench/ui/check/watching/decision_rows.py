"""Paints what the run and transfer learning beside it take each query for, one row each."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.operations.evaluation.watching.watched import WatchedEpisode, WatchedStep
from workbench.ui.controls.text import set_tooltip
from workbench.ui.look.marks import paint_mark
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import SMALL, SMALL_TEXT, TINY
from workbench.ui.services.translation import number, percent, tr

_ROW = 22
_MOST_MARK, _LEAST_MARK = 14, 5


class DecisionRows(QWidget):
    """Shows the decisions after a step above those of transfer learning; a wrong one is crossed out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[tuple[str, tuple[int, ...] | None]] = []
        self._answers: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Decisions"))
        theme.changed.connect(self.update)

    @property
    def words(self) -> tuple[str, ...]:
        """What is said of each row."""
        return tuple(f"{name}: {self._share(named)}" for name, named in self._rows)

    def show_step(self, watched: WatchedEpisode, step: WatchedStep) -> None:
        """Show the decisions after a step."""
        self._answers = tuple(image.label for image in watched.queries)
        self._rows = [(tr("This model"), step.named)]
        if watched.beside is not None:
            self._rows.append((tr("Transfer learning"), watched.beside.named))
        self.setAccessibleDescription(". ".join(self.words))
        text = tr(
            "Transfer learning: a plain linear classifier on this model's own network, fitted to the same examples."
        )
        set_tooltip(self, text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's names, here and below
        return QSize(160, 2 * _ROW)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(SMALL_TEXT)
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(font)
        left = max((metrics.horizontalAdvance(name) for name, _ in self._rows), default=0) + SMALL
        right = max((metrics.horizontalAdvance(self._share(named)) for _, named in self._rows), default=0) + SMALL
        middle = Qt.AlignmentFlag.AlignVCenter
        for row, (name, named) in enumerate(self._rows):
            line = QRectF(0, row * _ROW, self.width(), _ROW)
            painter.setPen(QColor(self._theme.colors.text))
            painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignLeft), name)
            painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignRight), self._share(named))
            if named is not None:
                self._paint_marks(painter, line.adjusted(left, 0, -right, 0), named)

    def _paint_marks(self, painter: QPainter, line: QRectF, named: tuple[int, ...]) -> None:
        across = min(line.width() / max(len(named), 1), _MOST_MARK + SMALL)
        size = max(min(across - TINY, _MOST_MARK), _LEAST_MARK)
        for query, label in enumerate(named):
            box = QRectF(line.left() + query * across, line.center().y() - size / 2, size, size)
            paint_mark(painter, box, label)
            if label != self._answers[query]:
                painter.setPen(QPen(QColor(self._theme.colors.bad), 2))
                painter.drawLine(box.bottomLeft(), box.topRight())

    def _share(self, named: tuple[int, ...] | None) -> str:
        if named is None or not self._answers:
            return tr("no decision yet")
        right = sum(one == other for one, other in zip(named, self._answers, strict=True))
        return tr("{right} of {total} right ({percent})", right=number(right), total=number(len(named)),
                  percent=percent(right / len(named)))  # fmt: skip

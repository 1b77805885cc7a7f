"""Labels and buttons in the window's type and kinds."""

import re
from unicodedata import category

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QLabel,
    QListWidgetItem,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from workbench.ui.controls.act_button import ActButton

_LONG_WORD = re.compile(r"\S{21,}")
_PART = re.compile(r"[^-_/\\]*[-_/\\]*")  # of a name such as Oatly-Oat-Milk, with the sign that ends it
_BREAK = "\u200b"  # An invisible space.


def label(text: str = "", kind: str = "body", *, wrap: bool = False) -> QLabel:
    """Return a label; kinds are figure, title, section, strong, body, muted, small, good, warn, bad."""
    widget = Wrapped(text) if wrap else QLabel(text)
    widget.setProperty("kind", kind)
    # A project may be called <b>.
    widget.setTextFormat(Qt.TextFormat.PlainText)
    return widget


class Wrapped(QLabel):
    """Several lines; a word that is longer than any line, as a name may be, is wrapped rather than cut at the edge."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._whole = ""
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's names
        self._whole = text
        super().setText(_LONG_WORD.sub(lambda word: _in_parts(word.group()), text))

    def text(self) -> str:
        return self._whole


def _in_parts(word: str) -> str:
    """Let a long name be wrapped between its parts, and inside one only where that is long itself."""
    parts = (part for part in _PART.findall(word) if part)
    return _BREAK.join(_LONG_WORD.sub(lambda long: _breakable(long.group()), part) for part in parts)


def _breakable(word: str) -> str:
    """Let a word be wrapped before any letter, not between a letter and its accent."""
    joined = [letter if category(letter).startswith(("M", "Cf")) else _BREAK + letter for letter in word]
    return "".join(joined).removeprefix(_BREAK)


def plain(text: str) -> str:
    """Return a text so that a tooltip shows it literally, even if it resembles HTML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "<span>{}</span>".format(escaped.replace("\n", "<br>")) if escaped != text else text


def set_tooltip(tipped: QWidget | QAction | QListWidgetItem | QGraphicsItem, text: str) -> None:
    """Give a tooltip that shows a text literally: a project may be called <b>, and an image <img src=…>."""
    tipped.setToolTip(plain(text))


def set_kind(widget: QWidget, kind: str) -> None:
    """Change what a widget is to the style sheet."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def button(text: str, *, primary: bool = False, flat: bool = False, icon: QIcon | None = None) -> ActButton:
    """Return a button: the page's one primary action, a flat one, or a plain one."""
    widget = ActButton(text)
    if primary or flat:
        widget.setProperty("kind", "primary" if primary else "flat")
    if icon is not None:
        widget.setIcon(icon)
    widget.setAccessibleName(text)
    # Wider than its icon, which then stands a little apart from the text.
    widget.setIconSize(QSize(22, 16))
    widget.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return widget


def icon_button(icon: QIcon, name: str) -> QToolButton:
    """Return a button that shows only an icon; `name` is its tooltip and what a screen reader says."""
    widget = QToolButton()
    widget.setIcon(icon)
    name_icon_button(widget, name)
    return widget


def name_icon_button(widget: QToolButton, name: str, tip: str = "") -> None:
    """Let a button that shows only an icon be known by its name, and by a longer tooltip where there is one."""
    set_tooltip(widget, tip or name)
    widget.setAccessibleName(name)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def rule() -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame()
    line.setProperty("kind", "line")
    line.setFixedHeight(1)
    return line


class Elided(QLabel):
    """One line that is cut where there is no room, and shows the whole text on hover.

    Names and paths lose their middle, as both ends distinguish them; sentences are better `cut` at the right.
    """

    def __init__(
        self, text: str = "", kind: str = "body", *, cut: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle
    ) -> None:
        super().__init__()
        self._cut = cut
        self.setText(text)
        self.setProperty("kind", kind)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(24)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        super().setText(text)
        set_tooltip(self, text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        elided = QFontMetrics(self.font()).elidedText(
            " ".join(self.text().split("\n")), self._cut, self.width() - max(0, self.indent())
        )
        box = self.rect().adjusted(max(0, self.indent()), 0, 0, 0)
        self.style().drawItemText(
            painter, box, int(self.alignment()), self.palette(), self.isEnabled(), elided, self.foregroundRole()
        )

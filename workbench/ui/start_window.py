"""The first window: what the program is, and the commands that do the main job."""

import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget


@dataclass(frozen=True)
class Colors:
    """The colours this window is painted with, as `#RRGGBB`."""

    page: str
    panel: str
    text: str
    muted: str
    line: str


LIGHT = Colors(page="#F7F8FA", panel="#FFFFFF", text="#1B1F27", muted="#5B6472", line="#DDE1E8")
DARK = Colors(page="#16181D", panel="#1E2128", text="#E8EAEF", muted="#9AA3B2", line="#343944")


class StartWindow(QWidget):
    """Says what the program is and what to run; names the project it was opened with, if any."""

    def __init__(self, project: Path | None = None) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Meta-Learning Workbench"))
        self.resize(960, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(_label(self.tr("Meta-Learning Workbench"), "title"))
        column.addWidget(_label(self.tr("Nothing leaves this computer. Your images are never changed."), "body"))
        if project is not None:
            opened = self.tr("Opened project: {name}").format(name=project.stem)
            column.addWidget(_label(opened, "section"))
        column.addWidget(_label(self.tr("The work is done in a terminal, in the program's folder:"), "muted"))
        column.addWidget(self._commands(project))
        self._paint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()

    def _commands(self, project: Path | None) -> QPlainTextEdit:
        text = QPlainTextEdit("\n".join(self._lines(project)))
        text.setReadOnly(True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setAccessibleName(self.tr("Commands to run"))
        return text

    def _lines(self, project: Path | None) -> list[str]:
        file = shlex.quote(str(project)) if project is not None else "mine.mlwb"
        first = [
            _activation(),
            "",
            "# " + self.tr("The whole job on an example the program makes:"),
            "python main.py demo",
            "",
            "# " + self.tr("The same on your own images:"),
        ]
        job = ["import {} FOLDER", "train {} --approach prototypical", "evaluate {}"]
        job += ["label {} --examples EXAMPLES --images IMAGES --output labels.csv"]
        job += ["accept {} labels.csv", "export {} --format csv --output export.csv"]
        if project is None:
            job.insert(0, "new {}")
        return first + ["python main.py " + line.format(file) for line in job]

    def _paint(self) -> None:
        behind = QGuiApplication.palette().color(QPalette.ColorRole.Window)
        sheet = _style(DARK if behind.lightness() < 128 else LIGHT)
        if sheet != self.styleSheet():  # A new style sheet changes the palette, which comes back here.
            self.setStyleSheet(sheet)


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(kind)
    label.setTextFormat(Qt.TextFormat.PlainText)  # A project may be called <b>.
    label.setWordWrap(True)
    return label


def _activation() -> str:
    return r".venv\Scripts\activate" if sys.platform == "win32" else "source .venv/bin/activate"


def _style(colors: Colors) -> str:
    return f"""
        StartWindow {{ background: {colors.page}; }}
        QLabel {{ color: {colors.text}; font-size: 13px; }}
        QLabel#title {{ font-size: 20px; font-weight: 600; }}
        QLabel#section {{ font-size: 15px; font-weight: 600; }}
        QLabel#muted {{ color: {colors.muted}; }}
        QPlainTextEdit {{ background: {colors.panel}; color: {colors.text}; font-size: 13px;
                          border: 1px solid {colors.line}; border-radius: 8px; padding: 16px; }}
    """

"""The start page in the window, and above it what went wrong."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.frame.status_line import Banners
from workbench.ui.look.theme import Theme
from workbench.ui.services.jobs import Jobs
from workbench.ui.services.settings import Settings
from workbench.ui.start.start_page import StartPage

LAST_WORDS = "last words"  # Of the settings: a complaint that came too late to be shown before a project was closed.


class StartPlace(QWidget):
    """Shows `start` below `banners`, which take no room while there is nothing to say."""

    def __init__(self, settings: Settings, theme: Theme, jobs: Jobs) -> None:
        super().__init__()
        self.banners = Banners(theme)
        self.start = StartPage(settings, theme, jobs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banners)
        column.addWidget(self.start, 1)
        if last_words := settings.text(LAST_WORDS):
            self.banners.complain(last_words)
            settings.remember_text(LAST_WORDS, "")

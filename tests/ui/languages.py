"""The window in a language, for what has to fit in both."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLocale

from workbench.ui.services.translation import speak

LANGUAGES = ("en", "es")
PAGE = (1096, 762)  # what a page has of a window of 1280×800


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Speak a language, and afterwards the one before."""
    before, translators = QLocale(), speak(language, [])
    try:
        yield
    finally:
        for translator in translators:
            QCoreApplication.removeTranslator(translator)
        QLocale.setDefault(before)

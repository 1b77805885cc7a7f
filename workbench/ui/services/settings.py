"""The settings of the program as a whole, and the last state of its window."""

import os
import time
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from workbench.folders import settings_folder

LANGUAGES = ("system", "en", "es")
SCHEMES = ("system", "light", "dark")
_MOST_RECENT = 8


class Settings:
    """Reads and writes one settings file; a stored value that is no longer valid counts as not set."""

    def __init__(self) -> None:
        self._file = QSettings(str(settings_folder() / "window.ini"), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """One of LANGUAGES."""
        return self._one_of("language", LANGUAGES)

    @language.setter
    def language(self, value: str) -> None:
        self._file.setValue("language", value)

    @property
    def scheme(self) -> str:
        """One of SCHEMES."""
        return self._one_of("scheme", SCHEMES)

    @scheme.setter
    def scheme(self, value: str) -> None:
        self._file.setValue("scheme", value)

    @property
    def learns_from_searches(self) -> bool:
        """Whether a search asks what earlier ones on this computer found, and adds to it."""
        return bool(self.number("learns_from_searches", 1))

    @learns_from_searches.setter
    def learns_from_searches(self, value: bool) -> None:
        self.remember_number("learns_from_searches", int(value))

    @property
    def is_for_projector(self) -> bool:
        """Whether everything is larger, to be read from the back of a room."""
        return bool(self.number("projector", 0))

    @is_for_projector.setter
    def is_for_projector(self, value: bool) -> None:
        self.remember_number("projector", int(value))

    @property
    def knows_tour(self) -> bool:
        """Whether the person has seen the tour, or does not want to be offered it."""
        return bool(self.number("tour", 0))

    @knows_tour.setter
    def knows_tour(self, value: bool) -> None:
        self.remember_number("tour", int(value))

    def remember_model(self, project: Path, model: str) -> None:
        """Remember what a person chose to label with, a run's number or a name."""
        self.remember_text(model_key(project), model)

    def recent(self) -> tuple[Path, ...]:
        """Return the projects opened last, newest first, as they were when opened."""
        stored = self._file.value("recent", [])
        # A list of one comes back as a text.
        names = stored if isinstance(stored, list) else [stored]
        return tuple(Path(name) for name in names if isinstance(name, str) and name)

    def opened(self, project: Path) -> None:
        """Put a project at the head of the recent ones."""
        names = [str(project), *(str(path) for path in self.recent() if path != project)]
        self._file.setValue("recent", names[:_MOST_RECENT])
        self.remember_number(f"opened.{_hash_of(project)}", int(time.time()))

    def opened_at(self, project: Path) -> int:
        """Return when a project was opened last, in seconds since 1970; 0 where that is not known."""
        return self.number(f"opened.{_hash_of(project)}", 0)

    def forget(self, project: Path) -> None:
        """Take a project out of the recent ones; the file stays where it is."""
        self._file.setValue("recent", [str(path) for path in self.recent() if path != project])

    def layout(self, name: str) -> QByteArray:
        """Return the remembered geometry or splitter state of that name, empty where there is none."""
        stored = self._file.value(f"places/{name}")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def remember_layout(self, name: str, state: QByteArray) -> None:
        """Remember a geometry or a splitter's state."""
        self._file.setValue(f"places/{name}", state)

    def number(self, name: str, default: int) -> int:
        """Return a remembered whole number, such as the size of thumbnails."""
        stored = self._file.value(f"numbers/{name}", default)
        return int(stored) if isinstance(stored, int) or (isinstance(stored, str) and stored.isdecimal()) else default

    def remember_number(self, name: str, value: int) -> None:
        """Remember a whole number."""
        self._file.setValue(f"numbers/{name}", value)

    def text(self, name: str) -> str:
        """Return a remembered text, empty where there is none."""
        stored = self._file.value(f"texts/{name}", "")
        return stored if isinstance(stored, str) else ""

    def remember_text(self, name: str, value: str) -> None:
        """Remember a text, such as the folder opened last."""
        self._file.setValue(f"texts/{name}", value)

    def page_of(self, project: Path) -> str:
        """Return the page that was shown last of a project, empty where that is not known."""
        return self.text_of(project, "page")

    def remember_page(self, project: Path, page: str) -> None:
        """Remember the page that is shown of a project."""
        self.remember_text_of(project, "page", page)

    def text_of(self, project: Path, name: str) -> str:
        """Return a text remembered for a project, empty where there is none."""
        return self.text(_key_of(project, name))

    def remember_text_of(self, project: Path, name: str, value: str) -> None:
        """Remember a text for a project, such as what is chosen on a page; an empty one is forgotten."""
        if value:
            self.remember_text(_key_of(project, name), value)
        else:
            self._file.remove(f"texts/{_key_of(project, name)}")

    def save(self) -> None:
        """Write what was set to the disk now."""
        self._file.sync()

    def _one_of(self, name: str, known: tuple[str, ...]) -> str:
        stored = self._file.value(name, known[0])
        return stored if isinstance(stored, str) and stored in known else known[0]


def _key_of(project: Path, name: str) -> str:
    return f"{name}.{_hash_of(project)}"


def model_key(project: Path) -> str:
    """Return the name under which what a person labels with in a project is remembered."""
    return _key_of(project, "label.run")


def _hash_of(project: Path) -> str:
    # A path may contain characters with a meaning in a settings file.
    return sha256(os.fsencode(project)).hexdigest()[:16]

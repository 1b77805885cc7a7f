"""What is remembered between two starts, and what happens to a settings file that makes no sense."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject

from workbench.folders import settings_folder
from workbench.ui.services.settings import Settings


def test_choices_are_there_after_a_restart(qapp: QObject) -> None:
    settings = Settings()
    settings.language, settings.scheme = "es", "dark"
    settings.remember_number("thumbnails", 160)
    settings.remember_layout("window", QByteArray(b"somewhere"))
    settings.save()
    again = Settings()
    assert (again.language, again.scheme, again.number("thumbnails", 96)) == ("es", "dark", 160)
    assert again.layout("window") == QByteArray(b"somewhere")


def test_the_project_opened_last_comes_first_and_each_only_once(qapp: QObject) -> None:
    settings = Settings()
    for name in ("one", "two", "one"):
        settings.opened(Path(f"/{name}.mlwb"))
    assert settings.recent() == (Path("/one.mlwb"), Path("/two.mlwb"))
    settings.forget(Path("/one.mlwb"))
    settings.save()
    assert Settings().recent() == (Path("/two.mlwb"),)


def test_a_settings_file_of_nonsense_counts_as_nothing_set(qapp: QObject) -> None:
    (settings_folder() / "window.ini").write_bytes(b"[General]\nlanguage=xx\nscheme=@Invalid()\n\xff\x00\nrecent=3\n")
    settings = Settings()
    assert (settings.language, settings.scheme) == ("system", "system")
    assert settings.number("thumbnails", 128) == 128

"""Pictures come from threads that touch nothing of the window's thread, however early a project is closed."""

import threading
import weakref
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from workbench.errors import UserError
from workbench.ui.services.thumbnails import Thumbnails
from workbench.words import marked, message

PATH = Path("oak.png")


def grey(path: Path, sha256: bytes, longest: int) -> NDArray[np.uint8]:
    return np.full((8, 8, 3), sha256[0], np.uint8)


def test_every_picture_that_was_asked_for_comes(qtbot: QtBot) -> None:
    thumbnails = Thumbnails(grey)
    asked = [bytes([number]) for number in range(40)]
    qtbot.waitUntil(lambda: None not in [thumbnails.picture(PATH, sha256) for sha256 in asked])
    picture = thumbnails.picture(PATH, asked[7])
    assert picture is not None
    assert picture.toImage().pixelColor(0, 0).red() == 7
    assert thumbnails.close(5)


def test_a_file_that_cannot_be_shown_says_why_until_it_is_tried_again(qtbot: QtBot) -> None:
    is_there = threading.Event()

    def made(path: Path, sha256: bytes, longest: int) -> NDArray[np.uint8]:
        if not is_there.is_set():
            raise UserError(message(marked("Cancel")))
        return grey(path, sha256, longest)

    thumbnails = Thumbnails(made)
    assert thumbnails.picture(PATH, b"a") is None
    qtbot.waitUntil(lambda: thumbnails.trouble(b"a") != "")
    is_there.set()
    thumbnails.forget_troubles()
    qtbot.waitUntil(lambda: thumbnails.picture(PATH, b"a") is not None)
    assert thumbnails.trouble(b"a") == ""
    assert thumbnails.close(5)


def test_pictures_under_way_when_a_project_is_closed_are_let_go_of_by_the_windows_thread(qtbot: QtBot) -> None:
    deleted_by: list[threading.Thread] = []
    for _ in range(50):
        thumbnails = Thumbnails(grey)
        for number in range(10):
            thumbnails.picture(PATH, bytes([number]))
        weakref.finalize(thumbnails, lambda: deleted_by.append(threading.current_thread()))
        threads = [thread for thread in threading.enumerate() if thread.name.startswith("thumbnails")]
        thumbnails.close()
        del thumbnails
        QCoreApplication.processEvents()
        for thread in threads:
            thread.join(5)
    assert deleted_by == [threading.main_thread()] * 50


def test_closing_does_not_wait_for_a_picture_unless_it_is_told_to(qtbot: QtBot) -> None:
    began, goes_on = threading.Event(), threading.Event()

    def made(path: Path, sha256: bytes, longest: int) -> NDArray[np.uint8]:
        began.set()
        goes_on.wait(10)
        return grey(path, sha256, longest)

    thumbnails = Thumbnails(made)
    thumbnails.picture(PATH, b"a")
    assert began.wait(10)
    assert not thumbnails.close()
    goes_on.set()
    assert thumbnails.close(5)
    assert thumbnails.picture(PATH, b"b") is None

"""What a person sees on the terminal while a command works."""

import sys
import threading

import pytest

from workbench.cli.terminal import work
from workbench.errors import UserError
from workbench.words import message


def test_the_time_left_is_that_of_the_part_under_way(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    with work("Train") as bar:
        bar.report(0.5, message("1 of 2 images decoded"))
        bar.report(1.0, message("2 of 2 images decoded"))
        bar.report(0.05, message("Episode 1 of 20"))
    _, words, after = capsys.readouterr().err.rpartition("Episode 1 of 20")
    assert words
    assert "5%" in after
    assert "0:00:00" not in after


def refused_halfway() -> None:
    with work("Import") as bar:
        bar.report(0.5, message("1 of 2 images read"))
        raise UserError(message("It cannot be read."))


def test_a_refusal_gives_the_cursor_back_and_leaves_no_half_bar(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    before, running = sys.stderr, set(threading.enumerate())
    with pytest.raises(UserError):
        refused_halfway()
    assert sys.stderr is before
    drawn = capsys.readouterr().err
    assert drawn.rindex("\x1b[?25h") > drawn.rindex("\x1b[?25l")
    assert drawn.rindex("\x1b[2K") > drawn.rindex("1 of 2 images read")
    for thread in set(threading.enumerate()) - running:
        thread.join(timeout=5)
        assert not thread.is_alive()

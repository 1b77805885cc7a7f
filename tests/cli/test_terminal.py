"""What a person sees on the terminal while a command works."""

import pytest

from workbench.cli.terminal import work
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

"""What a person sees on the terminal while a command works."""

import io
import os
import shlex
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from workbench.cli.harmless import complain
from workbench.cli.terminal import show, work
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


HOSTILE = "a\x1b[2Jb\x07\r\u202egpj.exe\x9b31m\u2028[/red]\n"


def test_a_name_cannot_command_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    show([f"1 image: {HOSTILE}"], {}, as_json=False)
    complain(f"{HOSTILE} cannot be read.")
    printed, complaint = capsys.readouterr()
    assert printed.count("\n") == complaint.count("\n") == 1
    for text in (printed, complaint):
        assert not set(text) & set("\x1b\x07\r\u202e\x9b\u2028")
        assert "a\\x1b[2Jb" in text
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    with work(f"Import {HOSTILE}") as bar:
        bar.report(0.5, message("{path} read", path=HOSTILE))
        bar.say(HOSTILE)
    drawn = capsys.readouterr().err
    assert "\x1b[2J" not in drawn
    assert "\x07" not in drawn


def test_what_a_terminal_has_no_letter_for_is_a_question_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = io.BytesIO()
    with io.TextIOWrapper(written, encoding="ascii") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        show(["ñandú · 1"], {}, as_json=False)
        assert written.getvalue() == b"?and? ? 1\n"


def run_main(words: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    main = Path(__file__).parents[2] / "main.py"
    environment = os.environ | {"WORKBENCH_DATA": str(tmp_path / "data")}
    command = f"{shlex.quote(sys.executable)} {shlex.quote(str(main))} {words}"
    return subprocess.run(["/bin/sh", "-c", command], env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full")
@pytest.mark.parametrize("output", [">/dev/full", ">&-", "--json >/dev/full"])
def test_an_output_that_takes_nothing_is_a_sentence(tmp_path: Path, output: str) -> None:
    ended = run_main(f"approaches {output}", tmp_path)
    assert ended.returncode == 2
    assert "output" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="pipes end differently")
def test_a_reader_that_has_enough_ends_it_quietly(tmp_path: Path) -> None:
    ended = run_main("approaches | true", tmp_path)
    assert ended.stderr == ""

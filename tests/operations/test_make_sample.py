"""Making the sample as an operation: told how far it is, stopped on request."""

from pathlib import Path

import pytest

from workbench.operations.make_sample import make_sample_folder
from workbench.operations.progress import Cancelled, Silent
from workbench.words import Message


class CancelsAfter:
    """A reporter whose person asks to stop after a few reports."""

    def __init__(self, reports: int) -> None:
        self.left = reports
        self.shares: list[float | None] = []

    def report(self, share: float | None, text: Message) -> None:
        assert str(text).startswith("Drawing image ")
        self.shares.append(share)
        if len(self.shares) == self.left:
            raise Cancelled


def test_the_sample_is_described_by_what_it_holds(tmp_path: Path) -> None:
    sample = make_sample_folder(tmp_path / "sample", 0, Silent())
    assert (sample.alphabet_images, sample.example_images, sample.new_images) == (3360, 40, 120)
    assert sample.alphabets.is_dir()
    assert sample.examples.is_dir()
    assert sample.images.is_dir()
    assert sample.truth.is_file()


@pytest.mark.parametrize("there_before", [True, False])
def test_a_cancelled_sample_leaves_the_place_as_it_was(tmp_path: Path, there_before: bool) -> None:
    folder = tmp_path / "sample"
    if there_before:
        folder.mkdir()
    reporter = CancelsAfter(20)
    with pytest.raises(Cancelled):
        make_sample_folder(folder, 0, reporter)
    assert reporter.shares == sorted(reporter.shares, key=lambda share: share or 0)
    assert folder.exists() == there_before
    assert not there_before or list(folder.iterdir()) == []

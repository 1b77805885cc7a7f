"""Making the sample as an operation: its progress is reported, and it stops on request."""

from pathlib import Path

import pytest

from workbench.errors import UserError
from workbench.operations.attributes.trait_tables import describe_traits, project_traits, read_traits
from workbench.operations.progress import Cancelled, Silent
from workbench.operations.project.opening import open_to_work
from workbench.operations.project.sample import make_sample_folder, make_sample_project, sample_examples
from workbench.operations.tasks.task_facts import describe_tasks
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


@pytest.mark.slow
def test_the_sample_is_described_by_what_it_holds(tmp_path: Path) -> None:
    sample = make_sample_folder(tmp_path / "sample", 0, Silent())
    assert (sample.alphabet_images, sample.example_images, sample.new_images) == (3360, 40, 120)
    assert sample.alphabets.is_dir()
    assert sample.examples.is_dir()
    assert sample.images.is_dir()
    assert sample.truth.is_file()
    traits, new = read_traits(sample.traits), read_traits(sample.new_traits)
    assert (len(traits.rows), len(new.rows)) == (12 * 14 + 8, 8)
    assert set(new.rows) == {folder.name for folder in sample.examples.iterdir()}
    assert new.rows.items() <= traits.rows.items()


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


class StopsAt:
    """A reporter whose person asks to stop when the work has come so far."""

    def __init__(self, share: float) -> None:
        self.share = share
        self.shares: list[float] = []

    def report(self, share: float | None, text: Message) -> None:
        self.shares.append(share or 0.0)
        if self.shares[-1] >= self.share:
            raise Cancelled


@pytest.mark.slow
def test_a_sample_project_has_the_sample_imported(tmp_path: Path) -> None:
    reporter = StopsAt(2.0)
    path = make_sample_project(tmp_path / "sample", reporter)
    assert path.stem == path.parent.name  # In the person's language, as the window names the folder.
    assert reporter.shares == sorted(reporter.shares)
    assert reporter.shares[-1] == 1.0
    with open_to_work(path) as project:
        *alphabets, pile = describe_tasks(project)
        table = project_traits(project)
        assert table is not None
        report = describe_traits(project, table)
    assert [(len(task.classes), task.images) for task in alphabets] == [(14, 280)] * 12
    assert (pile.name, pile.layout, pile.images) == ("images", "unlabelled", 120)
    assert (report.described, report.without, report.notes) == (12 * 14, (), ())
    assert sample_examples(path) == tmp_path / "sample" / "new" / "examples"
    assert sample_examples(tmp_path / "other.mlwb") is None
    with pytest.raises(UserError, match="not an empty folder"):
        make_sample_project(tmp_path / "sample", Silent())
    assert path.is_file()


@pytest.mark.slow
@pytest.mark.parametrize("there_before", [True, False])
def test_a_sample_project_stopped_while_importing_leaves_the_place_as_it_was(
    tmp_path: Path, there_before: bool
) -> None:
    folder = tmp_path / "sample"
    if there_before:
        folder.mkdir()
    with pytest.raises(Cancelled):
        make_sample_project(folder, StopsAt(0.8))
    assert folder.exists() == there_before
    assert not there_before or list(folder.iterdir()) == []

"""Make the sample: synthetic alphabets to learn from, and a few new characters to label."""

import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from glob import escape
from pathlib import Path

from workbench.imaging.sample import make_sample
from workbench.operations.attributes.trait_tables import keep_traits, read_traits
from workbench.operations.progress import Reporter
from workbench.operations.project.opening import new_project
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.words import Message, marked, message

_SUFFIX = ".mlwb"
_DRAWN, _IMPORTED = 0.75, 0.98  # how far a sample project is when all is drawn, and when the alphabets are imported


@dataclass(frozen=True)
class SampleFolder:
    """The parts of a sample, and how many images each has."""

    folder: Path
    alphabets: Path
    examples: Path
    images: Path
    truth: Path
    traits: Path
    new_traits: Path
    alphabet_images: int
    example_images: int
    new_images: int


def make_sample_folder(folder: Path, seed: int, reporter: Reporter) -> SampleFolder:
    """Write the sample into a folder that is empty or not there yet; the same seed gives the same bytes.

    Raises UserError when the folder holds something or cannot be written, and Cancelled; nothing is left then.
    """

    def on_image(drawn: int, total: int) -> None:
        text = marked("Drawing image {done} of {total}")
        reporter.report(drawn / total, message(text, done=drawn, total=total))

    make_sample(folder, seed, on_image)
    return _described(folder)


def make_sample_project(folder: Path, reporter: Reporter) -> Path:
    """Write the sample into a folder, empty or not there yet, with a project of its name that has it all.

    Return the project's path.

    The alphabets are tasks with classes, the new characters a pile without labels; all have traits. Raises UserError
    when the folder holds something or cannot be written, and Cancelled; nothing is left then.
    """
    there_before = folder.exists()
    make_sample_folder(folder, 0, _Part(reporter, 0.0, _DRAWN))
    path = folder / f"{folder.name}{_SUFFIX}"
    with _nothing_stays(path, there_before), new_project(path) as project:
        import_images(project, folder / "alphabets", ImportRequest(), _Part(reporter, _DRAWN, _IMPORTED))
        import_images(project, folder / "new" / "images", ImportRequest(), _Part(reporter, _IMPORTED, 1.0))
        keep_traits(project, read_traits(folder / "traits.csv"))
    return path


def sample_examples(project_path: Path) -> Path | None:
    """Return the folder of examples of the new characters beside a project made by `make_sample_project`, or None."""
    folder = project_path.parent
    of_sample = (folder / "alphabets", folder / "new" / "images", folder / "new" / "truth.csv")
    examples = folder / "new" / "examples"
    return examples if examples.is_dir() and all(part.exists() for part in of_sample) else None


@dataclass(frozen=True)
class _Part:
    """Reports the progress of a part of longer work, from `start` to `end` of it."""

    whole: Reporter
    start: float
    end: float

    def report(self, share: float | None, text: Message) -> None:
        self.whole.report(self.start + (self.end - self.start) * (share or 0.0), text)


@contextmanager
def _nothing_stays(path: Path, there_before: bool) -> Generator[None]:
    """Remove what was written if the work is not finished: the project at `path`, and what is beside it."""
    folder = path.parent
    try:
        yield
    except BaseException:
        for part in ("alphabets", "new"):
            shutil.rmtree(folder / part, ignore_errors=True)
        with suppress(OSError):
            (folder / "traits.csv").unlink(missing_ok=True)
            for part in folder.glob(f"*{escape(path.name)}*"):
                part.unlink()
            if not there_before:
                folder.rmdir()
        raise


def _described(folder: Path) -> SampleFolder:
    alphabets, new_folder = folder / "alphabets", folder / "new"
    return SampleFolder(
        folder=folder,
        alphabets=alphabets,
        examples=new_folder / "examples",
        images=new_folder / "images",
        truth=new_folder / "truth.csv",
        traits=folder / "traits.csv",
        new_traits=new_folder / "traits.csv",
        alphabet_images=_count(alphabets),
        example_images=_count(new_folder / "examples"),
        new_images=_count(new_folder / "images"),
    )


def _count(folder: Path) -> int:
    return sum(1 for _ in folder.rglob("*.png"))

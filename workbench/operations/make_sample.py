"""Makes the sample: a folder of synthetic alphabets to learn from, a few new characters to label."""

from dataclasses import dataclass
from pathlib import Path

from workbench.imaging.sample import make_sample
from workbench.operations.progress import Reporter
from workbench.words import marked, message


@dataclass(frozen=True)
class SampleFolder:
    """Where the parts of a sample lie, and how many images each has."""

    folder: Path
    alphabets: Path
    examples: Path
    images: Path
    truth: Path
    alphabet_images: int
    example_images: int
    new_images: int


def make_sample_folder(folder: Path, seed: int, reporter: Reporter) -> SampleFolder:
    """Write the sample into a folder that is empty or not there yet; the same seed gives the same bytes.

    Raises UserError when the folder holds something or cannot be written, and Cancelled; nothing stays then.
    """

    def on_image(done: int, total: int) -> None:
        text = marked("Drawing image {done} of {total}")
        reporter.report(done / total, message(text, done=done, total=total))

    make_sample(folder, seed, on_image)
    return _described(folder)


def _described(folder: Path) -> SampleFolder:
    alphabets, new = folder / "alphabets", folder / "new"
    return SampleFolder(
        folder=folder,
        alphabets=alphabets,
        examples=new / "examples",
        images=new / "images",
        truth=new / "truth.csv",
        alphabet_images=_count(alphabets),
        example_images=_count(new / "examples"),
        new_images=_count(new / "images"),
    )


def _count(folder: Path) -> int:
    return sum(1 for _ in folder.rglob("*.png"))

"""Make what a workshop needs: a sample of its own for each participant, and a page to hand out in each language."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import UserError
from workbench.operations.progress import Reporter
from workbench.operations.project.sample import make_sample_folder
from workbench.resources import resource
from workbench.words import Message, marked, message, printable

MOST_PARTICIPANTS = 200


@dataclass(frozen=True)
class Workshop:
    """The folder of a workshop, those of its participants, and the pages to hand out."""

    folder: Path
    participants: tuple[Path, ...]
    handouts: tuple[Path, ...]


def make_workshop(folder: Path, participants: int, seed: int, reporter: Reporter) -> Workshop:
    """Write a sample for each participant, all different, and the pages to hand out; the same seed gives the same.

    What is there of an earlier, unfinished attempt is finished. Raises UserError when the folder holds anything else,
    cannot be written, or for no or too many participants; Cancelled, and what is finished stays.
    """
    if not 1 <= participants <= MOST_PARTICIPANTS:
        text = marked("A workshop has from 1 to {most} participants, not {given}.")
        raise UserError(message(text, most=MOST_PARTICIPANTS, given=participants))
    own = tuple(folder / f"participant-{number:02}" for number in range(1, participants + 1))
    pages = sorted(resource("workshop").glob("handout.*.html"))
    _refuse_others(folder, {*own, *(folder / page.name for page in pages)})
    for number, part in enumerate(own):
        if not part.exists():
            make_sample_folder(part, seed + number, _Part(reporter, number, participants))
    try:
        handouts = tuple(Path(shutil.copyfile(page, folder / page.name)) for page in pages)
    except OSError as error:
        text = marked("The pages to hand out cannot be written to {folder}: {reason}.")
        raise UserError(message(text, folder=printable(folder), reason=error.strerror or str(error))) from error
    return Workshop(folder, own, handouts)


def _refuse_others(folder: Path, expected: set[Path]) -> None:
    if folder.exists() and (not folder.is_dir() or set(folder.iterdir()) - expected):
        text = marked("{folder} holds something else. Choose an empty or new folder for the workshop.")
        raise UserError(message(text, folder=printable(folder)))


@dataclass(frozen=True)
class _Part:
    """Reports the progress of one participant's sample as a part of the whole."""

    whole: Reporter
    number: int
    count: int

    def report(self, share: float | None, text: Message) -> None:
        said = message(
            marked("Participant {number} of {total}: {what}"), number=self.number + 1, total=self.count, what=text
        )
        self.whole.report((self.number + (share or 0.0)) / self.count, said)

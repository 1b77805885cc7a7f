"""The sample folder: synthetic alphabets to learn from, a few new characters to label."""

import csv
import io
import shutil
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from numpy import random

from workbench.errors import UserError
from workbench.imaging.character_traits import TRAIT_COLUMNS, traits_of
from workbench.imaging.handwriting import Character, Hand, draw, invent_alphabet
from workbench.words import marked, message, printable

ALPHABETS = 12
CHARACTERS = 14
HANDS = 20
NEW_CHARACTERS = 8
NEW_EXAMPLES = 5


@dataclass(frozen=True)
class _Drawing:
    path: str  # Inside the sample folder.
    label: str
    character: Character
    hand: Hand
    seed: tuple[int, ...]


def make_sample(folder: Path, seed: int = 0, on_image: Callable[[int, int], None] = lambda done, total: None) -> None:
    """Write the sample into a folder, made if missing; the same seed gives the same bytes.

    FOLDER/alphabets/ALPHABET/CHARACTER/*.png to learn from; characters of one more alphabet in FOLDER/new:
    examples/CHARACTER/*.png, images/*.png in no order, and what those are in truth.csv (image, label).
    What an expert would note of each character is in FOLDER/traits.csv; of the new ones, in FOLDER/new/traits.csv too.
    `on_image` is told how many of how many images are written; what it raises stops the making. Raises
    UserError when the folder holds something or cannot be written. Unless all is written, nothing stays.
    """
    examples, images = _new(seed)
    learned = _to_learn_from(seed)
    drawings = [*learned, *examples, *images]
    try:
        with _claimed(folder):
            for done, drawing in enumerate(drawings, start=1):
                path = folder / drawing.path
                path.parent.mkdir(parents=True, exist_ok=True)
                draw(drawing.character, drawing.hand, _random(*drawing.seed)).save(path, "PNG")
                on_image(done, len(drawings))
            (folder / "new" / "truth.csv").write_bytes(_truth(images))
            new = _characters(examples, lambda drawing: drawing.label)
            (folder / "new" / "traits.csv").write_bytes(_traits(new))
            (folder / "traits.csv").write_bytes(_traits(_characters(learned, _alphabet_and_character) | new))
    except OSError as error:
        text = marked("The sample cannot be written to {folder}: {reason}. Choose another place or free some space.")
        reason = error.strerror or str(error)
        raise UserError(message(text, folder=printable(folder), reason=reason)) from error


@contextmanager
def _claimed(folder: Path) -> Generator[None]:
    """Hold an empty folder while it is filled, and leave it as it was if that fails."""
    was_there = folder.exists()
    if was_there and (not folder.is_dir() or any(folder.iterdir())):
        text = marked("{folder} is not an empty folder. Choose an empty or new folder.")
        raise UserError(message(text, folder=printable(folder)))
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as undo:
        undo.callback(_emptied, folder, was_there)
        yield
        undo.pop_all()


def _emptied(folder: Path, stays: bool) -> None:
    for part in ("alphabets", "new"):
        shutil.rmtree(folder / part, ignore_errors=True)
    (folder / "traits.csv").unlink(missing_ok=True)
    if not stays:
        folder.rmdir()


def _to_learn_from(seed: int) -> list[_Drawing]:
    return [
        replace(drawing, path=f"alphabets/alphabet_{number:02}/{drawing.path}")
        for number in range(1, ALPHABETS + 1)
        for drawing in _written(seed, number, CHARACTERS)
    ]


def _new(seed: int) -> tuple[list[_Drawing], list[_Drawing]]:
    """Give examples and images to label, of an alphabet of their own, every drawing by another hand."""
    drawings = _written(seed, ALPHABETS + 1, NEW_CHARACTERS)
    shuffled = [drawings[place] for place in map(int, _random(seed, 0).permutation(len(drawings)))]
    examples: list[_Drawing] = []
    images: list[_Drawing] = []
    for drawing in shuffled:
        number = sum(example.label == drawing.label for example in examples) + 1
        if number <= NEW_EXAMPLES:
            examples.append(replace(drawing, path=f"new/examples/{drawing.label}/example_{number}.png"))
        else:
            images.append(replace(drawing, path=f"new/images/image_{len(images) + 1:03}.png"))
    return examples, images


def _written(seed: int, number: int, characters: int) -> list[_Drawing]:
    alphabet = invent_alphabet(_random(seed, number), characters, HANDS)
    return [
        _Drawing(f"character_{which:02}/hand_{who:02}.png", f"character_{which:02}", character, hand, identity)
        for which, character in enumerate(alphabet.characters, start=1)
        for who, hand in enumerate(alphabet.hands, start=1)
        for identity in [(seed, number, which, who)]
    ]


def _random(seed: int, *which: int) -> random.Generator:
    # Every drawing has a generator of its own: one more character would leave the others as they are.
    return random.Generator(random.PCG64((seed % 2**64, *which)))


def _truth(images: list[_Drawing]) -> bytes:
    return _csv([("image", "label"), *((drawing.path.rpartition("/")[2], drawing.label) for drawing in images)])


def _characters(drawings: list[_Drawing], name_of: Callable[[_Drawing], str]) -> dict[str, Character]:
    found = {name_of(drawing): drawing.character for drawing in drawings}
    return {name: found[name] for name in sorted(found)}


def _alphabet_and_character(drawing: _Drawing) -> str:
    """Return how a table names a character whose own name those of other alphabets have, too."""
    return drawing.path.removeprefix("alphabets/").rpartition("/")[0]


def _traits(characters: dict[str, Character]) -> bytes:
    return _csv([("class", *TRAIT_COLUMNS), *((name, *traits_of(character)) for name, character in characters.items())])


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()

"""The sample folder: synthetic alphabets to learn from, a few new characters to label."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from numpy import random

from workbench.imaging.character_traits import TRAIT_COLUMNS, traits_of
from workbench.imaging.claimed_folder import claimed_folder
from workbench.imaging.handwriting import Character, Hand, draw, invent_alphabet

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


def make_sample(
    folder: Path, seed: int = 0, on_image: Callable[[int, int], None] = lambda written, total: None
) -> None:
    """Write the sample into a folder, made if missing; the same seed gives the same bytes.

    FOLDER/alphabets/ALPHABET/CHARACTER/*.png to learn from; characters of one more alphabet in FOLDER/new:
    examples/CHARACTER/*.png, images/*.png in no order, and what those are in truth.csv (image, label).
    The traits of each character are in FOLDER/traits.csv; those of the new ones in FOLDER/new/traits.csv too.
    `on_image` is called with how many of how many images are written; what it raises stops the work. Raises
    UserError when the folder holds something or cannot be written. Unless all is written, nothing is left.
    """
    examples, images = _to_label(seed)
    learned = _to_learn_from(seed)
    drawings = [*learned, *examples, *images]
    with claimed_folder(folder, ("alphabets", "new", "traits.csv")):
        for written, drawing in enumerate(drawings, start=1):
            path = folder / drawing.path
            path.parent.mkdir(parents=True, exist_ok=True)
            draw(drawing.character, drawing.hand, _random(*drawing.seed)).save(path, "PNG")
            on_image(written, len(drawings))
        (folder / "new" / "truth.csv").write_bytes(_truth(images))
        new_characters = _characters(examples, lambda drawing: drawing.label)
        (folder / "new" / "traits.csv").write_bytes(_traits(new_characters))
        (folder / "traits.csv").write_bytes(_traits(_characters(learned, _alphabet_and_character) | new_characters))


def _to_learn_from(seed: int) -> list[_Drawing]:
    return [
        replace(drawing, path=f"alphabets/alphabet_{number:02}/{drawing.path}")
        for number in range(1, ALPHABETS + 1)
        for drawing in _written(seed, number, CHARACTERS)
    ]


def _to_label(seed: int) -> tuple[list[_Drawing], list[_Drawing]]:
    """Return examples and images to label, of an alphabet of their own, every drawing by another hand."""
    drawings = _written(seed, ALPHABETS + 1, NEW_CHARACTERS)
    shuffled = [drawings[index] for index in map(int, _random(seed, 0).permutation(len(drawings)))]
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
        _Drawing(
            f"character_{character_number:02}/hand_{hand_number:02}.png",
            f"character_{character_number:02}",
            character,
            hand,
            identity,
        )
        for character_number, character in enumerate(alphabet.characters, start=1)
        for hand_number, hand in enumerate(alphabet.hands, start=1)
        for identity in [(seed, number, character_number, hand_number)]
    ]


def _random(seed: int, *key: int) -> random.Generator:
    # Every drawing has a generator of its own: one more character would leave the others as they are.
    return random.Generator(random.PCG64((seed % 2**64, *key)))


def _truth(images: list[_Drawing]) -> bytes:
    return _csv([("image", "label"), *((drawing.path.rpartition("/")[2], drawing.label) for drawing in images)])


def _characters(drawings: list[_Drawing], name_of: Callable[[_Drawing], str]) -> dict[str, Character]:
    by_name = {name_of(drawing): drawing.character for drawing in drawings}
    return {name: by_name[name] for name in sorted(by_name)}


def _alphabet_and_character(drawing: _Drawing) -> str:
    """Return `alphabet/character`, as a table names characters whose own names occur in several alphabets."""
    return drawing.path.removeprefix("alphabets/").rpartition("/")[0]


def _traits(characters: dict[str, Character]) -> bytes:
    return _csv([("class", *TRAIT_COLUMNS), *((name, *traits_of(character)) for name, character in characters.items())])


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()

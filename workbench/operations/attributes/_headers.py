"""Whether the first row of a table of traits names the traits, or describes a class because the names are missing."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from workbench.errors import UserError
from workbench.learning.trait_cells import TraitKind, answer_in, categories_in, is_blank, kind_of, number_in, trait_key
from workbench.words import Message, marked, message

_COUNTS_UP = 3  # So many numbers that rise from left to right may number or measure the traits.


def odd_header(path: str, corner: str, names: Sequence[str], columns: Sequence[Sequence[str]]) -> tuple[Message, ...]:
    """Warn where the names of the traits are numbers; `columns` are the cells below each.

    `corner` is the first cell of all, before the names. Raises UserError where these are values of the traits rather
    than names.
    """
    if not _reads_as_data(names, columns):
        return ()
    numbers = [value for value in map(number_in, names) if value is not None]
    rises = all(before < after for before, after in pairwise(numbers))
    if not rises or not _COUNTS_UP <= len(numbers) == len(names):
        text = marked(
            "The first row of {path} must name the traits, but it looks like a class and its traits ({name}: "
            "{cell}). Add a header row above it."
        )
        raise UserError(message(text, path=path, name=corner, cell=names[0]))
    text = marked(
        "The first row of {path} is read as the names of the traits, although these are numbers. If it "
        "describes a class, add a header row above it."
    )
    return (message(text, path=path),)


def refuse_a_class_as_header(table: str, corner: str, classes: Collection[str]) -> None:
    """Raise UserError when the first cell of a table, above the names of the classes, is the name of one."""
    name = next((image_class for image_class in classes if trait_key(corner) == trait_key(image_class)), None)
    if name is None or not trait_key(corner):
        return
    text = marked(
        "The first row of {table} must name the traits, but it begins with the class {name}, which would be "
        "lost. Add a header row above it, or change its first cell."
    )
    raise UserError(message(text, table=table, name=name))


def _reads_as_data(names: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Whether the names fit the cells below: numbers or answers over such; over categories only, one found below."""
    filled = [pair for pair in zip(names, columns, strict=True) if not all(map(is_blank, pair[1]))]
    kinds = [(name, kind_of(column)) for name, column in filled]
    typed = [(name, kind) for name, kind in kinds if kind is not TraitKind.CATEGORY]
    if typed:
        return all(_is_value(name, kind) for name, kind in typed)
    return any(set(categories_in(name)) & _categories(column) for name, column in filled)


def _is_value(name: str, kind: TraitKind) -> bool:
    return (number_in(name) if kind is TraitKind.NUMBER else answer_in(name)) is not None


def _categories(column: Sequence[str]) -> set[str]:
    return {category for cell in column for category in categories_in(cell)}

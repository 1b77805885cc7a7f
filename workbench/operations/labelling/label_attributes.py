"""What a table of traits adds to examples when labelling: classes without an example, and why some cannot be told."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.errors import UserError
from workbench.learning.trait_cells import trait_key
from workbench.operations.attributes.trait_tables import Traits
from workbench.operations.runs.run_settings import Cells
from workbench.operations.runs.run_traits import lacking_columns, named_traits, without_traits
from workbench.operations.runs.trained import Trained
from workbench.words import Message, marked, message


@dataclass(frozen=True)
class ToldTraits:
    """What a table says of classes, as a run reads it, by their names; and what should be said about it."""

    rows: Mapping[str, Cells]
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True)
class AskedTable:
    """The table whose rows are classes to label with, beside folders of examples; None where there is none."""

    table: Traits | None
    notes: tuple[Message, ...] = ()


def label_attributes(trained: Trained, given: Traits | None, own: Traits | None, *, shown: bool) -> AskedTable:
    """Return the table that was given, or, where classes are not `shown` by examples either, the project's own.

    Of the project's own, only classes that the run can read something of are left. Raises UserError where no class
    comes from anywhere.
    """
    if given is not None or shown:
        return AskedTable(given)
    if trained.traits is None:
        text = marked("{run} does not use traits: give a folder of examples, with one sub-folder per class.")
        raise UserError(message(text, run=trained.called))
    known = {} if own is None else named_traits(trained.traits, own, own.rows)
    if own is None or not known:
        text = marked(
            "Give a folder of examples, a table of traits, or both: the project has no table of traits that "
            "run {run} can use."
        )
        raise UserError(message(text, run=str(trained.shown)))
    text = marked("Classes taken from {table}, the project's table of traits: {count} classes.")
    notes = [message(text, table=own.name, count=len(known))]
    if len(known) < len(own.rows):
        notes.append(without_traits(own.name, len(own.rows) - len(known)))
    kept = replace(own, rows={name: own.rows[name] for name in known})
    return AskedTable(kept, tuple(notes))


def class_names_of(folders: Iterable[str], table: Traits | None) -> tuple[str, ...]:
    """Return the names of the classes in order: those of folders, and those that a table alone names."""
    named = set(folders)
    known = set(map(trait_key, named))
    return tuple(sorted(named | {name for name in (table.rows if table else ()) if trait_key(name) not in known}))


def told_traits(trained: Trained, names: Sequence[str], given: Traits | None, own: Traits | None) -> ToldTraits:
    """Return what the table that was given, or else the project's own, says of classes to a run."""
    table = given or own
    if trained.traits is None:
        if given is None:
            return ToldTraits({})
        text = marked("{run} does not use traits: {table} is ignored.")
        return ToldTraits({}, (message(text, run=trained.called, table=given.name),))
    if table is None:
        return ToldTraits({})
    rows = named_traits(trained.traits, table, names)
    return ToldTraits(rows, lacking_columns(trained.traits, table) if rows or given else ())


def refuse_unknown(
    trained: Trained, names: Sequence[str], shown: Collection[str], told: Collection[str], folder: Path | None
) -> None:
    """Raise UserError for a class that is neither shown by a readable example nor told of by its traits.

    `folder` is where classes come from, None where they come from a table as well.
    """
    unknown = [name for name in names if name not in shown and name not in told]
    if not unknown:
        return
    if folder is not None:
        text = marked("The class {name} in {folder} has no readable example. Add an image, or remove its folder.")
        raise UserError(message(text, name=unknown[0], folder=str(folder)))
    if trained.traits is None:
        text = marked("{run} does not use traits and needs an example image of each class; {name} has none.")
        raise UserError(message(text, run=trained.called, name=unknown[0]))
    text = marked(
        "The class {name} has no readable example and no traits that run {run} can use. Add one or the "
        "other, or remove the class."
    )
    raise UserError(message(text, name=unknown[0], run=str(trained.shown)))

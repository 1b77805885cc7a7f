"""The attributes of the classes to label with: which table they come from, and why a class cannot be recognised."""

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
class LabelAttributes:
    """The traits of classes as a run reads them, by class name, and warnings about their table."""

    rows: Mapping[str, Cells]
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True)
class AttributeTable:
    """The table whose rows are classes to label with, beside folders of examples; None where only those are."""

    table: Traits | None
    notes: tuple[Message, ...] = ()


def attribute_table(
    trained: Trained, table: Traits | None, project_table: Traits | None, *, has_examples: bool
) -> AttributeTable:
    """Return the table passed, or the project's own where there are no examples either.

    The project's own is restricted to classes with traits that the run can use. Raises UserError where there are no
    classes at all.
    """
    if table is not None or has_examples:
        return AttributeTable(table)
    if trained.traits is None:
        text = marked("{run} does not use traits: give a folder of examples, with one sub-folder per class.")
        raise UserError(message(text, run=trained.called))
    described = {} if project_table is None else named_traits(trained.traits, project_table, project_table.rows)
    if project_table is None or not described:
        text = marked(
            "Give a folder of examples, a table of traits, or both: the project has no table of traits that "
            "run {run} can use."
        )
        raise UserError(message(text, run=str(trained.shown)))
    text = marked("Classes taken from {table}, the project's table of traits: {count} classes.")
    notes = [message(text, table=project_table.name, count=len(described))]
    if len(described) < len(project_table.rows):
        notes.append(without_traits(project_table.name, len(project_table.rows) - len(described)))
    usable = replace(project_table, rows={name: project_table.rows[name] for name in described})
    return AttributeTable(usable, tuple(notes))


def class_names_of(folders: Iterable[str], table: Traits | None) -> tuple[str, ...]:
    """Return the names of the classes in order: those of folders, and those that only the table names."""
    named = set(folders)
    keys = set(map(trait_key, named))
    return tuple(sorted(named | {name for name in (table.rows if table else ()) if trait_key(name) not in keys}))


def label_attributes(
    trained: Trained, names: Sequence[str], class_table: Traits | None, project_table: Traits | None
) -> LabelAttributes:
    """Return the traits of classes as the run reads them, from the table that names classes, or else the project's."""
    source = class_table or project_table
    if trained.traits is None:
        if class_table is None:
            return LabelAttributes({})
        text = marked("{run} does not use traits: {table} is ignored.")
        return LabelAttributes({}, (message(text, run=trained.called, table=class_table.name),))
    if source is None:
        return LabelAttributes({})
    rows = named_traits(trained.traits, source, names)
    return LabelAttributes(rows, lacking_columns(trained.traits, source) if rows or class_table else ())


def refuse_unknown(
    trained: Trained,
    names: Sequence[str],
    with_examples: Collection[str],
    described: Collection[str],
    folder: Path | None,
) -> None:
    """Raise UserError for a class that has neither a readable example nor traits that the run can use.

    `folder` is where the classes come from, None where they come from a table as well.
    """
    missing = [name for name in names if name not in with_examples and name not in described]
    if not missing:
        return
    if folder is not None:
        text = marked("The class {name} in {folder} has no readable example. Add an image, or remove its folder.")
        raise UserError(message(text, name=missing[0], folder=str(folder)))
    if trained.traits is None:
        text = marked("{run} does not use traits and needs an example image of each class; {name} has none.")
        raise UserError(message(text, run=trained.called, name=missing[0]))
    text = marked(
        "The class {name} has no readable example and no traits that run {run} can use. Add one or the "
        "other, or remove the class."
    )
    raise UserError(message(text, name=missing[0], run=str(trained.shown)))

"""The traits of classes as a run reads them: those it trains on, and those it is tested on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, approach_title, fact
from workbench.learning.trait_cells import is_blank
from workbench.learning.traits import TraitScheme, fit_scheme
from workbench.operations.attributes.trait_tables import Traits, class_rows, project_traits
from workbench.operations.deferred import torch
from workbench.operations.features.episode_pool import ClassPool
from workbench.operations.runs.run_settings import Cells, LearnedTraits, RunSettings
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import Message, marked, message

if TYPE_CHECKING:
    from torch import Tensor

Key = TypeVar("Key", int, str)

_MOST_NUMBERS = 20_000
_NO_TABLE = fact("traits.no_table")


def with_table(project: Project, settings: RunSettings) -> RunSettings:
    """Return the settings with what a run that learns from traits keeps of the project's table, if there is one.

    Its classes become those that have traits. Raises UserError when the table describes too few of them.
    """
    table = project_traits(project) if learning.approach_named(settings.approach).capabilities.uses_traits else None
    if table is None:
        return settings
    if settings.rotate_classes:
        text = marked("Rotated classes have traits that no table lists. To learn from traits, do not rotate images.")
        raise UserError(Message(text))
    before = settings.classes
    rows = class_rows(project, table, [number for ids in before.values() for number in ids])
    scheme = _fitted(table, [rows[number] for number in settings.trained_on if number in rows])
    known_rows = _known(scheme, table, rows)
    classes = {role: tuple(number for number in ids if number in known_rows) for role, ids in before.items()}
    if len(classes[Role.META_TRAIN]) < 2:
        raise UserError(_too_few(table, len(classes[Role.META_TRAIN])))
    left_out = sum(map(len, before.values())) - sum(map(len, classes.values()))
    used = {column.name for column in scheme.columns}
    unused = tuple(name for name in table.names if name not in used)
    learned = LearnedTraits(table=table.name, scheme=scheme, rows=known_rows, left_out=left_out, unused=unused)
    return replace(settings, classes=classes, traits=learned)


def unread_table(approach: str, table: Traits) -> tuple[Message, ...]:
    """Note that the approach of that name does not use a table passed to train with."""
    kind = learning.approach_named(approach)
    if kind.capabilities.uses_traits:
        return ()
    text = marked("{approach} does not use traits: {table} is kept in the project, but nothing is learned from it.")
    return (message(text, approach=approach_title(kind.name), table=table.name),)


def notes_of(traits: LearnedTraits | None) -> tuple[Fact, ...]:
    """Return the notes on the table that a run learns from."""
    if traits is None:
        return ()
    notes = [without_traits(traits.table, traits.left_out)] if traits.left_out else []
    if traits.unused:
        names = ", ".join(traits.unused)
        notes.append(fact("traits.columns_left_out", count=len(traits.unused), table=traits.table, names=names))
    return tuple(notes)


def own_traits(pool: ClassPool, settings: RunSettings) -> ClassPool:
    """Return a run's pool with the traits of its classes, as they were when it began."""
    return pool if settings.traits is None else with_traits(pool, settings.traits.scheme, settings.traits.rows)


def with_traits(pool: ClassPool, scheme: TraitScheme, rows: Mapping[int, Cells]) -> ClassPool:
    """Return the pool with the traits of its classes; one without a row has none."""
    encoded = _encoded(scheme, [rows.get(number) for number in pool.class_ids])
    return replace(pool, pool=replace(pool.pool, traits=encoded.to(pool.pool.device)))


@dataclass(frozen=True)
class QueriedClasses:
    """The classes of a test that queries can be drawn from, their rows of the project's table, and notes on them."""

    class_ids: tuple[int, ...]
    rows: Mapping[int, Cells]
    notes: tuple[Fact, ...]


def described_classes(project: Project, class_ids: Sequence[int]) -> list[int]:
    """Return those classes that the project's table describes. Raises UserError when it has none, or of too few."""
    table = project_traits(project)
    if table is None:
        raise UserError(_NO_TABLE)
    rows = class_rows(project, table, class_ids)
    described = [number for number in class_ids if not all(map(is_blank, rows.get(number, ())))]
    if len(described) < 2:
        raise UserError(_too_few_described(table, len(described)))
    return described


def queried_classes(project: Project, scheme: TraitScheme, class_ids: Sequence[int], shot: int) -> QueriedClasses:
    """Return the classes of a test and their traits as a run reads them; without examples, only those with traits.

    Raises UserError when fewer than two are.
    """
    table = project_traits(project)
    if table is None and not shot:
        raise UserError(_NO_TABLE)
    if table is None:
        note = fact("traits.no_table_so_examples")
        return QueriedClasses(tuple(class_ids), {}, (note,))
    rows = _known(scheme, table, class_rows(project, table, class_ids))
    notes, without = lacking_columns(scheme, table), len(class_ids) - len(rows)
    if not shot and len(rows) < 2:
        raise UserError(_too_few_described(table, len(rows)))
    if without and shot:
        notes = (*notes, fact("traits.examples_only", count=without, table=table.name))
    elif without:
        notes = (*notes, without_traits(table.name, without))
    kept_ids = class_ids if shot else [number for number in class_ids if number in rows]
    return QueriedClasses(tuple(kept_ids), rows, notes)


def named_traits(scheme: TraitScheme, table: Traits, names: Iterable[str]) -> dict[str, Cells]:
    """Return the table's rows, as a run reads them, of the named classes that have traits it can use."""
    return _known(scheme, table, table.rows_of(list(names)))


def support_traits(
    scheme: TraitScheme | None, names: Sequence[str], rows: Mapping[str, Cells], device: "torch.device | str"
) -> "Tensor | None":
    """Return the encoded traits of a support, (classes, traits), None for a run that uses none."""
    return None if scheme is None else _encoded(scheme, [rows.get(name) for name in names]).to(device)


def alike_classes(scheme: TraitScheme | None, rows: Mapping[str, Cells]) -> Message | None:
    """Warn of classes with identical traits, as a run reads them, which it cannot tell apart."""
    if scheme is None:
        return None
    groups = defaultdict[bytes, list[str]](list)
    for name, numbers in zip(rows, scheme.encode(list(rows.values())), strict=True):
        groups[numbers.tobytes()].append(name)
    alike = [names for names in groups.values() if len(names) > 1]
    if not alike:
        return None
    text = marked(
        "{classes} classes have the same traits, as this run reads them, among them {first} and {second}: "
        "they cannot be told apart without examples."
    )
    count = sum(map(len, alike))
    if count == 2:
        text = marked(
            "{first} and {second} have the same traits, as this run reads them: they cannot be told apart "
            "without examples."
        )
    return message(text, classes=count, first=alike[0][0], second=alike[0][1])


def lacking_columns(scheme: TraitScheme, table: Traits) -> tuple[Fact, ...]:
    """Note the columns a run was trained on that a table lacks."""
    names = scheme.lacking(table.names)
    if not names:
        return ()
    return (
        fact("traits.columns_unknown", count=len(names), total=len(scheme.columns), table=table.name, name=names[0]),
    )


def _too_few_described(table: Traits, count: int) -> Fact:
    return fact("traits.too_few_tested", count=count, table=table.name)


def _encoded(scheme: TraitScheme, rows: Sequence[Cells | None]) -> "Tensor":

    return torch.from_numpy(scheme.encode(rows)).float()


def _known(scheme: TraitScheme, table: Traits, rows: Mapping[Key, Sequence[str]]) -> dict[Key, Cells]:
    aligned = {key: scheme.cells_of(table.names, row) for key, row in rows.items()}
    return {key: cells for key, cells in aligned.items() if scheme.knows(cells)}


def _fitted(table: Traits, rows: Sequence[Sequence[str]]) -> TraitScheme:
    rows = [row for row in rows if not all(map(is_blank, row))]
    if len(rows) < 2:
        raise UserError(_too_few(table, len(rows)))
    scheme = fit_scheme(table.columns, rows)
    if not scheme.columns:
        text = marked("The traits in {table} do not distinguish any of the training classes. Add columns that differ.")
        raise UserError(message(text, table=table.name))
    if scheme.width > _MOST_NUMBERS:
        text = marked("The columns of {table} have {count} categories in total, which is too many.")
        raise UserError(message(text, table=table.name, count=scheme.width))
    return scheme


def without_traits(table: str, count: int) -> Fact:
    """Note how many classes a table has no usable traits of."""
    return fact("traits.classes_left_out", count=count, table=table)


def _too_few(table: Traits, count: int) -> Message:
    text = marked(
        "{count} of the training classes have traits in {table}, but at least two are needed. Do the class "
        "names in the table match the folder names?"
    )
    return message(text, count=count, table=table.name)

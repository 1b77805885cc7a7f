"""Tables of traits, one row a class, as experts keep in identification keys: read from CSV, kept in the project."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import select

from workbench.errors import UserError
from workbench.learning.trait_cells import TraitKind, is_blank, kind_of, number_in, trait_key
from workbench.operations.attributes._headers import odd_header, refuse_a_class_as_header
from workbench.operations.tables import TableRow, not_text, read_table
from workbench.store.damage_behind import refuse_changed
from workbench.store.models import ImageClass, Task, TraitTable
from workbench.store.project import Project
from workbench.words import Message, marked, message

_MOST_BYTES = 20_000_000
_MOST_COLUMNS = 2_000
_MOST_CLASSES = 50_000

Columns = tuple[tuple[str, TraitKind], ...]


@dataclass(frozen=True)
class Traits:
    """A table as read: the name and the kind of each column, and for each class its cells, one a column."""

    name: str  # of the file
    columns: Columns
    rows: Mapping[str, tuple[str, ...]]  # by class, in the order of the file
    notes: tuple[Message, ...] = ()
    corner: str = field(default="", compare=False)  # the first cell of all, above the classes; not kept

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(name for name, _ in self.columns)

    def rows_of(self, classes: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Return the row of each class that has one; case, spaces and underscores do not count."""
        row_by_key = {trait_key(name): row for name, row in self.rows.items()}
        return {name: row_by_key[trait_key(name)] for name in classes if trait_key(name) in row_by_key}


@dataclass(frozen=True)
class TraitTableReport:
    """A table kept in the project: its classes and columns, and which classes of the project have a row in it."""

    name: str
    classes: int
    columns: Columns
    described: int  # classes of the project that have a row
    without: tuple[str, ...]  # the names of those that have none
    unused: tuple[str, ...]  # rows that no class of the project has
    notes: tuple[Message, ...]


def read_traits(path: Path) -> Traits:
    """Read a table: the first column names the classes, each other column is a trait.

    Commas, semicolons or tabs stand between cells. Raises UserError, with the row, where it is no such table.
    """
    header, *rows = _rows(path)
    names = _column_names(header, rows, path)
    below = [[row.cells[index] for row in rows] for index in names]
    odd = odd_header(str(path), header.cells[0], list(names.values()), below)
    _refuse_twice(names.values(), path)
    cells: dict[str, tuple[str, ...]] = {}
    first_row: dict[str, int] = {}
    for row in rows:
        name = _class_of(row, path)
        before = first_row.setdefault(trait_key(name), row.number)
        if before != row.number:
            text = marked("{path}, row {row}: the class {name} already has a row, row {before}. Keep one of them.")
            raise UserError(message(text, path=str(path), row=row.number, name=name, before=before))
        cells[name] = tuple(row.cells[index] for index in names)
    if not cells:
        text = marked("{path} contains no classes. It needs one row per class below the header row.")
        raise UserError(message(text, path=str(path)))
    table = _table(path, tuple(names.values()), cells)
    return replace(table, notes=(*odd, *table.notes), corner=header.cells[0])


def keep_traits(project: Project, table: Traits) -> TraitTableReport:
    """Make a table the project's, with a note where it replaces another; runs keep the traits they were trained on.

    Raises UserError when its first row is that of a class of the project, which would be lost.
    """
    classes = _class_names(project).values()
    refuse_a_class_as_header(table.name, table.corner, [name for pair in classes for name in (pair[1], "/".join(pair))])
    before = project_traits(project)
    with project.write() as session:
        columns = [[name, kind.value] for name, kind in table.columns]
        rows = {name: list(cells) for name, cells in table.rows.items()}
        session.add(TraitTable(name=table.name, content={"columns": columns, "rows": rows}))
    report = describe_traits(project, table)
    if before is None or before == replace(table, notes=()):
        return report
    text = marked("{table} is now the project's table of traits, replacing {before}.")
    return replace(report, notes=(message(text, table=table.name, before=before.name), *report.notes))


def take_back_traits(project: Project) -> None:
    """Delete the project's newest table, so that the one before is the project's again, if any."""
    with project.write() as session:
        session.delete(session.scalars(select(TraitTable).order_by(TraitTable.id.desc()).limit(1)).one())


def project_traits(project: Project) -> Traits | None:
    """Return the project's table, the newest one kept, or None."""
    with project.read() as session:
        row = session.scalar(select(TraitTable).order_by(TraitTable.id.desc()).limit(1))
        if row is None:
            return None
        refuse_changed(session, TraitTable.__tablename__, row.id)
        columns = tuple((name, TraitKind(kind)) for name, kind in row.content["columns"])
        return Traits(row.name, columns, {name: tuple(cells) for name, cells in row.content["rows"].items()})


def class_rows(project: Project, table: Traits, class_ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Return the row of each class that has one: a row of its folder and itself, `task/class`, or of its name alone."""
    requested, names = set(class_ids), _class_names(project)
    matched = _matched(table, {class_id: name for class_id, name in names.items() if class_id in requested})
    return {class_id: table.rows[name] for class_id, name in matched.items()}


def describe_traits(project: Project, table: Traits) -> TraitTableReport:
    """Say which classes of the project a table describes."""
    names = _class_names(project)
    matched = _matched(table, names)
    used = set(matched.values())
    return TraitTableReport(
        table.name,
        len(table.rows),
        table.columns,
        len(matched),
        tuple(f"{task}/{name}" for class_id, (task, name) in names.items() if class_id not in matched),
        tuple(name for name in table.rows if name not in used),
        (*_useless(table, matched, names), *table.notes),
    )


def _useless(table: Traits, matched: Collection[int], names: Collection[int]) -> tuple[Message, ...]:
    if matched or not names:
        return ()
    text = marked(
        "{table} has no row for any class of the project, so nothing can be learned from it. The class names "
        "in its first column must match the folder names."
    )
    return (message(text, table=table.name),)


def _rows(path: Path) -> list[TableRow]:
    """Return the rows that are not blank, the header first, all of one length."""
    # Excel's plain CSV is in the code page of Windows.
    read = read_table(path, fallback="cp1252", most_bytes=_MOST_BYTES)
    rows = [replace(row, cells=tuple(_clean(cell, path) for cell in row.cells)) for row in read]
    if not rows:
        raise UserError(message(marked("{path} is empty."), path=str(path)))
    width = len(rows[0].cells)
    for row in rows:
        if len(row.cells) < width or any(row.cells[width:]):
            wrong = marked("{path}, row {row}: it has {count} cells, and the first row has {width}.")
            raise UserError(message(wrong, path=str(path), row=row.number, count=len(row.cells), width=width))
    return rows


def _column_names(header: TableRow, rows: Sequence[TableRow], path: Path) -> dict[int, str]:
    """Return the name of each column of traits by its index; nameless columns without a cell are skipped."""
    names: dict[int, str] = {}
    for index, name in enumerate(header.cells[1:], 1):
        if not name and any(row.cells[index] for row in rows):
            text = marked("{path}: column {column} has no name in the first row.")
            raise UserError(message(text, path=str(path), column=index + 1))
        if name:
            names[index] = name
    if not names:
        text = marked(
            "{path} has no trait columns. The first column names the classes, and every other column is a trait."
        )
        raise UserError(message(text, path=str(path)))
    if len(names) > _MOST_COLUMNS or len(rows) > _MOST_CLASSES:
        text = marked("{path} is too large: it has more than {columns} columns or {classes} rows.")
        raise UserError(message(text, path=str(path), columns=_MOST_COLUMNS, classes=_MOST_CLASSES))
    return names


def _refuse_twice(names: Collection[str], path: Path) -> None:
    twice = [name for name, count in Counter(map(trait_key, names)).items() if count > 1]
    if twice:
        name = next(name for name in names if trait_key(name) in twice)
        text = marked("{path}: two columns are called {name}. Give one of them another name.")
        raise UserError(message(text, path=str(path), name=name))


def _class_of(row: TableRow, path: Path) -> str:
    if not trait_key(row.cells[0]):
        text = marked("{path}, row {row}, column {column}: the name of the class is missing.")
        raise UserError(message(text, path=str(path), row=row.number, column=1))
    return row.cells[0]


def _table(path: Path, names: Sequence[str], cells: Mapping[str, tuple[str, ...]]) -> Traits:
    """Return the table without its blank columns, each other column with its kind."""
    columns = [[row[index] for row in cells.values()] for index in range(len(names))]
    kept_columns = [index for index, column in enumerate(columns) if not all(map(is_blank, column))]
    if not kept_columns:
        text = marked("{path} describes no class: all its cells are empty.")
        raise UserError(message(text, path=str(path)))
    notes = [
        message(marked("The column {name} has no known values and is left out."), name=names[index])
        for index in range(len(names))
        if index not in kept_columns
    ]
    kinds = tuple((names[index], kind_of(columns[index])) for index in kept_columns)
    notes += [
        note
        for index, (name, kind) in zip(kept_columns, kinds, strict=True)
        for note in _oddity(name, kind, {row: cell[index] for row, cell in cells.items()})
    ]
    rows = {name: tuple(row[index] for index in kept_columns) for name, row in cells.items()}
    return Traits(path.name, kinds, rows, tuple(notes))


def _oddity(name: str, kind: TraitKind, column: Mapping[str, str]) -> list[Message]:
    """Warn where a few cells keep a column, its cells by class, from being one of numbers."""
    known = [(row, cell) for row, cell in column.items() if not is_blank(cell)]
    others = [(row, cell) for row, cell in known if number_in(cell) is None]
    if kind is not TraitKind.CATEGORY or not 0 < len(others) < len(known) / 2:
        return []
    text = marked(
        "Column {name}: {count} cells are not numbers (the first: “{cell}” in row {row}), so the column is "
        "read as categories. Use numbers, ranges such as 5-7, or ? for unknown."
    )
    row, cell = others[0]
    return [message(text, name=name, count=len(others), cell=cell, row=row)]


def _clean(cell: str, path: Path) -> str:
    if any(character < " " and not character.isspace() for character in cell):
        raise not_text(path)
    return " ".join(cell.split())


def _matched(table: Traits, names: Mapping[int, tuple[str, str]]) -> dict[int, str]:
    """Return the name of the row of each class, of its folder and itself rather than of itself alone."""
    rows = {trait_key(name): name for name in table.rows}
    row_names: dict[int, str] = {}
    for class_id, (task, name) in names.items():
        row = rows.get(trait_key(f"{task}/{name}")) or rows.get(trait_key(name))
        if row is not None:
            row_names[class_id] = row
    return row_names


def _class_names(project: Project) -> dict[int, tuple[str, str]]:
    """Return the name of each class's task, and its own."""
    query = select(ImageClass.id, Task.name, ImageClass.name).join(Task, Task.id == ImageClass.task_id)
    with project.read() as session:
        return {number: (task, name) for number, task, name in session.execute(query.order_by(ImageClass.id))}

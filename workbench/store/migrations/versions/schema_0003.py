"""Schema 3: facts in the place of sentences, and today's names of what was asked."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

from workbench.store.migrations._facts_0003 import facts_of_schema_3
from workbench.store.migrations._run_settings_0003 import run_settings_of_schema_3

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Convert what images, runs and comparisons hold as JSON."""
    _convert_images()
    _convert_runs()
    _convert_comparisons()


def _convert_images() -> None:
    _convert("images", "reason", facts_of_schema_3)


def _convert_runs() -> None:
    _convert("runs", "note", facts_of_schema_3)
    _convert("runs", "settings", run_settings_of_schema_3)


def _convert_comparisons() -> None:
    _convert("comparisons", "found", _found)


def _convert(table: str, column: str, converted: Callable[[Any], Any]) -> None:
    """Put in the place of each value of a JSON column what `converted` makes of it."""
    cells = sa.table(table, sa.column("id", sa.Integer), sa.column(column, sa.JSON(none_as_null=True)))
    cell, connection = cells.c[column], op.get_bind()
    for number, stored in connection.execute(sa.select(cells.c.id, cell).where(cell.is_not(None))).all():
        new = converted(stored)
        if new != stored:
            connection.execute(sa.update(cells).where(cells.c.id == number).values({column: new}))


def _found(stored: dict[str, Any]) -> dict[str, Any]:
    """Give what was asked its name of today, and leave out the sentences that are made of the figures beside them."""
    renamed = {"request" if name == "wish" else name: value for name, value in stored.items()}
    if "diversity" in renamed:
        renamed["diversity"] = _without_sentence(renamed["diversity"])
        renamed["runs"] = [
            run | {name: _without_sentence(run[name]) for name in ("gap", "distance")} for run in renamed["runs"]
        ]
    return facts_of_schema_3(renamed)


def _without_sentence(figures: dict[str, Any] | None) -> dict[str, Any] | None:
    return figures and {name: value for name, value in figures.items() if name != "sentence"}

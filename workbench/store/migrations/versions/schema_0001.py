"""Schema 1, the first: every table, and the triggers that keep labels as they were written."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None

ROLES = ("meta-train", "meta-validation", "meta-test")


def upgrade() -> None:
    """Make all tables of an empty file, those that others point to first."""
    _make_tasks()
    _make_classes()
    _make_images()
    _make_runs()
    _make_measurements()
    _make_checkpoints()
    _make_evaluations()
    _make_labelling_sets()
    _make_labelling_classes()
    _make_examples()
    _make_labels()
    _keep_labels_as_written()


def _table(name: str, *columns: SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sqlite_autoincrement=True,
    )


def _needed(name: str, kind: type[sa.types.TypeEngine[Any]]) -> sa.Column[Any]:
    return sa.Column(name, kind(), nullable=False)


def _optional(name: str, kind: type[sa.types.TypeEngine[Any]]) -> sa.Column[Any]:
    return sa.Column(name, kind(), nullable=True)


def _word(table: str, column: str, *words: str) -> list[SchemaItem]:
    choices = ", ".join(f"'{word}'" for word in words)
    return [
        sa.Column(column, sa.String(20), nullable=False),
        sa.CheckConstraint(f"{column} IN ({choices})", name=f"ck_{table}_{column}"),
    ]


def _points(table: str, column: str, to: str, when_deleted: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{table}_{column}", ondelete=when_deleted)


def _make_tasks() -> None:
    _table(
        "tasks",
        _needed("name", sa.String),
        _needed("folder", sa.LargeBinary),
        *_word("tasks", "layout", "classes", "unlabelled"),
        _needed("created_at", sa.String),
    )


def _make_classes() -> None:
    _table(
        "classes",
        _needed("task_id", sa.Integer),
        _needed("name", sa.String),
        *_word("classes", "role", *ROLES),
        _needed("folder", sa.LargeBinary),
        _points("classes", "task_id", "tasks", "CASCADE"),
        sa.UniqueConstraint("task_id", "name", name="uq_classes_task_id_name"),
    )


def _make_images() -> None:
    _table(
        "images",
        _needed("task_id", sa.Integer),
        _optional("class_id", sa.Integer),
        _needed("path", sa.LargeBinary),
        _optional("sha256", sa.LargeBinary),
        _needed("size", sa.Integer),
        _needed("modified_ns", sa.Integer),
        _optional("width", sa.Integer),
        _optional("height", sa.Integer),
        _optional("specimen", sa.String),
        *_word("images", "status", "ready", "unreadable", "missing"),
        _optional("reason", sa.JSON),
        _points("images", "task_id", "tasks", "CASCADE"),
        _points("images", "class_id", "classes", "CASCADE"),
        sa.UniqueConstraint("task_id", "path", name="uq_images_task_id_path"),
    )
    op.create_index("ix_images_class_id", "images", ["class_id"])
    op.create_index("ix_images_sha256", "images", ["sha256"])


def _make_runs() -> None:
    _table(
        "runs",
        _needed("approach", sa.String),
        _needed("encoder", sa.String),
        _needed("options", sa.JSON),
        _needed("settings", sa.JSON),
        _needed("seed", sa.Integer),
        _needed("versions", sa.JSON),
        _needed("device", sa.String),
        *_word("runs", "state", "running", "stopped", "finished", "failed"),
        _optional("note", sa.JSON),
        _needed("created_at", sa.String),
        _needed("seconds", sa.Double),
        _needed("episode", sa.Integer),
        _needed("roles", sa.JSON),
    )


def _make_measurements() -> None:
    _table(
        "measurements",
        _needed("run_id", sa.Integer),
        _needed("episode", sa.Integer),
        _needed("loss", sa.Double),
        _needed("accuracy", sa.Double),
        _optional("validation_accuracy", sa.Double),
        _optional("validation_ci95", sa.Double),
        _needed("rate", sa.Double),
        _needed("seconds", sa.Double),
        _points("measurements", "run_id", "runs", "CASCADE"),
        sa.UniqueConstraint("run_id", "episode", name="uq_measurements_run_id_episode"),
    )


def _make_checkpoints() -> None:
    _table(
        "checkpoints",
        _needed("run_id", sa.Integer),
        *_word("checkpoints", "kind", "last", "best"),
        _needed("episode", sa.Integer),
        _needed("sha256", sa.LargeBinary),
        _needed("state", sa.JSON),
        _needed("created_at", sa.String),
        _needed("weights", sa.LargeBinary),
        _points("checkpoints", "run_id", "runs", "CASCADE"),
        sa.UniqueConstraint("run_id", "kind", name="uq_checkpoints_run_id_kind"),
    )


def _make_evaluations() -> None:
    _table(
        "evaluations",
        _optional("run_id", sa.Integer),
        _needed("settings", sa.JSON),
        _needed("way", sa.Integer),
        _needed("shot", sa.Integer),
        _needed("query", sa.Integer),
        _needed("episodes", sa.Integer),
        _needed("seed", sa.Integer),
        *_word("evaluations", "role", *ROLES),
        _needed("accuracy", sa.Double),
        _needed("ci95", sa.Double),
        _needed("details", sa.JSON),
        _needed("created_at", sa.String),
        _points("evaluations", "run_id", "runs", "CASCADE"),
    )
    op.create_index("ix_evaluations_run_id", "evaluations", ["run_id"])


def _make_labelling_sets() -> None:
    _table(
        "labelling_sets",
        _needed("name", sa.String),
        _optional("run_id", sa.Integer),
        _needed("created_at", sa.String),
        _points("labelling_sets", "run_id", "runs", "SET NULL"),
        sa.UniqueConstraint("name", name="uq_labelling_sets_name"),
    )


def _make_labelling_classes() -> None:
    _table(
        "labelling_classes",
        _needed("set_id", sa.Integer),
        _needed("name", sa.String),
        _needed("position", sa.Integer),
        _points("labelling_classes", "set_id", "labelling_sets", "CASCADE"),
        sa.UniqueConstraint("set_id", "name", name="uq_labelling_classes_set_id_name"),
    )


def _make_examples() -> None:
    _table(
        "examples",
        _needed("class_id", sa.Integer),
        _needed("image_id", sa.Integer),
        _needed("created_at", sa.String),
        _points("examples", "class_id", "labelling_classes", "CASCADE"),
        _points("examples", "image_id", "images"),
    )
    op.create_index("ix_examples_class_id", "examples", ["class_id"])


def _make_labels() -> None:
    _table(
        "labels",
        _needed("set_id", sa.Integer),
        _needed("image_id", sa.Integer),
        _optional("class_id", sa.Integer),
        *_word("labels", "decision", "accepted", "corrected", "unknown", "rejected", "undone"),
        _needed("who", sa.String),
        _needed("decided_at", sa.String),
        _optional("proposed_name", sa.String),
        _optional("confidence", sa.Double),
        _optional("second_name", sa.String),
        _optional("second_confidence", sa.Double),
        _optional("run_id", sa.Integer),
        _points("labels", "set_id", "labelling_sets"),
        _points("labels", "image_id", "images"),
        _points("labels", "class_id", "labelling_classes"),
        _points("labels", "run_id", "runs"),
    )
    op.create_index("ix_labels_set_id_image_id", "labels", ["set_id", "image_id"])


def _keep_labels_as_written() -> None:
    refuse = "BEGIN SELECT RAISE(ABORT, 'labels are never changed, only added'); END"
    op.execute(f"CREATE TRIGGER labels_not_updated BEFORE UPDATE ON labels {refuse}")
    op.execute(f"CREATE TRIGGER labels_not_deleted BEFORE DELETE ON labels {refuse}")
    # INSERT OR REPLACE deletes the old row without asking the trigger above.
    op.execute(
        "CREATE TRIGGER labels_not_replaced BEFORE INSERT ON labels "  # noqa: S608 - no value is put in
        f"WHEN EXISTS (SELECT 1 FROM labels WHERE id = NEW.id) {refuse}"
    )

"""Schema 6: names, remarks and deletion of runs; searches for the best way to learn, and their trials."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_REAL: sa.Double[float] = sa.Double()


def upgrade() -> None:
    """Give runs what a person says of them, and make the tables of searches, empty."""
    _widen_runs()
    _make_searches()
    _make_trials()


def _widen_runs() -> None:
    op.add_column("runs", sa.Column("name", sa.String(), nullable=True))
    op.add_column("runs", sa.Column("remark", sa.String(), nullable=True))
    op.add_column("runs", sa.Column("deleted_at", sa.String(), nullable=True))


def _make_searches() -> None:
    op.create_table(
        "searches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("seconds", _REAL, nullable=False),
        sa.Column("found", sa.JSON(), nullable=True),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.CheckConstraint("state IN ('running', 'stopped', 'finished', 'failed')", name="ck_searches_state"),
        sa.PrimaryKeyConstraint("id", name="pk_searches"),
        sqlite_autoincrement=True,
    )


def _make_trials() -> None:
    op.create_table(
        "trials",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("search_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("rungs", sa.JSON(), nullable=False),
        sa.Column("accuracy", _REAL, nullable=True),
        sa.Column("ci95", _REAL, nullable=True),
        sa.Column("seconds", _REAL, nullable=False),
        sa.Column("reason", sa.JSON(), nullable=True),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.CheckConstraint("state IN ('running', 'finished', 'pruned', 'failed')", name="ck_trials_state"),
        sa.ForeignKeyConstraint(["search_id"], ["searches.id"], name="fk_trials_search_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_trials_run_id", ondelete="SET NULL"),
        sa.UniqueConstraint("search_id", "number", name="uq_trials_search_id_number"),
        sa.PrimaryKeyConstraint("id", name="pk_trials"),
        sqlite_autoincrement=True,
    )

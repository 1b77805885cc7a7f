"""Schema 5: a digest of every row, the chain of those of labels and examples, and how a task's files are read."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add all, empty; whoever migrates computes the digests when the schema is today's."""
    _widen_tasks()
    _make_row_digests()
    _make_digest_chain()


def _widen_tasks() -> None:
    op.add_column("tasks", sa.Column("reading", sa.JSON(), nullable=True))


def _make_row_digests() -> None:
    op.create_table(
        "row_digests",
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(16), nullable=False),
        sa.PrimaryKeyConstraint("table_name", "row_id", name="pk_row_digests"),
        sqlite_with_rowid=False,
    )


def _make_digest_chain() -> None:
    op.create_table(
        "digest_chain",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(16), nullable=True),
        sa.Column("chained", sa.LargeBinary(16), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_digest_chain"),
        sqlite_autoincrement=True,
    )

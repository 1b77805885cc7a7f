"""Schema 7: ratings that people gave to items."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table of ratings, empty."""
    _make_rating_sets()


def _make_rating_sets() -> None:
    op.create_table(
        "rating_sets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(32), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rating_sets"),
        sqlite_autoincrement=True,
    )

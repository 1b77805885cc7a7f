"""Schema 4: which decisions were taken in bulk or confirmed, and with which settings their proposals were made."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Give the labels the columns for it."""
    _widen_labels()


def _widen_labels() -> None:
    # Added in place, not by copying the table, which would lose the triggers that keep labels as they were written.
    op.add_column("labels", sa.Column("in_bulk", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("labels", sa.Column("confirmed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("labels", sa.Column("proposed_with", sa.JSON(), nullable=True))

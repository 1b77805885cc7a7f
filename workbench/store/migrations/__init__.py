"""How an older project file, or an empty one, becomes one of today's schema.

To change the schema: change `models.py`, add a file to `versions/` and raise `SCHEMA` in
`file_identity.py` by one. The digests of all rows are computed anew afterwards.
"""

from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from workbench.store.connections import plain_connection
from workbench.store.file_identity import SCHEMA
from workbench.store.row_digests import SCHEMA_OF_DIGESTS, rewrite_digests

SCRIPTS = Path(__file__).parent
# What a migration raises on values that the program never stored.
NOT_MIGRATED = (ArithmeticError, AttributeError, LookupError, RecursionError, SQLAlchemyError, TypeError, ValueError)


def migrate(connection: Connection, scripts: Path = SCRIPTS, schema: int = SCHEMA) -> None:
    """Bring the database up to `schema`, inside the transaction that the caller began and will commit."""
    # Here and not above, because most openings need no migration and should not wait for the import.
    from alembic.command import upgrade  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        # An earlier one is compared with, or is for what is repaired: that becomes one of today's with its rows.
        upgrade(config, "head" if schema >= SCHEMA else f"{schema:04d}")
    except CommandError as error:
        raise ValueError(str(error)) from error
    if schema >= SCHEMA_OF_DIGESTS:
        rewrite_digests(plain_connection(connection))
    connection.exec_driver_sql(f"PRAGMA user_version = {schema:d}")

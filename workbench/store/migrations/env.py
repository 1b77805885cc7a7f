"""What Alembic runs to migrate: it takes the caller's connection and stays in the caller's transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()

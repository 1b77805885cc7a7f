"""The project: one SQLite file. Knows only SQLAlchemy and Alembic."""

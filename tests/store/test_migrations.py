import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect

from tests.store.parts import ROOT, task_names
from workbench.errors import UserError
from workbench.store.connections import migrator
from workbench.store.file_identity import APPLICATION_ID, SCHEMA
from workbench.store.integrity import project_faults
from workbench.store.migrations import SCRIPTS, migrate
from workbench.store.models import Base
from workbench.store.project import open_project

BREAKS_HALF_WAY = """
from alembic import op
revision = "9999"
down_revision = "0007"
def upgrade():
    op.execute("CREATE TABLE half (x)")
    op.execute("DELETE FROM tasks")
    op.execute("SELECT * FROM no_such_table")
"""


@pytest.fixture
def older(folder: Path) -> Path:
    """A project file from before the first schema."""
    path = folder / "older.mlwb"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("VACUUM")
    return path


def test_models_and_migrations_agree(file: Path) -> None:
    migrated, made = create_engine(f"sqlite:///{file}"), create_engine("sqlite://")
    Base.metadata.create_all(made)
    with migrated.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []
    for table in Base.metadata.tables:
        assert fine_print(migrated, table) == fine_print(made, table)
    migrated.dispose()
    made.dispose()


def fine_print(engine: Engine, table: str) -> list[object]:
    """What the comparison above leaves out: checks, what deleting does, and ids that are never reused."""
    inspected = inspect(engine)
    with engine.connect() as connection:
        sql = connection.exec_driver_sql("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).scalar_one()
    keys = [(key["name"], key.get("options")) for key in inspected.get_foreign_keys(table)]
    checks = [(check["name"], check["sqltext"]) for check in inspected.get_check_constraints(table)]
    return [sorted(checks), sorted(keys, key=str), "AUTOINCREMENT" in sql]


def test_the_schema_number_is_the_number_of_migrations() -> None:
    assert len(list((SCRIPTS / "versions").glob("schema_*.py"))) == SCHEMA


def test_an_older_file_is_backed_up_then_brought_up_to_date(older: Path, backups: Path) -> None:
    with open_project(older, backups=backups) as project:
        assert task_names(project) == []
        assert project_faults(project) == []
    (backup,) = backups.glob("*/*")
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == []


def test_an_older_file_opened_to_read_is_refused_and_left_as_it_is(older: Path, backups: Path) -> None:
    before = older.read_bytes()
    with pytest.raises(UserError, match="older version"):
        open_project(older, backups=backups, read_only=True)
    assert older.read_bytes() == before


def test_a_failed_migration_leaves_a_file_that_works(file: Path, tmp_path: Path, backups: Path) -> None:
    scripts = Path(shutil.copytree(SCRIPTS, tmp_path / "100% scripts"))
    (scripts / "versions" / "schema_9999.py").write_text(BREAKS_HALF_WAY)
    engine = migrator(file)
    with pytest.raises(Exception, match="no_such_table"), engine.begin() as connection:
        migrate(connection, scripts, SCHEMA + 1)
    engine.dispose()
    with open_project(file, backups=backups) as project:
        assert task_names(project) == ["first"]
        with project.read() as session:
            assert "half" not in inspect(session.connection()).get_table_names()


@pytest.mark.slow
def test_alembic_is_not_imported_to_open_a_project_of_today(file: Path, backups: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from workbench.store.project import open_project;"
        "open_project(Path(sys.argv[1]), backups=Path(sys.argv[2])).close(); sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script, str(file), str(backups)], cwd=ROOT, check=True)

"""The column types of a project: file paths, points in time, and words from a fixed list."""

import json
import os
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Dialect, Enum, LargeBinary, String
from sqlalchemy.types import TypeDecorator


class UnreadableValue(Exception):
    """A value in a project is not what its column holds, as it was damaged or made by somebody else."""


class FilePath(TypeDecorator[Path]):
    """A path kept as the bytes the file system knows, so that names that are not UTF-8 survive."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Path | None, dialect: Dialect) -> bytes | None:
        """Return the path's bytes."""
        return None if value is None else os.fsencode(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Path | None:
        """Return the path the bytes stand for."""
        return None if value is None else Path(os.fsdecode(value))


class Moment(TypeDecorator[datetime]):
    """A point in time kept as ISO text in UTC, always of one width, so that text order is time order."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return the text; raises ValueError for a time without a zone, which is ambiguous."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Return the time, in UTC."""
        try:
            return None if value is None else datetime.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise UnreadableValue(f"{value!r:.40} is not a time") from error


def read_json(stored: str | bytes) -> Any:
    """Return the value of a JSON text; raises UnreadableValue for any other."""
    try:
        return json.loads(stored)
    except (TypeError, ValueError, RecursionError) as error:
        raise UnreadableValue(f"JSON: {error}") from error


def now() -> datetime:
    """Return the current time, in UTC."""
    return datetime.now(UTC)


def one_of(words: type[StrEnum], name: str) -> Enum:
    """Return the type of a text column that holds one of `words`, checked by the database."""
    return Enum(
        words,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=20,
        values_callable=_values,
    )


def _values(members: type[StrEnum]) -> list[str]:
    return [member.value for member in members]

"""Which sentences a project's file holds: `python -m tests.store.stored_words PROJECT` lists them."""

import json
import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

# Two words of a sentence: names of ours are single words, written with hyphens, dots or underscores.
_WORDS = re.compile(r"\b[a-z]{2,} [a-z]{2,}\b")
# What a person calls classes and traits, what the system or a library says, and what no code stands for.
_OF_OTHERS = {"name", "names", "table", "path", "folder", "reason", "trait_scheme", "trait_rows", "traits", "text"}


def stored_sentences(file: Path) -> list[str]:
    """Return the texts in the JSON columns of a project that read like a sentence, each with its table and column."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as database:
        return [f"{place}: {text}" for place, text in _stored_texts(database) if _WORDS.search(text)]


def stored_codes(file: Path) -> set[str]:
    """Return the codes of all facts in a project."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as database:
        return {code for _, value in _cells(database) for code in _codes(value)}


def _stored_texts(database: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    for place, value in _cells(database):
        # A table of traits is what a person wrote.
        if not place.startswith("trait_tables."):
            yield from ((place, text) for text in _texts(value))


def _cells(database: sqlite3.Connection) -> Iterator[tuple[str, Any]]:
    query = """SELECT tables.name, columns.name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
        WHERE tables.type = 'table' AND columns.type = 'JSON'"""
    for table, column in database.execute(query).fetchall():
        stored = f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL"  # noqa: S608 - names of our schema
        for (value,) in database.execute(stored):
            yield f"{table}.{column}", json.loads(value)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in _OF_OTHERS or (isinstance(part, dict) and "code" in part):
                yield from _texts(part)


def _codes(value: Any) -> Iterator[str]:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict) and isinstance(value.get("code"), str):
        yield value["code"]
    for part in parts:
        yield from _codes(part)


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in stored_sentences(Path(sys.argv[1]).resolve()))

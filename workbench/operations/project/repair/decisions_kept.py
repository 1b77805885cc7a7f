"""What a person decided, in a repair: of a label or an example that is lost, and of what is lost that one refers to."""

import os
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from workbench.facts.decision import Decision
from workbench.store.models import Image, ImageStatus, LabellingClass, LabellingSet
from workbench.store.row_digests import CHAINED, StoredValue
from workbench.store.salvage import Salvage

RowValues = dict[str, StoredValue]

_LONGEST = 100  # characters of a value in a report
_SHA256 = 32  # bytes
_AS_STORED = {"decision": "decision", "who": "who", "decided_at": "when"}


class Decisions:
    """The labels and examples of a damaged file."""

    def __init__(self, damaged: Salvage) -> None:
        self._damaged = damaged

    def are_of(self, image: int) -> bool:
        """Whether a person labelled an image, or gave it as an example."""
        return image in self._images

    def known(self, table: str, values: Mapping[str, StoredValue]) -> dict[str, str]:
        """Return what is known of a label or an example; nothing of rows of other tables."""
        if table not in CHAINED:
            return {}
        image = self._row(Image.__tablename__, values.get("image_id"))
        of_class = self._row(LabellingClass.__tablename__, values.get("class_id"))
        named = of_class.get("name") or values.get("class_id")
        known = self.of_image(image) | ({"class": shown(named)} if named else {})
        return known | {name: shown(values[column]) for column, name in _AS_STORED.items() if values.get(column)}

    def of_image(self, values: Mapping[str, StoredValue]) -> dict[str, str]:
        """Return what is known of an image: its path and the hash of its content."""
        path, sha256 = values.get("path"), values.get("sha256")
        known = {"image": shown(path, longest=None)} if isinstance(path, bytes) else {}
        return known | ({"sha256": sha256.hex()} if isinstance(sha256, bytes) and len(sha256) == _SHA256 else {})

    def in_place_of(self, table: str, number: int) -> RowValues | None:
        """Return a row in the place of a lost class or set of classes that decisions refer to; None without any.

        A class is called what a person accepted as it, where that is known.
        """
        if table == LabellingClass.__tablename__:
            rows = [row for row in self._rows if row["class_id"] == number]
            sets = [row["set_id"] for row in rows if isinstance(row.get("set_id"), int)]
            accepted = Counter(
                shown(row["proposed_name"]) for row in rows if row.get("decision") == Decision.ACCEPTED.value
            )
            del accepted[""]
            name = next((name for name, _ in accepted.most_common(1)), f"lost class {number}")
            return {"id": number, "set_id": sets[0] if sets else 1, "name": name, "position": number} if rows else None
        if table == LabellingSet.__tablename__:
            decided = [row["decided_at"] for row in self._rows if row.get("set_id") == number]
            created = {"run_id": None, "created_at": decided[0]} if decided else {}
            return {"id": number, "name": f"lost set {number}", **created} if decided else None
        return None

    @cached_property
    def _rows(self) -> list[RowValues]:
        columns = self._damaged.columns
        return [
            dict(zip(columns[table], values, strict=True))
            for table in CHAINED
            if table in columns
            for _, values in self._damaged.rows(table)
        ]

    @cached_property
    def _images(self) -> frozenset[StoredValue]:
        return frozenset(row["image_id"] for row in self._rows if "image_id" in row)

    def _row(self, table: str, number: StoredValue) -> RowValues:
        row = self._damaged.row(table, number) if isinstance(number, int) else None
        return {} if row is None else dict(zip(self._damaged.columns[table], row, strict=True))


def stand_in(number: int, found: RowValues, nearest: Mapping[str, StoredValue] | None) -> RowValues | None:
    """Return the row of a missing image, with what was found of a lost one; None where no other image is known.

    What is unknown is taken from the image imported next to it: its folder.
    """
    if nearest is None:
        return None
    values: RowValues = dict.fromkeys(nearest)
    path, sha256, task = found.get("path"), found.get("sha256"), found.get("task_id")
    values |= {
        "id": number,
        "task_id": task if isinstance(task, int) else nearest["task_id"],
        "path": path if isinstance(path, bytes) and path and b"\0" not in path else name_of_lost(number, nearest),
        "sha256": sha256 if isinstance(sha256, bytes) and len(sha256) == _SHA256 else None,
        "size": 0,
        "modified_ns": 0,
        "status": ImageStatus.MISSING.value,
    }
    return values


def name_of_lost(number: int, nearest: Mapping[str, StoredValue]) -> bytes:
    """Return a path for an image of which none is known, in the folder of the one imported next to it."""
    path = nearest["path"]
    folder = Path(os.fsdecode(path)).parent if isinstance(path, bytes) else Path()
    return os.fsencode(folder / f"lost image {number}")


def shown(value: StoredValue, *, longest: int | None = _LONGEST) -> str:
    """Return a value as text for a report."""
    if isinstance(value, bytes):
        text = value.decode("utf-8", "replace")
        return shown(text if text.isprintable() else value.hex(), longest=longest)
    text = "" if value is None else str(value).encode("utf-8", "replace").decode()
    return text if longest is None or len(text) <= longest else f"{text[:longest]}…"

"""Material in files that several processes map into their memory, so that there is one copy of it for all."""

import json
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np

from workbench.errors import UserError
from workbench.operations.features.episode_pool import PoolArrays
from workbench.operations.runs.portable_material import PortableMaterial
from workbench.operations.serialisation import as_json, from_json
from workbench.store.disk_space import full_disk
from workbench.words import marked, message, printable

_NOTES = "notes.json"
_TRAIN, _HELD_OUT = "train", "held_out"


def write_material(material: PortableMaterial, folder: Path) -> None:
    """Write material into a folder, which is made. Raises UserError when that cannot be done."""
    pools = {_TRAIN: material.train, _HELD_OUT: material.held_out}
    try:
        folder.mkdir(parents=True)
        for name, pool in pools.items():
            for array, values in _arrays(pool).items():
                np.save(folder / f"{name}.{array}.npy", values)
        notes = {name: [as_json(note) for note in pool.notes] for name, pool in pools.items() if pool is not None}
        notes["warnings"] = [as_json(note) for note in material.warnings]
        (folder / _NOTES).write_text(json.dumps(notes), encoding="utf-8")
    except OSError as error:
        raise full_disk(folder, error, material.bytes) or unwritable(folder, error) from error


def unwritable(folder: Path, error: OSError) -> UserError:
    """Say that material cannot be kept there, and what to do."""
    text = marked("{path} cannot be written: {reason}. Set WORKBENCH_DATA to a folder that can be, or use one process.")
    return UserError(message(text, path=printable(folder), reason=error.strerror or type(error).__name__))


def read_material(folder: Path) -> PortableMaterial:
    """Return the material in a folder; what is read of its arrays, all that do so share."""
    notes = json.loads((folder / _NOTES).read_text(encoding="utf-8"))
    pools = {name: _pool(folder, name, notes[name]) for name in (_TRAIN, _HELD_OUT) if name in notes}
    return PortableMaterial(pools[_TRAIN], pools.get(_HELD_OUT), tuple(map(from_json, notes["warnings"])))


def _arrays(pool: PoolArrays | None) -> dict[str, Any]:
    values = {} if pool is None else {field.name: getattr(pool, field.name) for field in fields(pool)}
    return {name: value for name, value in values.items() if isinstance(value, np.ndarray)}


def _pool(folder: Path, name: str, notes: list[dict[str, Any]]) -> PoolArrays:
    arrays: dict[str, Any] = {"specimen": None}
    for field in fields(PoolArrays):
        with suppress(FileNotFoundError):  # Not every pool has specimens.
            arrays[field.name] = np.asarray(np.load(folder / f"{name}.{field.name}.npy", mmap_mode="r"))
    return PoolArrays(**arrays, notes=tuple(map(from_json, notes)))

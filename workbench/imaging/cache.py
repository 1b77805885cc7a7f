"""An append-only cache of equal-sized arrays on disk, keyed by the hash of what they were made from.

Two files: NAME.data holds the records, NAME.index a header and, for each record, its 32-byte key and a
checksum. Data are written before the index, so a killed writer leaves at most a tail that the next cuts off.
Several processes may share one cache. Everything in it can be made again, so damage is never an error: a
damaged record counts as absent, a cache of another type or shape is replaced.
"""

import errno
import hashlib
import os
import shutil
import zlib
from array import array
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager, suppress
from math import ceil, prod
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock
from numpy.typing import DTypeLike, NDArray

from workbench.errors import UserError
from workbench.facts import Fact, fact

_KEY = 32
_ENTRY = _KEY + 4
_BATCH_BYTES = 2**24
_BATCH_RECORDS = 1024


class RecordCache:
    """Arrays of one type and shape, kept under 32-byte keys in a folder, which is made if missing.

    An object belongs to one thread; threads and processes that share a cache open one each. Raises UserError
    when the folder cannot be made, read or written, or the disk is full; it is usable again once there is space.
    """

    def __init__(self, folder: Path, name: str, dtype: DTypeLike, shape: tuple[int, ...]) -> None:
        self._folder = folder
        self._data = folder / f"{name}.data"
        self._index = folder / f"{name}.index"
        self._lock = FileLock(folder / f"{name}.lock")
        self._dtype = np.dtype(dtype)
        self._shape = shape
        self._record = prod(shape) * self._dtype.itemsize
        self._kind = hashlib.sha256(f"records 1 {self._dtype.str} {shape}".encode()).digest()
        self._forget(b"")
        with self._trouble_in_words():
            folder.mkdir(parents=True, exist_ok=True)
            with self._lock:
                self._mend()
            self._load_new_entries()

    @property
    def file(self) -> Path:
        """The file of the records, by which it is known."""
        return self._data

    def add(self, pairs: Iterable[tuple[bytes, NDArray[Any]]]) -> None:
        """Store records under their keys; a key that is there already keeps its record.

        Stored in batches as they come; what came before `pairs` raised is stored too.
        """
        batch: dict[bytes, bytes] = {}
        try:
            for key, record in pairs:
                batch[key] = self._payload(key, record)
                if len(batch) == _BATCH_RECORDS or len(batch) * self._record >= _BATCH_BYTES:
                    full, batch = batch, {}
                    self._add_batch(full)
        finally:
            if batch:
                self._add_batch(batch)

    def rows(self, keys: Sequence[bytes]) -> NDArray[np.int64]:
        """Return each key's row, -1 where there is no record or a damaged one, which may then be added again.

        The first time a row is requested, its record is read and compared with its checksum.
        """
        with self._trouble_in_words():
            self._load_new_entries()
            rows = [self._row_of.get(key, -1) for key in keys]
            damaged = self._damaged({row for row in rows if row >= 0 and not self._sound[row]})
        for key, row in zip(keys, rows, strict=True):
            if row in damaged:
                self._row_of.pop(key, None)
        return np.array([-1 if row in damaged else row for row in rows], np.int64)

    def get(self, rows: Sequence[int] | NDArray[np.int64]) -> NDArray[Any]:  # (n, *shape)
        """Return copies of the records at rows that the latest `rows()` gave; IndexError for -1, an absent one."""
        row_numbers = np.asarray(rows, np.int64)
        if row_numbers.size and row_numbers.min() < 0:
            raise IndexError("a row below zero stands for an absent record")
        with self._trouble_in_words():
            records = self._records()
        if row_numbers.size and row_numbers.max() >= len(records):
            raise UserError(fact("cache.changed", folder=str(self._folder)))
        return records[row_numbers]

    def _add_batch(self, batch: dict[bytes, bytes]) -> None:
        with self._trouble_in_words(needed=len(batch) * (self._record + _ENTRY)), self._lock:
            self._mend()
            self._load_new_entries()
            unstored = {key: payload for key, payload in batch.items() if key not in self._row_of}
            _append(self._data, b"".join(unstored.values()))
            entries = (key + zlib.crc32(payload).to_bytes(4, "little") for key, payload in unstored.items())
            _append(self._index, b"".join(entries))

    def _payload(self, key: bytes, record: NDArray[Any]) -> bytes:
        if len(key) != _KEY or record.shape != self._shape or record.dtype != self._dtype:
            raise ValueError(f"a {_KEY}-byte key and a {self._dtype} record of shape {self._shape} are expected")
        return record.tobytes()

    def _mend(self) -> None:
        """Truncate what a killed writer left; start over if the files are of another kind. Needs the lock."""
        header = _head(self._index)
        if len(header) < _ENTRY or not header.startswith(self._kind):
            # Removed, not emptied: another process may be reading the old ones.
            self._data.unlink(missing_ok=True)
            self._index.unlink(missing_ok=True)
            _append(self._index, self._new_header())
        indexed = _size(self._index) // _ENTRY - 1
        count = min(indexed, _size(self._data) // self._record)
        if count < indexed:
            # Rows are about to mean other records than those that other processes remember.
            with self._index.open("r+b") as file:
                file.write(self._new_header())
        _cut(self._index, (count + 1) * _ENTRY)
        _cut(self._data, count * self._record)

    def _new_header(self) -> bytes:
        return self._kind + os.urandom(_ENTRY - _KEY)

    def _load_new_entries(self) -> None:
        """Read the entries that any process has added to the index; no lock is needed, as data precede their entry."""
        header = _head(self._index)
        if header != self._header:
            self._forget(header)
        loaded_count = len(self._checksums)
        if _size(self._index) // _ENTRY - 1 <= loaded_count:
            return
        with self._index.open("rb") as file:
            file.seek((loaded_count + 1) * _ENTRY)
            entries = file.read()
        for offset in range(0, len(entries) - _ENTRY + 1, _ENTRY):
            # Of two entries with one key the later holds: it replaces a damaged one.
            self._row_of[entries[offset : offset + _KEY]] = len(self._checksums)
            self._checksums.append(int.from_bytes(entries[offset + _KEY : offset + _ENTRY], "little"))
        self._sound.extend(bytes(len(self._checksums) - loaded_count))

    def _forget(self, header: bytes) -> None:
        self._header = header
        self._row_of: dict[bytes, int] = {}
        self._checksums = array("L")
        self._sound = bytearray()

    def _damaged(self, rows: set[int]) -> set[int]:
        records = self._records()
        for row in sorted(rows):
            self._sound[row] = row < len(records) and zlib.crc32(records[row]) == self._checksums[row]
        return {row for row in rows if not self._sound[row]}

    def _records(self) -> NDArray[Any]:  # (all, *shape)
        # Mapped anew each time: beyond the end of a file that has shrunk, an old map ends the process.
        count = _size(self._data) // self._record
        if count == 0:
            return np.empty((0, *self._shape), self._dtype)
        return np.asarray(np.memmap(self._data, self._dtype, "r", shape=(count, *self._shape)))

    @contextmanager
    def _trouble_in_words(self, needed: int = 0) -> Generator[None]:
        try:
            yield
        except OSError as error:
            raise UserError(_trouble(self._folder, needed, error)) from error


def _trouble(folder: Path, needed: int, error: OSError) -> Fact:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        free = shutil.disk_usage(folder).free if folder.exists() else 0
        return fact("cache.disk_full", folder=str(folder), needed=ceil(needed / 10**6), free=free // 10**6)
    return fact("cache.unusable", folder=str(folder), reason=error.strerror or str(error))


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_ENTRY)
    except FileNotFoundError:
        return b""


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _cut(path: Path, size: int) -> None:
    if _size(path) > size:
        os.truncate(path, size)


def _append(path: Path, payload: bytes) -> None:
    with path.open("ab", buffering=0) as file:
        before = _size(path)
        try:
            remaining = memoryview(payload)
            while remaining:
                remaining = remaining[file.write(remaining) :]
        except OSError:
            with suppress(OSError):
                file.truncate(before)
            raise

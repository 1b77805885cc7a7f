"""The file of one run: a safetensors file of its weights, with all else that is known of it in its metadata.

The metadata has four texts: `format`, `version` (of the format), `run` (an `ExportedRun` as JSON) and `sha256`, which
covers every byte of the tensors, their names and shapes, and the other three. Nothing in it is executed.
"""

import hashlib
import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from workbench.errors import UserError
from workbench.store.models import Role
from workbench.words import marked, message, printable

RUN_FORMAT = "Meta-Learning Workbench run"
RUN_FORMAT_VERSION = 1

_LENGTH = struct.Struct("<Q")  # of the header, which follows it
_METADATA = "__metadata__"
_LONGEST_HEADER = 100_000_000  # bytes: what the safetensors library reads


@dataclass(frozen=True, kw_only=True)
class MeasuredEpisode:
    """What was measured at one episode of the training, under the names of the project's columns."""

    episode: int
    loss: float
    accuracy: float
    validation_accuracy: float | None
    validation_ci95: float | None
    rate: float
    seconds: float


@dataclass(frozen=True, kw_only=True)
class EarlierTest:
    """A test in the project that the run comes from: accuracies from 0 to 1, with their 95 % intervals."""

    accuracy: float
    ci95: float
    ci95_classes: float
    episodes: int
    way: int
    shot: int
    query: int
    role: Role
    created_at: str


@dataclass(frozen=True, kw_only=True)
class ExportedRun:
    """All that a file says of a run besides its weights.

    `settings` are those of the run (`settings_as_json`), without ids of classes and images; digests of the images it
    was trained and validated on are its `seen_elsewhere`. `classes` are the names of its classes by role, empty where
    they were left out, and `classes_gone` counts those of which nothing is known. `best` says whether the weights are
    those of the best validation, made at `weights_episode`. Times are ISO texts, `notes` facts as a project keeps them.
    """

    number: int
    project: str
    name: str | None
    remark: str | None
    settings: dict[str, Any]
    versions: dict[str, str]
    device: str
    state: str
    created_at: str
    exported_at: str
    seconds: float
    episode: int
    best: bool
    weights_episode: int
    classes: dict[Role, tuple[str, ...]] = field(default_factory=dict[Role, tuple[str, ...]])
    classes_gone: int = 0
    notes: tuple[dict[str, Any], ...] = ()
    measurements: tuple[MeasuredEpisode, ...] = ()
    tests: tuple[EarlierTest, ...] = ()


def run_file(weights: bytes, run: ExportedRun) -> bytes:
    """Return the content of a file with these weights (safetensors bytes)."""
    length = _LENGTH.unpack_from(weights)[0]
    header = json.loads(weights[_LENGTH.size : _LENGTH.size + length])
    data = weights[_LENGTH.size + length :]
    told = json.dumps(msgspec.to_builtins(run, str_keys=True), separators=(",", ":"))
    header[_METADATA] = {"format": RUN_FORMAT, "version": str(RUN_FORMAT_VERSION), "run": told}
    header[_METADATA]["sha256"] = _digest(header, data)
    return _joined(header, data)


def read_run_file(path: Path) -> tuple[bytes, ExportedRun]:
    """Return the weights (safetensors bytes, without metadata) of a run's file, and what it says of the run.

    Raises UserError when it cannot be read, is no file of a run, is of a newer version, or is damaged.
    """
    try:
        with open(path, "rb") as file:
            header = _header(path, file)
            data = file.read()
    except OSError as error:
        text = marked("{path} cannot be read: {reason}.")
        reason = error.strerror or type(error).__name__
        raise UserError(message(text, path=printable(path), reason=reason)) from error
    metadata = header[_METADATA]
    if metadata.get("sha256") != _digest(header, data):
        raise _damaged(path)
    try:
        run = msgspec.convert(json.loads(metadata["run"]), ExportedRun, str_keys=True)
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise _damaged(path) from error
    return _joined({name: value for name, value in header.items() if name != _METADATA}, data), run


def _header(path: Path, file: BinaryIO) -> dict[str, Any]:
    """Read the header of a run's file, before anything else of what may be a very large file of another kind."""
    start = file.read(_LENGTH.size)
    length = _LENGTH.unpack(start)[0] if len(start) == _LENGTH.size else 0
    text = file.read(length) if length <= _LONGEST_HEADER else b""
    try:
        header = json.loads(text)
        metadata = header[_METADATA]
        is_run, version = metadata["format"] == RUN_FORMAT, int(metadata["version"])
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise _no_run(path) from error
    if not is_run:
        raise _no_run(path)
    if version > RUN_FORMAT_VERSION:
        text_newer = marked("{path} was written by a newer version of the program. Update the program to import it.")
        raise UserError(message(text_newer, path=printable(path)))
    return header


def _digest(header: Mapping[str, Any], data: bytes) -> str:
    """Return the SHA-256 of all of a file but the digest itself."""
    metadata = {name: value for name, value in header[_METADATA].items() if name != "sha256"}
    text = json.dumps({**header, _METADATA: metadata}, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(text.encode("ascii"))
    digest.update(data)
    return digest.hexdigest()


def _joined(header: Mapping[str, Any], data: bytes) -> bytes:
    text = json.dumps(header, separators=(",", ":")).encode("ascii")
    text += b" " * (-len(text) % _LENGTH.size)  # The numbers after it are read where they lie.
    return _LENGTH.pack(len(text)) + text + data


def _no_run(path: Path) -> UserError:
    text = marked("{path} is no file of a run, or its beginning is damaged. Choose one that was exported as a run.")
    return UserError(message(text, path=printable(path)))


def _damaged(path: Path) -> UserError:
    text = marked("{path} is damaged: it is not as it was exported. Copy it anew, or export the run again.")
    return UserError(message(text, path=printable(path)))

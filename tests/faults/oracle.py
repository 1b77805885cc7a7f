"""The one judge of every trial: `main.py check`, and what must be there besides."""

import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.faults.row import hold
from tests.operations.conftest import SHORT
from workbench.cli.app import run
from workbench.operations.labelling.labels import current_labels
from workbench.operations.progress import Silent
from workbench.operations.project.opening import open_to_read, open_to_work
from workbench.operations.runs.training import train_approach


def checked(project: Path) -> dict[str, Any]:
    """Return what `main.py check PROJECT --json` prints."""
    printed, said = io.StringIO(), io.StringIO()
    with redirect_stdout(printed), redirect_stderr(said):
        code = run(["check", str(project), "--json"])
    hold(that=code in (0, 1), otherwise=f"check ended with {code}: {said.getvalue()[:300]}")
    return json.loads(printed.getvalue().splitlines()[-1])


def hold_sound(project: Path) -> None:
    """Raise NotHeld where the check finds damage or something left behind."""
    damage = checked(project)["damage"]
    hold(that=not damage, otherwise=f"check finds {damage[:3]}")


def hold_labels(project: Path, labels: Mapping[str, str]) -> None:
    """Raise NotHeld where a label that was said to be saved is not there; `labels` are by the names of images."""
    with open_to_read(project) as opened:
        there = {label.path.name: label.label for label in current_labels(opened)}
    lost = {name: label for name, label in labels.items() if there.get(name) != label}
    hold(that=not lost, otherwise=f"{len(lost)} labels that were said to be saved are lost: {list(lost)[:3]}")


def hold_names(folder: Path, names: Iterable[str]) -> None:
    """Raise NotHeld where a folder holds anything but these names."""
    there = sorted(path.name for path in folder.iterdir())
    hold(that=there == sorted(names), otherwise=f"{folder.name} holds {there}")


def hold_unchanged(images: Mapping[Path, str]) -> None:
    """Raise NotHeld where an image is not what it was."""
    changed = [path.name for path, digest in images.items() if digest_of(path) != digest]
    hold(that=not changed, otherwise=f"images were changed: {changed[:3]}")


def digests_under(folder: Path) -> dict[Path, str]:
    """Return the digest of every file in a folder."""
    return {path: digest_of(path) for path in sorted(folder.rglob("*")) if path.is_file()}


def digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def hold_goes_on(project: Path) -> None:
    """Raise NotHeld where a project cannot be opened to work, and trained one step."""
    with open_to_work(project) as opened:
        train_approach(opened, replace(SHORT, episodes=2, validate_every=2, validation_episodes=2), Silent())
    hold_sound(project)

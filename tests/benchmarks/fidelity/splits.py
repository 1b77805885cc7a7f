"""The two ways in which Omniglot's classes are split, each as a project that is made once and copied for every network.

`alphabets` keeps alphabets apart; `characters` draws classes whatever their alphabet, as in Vinyals et al., 2016,
"Matching Networks for One Shot Learning", section 4.1.1: 1,200 to learn from and the other 423 to test on. Of the
1,200, 100 choose the best checkpoint, as in the code of Finn et al., 2017.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import numpy as np

from tests.benchmarks.archives import import_omniglot
from workbench.operations.features.episode_pool import class_ids_of
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, new_project, open_to_work
from workbench.operations.tasks.classes import set_roles
from workbench.operations.tasks.import_images import ImportRequest, import_images
from workbench.store.models import Role

Split = Literal["alphabets", "characters"]

CLASSES, TRAINED, VALIDATED = 1623, 1100, 100
_SEED = 0
_LEAST = 2  # classes of each role, where there are few


def project_of(home: Path, data: Path, split: Split, name: str, *, made: bool = False) -> Project:
    """Return the project of a network, the one that was begun or a fresh copy.

    With `made`, `data` is a folder of a few made classes in place of the archives.
    """
    file = home / f"{name}.mlwb"
    if not file.exists():
        _in_one_go(lambda fresh: shutil.copyfile(base_of(home, data, split, made=made), fresh), file)
    return open_to_work(file)


def base_of(home: Path, data: Path, split: Split, *, made: bool = False) -> Path:
    """Return the file of the split's project, which is made if it is missing."""
    file = home / f"{split}.mlwb"
    if not file.exists():
        _in_one_go(lambda fresh: _make(fresh, data, split, made=made), file)
    return file


def _in_one_go(make: Callable[[Path], object], file: Path) -> None:
    """Make a file under another name first, so that what was killed meanwhile is not taken for it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(f".{os.getpid()}.part.mlwb")
    make(fresh)
    fresh.replace(file)


def _make(file: Path, data: Path, split: Split, *, made: bool) -> None:
    with new_project(file) as project:
        if made:
            import_images(project, data, ImportRequest(), Silent())
        else:
            import_omniglot(project, data)
        if split == "characters":
            _draw_roles(project)


def _draw_roles(project: Project) -> None:
    ids = sorted(number for role in Role for number in class_ids_of(project, role))
    order = np.random.default_rng(_SEED).permutation(ids).tolist()
    validated = max(_LEAST, round(len(ids) * VALIDATED / CLASSES))
    trained = max(_LEAST, round(len(ids) * TRAINED / CLASSES))
    set_roles(project, order[:validated], Role.META_VALIDATION)
    set_roles(project, order[validated : validated + trained], Role.META_TRAIN)
    set_roles(project, order[validated + trained :], Role.META_TEST)

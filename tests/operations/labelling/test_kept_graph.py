"""A session's graph: read when opened again, extended when images came, as good as one made anew."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from tests.made_images import make_pile
from tests.operations.conftest import fill_to_label
from tests.project_templates import ProjectTemplates
from workbench.folders import cache_folder
from workbench.learning.pile import neighbours
from workbench.operations.labelling.label_session import LabelSession, Proposals, open_session
from workbench.operations.labelling.labelling_set import tasks_to_label
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.import_images import ImportRequest, import_images

pytestmark = pytest.mark.usefixtures("known_features")


@pytest.fixture
def ready(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill_to_label, tmp_path)
    make_pile(tmp_path / "pile")
    return project


def proposed(project: Project, run: str = "latest") -> tuple[LabelSession, Proposals]:
    session = open_session(project, run=run, tasks=tasks_to_label(project), device="cpu", reporter=Silent())
    return session, session.propose(project, Silent())


def graphs() -> list[Path]:
    return list((cache_folder() / "graphs").glob("*.npz"))


def forget_graphs() -> None:
    shutil.rmtree(cache_folder() / "graphs")


def test_opening_again_compares_no_images(ready: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    _, before = proposed(ready)
    (path,) = graphs()
    # So large a block could not be taken of anything: nothing is looked for.
    monkeypatch.setattr(neighbours, "_BLOCK", "none")
    _, after = proposed(ready)
    assert np.array_equal(before.confidence, after.confidence)
    assert graphs() == [path]


@pytest.mark.parametrize("run", ["latest", "pretrained"])
def test_images_that_came_extend_it(ready: Project, tmp_path: Path, run: str) -> None:
    proposed(ready, run)
    make_pile(tmp_path / "more", images=1, seed=0)
    import_images(ready, tmp_path / "more", ImportRequest(), Silent())
    session, extended = proposed(ready, run)
    forget_graphs()
    again, anew = proposed(ready, run)
    assert session.images == again.images
    assert np.array_equal(extended.best, anew.best)
    np.testing.assert_allclose(extended.confidence, anew.confidence, atol=0.05)


def test_images_that_are_gone_and_a_damaged_file_do_no_harm(ready: Project, tmp_path: Path) -> None:
    _, before = proposed(ready)
    for path in graphs():
        path.write_bytes(path.read_bytes()[:-200])
    _, after = proposed(ready)
    assert np.array_equal(before.confidence, after.confidence)
    shutil.rmtree(cache_folder() / "embeddings")
    (tmp_path / "pile" / "003.png").unlink()
    _, fewer = proposed(ready)
    assert len(fewer.image_ids) == 19
    assert set(fewer.image_ids) < set(before.image_ids)

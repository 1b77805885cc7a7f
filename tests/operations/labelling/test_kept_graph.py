"""A session's graph: read when opened again, extended when images came, as good as one made anew."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from tests.made_images import make_pile
from tests.operations.conftest import fill_to_label
from tests.project_templates import ProjectTemplates
from workbench.folders import cache_folder
from workbench.operations.labelling.label_session import LabelSession, Proposals, open_session
from workbench.operations.labelling.labelling_set import tasks_to_label
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.tasks.import_images import ImportRequest, import_images

pytestmark = pytest.mark.usefixtures("known_features")


@pytest.fixture
def ready(templates: ProjectTemplates, project: Project, tmp_path: Path) -> Project:
    templates.fill(project, fill_to_label, tmp_path)
    return project


def proposed(project: Project, run: str = "latest") -> tuple[LabelSession, Proposals]:
    session = open_session(project, run=run, tasks=tasks_to_label(project), device="cpu", reporter=Silent())
    return session, session.propose(project, Silent())


def graphs() -> list[Path]:
    return list((cache_folder() / "graphs").glob("*.npz"))


def forget_graphs() -> None:
    shutil.rmtree(cache_folder() / "graphs")


@pytest.mark.slow
def test_opening_again_heeds_the_graph_that_was_kept(ready: Project) -> None:
    _, before = proposed(ready)
    (path,) = graphs()
    _, after = proposed(ready)
    assert np.array_equal(before.confidence, after.confidence)
    assert graphs() == [path]
    with np.load(path) as file:
        parts = dict(file)
    parts["rows"] = np.roll(parts["rows"], 7, axis=0)
    np.savez(path, **parts)
    _, misled = proposed(ready)
    assert not np.allclose(before.confidence, misled.confidence, atol=0.01)


@pytest.mark.parametrize("run", ["latest", pytest.param("pretrained", marks=pytest.mark.slow)])
def test_images_that_came_extend_it(ready: Project, tmp_path: Path, run: str) -> None:
    proposed(ready, run)
    make_pile(tmp_path / "more", images=1, seed=0)
    import_images(ready, tmp_path / "more", ImportRequest(), Silent())
    session, extended = proposed(ready, run)
    forget_graphs()
    again, anew = proposed(ready, run)
    assert session.images == again.images
    assert np.array_equal(extended.best, anew.best)
    # Not quite equal: the middle of the pile stays that of the first images.
    assert np.abs(extended.confidence - anew.confidence).mean() < 0.02


def test_a_damaged_file_does_no_harm(ready: Project) -> None:
    _, before = proposed(ready)
    for path in graphs():
        path.write_bytes(path.read_bytes()[:-200])
    _, after = proposed(ready)
    assert np.array_equal(before.confidence, after.confidence)


@pytest.mark.slow
def test_fewer_images_are_answered_too(ready: Project, tmp_path: Path) -> None:
    before = tasks_to_label(ready)
    make_pile(tmp_path / "more", images=1)
    import_images(ready, tmp_path / "more", ImportRequest(), Silent())
    proposed(ready)
    session = open_session(ready, run="latest", tasks=before, device="cpu", reporter=Silent())
    fewer = session.propose(ready, Silent())
    assert list(fewer.image_ids) == [image.id for image in session.images]
    forget_graphs()
    again = open_session(ready, run="latest", tasks=before, device="cpu", reporter=Silent())
    assert np.array_equal(fewer.best, again.propose(ready, Silent()).best)

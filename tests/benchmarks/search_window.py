"""Measure how long the window's event loop is held up while a search goes on.

`python -m tests.benchmarks.search_window [--keep FOLDER] [--seconds N]`; what is kept in a folder is used again.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

from tests.benchmarks.event_loop import Watched
from tests.made_images import make_nested_tasks
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project
from workbench.operations.search.search_request import SearchRequest
from workbench.operations.tasks.import_images import ImportRequest, import_images

_TABS = 4


def made(folder: Path) -> Path:
    """Return a project of eighty small classes, which is made unless it is there."""
    path = folder / "search.mlwb"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with new_project(path) as project:
            import_images(project, make_nested_tasks(folder / "images", 4, 20, 20), ImportRequest(), Silent())
    return path


def search(watched: Watched, seconds: float) -> None:
    """Search with each part of the board shown in turn, then pause and go on."""
    page = watched.page("learn")
    watched.until(lambda: page.new_run.form)
    watched.settle()
    controller = watched.workspace.context.search
    with watched.phase("begun, images looked at, simple heads"):
        controller.start(SearchRequest(seconds, way=5, shot=1, learns=False, device="cpu"))
        watched.until(lambda: controller.step == 2 or not controller.is_busy)
    board = page.search.board
    for tab in range(_TABS):
        board.tabs.choose(tab)
        with watched.phase(f"trainings, tab {tab + 1} of {_TABS}"):
            watched.run(seconds / (2 * _TABS))
    with watched.phase("paused and gone on with"):
        controller.pause()
        watched.until(lambda: not controller.is_busy)
        controller.resume()
        watched.until(lambda: controller.step == 2 or not controller.is_busy)
    with watched.phase("to the end"):
        watched.until(lambda: not controller.is_busy)
    with watched.phase("what was found, and its runs"):
        watched.settle()
        page.tabs.setCurrentIndex(1)
        watched.settle()
    sys.stdout.write(f"{len(controller.trials)} settings tried, stage {controller.stage.value}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        os.environ.setdefault("WORKBENCH_DATA", str(Path(temporary) / "data"))
        path = made(arguments.keep or Path(temporary))
        watched = Watched()
        watched.until(lambda: watched.window.loaded)
        watched.open(path)
        watched.settle()
        sys.stdout.write(f"load average {os.getloadavg()[0]:.1f}\n")
        search(watched, arguments.seconds)
        watched.close()


if __name__ == "__main__":
    main()

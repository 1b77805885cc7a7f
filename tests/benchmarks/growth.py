"""Measure how work grows with what a project holds: at once, ten and a hundred times as many of each.

`python -m tests.benchmarks.growth [--only images|classes|episodes|runs]` makes drawings of 48 pixels of its own and
prints seconds: of images imported, listed and opened to label, and of proposals and decisions for them; of proposals by
the number of classes; of a training by its episodes; of what the page Learn reads by the number of runs. All by the
same operations as the window and the command line, each the median of three where it is short.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_WAIT_POLICY", "passive")

from tests.benchmarks.made_project import make_project
from workbench.facts.decision import Decision
from workbench.kept_memory import keep_freed_memory
from workbench.operations.labelling.class_changes import add_class
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.example_changes import add_examples
from workbench.operations.labelling.label_session import LabelSession, open_session
from workbench.operations.labelling.labelling_set import tasks_to_label
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, open_to_work
from workbench.operations.project.steps import describe_steps
from workbench.operations.runs.curve import run_curve
from workbench.operations.runs.listing import describe_runs
from workbench.operations.runs.training import train_approach
from workbench.operations.runs.training_request import TrainingRequest
from workbench.operations.tasks.images import list_images

LEARNED = 1_000  # images of classes that are in every made project
SHORT = TrainingRequest("prototypical", image_size=28, query=5, episodes=20, validate_every=20, validation_episodes=10)
TIMES = (1, 10, 100)
Row = dict[str, list[float]]


def _seconds(work: Callable[[], object], times: int = 1) -> float:
    took: list[float] = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return median(took)


@contextmanager
def _made(images: int) -> Iterator[tuple[Project, float]]:
    """Make a project with so many images to label; yield it, open, with the seconds that making it took."""
    before = os.environ.get("WORKBENCH_DATA")
    with tempfile.TemporaryDirectory() as place:
        os.environ["WORKBENCH_DATA"] = f"{place}/data"
        began = time.perf_counter()
        path = make_project(Path(place) / "made", LEARNED + images)
        took = time.perf_counter() - began
        with open_to_work(path) as project:
            yield project, took
    os.environ["WORKBENCH_DATA"] = before or ""


def _session(project: Project, classes: int) -> LabelSession:
    session = open_session(project, run="latest", tasks=tasks_to_label(project), device="cpu", reporter=Silent())
    images = [image.id for image in session.images]
    for number in range(classes):
        added = add_class(project, f"class {number}").class_id
        add_examples(project, added, images[number : 2 * classes : classes])
    session.propose(project, Silent())
    return session


def _by_images(times: int) -> dict[str, float]:
    with _made(500 * times) as (project, took):
        train_approach(project, SHORT, Silent())
        began = time.perf_counter()
        session = _session(project, 10)
        first = time.perf_counter() - began
        row = {
            "drawn and imported": took,
            "listed": _seconds(lambda: list_images(project), 3),
            "steps of the rail": _seconds(lambda: describe_steps(project), 3),
            "opened to label, first": first,
            "proposed again": _seconds(lambda: session.propose(project, Silent()), 3),
        }
        newest = [Decided(image.id, 1, Decision.CORRECTED) for image in session.images[100:]]
        (class_id,) = {add_class(project, "all").class_id}
        row["all decided"] = _seconds(lambda: decide(project, [replace(one, class_id=class_id) for one in newest]))
        return row


def _by_classes(times: int) -> dict[str, float]:
    with _made(5_000) as (project, _):
        train_approach(project, SHORT, Silent())
        session = _session(project, 5 * times)
        return {"proposed again": _seconds(lambda: session.propose(project, Silent()), 3)}


def _by_episodes(times: int) -> dict[str, float]:
    with _made(10) as (project, _):
        request = replace(SHORT, episodes=40 * times, validate_every=40 * times)
        run = train_approach(project, replace(request, episodes=20), Silent())
        took = _seconds(lambda: train_approach(project, request, Silent()))
        curve = _seconds(lambda: run_curve(project, run.id + 1), 3)
        return {"trained": took, "its curve read": curve, "project, MB": project.path.stat().st_size / 1e6}


def _by_runs(times: int) -> dict[str, float]:
    with _made(10) as (project, _):
        for _ in range(2 * times):
            train_approach(project, replace(SHORT, episodes=1, episodes_per_step=1, validation_episodes=2), Silent())
        listed = _seconds(lambda: describe_runs(project), 3)
        steps = _seconds(lambda: describe_steps(project), 3)
        return {"runs listed": listed, "steps of the rail": steps, "project, MB": project.path.stat().st_size / 1e6}


GROWING: dict[str, tuple[str, Callable[[int], dict[str, float]]]] = {
    "images": ("500, 5,000, 50,000 images to label", _by_images),
    "classes": ("5, 50, 500 classes of 2 examples, 5,000 images", _by_classes),
    "episodes": ("40, 400, 4,000 episodes", _by_episodes),
    "runs": ("2, 20, 200 runs", _by_runs),
}


def main() -> int:
    """Print a line for each thing measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=list(GROWING), action="append")
    asked = parser.parse_args()
    keep_freed_memory()
    for name in asked.only or GROWING:
        title, measure = GROWING[name]
        rows = [measure(times) for times in TIMES]
        sys.stdout.write(f"{title}; load {os.getloadavg()[0]:.1f}\n")
        for what in rows[0]:
            values = [row[what] for row in rows]
            sys.stdout.write(f"  {what:<24} " + " ".join(f"{value:9.3f}" for value in values))
            sys.stdout.write(f"   x{values[1] / values[0]:.1f} x{values[2] / values[1]:.1f}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())

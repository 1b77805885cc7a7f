"""Measure how long adapting again takes while labelling, with embeddings cached, beside the limit for 5,000 images.

`python -m tests.benchmarks.proposing [--images N] [--pretrained]`; the shipped network first looks at every image,
which takes minutes.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_WAIT_POLICY", "passive")

from tests.benchmarks.made_project import make_project
from workbench.facts.decision import Decision
from workbench.operations.labelling.class_changes import add_class
from workbench.operations.labelling.decisions import Decided, decide
from workbench.operations.labelling.example_changes import add_examples
from workbench.operations.labelling.label_session import open_session
from workbench.operations.labelling.labelling_set import tasks_to_label
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project, open_to_work
from workbench.operations.runs.trained import PRETRAINED
from workbench.operations.runs.training import train_approach
from workbench.operations.runs.training_request import TrainingRequest

LIMIT = 200  # milliseconds for 5,000 images
CLASSES, TIMES = 10, 12
SHORT = TrainingRequest("prototypical", query=5, episodes=20, validate_every=20, validation_episodes=10)


def measure(project: Project, run: str) -> float:
    """Label one image after another, adapting again after each; return the median of the milliseconds it took."""
    session = open_session(project, run=run, tasks=tasks_to_label(project), device="cpu", reporter=Silent())
    images = [image.id for image in session.images]
    classes = [add_class(project, f"{run} {number}").class_id for number in range(CLASSES)]
    for number, class_id in enumerate(classes):
        add_examples(project, class_id, images[number : 3 * CLASSES : CLASSES])
    # The first time, torch loads its optimiser.
    session.propose(project, Silent())
    times = []
    for number in range(TIMES):
        decide(project, [Decided(images[-1 - number], classes[number % CLASSES], Decision.CORRECTED)])
        started = time.perf_counter()
        session.propose(project, Silent())
        times.append(1000 * (time.perf_counter() - started))
    sys.stdout.write(f"{run:<12} {len(images):,} images: median {median(times):.0f}, most {max(times):.0f} ms\n")
    return median(times)


def main() -> int:
    """Measure a meta-trained run and, if asked, the shipped network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", help="not needed: the images are made")
    parser.add_argument("--images", type=int, default=6_000, help="of which a thousand are learned from")
    parser.add_argument("--pretrained", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["WORKBENCH_DATA"] = f"{place}/data"
        with open_to_work(make_project(Path(place) / "made", chosen.images)) as project:
            train_approach(project, SHORT, Silent())
            times = [measure(project, run) for run in ("latest", *([PRETRAINED] if chosen.pretrained else []))]
    sys.stdout.write(f"limit for 5,000 images: {LIMIT} ms\n")
    return 0 if max(times) <= LIMIT * chosen.images / 5_000 else 1


if __name__ == "__main__":
    sys.exit(main())

"""The work of `before_and_after`, one row in a process of its own, by whichever program PYTHONPATH names.

It knows nothing of the program but what both have: public names of `learning` and operations. What only the newer one
has is used where it is there. Each piece of work prints what a unit of it costs; less is better.
"""

import hashlib
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

TASKS = 4  # episodes of a step
PILES = {"p5": 5_000, "p50": 45_000, "p100": 50_000}  # images of each folder; a pile is a folder and those before it
_CLASSES, _IMAGES, _TRAITS = 200, 20, 6
_FIRST_CLASSES = 2
_SECONDS, _WARM_UP = 1.5, 1

# Approach, options, way, shot, queries, episodes of a step.
TRAINED: dict[str, tuple[str, dict[str, str], int, int, int, int]] = {
    "prototypical": ("prototypical", {}, 20, 5, 5, 1),
    "maml second order": ("maml", {"inner_steps": "5"}, 5, 1, 15, TASKS),
    "maml first order": ("maml", {"inner_steps": "5", "order": "first"}, 5, 1, 15, TASKS),
    "reptile": ("reptile", {"inner_steps": "5", "train_shot": "10"}, 5, 1, 15, TASKS),
} | {
    name: (name, {}, 5, 1, 15, TASKS)
    for name in ("matching", "siamese", "lstm", "mann", "metanet", "transfer", "zero-shot")
}


def as_the_program_begins() -> None:
    """Do what the program does before anything else, where it does anything."""
    try:
        import_module("workbench.kept_memory").keep_freed_memory()
    except ModuleNotFoundError:
        return


def _sampler(learning: Any, way: int, shot: int, query: int) -> Any:
    import torch

    draw = np.random.default_rng(0)
    images = torch.from_numpy(draw.integers(0, 256, (_CLASSES * _IMAGES, 1, 28, 28), np.uint8))
    traits = torch.from_numpy(draw.normal(size=(_CLASSES, _TRAITS)).astype(np.float32))
    class_of = np.repeat(np.arange(_CLASSES), _IMAGES)
    pool = learning.Pool(images, class_of, np.zeros(_CLASSES, np.int64), traits=traits)
    shape = learning.EpisodeShape(way, shot, query, _CLASSES, _TRAITS)
    return learning.EpisodeSampler(pool, shape, seed=0, mix_tasks=True)


def training_steps(name: str) -> tuple[Iterator[Any], int]:
    """Return the steps of a meta-training as a run goes through it, on Conv-4 and noise, and the episodes of a step."""
    import torch

    from workbench import learning

    torch.set_num_threads(1)
    torch.manual_seed(0)
    approach_name, texts, way, shot, query, episodes = TRAINED[name]
    kind = learning.approach_named(approach_name)
    options = learning.parse_options(kind.options_kind, texts)
    encoder = learning.build_encoder(learning.encoder_kind("conv4"), 28, 1)
    shape = learning.EpisodeShape(way, shot, query, _CLASSES, _TRAITS)
    approach = kind(encoder, shape, options)
    drawn = approach.training_shape(shape, options)
    sampler = _sampler(learning, drawn.way, drawn.shot, drawn.query)
    encoder.calibrate(sampler.pool.images)
    plan = learning.Plan(10**9, episodes, 1e-3, 10**9, 1)
    events = learning.train(learning.Training(approach, plan), sampler, None)
    return (event for event in events if type(event).__name__ == "TrainingStep"), episodes


def train(name: str) -> float:
    """Return the milliseconds of an episode."""
    steps, episodes = training_steps(name)
    for _ in range(_WARM_UP):
        next(steps)
    began, done = time.process_time(), 0
    while done < 3 or time.process_time() - began < _SECONDS:
        next(steps)
        done += episodes
    return 1000 * (time.process_time() - began) / done


def evaluate() -> float:
    """Return the seconds of 150 episodes of 20-way 5-shot with 15 queries.

    Where every episode costs the same, as it embeds its own images, fifteen of them are counted ten times.
    """
    import torch

    from workbench import learning

    torch.set_num_threads(1)
    sampler, kind = _sampler(learning, 20, 5, 15), learning.approach_named("prototypical")
    encoder = learning.build_encoder(learning.encoder_kind("conv4"), 28, 1)
    approach = kind(encoder, sampler.shape, kind.options_kind()).eval()
    began = time.process_time()
    once = getattr(learning, "embedding_once", None)
    tried, episodes = once(approach, sampler) if once else (approach, sampler)
    done = len(list(learning.try_episodes(tried.adapt, episodes, range(150 if once else 15))))
    return (time.process_time() - began) * 150 / done


def import_files(folder: str) -> float:
    """Return the milliseconds of a file, imported into a new project."""
    from workbench.operations.progress import Silent
    from workbench.operations.project.opening import new_project
    from workbench.operations.tasks.import_images import ImportRequest, import_images

    with new_project(Path.cwd() / "imported.mlwb") as project:
        began = time.process_time()
        report = import_images(project, Path(folder), ImportRequest(), Silent())
        return 1000 * (time.process_time() - began) / report.added


def decode(folder: str) -> float:
    """Return the milliseconds of a file, decoded by Pillow alone on all cores."""
    from PIL import Image

    files = [path for path in Path(folder).rglob("*") if path.is_file()]

    def load(path: Path) -> None:
        with Image.open(path) as image:
            image.load()

    began = time.process_time()
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        list(threads.map(load, files))
    return 1000 * (time.process_time() - began) / len(files)


def embed(folder: str) -> float:
    """Return the milliseconds of a photograph, looked at by the shipped network at 224 pixels, its cache written."""
    from workbench.operations.features.load_images import ImageRef, load_features
    from workbench.operations.progress import Silent

    files = sorted(path for path in Path(folder).rglob("*") if path.is_file())
    refs = [ImageRef(path, hashlib.sha256(path.read_bytes()).digest()) for path in files]
    load_features(refs[:32], 224, "cpu", Silent())
    began = time.process_time()
    load_features(refs[32:], 224, "cpu", Silent())
    return 1000 * (time.process_time() - began) / len(refs[32:])


def make_piles(place: str, *names: str) -> float:
    """Make PLACE/piles.mlwb, folders of those names with features of their own, and keep the graphs of their piles."""
    from PIL import Image

    from workbench.imaging.scan import FolderLayout
    from workbench.operations.features.load_images import feature_cache
    from workbench.operations.labelling.class_changes import add_class
    from workbench.operations.labelling.example_changes import add_examples
    from workbench.operations.progress import Silent
    from workbench.operations.project.opening import new_project
    from workbench.operations.tasks.images import list_images
    from workbench.operations.tasks.import_images import ImportRequest, import_images

    draw = np.random.default_rng(0)
    middles = np.abs(draw.normal(size=(500, 1280))).astype(np.float32)
    with new_project(Path(place) / "piles.mlwb") as project:
        for name in names:
            home = Path(place) / name
            home.mkdir()
            for number, pixels in enumerate(draw.integers(0, 256, (PILES[name], 12, 12), np.uint8)):
                Image.fromarray(pixels).save(home / f"{number:06d}.png", compress_level=1)
            import_images(project, home, ImportRequest(FolderLayout.UNLABELLED), Silent())
        images = list_images(project)
        noise = np.random.default_rng(1)
        cache = feature_cache(224, "stretch")
        cache.add(
            (image.sha256, (middles[number % 500] + noise.normal(scale=0.7, size=1280)).clip(0).astype(np.float32))
            for number, image in enumerate(images)
        )
        # A graph is made with the first proposals, which need two classes.
        for number in range(_FIRST_CLASSES):
            add_examples(project, add_class(project, f"first {number}").class_id, [images[number].id])
        for name in names:
            _session(project, name).propose(project, Silent())
    return 0.0


def _session(project: Any, pile: str) -> Any:
    from workbench.operations.labelling.label_session import open_session
    from workbench.operations.labelling.labelling_set import tasks_to_label
    from workbench.operations.progress import Silent

    tasks = tasks_to_label(project)[: list(PILES).index(pile) + 1]
    return open_session(project, run="pretrained", tasks=tasks, device="cpu", reporter=Silent(), fit="stretch")


def propose(place: str, pile: str, classes: str) -> float:
    """Return the milliseconds of a proposal for the whole pile after one more decision, the median of eight."""
    from workbench.facts.decision import Decision
    from workbench.operations.labelling.class_changes import add_class
    from workbench.operations.labelling.decisions import Decided, decide
    from workbench.operations.labelling.example_changes import add_examples
    from workbench.operations.progress import Silent
    from workbench.operations.project.opening import open_to_work

    shutil.copy(Path(place) / "piles.mlwb", "piles.mlwb")
    with open_to_work(Path("piles.mlwb").absolute()) as project:
        session = _session(project, pile)
        images, count = [image.id for image in session.images], int(classes) - _FIRST_CLASSES
        ids = [add_class(project, f"class {number}").class_id for number in range(count)]
        for number, class_id in enumerate(ids):
            add_examples(project, class_id, images[number : 3 * count : count])
        session.propose(project, Silent())
        took: list[float] = []
        for number in range(8):
            decide(project, [Decided(images[-1 - number], ids[number % count], Decision.CORRECTED)])
            began = time.process_time()
            session.propose(project, Silent())
            took.append(time.process_time() - began)
    return 1000 * median(took)


def command(tree: str, *arguments: str) -> float:
    """Return the seconds that a command of TREE takes, the second time that it is called."""
    call = [sys.executable, f"{tree}/main.py", *arguments]
    subprocess.run(call, check=True, capture_output=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(call, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def label(tree: str, folder: str) -> float:
    """Return the seconds that `label` takes for the images of FOLDER, their features known."""
    from workbench.operations.project.opening import new_project

    with new_project(Path.cwd() / "made.mlwb"):
        pass
    places = ["--examples", f"{folder}/examples", "--images", f"{folder}/images", "--output", "labels.csv"]
    return command(tree, "label", "made.mlwb", *places, "--run", "pretrained")


def _trained(folder: str, encoder: str) -> Any:
    from workbench.operations.progress import Silent
    from workbench.operations.project.opening import new_project
    from workbench.operations.runs.training import train_approach
    from workbench.operations.runs.training_request import TrainingRequest
    from workbench.operations.tasks.import_images import ImportRequest, import_images

    project = new_project(Path.cwd() / f"{encoder}.mlwb")
    import_images(project, Path(folder), ImportRequest(), Silent())
    request = TrainingRequest(
        "prototypical", encoder, image_size=32, way=2, query=1, episodes=4, validate_every=4, validation_episodes=4
    )
    return project, train_approach(project, request, Silent())


def size(folder: str, encoder: str) -> float:
    """Return the megabytes that a finished run keeps in the project."""
    project, _ = _trained(folder, encoder)
    project.close()
    with closing(sqlite3.connect(project.path)) as database:
        return database.execute("SELECT sum(length(weights)) FROM checkpoints").fetchone()[0] / 1e6


def save_measurements(folder: str) -> float:
    """Return the milliseconds of saving the measurements of 2,000 steps with a run."""
    from workbench import learning
    from workbench.learning.events import TrainingStep
    from workbench.operations.runs.record import RunRecord
    from workbench.operations.runs.trained import load_trained
    from workbench.store.models import RunState

    project, run = _trained(folder, "conv4")
    with project:
        record, approach = RunRecord(project, run.id), load_trained(project, "latest", "cpu").approach
        training = learning.Training(approach, learning.Plan(10_000, 1, 1e-3, 10_000, 1))
        for episode in range(1_000, 3_000):
            record.add(TrainingStep(episode, 1.0, 0.5, 1e-3, 1.0))
        began = time.process_time()
        record.save(training, RunState.STOPPED)
        return 1000 * (time.process_time() - began)


WORK: dict[str, Callable[..., float]] = {
    work.__name__: work
    for work in (
        train, evaluate, import_files, decode, embed, make_piles, propose, command, label, size, save_measurements,
    )
}  # fmt: skip

if __name__ == "__main__":
    as_the_program_begins()
    sys.stdout.write(json.dumps(WORK[sys.argv[1]](*sys.argv[2:])) + "\n")

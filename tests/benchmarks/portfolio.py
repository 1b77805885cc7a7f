"""Make the table of past searches that ships with the program, `resources/past_searches.jsonl`, from real tasks.

The tasks: the program's sample, some alphabets of Omniglot (Lake et al., 2015) and the three folders of the Grocery
Store Dataset (Klasson et al., 2019), both under the MIT licence, at most twenty images of a class; classes to learn
from, to validate with and to test on are different ones. The table holds numbers about them: what `Looks` says, and
after how many seconds which setting was how good on validation classes. No image, and no name of a class or a file, is
in it. Seconds are CPU seconds of one thread (`recording`).

The journal is written setting by setting, so that an interrupted run goes on; accuracies on test classes are in it,
for `tests/benchmarks/search.py`, and never in the table.
Run: python -m tests.benchmarks.portfolio FOLDER --journal build/portfolio.jsonl
then: python -m tests.benchmarks.portfolio FOLDER --journal build/portfolio.jsonl --write
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch

from tests.benchmarks.searching.real_tasks import TASKS, RealTask, project_of
from tests.benchmarks.searching.recording import Recording
from tests.benchmarks.searching.records import read_journal, records_of, write_records, write_table
from workbench.errors import UserError
from workbench.operations.features.choose_fit import choose_fit
from workbench.operations.features.episode_pool import class_ids_of, load_view, readable_images_of, view_of
from workbench.operations.progress import Silent
from workbench.operations.search.heads import HEADS, SHIPPED
from workbench.operations.search.looks import looks_of
from workbench.operations.search.search_request import SearchRequest, completed_request
from workbench.operations.search.setting import Setting
from workbench.operations.serialisation import to_json
from workbench.store.models import Role
from workbench.store.project import Project

ON_FEATURES, OF_CHARACTERS, OF_PHOTOGRAPHS = 3.0, 30.0, 15.0  # CPU seconds of a training, without its validations
_FIRST = ("prototypical", "meta-baseline", "feat", "matching", "r2-d2")
# Where there is time. Heads that are fitted anew in each validation episode take ten times as long, and are last.
_THEN = ("siamese", "mann", "metanet", "lstm", "reptile", "maml", "transfer")
_ONE_SHOT = 5  # tasks
_FEW = 40  # images


def main() -> None:
    """Record what is not recorded yet, or write the table and the records from the journal."""
    given = _parser().parse_args()
    if given.write:
        tasks = records_of(read_journal(given.journal))
        write_table(tasks)
        write_records(tasks)
        return
    torch.set_num_threads(1)
    home = given.journal.parent / "portfolio"
    home.mkdir(parents=True, exist_ok=True)
    one_shot, five_shot = TASKS[:_ONE_SHOT], TASKS[_ONE_SHOT:]
    for tasks, early in ((one_shot, True), (five_shot, True), (TASKS, False)):
        for task in tasks:
            if not given.only or task.key in given.only:
                _record(task, given.data, home, given.journal, early=early)


def grid_of(task: RealTask, *, early: bool) -> Iterator[tuple[str, Setting, float]]:
    """Yield what is recorded of a task: what it is, its setting, and the seconds of its training."""
    characters = task.is_of_characters
    seconds = OF_CHARACTERS if characters else OF_PHOTOGRAPHS
    if early:
        for head in HEADS:
            yield "head", head, 0.0
        for approach in _FIRST:
            yield "trained", Setting(approach, SHIPPED), ON_FEATURES
        yield "trained", Setting("prototypical", "conv4", rotate_classes=characters), seconds
        yield "usual", Setting("prototypical", "conv4"), seconds
        return
    if characters:
        yield "trained", Setting("r2-d2", "conv4", rotate_classes=True), seconds
    for approach in _THEN:
        yield "trained", Setting(approach, SHIPPED), ON_FEATURES


def _record(task: RealTask, archives: Path, home: Path, journal: Path, *, early: bool) -> None:
    lines = read_journal(journal)
    with project_of(task.data, archives, home) as project:
        about = next((line for line in lines if line["task"] == task.key and line["kind"] == "task"), None)
        if about is None:
            about = _about(task, project, lines)
            _append(journal, about)
        request = completed_request(project, SearchRequest(way=5, shot=task.shot, fit=about["fit"], device="cpu"))
        recording = Recording(project, request, colour=about["looks"]["colour"])
        done = [
            (line["kind"], _name(line["setting"])) for line in lines if line["task"] == task.key and "setting" in line
        ]
        for kind, setting, seconds in grid_of(task, early=early):
            if (kind, _name(to_json(setting))) in done:
                continue
            began = time.process_time()
            try:
                found = _found(recording, kind, setting, seconds)
            except UserError as error:
                found = {"setting": to_json(setting), "refused": str(error)}
            _append(journal, {"task": task.key, "kind": kind, "asked": seconds, **found})
            best = max((row[1] for row in found.get("validations", ())), default=0.0)
            took = time.process_time() - began
            sys.stderr.write(f"{task.key} {kind} {setting.learner} {setting.options}: {best:.3f}, {took:.0f} s\n")


def _found(recording: Recording, kind: str, setting: Setting, seconds: float) -> dict[str, Any]:
    if kind == "head":
        return recording.untrained(setting)
    return recording.trained(setting, seconds) if kind == "trained" else recording.usual(setting, seconds)


def _about(task: RealTask, project: Project, lines: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what is known of a task before anything is tried, and how long the features take."""
    same = next((line for line in lines if line["kind"] == "task" and line["data"] == task.data), None)
    looks = looks_of(project, Silent())
    if same is not None:
        fit, seconds = same["fit"], same["embedding"]
    else:
        fit = choose_fit(project, "cpu", Silent()).fit
        seconds = _embedding_seconds(project)
    about = {"task": task.key, "kind": "task", "data": task.data, "shot": task.shot, "looks": to_json(looks)}
    return about | {"way": 5, "fit": fit, "embedding": round(seconds, 1)}


def _embedding_seconds(project: Project) -> float:
    """Return how long the features of the images to learn from and to validate with take, by those of a few of them."""
    rows = readable_images_of(project, class_ids_of(project, Role.META_TRAIN))
    held_out = readable_images_of(project, class_ids_of(project, Role.META_VALIDATION))
    usual = os.environ.get("WORKBENCH_DATA")
    with tempfile.TemporaryDirectory() as fresh:
        os.environ["WORKBENCH_DATA"] = fresh  # Features that are known would take no time.
        began = time.process_time()
        load_view(rows[:_FEW], view_of(SHIPPED, None, None), "cpu", Silent())
        seconds = time.process_time() - began
    if usual is None:
        del os.environ["WORKBENCH_DATA"]
    else:
        os.environ["WORKBENCH_DATA"] = usual
    return seconds * (len(rows) + len(held_out)) / _FEW


def _name(setting: dict[str, Any]) -> str:
    return json.dumps({name: value for name, value in setting.items() if name != "episodes"}, sort_keys=True)


def _append(journal: Path, line: dict[str, Any]) -> None:
    with journal.open("a", encoding="utf-8") as held:
        held.write(json.dumps(line) + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds the archives")
    parser.add_argument("--journal", type=Path, required=True, help="what is recorded, a line a setting")
    parser.add_argument("--only", nargs="*", help="tasks, as sample-1; all where none is named")
    parser.add_argument("--write", action="store_true", help="write the table and the records")
    return parser


if __name__ == "__main__":
    main()

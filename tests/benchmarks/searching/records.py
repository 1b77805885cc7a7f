"""The records of real tasks: a journal while they are made, then the table that ships and a file to replay from."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from workbench.learning.options import Answer
from workbench.operations.search.looks import Looks
from workbench.operations.search.past_tasks import PastTask, PastTrial
from workbench.operations.search.setting import Setting

ROOT = Path(__file__).parents[3]
TABLE = ROOT / "resources" / "past_searches.jsonl"
RECORDS = Path(__file__).with_name("records.json")

LIKE_ANY = "prototypical@conv4"  # What stands for others on networks that are trained from nothing.


@dataclass(frozen=True)
class Kept:
    """What was the best after a validation, from 1 on: its hits in each episode to choose by, and its test accuracy.

    `choice` has a character an episode: how many queries were right, from "0" on.
    """

    validation: int
    choice: str
    test: float
    test_ci95: float


@dataclass(frozen=True)
class Recorded:
    """A setting; `kind` is "head", "trained" or "usual", `asked` the CPU seconds that it should be trained for.

    Of its validations, the CPU seconds by then, the accuracy and its 95 % interval.
    """

    kind: str
    asked: float
    setting: Setting
    validations: tuple[tuple[float, float, float], ...]
    kept: tuple[Kept, ...]

    @property
    def seconds(self) -> float:
        """The CPU seconds that it took in all."""
        return self.validations[-1][0]

    @property
    def accuracy(self) -> float:
        """Its best accuracy on validation classes."""
        return max(row[1] for row in self.validations)

    @property
    def per_second(self) -> float:
        """The episodes that it is trained on in a second."""
        return self.setting.episodes / self.asked

    def times(self, episodes: int) -> list[float]:
        """Return the seconds by each validation of a training of so many episodes; a validation takes what it took."""
        validating = max(0.0, self.seconds - self.asked) / len(self.validations)
        ninth = episodes / self.per_second / len(self.validations)
        return [number * (ninth + validating) for number in range(1, len(self.validations) + 1)]

    def kept_after(self, validations: int) -> Kept | None:
        """Return what was the best after so many validations, None where there was none."""
        return max(
            (kept for kept in self.kept if kept.validation <= validations),
            key=lambda kept: kept.validation,
            default=None,
        )


@dataclass(frozen=True)
class RecordedTask:
    """A task and all that was tried on it; `embedding` is the CPU seconds that the features of its images took."""

    task: str
    data: str
    shot: int
    looks: Looks
    way: int
    fit: str
    embedding: float
    settings: tuple[Recorded, ...]

    def of(self, kind: str) -> tuple[Recorded, ...]:
        """Return the settings of one kind."""
        return tuple(one for one in self.settings if one.kind == kind)

    def head(self, approach: str, options: Mapping[str, Answer]) -> Recorded:
        """Return the simple head of an approach with these options, which may be more than were named."""
        named = [
            one
            for one in self.of("head")
            if one.setting.approach == approach and one.setting.options.items() <= options.items()
        ]
        return max(named, key=lambda one: len(one.setting.options))

    def training(self, learner: str) -> Recorded:
        """Return the training of an approach on a network; of one trained from nothing, if need be, another's."""
        own = {one.setting.learner: one for one in self.of("trained")}
        return own[learner] if learner in own else own[LIKE_ANY]

    @property
    def learners(self) -> tuple[str, ...]:
        """All approaches on networks of which a training is recorded."""
        return tuple(one.setting.learner for one in self.of("trained"))

    @property
    def best_head(self) -> float:
        """The validation accuracy of the best simple head."""
        return max(head.validations[-1][1] for head in self.of("head"))

    @property
    def as_past(self) -> PastTask:
        """The task as a row of the table of past searches."""
        tried = [
            one for one in self.settings if one.kind == "trained" or (one.kind == "usual" and not self.looks.colour)
        ]
        trials = tuple(
            PastTrial(one.setting, tuple((seconds, accuracy) for seconds, accuracy, _ in one.validations))
            for one in tried
        )
        return PastTask(self.looks, self.way, self.shot, self.best_head, trials)


def read_journal(journal: Path) -> list[dict[str, Any]]:
    """Return the lines of a journal; one that was cut off is left out."""
    if not journal.exists():
        return []
    return [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines() if line.endswith("}")]


def records_of(lines: Sequence[dict[str, Any]]) -> tuple[RecordedTask, ...]:
    """Return the tasks of a journal of which all heads and some trainings are recorded."""
    tasks = [line for line in lines if line["kind"] == "task"]
    made: list[RecordedTask] = []
    for about in tasks:
        own = [_rounded(line) for line in lines if line["task"] == about["task"] and "validations" in line]
        if any(line["kind"] == "trained" for line in own):
            made.append(msgspec.convert(about | {"settings": own}, RecordedTask))
    return tuple(made)


def read_records() -> tuple[RecordedTask, ...]:
    """Return the records that are kept beside this module."""
    return msgspec.convert(json.loads(RECORDS.read_text(encoding="utf-8")), tuple[RecordedTask, ...])


def write_records(tasks: Sequence[RecordedTask]) -> None:
    """Write all records, a task a line."""
    lines = ",\n".join(json.dumps(msgspec.to_builtins(task)) for task in tasks)
    RECORDS.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def write_table(tasks: Sequence[RecordedTask]) -> None:
    """Write the table that ships: a task a line, without its tests."""
    lines = (json.dumps(msgspec.to_builtins(task.as_past)) + "\n" for task in tasks)
    TABLE.write_text("".join(lines), encoding="utf-8")


def _rounded(line: dict[str, Any]) -> dict[str, Any]:
    validations = [
        [round(seconds, 2), round(accuracy, 4), round(ci95, 4)] for seconds, accuracy, ci95 in line["validations"]
    ]
    return {name: value for name, value in line.items() if name != "task"} | {"validations": validations}

"""The tests made so far: a list of them, and the confusions of one by class and by image."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Row, Select, select

from workbench.errors import UserError
from workbench.facts.fit import Fit
from workbench.learning.class_effects import class_effects, interval_over_classes
from workbench.operations.evaluation.evaluate_run import PIXELS, request_from_json
from workbench.operations.evaluation.pile_accuracy import PileFigures, pile_from_json
from workbench.operations.runs.stored_tests import CI95_CLASSES
from workbench.store.damage_behind import refuse_changed
from workbench.store.models import Evaluation, Image, ImageClass, Run, Task
from workbench.store.project import Project
from workbench.words import marked, message

SubjectKind = Literal["run", "pretrained", "pixels"]


@dataclass(frozen=True)
class EvaluationSummary:
    """A test: of what, on what, and the accuracy with its 95 % intervals over episodes and over classes (0 to 1).

    `run` is None for the pretrained network and for the pixel baseline, which has no approach and no encoder ("").
    """

    id: int
    run: int | None
    kind: SubjectKind
    approach: str
    encoder: str
    way: int
    shot: int
    query: int
    episodes: int
    role: str
    accuracy: float
    ci95: float
    created_at: datetime
    ci95_classes: float = 0.0  # 0 in tests of older versions, which did not keep it

    @property
    def widest(self) -> float:
        """Half the width of the wider interval, which is what an accuracy is shown with."""
        return max(self.ci95, self.ci95_classes)


@dataclass(frozen=True)
class ClassResult:
    """The result of a class: how many of its queries were classified correctly; a deleted class has only its id."""

    id: int
    name: str
    task: str
    right: int
    total: int

    @property
    def accuracy(self) -> float:
        """The share of its queries that were classified correctly, 0 to 1."""
        return self.right / self.total if self.total else 0.0


@dataclass(frozen=True, eq=False)
class EvaluationDetails:
    """A test and its confusions: rows and columns of `confusion` are indices into `classes`, ordered by task.

    `pile` are the figures with a pile; where there are none, `may_have_pile` says whether testing again may give some.
    `fit` is how images became squares, as far as the test says.
    """

    summary: EvaluationSummary
    classes: tuple[ClassResult, ...]
    confusion: NDArray[np.int64]  # (classes, classes): queries of the row's class that were classified as the column's
    pile: PileFigures | None = None
    may_have_pile: bool = False
    fit: Fit = "stretch"


def describe_evaluations(project: Project) -> tuple[EvaluationSummary, ...]:
    """Describe all tests but those of deleted runs, newest first."""
    # Those of the baselines have no run.
    query = _summaries().where(Run.deleted_at.is_(None)).order_by(Evaluation.id.desc())
    with project.read() as session:
        return tuple(_summary(row) for row in session.execute(query))


def describe_evaluation(project: Project, number: int) -> EvaluationDetails:
    """Describe one test with its confusions. Raises UserError when there is no such test."""
    stored = _details(project, number)
    cells = stored["confusion"]
    with project.read() as session:
        refuse_changed(session, Evaluation.__tablename__, number)
        row = session.execute(_summaries().where(Evaluation.id == number)).one()
        summary, fit = _summary(row), request_from_json(row.settings).fit or "stretch"
    # Older versions did not keep the interval over classes, but what it is made of.
    effects = class_effects({(truth, named): count for truth, named, count in cells})
    summary = replace(summary, ci95_classes=interval_over_classes(effects))
    classes = _classes(project, {class_id for truth, named, _ in cells for class_id in (truth, named)})
    index_of = {entry.id: index for index, entry in enumerate(classes)}
    confusion = np.zeros((len(classes), len(classes)), np.int64)
    for truth, named, count in cells:
        confusion[index_of[truth], index_of[named]] = count
    results = tuple(
        ClassResult(entry.id, entry.name, entry.task, int(counts[index]), int(counts.sum()))
        for index, (entry, counts) in enumerate(zip(classes, confusion, strict=True))
    )
    # Older versions, and their comparisons, measured none.
    may_have_pile = "pile" not in stored and summary.kind != PIXELS and summary.shot > 0
    return EvaluationDetails(summary, results, confusion, pile_from_json(stored), may_have_pile, fit)


def confused_images(project: Project, evaluation: int, truth: int, named: int) -> tuple[int, ...]:
    """Return the images of class `truth` that were classified as `named`, the most frequent first.

    Both are class ids and may be the same; at most sixty images, none for a test made by an older version. Images that
    are gone are left out. Raises UserError when there is no such test.
    """
    stored: list[tuple[int, int, list[int]]] = _details(project, evaluation).get("images", [])
    image_ids = next((ids for first, second, ids in stored if (first, second) == (truth, named)), list[int]())
    with project.read() as session:
        existing = set(session.scalars(select(Image.id).where(Image.id.in_(image_ids))))
    return tuple(number for number in image_ids if number in existing)


def most_mistaken(details: EvaluationDetails, most: int) -> tuple[ClassResult, ...]:
    """Return at most so many of a test's classes, those with the most mistakes, in the order of the test.

    A mistake counts for the class of the image and for the one that it was classified as.
    """
    wrong = details.confusion.copy()
    np.fill_diagonal(wrong, 0)
    mistakes: NDArray[np.int64] = wrong.sum(0) + wrong.sum(1)
    # A stable sort, so that of classes with as many mistakes the first ones stay.
    chosen: list[int] = np.argsort(-mistakes, kind="stable")[:most].tolist()
    return tuple(details.classes[index] for index in sorted(chosen))


@dataclass(frozen=True)
class _NamedClass:
    id: int
    name: str
    task: str


def _classes(project: Project, class_ids: AbstractSet[int]) -> list[_NamedClass]:
    """Return the classes by task, in order of creation; those that are gone come last."""
    query = (
        select(ImageClass.id, ImageClass.name, Task.name)
        .join(Task, Task.id == ImageClass.task_id)
        .order_by(Task.id, ImageClass.id)
    )
    with project.read() as session:
        named = [_NamedClass(*row) for row in session.execute(query) if row[0] in class_ids]
    gone = class_ids - {entry.id for entry in named}
    return named + [_NamedClass(number, f"?{number}", "?") for number in sorted(gone)]


def _details(project: Project, number: int) -> dict[str, Any]:
    with project.read() as session:
        details = session.scalar(select(Evaluation.details).where(Evaluation.id == number))
    if details is None:
        raise UserError(message(marked("There is no test {number} in this project."), number=number))
    return details


def _summaries() -> Select[*tuple[Any, ...]]:
    # Column by column: the details of a test with many classes are large.
    return select(
        Evaluation.id, Evaluation.run_id, Evaluation.settings, Run.approach, Run.encoder, Evaluation.way,
        Evaluation.shot, Evaluation.query, Evaluation.episodes, Evaluation.role, Evaluation.accuracy, Evaluation.ci95,
        Evaluation.created_at, CI95_CLASSES,
    ).outerjoin(Run, Run.id == Evaluation.run_id)  # fmt: skip


def _summary(row: Row[*tuple[Any, ...]]) -> EvaluationSummary:
    number, run, settings, approach, encoder, way, shot, query, episodes, role, accuracy, ci95, *others = row
    kind: SubjectKind = "run"
    if run is None:
        kind = "pixels" if request_from_json(settings).run == PIXELS else "pretrained"
        approach, encoder = ("", "") if kind == "pixels" else ("transfer", "efficientnet-lite0")
    created_at, over_classes = others
    shape = (way, shot, query, episodes)
    return EvaluationSummary(
        number, run, kind, approach, encoder, *shape, role.value, accuracy, ci95, created_at, over_classes
    )

"""What a confusion is called: the names of its classes, and how often one was mistaken for the other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workbench.operations.evaluation.evaluations import ClassResult, EvaluationDetails
from workbench.ui.services.translation import percent, tr


@dataclass(frozen=True)
class Confusion:
    """How often a class was predicted as another; `truth` and `named` are indices into the test's classes.

    The names are those of `shown_names`, which distinguish classes of one name.
    """

    truth: int
    named: int
    true_name: str
    predicted_name: str
    count: int
    share: float  # of the true class's queries

    @property
    def cell(self) -> tuple[int, int]:
        """Its row and column in the matrix."""
        return self.truth, self.named


def shown_names(classes: Sequence[ClassResult]) -> tuple[str, ...]:
    """Return the names of classes, with the folder's where a name alone could be any of several."""
    counts = Counter(image_class.name for image_class in classes)
    return tuple(
        image_class.name if counts[image_class.name] == 1 else f"{image_class.name} ({image_class.task})"
        for image_class in classes
    )


def confusion_at(details: EvaluationDetails, names: Sequence[str], truth: int, named: int) -> Confusion:
    """Return one cell of the matrix."""
    count, total = int(details.confusion[truth, named]), details.classes[truth].total
    return Confusion(truth, named, names[truth], names[named], count, count / total if total else 0.0)


def confusions(details: EvaluationDetails, names: Sequence[str], most: int = 500) -> list[Confusion]:
    """Return the pairs that were confused, the most frequent first."""
    wrong = details.confusion.copy()
    np.fill_diagonal(wrong, 0)
    # A stable sort, so that pairs confused as often keep their order.
    order = np.argsort(-wrong, axis=None, kind="stable")[: min(most, int(np.count_nonzero(wrong)))]
    rows, columns = np.unravel_index(order, wrong.shape)
    return [confusion_at(details, names, int(a), int(b)) for a, b in zip(rows, columns, strict=True)]


def mistakes(details: EvaluationDetails, names: Sequence[str], truth: int) -> list[Confusion]:
    """Return the confusions of one true class."""
    named = np.flatnonzero(details.confusion[truth])
    return [confusion_at(details, names, truth, int(other)) for other in named if other != truth]


def cell_words(cell: Confusion, total: int) -> str:
    """Return how often it happened in words."""
    share = percent(cell.share)
    if cell.truth == cell.named:
        return tr(
            "{true} correct: {count} of {total} ({share})",
            true=cell.true_name, count=cell.count, total=total, share=share,
        )  # fmt: skip
    return tr(
        "{true} mistaken for {given}: {count} of {total} ({share})",
        true=cell.true_name, given=cell.predicted_name, count=cell.count, total=total, share=share,
    )  # fmt: skip


def cell_heading(cell: Confusion) -> str:
    """Return the heading of a cell's images."""
    if cell.truth == cell.named:
        return tr("{true} correct: {times}", true=cell.true_name, times=cell.count)
    return tr("{true} mistaken for {given}: {times}", true=cell.true_name, given=cell.predicted_name, times=cell.count)

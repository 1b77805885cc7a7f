"""How each network of the table of fidelity is trained, and the figures of its paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.fidelity.splits import Split
from workbench.operations.runs.training import TrainingRequest


@dataclass(frozen=True)
class Cell:
    """A setting that a network is tested in."""

    way: int
    shot: int

    def __str__(self) -> str:
        return f"{self.way}-way {self.shot}-shot"


ONE, FIVE = Cell(5, 1), Cell(5, 5)
ONE_OF_20, FIVE_OF_20 = Cell(20, 1), Cell(20, 5)
CELLS = (ONE, FIVE, ONE_OF_20, FIVE_OF_20)

Figures = tuple[float | None, float | None, float | None, float | None]  # in percent, of `CELLS`
NONE: Figures = (None, None, None, None)


@dataclass(frozen=True)
class Paper:
    """The accuracies of a paper in percent, in the order of `CELLS`; None where there is none.

    `apart` are those of queries that are seen one at a time, where the others are of queries seen together.
    """

    source: str
    figures: Figures = NONE
    apart: Figures | None = None


PAPERS = {
    "siamese": Paper("as measured by Vinyals et al., 2016, table 1", (97.3, 98.4, 88.1, 97.0)),
    "matching": Paper("Vinyals et al., 2016, table 1", (98.1, 98.9, 93.8, 98.5)),
    "prototypical": Paper("Snell et al., 2017, table 1", (98.8, 99.7, 96.0, 98.9)),
    "meta-baseline": Paper("Chen et al., 2021, give none for Omniglot"),
    "feat": Paper("Ye et al., 2020, give none for Omniglot"),
    "r2-d2": Paper("Bertinetto et al., 2019, whose figures for Omniglot could not be looked up"),
    "lstm": Paper("Ravi & Larochelle, 2017, give none for Omniglot"),
    "maml": Paper("Finn et al., 2017, table 1", (98.7, 99.9, 95.8, 98.9), NONE),
    "transfer": Paper("Chen et al., 2019, give none for Omniglot"),
    "reptile": Paper(
        "Nichol et al., 2018, table 1", (97.68, 99.48, 89.43, 97.12), (95.39, 98.90, 88.14, 96.65)
    ),
    "mann": Paper("Santoro et al., 2016, table 1: 1st 36.4, 2nd 82.8, 5th 94.9, 10th 98.1"),
    "metanet": Paper("Munkhdalai & Yu, 2017, table 1", (98.95, None, 97.0, None)),
}  # fmt: skip


@dataclass(frozen=True)
class Planned:
    """One network: the split it learns from, what is asked of its training, and the settings it is tested in.

    How many episodes it is trained for follows from `minutes`, the CPU time for all of it.
    """

    split: Split
    request: TrainingRequest
    cells: tuple[Cell, ...]
    minutes: float

    @property
    def name(self) -> str:
        """The name by which it is asked for: `characters/maml-20w1s`."""
        tested = "-".join(f"{cell.way}w{cell.shot}s" for cell in self.cells)
        return f"{self.split}/{self.request.approach}-{tested}"

    @property
    def paper(self) -> Paper:
        """The figures beside which it stands."""
        return PAPERS[self.request.approach]

    @property
    def by_instance(self) -> bool:
        """Whether it is tested by the 1st, 2nd, … image of a class, too."""
        return self.request.approach == "mann"


def _plan(split: Split, approach: str, cells: tuple[Cell, ...], minutes: float, **asked: Any) -> Planned:
    usual = {"query": 5, "rotate_classes": True, "device": "cpu", "episodes_per_step": 1, "fit": "stretch"}
    usual |= {"way": cells[0].way, "shot": cells[0].shot}
    return Planned(split, TrainingRequest(approach, **{**usual, **asked}), cells, minutes)


_TOGETHER = {"transduction": True}
_STRIDED = "conv4-strided"
# Finn et al., 2017, section 5.2 and their code: five steps of 0.1 on 16 tasks, one query for each example. The step of
# the classifier is 0.1, too, as it is divided by four for vectors of 256 numbers.
_MAML_20 = {**_TOGETHER, "inner_steps": 5, "inner_rate": 0.1, "head_rate": 0.4, "rates": "none"}
_MAML: dict[str, Any] = {"learning_rate": 2e-3, "encoder": _STRIDED, "options": _TOGETHER, "episodes_per_step": 4}
_LIKE_FINN: dict[str, Any] = {"encoder": _STRIDED, "options": _MAML_20, "episodes_per_step": 16}
# Nichol et al., 2018, appendix A, and their code. What is learned does not depend on how many shots are tested.
_REPTILE_5 = {**_TOGETHER, "test_steps": 50}
_REPTILE_20 = {**_REPTILE_5, "inner_steps": 10, "inner_batch": 20, "inner_rate": 0.0005, "test_batch": 10}
_REPTILE: dict[str, Any] = {"encoder": _STRIDED, "episodes_per_step": 5}

# Sequences of ten images of each of five classes (Santoro et al., 2016); sixteen cost little more than four.
_MANN: dict[str, Any] = {
    "shot": 9, "query": 1, "learning_rate": 2e-3, "episodes_per_step": 16, "encoder": _STRIDED,
}  # fmt: skip


def _of_characters() -> list[Planned]:
    """The papers' own split: a network for every setting, but where several settings are trained for alike."""
    plans = [
        _plan("characters", approach, cells, minutes, way=20, learning_rate=rate)
        for approach, rate, minutes in (("siamese", 1e-3, 20), ("matching", 2e-3, 20))
        for cells in ((ONE, ONE_OF_20), (FIVE, FIVE_OF_20))
    ]
    sixty = {"way": 60, "learning_rate": 2e-3}  # Snell et al., 2017, section 3.1.
    return [
        *plans,
        _plan("characters", "prototypical", (ONE, ONE_OF_20), 35, query=2, **sixty),
        _plan("characters", "prototypical", (FIVE, FIVE_OF_20), 35, **sixty),
        _plan("characters", "r2-d2", (ONE, ONE_OF_20), 25, query=2, **sixty),
        _plan("characters", "maml", (ONE,), 45, **_MAML),
        _plan("characters", "maml", (FIVE,), 45, **_MAML),
        _plan("characters", "maml", (ONE_OF_20,), 90, query=1, **_LIKE_FINN),
        _plan("characters", "maml", (FIVE_OF_20,), 60, **_LIKE_FINN),
        _plan("characters", "reptile", (ONE, FIVE), 70, options=_REPTILE_5, **_REPTILE),
        _plan("characters", "reptile", (ONE_OF_20, FIVE_OF_20), 100, options=_REPTILE_20, **_REPTILE),
        _plan("characters", "mann", (ONE,), 40, **_MANN),
        _plan("characters", "metanet", (ONE,), 50, way=10, learning_rate=2e-3, episodes_per_step=4),
        _plan("characters", "metanet", (ONE_OF_20,), 70, learning_rate=2e-3, episodes_per_step=4),
    ]


def _of_alphabets() -> list[Planned]:
    """New alphabets: 5-way 1-shot, with more ways and with images that vary where that helped on held out ones."""
    several: dict[str, Any] = {"learning_rate": 2e-3, "episodes_per_step": 4, "augment_images": True}
    reptile: dict[str, Any] = {"options": _REPTILE_5, "augment_images": True, **_REPTILE}
    return [
        _plan("alphabets", "siamese", (ONE,), 18, way=20, learning_rate=1e-3),
        _plan("alphabets", "matching", (ONE,), 17, way=20, learning_rate=2e-3),
        _plan("alphabets", "prototypical", (ONE,), 25, way=60, query=2, learning_rate=2e-3),
        _plan("alphabets", "meta-baseline", (ONE,), 15, way=20, learning_rate=2e-3),
        _plan("alphabets", "feat", (ONE,), 15, way=20, learning_rate=2e-3),
        _plan("alphabets", "r2-d2", (ONE,), 15, way=60, query=2, learning_rate=2e-3),
        _plan("alphabets", "lstm", (ONE,), 13, way=20, learning_rate=2e-3),
        _plan("alphabets", "maml", (ONE,), 35, options=_TOGETHER, **several),
        _plan("alphabets", "transfer", (ONE,), 14, way=20, learning_rate=1e-3),
        _plan("alphabets", "reptile", (ONE,), 40, **reptile),
        _plan("alphabets", "mann", (ONE,), 20, augment_images=True, **_MANN),
        _plan("alphabets", "metanet", (ONE,), 35, way=10, **several),
    ]


PLANS = (*_of_characters(), *_of_alphabets())


def budgets(plans: tuple[Planned, ...], hours: float) -> Mapping[str, float]:
    """Return the CPU minutes of each plan, all shortened alike where they would take more than so many CPU hours."""
    share = min(1.0, 60 * hours / sum(plan.minutes for plan in plans))
    return {plan.name: share * plan.minutes for plan in plans}

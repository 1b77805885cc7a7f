"""The problems beside images, in the order users see them: what each is called, and the score it is judged by.

A new one is a line here and a file of its own, `workbench/learning/problems/NAME.py`.
"""

from dataclasses import dataclass
from types import MappingProxyType

from workbench.words import marked

PROBLEM_TITLES = MappingProxyType(
    {"curves": marked("Curves"), "movement": marked("Movement"), "ratings": marked("Ratings")}
)


@dataclass(frozen=True)
class Score:
    """What a problem's score is called, and whether a lower one is better."""

    title: str  # marked for translation
    lower_is_better: bool


PROBLEM_SCORES = MappingProxyType(
    {
        "curves": Score(marked("Mean squared error"), lower_is_better=True),
        "movement": Score(marked("Return"), lower_is_better=False),
        "ratings": Score(marked("Mean absolute error, of 1 to 5"), lower_is_better=True),
    }
)


def lower_is_better_in(problem: str | None) -> bool:
    """Whether a lower score is a better one in a problem; None: in images, where it is an accuracy."""
    score = None if problem is None else PROBLEM_SCORES.get(problem)
    return score is not None and score.lower_is_better

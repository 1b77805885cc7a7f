"""What a search tells of itself while it goes on."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.operations.search.search_record import TrialFacts
from workbench.operations.search.search_request import SearchRequest


@dataclass(frozen=True)
class StageBegan:
    """A stage of a search begins: 1 simple heads, 2 trainings, 3 the test on classes never looked at.

    `left` is the seconds of the budget that are left, `request` what is searched for, complete.
    """

    search: int
    stage: int
    left: float
    request: SearchRequest


@dataclass(frozen=True)
class TrialChanged:
    """A trial began, was validated, or ended; `left` is the seconds of the budget that are left."""

    search: int
    trial: TrialFacts
    left: float


SearchEvent = StageBegan | TrialChanged
OnSearchEvent = Callable[[SearchEvent], None]

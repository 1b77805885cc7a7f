"""A request to learn a problem, completed with what that problem is usually trained with."""

from collections.abc import Collection
from dataclasses import replace

from workbench import learning
from workbench.operations.runs.training_request import TrainingRequest


def usual_request(request: TrainingRequest, given: Collection[str]) -> TrainingRequest:
    """Return a request with what its problem is usually trained with in place of all that was not `given`.

    Raises UserError for an unknown problem.
    """
    if request.problem is None:
        return request
    usual = vars(learning.problem_named(request.problem).usual)
    return replace(request, **{name: value for name, value in usual.items() if name not in given})

"""Problems beside images for optimisation-based approaches, one from each file, in the order users see them."""

from importlib import import_module

from workbench.errors import UserError
from workbench.facts.problems import PROBLEM_TITLES
from workbench.learning.problems.problem import Problem
from workbench.words import marked, message


def _problem_in_file(name: str) -> Problem:
    values = vars(import_module(f"{__name__}.{name}")).values()
    kinds = (value for value in values if isinstance(value, type) and issubclass(value, Problem))
    (kind,) = (kind for kind in kinds if vars(kind).get("name") == name)
    return kind()


PROBLEMS: tuple[Problem, ...] = tuple(map(_problem_in_file, PROBLEM_TITLES))


def problem_named(name: str) -> Problem:
    """Return the problem of that name. Raises UserError for an unknown one."""
    for problem in PROBLEMS:
        if problem.name == name:
            return problem
    text = marked("There is no problem {name}. Available: {names}.")
    raise UserError(message(text, name=name, names=", ".join(PROBLEM_TITLES)))

"""The problem that a run learns, on the project's data where it needs some."""

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench import learning
from workbench.errors import UserError
from workbench.facts import fact
from workbench.operations.ratings.rating_tables import newest_ratings, ratings_of
from workbench.operations.runs.run_settings import RunSettings
from workbench.store.project import Project

if TYPE_CHECKING:
    from workbench.learning.problems.problem import Problem


def with_ratings(project: Project, settings: RunSettings) -> RunSettings:
    """Return the settings of a run that learns a problem, with the project's ratings where it learns these.

    Raises UserError where there are none, or too few.
    """
    if settings.problem is None or not learning.problem_named(settings.problem).needs_data:
        return settings
    newest = newest_ratings(project)
    if newest is None:
        raise UserError(fact("ratings.none_yet"))
    settings = replace(settings, ratings=newest)
    problem_of(project, settings)
    return settings


def problem_of(project: Project, settings: RunSettings) -> "Problem":
    """Return the problem of a run that learns one, on its data; the run's seed divides it.

    Raises UserError where its data are not in the project.
    """
    if settings.problem is None:
        raise ValueError("the run learns images")
    problem = learning.problem_named(settings.problem)
    if not problem.needs_data:
        return problem
    try:
        data = None if settings.ratings is None else ratings_of(project, settings.ratings)
    except ValueError:  # no SHA-256
        data = None
    if data is None:
        raise UserError(fact("ratings.of_another"))
    return problem.with_data(data, settings.seed)

"""What to search for, and why a search cannot begin."""

from dataclasses import dataclass, replace

from sqlalchemy import func, select

from workbench import learning
from workbench.errors import UserError
from workbench.facts import fact
from workbench.facts.fit import Fit
from workbench.operations.tasks.class_counts import ClassCount, class_counts, refuse_few
from workbench.store.models import Example, LabellingClass, Role
from workbench.store.project import Project

LEAST_CLASSES = 2
_USUAL_WAY, _USUAL_SHOT = 5, 1
_MOST_QUERIES = 15


@dataclass(frozen=True)
class SearchRequest:
    """What will be labelled, and what a search may cost.

    `way` classes with `shot` examples each, 0 for what the project's classes to label with say; `seconds` of time in
    all; at most so many `trials` of trainings, None: as many as there is time for; `episodes` of the longest training,
    None: as many as fit. `learners` are those to choose among, as `prototypical@conv4`; none of them: all. `learns`
    says whether earlier searches on this computer advise this one, and it later ones. Choices are made by so many
    `validation_episodes`, those of trainings under way by half of them.
    """

    seconds: float = 300.0
    way: int = 0
    shot: int = 0
    query: int = _MOST_QUERIES
    seed: int = 0
    device: str = "auto"
    trials: int | None = None
    episodes: int | None = None
    fit: Fit | None = None
    learns: bool = True
    learners: tuple[str, ...] = ()
    validation_episodes: int = 200


@dataclass(frozen=True)
class Labelled:
    """How many classes there are to label with, and how many examples most of them have; 0 where there are none."""

    classes: int
    examples: int


def to_be_labelled(project: Project) -> Labelled:
    """Return what the classes to label with say about the episodes that a learner should be good at."""
    count = func.count(Example.id)
    query = (
        select(count)
        .select_from(LabellingClass)
        .outerjoin(Example, Example.class_id == LabellingClass.id)
        .group_by(LabellingClass.id)
        .order_by(count)
    )
    with project.read() as session:
        counts = list(session.scalars(query))
    return Labelled(len(counts), counts[len(counts) // 2] if counts else 0)


def completed(project: Project, request: SearchRequest) -> SearchRequest:
    """Return the request with numbers in the place of what the project says.

    Raises UserError where a number is out of range, or there are too few classes to learn from, to choose by, or to
    test on.
    """
    _refuse_counts(request)
    counts = {role: class_counts(project, role) for role in Role}
    labelled = to_be_labelled(project)
    chosen_by = [count for count in counts[Role.META_VALIDATION] if count.specimens > 1]
    shot = request.shot or max(1, labelled.examples or _USUAL_SHOT)
    way = request.way or min(labelled.classes or _USUAL_WAY, len(chosen_by))
    return _possible(replace(request, way=max(way, LEAST_CLASSES), shot=shot), counts)


def _possible(request: SearchRequest, counts: dict[Role, tuple[ClassCount, ...]]) -> SearchRequest:
    """Return the request, with as many queries as there are images. Raises UserError where there are too few."""
    for role, code in (
        (Role.META_TRAIN, "search.nothing_to_learn_from"),
        (Role.META_VALIDATION, "search.nothing_to_choose_by"),
        (Role.META_TEST, "search.nothing_to_test_on"),
    ):
        usable = [count for count in counts[role] if count.specimens > 1]
        if len(usable) < LEAST_CLASSES:
            raise UserError(fact(code, least=LEAST_CLASSES, there=len(usable)))
    shape = learning.EpisodeShape(request.way, request.shot, request.query)
    for role in (Role.META_VALIDATION, Role.META_TEST):
        refuse_few(counts[role], shape, rotate_classes=False, mix_tasks=True)
    return request


def _refuse_counts(request: SearchRequest) -> None:
    limits = {"seconds": 1, "query": 1, "seed": 0, "way": 0, "shot": 0, "trials": 0, "episodes": 1}
    limits |= {"validation_episodes": 4}
    for name, least in limits.items():
        value = getattr(request, name)
        if value is not None and not value >= least:
            raise UserError(fact("request.count_too_small", name=name, least=least, value=value))
    if request.way == 1:
        raise UserError(fact("request.count_too_small", name="way", least=LEAST_CLASSES, value=request.way))

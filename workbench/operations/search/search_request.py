"""What to search for, and why a search cannot begin."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench import learning
from workbench.errors import UserError
from workbench.facts import fact
from workbench.facts.fit import Fit
from workbench.operations.runs.planning.expected_labelling import expected_labelling
from workbench.operations.runs.training_checks import why_read_only
from workbench.operations.tasks.class_counts import ClassCount, class_counts, refuse_few
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import Decimal, Message, marked, message

LEAST_CLASSES = 2
_LONGEST = 30 * 86_400.0  # seconds
_UNSEEN = (Role.META_VALIDATION, Role.META_TEST)
_MOST_QUERIES = 15


@dataclass(frozen=True)
class SearchRequest:
    """What will be labelled, and what a search may cost.

    `way` classes with `shot` examples each, 0 for what is expected to be labelled; a complete request has no more of
    either than there are images for, and `asked_way` and `asked_shot` are then what was asked for, else 0. `seconds` of
    time in all; at most so many `trials` of trainings, None: as many as there is time for; `episodes` of
    the longest training, None: as many as fit. `learners` are those to choose among, as `prototypical@conv4`; none of
    them: all. `learns` says whether earlier searches on this computer advise this one, and it later ones. Choices are
    made by so many `validation_episodes`, those of trainings under way by half of them.
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
    asked_way: int = 0
    asked_shot: int = 0

    @property
    def uses_fewer(self) -> bool:
        """Whether there are images for fewer classes, or fewer examples of each, than were asked for."""
        return bool(self.asked_way or self.asked_shot)

    @property
    def asked(self) -> tuple[int, int]:
        """The classes and the examples of each that were asked for."""
        return self.asked_way or self.way, self.asked_shot or self.shot


def possible_search(project: Project, request: SearchRequest) -> SearchRequest | Message:
    """Return the request as a search would carry it out, or why none can begin; no image is decoded."""
    if project.read_only:
        return why_read_only(project)
    try:
        return completed_request(project, request)
    except UserError as error:
        return error.text


def completed_request(project: Project, request: SearchRequest) -> SearchRequest:
    """Return the request with numbers that the project's images allow.

    Raises UserError where a number is out of range, or there are too few classes to learn from, to choose by, or to
    test on.
    """
    _refuse_counts(request)
    counts = {role: class_counts(project, role) for role in Role}
    expected = expected_labelling(project)
    usable = [[count.specimens for count in counts[role] if count.specimens > 1] for role in _UNSEEN]
    way = max(min(request.way or expected.way, *map(len, usable)), LEAST_CLASSES)
    shot = min(request.shot or expected.shot, *(_most_examples(specimens, way) for specimens in usable))
    # Usual numbers, which stand for what nobody knows yet, were not asked for.
    asked_way = request.way or (expected.way if expected.known else way)
    asked_shot = request.shot or (expected.shot if expected.known else shot)
    fewer = {"asked_way": asked_way if way < asked_way else 0, "asked_shot": asked_shot if shot < asked_shot else 0}
    return _possible(replace(request, way=way, shot=shot, **fewer), counts)


def _most_examples(specimens: Sequence[int], way: int) -> int:
    """Return how many examples of each class leave a query in as many classes as there are ways, at least one."""
    return max(1, sorted(specimens, reverse=True)[way - 1] - 1) if len(specimens) >= way else 1


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
    for role in _UNSEEN:
        refuse_few(counts[role], shape, rotate_classes=False, mix_tasks=True)
    return request


def refuse_time(seconds: float) -> None:
    """Raise UserError for a time that no search can take."""
    if not 1.0 <= seconds <= _LONGEST:
        text = marked("A search takes from one second to {days} days, not {minutes} minutes.")
        raise UserError(message(text, days=round(_LONGEST / 86_400), minutes=Decimal(seconds / 60, 2)))


def _refuse_counts(request: SearchRequest) -> None:
    limits = {"query": 1, "seed": 0, "way": 0, "shot": 0, "trials": 0, "episodes": 1}
    limits |= {"validation_episodes": 4}
    for name, least in limits.items():
        value = getattr(request, name)
        if value is not None and not value >= least:
            raise UserError(fact("request.count_too_small", name=name, least=least, value=value))
    refuse_time(request.seconds)
    if request.way == 1:
        raise UserError(fact("request.count_too_small", name="way", least=LEAST_CLASSES, value=request.way))

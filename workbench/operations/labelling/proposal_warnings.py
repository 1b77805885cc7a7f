"""Whether what a run proposes deserves trust, said before a person relies on it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from workbench.operations.runs.curve import ways_of
from workbench.operations.runs.listing import describe_run, unfinished
from workbench.operations.runs.run_settings import Cells
from workbench.operations.runs.run_traits import alike_classes
from workbench.operations.runs.trained import Trained
from workbench.store.models import Evaluation, Role
from workbench.store.project import Project
from workbench.words import Decimal, Message, marked, message


@dataclass(frozen=True)
class _Test:
    """What a test or a validation found, accuracies from 0 to 1."""

    accuracy: float
    ci95: float
    way: int
    shot: int


def proposal_notes(project: Project, trained: Trained, untold: Mapping[str, Cells]) -> tuple[Message, ...]:
    """Say what speaks against relying on proposals; `untold` are the traits of the classes that have no example."""
    doubt = proposal_warnings(project, trained.run, all_shown=not untold)
    alike = alike_classes(trained.traits, untold)
    return (*unfinished(project, trained.run), *(each for each in (doubt, alike) if each is not None))


def proposal_warnings(project: Project, run: int | None, *, all_shown: bool) -> Message | None:
    """Say what speaks against relying on a run's proposals: it only guesses, or was never tested on new classes.

    `all_shown` is whether every class has an example: tests with examples count then, others are of classes known by
    their traits alone. The longest test on classes it has never seen counts, and before there is one, its best
    validation. None where nothing is to be said, as of the pretrained network, which was made elsewhere (`run` None).
    """
    if run is None:
        return None
    tested = _longest_test(project, run, all_shown=all_shown)
    if tested is not None:
        return _guesses(run, tested)
    validated = _best_validation(project, run)
    guesses = None
    if validated is not None and (validated.shot > 0) == all_shown:
        guesses = _guesses(run, validated)
    untested = marked(
        "Run {run} has not been tested on unseen classes, so the accuracy of its proposals is unknown. Test it first."
    )
    if all_shown and _longest_test(project, run, all_shown=False) is not None:
        untested = marked(
            "Run {run} has only been tested without examples, so the accuracy of its proposals with examples "
            "is unknown. Test it with examples first."
        )
    elif not all_shown:
        untested = marked(
            "Run {run} has not been tested on unseen classes without examples, so the accuracy of its "
            "proposals is unknown. Test it with 0 examples first."
        )
    return guesses or message(untested, run=str(run))


def _longest_test(project: Project, run: int, *, all_shown: bool) -> _Test | None:
    of_kind = Evaluation.shot > 0 if all_shown else Evaluation.shot == 0
    query = (
        select(Evaluation.accuracy, Evaluation.ci95, Evaluation.way, Evaluation.shot)
        .where(Evaluation.run_id == run, Evaluation.role == Role.META_TEST, of_kind)
        .order_by(Evaluation.episodes.desc(), Evaluation.id.desc())
        .limit(1)
    )
    with project.read() as session:
        row = session.execute(query).one_or_none()
    return None if row is None else _Test(*row)


def _best_validation(project: Project, run: int) -> _Test | None:
    facts = describe_run(project, run)
    if facts.best_accuracy is None:
        return None
    way = ways_of(facts.settings).validation
    return _Test(facts.best_accuracy, facts.best_ci95 or 0.0, way, facts.settings.shot)


def _guesses(run: int, found: _Test) -> Message | None:
    if found.accuracy - found.ci95 > 1 / found.way:
        return None
    text = marked(
        "Run {run} is no better than chance: {accuracy} % at telling {way} unseen classes apart, with {shot} "
        "of each as examples. Do not rely on its proposals: train it longer, or choose another model."
    )
    return message(text, run=str(run), accuracy=Decimal(100 * found.accuracy, 0), way=found.way, shot=found.shot)

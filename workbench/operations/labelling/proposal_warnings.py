"""What speaks against relying on a run's proposals, said before a person does."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from workbench.operations.runs.curve import ways_of
from workbench.operations.runs.listing import describe_run, unfinished
from workbench.operations.runs.run_settings import Cells
from workbench.operations.runs.run_traits import alike_classes
from workbench.operations.runs.stored_tests import CHANCE, WIDEST
from workbench.operations.runs.trained import Trained
from workbench.store.models import Evaluation, Role
from workbench.store.project import Project
from workbench.words import Decimal, Message, marked, message


@dataclass(frozen=True)
class _Test:
    """The accuracy of a test or a validation, 0 to 1, its wider interval, its episodes' shape, and that of guessing."""

    accuracy: float
    ci95: float
    way: int
    shot: int
    chance: float


def proposal_notes(project: Project, trained: Trained, zero_shot: Mapping[str, Cells]) -> tuple[Message, ...]:
    """Say what speaks against relying on proposals; `zero_shot` holds the traits of classes without an example."""
    doubt = proposal_warnings(project, trained.run, all_have_examples=not zero_shot)
    same_traits = alike_classes(trained.traits, zero_shot)
    return (*unfinished(project, trained.run), *(note for note in (doubt, same_traits) if note is not None))


def proposal_warnings(project: Project, run: int | None, *, all_have_examples: bool) -> Message | None:
    """Say what speaks against relying on a run's proposals: it only guesses, or was never tested on new classes.

    `all_have_examples` is whether every class has an example: tests with examples count then, others are of classes
    known by their traits alone. The longest test on classes it has never seen counts, and before there is one, its best
    validation. None where there is nothing to warn of, as for the pretrained network (`run` None).
    """
    if run is None:
        return None
    tested = _longest_test(project, run, all_have_examples=all_have_examples)
    if tested is not None:
        return _no_better_than_chance(run, tested)
    validated = _best_validation(project, run)
    guesses = None
    if validated is not None and (validated.shot > 0) == all_have_examples:
        guesses = _no_better_than_chance(run, validated)
    untested = marked(
        "Run {run} has not been tested on unseen classes, so the accuracy of its proposals is unknown. Test it first."
    )
    if all_have_examples and _longest_test(project, run, all_have_examples=False) is not None:
        untested = marked(
            "Run {run} has only been tested without examples, so the accuracy of its proposals with examples "
            "is unknown. Test it with examples first."
        )
    elif not all_have_examples:
        untested = marked(
            "Run {run} has not been tested on unseen classes without examples, so the accuracy of its "
            "proposals is unknown. Test it with 0 examples first."
        )
    return guesses or message(untested, run=str(run))


def _longest_test(project: Project, run: int, *, all_have_examples: bool) -> _Test | None:
    of_kind = Evaluation.shot > 0 if all_have_examples else Evaluation.shot == 0
    query = (
        select(Evaluation.accuracy, WIDEST, Evaluation.way, Evaluation.shot, CHANCE)
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
    return _Test(facts.best_accuracy, facts.best_ci95 or 0.0, way, facts.settings.shot, 1 / way)


def _no_better_than_chance(run: int, test: _Test) -> Message | None:
    if test.accuracy - test.ci95 > test.chance:
        return None
    text = marked(
        "Run {run} is not clearly better than chance: {accuracy} % at telling {way} unseen classes apart, with {shot} "
        "of each as examples. Do not rely on its proposals: train it longer, or choose another model."
    )
    return message(text, run=str(run), accuracy=Decimal(100 * test.accuracy, 0), way=test.way, shot=test.shot)

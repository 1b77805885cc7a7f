"""The words of the strip above the plots, about the current run or a stored one."""

from collections.abc import Sequence

from workbench.operations.runs.curve import best_validation
from workbench.operations.runs.listing import RunFacts
from workbench.operations.runs.training_events import ValidationResult
from workbench.ui.learn.progress_strip import StripState
from workbench.ui.learn.run_rows import NOT_YET, RunRow
from workbench.ui.services.run_words import (
    Titles,
    called,
    joined,
    preparing_words,
    run_title,
    stored_sentence,
    training_sentence,
)
from workbench.ui.services.training_controller import TrainingController
from workbench.ui.services.training_stage import Stage
from workbench.ui.services.translation import say, tr

_MOVING = -1.0


def live_strip(controller: TrainingController, facts: RunFacts | None, titles: Titles) -> StripState:
    """Return the state of the current run; `facts` is None until it is stored."""
    failed = controller.stage is Stage.FAILED
    return StripState(
        _title(controller, facts, titles),
        training_sentence(controller),
        share=_share(controller),
        trouble=say(controller.trouble) if failed and controller.trouble is not None else "",
        notes=tuple(say(note) for note in controller.notes),
        resumes_at=facts.episode if failed and facts is not None and facts.resumable else None,
        finished=controller.stage is Stage.FINISHED and controller.problem is None,
        stored=facts is not None and not controller.is_busy and controller.problem is None,
    )


def stored_strip(
    facts: RunFacts, titles: Titles, checked: Sequence[ValidationResult], *, can_resume: bool
) -> StripState:
    """Return the state of a stored run."""
    best = best_validation(checked, facts.problem)
    return StripState(
        run_title(facts, titles),
        stored_sentence(facts, best),
        notes=tuple(say(note) for note in facts.notes),
        resumes_at=facts.episode if can_resume else None,
        # What learned a problem has nothing to say of images, and begins from the command line.
        finished=facts.state == "finished" and facts.deleted_at is None and facts.problem is None,
        stored=facts.problem is None,
    )


def preparing_rows(controller: TrainingController, titles: Titles) -> tuple[RunRow, ...]:
    """Return the row of a run that is being prepared, which the project does not know of yet; nothing otherwise."""
    if controller.run is not None or not controller.is_preparing:
        return ()
    requested = controller.requested
    title, encoder = ("", "") if requested is None else (requested.approach, requested.encoder)
    named = called(title, titles) or tr("New run")
    return (RunRow(NOT_YET, named, called(encoder, titles), preparing_words(controller.stage), ""),)


def _title(controller: TrainingController, facts: RunFacts | None, titles: Titles) -> str:
    if facts is not None:
        return run_title(facts, titles)
    requested = controller.requested
    return joined(called(requested.approach, titles), called(requested.encoder, titles)) if requested else ""


def _share(controller: TrainingController) -> float | None:
    if controller.stage in (Stage.FINISHED, Stage.FAILED):
        return None
    if controller.stage is Stage.STARTING or controller.run_started is None:
        if controller.job is None:
            return 0.0 if controller.stage is Stage.PAUSED else None
        return _MOVING if controller.job.share is None else controller.job.share
    return controller.share

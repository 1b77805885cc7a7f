"""Meta-train an approach on a project's classes, or resume a run that was stopped or killed."""

import platform
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench import __version__, learning
from workbench.errors import UserError
from workbench.facts import Fact, fact
from workbench.learning.events import Event, TrainingStep, ValidationResult
from workbench.machine_errors import machine_error
from workbench.operations.deferred import torch
from workbench.operations.features.choose_fit import choose_fit
from workbench.operations.progress import Cancelled, Reporter
from workbench.operations.runs.begin_run import begin_run
from workbench.operations.runs.listing import RunFacts, describe_run
from workbench.operations.runs.record import RunRecord, find_run
from workbench.operations.runs.run_settings import RunSettings
from workbench.operations.runs.saved_training import restore_saved
from workbench.operations.runs.segment import share_trained, training_progress
from workbench.operations.runs.training_data import TrainingMaterial, completed, run_settings
from workbench.operations.runs.training_observer import OnEvent, TrainingObserver
from workbench.operations.runs.training_request import TrainingRequest, fresh_training, plan_of
from workbench.store.models import RunState
from workbench.store.project import Project

if TYPE_CHECKING:
    from workbench.learning.training import Training


def train_approach(
    project: Project,
    request: TrainingRequest,
    reporter: Reporter,
    *,
    on_event: OnEvent | None = None,
    checkpoint_seconds: float = 60.0,
) -> RunFacts:
    """Meta-train as requested and return the run, finished; `on_event` is called with its events, on the same thread.

    Every `checkpoint_seconds`, and when asked to stop, everything needed to resume is saved. Events do not
    affect the weights. Raises UserError when it cannot be done as requested (nothing is written then) or
    the loss is no longer a number, Cancelled when stopped.
    """
    requested, chosen = _with_fit(project, run_settings(project, request), request, reporter)
    material = TrainingMaterial.load(project, requested, request.device, reporter)
    material = replace(material, notes=(*chosen, *material.notes))
    settings = completed(requested, material, material.digest)
    observer = TrainingObserver.of(project, settings, material, on_event, reporter)
    training = fresh_training(settings, material.sampler, plan_of(settings))
    record = begin_run(project, settings, versions=versions_here(), device=material.device_shown)
    # At once, so that whatever happens to the program there is a checkpoint to resume from.
    record.save(training, RunState.RUNNING)
    return _train_to_the_end(
        record, training, material, observer, reporter=reporter, checkpoint_seconds=checkpoint_seconds
    )


def _with_fit(
    project: Project, settings: RunSettings, request: TrainingRequest, reporter: Reporter
) -> tuple[RunSettings, tuple[Fact, ...]]:
    """Return the settings with the fit requested, or else the one to choose, and what is to be said of the choice."""
    if request.fit is not None or request.problem is not None:
        return settings, ()
    choice = choose_fit(project, learning.choose_device(request.device).name, reporter)
    return replace(settings, fit=choice.fit), choice.notes


def resume_run(
    project: Project,
    run: str,
    reporter: Reporter,
    *,
    on_event: OnEvent | None = None,
    device: str = "auto",
    checkpoint_seconds: float = 60.0,
) -> RunFacts:
    """Resume a run from its newest checkpoint, exactly as if it had never stopped; `latest` is the newest run.

    A finished run is returned as it is, without events. Raises as `train_approach` does.
    """
    record = find_run(project, run)
    facts = record.facts()
    if facts.state == RunState.FINISHED:
        return describe_run(project, record.id)
    settings = facts.settings
    record.refuse_given_up()
    material = TrainingMaterial.load(project, settings, device, reporter)
    if material.digest != settings.images_digest:
        material = replace(material, notes=(*material.notes, fact("run.images_changed")))
    observer = TrainingObserver.of(project, settings, material, on_event, reporter)
    training = fresh_training(settings, material.sampler, plan_of(settings))
    saved = record.saved()
    if saved is not None:
        restore_saved(training, saved)
        record.drop_measurements_after(training.episode)
    training.seconds = facts.seconds
    return _train_to_the_end(
        record, training, material, observer, reporter=reporter, checkpoint_seconds=checkpoint_seconds
    )


def _train_to_the_end(
    record: RunRecord,
    training: "Training",
    material: TrainingMaterial,
    observer: TrainingObserver,
    *,
    reporter: Reporter,
    checkpoint_seconds: float,
) -> RunFacts:
    for text in material.notes:
        record.note(text)
    try:
        with _end_recorded(record, training):
            observer.begin(record.id, training)
            saved_at = time.monotonic()
            for event in learning.train(training, material.sampler, material.validation):
                record.add(event)
                if _must_be_saved(event, is_due=time.monotonic() - saved_at >= checkpoint_seconds):
                    record.save(training, RunState.RUNNING, best=isinstance(event, ValidationResult))
                    saved_at = time.monotonic()
                observer.observe(event)
                reporter.report(share_trained(training), training_progress(training, event))
            record.finish(training)
        observer.end()
    finally:
        observer.keep()
    return describe_run(record.project, record.id)


def _must_be_saved(event: Event, *, is_due: bool) -> bool:
    match event:
        case ValidationResult(best=best):
            return best
        case TrainingStep():
            return is_due
        case _:
            return False


@contextmanager
def _end_recorded(record: RunRecord, training: "Training") -> Generator[None]:
    """Save the run when the person stops it, and record why when it cannot continue."""
    try:
        yield
    except (Cancelled, KeyboardInterrupt):
        record.save(training, RunState.STOPPED)
        raise
    except learning.NotFinite as error:
        # The weights that led here are no good: the last checkpoint stays the last.
        record.end(training, RunState.FAILED, error)
        raise
    except UserError as error:
        record.end(training, RunState.STOPPED, error)
        raise
    except (MemoryError, RuntimeError) as error:
        of_the_machine = machine_error(error)
        if of_the_machine is None:
            raise
        # Weights on a device that is lost cannot be saved: the last checkpoint stays the last.
        record.end(training, RunState.STOPPED, of_the_machine)
        raise of_the_machine from error


def versions_here() -> dict[str, str]:
    """Return the versions that decide what a training comes to."""
    return {"program": __version__, "torch": torch.__version__, "python": platform.python_version()}

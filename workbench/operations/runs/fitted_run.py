"""A run whose images are fitted to a square as requested, or as suits the project."""

from dataclasses import replace

from workbench.facts import Fact, fact
from workbench.facts.fit import Fit
from workbench.operations.features.choose_fit import choose_fit
from workbench.operations.progress import Reporter
from workbench.operations.runs.trained import Trained
from workbench.store.project import Project


def with_fit(
    project: Project, trained: Trained, fit: Fit | None, device: str, reporter: Reporter
) -> tuple[Trained, tuple[Fact, ...]]:
    """Return the run with that fit, and what is to be said of it.

    Without one, a run keeps the fit that it was trained with; for the pretrained network the project's validation
    classes choose. Raises Cancelled when asked to stop.
    """
    own = trained.view.fit
    if fit is None and trained.run is None:
        choice = choose_fit(project, device, reporter)
        return _fitted(trained, choice.fit), choice.notes
    if fit is None or fit == own:
        return trained, ()
    notes = () if trained.run is None else (fact("run.other_fit", run=trained.called, own=own, fit=fit),)
    return _fitted(trained, fit), notes


def _fitted(trained: Trained, fit: Fit) -> Trained:
    return replace(trained, view=replace(trained.view, fit=fit))

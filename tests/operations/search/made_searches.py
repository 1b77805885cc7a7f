"""A search that is in a project without having been made: its trials as they would be kept."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from workbench.facts import fact
from workbench.operations.features.episode_pool import class_ids_of
from workbench.operations.runs.training import versions_here
from workbench.operations.search.found import Found
from workbench.operations.search.heads import HEADS
from workbench.operations.search.search_record import Rung, SearchRecord, TrialFacts, begin_search
from workbench.operations.search.search_request import SearchRequest
from workbench.operations.search.setting import Setting
from workbench.operations.serialisation import to_json
from workbench.store.models import Role, RunState
from workbench.store.project import Project
from workbench.store.search_models import TrialState
from workbench.words import Decimal

REQUEST = SearchRequest(300.0, way=3, shot=1, query=2, learns=False)
_MATCHING, _R2D2, _MAML = "matching", "r2-d2", "maml"
_SENTENCE = fact("search.baseline_only", baseline="Matching", accuracy=Decimal(81.0), interval=Decimal(2.0))


def trained(approach: str, rate: float, **options: float) -> Setting:
    return Setting(approach, "conv4", options, learning_rate=rate, episodes=36)


TRAINED = (
    trained(_MATCHING, 0.001),
    trained(_MATCHING, 0.01),
    trained(_R2D2, 0.0005, weight_decay=0.01),
    trained(_R2D2, 0.002, weight_decay=0.0),
    trained(_R2D2, 0.004, weight_decay=0.01),
    trained(_MAML, 0.003),
)
ACCURACIES = (0.9, 0.7, 0.6, 0.55, 0.5)  # of the trainings but the last, which failed


def found_run(run: int, baseline: int | None = None) -> Found:
    """Return that a run was found, which is its own baseline where there is no other."""
    other = run if baseline is None else baseline
    return Found(
        run, _MATCHING, "conv4", 0.81, 0.02, other, _MATCHING, 0.8, 0.02, run, 0.01, 0.02, 1 / 3, _SENTENCE
    )  # fmt: skip


def make_search(
    project: Project,
    *,
    state: RunState = RunState.FINISHED,
    found: Found | None = None,
    run: int | None = None,
    request: SearchRequest = REQUEST,
) -> SearchRecord:
    """Write a search of all heads and six trainings, of which one failed and one may go on; `run` is the first's."""
    classes = {role: class_ids_of(project, role) for role in Role}
    record = begin_search(project, request, classes, versions_here())
    for place, head in enumerate(HEADS):
        _keep(record, head, 1, (Rung(0, 0.6 + 0.02 * place, 0.05, 1.0, 2.0 + place),))
    states = (TrialState.FINISHED, TrialState.PRUNED, TrialState.PRUNED, TrialState.PRUNED, TrialState.RUNNING)
    for place, (setting, accuracy, ended) in enumerate(zip(TRAINED, ACCURACIES, states, strict=False)):
        began = 20.0 + 10 * place
        rungs = tuple(
            Rung(episode, accuracy - 0.01 * (36 - episode) / 4, 0.1, episode / 4, began + episode / 4)
            for episode in (4, 12, 36)
        )
        _keep(record, setting, 2, rungs, state=ended, run=run if place == 0 else None)
    reason = fact("search.refused", reason="the images are too small")
    _keep(record, TRAINED[-1], 2, (), state=TrialState.FAILED, reason=reason)
    record.keep_progress(120.0, state, None if found is None else to_json(found))
    return record


def _keep(record: SearchRecord, setting: Setting, stage: int, rungs: Sequence[Rung], **values: Any) -> TrialFacts:
    trial = record.begin_trial(setting, stage=stage)
    last = rungs[-1].seconds if rungs else 0.0
    values = {"state": TrialState.FINISHED, **values}
    trial = replace(trial, rungs=tuple(rungs), seconds=last, **values)
    record.keep_trial(trial)
    return trial

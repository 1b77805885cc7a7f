"""Train a setting and record it: validations as a search has them, and how good what it keeps is on test classes.

Seconds are CPU seconds of this process, which has one thread: they are those of the clock on a machine where nothing
else is at work, and stay the same where something is. A search on the same machine counts those of the clock.
"""

import copy
import time
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import torch

from workbench import learning
from workbench.learning.approach import Approach
from workbench.learning.events import ValidationResult
from workbench.learning.paired import mean_with_interval
from workbench.learning.sampling import EpisodeSampler, Pool
from workbench.operations.features.episode_pool import class_ids_of, pool_of
from workbench.operations.progress import Silent
from workbench.operations.runs.portable_material import PortableMaterial, material_key
from workbench.operations.runs.run_settings import RunSettings, episode_shape, run_view
from workbench.operations.runs.training_data import run_settings
from workbench.operations.runs.training_request import TrainingRequest, fresh_training, plan_of
from workbench.operations.search.search_request import SearchRequest
from workbench.operations.search.setting import RUNGS, Setting, in_rungs, request_for, setting_as_json
from workbench.store.models import Role
from workbench.store.project import Project

_OTHER_EPISODES = 10_000  # as in `final_test`: the episodes that the best are compared on are others
TO_CHOOSE, TO_TEST = 200, 300
_PACE = 0.7  # seconds of a measurement of the pace


@dataclass(frozen=True)
class Samplers:
    """Where the episodes of a setting come from: to train, to validate, to choose the best by, to test."""

    train: EpisodeSampler
    validation: EpisodeSampler
    choice: EpisodeSampler
    test: EpisodeSampler


class Recording:
    """Records settings on the images of one project, in episodes of one shape."""

    def __init__(self, project: Project, request: SearchRequest, *, colour: bool) -> None:
        self._project, self._request, self._channels = project, request, 3 if colour else 1
        self._pools: dict[Hashable, tuple[PortableMaterial, Pool]] = {}

    def untrained(self, setting: Setting) -> dict[str, Any]:
        """Record a simple head."""
        return self._recorded(setting, self._asked(setting))

    def trained(self, setting: Setting, seconds: float) -> dict[str, Any]:
        """Record a training of so many seconds, its validations not counted."""
        long = replace(setting, episodes=in_rungs(10**6))
        settings, samplers = self._ready(self._asked(long))
        episodes = in_rungs(seconds * _pace(settings, samplers))
        setting = replace(setting, episodes=episodes)
        return self._recorded(setting, self._asked(setting))

    def usual(self, setting: Setting, seconds: float) -> dict[str, Any]:
        """Record a training as the page Learn does it with its defaults: grey images, for at most so many seconds."""
        before, self._channels = self._channels, 1
        try:
            return self.trained(setting, seconds)
        finally:
            self._channels = before

    def _asked(self, setting: Setting) -> TrainingRequest:
        return request_for(setting, self._request, channels=self._channels)

    def _ready(self, request: TrainingRequest) -> tuple[RunSettings, Samplers]:
        settings = run_settings(self._project, request)
        material, tested = self._loaded(settings)
        settings = material.completed(settings)
        train, validation = material.samplers(settings, "cpu")
        if validation is None or material.held_out is None:
            raise SystemExit("There are too few classes to validate with.")
        held_out = material.held_out.pool(rotate_classes=False, device="cpu").pool
        shape, seed = episode_shape(settings), settings.seed
        choice = EpisodeSampler(held_out, shape, seed=seed + _OTHER_EPISODES, mix_tasks=True)
        return settings, Samplers(train, validation, choice, EpisodeSampler(tested, shape, seed=seed, mix_tasks=True))

    def _loaded(self, settings: RunSettings) -> tuple[PortableMaterial, Pool]:
        """Return the images to learn from and to validate with, and those to test on; read once for each view."""
        key = material_key(settings)
        if key not in self._pools:
            material = PortableMaterial.load(self._project, settings, "cpu", Silent())
            ids, view = class_ids_of(self._project, Role.META_TEST), run_view(settings)
            tested = pool_of(self._project, ids, view, rotate_classes=False, device="cpu", reporter=Silent())
            self._pools[key] = (material, tested.pool)
        return self._pools[key]

    def _recorded(self, setting: Setting, request: TrainingRequest) -> dict[str, Any]:
        settings, samplers = self._ready(request)
        began, aside = time.process_time(), 0.0
        training = fresh_training(settings, samplers.train, plan_of(settings))
        validations: list[tuple[float, float, float]] = []
        kept: list[dict[str, Any]] = []
        fresh: Approach | None = None
        for event in learning.train(training, samplers.train, samplers.validation):
            if not isinstance(event, ValidationResult):
                continue
            validations.append((round(time.process_time() - began - aside, 2), event.accuracy, event.ci95))
            paused = time.process_time()
            if event.best:  # What a search keeps of a training is its best validation so far, wherever it is stopped.
                fresh = copy.deepcopy(training.approach)
            if fresh is not None and (len(validations) in RUNGS or not setting.episodes):
                kept.append({"validation": len(validations), **_tried(fresh, samplers, settings)})
                fresh = None
            aside += time.process_time() - paused
        return {"setting": setting_as_json(setting), "validations": validations, "kept": kept}


def _tried(approach: Approach, samplers: Samplers, settings: RunSettings) -> dict[str, Any]:
    with _random_state_kept():
        approach.eval()
        chosen_by = _accuracies(approach, samplers.choice, TO_CHOOSE)
        mean = mean_with_interval(_accuracies(approach, samplers.test, TO_TEST))
    queries = settings.way * settings.query
    # A character an episode: how many of its queries were right, from "0" on.
    hits = "".join(chr(ord("0") + round(accuracy * queries)) for accuracy in chosen_by)
    return {"choice": hits, "test": round(mean.mean, 5), "test_ci95": round(mean.ci95, 5)}


def _accuracies(approach: Approach, sampler: EpisodeSampler, count: int) -> list[float]:
    tried, episodes = learning.embedding_once(approach, sampler)
    return [result.accuracy for result in learning.try_episodes(tried.adapt, episodes, range(count))]


def _pace(settings: RunSettings, samplers: Samplers) -> float:
    """Return the episodes trained in a second."""
    training = fresh_training(settings, samplers.train, plan_of(settings))
    began = time.process_time()
    for _ in learning.train(training, samplers.train, None):
        passed = time.process_time() - began
        if passed >= _PACE:
            break
    return training.episode / (time.process_time() - began)


@contextmanager
def _random_state_kept() -> Iterator[None]:
    state = torch.get_rng_state()
    try:
        yield
    finally:
        torch.set_rng_state(state)

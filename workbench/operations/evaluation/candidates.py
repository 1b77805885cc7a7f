"""The candidates of a comparison: the chosen runs and the baselines, described, and loaded ready to adapt."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench import learning
from workbench.errors import UserError
from workbench.facts import Fact, approach_title, fact
from workbench.operations.evaluation.centring import centred
from workbench.operations.evaluation.evaluate_run import PIXELS, EvaluationRequest, one_by_one, refuse_test_counts
from workbench.operations.features.choose_fit import choose_fit
from workbench.operations.features.episode_pool import View, view_of
from workbench.operations.progress import Reporter
from workbench.operations.runs.listing import RunFacts, describe_run, describe_runs
from workbench.operations.runs.record import RunRecord, find_run
from workbench.operations.runs.run_settings import run_view, settings_as_json
from workbench.operations.runs.run_traits import queried_classes, with_traits
from workbench.operations.runs.trained import PRETRAINED, Trained, load_trained
from workbench.operations.runs.training_request import needs_examples
from workbench.operations.runs.unusable_run import names_known_approach
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import Message, marked

if TYPE_CHECKING:
    from workbench.learning.evaluation import Adapt
    from workbench.learning.networks.encoders import Encoder
    from workbench.learning.sampling import EpisodeSampler
    from workbench.operations.evaluation.shared_episodes import Source

_PRETRAINED_ENCODER = "efficientnet-lite0"


@dataclass(frozen=True)
class ComparisonRequest:
    """What to compare, and on which episodes; no `runs` means all that can be used.

    `runs` are numbers or `latest`, `baselines` are `pixels` and `pretrained`.
    """

    runs: tuple[str, ...] = ()
    baselines: tuple[str, ...] = (PIXELS, PRETRAINED)
    way: int = 5
    shot: int = 1
    query: int = 15
    episodes: int = 600
    role: Role = Role.META_TEST
    mix_tasks: bool = True
    seed: int = 0
    device: str = "auto"

    def test_of(self, key: str) -> EvaluationRequest:
        """Return the test of one candidate; `key` is as `EvaluationRequest.run`."""
        counts = (self.way, self.shot, self.query, self.episodes)
        return EvaluationRequest(key, *counts, self.role, self.mix_tasks, self.seed, self.device)


@dataclass(frozen=True)
class Candidate:
    """A run or a baseline; `key` names it as `EvaluationRequest.run` does, `seconds` is how long it was trained.

    A run of a baseline approach is a baseline too. `approach` and `encoder` are "" for raw pixels; `title` is what a
    table calls it, `shown` what a sentence does; `remarks` qualify its figures. `recipe` is the same for runs that
    differ by their seed alone.
    """

    key: str
    run: int | None
    approach: str
    encoder: str
    title: Fact
    shown: Fact
    is_baseline: bool
    view: View
    seconds: float
    trained_on: frozenset[int]  # class ids
    validated_on: frozenset[int]
    reads_traits: bool = False
    remarks: tuple[Fact, ...] = ()
    recipe: str = ""

    @property
    def heading(self) -> Fact:
        """What a sentence that begins with it calls it."""
        return self.title if self.run is None else self.shown


def refuse_counts(request: ComparisonRequest, candidates: Sequence[Candidate]) -> None:
    """Raise UserError when a count of the request is too small, or without examples nobody could take part."""
    refuse_test_counts(request.test_of(PIXELS))
    if not candidates:
        raise UserError(Message(marked("There is nothing to compare. Train an approach, or choose a baseline.")))
    if not request.shot and not any(candidate.reads_traits for candidate in candidates):
        raise UserError(needs_examples(fact("subject.comparison")))


def refuse_without_examples(request: ComparisonRequest) -> None:
    """Raise UserError when a count of the request is too small, or it has no examples of a class."""
    refuse_test_counts(request.test_of(PIXELS))
    if not request.shot:
        raise UserError(Message(marked("This needs examples: choose at least one per class.")))


def candidates_of(project: Project, request: ComparisonRequest) -> tuple[Candidate, ...]:
    """Return the chosen runs, each once, then the baselines. Raises UserError for a run that is not there."""
    if request.runs:
        numbers = [find_run(project, run, with_checkpoint=True).id for run in request.runs if run not in _SHIPPED]
        runs = [describe_run(project, number) for number in dict.fromkeys(numbers)]
    else:
        runs = usable_runs(project)
    for run in runs:
        RunRecord(project, run.id).facts()  # Raises for one of which nothing can be made.
    # A baseline that is named among the runs takes part as well.
    baselines = [baseline for baseline in (*request.baselines, *request.runs) if baseline in _SHIPPED]
    return (*map(_candidate, runs), *(_SHIPPED[fromkey]() for fromkey in dict.fromkeys(baselines)))


def as_labelling_sees(
    project: Project, candidates: Sequence[Candidate], device: str, reporter: Reporter
) -> tuple[Candidate, ...]:
    """Return the candidates, the pretrained network with the fit that it would label with, and told so.

    Raises Cancelled when asked to stop.
    """
    if all(candidate.key != PRETRAINED for candidate in candidates):
        return tuple(candidates)
    choice = choose_fit(project, device, reporter)
    if choice.fit == "stretch":
        return tuple(candidates)
    return tuple(
        replace(candidate, view=replace(candidate.view, fit=choice.fit), remarks=choice.notes)
        if candidate.key == PRETRAINED
        else candidate
        for candidate in candidates
    )


def usable_runs(project: Project) -> list[RunFacts]:
    """Return the runs of known approaches that have a checkpoint and are not training now, oldest first."""
    runs = [run for run in describe_runs(project) if names_known_approach(run.approach)]
    return [run for run in runs if run.state != "running" and run.is_usable]


def _candidate(run: RunFacts) -> Candidate:
    recipe = settings_as_json(replace(run.settings, seed=0, device=""))
    kind = learning.approach_named(run.approach)
    untrained = not run.settings.episodes
    code, title = "candidate.untrained" if untrained else "candidate.run", approach_title(kind.name)
    return Candidate(
        str(run.id),
        run.id,
        run.approach,
        run.encoder,
        title,
        fact(code, approach=title, run=str(run.id)),
        # What nobody trained shows what learning adds.
        kind.family == "baseline" or untrained,
        run_view(run.settings),
        run.seconds,
        frozenset(run.settings.trained_on),
        frozenset(run.settings.validated_on),
        run.settings.traits is not None,
        recipe=json.dumps(recipe, sort_keys=True),
    )


def _pixels() -> Candidate:
    view = View("conv4", EvaluationRequest().pixels_size, 1)
    title, shown = fact("candidate.pixels_title"), fact("candidate.pixels")
    return Candidate(PIXELS, None, "", "", title, shown, True, view, 0.0, frozenset(), frozenset())


def _pretrained() -> Candidate:
    view = view_of(_PRETRAINED_ENCODER, None, None)
    title, shown = fact("candidate.pretrained_title"), fact("candidate.pretrained")
    return Candidate(
        PRETRAINED, None, "transfer", view.encoder, title, shown, True, view, 0.0, frozenset(), frozenset()
    )


_SHIPPED = {PIXELS: _pixels, PRETRAINED: _pretrained}


@dataclass(frozen=True)
class LoadedCandidate:
    """A candidate on a device, with the episodes in its view; `trained` is None for raw pixels.

    `knows_every_class` says that it has traits of all classes, so that it can do without examples; `remarks` qualify
    its figures.
    """

    candidate: Candidate
    trained: Trained | None
    sampler: "EpisodeSampler"
    knows_every_class: bool = False
    remarks: tuple[Fact, ...] = ()

    @property
    def adapt(self) -> "Adapt":
        """The function that turns a support into a classifier."""
        return self.trained.adapt if self.trained else learning.nearest_pixels

    @property
    def embedder(self) -> "Encoder | None":
        """The network that does nothing but embed while it adapts; None where adapting changes it."""
        approach = self.trained.approach if self.trained else None
        return approach.encoder if approach is not None and approach.capabilities.adapts_embeddings else None

    @property
    def takes_features(self) -> bool:
        """Whether it takes features of the frozen network instead of images."""
        return self.trained is not None and self.trained.approach.encoder.takes == "features"


def ready(project: Project, candidate: Candidate, source: "Source", device: str, reporter: Reporter) -> LoadedCandidate:
    """Load a candidate, which answers each query by itself.

    Raises UserError when its weights are gone or damaged, or it cannot do without examples and there are none,
    Cancelled when asked to stop.
    """
    shot = source.sampler.shape.shot
    if not shot and not candidate.reads_traits:
        raise UserError(needs_examples(candidate.heading))
    if candidate.key == PIXELS:
        return LoadedCandidate(candidate, None, source.sampler)
    trained, seen_notes = one_by_one(load_trained(project, candidate.key, device, transductive=True))
    # The images in the view of the candidate are those of its fit.
    trained, centring_notes = centred(project, replace(trained, view=candidate.view), source.role, device, reporter)
    remarks = (*candidate.remarks, *seen_notes, *centring_notes)
    if trained.traits is None:
        return LoadedCandidate(candidate, trained, source.sampler, remarks=remarks)
    queried = queried_classes(project, trained.traits, source.pool.class_ids, shot)
    pool = with_traits(source.pool, trained.traits, queried.rows)
    knows_every_class = all(number in queried.rows for number in pool.class_ids)
    if not shot and not knows_every_class:
        raise UserError(fact("candidate.knows_nothing"))
    return LoadedCandidate(candidate, trained, source.sampler_of(pool), knows_every_class, (*remarks, *queried.notes))

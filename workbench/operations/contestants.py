"""Who is compared with whom: the chosen runs and the baselines, and what of each is known before it is tried."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workbench.errors import UserError
from workbench.operations.episode_pool import View, view_of
from workbench.operations.evaluate_run import PIXELS, EvaluateWish, refuse_test_counts
from workbench.operations.run_record import find_run
from workbench.operations.run_traits import scheme_of
from workbench.operations.runs import RunFacts, describe_run, describe_runs
from workbench.operations.train_wish import needs_examples
from workbench.operations.trained import PRETRAINED
from workbench.store.models import Role
from workbench.store.project import Project
from workbench.words import Message, marked, message

_PRETRAINED_ENCODER = "efficientnet-lite0"


@dataclass(frozen=True)
class CompareWish:
    """What to compare, and on what episodes; no `runs` means all that can be used.

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

    def test_of(self, key: str) -> EvaluateWish:
        """Return the test that each takes; `key` is as `EvaluateWish.run`."""
        counts = (self.way, self.shot, self.query, self.episodes)
        return EvaluateWish(key, *counts, self.role, self.mix_tasks, self.seed, self.device)


@dataclass(frozen=True)
class Contestant:
    """A run or a baseline; `key` names it as `EvaluateWish.run` does, `seconds` is how long it was trained.

    A run of a baseline approach is a baseline too. `approach` and `encoder` are "" for raw pixels; `title` is what a
    table calls it, `shown` what a sentence does.
    """

    key: str
    run: int | None
    approach: str
    encoder: str
    title: Message
    shown: Message
    is_baseline: bool
    view: View
    seconds: float
    trained_on: frozenset[int]  # class ids
    validated_on: frozenset[int]
    reads_traits: bool = False

    @property
    def heading(self) -> Message:
        """What a sentence that begins with it calls it."""
        return self.title if self.run is None else self.shown


def refuse_counts(wish: CompareWish, contestants: Sequence[Contestant]) -> None:
    """Raise UserError when a count of the wish is too small, or without examples nobody could take part."""
    refuse_test_counts(wish.test_of(PIXELS))
    if not contestants:
        raise UserError(Message(marked("There is nothing to compare. Train an approach, or choose a baseline.")))
    if not wish.shot and not any(each.reads_traits for each in contestants):
        raise UserError(needs_examples(Message(marked("This comparison"))))


def refuse_without_examples(wish: CompareWish) -> None:
    """Raise UserError when a count of the wish is too small, or it has no examples of a class."""
    refuse_test_counts(wish.test_of(PIXELS))
    if not wish.shot:
        raise UserError(Message(marked("This is about examples: choose at least one example of each class.")))


def contestants_of(project: Project, wish: CompareWish) -> tuple[Contestant, ...]:
    """Return the chosen runs, each once, then the baselines. Raises UserError for a run that is not there."""
    if wish.runs:
        numbers = [find_run(project, each, with_checkpoint=True).id for each in wish.runs if each not in _SHIPPED]
        runs = [describe_run(project, number) for number in dict.fromkeys(numbers)]
    else:
        runs = usable_runs(project)
    # A baseline that is named among the runs takes part as well.
    baselines = [each for each in (*wish.baselines, *wish.runs) if each in _SHIPPED]
    return (*map(_contestant, runs), *(_SHIPPED[each]() for each in dict.fromkeys(baselines)))


def usable_runs(project: Project) -> list[RunFacts]:
    """Return the runs that have learned something and are not at it, oldest first."""
    return [
        run
        for run in describe_runs(project)
        if run.episode and run.state != "running" and (run.resumable or run.state == "finished")
    ]


def _contestant(run: RunFacts) -> Contestant:
    from workbench.learning.approaches import approach_named

    kind = approach_named(run.approach)
    title = Message(kind.title)
    classes: dict[str, list[int]] = run.settings.get("classes", {})
    return Contestant(
        str(run.id),
        run.id,
        run.approach,
        run.encoder,
        title,
        message(marked("{approach} (run {run})"), approach=title, run=str(run.id)),
        kind.family == "baseline",
        _view(run.settings),
        run.seconds,
        frozenset(classes.get(Role.META_TRAIN.value, ())),
        frozenset(classes.get(Role.META_VALIDATION.value, ())),
        scheme_of(run.settings) is not None,
    )


def _view(settings: dict[str, Any]) -> View:
    return view_of(settings["encoder"], settings["image_size"], settings["channels"])


def _pixels() -> Contestant:
    view = View("conv4", EvaluateWish().pixels_size, 1)
    title, shown = Message(marked("Raw pixels")), Message(marked("raw pixels"))
    return Contestant(PIXELS, None, "", "", title, shown, True, view, 0.0, frozenset(), frozenset())


def _pretrained() -> Contestant:
    view = view_of(_PRETRAINED_ENCODER, None, None)
    title, shown = Message(marked("Pretrained network")), Message(marked("the pretrained network"))
    return Contestant(
        PRETRAINED, None, "transfer", view.encoder, title, shown, True, view, 0.0, frozenset(), frozenset()
    )


_SHIPPED = {PIXELS: _pixels, PRETRAINED: _pretrained}

"""Whether something can be made of a stored run: this version knows its approach, its network and its options."""

from workbench import learning
from workbench.facts import Fact, fact
from workbench.facts.approaches import APPROACH_TITLES
from workbench.facts.problems import PROBLEM_TITLES
from workbench.operations.runs.run_settings import RunSettings, learner_kind
from workbench.store.columns import UnreadableValue

_LONGEST = 80  # characters of a value that is of no use


def names_known_approach(*names: str) -> bool:
    """Whether all of the names are those of approaches. Imports no torch."""
    return all(name in APPROACH_TITLES for name in names)


def unusable_part(run: int, settings: RunSettings, approach: str, encoder: str) -> Fact | None:
    """Say which part of a run this version can make nothing of, None when it knows all; imports torch.

    `approach` and `encoder` are the names that stand beside its settings.
    """
    for name in (settings.approach, approach):
        if not names_known_approach(name):
            return fact("run.approach_unknown", run=run, name=_shown(name))
    if settings.problem is not None:
        return _unusable_problem(run, settings, settings.problem)
    known = {kind.name for kind in learning.ENCODERS}
    for name in (settings.encoder, encoder):
        if name not in known:
            return fact("run.network_unknown", run=run, name=_shown(name))
    return _unusable_option(run, settings)


def _unusable_problem(run: int, settings: RunSettings, problem: str) -> Fact | None:
    if problem not in PROBLEM_TITLES:
        return fact("run.problem_unknown", run=run, name=_shown(problem))
    if settings.approach not in learning.problem_named(problem).learners:
        return fact("run.approach_unknown", run=run, name=_shown(settings.approach))
    return _unusable_option(run, settings)


def _unusable_option(run: int, settings: RunSettings) -> Fact | None:
    for option in learning.describe_options(learner_kind(settings).options_kind):
        value = settings.options.get(option.name, option.default)
        if not _is_of_kind(value, option.default) or (option.choices and value not in option.choices):
            return fact("run.option_unknown", run=run, name=option.name, value=_shown(value))
    return None


def because_of(table: str, number: int) -> UnreadableValue:
    """Return the cause of an error about a stored row, by which it is known to be damage."""
    return UnreadableValue(f"{table} {number}")


def _is_of_kind(value: object, default: object) -> bool:
    if isinstance(default, float):
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is type(default)


def _shown(value: object) -> str:
    text = str(value).encode("utf-8", "replace").decode()
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"

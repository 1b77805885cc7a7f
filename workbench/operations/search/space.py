"""Which settings a search may try, as Optuna's parameters; the options say themselves what of them is tried."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from workbench import learning
from workbench.learning.options import Answer, OptionFacts, TriedRange
from workbench.operations.search.setting import STEPS, Setting

if TYPE_CHECKING:
    from optuna import Trial
    from optuna.distributions import BaseDistribution

LEARNER, _RATE, _PER_STEP, _TURNED = "learner", "learning_rate", "episodes_per_step", "rotate_classes"
_RATES = TriedRange(1e-4, 1e-2)


def learners(*, with_traits: bool) -> tuple[str, ...]:
    """Return all approaches on all networks, those that read traits only where there are some."""
    return tuple(
        Setting(kind.name, encoder.name).learner
        for kind in learning.APPROACHES
        if with_traits or not kind.capabilities.uses_traits
        for encoder in learning.ENCODERS
    )


def suggested(trial: "Trial", among: Sequence[str]) -> Setting:
    """Return the setting that a trial of Optuna's stands for, of one of these learners."""
    learner = str(trial.suggest_categorical(LEARNER, list(among)))
    values: dict[str, Any] = {LEARNER: learner}
    for name, tried in _tried_of(learner).items():
        values[name] = _suggest(trial, name, tried)
    return setting_of(values)


def distributions_of(setting: Setting, among: Sequence[str]) -> "dict[str, BaseDistribution]":
    """Return what each parameter of a setting was chosen from."""
    from optuna.distributions import CategoricalDistribution

    tried = _tried_of(setting.learner)
    return {LEARNER: CategoricalDistribution(list(among))} | {
        name: _distribution(values) for name, values in tried.items()
    }


def parameters_of(setting: Setting) -> dict[str, Any]:
    """Return a setting as parameters; an option that it does not name has its default."""
    own = {_RATE: setting.learning_rate, _PER_STEP: setting.episodes_per_step, _TURNED: setting.rotate_classes}
    answers = {facts.name: setting.options.get(facts.name, facts.default) for facts in _options_of(setting.approach)}
    named = {_parameter(setting.approach, name): answer for name, answer in answers.items()} | own
    return {LEARNER: setting.learner} | {name: named[name] for name in _tried_of(setting.learner)}


def setting_of(parameters: Mapping[str, Any]) -> Setting:
    """Return the setting of such parameters."""
    approach, encoder = str(parameters[LEARNER]).split("@")
    options: dict[str, Answer] = {
        facts.name: parameters[_parameter(approach, facts.name)]
        for facts in _options_of(approach)
        if _parameter(approach, facts.name) in parameters
    }
    common = {name: parameters[name] for name in (_RATE, _PER_STEP, _TURNED) if name in parameters}
    return Setting(approach, encoder, options, **common)


def _tried_of(learner: str) -> dict[str, TriedRange | tuple[Answer, ...]]:
    """Return what is tried of each parameter of a learner."""
    approach, encoder = learner.split("@")
    kind = learning.approach_named(approach)
    tried: dict[str, TriedRange | tuple[Answer, ...]] = {}
    if kind.capabilities.uses_learning_rate:
        tried[_RATE] = _RATES
    tried[_PER_STEP] = STEPS
    if not learning.encoder_kind(encoder).pretrained:
        tried[_TURNED] = (False, True)
    for facts in _options_of(approach):
        if facts.tried is not None:
            tried[_parameter(approach, facts.name)] = facts.tried
    return tried


def _options_of(approach: str) -> tuple[OptionFacts, ...]:
    return tuple(
        facts
        for facts in learning.describe_options(learning.approach_named(approach).options_kind)
        if facts.tried is not None
    )


def _parameter(approach: str, option: str) -> str:
    return f"{approach}.{option}"


def _suggest(trial: "Trial", name: str, tried: TriedRange | tuple[Answer, ...]) -> Answer:
    if isinstance(tried, TriedRange):
        return trial.suggest_float(name, tried.least, tried.most, log=True)
    return cast("Answer", trial.suggest_categorical(name, tried))


def _distribution(tried: TriedRange | tuple[Answer, ...]) -> "BaseDistribution":
    from optuna.distributions import CategoricalDistribution, FloatDistribution

    if isinstance(tried, TriedRange):
        return FloatDistribution(tried.least, tried.most, log=True)
    return CategoricalDistribution(tried)

"""How each approach is trained for the table of fidelity, and the figures of its paper."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.learning.approaches.mann import Mann
from workbench.learning.episode import EpisodeShape
from workbench.learning.instances import by_instance as accuracy_by_instance
from workbench.learning.sampling import EpisodeSampler
from workbench.operations.evaluation.evaluate_run import tested_classes
from workbench.operations.features.episode_pool import pool_of
from workbench.operations.progress import Silent
from workbench.operations.project.opening import Project
from workbench.operations.runs.trained import load_trained
from workbench.operations.runs.training import TrainingRequest
from workbench.store.models import Role

_SEQUENCES = 1000

Figures = tuple[float | None, float | None, float | None, float | None]


@dataclass(frozen=True)
class Planned:
    """One approach: what is asked of its training, and its paper's accuracies in percent.

    The figures are those for 5-way 1-shot, 5-way 5-shot, 20-way 1-shot and 20-way 5-shot; None where there is none.
    `apart` are those of a paper that also gives them for queries that are seen one at a time.
    """

    name: str
    request: TrainingRequest
    paper: Figures
    source: str
    apart: Figures | None = None
    by_instance: Callable[[Project], dict[str, list[float]]] | None = None


def by_instance(project: Project) -> dict[str, list[float]]:
    """Return MANN's accuracy on the k-th image of a class, of five classes with ten images each, and its interval."""
    trained = load_trained(project, "latest", "cpu")
    ids = tested_classes(project, Role.META_TEST)
    pool = pool_of(project, ids, trained.view, rotate_classes=False, device="cpu", reporter=Silent())
    sampler = EpisodeSampler(pool.pool, EpisodeShape(5, 9, 1), seed=0, mix_tasks=True)
    if not isinstance(trained.approach, Mann):
        raise TypeError("only MANN reads images one after another")
    estimates = accuracy_by_instance(trained.approach, sampler, _SEQUENCES)
    return {str(number): [estimate.mean, estimate.ci95] for number, estimate in estimates.items()}


def _request(approach: str, **asked: object) -> TrainingRequest:
    usual = {"query": 5, "rotate_classes": True, "validation_episodes": 200, "device": "cpu"}
    return TrainingRequest(approach, **{**usual, **asked})


PLANS = (
    Planned(
        "siamese",
        _request("siamese", way=20, episodes=8000, episodes_per_step=1, learning_rate=1e-3),
        (97.3, 98.4, 88.1, 97.0),
        "as measured by Vinyals et al., 2016, table 1",
    ),
    Planned(
        "matching",
        _request("matching", way=20, episodes=8000, episodes_per_step=1, learning_rate=2e-3),
        (98.1, 98.9, 93.8, 98.5),
        "Vinyals et al., 2016, table 1",
    ),
    Planned(
        "prototypical",
        _request("prototypical", way=60, query=2, episodes=6000, episodes_per_step=1, learning_rate=2e-3),
        (98.8, 99.7, 96.0, 98.9),
        "Snell et al., 2017, table 1",
    ),
    Planned(
        "meta-baseline",
        _request("meta-baseline", way=20, episodes=6000, episodes_per_step=1, learning_rate=2e-3),
        (None, None, None, None),
        "Chen et al., 2021, give none for Omniglot",
    ),
    Planned(
        "feat",
        _request("feat", way=20, episodes=6000, episodes_per_step=1, learning_rate=2e-3),
        (None, None, None, None),
        "Ye et al., 2020, give none for Omniglot",
    ),
    Planned(
        "r2-d2",
        _request("r2-d2", way=60, query=2, episodes=6000, episodes_per_step=1, learning_rate=2e-3),
        (None, None, None, None),
        "Bertinetto et al., 2019, whose figures for Omniglot could not be looked up",
    ),
    Planned(
        "lstm",
        _request("lstm", way=20, episodes=5000, episodes_per_step=1, learning_rate=2e-3),
        (None, None, None, None),
        "Ravi & Larochelle, 2017, give none for Omniglot",
    ),
    Planned(
        "maml",
        _request("maml", episodes=30000, learning_rate=2e-3, augment_images=True, options={"transduction": True}),
        (98.7, 99.9, 95.8, 98.9),
        "Finn et al., 2017, table 1",
        (None, None, None, None),
    ),
    Planned(
        "transfer",
        _request("transfer", way=20, episodes=5000, episodes_per_step=1, learning_rate=1e-3),
        (None, None, None, None),
        "Chen et al., 2019, give none for Omniglot",
    ),
    Planned(
        "reptile",
        _request("reptile", episodes=42000, episodes_per_step=5, augment_images=True, options={"transduction": True}),
        (97.68, 99.48, 89.43, 97.12),
        "Nichol et al., 2018, table 1",
        (95.39, 98.90, 88.14, 96.65),
    ),
    Planned(
        "mann",
        _request("mann", shot=9, query=1, episodes=9000, learning_rate=2e-3, augment_images=True),
        (None, None, None, None),
        "Santoro et al., 2016, table 1: 2nd 82.8, 5th 94.9, 10th 98.1",
        by_instance=by_instance,
    ),
    Planned(
        "metanet",
        _request("metanet", way=10, episodes=30000, learning_rate=2e-3, augment_images=True),
        (98.95, None, 97.0, None),
        "Munkhdalai & Yu, 2017, table 1",
    ),
)

"""All that is kept of a training, as a project stores it and as it travels: bytes and plain values."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench import learning

if TYPE_CHECKING:
    from workbench.learning.training import Training

WITHOUT_WEIGHTS = "weights_of_best"  # In the plain values of a checkpoint.


@dataclass(frozen=True)
class SavedTraining:
    """A training at one moment: what resuming it exactly takes, and its best weights so far.

    `weights` are safetensors bytes, `state` the plain values beside them. Made where the weights are the best,
    `weights` is without those that `best` has. Of one that is over, `weights` are those to use, and nothing can be
    resumed.
    """

    weights: bytes
    state: dict[str, Any]
    best: bytes | None  # None: nothing validated it, or where it is saved the best are not among what is new.

    @property
    def episode(self) -> int:
        """The episodes done."""
        return self.state["episode"]

    @property
    def best_episode(self) -> int:
        """The episodes done when the best weights were made."""
        return self.state["best_episode"]

    @property
    def needs_best(self) -> bool:
        """Whether resuming takes the weights of `best`."""
        return WITHOUT_WEIGHTS in self.state


def saved_training(training: "Training", *, best: bool = False) -> SavedTraining:
    """Return a training as it is now; `best` where its weights are the best so far."""
    weights, facts = learning.training_bytes(training, weights=not best)
    if not best:
        return SavedTraining(weights, facts, None)
    return SavedTraining(weights, facts | {WITHOUT_WEIGHTS: True}, learning.approach_bytes(training.approach))


def finished_training(training: "Training", best: bytes | None) -> SavedTraining:
    """Return a training that is over, without what only resuming would need; `best` are its best weights, if any."""
    weights = learning.finished_bytes(training.approach, best)
    counters = {"episode": training.episode, "best_episode": training.best_episode}
    return SavedTraining(weights, counters, None if best is None else weights)


def restore_saved(training: "Training", saved: SavedTraining) -> None:
    """Restore a saved state into a new training of the same approach and plan. Raises UserError if it does not fit."""
    learning.restore_training(training, saved.weights, saved.state, saved.best if saved.needs_best else None)

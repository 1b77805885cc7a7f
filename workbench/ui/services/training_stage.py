"""The stages of a training, as pages show them."""

from enum import Enum


class Stage(Enum):
    """The stage of the current training."""

    IDLE = "idle"
    STARTING = "starting"
    TRAINING = "training"
    PAUSING = "pausing"
    PAUSED = "paused"
    STOPPING = "stopping"
    FINISHED = "finished"
    FAILED = "failed"


BUSY = frozenset({Stage.STARTING, Stage.TRAINING, Stage.PAUSING, Stage.STOPPING})

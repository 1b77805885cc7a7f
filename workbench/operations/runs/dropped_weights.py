"""Whether a run's weights were dropped on purpose: a search keeps those of its best trainings only."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from workbench.store.models import Checkpoint
from workbench.store.search_models import Trial, TrialState


def weights_were_dropped(session: Session, run: int) -> bool:
    """Whether a run has no weights although a search trained and validated it, and is done with it."""
    has_weights = exists().where(Checkpoint.run_id == run)
    tried = exists().where(Trial.run_id == run, Trial.accuracy.is_not(None), Trial.state != TrialState.RUNNING)
    return bool(session.scalar(select(tried & ~has_weights)))

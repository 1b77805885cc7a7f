"""Stage 1 of a search, seconds: simple heads on the network that ships with the program, nothing trained.

All are tried on the same meta-validation episodes. The best of them is the simple baseline that what is learned has to
beat.
"""

from workbench.errors import UserError
from workbench.facts import fact
from workbench.operations.search.setting import Setting
from workbench.operations.search.trials import Trials
from workbench.store.search_models import TrialState
from workbench.words import marked, message

HEADS_STAGE = 1
SHIPPED = "efficientnet-lite0"
HEADS = (
    Setting("prototypical", SHIPPED),
    Setting("transfer", SHIPPED, {"head": "cosine"}),
    Setting("meta-baseline", SHIPPED),
    Setting("matching", SHIPPED),
    Setting("r2-d2", SHIPPED),
    Setting("transfer", SHIPPED),  # The slowest by far: it is fitted anew in each episode.
)
_MOST = 0.25  # of the time of a search, the features of its images included


def try_heads(trials: Trials) -> None:
    """Try those that were not tried before, the first one and as many as there is time for.

    Raises UserError where images cannot be read, Cancelled.
    """
    tried = [
        trial.setting for trial in trials.known if trial.stage == HEADS_STAGE and trial.state is not TrialState.RUNNING
    ]
    for place, head in enumerate(HEADS):
        if head in tried:
            continue
        if place and trials.budget.spent > _MOST * trials.budget.seconds:
            return
        trials.say(message(marked("Simple heads: {what}"), what=head.named), place / len(HEADS))
        trials.try_untrained(head, stage=HEADS_STAGE)


def refuse_without_head(trials: Trials) -> None:
    """Raise UserError, with its reason, where none of those that were tried could be: there is nothing to beat."""
    heads = [trial for trial in trials.known if trial.stage == HEADS_STAGE]
    if all(trial.accuracy is None for trial in heads):
        reasons = (trial.reason for trial in heads if trial.reason is not None)
        raise UserError(next(reasons, fact("search.nothing_tested")))

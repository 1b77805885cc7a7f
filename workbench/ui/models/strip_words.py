"""What the strip above the plots says of a run: of the one at the desk, or of one that is stored."""

from collections.abc import Sequence

from workbench.operations.runs import RunFacts
from workbench.operations.training_news import Checked
from workbench.ui.models.run_words import Titles, desk_sentence, run_title, stored_sentence
from workbench.ui.training_desk import Stage, TrainingDesk
from workbench.ui.translation import say
from workbench.ui.widgets.progress_strip import StripState

_MOVING = -1.0


def live_strip(desk: TrainingDesk, facts: RunFacts | None, titles: Titles) -> StripState:
    """Say how the run at the desk stands; `facts` is None until it is stored."""
    failed = desk.stage is Stage.FAILED
    return StripState(
        run_title(facts, titles) if facts is not None else "",
        desk_sentence(desk),
        share=_share(desk),
        trouble=say(desk.trouble) if failed and desk.trouble is not None else "",
        notes=tuple(say(note) for note in desk.notes),
        can_resume=failed and facts is not None and facts.resumable,
        finished=desk.stage is Stage.FINISHED,
        stored=facts is not None and not desk.is_busy,
    )


def stored_strip(facts: RunFacts, titles: Titles, checked: Sequence[Checked], *, can_resume: bool) -> StripState:
    """Say how a stored run stands."""
    best = max(checked, key=lambda each: each.accuracy, default=None)
    return StripState(
        run_title(facts, titles),
        stored_sentence(facts, best),
        notes=tuple(say(note) for note in facts.notes),
        can_resume=can_resume,
        finished=facts.state == "finished",
        stored=True,
    )


def _share(desk: TrainingDesk) -> float | None:
    if desk.stage is Stage.STARTING:
        share = desk.job.share if desk.job is not None else None
        return _MOVING if share is None else share
    if desk.stage in (Stage.FINISHED, Stage.FAILED) or desk.begun is None:
        return None
    return desk.episode / desk.begun.episodes

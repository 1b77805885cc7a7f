"""What the tab Watch keeps of each run, so that none is shown for another."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.operations.evaluation.watching.watched import WatchedEpisode
from workbench.ui.services.translation import say, tr


@dataclass(frozen=True)
class KeptEpisode:
    """What was watched of a run: the step shown, the current image, and the episode before its examples changed."""

    watched: WatchedEpisode
    step: int = 0
    row: int | None = None
    before: WatchedEpisode | None = None


@dataclass(frozen=True)
class WatchPlace:
    """What was watched of each run."""

    kept: Mapping[str, KeptEpisode]


def kept_heading(kept: KeptEpisode) -> str:
    """Say whose episode it is, and after a change of its examples how many are right now, and were before."""
    return re.sub(r" (?=\d)", "\u00a0", _heading(kept))  # No number stands alone on a line.


def _heading(kept: KeptEpisode) -> str:
    title, before = say(kept.watched.title), kept.before
    if before is None:
        return title
    right, total = kept.watched.right, len(kept.watched.queries)
    if total == len(before.queries):
        return tr("{title} – {right} of {total} right, {before} before", title=title, right=right, total=total,
                  before=before.right)  # fmt: skip
    return tr("{title} – {right} of {total} right, {before} of {others} before", title=title, right=right, total=total,
              before=before.right, others=len(before.queries))  # fmt: skip

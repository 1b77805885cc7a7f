"""The trace of an approach that adapts in steps: its decision, and where it places the images, after each."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from workbench.learning.episode import Episode
from workbench.learning.tracing.flattening import plane_through
from workbench.learning.tracing.trace import DecisionAlone, Gates, InnerStep, Trace, TraceStep
from workbench.learning.tracing.watched import watched

if TYPE_CHECKING:
    from workbench.learning.approach import Approach


def inner_steps(approach: "Approach", episode: Episode, gates: Callable[[], Gates | None] = lambda: None) -> Trace:
    """Follow `adapting`, classifying the queries before the first step and after each.

    `gates` returns those of the step just taken. All steps are drawn on the plane through the first and the last, so
    that an image that moves has moved.
    """
    with torch.no_grad(), watched(approach.encoder) as embedded:

        def seen_by(classify: Callable[[Tensor], Tensor], images: Tensor) -> tuple[Tensor, Tensor]:
            logits = classify(images)
            vectors = embedded[-1].float()
            embedded.clear()
            # A transductive classifier may embed others with them.
            return logits, vectors[-len(images) :]

        found: list[tuple[Tensor, Tensor, Tensor, Gates | None]] = []
        for classify in approach.adapting(episode.support):
            opened = gates()
            logits, queries = seen_by(classify, episode.queries)
            _, examples = seen_by(classify, episode.support.images)
            found.append((logits, examples, queries, opened))
    plane = plane_through(*found[0][1:3], *found[-1][1:3])
    total = len(found) - 1
    return Trace(
        tuple(
            TraceStep(InnerStep(number, total, plane.places(examples, queries), opened), logits)
            for number, (logits, examples, queries, opened) in enumerate(found)
        )
    )


def decision_alone(approach: "Approach", episode: Episode) -> Trace:
    """Return the trace of an approach that has nothing to show but its decision."""
    with torch.no_grad():
        return Trace((TraceStep(DecisionAlone(), approach.adapt(episode.support)(episode.queries)),))

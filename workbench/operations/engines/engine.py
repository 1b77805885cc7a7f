"""What computes segments of trainings, wherever that is."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol, Self

from workbench.learning.events import Event
from workbench.operations.runs.portable_material import PortableMaterial
from workbench.operations.runs.segment import Segment, SegmentRequest

OnLoopEvent = Callable[[Event], None]


@dataclass(frozen=True, eq=False)
class Shared:
    """Material that an engine was handed; `place` is where that engine finds it."""

    place: Any


class Engine(Protocol):
    """A context manager that computes `capacity` segments at a time; leaving it ends what is under way."""

    @property
    def capacity(self) -> int:
        """How many segments are computed at a time."""
        ...

    def share(self, material: PortableMaterial) -> Shared:
        """Hand over material, once, however many segments are trained on it."""
        ...

    def submit(self, shared: Shared, request: SegmentRequest) -> Future[Segment]:
        """Have a segment computed. The future raises UserError where it cannot be."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

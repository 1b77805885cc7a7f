"""Segments computed in this process, one after the other, on the thread that asks for them."""

from concurrent.futures import Future
from types import TracebackType
from typing import Self

from workbench.operations.engines.engine import OnLoopEvent, Shared
from workbench.operations.progress import Reporter
from workbench.operations.runs.portable_material import PortableMaterial
from workbench.operations.runs.segment import Segment, SegmentRequest, train_segment


class Here:
    """An engine of this process: what it is asked for is done when it answers; it can be watched and stopped."""

    capacity = 1

    def __init__(self, device: str, reporter: Reporter, on_event: OnLoopEvent | None = None) -> None:
        self._device, self._reporter, self._on_event = device, reporter, on_event

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    def share(self, material: PortableMaterial) -> Shared:
        """Take the material as it is."""
        return Shared(material)

    def submit(self, shared: Shared, request: SegmentRequest) -> Future[Segment]:
        """Compute a segment now. One that was stopped by the reporter says so; the future may hold any error."""
        future = Future[Segment]()
        try:
            segment = train_segment(shared.place, request, self._device, self._reporter, self._on_event)
        except Exception as error:  # noqa: BLE001 - as other engines, it hands errors to whoever asks for the result
            future.set_exception(error)
        else:
            future.set_result(segment)
        return future

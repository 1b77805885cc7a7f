"""The engine of a name."""

from typing import Literal

from workbench.operations.engines.engine import Engine, OnEvent
from workbench.operations.engines.here import Here
from workbench.operations.progress import Reporter, Silent

EngineName = Literal["local", "ray"]


def engine_of(
    name: EngineName,
    workers: int,
    address: str | None,
    device: str,
    *,
    reporter: Reporter | None = None,
    on_event: OnEvent | None = None,
) -> Engine:
    """Return the engine of that name; one of this process alone is watched by `reporter` and `on_event`."""
    return Here(device, reporter or Silent(), on_event)

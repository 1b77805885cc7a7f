"""The engine of a name."""

from typing import Literal, get_args

from workbench.errors import UserError
from workbench.operations.engines.engine import Engine, OnLoopEvent
from workbench.operations.engines.here import Here
from workbench.operations.engines.processes import Processes
from workbench.operations.engines.ray_cluster import RayCluster
from workbench.operations.progress import Reporter, Silent
from workbench.words import marked, message

EngineName = Literal["local", "ray"]


def engine_of(
    name: EngineName,
    workers: int,
    address: str | None,
    device: str,
    *,
    reporter: Reporter | None = None,
    on_event: OnLoopEvent | None = None,
) -> Engine:
    """Return the engine of that name, of so many workers; of a cluster, 0 means all it has.

    That of this process alone (`local`, fewer than two workers) is watched by `reporter` and `on_event`. Raises
    UserError for another name, or an address of an engine that has none.
    """
    if name not in get_args(EngineName):
        text = marked("There is no engine {name}. Available: {names}.")
        raise UserError(message(text, name=name, names=", ".join(get_args(EngineName))))
    if name == "ray":
        return RayCluster(workers, address, device)
    if address is not None:
        raise UserError(message(marked("Only --engine ray has an address; {given} was given."), given=address))
    return Processes(workers, device) if workers > 1 else Here(device, reporter or Silent(), on_event)

"""Measuring the memory that torch keeps for backward passes."""

from collections.abc import Iterable
from types import TracebackType
from typing import Self

from torch import Tensor
from torch.autograd.graph import saved_tensors_hooks


class SavedMemory:
    """Measures, as a context manager, the peak memory in bytes of tensors saved for backward passes.

    `known` tensors (of any shape), such as weights, do not count, and tensors that share a storage count once. No
    result changes.
    """

    def __init__(self, known: Iterable[Tensor] = ()) -> None:
        self.peak = 0
        self._now = 0
        self._keepers: dict[int, int] = {}  # saved tensors of each storage, by its address
        self._known = {tensor.untyped_storage().data_ptr() for tensor in known}
        self._hooks = saved_tensors_hooks(self._pack, lambda kept: kept.tensor)

    def __enter__(self) -> Self:
        self._hooks.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._hooks.__exit__(kind, error, trace)

    def _pack(self, tensor: Tensor) -> "_Kept":
        # Detached, because a result kept by its own graph would never be freed.
        return _Kept(tensor.detach(), self)

    def take(self, tensor: Tensor) -> None:
        """Count a tensor (of any shape) as saved from now on."""
        address = tensor.untyped_storage().data_ptr()
        if address in self._known:
            return
        if not self._keepers.get(address):
            self._now += tensor.untyped_storage().nbytes()
            self.peak = max(self.peak, self._now)
        self._keepers[address] = self._keepers.get(address, 0) + 1

    def let_go(self, tensor: Tensor) -> None:
        """Count a tensor (of any shape) as no longer saved."""
        address = tensor.untyped_storage().data_ptr()
        if address in self._known:
            return
        self._keepers[address] -= 1
        if not self._keepers[address]:
            self._now -= tensor.untyped_storage().nbytes()


class _Kept:
    """A tensor saved by the graph, which reports when it is freed."""

    def __init__(self, tensor: Tensor, memory: SavedMemory) -> None:
        self.tensor = tensor
        self._memory = memory
        memory.take(tensor)

    def __del__(self) -> None:
        self._memory.let_go(self.tensor)

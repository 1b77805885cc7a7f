"""Moving arrays to a device and back while it works: page-locked memory, copies that nothing waits for.

Only CUDA has both; on a processor everything stays where it is, and other devices are given plain copies. NVIDIA, "CUDA
C++ Best Practices Guide", section 10.1.2, "Asynchronous and Overlapping Transfers with Computation".
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

_Key = TypeVar("_Key")

_SHARE = 0.5  # of the free memory of a device that images may take; training needs room beside them


def home_of(images: Tensor, device: str, *, free: int | None = None) -> Tensor:
    """Return images (n, ...) where episodes are best drawn from: on the device, if they fit into half of what is free.

    Otherwise they stay in the computer's memory, page-locked, so that what an episode takes of them is copied beside
    the work. `free` is the device's free memory in bytes, asked for where it is not given.
    """
    if device != "cuda":
        return images.to(device)
    if free is None:
        free = torch.cuda.mem_get_info()[0]
    return images.to(device) if images.nbytes <= _SHARE * free else images.pin_memory()


def rows_of(images: Tensor, rows: NDArray[np.int64], device: torch.device) -> Tensor:
    """Return rows (k, ...) of images (n, ...), which lie on the device or in the computer's memory, on the device."""
    if images.device.type == device.type:
        return images[to_device(rows, device=device)[0]]
    if not images.is_pinned():
        return images[torch.from_numpy(rows)].to(device)
    held = torch.empty((len(rows), *images.shape[1:]), dtype=images.dtype, pin_memory=True)
    torch.index_select(images, 0, torch.from_numpy(rows), out=held)
    return held.to(device, non_blocking=True)


def to_device(*arrays: NDArray[Any], device: torch.device) -> tuple[Tensor, ...]:
    """Return arrays (k, ...) of one kind as tensors on the device: in one copy that nothing waits for on CUDA."""
    if device.type != "cuda":
        return tuple(torch.from_numpy(array).to(device) for array in arrays)
    together = torch.from_numpy(np.concatenate(arrays)).pin_memory().to(device, non_blocking=True)
    return tuple(torch.split(together, [len(array) for array in arrays]))


def streamed(
    batches: Iterable[tuple[_Key, Tensor | None]], work: Callable[[Tensor], Tensor], device: str
) -> Iterator[tuple[_Key, Tensor | None]]:
    """Yield what `work` makes on the device of each batch (n, ...), in the computer's memory, with what came with it.

    On CUDA a batch is made ready here while the device works on the one before: each result comes one batch late. What
    comes without a batch is passed on at once.
    """
    copying = torch.cuda.Stream() if device == "cuda" else None
    waiting = deque[tuple[_Key, Tensor, torch.cuda.Event]]()
    for key, batch in batches:
        if batch is None or copying is None:
            yield key, None if batch is None else work(batch.to(device)).cpu()
            continue
        waiting.append((key, *_begun(batch, work, copying)))
        if len(waiting) > 1:
            yield _ended(*waiting.popleft())
    while waiting:
        yield _ended(*waiting.popleft())


def _begun(
    batch: Tensor, work: Callable[[Tensor], Tensor], copying: torch.cuda.Stream
) -> tuple[Tensor, torch.cuda.Event]:
    """Queue a batch's copy, its work and the copy of the result; return that, and what says that it is there."""
    working = torch.cuda.current_stream()
    with torch.cuda.stream(copying):
        there = batch.pin_memory().to("cuda", non_blocking=True)
    working.wait_stream(copying)
    # Its memory belongs to the stream that copied it, and must not be given to another batch before the work is done.
    there.record_stream(working)
    made = work(there)
    held = torch.empty(made.shape, dtype=made.dtype, pin_memory=True)
    held.copy_(made, non_blocking=True)
    done = torch.cuda.Event()
    done.record(working)
    return held, done


def _ended(key: _Key, held: Tensor, done: torch.cuda.Event) -> tuple[_Key, Tensor]:
    done.synchronize()
    return key, held

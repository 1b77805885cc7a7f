"""Images live where episodes are best drawn from, and an episode is the same wherever that is."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import Tensor

from tests.learning.parts import SHAPE, made_pool, same_episode
from workbench.learning.accelerator.copies import home_of, rows_of, streamed, to_device
from workbench.learning.sampling import EpisodeSampler

CPU = torch.device("cpu")
needs_gpu = pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no GPU of NVIDIA here")


def test_on_a_processor_images_stay_where_they_are() -> None:
    images = made_pool().images
    assert home_of(images, "cpu") is images


@needs_gpu
def test_images_that_fill_more_than_half_of_a_gpu_stay_in_page_locked_memory() -> None:
    images = made_pool().images
    assert home_of(images, "cuda", free=2 * images.nbytes).is_cuda
    left = home_of(images, "cuda", free=2 * images.nbytes - 1)
    assert left.is_pinned()
    rows = np.array([3, 1, 3])
    assert torch.equal(rows_of(left, rows, torch.device("cuda")).cpu(), images[rows])


@needs_gpu
@pytest.mark.parametrize("augment", [False, True])
@pytest.mark.parametrize("free", [0, 10**9])
def test_episodes_on_a_gpu_are_those_of_a_processor(free: int, *, augment: bool) -> None:
    pool = replace(made_pool(), rotate_classes=True, traits=None)
    there = replace(pool, images=home_of(pool.images, "cuda", free=free), computes_on="cuda")
    here, moved = (
        EpisodeSampler(each, SHAPE, seed=1, mix_tasks=True, augment=augment).episode(5) for each in (pool, there)
    )
    assert moved.queries.is_cuda
    assert torch.equal(here.query_rows, moved.query_rows.cpu())
    # Distorted pixels are rounded, and may round the other way.
    assert (here.queries.int() - moved.queries.cpu().int()).abs().max() <= (1 if augment else 0)


def test_a_pool_may_compute_where_its_images_are_not() -> None:
    pool = made_pool()
    told = replace(pool, computes_on="cpu")
    assert pool.device == told.device == CPU
    pair = [EpisodeSampler(each, SHAPE, seed=1, mix_tasks=True).episode(2) for each in (pool, told)]
    assert same_episode(*pair)


def test_arrays_come_to_the_device_as_they_are() -> None:
    arrays = [np.arange(3), np.arange(0), np.arange(5, 7)]
    for array, tensor in zip(arrays, to_device(*arrays, device=CPU), strict=True):
        assert tensor.tolist() == array.tolist()


@pytest.mark.parametrize("device", ["cpu", pytest.param("cuda", marks=needs_gpu)])
def test_a_stream_gives_each_batch_its_result_and_passes_on_what_has_none(device: str) -> None:
    def batches() -> Iterator[tuple[int, Tensor | None]]:
        for number in range(7):
            yield number, None if number % 3 == 1 else torch.full((number, 2), number)

    results = dict(streamed(batches(), lambda batch: batch + 0.5, device))
    assert sorted(results) == list(range(7))
    for number, made in results.items():
        if number % 3 == 1:
            assert made is None
        else:
            assert made is not None
            assert torch.equal(made, torch.full((number, 2), number + 0.5))

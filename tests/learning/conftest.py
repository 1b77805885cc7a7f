"""Learning on one thread, so that tests share the machine and sums come out in one order."""

from collections.abc import Iterator

import pytest
import torch

from tests.learning.parts import seed_weights


@pytest.fixture(autouse=True, scope="package")
def one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(autouse=True)
def same_weights() -> None:
    seed_weights(0)

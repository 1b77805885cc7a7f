"""Graphs on disk: read as they were written, bounded in number, and damage is no error."""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from workbench.folders import cache_folder
from workbench.operations.features.graph_cache import StoredGraph, contents_of, read_graph, write_graph


def graph(first: int = 0, size: int = 6) -> StoredGraph:
    """A graph of images first, first + 1, ..., of which each has the next two as neighbours."""
    contents = contents_of([number.to_bytes(32, "big") for number in range(first, first + size)])
    rows = np.stack([(np.arange(size) + step) % size for step in (1, 2)], 1).astype(np.int32)
    floats = np.full((size, 2), 0.5, np.float32)
    return StoredGraph(contents, rows, floats, floats[0], np.zeros((2, 0), np.float32), np.zeros(0, np.float32))


def files() -> list[Path]:
    return sorted((cache_folder() / "graphs").iterdir())


def test_a_graph_is_read_as_it_was_written_for_its_encoder_alone() -> None:
    write_graph("conv-4", graph())
    read = read_graph("conv-4", graph().contents)
    assert read is not None
    assert all(np.array_equal(getattr(read, name), getattr(graph(), name)) for name in StoredGraph.__dataclass_fields__)
    assert read_graph("resnet-12", graph().contents) is None
    assert read_graph("conv-4", graph(100).contents) is None


def test_of_several_the_one_that_shares_most_images_is_read() -> None:
    for first in (0, 3, 20):
        write_graph("conv-4", graph(first))
    read = read_graph("conv-4", graph(4).contents)
    assert read is not None
    assert np.array_equal(read.contents, graph(3).contents)


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied", "foreign"])
def test_a_damaged_file_counts_as_absent_and_is_replaced(damage: str) -> None:
    write_graph("conv-4", graph())
    (path,) = files()
    whole = path.read_bytes()
    middle = len(whole) // 3
    changed = {"cut": whole[:-40], "changed": whole[:middle] + b"\xff" * 40 + whole[middle + 40 :], "emptied": b""}
    path.write_bytes(changed.get(damage, b"not a graph at all"))
    assert read_graph("conv-4", graph().contents) is None
    write_graph("conv-4", graph())
    assert read_graph("conv-4", graph().contents) is not None


def test_a_graph_that_points_beyond_its_images_counts_as_absent() -> None:
    write_graph("conv-4", replace(graph(), rows=graph().rows + np.int32(5)))
    assert read_graph("conv-4", graph().contents) is None


def test_objects_are_never_unpickled() -> None:
    write_graph("conv-4", graph())
    (path,) = files()
    with path.open("wb") as file:
        np.savez(file, contents=np.array([{"an": "object"}], object))
    assert read_graph("conv-4", graph().contents) is None


def test_eight_are_kept_those_used_last() -> None:
    for number in range(8):
        write_graph("conv-4", graph(10 * number))
        newest = max(files(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (number, number))
    assert read_graph("conv-4", graph(0).contents) is not None
    write_graph("conv-4", graph(200))
    assert len(files()) == 8
    assert read_graph("conv-4", graph(0).contents) is not None
    assert read_graph("conv-4", graph(10).contents) is None


def test_images_of_one_content_are_told_apart() -> None:
    contents = contents_of([b"a" * 32, b"b" * 32, b"a" * 32, b"a" * 32])
    assert len({bytes(row) for row in contents}) == 4
    assert contents_of([]).shape == (0, 32)

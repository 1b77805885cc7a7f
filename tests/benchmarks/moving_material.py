"""What it costs to move a project's images to a computer of a cluster: bytes, and seconds at a gigabit a second.

A simulation: material of made images goes, with its notes, through a socket of this computer that lets no more through,
and is put together at the other end. Run: python -m tests.benchmarks.moving_material --images 100000
"""

import argparse
import json
import socket
import sys
import threading
import time
from dataclasses import fields, replace

import numpy as np

from workbench.operations.features.episode_pool import PoolArrays
from workbench.operations.runs.portable_material import PortableMaterial

RATE = 1e9 / 8  # bytes a second
PART = 2**20  # bytes
CLASSES = 1000
VIEWS = {
    "Conv-4, 28 pixels, grey": ((1, 28, 28), np.uint8),
    "Conv-4 or ResNet-12, 84 pixels, colour": ((3, 84, 84), np.uint8),
    "pretrained network, features": ((1280,), np.float32),
}


def main() -> None:
    """Move each kind of material, and write one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=100_000)
    images = parser.parse_args().images
    for view, (shape, kind) in VIEWS.items():
        material = _made(images, shape, kind)
        arrays = [array.data.cast("B") for pool in material.pools for array in _arrays(pool)]
        began = time.perf_counter()
        received = _moved(arrays)
        facts = {"view": view, "images": images, "bytes": received, "of_images": material.bytes}
        sys.stdout.write(json.dumps(facts | {"seconds": time.perf_counter() - began}) + "\n")
        sys.stdout.flush()


def _made(images: int, shape: tuple[int, ...], kind: type) -> PortableMaterial:
    """Return material of which a fifth is to validate with."""
    draw, held_out = np.random.default_rng(0), images // 5
    numbers = np.arange(images, dtype=np.int64)
    values = draw.integers(0, 255, (images, *shape), np.uint8).astype(kind, copy=False)
    whole = PoolArrays(
        values, numbers % CLASSES, np.zeros(CLASSES, np.int64), numbers, numbers, np.arange(CLASSES), None, ()
    )
    parts = [
        replace(
            whole, images=values[rows], class_of=numbers[rows] % CLASSES, content=numbers[rows], image_ids=numbers[rows]
        )
        for rows in (slice(held_out, None), slice(held_out))
    ]
    return PortableMaterial(*parts, warnings=())


def _arrays(pool: PoolArrays) -> list[np.ndarray]:
    values = [getattr(pool, field.name) for field in fields(pool)]
    return [value for value in values if isinstance(value, np.ndarray)]


def _moved(arrays: list[memoryview]) -> int:
    """Send arrays through a socket at the rate; return the bytes that arrived, in memory of their own."""
    here, there = socket.socketpair()
    arrived = [bytearray(len(array)) for array in arrays]

    def receive() -> None:
        for buffer in arrived:
            left = memoryview(buffer)
            while left:
                left = left[there.recv_into(left[:PART]) :]

    receiving = threading.Thread(target=receive)
    receiving.start()
    began, sent = time.perf_counter(), 0
    for array in arrays:
        for start in range(0, len(array), PART):
            here.sendall(array[start : start + PART])
            sent += len(array[start : start + PART])
            ahead = sent / RATE - (time.perf_counter() - began)
            if ahead > 0:
                time.sleep(ahead)
    receiving.join()
    here.close()
    there.close()
    return sum(map(len, arrived))


if __name__ == "__main__":
    main()

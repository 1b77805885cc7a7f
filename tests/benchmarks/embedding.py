"""Measure how fast photographs become features of the shipped network, beside the plain way of doing it.

`python -m tests.benchmarks.embedding [--photographs N] [--rounds N]` makes photographs of its own and, alternating in
processes of their own, embeds them as the program does (decoding ahead, cache written), the same with torch in place
of ONNX Runtime, and as a plain script would: Pillow, then the network as it is published, in evaluation mode, in
batches of 32. Decoding alone and the network alone say what is possible: 1 / (1 / network + 1 / decoding). All look at
each image twice.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from itertools import islice
from pathlib import Path
from statistics import median

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn
from torch.nn import functional

from tests.benchmarks.importing import make
from workbench import learning
from workbench.imaging.decode import decode
from workbench.kept_memory import keep_freed_memory
from workbench.learning.networks.pretrained import EfficientNetLite0, weights_file
from workbench.operations.features.load_images import ImageRef, load_features
from workbench.operations.progress import Silent

ROOT = Path(__file__).parents[2]
_SIZE, _BATCH = 224, 32


def _program(files: list[Path]) -> None:
    refs = [ImageRef(path, sha256(path.read_bytes()).digest()) for path in files]
    loaded = load_features(refs, _SIZE, "cpu", Silent())
    assert len(loaded.values) == len(files)


def _program_by_torch(files: list[Path]) -> None:
    sys.modules["onnxruntime"] = None  # pyright: ignore[reportArgumentType] - as if it was not installed
    _program(files)


def _decoding(files: list[Path]) -> None:
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda path: decode(path.read_bytes(), _SIZE, 3), files))


def _network(files: list[Path]) -> None:
    images = torch.randint(0, 256, (_BATCH, 3, _SIZE, _SIZE), dtype=torch.uint8)
    network = learning.load_pretrained()
    for start in range(0, len(files), _BATCH):
        learning.features(images[: len(files) - start], network)


class _Published(nn.Module):
    """The network with its batch normalisations, as it was published."""

    def __init__(self) -> None:
        super().__init__()
        weights = torch.load(weights_file(), map_location="cpu", weights_only=True)
        self._network = EfficientNetLite0()
        for name, layer in list(self._network.named_modules()):
            if isinstance(layer, nn.Conv2d):
                home, _, last = name.rpartition(".")
                norm = {"_conv_stem": "_bn0", "_expand_conv": "_bn0", "_project_conv": "_bn2"}.get(last, "_bn1")
                layer.bias = None
                layer.weight.data = weights[f"{name}.weight"]
                layer.register_forward_hook(_normalisation(weights, f"{home}.{norm}".lstrip(".")))

    def forward(self, images: Tensor) -> Tensor:
        return self._network(images)


def _normalisation(weights: dict[str, Tensor], name: str) -> Callable[[nn.Module, object, Tensor], Tensor]:
    norm = nn.BatchNorm2d(len(weights[f"{name}.weight"]), eps=1e-3).eval().requires_grad_(False)
    norm.load_state_dict({part: weights[f"{name}.{part}"] for part in norm.state_dict() if f"{name}.{part}" in weights},
                         strict=False)  # fmt: skip
    return lambda layer, inputs, maps: norm(maps)


@torch.no_grad()
def _plain(files: list[Path]) -> None:
    network = _Published().eval()
    remaining = iter(files)
    while batch := list(islice(remaining, _BATCH)):
        images = torch.from_numpy(np.stack([_opened(path) for path in batch])).permute(0, 3, 1, 2).contiguous()
        top = _SIZE // 16
        centre = images[:, :, top : _SIZE - top, top : _SIZE - top].float()
        enlarged = functional.interpolate(centre, (_SIZE, _SIZE), mode="bicubic", align_corners=False).clamp(0, 255)
        network(images).add_(network(enlarged)).div_(2)


def _opened(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB").resize((_SIZE, _SIZE), Image.Resampling.BILINEAR))


WAYS = {
    "program": _program, "program, torch": _program_by_torch, "plain script": _plain, "decoding": _decoding,
    "network": _network,
}  # fmt: skip


def _measure(way: str, folder: Path) -> None:
    files = sorted(folder.rglob("*.jpg"))
    if way != "plain script":
        keep_freed_memory()
    with tempfile.TemporaryDirectory() as place:
        # Once before, so that libraries are loaded.
        for few, home in ((files[:_BATCH], "first"), (files, "all")):
            os.environ["WORKBENCH_DATA"] = f"{place}/{home}"
            began, used = time.perf_counter(), time.process_time()
            WAYS[way](few)
        wall, work = time.perf_counter() - began, time.process_time() - used
    sys.stdout.write(json.dumps([len(files) / wall, len(files) / work]) + "\n")


def _rounds(folder: Path, count: int) -> Iterator[dict[str, list[float]]]:
    for _ in range(count):
        done = {}
        for way in WAYS:
            command = [sys.executable, "-m", "tests.benchmarks.embedding", "--measure", way, str(folder)]
            ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
            done[way] = json.loads(ran.stdout.splitlines()[-1])
        yield done


def main() -> int:
    """Print photographs per second of each way, and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photographs", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        _measure(asked.measure[0], Path(asked.measure[1]))
        return 0
    with tempfile.TemporaryDirectory() as place:
        folder = make(Path(place), "photographs", asked.photographs)
        sys.stdout.write(f"load {os.getloadavg()[0]:.1f}; photographs a second, and of CPU; {asked.rounds} rounds\n")
        rounds = list(_rounds(folder, asked.rounds))
    for way in WAYS:
        wall, work = (median(done[way][side] for done in rounds) for side in (0, 1))
        sys.stdout.write(f"{way:<16} {wall:7.1f} {work:7.1f}\n")
    for other in ("plain script", "program, torch"):
        ratio = median(done["program"][0] / done[other][0] for done in rounds)
        sys.stdout.write(f"program / {other}: {ratio:.2f}\n")
    share = median(done["program"][0] * (1 / done["network"][0] + 1 / done["decoding"][0]) for done in rounds)
    sys.stdout.write(f"of 1 / (1 / network + 1 / decoding): {100 * share:.0f} %\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

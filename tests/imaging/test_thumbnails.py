"""Small pictures: what is shown, what is kept, and what happens when a copy or the cache is damaged."""

import hashlib
import os
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from workbench.imaging import thumbnails
from workbench.imaging.reading import CONTENT_CHANGED
from workbench.imaging.thumbnails import WORTH_A_COPY, full_image, thumbnail
from workbench.imaging.unreadable import Unreadable


def picture(path: Path, width: int, height: int) -> tuple[Path, bytes]:
    """Write a colourful picture of that size; return it and the hash of its content."""
    small = np.random.default_rng(width).integers(0, 255, (6, 8, 3), dtype=np.uint8)
    Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC).save(path)
    return path, hashlib.sha256(path.read_bytes()).digest()


@pytest.fixture
def large(tmp_path: Path) -> tuple[Path, bytes]:
    made = picture(tmp_path / "large.png", 900, 600)
    assert made[0].stat().st_size > WORTH_A_COPY
    return made


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def copies(cache: Path) -> list[Path]:
    return [file for file in cache.rglob("*") if file.is_file()]


def test_a_thumbnail_keeps_its_proportions(large: tuple[Path, bytes], cache: Path) -> None:
    assert thumbnail(*large, 90, cache).shape == (60, 90, 3)


def test_a_thumbnail_read_from_its_copy_looks_like_one_made_from_the_file(
    large: tuple[Path, bytes], cache: Path
) -> None:
    made = thumbnail(*large, 90, cache)
    large[0].unlink()
    kept = thumbnail(*large, 90, cache)
    assert np.abs(made.astype(int) - kept).mean() < 2


def test_a_copy_of_what_another_version_of_the_decoder_saw_is_not_used(
    large: tuple[Path, bytes], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = thumbnail(*large, 90, cache)
    (copy,) = copies(cache)
    Image.new("RGB", (90, 60)).save(copy, "JPEG")
    assert thumbnail(*large, 90, cache).max() == 0
    monkeypatch.setattr(thumbnails, "DECODER_VERSION", thumbnails.DECODER_VERSION + 1)
    assert (thumbnail(*large, 90, cache) == made).all()


def test_only_a_file_worth_it_is_copied(large: tuple[Path, bytes], tmp_path: Path, cache: Path) -> None:
    thumbnail(*picture(tmp_path / "small.png", 40, 30), 90, cache)
    assert copies(cache) == []
    thumbnail(*large, 90, cache)
    (copy,) = copies(cache)
    assert copy.stat().st_size < large[0].stat().st_size / 5


def test_each_size_has_a_copy_of_its_own(large: tuple[Path, bytes], cache: Path) -> None:
    for longest in (30, 60):
        assert thumbnail(*large, longest, cache).shape[1] == longest
        assert thumbnail(*large, longest, cache).shape[1] == longest
    assert len(copies(cache)) == 2


@pytest.mark.parametrize("damage", [b"", b"no image", None])
def test_a_damaged_copy_is_made_again(large: tuple[Path, bytes], cache: Path, damage: bytes | None) -> None:
    thumbnail(*large, 90, cache)
    (copy,) = copies(cache)
    whole = copy.read_bytes()
    copy.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    assert thumbnail(*large, 90, cache).shape == (60, 90, 3)
    assert copy.read_bytes() == whole


def test_a_cache_that_cannot_be_written_hinders_nothing(large: tuple[Path, bytes], tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    assert thumbnail(*large, 90, tmp_path / "file" / "cache").shape == (60, 90, 3)


def test_a_copy_that_cannot_be_given_its_name_leaves_nothing_behind(large: tuple[Path, bytes], cache: Path) -> None:
    thumbnail(*large, 90, cache)
    (copy,) = copies(cache)
    copy.unlink()
    copy.mkdir()
    assert thumbnail(*large, 90, cache).shape == (60, 90, 3)
    assert copies(cache) == []


def test_another_content_is_refused(large: tuple[Path, bytes], cache: Path) -> None:
    for show in (lambda: thumbnail(large[0], bytes(32), 90, cache), lambda: full_image(large[0], bytes(32), 90)):
        with pytest.raises(Unreadable, match=str(CONTENT_CHANGED)):
            show()


def test_a_file_that_is_gone_or_no_image_is_refused(tmp_path: Path, cache: Path) -> None:
    with pytest.raises(Unreadable, match="does not exist"):
        thumbnail(tmp_path / "gone.png", bytes(32), 90, cache)
    (tmp_path / "text.png").write_bytes(b"text")
    with pytest.raises(Unreadable, match="not a PNG"):
        thumbnail(tmp_path / "text.png", hashlib.sha256(b"text").digest(), 90, cache)


def test_a_large_view_is_shrunk_but_never_enlarged_and_never_kept(large: tuple[Path, bytes]) -> None:
    assert full_image(*large, 300).shape == (200, 300, 3)
    assert full_image(*large, 5000).shape == (600, 900, 3)


def test_many_threads_may_ask_at_once(large: tuple[Path, bytes], cache: Path) -> None:
    shapes = []
    threads = [
        threading.Thread(target=lambda: shapes.append(thumbnail(*large, 90, cache).shape))
        for _ in range(min(8, 4 * (os.cpu_count() or 1)))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert shapes == [(60, 90, 3)] * len(threads)
    assert len(copies(cache)) == 1

"""The cache keeps what was added, gives back nothing damaged, and mends itself."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.fact_codes import refused
from workbench.errors import UserError
from workbench.imaging.cache import RecordCache

SHAPE = (1, 4, 4)
ENTRY = 36


def key(number: int) -> bytes:
    return number.to_bytes(32, "big")


def record(number: int) -> NDArray[np.uint8]:
    return np.random.default_rng(number).integers(0, 256, SHAPE, dtype=np.uint8)


def pairs(*numbers: int) -> list[tuple[bytes, NDArray[np.uint8]]]:
    return [(key(number), record(number)) for number in numbers]


def opened(folder: Path) -> RecordCache:
    return RecordCache(folder, "decoded-4x1", np.uint8, SHAPE)


def filled(folder: Path, count: int = 10) -> RecordCache:
    cache = opened(folder)
    cache.add(pairs(*range(count)))
    return cache


def held(cache: RecordCache, *numbers: int) -> list[bool]:
    """Tell which records are there, having compared each that is with what was stored."""
    rows = cache.rows([key(number) for number in numbers])
    for number, row in zip(numbers, rows, strict=True):
        if row >= 0:
            assert (cache.get([row])[0] == record(number)).all()
    return (rows >= 0).tolist()


def test_what_was_added_is_there_now_and_after_reopening(tmp_path: Path) -> None:
    for cache in (filled(tmp_path / "new" / "folder"), opened(tmp_path / "new" / "folder")):
        assert held(cache, 0, 9, 10) == [True, True, False]


def test_records_come_in_the_order_of_their_rows_and_are_copies(tmp_path: Path) -> None:
    cache = filled(tmp_path)
    rows = cache.rows([key(7), key(2), key(7)])
    out = cache.get(rows)
    assert (out == np.stack([record(7), record(2), record(7)])).all()
    out[:] = 0
    assert held(cache, 7, 2) == [True, True]
    assert cache.get([]).shape == (0, *SHAPE)


def test_features_are_kept_as_exactly_as_images(tmp_path: Path) -> None:
    vector = np.random.default_rng(0).normal(size=1280).astype(np.float32)
    cache = RecordCache(tmp_path, "features", np.float32, (1280,))
    cache.add([(key(1), vector)])
    assert cache.get(cache.rows([key(1)]))[0].tobytes() == vector.tobytes()


def test_adding_again_keeps_the_first_record(tmp_path: Path) -> None:
    cache = filled(tmp_path)
    size = (tmp_path / "decoded-4x1.data").stat().st_size
    cache.add(pairs(*range(10)))
    assert (tmp_path / "decoded-4x1.data").stat().st_size == size


def test_what_came_before_a_failure_is_stored(tmp_path: Path) -> None:
    def failing() -> Iterator[tuple[bytes, NDArray[np.uint8]]]:
        yield from pairs(1, 2)
        raise ZeroDivisionError

    cache = opened(tmp_path)
    with pytest.raises(ZeroDivisionError):
        cache.add(failing())
    assert held(cache, 1, 2) == [True, True]


def test_an_absent_row_is_never_read(tmp_path: Path) -> None:
    with pytest.raises(IndexError):
        filled(tmp_path).get([-1])


def test_a_record_of_another_shape_or_type_is_not_taken(tmp_path: Path) -> None:
    cache = opened(tmp_path)
    for wrong in (np.zeros((4, 4), np.uint8), np.zeros(SHAPE, np.float32)):
        with pytest.raises(ValueError, match="expected"):
            cache.add([(key(1), wrong)])


@pytest.mark.parametrize("file", ["decoded-4x1.data", "decoded-4x1.index"])
@pytest.mark.parametrize("extra", [1, 15, 16, 35, 36, 50])
def test_a_torn_tail_is_cut_off(tmp_path: Path, file: str, extra: int) -> None:
    filled(tmp_path)
    with (tmp_path / file).open("ab") as torn:
        torn.write(b"\xaa" * extra)
    cache = opened(tmp_path)
    assert (tmp_path / "decoded-4x1.data").stat().st_size == 10 * 16
    assert (tmp_path / "decoded-4x1.index").stat().st_size == 11 * ENTRY
    cache.add(pairs(10))
    assert held(cache, *range(11)) == [True] * 11


@pytest.mark.parametrize("file", ["decoded-4x1.data", "decoded-4x1.index"])
def test_a_file_cut_anywhere_loses_only_what_was_cut(tmp_path: Path, file: str) -> None:
    whole = filled(tmp_path)
    size = (tmp_path / file).stat().st_size
    for length in range(size - 1, -1, -7):
        os.truncate(tmp_path / file, length)
        cache = opened(tmp_path)
        assert sum(held(cache, *range(10))) <= 10
        cache.add(pairs(*range(10)))
        assert held(cache, *range(10)) == [True] * 10
        assert held(whole, *range(10)) == [True] * 10


def test_a_damaged_record_is_absent_and_can_be_added_anew(tmp_path: Path) -> None:
    filled(tmp_path)
    with (tmp_path / "decoded-4x1.data").open("r+b") as data:
        data.seek(3 * 16 + 5)
        data.write(b"\0\1\2\3")
    cache = opened(tmp_path)
    assert held(cache, 2, 3, 4) == [True, False, True]
    cache.add(pairs(3))
    assert held(cache, 2, 3, 4) == [True] * 3
    assert held(opened(tmp_path), 2, 3, 4) == [True] * 3


def test_a_damaged_index_gives_no_wrong_record(tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    for _ in range(50):
        filled(tmp_path)
        with (tmp_path / "decoded-4x1.index").open("r+b") as index:
            index.seek(int(rng.integers(11 * ENTRY)))
            index.write(rng.bytes(3))
        cache = opened(tmp_path)
        assert sum(held(cache, *range(10))) in (0, 8, 9, 10)
        cache.add(pairs(*range(10)))
        assert held(cache, *range(10)) == [True] * 10


@pytest.mark.parametrize("length", [0, 5, 36, 1000])
def test_files_of_another_kind_are_begun_anew(tmp_path: Path, length: int) -> None:
    (tmp_path / "decoded-4x1.index").write_bytes(bytes(length))
    (tmp_path / "decoded-4x1.data").write_bytes(bytes(length))
    assert held(filled(tmp_path), *range(10)) == [True] * 10


def test_a_cache_of_another_shape_under_the_same_name_is_begun_anew(tmp_path: Path) -> None:
    filled(tmp_path)
    other = RecordCache(tmp_path, "decoded-4x1", np.uint8, (1, 2, 2))
    assert other.rows([key(0)]).tolist() == [-1]


def test_a_cache_taken_away_while_open_begins_anew(tmp_path: Path) -> None:
    cache = filled(tmp_path)
    for file in tmp_path.iterdir():
        file.unlink()
    assert held(cache, 0) == [False]
    cache.add(pairs(5, 0))
    assert held(cache, 0, 5) == [True, True]


def test_another_object_sees_what_was_added(tmp_path: Path) -> None:
    first, second = opened(tmp_path), opened(tmp_path)
    first.add(pairs(1))
    second.add(pairs(2, 1))
    assert held(first, 1, 2) == held(second, 1, 2) == [True, True]


WRITER = """
import sys
from pathlib import Path
from tests.imaging.test_cache import opened, pairs
cache = opened(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    cache.add(pairs(number, number // 2))
    print(number, flush=True)
"""


def writer(folder: Path, first: int, last: int) -> subprocess.Popen[bytes]:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", WRITER, str(folder), str(first), str(last)]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE)


@pytest.mark.slow
def test_two_processes_write_one_cache(tmp_path: Path) -> None:
    writers = [writer(tmp_path, 0, 200), writer(tmp_path, 100, 300)]
    for process in writers:
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert all(held(opened(tmp_path), *range(300)))
    assert (tmp_path / "decoded-4x1.data").stat().st_size == 300 * 16


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="sends a signal Windows does not have")
@pytest.mark.parametrize("after", [1, 7, 40])
def test_a_killed_writer_loses_nothing_it_had_finished_and_its_lock(tmp_path: Path, after: int) -> None:
    process = writer(tmp_path, 0, 100_000)
    assert process.stdout is not None
    for number in range(after):
        assert int(process.stdout.readline()) == number
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    cache = opened(tmp_path)
    assert all(held(cache, *range(after)))
    cache.add(pairs(200_000))
    assert held(cache, 200_000) == [True]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_said_in_words_and_work_goes_on_after_it(tmp_path: Path) -> None:
    cache = opened(tmp_path)
    data = tmp_path / "decoded-4x1.data"
    data.symlink_to("/dev/full")
    with pytest.raises(UserError, match=r"is full: 1 MB are needed, [\d,]+ MB are free") as refused:
        cache.add(pairs(50))
    assert isinstance(refused.value.__cause__, OSError)
    assert refused.value.__cause__.errno == errno.ENOSPC
    assert held(cache, 50) == [False]
    data.unlink()
    cache.add(pairs(*range(51)))
    assert held(cache, *range(51)) == [True] * 51


def test_a_folder_that_cannot_be_made_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with refused("cache.unusable"):
        opened(tmp_path / "file" / "cache")

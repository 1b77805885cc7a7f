"""Files read once, many at a time."""

import hashlib
import os
import threading
import tracemalloc
from contextlib import closing
from pathlib import Path

import pytest

from tests.fact_codes import code_of
from tests.imaging.pictures import colourful, encoded
from workbench.imaging import reading
from workbench.imaging.decode import ImageProperties
from workbench.imaging.reading import hash_file, in_threads, read_bytes, read_file
from workbench.imaging.stopping import Stopped, ended_by
from workbench.imaging.unreadable import Unreadable


def test_a_file_is_known_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    data = encoded(colourful(), "JPEG")
    path = tmp_path / "wrong.png"
    path.write_bytes(data)
    read = read_file(path)
    assert read.sha256 == hashlib.sha256(data).digest()
    assert read.facts == ImageProperties(24, 16, "JPEG")
    assert (read.path, read.size, read.reason) == (path, len(data), None)
    assert read.modified_ns == path.stat().st_mtime_ns


def test_what_is_no_image_has_a_hash_and_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "notes.png"
    path.write_bytes(b"only words")
    read = read_file(path)
    assert read.sha256 == hashlib.sha256(b"only words").digest()
    assert read.facts is None
    assert code_of(read.reason) == "image.unknown_format"


def test_what_cannot_be_read_has_a_reason_and_no_hash(tmp_path: Path) -> None:
    for path, code in [(tmp_path / "gone.png", "file.not_found"), (tmp_path, "file.not_regular")]:
        read = read_file(path)
        assert (read.sha256, read.size, read.modified_ns, read.facts) == (b"", 0, 0, None)
        assert code_of(read.reason) == code
    with pytest.raises(Unreadable, match="does not exist"):
        read_bytes(tmp_path / "gone.png")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a person who may not read everything")
def test_a_file_without_permission_has_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "locked.png"
    path.write_bytes(b"x")
    path.chmod(0)
    assert code_of(read_file(path).reason) == "file.no_permission"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.timeout(5)
def test_a_pipe_in_the_place_of_a_file_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    assert code_of(read_file(tmp_path / "pipe.png").reason) == "file.not_regular"


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts open files as Linux shows them")
def test_no_file_stays_open(tmp_path: Path) -> None:
    before = len(os.listdir("/proc/self/fd"))
    for path in (tmp_path, tmp_path / "gone"):
        read_file(path)
    assert len(os.listdir("/proc/self/fd")) == before


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(in_threads(lambda number: number * 2, range(500), workers=4, ahead=8)) == list(range(0, 1000, 2))
    assert list(in_threads(str, [])) == []


def test_no_more_items_are_taken_than_are_worked_on_ahead() -> None:
    taken = []

    def items():
        for number in range(100):
            taken.append(number)
            yield number

    results = in_threads(str, items(), workers=2, ahead=5)
    assert next(results) == "0"
    assert len(taken) == 5
    results.close()


def test_closing_drops_what_has_not_begun() -> None:
    run_started, go_on = [], threading.Event()

    def work(number: int) -> int:
        run_started.append(number)
        if number:
            go_on.wait(10)
        return number

    results = in_threads(work, range(100), workers=1, ahead=50)
    assert next(results) == 0
    results.close()
    go_on.set()
    assert len(run_started) <= 2


def test_what_the_work_raises_comes_out() -> None:
    with pytest.raises(ZeroDivisionError):
        list(in_threads(lambda number: 1 // number, [1, 0]))


class Refusing(Exception):
    """The person asked to stop."""


def test_while_one_result_is_waited_for_a_request_to_stop_is_heard() -> None:
    may_end, asked = threading.Event(), []

    def going_on() -> None:
        asked.append(True)
        if len(asked) == 3:
            raise Refusing

    with pytest.raises(Refusing), closing(in_threads(lambda _: may_end.wait(30), [1], going_on=going_on)) as results:
        next(results)
    may_end.set()
    assert len(asked) == 3


def test_what_nobody_waits_for_any_more_ends_in_the_middle_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_PIECE", 10)
    (tmp_path / "large").write_bytes(bytes(100))
    event, ends = threading.Event(), [read_file, hash_file]
    event.set()
    for read in ends:
        with pytest.raises(Stopped):
            ended_by(event, read)(tmp_path / "large")
    assert hash_file(tmp_path / "large") == hashlib.sha256(bytes(100)).digest()
    assert hash_file(tmp_path / "gone") is None


@pytest.mark.skipif(os.name == "nt", reason="such a file would fill the disk there")
@pytest.mark.parametrize(
    ("beginning", "code"), [(b"\0\0\0\x18ftypmp42", "image.foreign_format"), (b"words", "image.unknown_format")]
)
def test_a_large_file_that_begins_as_no_image_does_is_not_read(tmp_path: Path, beginning: bytes, code: str) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(beginning)
    os.truncate(path, 5 * 2**30)  # It takes no place on the disk.
    tracemalloc.start()
    try:
        read = read_file(path)
        assert tracemalloc.get_traced_memory()[1] < 2**20
    finally:
        tracemalloc.stop()
    assert code_of(read.reason) == code
    assert (read.sha256, read.size, read.modified_ns) == (b"", 5 * 2**30, path.stat().st_mtime_ns)


@pytest.mark.skipif(os.name == "nt", reason="such a file would fill the disk there")
def test_a_large_file_that_begins_as_an_image_is_refused_with_its_size(tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    path.write_bytes(encoded(colourful()))
    os.truncate(path, 5 * 2**30)
    reason = read_file(path).reason
    assert reason is not None
    assert dict(reason.values) == {"megabytes": 5 * 2**10, "limit": 2**10}

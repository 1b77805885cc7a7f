"""Jobs that want the same arrays at the same time: each is made once, and both have it."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from workbench.facts import fact
from workbench.facts.file_reason import FileReason
from workbench.imaging.cache import RecordCache
from workbench.operations.features.load_images import ImageRef, Loaded, Prepared, record_key, through_cache
from workbench.operations.progress import Cancelled, Reporter, Silent
from workbench.words import Message, message

REFS = [ImageRef(Path(f"{number}.png"), bytes([number // 256, number % 256]) * 16) for number in range(700)]
LIMIT = 20  # seconds that anything may take


class Job:
    """Makes arrays for a cache on a thread of its own; it can be held where it has begun."""

    def __init__(
        self, folder: Path, refs: Sequence[ImageRef], reporter: Reporter, fails: Sequence[ImageRef] = ()
    ) -> None:
        self.made: list[ImageRef] = []
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.loaded: Loaded | None = None
        self.error: BaseException | None = None
        self._folder, self._refs, self._reporter, self._fails = folder, refs, reporter, fails
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def result(self) -> Loaded:
        self.end()
        assert self.loaded is not None, self.error
        return self.loaded

    def end(self) -> None:
        self.go_on.set()
        self._thread.join(LIMIT)
        assert not self._thread.is_alive()

    def _run(self) -> None:
        try:
            cache = RecordCache(self._folder, "records", np.float32, (2,))
            self.loaded = through_cache(cache, self._refs, self._make, self._reporter, _words)
        except Cancelled as error:
            self.error = error

    def _make(self, missing: Sequence[ImageRef]) -> Iterator[Prepared]:
        for ref in missing:
            self.begun.set()
            assert self.go_on.wait(LIMIT)
            self.made.append(ref)
            number = int.from_bytes(ref.sha256[:2])
            wrong = FileReason(ref.path, fact("image.changed"))
            yield ref, wrong if ref in self._fails else np.array([number, 1], np.float32)


def _words(done: int, total: int) -> Message:
    return message("{done} of {total}", done=done, total=total)


class Stopping(Silent):
    """Is asked to stop at once."""

    def report(self, share: float | None, text: Message) -> None:
        raise Cancelled


def whole(loaded: Loaded, refs: Sequence[ImageRef]) -> bool:
    return loaded.values[:, 0].tolist() == [int.from_bytes(ref.sha256[:2]) for ref in refs]


def test_two_jobs_make_each_image_once_and_both_have_all(tmp_path: Path) -> None:
    first = Job(tmp_path, REFS, Silent())
    assert first.begun.wait(LIMIT)
    second = Job(tmp_path, REFS[100:], Silent())
    assert second.begun.wait(LIMIT)  # It takes what the first has not begun.
    first.go_on.set()
    assert whole(second.result(), REFS[100:])
    assert whole(first.result(), REFS)
    keys = [record_key(ref) for ref in (*first.made, *second.made)]
    assert len(keys) == len(set(keys)) == len(REFS)
    assert second.made


def test_a_job_that_waits_hears_cancel(tmp_path: Path) -> None:
    first = Job(tmp_path, REFS[:3], Silent())
    assert first.begun.wait(LIMIT)
    second = Job(tmp_path, REFS[:3], Stopping())
    second.end()
    assert isinstance(second.error, Cancelled)
    assert not second.made
    assert whole(first.result(), REFS[:3])


@pytest.mark.parametrize("how", ["stopped", "unreadable"])
def test_what_another_job_did_not_bring_is_made_after_it(tmp_path: Path, how: str) -> None:
    stopped = how == "stopped"
    first = Job(tmp_path, REFS[:3], Stopping() if stopped else Silent(), fails=() if stopped else REFS[1:2])
    assert first.begun.wait(LIMIT)
    second = Job(tmp_path, REFS[:3], Silent())
    first.end()
    assert whole(second.result(), REFS[:3])
    assert REFS[1] in second.made
